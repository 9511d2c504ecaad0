"""Rows as an HTML table for a notebook: what a reader looks at, each row leading to its article.

Every text is escaped. The table takes its colours from the page that it stands in, so that it is
read on a dark page as on a light one; long words wrap, and a wide table scrolls in its own frame.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

if TYPE_CHECKING:
    from onrecord.presentation.tracing import Passage

SHOWN = 50  # rows; a longer table is searched sooner than read
LONG = 40  # characters, from which a cell needs room to wrap in
ENOUGH = 6  # words at each end of a passage that tell it from others on its page
# What a reader of a table does without; every conversion (`to_pandas` and the like) has it.
LEFT_OUT = frozenset({"start", "end", "method", "voice", "channel", "speaker_text", "label"})
SAYS_NOTHING: tuple[Any, ...] = (None, "", [], False, "asserted", "for")
ID = re.compile(r"[0-9a-f]{24,64}")
DAY = re.compile(r"\d{4}-\d\d(?:-\d\d)?")
# The words of a row, by the names of their columns; the first that is there leads to the passage.
WORDS = ("quote", "content", "sentence")
STYLE = (
    "<style>.onrecord{overflow-x:auto;max-width:100%}"
    ".onrecord table{border-collapse:collapse;font-size:.92em;margin:.3em 0}"
    ".onrecord th,.onrecord td{text-align:left!important;vertical-align:top;padding:.3em .6em;"
    "border:0;border-bottom:1px solid #8886;background:none;color:inherit;"
    "white-space:normal;overflow-wrap:break-word;max-width:36em}"
    ".onrecord td.long{min-width:13em}.onrecord td.day,.onrecord th{white-space:nowrap}"
    ".onrecord th{font-weight:600}"
    ".onrecord a{color:inherit;text-decoration:underline}"
    ".onrecord p{opacity:.8;font-size:.85em;margin:.3em 0}"
    ".onrecord blockquote{border-left:3px solid #8888;margin:.6em 0;padding:0 0 0 .8em;"
    "max-width:44em;white-space:pre-line}.onrecord mark{background:none;color:inherit;"
    "text-decoration:underline;font-weight:600}</style>"
)


def as_table(
    columns: Sequence[str], rows: Sequence[Mapping[str, Any]], urls: Mapping[str, str]
) -> str:
    """The first rows as an HTML table, each path a link to its passage where `urls` knows it.

    Columns that say nothing in any of these rows are left out, and named under the table.
    """
    shown = rows[:SHOWN]
    kept = [c for c in columns if c not in LEFT_OUT and any(_says(row[c]) for row in shown)]
    if not kept:
        return f"{STYLE}<div class='onrecord'><p>No rows.</p></div>"
    head = "".join(f"<th scope='col'>{html.escape(name.replace('_', ' '))}</th>" for name in kept)
    body = "".join(
        "<tr>" + "".join(_cell(row, name, urls) for name in kept) + "</tr>" for row in shown
    )
    note = "; ".join(_notes(len(rows), [c for c in columns if c not in kept]))
    return (
        f"{STYLE}<div class='onrecord'><table><thead><tr>{head}</tr></thead>"
        f"<tbody>{body}</tbody></table><p>{note}</p></div>"
    )


def as_quotes(kind: str, record: str, passages: Iterable[Passage], around: int) -> str:
    """A record's kind and id, and each passage it stands on as HTML, its words marked.

    A passage comes with so many characters `around` it at most; of these its paragraph is shown.
    """
    head = f"<p>{html.escape(kind)} {_short(record)}</p>"
    quotes = "".join(
        f"<blockquote>{html.escape(_before(p.before, around))}<mark>{html.escape(p.quote)}</mark>"
        f"{html.escape(_after(p.after, around))}"
        f"<p>{html.escape(', '.join(filter(None, (p.outlet, p.published, p.path))))}</p>"
        "</blockquote>"
        for p in passages
    )
    return f"{STYLE}<div class='onrecord'>{head}{quotes}</div>"


def _before(text: str, around: int) -> str:
    """What stands before a quote in its paragraph, from a whole word."""
    _, paragraph, rest = text.rpartition("\n")
    if paragraph:
        return rest
    return text.partition(" ")[2] if len(text) >= around else text


def _after(text: str, around: int) -> str:
    """What stands behind a quote in its paragraph, up to a whole word."""
    rest, paragraph, _ = text.partition("\n")
    if paragraph:
        return rest
    return text.rpartition(" ")[0] if len(text) >= around else text


def _says(value: Any) -> bool:
    return not any(value is nothing or value == nothing for nothing in SAYS_NOTHING)


def _notes(count: int, hidden: list[str]) -> list[str]:
    """How many rows there are, and which columns are not here."""
    rows = f"{count} row" if count == 1 else f"{count} rows"
    notes = [f"{rows}, the first {SHOWN} shown" if count > SHOWN else rows]
    if hidden:
        notes.append("also in <code>to_pandas()</code>: " + html.escape(", ".join(hidden)))
    return notes


def _cell(row: Mapping[str, Any], name: str, urls: Mapping[str, str]) -> str:
    value = row[name]
    words = value if isinstance(value, list) else [value]
    if name in {"path", "lead"}:
        passage = next((row[w] for w in WORDS if row.get(w)), "")
        parts = [_link(str(value), passage, urls)]
    elif name == "articles" and isinstance(value, list):
        parts = [_link(str(path), "", urls) for path in value]
    else:
        parts = [_short(word) for word in words if word is not None]
    text = "; ".join(parts) if any(parts) else ""
    kinds = {"long": any(_is_long(word) for word in words), "day": bool(DAY.fullmatch(text))}
    marks = "".join(f" class='{kind}'" for kind, holds in kinds.items() if holds)
    return f"<td{marks}>{text}</td>"


def _is_long(value: Any) -> bool:
    return isinstance(value, str) and len(value) > LONG and not ID.fullmatch(value)


def _short(value: Any) -> str:
    """A value in few characters: an id by its first eight, which `show` understands."""
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, float):
        return f"{value:.2f}"
    text = str(value)
    if ID.fullmatch(text):
        return f"<code title='{text}'>{text[:8]}</code>"
    return html.escape(text)


def _link(path: str, passage: str, urls: Mapping[str, str]) -> str:
    """The article's path, leading to its page if that has an address of the web."""
    url = urls.get(path, "")
    if not url.lower().startswith(("http://", "https://")):  # nothing that runs
        return html.escape(path)
    target = html.escape(f"{url}{_fragment(url, passage)}", quote=True)
    name = html.escape(path)
    return f"<a href='{target}' target='_blank' rel='noopener noreferrer'>{name}</a>"


def _fragment(url: str, passage: str) -> str:
    """The text fragment at which a browser opens the page ("#:~:text="), "" without a passage.

    Source: WICG, Text Fragments. Within it "-", "," and "&" part the words and are so encoded.
    """
    words = passage.partition(" … ")[0].strip("“”\"' ,").split()
    if not words:
        return ""
    ends = [words] if len(words) <= 2 * ENOUGH else [words[:ENOUGH], words[-ENOUGH:]]
    said = ",".join(quote(" ".join(end), safe="").replace("-", "%2D") for end in ends)
    return f"{':' if '#' in url else '#:'}~:text={said}"
