"""HTML that a news database saved, as lines of text: one for each paragraph and table row."""

from __future__ import annotations

import re

from onrecord.sources.documents import lines_of

BLOCKS = frozenset(
    "p div tr table br hr h1 h2 h3 h4 h5 h6 li ul ol section article body text".split()  # noqa: SIM905
)
PASSED = frozenset("head script style noscript title".split())  # noqa: SIM905
CELLS = frozenset({"td", "th"})
ANCHOR_OF_DOCUMENT = re.compile(r"DocID", re.I)  # ProQuest parts its documents by such an anchor
RULE = "_" * 60
MOST_EMPTY = re.compile(r"\n{3,}")


def lines_of_html(raw: str) -> list[str]:
    """The lines of a saved page as a reader sees them; the cells of a row stand between tabs."""
    from lxml import etree, html  # comes with trafilatura, and loads as late

    parser = html.HTMLParser(encoding="utf-8")
    try:
        tree = html.document_fromstring(raw.encode("utf-8", "replace"), parser)
    except (etree.ParserError, ValueError):  # nothing in it
        return []
    parts: list[str] = []
    passed = 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        passed += (tag in PASSED) * (1 if event == "start" else -1)
        if event == "start":
            parts.append(_opened(tag, element.get("name") or ""))
            text = element.text if tag else ""
        else:
            parts.append(_closed(tag))
            text = element.tail
        if text and not passed:
            parts.append(" ".join(text.split("\n")))
    return lines_of(MOST_EMPTY.sub("\n\n", "".join(parts)))


def _opened(tag: str, name: str) -> str:
    if tag == "a" and ANCHOR_OF_DOCUMENT.match(name):
        return f"\n{RULE}\n"
    return "\n" if tag in BLOCKS else ""


def _closed(tag: str) -> str:
    if tag in CELLS:
        return "\t"
    return "\n" if tag in BLOCKS else ""
