"""Factiva: articles closed by "Document CODE0000020260302em320001a", with field tags or without.

With "Full Article plus Indexing" each field has its tag, see `factiva_tags`. Without, the lines
stand in a fixed order: section, headline, authors, "812 words", date, time, source, its code,
edition, page, language, copyright, text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

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
from onrecord.sources.factiva_tags import is_tagged, tagged_documents, value_of
from onrecord.sources.rows import split_authors

CLOSING = re.compile(r"\s*Document [A-Za-z0-9]{20,30}\s*(?:\|\s*)?$")
WORDS = re.compile(r"\s*\d[\d,.]{0,9} words\s*$")
CLOCK = re.compile(r"\s*\d{1,2}:\d\d(?: ?[AP]M)?(?: [A-Z]{2,5})?\s*$", re.I)
LANGUAGES = frozenset(
    """arabic bulgarian catalan chinese croatian czech danish dutch english estonian finnish french
    german greek hebrew hungarian indonesian italian japanese korean latvian lithuanian malay
    norwegian polish portuguese romanian russian serbian slovak slovenian spanish swedish thai
    turkish ukrainian vietnamese""".split()  # noqa: SIM905
)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
MOST_COPYRIGHT_LINES = 4
BEHIND = re.compile(r"\s*(?:Search Summary|© \d{4} Factiva, Inc\.|Results Found)\b")


def is_factiva(lines: Sequence[str]) -> bool:
    """Whether these are articles of Factiva: its closing line, and a headline tag or word count."""
    return any(CLOSING.match(value_of(line, "AN")) for line in lines) and (
        is_tagged(lines) or any(_is_anchor(lines, at) for at in range(len(lines)))
    )


def read_factiva(lines: Sequence[str]) -> Export:
    """The documents of such an export."""
    documents = tagged_documents(lines) if is_tagged(lines) else _untagged(lines)
    return Export(database="Factiva", documents=documents)


def _untagged(lines: Sequence[str]) -> Iterator[Document]:
    """Yield each document of the plain article format."""
    start = 0
    for at, line in enumerate(lines):
        if CLOSING.match(line):
            inside = without_blank_ends(lines[start:at])
            if inside:
                yield _of_lines(inside, is_whole=True)
            start = at + 1
    rest = without_blank_ends(lines[start:])
    if any(_is_anchor(rest, at) for at in range(len(rest))):
        yield _of_lines(rest, is_whole=False)


def _is_anchor(lines: Sequence[str], at: int) -> bool:
    """Whether "812 words" stands here with a date behind it."""
    if not WORDS.match(lines[at]):
        return False
    following = next((line for line in lines[at + 1 : at + 4] if line.strip()), "")
    return is_date_line(following)


def _of_lines(lines: Sequence[str], *, is_whole: bool) -> Document:
    anchor = next((at for at in range(len(lines)) if _is_anchor(lines, at)), None)
    if anchor is None:
        return Document(metadata=Metadata(), body=(), is_whole=is_whole)
    title, authors = _headline([tidy(line) for line in lines[:anchor] if line.strip()])
    at = anchor + 1
    head: list[str] = []
    while at < len(lines) and len(head) < 8:  # date, time, source, code, edition, page, language
        line = tidy(lines[at])
        at += 1
        if line:
            head.append(line)
        if line.lower() in LANGUAGES:
            break
    else:
        head, at = head[:1], anchor + 1 + _nth_filled(lines[anchor + 1 :], 1)
    named = [line for line in head[1:] if not CLOCK.match(line)]
    return Document(
        metadata=Metadata(
            title=title,
            outlet=outlet_name(named[0]) if named else None,
            published=head[0] if head else None,
            authors=authors,
        ),
        body=paragraphs_of(_without_copyright(lines[at:])),
        is_whole=is_whole,
    )


def _nth_filled(lines: Sequence[str], number: int) -> int:
    """How many lines to pass to be behind the one with this number that is not blank."""
    seen = 0
    for at, line in enumerate(lines):
        seen += bool(line.strip())
        if seen == number:
            return at + 1
    return len(lines)


def _headline(lines: Sequence[str]) -> tuple[str | None, tuple[str, ...]]:
    """The headline and the authors among the lines before the word count.

    A section may stand before the headline and a byline behind it: the headline is the longest
    line that does not begin with "By".
    """
    bylines = [at for at, line in enumerate(lines) if at and re.match(r"by\s", line, re.I)]
    others = [at for at in range(len(lines)) if at not in bylines]
    if not others:
        return None, ()
    headline = max(others, key=lambda at: (len(lines[at]), -at))
    behind = [lines[at] for at in range(headline + 1, len(lines))]
    return lines[headline], split_authors("; ".join(behind))


def _without_copyright(lines: Sequence[str]) -> Sequence[str]:
    """The text behind the copyright lines, which stand before it, and before a search summary."""
    lines = without_blank_ends(lines)
    start = 0
    while start < min(len(lines), MOST_COPYRIGHT_LINES) and _is_copyright(lines[start]):
        start += 1
    end = next((at for at in range(start, len(lines)) if BEHIND.match(lines[at])), len(lines))
    return lines[start:end]


def _is_copyright(line: str) -> bool:
    """Whether a line is blank or says whose the text is: "© 2026 Shore News. …".

    "Copyright lawyers in Port Alen …" begins a text.
    """
    text = line.strip()[:400]
    if not text:
        return True
    dated = YEAR.search(text) is not None or "eserved" in text
    return dated and COPYRIGHT.search(text[:200]) is not None
