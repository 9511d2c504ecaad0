"""Quotation marks, paired. An odd number of marks loses one quotation at most, never the article.

Invariants: quotations of one article do not overlap and stand in text order; each lies within one
block; pairing looks at every character a fixed number of times.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.records import Article, Block

OPENING, CLOSING = "“„‟«", "”»"
SINGLE_OPENING, SINGLE_CLOSING = "‘‚‹", "’›'"
# Two single marks typed for one double mark ("''") count as one mark of two characters.
MARK = re.compile(r"''|``|‘‘|’’|[“„‟«”»\"＂‘‚‹’›']")
BEFORE_OPENING = " \t\r\n\u00a0([{—–―-/“„«\"‘'"
# A quotation in single marks longer than this was opened by an apostrophe.
MAX_SINGLE_CHARS = 600
# A quotation whose closing mark is missing ends with its block, if that is no longer than this.
MAX_UNCLOSED_CHARS = 4000


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """A quotation with its marks at `[start, end)`; `closed` is False where the mark is missing.

    `inner_start` and `inner_end` leave the marks out.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    block: int
    closed: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark: its place, its characters, and those before and after it within the block."""

    start: int
    end: int
    text: str
    before: str
    after: str

    @property
    def is_single(self) -> bool:
        """Whether it is a single mark or an apostrophe."""
        return self.text in SINGLE_OPENING or self.text in SINGLE_CLOSING

    def opens(self) -> bool:
        """Whether it can open a quotation: something to quote after it, a gap before it."""
        if self.after.isspace():
            return False
        if self.text in OPENING or self.text in ("``", "‘‘"):
            return True
        if self.text in "’›":  # at the start of a word an elision: ’tis
            return False
        if self.text == "'":
            return self.before in BEFORE_OPENING and self.after.isalnum()
        return self.before in BEFORE_OPENING

    def closes_double(self) -> bool:
        """Whether it can close what a double mark opened."""
        if self.text in OPENING or self.is_single or self.text in ("``", "‘‘"):
            return False
        return not (self.before.isspace() and self.after.isalnum())


def find_quotations(article: Article) -> tuple[Quotation, ...]:
    """The outermost quotations of an article, in text order."""
    found: list[Quotation] = []
    for index, block in enumerate(article.blocks):
        found.extend(_of_block(article.text, block, index))
    return tuple(found)


def _marks(text: str, block: Block) -> Iterator[Mark]:
    """Yield the marks of a block."""
    for match in MARK.finditer(text, block.start, block.end):
        start, end = match.span()
        before = text[start - 1] if start > block.start else " "
        after = text[end] if end < block.end else " "
        yield Mark(start, end, match.group(), before, after)


def _of_block(text: str, block: Block, index: int) -> Iterator[Quotation]:
    """Yield the quotations of one block; a double mark ends the search for a single one."""
    opened: Mark | None = None
    for mark in _marks(text, block):
        if opened is not None and opened.is_single:
            if mark.start - opened.start > MAX_SINGLE_CHARS:
                opened = None
            elif mark.is_single:
                if _closes_single(text, mark, block):
                    yield _closed(opened, mark, index)
                    opened = None
                continue
        if opened is None or opened.is_single:
            if mark.opens():
                opened = mark
        elif mark.closes_double():
            yield _closed(opened, mark, index)
            opened = None
        elif not mark.is_single and mark.opens():
            yield from _unclosed(text, opened, mark.start, index)
            opened = mark
    if opened is not None and not opened.is_single:
        yield from _unclosed(text, opened, block.end, index)


def _closed(opened: Mark, closing: Mark, index: int) -> Quotation:
    return Quotation(
        start=opened.start,
        end=closing.end,
        inner_start=opened.end,
        inner_end=closing.start,
        block=index,
        closed=True,
    )


def _unclosed(text: str, opened: Mark, limit: int, index: int) -> Iterator[Quotation]:
    """Yield the quotation whose closing mark is missing, if its opening stands like one of speech.

    A re-opened paragraph begins with its mark; within a line a comma, colon or dash goes before.
    """
    before = text[max(0, opened.start - 2) : opened.start].rstrip(" \u00a0")
    at_line_start = not before or before[-1] in "\n\r"
    if not at_line_start and before[-1] not in ",:—–―-":
        return
    end = limit
    while end > opened.end and text[end - 1].isspace():
        end -= 1
    if opened.end < end <= opened.start + MAX_UNCLOSED_CHARS:
        yield Quotation(
            start=opened.start,
            end=end,
            inner_start=opened.end,
            inner_end=end,
            block=index,
            closed=False,
        )


def _closes_single(text: str, mark: Mark, block: Block) -> bool:
    """Whether a single mark closes a quotation and is no apostrophe within or after a word."""
    if mark.text in SINGLE_OPENING or mark.after.isalnum() or mark.before.isspace():
        return False
    # "the envoys' plan": a plural's apostrophe, when a later mark can close instead
    if mark.before == "s" and text[mark.end : mark.end + 2][-1:].islower():
        later = text.find(mark.text, mark.end, min(block.end, mark.end + 200))
        return later < 0 or text[later - 1].isspace() or text[later + 1 : later + 2].isalnum()
    return True
