"""LexisNexis Academic and its like: plain text with "3 of 120 DOCUMENTS" before each document.

Behind that line stand outlet, date and editions, title, labelled blocks in capitals ("LENGTH: 812
words"), the text, and again labelled blocks and the copyright. Many archives hold such files.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator, Sequence

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


def read_lexis(lines: Sequence[str]) -> Export:
    """The documents of such an export, or of several that were joined in one file."""
    starts, announced = _starts(lines)
    return Export(database="LexisNexis", announced=announced, documents=_documents(lines, starts))


def _starts(lines: Sequence[str]) -> tuple[list[int], int]:
    """Where the documents open, and how many their exports announce together.

    An opening line counts with a number that comes next, or where a length label of its own
    follows: then another export may begin with it. In the text of an article it has neither.
    """
    opening = [(at, match) for at, line in enumerate(lines) if (match := START.match(line))]
    lengths = [at for at, line in enumerate(lines) if LENGTH.match(line)]
    starts: list[int] = []
    announced = count = last = 0
    for (at, match), end in zip(opening, [*(at for at, _ in opening[1:]), len(lines)], strict=True):
        number, of = int(match["number"]), int(match["count"])
        comes_next = of == (count or of) and last < number <= of
        following = bisect(lengths, at)
        if not comes_next and not (following < len(lengths) and lengths[following] < end):
            continue
        if not comes_next or not count:
            announced += of
        count, last = of, number
        starts.append(at)
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
