"""Nexis Uni and Lexis Advance: one file with many documents, each closed by "End of Document".

A document is: title, outlet, date, editions, copyright, labelled lines ("Length: 812 words"), the
word "Body" alone on a line, the paragraphs, and behind them pictures, classification and the day
on which the database took it in. A cover page with a contents list may stand before the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from onrecord.records import Metadata
from onrecord.sources.dates import is_date_line
from onrecord.sources.documents import (
    COPYRIGHT,
    Document,
    Export,
    outlet_name,
    paragraphs_of,
    tidy,
    without_blank_ends,
)
from onrecord.sources.nexis_cover import BODY, ENDS, announced_in, exports_of, first_line
from onrecord.sources.rows import split_authors

LENGTH = re.compile(r"Length:\s*[\d,.]+ words?\s*$")
LOADED = re.compile(r"Load-Date:\s*(?P<day>\S.*)$")
LABELLED = re.compile(
    r"(?P<label>Section|Length|Byline|Dateline|Highlight|Load-Date|Language|Publication-Type"
    r"|Document-Type|Journal Code|Subject|Industry|Geographic|Organization|Company|Person|Ticker"
    r"|Series|Anchors|Guests|Show|Correction|Correction-Date|Distribution|Acc-No|ISSN|Graphic"
    r"|Notes|URL|Web Link):\s*(?P<value>.*)$"
)
FIRST_LABELS = frozenset({"Section", "Length", "Byline"})  # a title may look like the others
CLASSIFICATION = "Classification"
CORRECTED = "Correction Appended"  # stands above the title
PICTURES_AND_NOTES = frozenset({"Graphic", "Notes", "Correction"})
PDF_NOTE = re.compile(
    r"(?:Link to (?:Image|PDF)|Link zum PDF-Dokument|PDF-Datei dieses Dokuments"
    r"|Original Gesamtseiten-PDF|PDF (?:file|of this document)).{0,20}",
    re.I,
)


def is_nexis(lines: Sequence[str]) -> bool:
    """Whether these are documents of Nexis: its closing line, its "Body", and a label of its own.

    A text that only has one of these lines is an article.
    """
    stripped = [part for line in lines for part in _closed(line.strip())]
    return (
        not set(ENDS).isdisjoint(stripped)
        and BODY in stripped
        and any(LENGTH.match(line) or _is_load_date(line) for line in stripped)
    )


def _is_load_date(line: str) -> bool:
    match = LOADED.match(line)
    return match is not None and is_date_line(match["day"])


def read_nexis(lines: Sequence[str]) -> Export:
    """The documents of such an export, or of several that were joined in one file."""
    lines = [part for line in lines for part in _closed(line.strip())]
    exports = [(export, first_line(export)) for export in exports_of(lines)]
    announced = [announced_in(export[:first]) for export, first in exports]
    told = [count for count in announced if count is not None]
    return Export(
        database="Nexis Uni",
        announced=sum(told) if len(told) == len(announced) else None,
        documents=chain.from_iterable(_documents(export[first:]) for export, first in exports),
    )


def _closed(line: str) -> list[str]:
    """The line; the closing line apart where a program has glued it to the last label."""
    for end in ENDS:
        if line != end and line.endswith(end) and LABELLED.match(line):
            return [line.removesuffix(end).rstrip(), end]
    return [line]


def _documents(lines: Sequence[str]) -> Iterator[Document]:
    """Yield each document; what stands behind the last closing line is one that was cut off."""
    for start, end, is_closed in _stretches(lines):
        inside = without_blank_ends(lines[start:end])
        if inside and (is_closed or BODY in inside):
            yield _document(inside, is_closed)


def _stretches(lines: Sequence[str]) -> Iterator[tuple[int, int, bool]]:
    """Yield start and end of each document, and whether a closing line follows.

    A closing line that stands in the text of an article closes nothing: no trailer comes before
    it, and no document of its own after it.
    """
    ends = [at for at, line in enumerate(lines) if line in ENDS]
    start = 0
    for at, end in enumerate(ends):
        following = ends[at + 1] if at + 1 < len(ends) else len(lines)
        is_last = at + 1 == len(ends)
        if is_last or _has_trailer(lines, start, end) or _begins(lines, end + 1, following):
            yield start, end, True
            start = end + 1
    yield start, len(lines), False


def _has_trailer(lines: Sequence[str], start: int, end: int) -> bool:
    """Whether the last words before a closing line are a label's: "Load-Date: March 3, 2026"."""
    for at in range(end - 1, max(start, end - 10) - 1, -1):
        if lines[at]:
            return LABELLED.match(lines[at]) is not None
    return False


def _begins(lines: Sequence[str], start: int, end: int) -> bool:
    """Whether a document begins here: labelled lines and then the word "Body"."""
    for at in range(start, min(end, start + 200)):
        if lines[at] == BODY:
            return any(LABELLED.match(line) for line in lines[start:at])
    return False


def _document(lines: Sequence[str], is_whole: bool) -> Document:
    body = lines.index(BODY) if BODY in lines else len(lines)
    return Document(
        metadata=_metadata([line for line in lines[:body] if line]),
        body=paragraphs_of(_text(lines[body + 1 :])),
        is_whole=is_whole,
    )


def _metadata(header: Sequence[str]) -> Metadata:
    """What the lines before the text say; the day it was loaded is not the day it was published."""
    labels: dict[str, str] = {}
    unlabelled = []
    for at, line in enumerate(header):
        match = LABELLED.match(line)
        if match is not None and (at or match["label"] in FIRST_LABELS):
            labels.setdefault(match["label"], tidy(match["value"]))
        elif not labels and not COPYRIGHT.match(line) and line != CORRECTED:
            unlabelled.append(tidy(line))
    day = next((at for at in range(1, len(unlabelled)) if is_date_line(unlabelled[at])), None)
    outlet = min(1, len(unlabelled)) if day is None else day - 1
    return Metadata(
        title=" ".join(unlabelled[:outlet]) or None,
        outlet=outlet_name(unlabelled[outlet]) if outlet < len(unlabelled) else None,
        published=unlabelled[day] if day is not None else None,
        authors=split_authors(labels.get("Byline", "")),
    )


def _text(lines: Sequence[str]) -> Sequence[str]:
    """The lines behind "Body" without what the database put behind the text."""
    end = len(lines)
    loaded = [at for at in range(end) if _is_load_date(lines[at])]
    if loaded:
        end = loaded[-1]
    for at in range(end - 1, -1, -1):
        if lines[at] == CLASSIFICATION and _next_is_labelled(lines, at):
            end = at
            break
    while end and (not lines[end - 1] or LABELLED.match(lines[end - 1])):
        end -= 1
    end = _before_pictures(lines, end)
    return [line for line in lines[:end] if not PDF_NOTE.fullmatch(line)]


def _next_is_labelled(lines: Sequence[str], at: int) -> bool:
    following = next((line for line in lines[at + 1 : at + 6] if line), "")
    return LABELLED.match(following) is not None


def _before_pictures(lines: Sequence[str], end: int) -> int:
    """The end of the text, before "Graphic" or "Notes" and what follows.

    Captions are shorter than the article: what is longer has only a heading of that name. Where
    nothing stands before them there is no text.
    """
    first = next((at for at in range(end) if lines[at]), end)
    if first < end and lines[first] in PICTURES_AND_NOTES:
        return first
    behind = 0
    before = sum(map(len, lines[:end]))
    for at in range(end - 1, 0, -1):
        behind += len(lines[at])
        if behind * 2 > before:
            break
        if lines[at] in PICTURES_AND_NOTES:
            end = at
    return end
