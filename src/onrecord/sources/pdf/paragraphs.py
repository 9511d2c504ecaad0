"""Rows of columns to paragraphs, joined over columns and pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from onrecord.sources.pdf.columns import Column, Row

# All in heights of a line.
INDENT = 0.5  # at least so far in begins the first line of a paragraph; type sets 1 to 2
DEEPEST_INDENT = 6.0  # what begins farther in is centred or stands to the right
SPREAD = 1.3  # of the usual distance of lines: what lies farther apart is two paragraphs
OTHER_SIZE = 1.12  # a quotient of sizes above which two lines are of different type
BLANK = 0.2
SHORT = 0.35  # of the width of the column left empty: then no line of a paragraph ends there
BULLETS = tuple("•●▪◦‣►▶■□–*")
SENTENCE_ENDS = tuple(".!?…:")
CLOSING = "”’\"')]»"


class Placed(NamedTuple):
    """A row with the edges of its column and the number of its page, from 0."""

    row: Row
    left: float
    right: float
    page: int


Paragraph = list[Placed]


def paragraphs_of(pages: Sequence[Sequence[Column]]) -> list[Paragraph]:
    """The paragraphs of all pages in reading order.

    A page that leaves several stories open is followed by none of them: which goes on is unknown.
    """
    paragraphs: list[Paragraph] = []
    is_indented = _is_indented([column for page in pages for column in page])
    left_open = 0  # columns of this page whose last paragraph went on nowhere
    for number, page in enumerate(pages):
        for at, column in enumerate(page):
            placed = [Placed(row, column.left, column.right, number) for row in column.rows]
            groups = list(_within(placed))
            if paragraphs:
                last = paragraphs[-1][-1]
                alone = at > 0 or left_open == 0
                if alone and _runs_over(last, groups[0], is_indented):
                    paragraphs[-1] += groups.pop(0)
                elif at > 0:
                    left_open += _is_open(last)
                if at == 0:
                    left_open = 0
            paragraphs += groups
    return paragraphs


def _within(rows: Sequence[Placed]) -> Iterator[Paragraph]:
    """Yield the paragraphs of one column."""
    pitch = _pitch(rows)
    group: Paragraph = []
    for placed in rows:
        if group and _begins(placed, group, pitch):
            yield group
            group = []
        group.append(placed)
    if group:
        yield group


def _pitch(rows: Sequence[Placed]) -> float:
    """The usual distance of two lines of the same type, in heights of a line."""
    steps = [
        (b.row.base - a.row.base) / a.row.size
        for a, b in pairwise(rows)
        if a.row.size > 0 and not _differ(a.row, b.row)
    ]
    # Among few lines gaps between paragraphs may prevail: lines set solid are one height apart.
    return min(median(steps), 1.6) if steps else 1.2


def _begins(placed: Placed, group: Paragraph, pitch: float) -> bool:
    """Whether a row begins a paragraph, after the rows of one so far."""
    row, above = placed.row, group[-1].row
    is_far = row.base - above.base > max(SPREAD * pitch, pitch + 0.2) * above.size
    if _differ(row, above) or is_far:
        return True
    if above.words[-1].is_cut:
        return False
    if row.words[0].text.startswith(BULLETS):
        return True
    is_centred = abs((row.left + row.right) - (above.left + above.right)) < row.size
    return not is_centred and (_steps(row, group) or _was_left(group[-1], row))


def _steps(row: Row, group: Paragraph) -> bool:
    """Whether a row begins farther in than the one above, or farther out after a passage."""
    above = group[-1].row
    first = above.words[0].text
    step = (row.left - above.left) / row.size
    hangs = len(group) == 1 and (first.startswith(BULLETS) or _is_number(first))
    return (INDENT < step < DEEPEST_INDENT and not hangs) or (step < -INDENT and len(group) > 1)


def _was_left(above: Placed, row: Row) -> bool:
    """Whether the row above was left before its end."""
    left = above.right - above.row.right
    is_left = _ends_sentence(above.row) or left > SHORT * (above.right - above.left)
    return is_left and _ends_early(above, row)


def _runs_over(last: Placed, group: Paragraph, is_indented: bool) -> bool:
    """Whether a paragraph goes on at the top of the next column or page."""
    row = group[0].row
    if _differ(row, last.row) or row.words[0].text.startswith(BULLETS):
        return False
    if last.row.words[-1].is_cut:
        return True
    first = row.words[0].text
    if _ends_sentence(last.row):
        inside = len(group) > 1 and row.left - group[1].row.left <= INDENT * row.size
        return is_indented and inside and not _ends_early(last, row)
    return first[0].islower() or not _ends_early(last, row)


def _is_open(placed: Placed) -> bool:
    """Whether a line of text ends inside a sentence at the edge of its column."""
    row = placed.row
    is_full = placed.right - row.right < SHORT / 2 * (placed.right - placed.left)
    return is_full and len(row.words) > 2 and not _ends_sentence(row)


def _is_indented(columns: Sequence[Column]) -> bool:
    """Whether paragraphs begin farther in: one line in thirty does, or more."""
    rows = [(row, column) for column in columns for row in column.rows]
    inside = sum(
        INDENT * row.size < row.left - column.left < DEEPEST_INDENT * row.size
        for row, column in rows
    )
    return inside * 30 >= len(rows)


def _ends_early(placed: Placed, following: Row) -> bool:
    """Whether the first word of the next line had room on this one: then the break was meant."""
    first = following.words[0]
    room = placed.right - placed.row.right - BLANK * placed.row.size
    return first.right - first.left < room


def _ends_sentence(row: Row) -> bool:
    return row.words[-1].text.rstrip(CLOSING).endswith(SENTENCE_ENDS)


def _is_number(text: str) -> bool:
    return text.rstrip(".)").isdigit() and text.endswith((".", ")"))


def _differ(a: Row, b: Row) -> bool:
    """Whether two rows are of different type: a headline and its text."""
    return max(a.size, b.size) > OTHER_SIZE * min(a.size, b.size)
