"""From a dossier context to one HTML file.

Every text is escaped by the template engine; nothing of an article enters the style sheet or the
script, which are package files and are allowed by their hash alone. No data is embedded in a
script: the script works on the elements of the page, and the page reads well without it.
"""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from onrecord.presentation.dossier.context import DossierContext

HERE = Path(__file__).parent
# Half of a surrogate pair cannot be written as UTF-8; a reader sees that a character is missing.
LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def render_dossier(context: DossierContext) -> str:
    """The dossier as one self-contained HTML file, ready to be written as UTF-8."""
    style = (HERE / "dossier.css").read_text(encoding="utf-8")
    script = (HERE / "dossier.js").read_text(encoding="utf-8")
    page = (
        templates()
        .get_template("dossier.html.j2")
        .render(
            d=context,
            style=Markup(style),  # noqa: S704  # our own file, and no text of a record
            script=Markup(script),  # noqa: S704
            policy=_policy(style, script),
        )
    )
    return LONE_SURROGATE.sub("\ufffd", page) + "\n"


def templates() -> Environment:
    """Our own templates, in which every text is escaped."""
    return Environment(
        loader=FileSystemLoader(HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _policy(style: str, script: str) -> str:
    """What the browser may load and run: these two, and nothing from anywhere."""
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return "sha256-" + base64.b64encode(digest).decode("ascii")
