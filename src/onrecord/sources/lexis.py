"""LexisNexis Academic and its like: plain text with "3 of 120 DOCUMENTS" before each document.

Behind that line stand outlet, date and editions, title, labelled blocks in capitals ("LENGTH: 812
words"), the text, and again labelled blocks and the copyright. Many archives hold such files.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.records import Metadata
from onrecord.sources.dates import is_date_line
from onrecord.sources.documents import (
    COPYRIGHT,
    Document,
    Export,
    blocks_of,
    outlet_name,
    paragraphs_of,
    tidy,
)
from onrecord.sources.rows import split_authors

START = re.compile(r"\s*(?P<number>\d{1,6}) of (?P<count>\d{1,6}) DOCUMENTS?\s*$")
LENGTH = re.compile(r"\s*LENGTH:\s*[\d,]+ words\b")
BEFORE = re.compile(
    r"\s*(?P<label>BYLINE|SECTION|LENGTH|DATELINE|HIGHLIGHT|HEADLINE|SERIES|SOURCE|TYPE|BODY):"
)
BEHIND = re.compile(r"\s*[A-Z][A-Z-]{2,30}(?: [A-Z-]{2,20})?:(?: |$)")


def is_lexis(lines: Sequence[str]) -> bool:
    """Whether these are documents of LexisNexis: its opening line and a length label."""
    return any(START.match(line) for line in lines) and any(LENGTH.match(line) for line in lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Opening:
    """A line "3 of 120 DOCUMENTS", and whether a length label follows before the next such line."""

    at: int
    number: int
    count: int
    has_length: bool


def read_lexis(lines: Sequence[str]) -> Export:
    """The documents of such an export, or of several that were joined in one file."""
    starts, announced = _starts(_openings(lines))
    return Export(database="LexisNexis", announced=announced, documents=_documents(lines, starts))


def _openings(lines: Sequence[str]) -> list[_Opening]:
    """The lines that may open a document; of two alike not the one without a length label."""
    found: list[_Opening] = []
    has_length, labelled = False, (0, 0)
    for at in reversed(range(len(lines))):
        has_length = has_length or LENGTH.match(lines[at]) is not None
        if match := START.match(lines[at]):
            own = int(match["number"]), int(match["count"])
            if has_length or own != labelled:
                found.append(_Opening(at=at, number=own[0], count=own[1], has_length=has_length))
            labelled = own if has_length else labelled
            has_length = False
    return found[::-1]


def _starts(openings: Iterable[_Opening]) -> tuple[list[int], int]:
    """Where the documents open, and how many their exports announce together.

    An opening line counts with the number that comes next, or with a length label: then another
    export begins with it. In the text of an article it has neither.
    """
    starts: list[int] = []
    announced = count = last = 0
    for one in openings:
        comes_next = one.count == count and last < one.number <= count
        if not (comes_next or one.has_length or not starts):
            continue
        announced += 0 if comes_next else one.count
        count, last = one.count, one.number
        starts.append(one.at)
    return starts, announced


def _documents(lines: Sequence[str], starts: Sequence[int]) -> Iterator[Document]:
    """Yield each document."""
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield _document(list(blocks_of(lines[start + 1 : end])))


def _document(blocks: list[list[str]]) -> Document:
    at = 0
    unlabelled: list[list[str]] = []
    labels: dict[str, str] = {}
    while at < len(blocks) and not BEFORE.match(blocks[at][0]):
        if not COPYRIGHT.match(blocks[at][0].strip()):
            unlabelled.append([tidy(line) for line in blocks[at]])
        at += 1
    while at < len(blocks) and (match := BEFORE.match(blocks[at][0])):
        labels[match["label"]] = tidy(" ".join(blocks[at]))[len(match["label"]) + 1 :].strip()
        at += 1
    end = len(blocks)
    while end > at and (BEHIND.match(blocks[end - 1][0]) or _is_copyright(blocks[end - 1])):
        end -= 1
    lines = [line for block in blocks[at:end] for line in (*block, "")] if labels else []
    return Document(metadata=_metadata(unlabelled, labels), body=paragraphs_of(lines))


def _is_copyright(block: list[str]) -> bool:
    return COPYRIGHT.match(block[0].strip()) is not None and len(block) <= 3


def _metadata(unlabelled: list[list[str]], labels: dict[str, str]) -> Metadata:
    """Outlet, date and title of the blocks before the first label, in this order."""
    day = next((at for at in range(1, len(unlabelled)) if is_date_line(unlabelled[at][0])), None)
    title = unlabelled[(0 if day is None else day) + 1 :]
    return Metadata(
        title=" ".join(line for block in title for line in block) or labels.get("HEADLINE") or None,
        outlet=outlet_name(" ".join(unlabelled[0])) if unlabelled else None,
        published=unlabelled[day][0] if day is not None else None,
        authors=split_authors(labels.get("BYLINE", "")),
    )
