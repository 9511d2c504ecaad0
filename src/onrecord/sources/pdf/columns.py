"""The words of a page to its columns, in the order in which they are read.

A gutter is a strip that no word crosses over many rows, and behind which lines begin one below
the other. The page is cut where the longest one runs: into what stands above, left of it, right
of it and below, and each of these in the same way again, since a story of two columns may stand
beside one of its own. What has a gutter but no running text beside it is a table: its rows stay.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import median
from typing import NamedTuple

from onrecord.sources.pdf.words import Word

# Widths and heights in heights of a line. Gutters of newspapers have 10 to 14 points at a type of
# 8.5 to 10, which is .8 to 1.3 of a line's height; the blanks of justified lines reach as far, but
# what follows them does not begin one below the other.
GUTTER, WIDE_GUTTER = 0.6, 0.95  # the second where few rows speak for it
SAME_ROW = 0.3
FARTHEST = 3.0  # rows farther apart are not cut together: a picture, or the head of the page
ALIGNED = 2.0  # points by which beginnings of lines differ
FEWEST_ROWS = 2  # on each side of a gutter, and that begin right behind it
LONGEST_RIVER = 8  # rows of justified text in which blanks happen to stand one below the other
ALIGNED_SHARE = 0.4  # of the lines behind a gutter: first lines and bullets are indented
LARGER = 1.15  # a line of larger type over a gap in the next column heads both
WORDS_A_ROW, FILLED = 2.0, 0.45  # on average in a column of running text; cells have less
CANDIDATES = 8  # gutters that are tried
DEEPEST = 12


class Row(NamedTuple):
    """The words on one line of the paper, from left to right."""

    words: tuple[Word, ...]
    base: float
    size: float

    @property
    def left(self) -> float:
        """Where its first word begins."""
        return self.words[0].left

    @property
    def right(self) -> float:
        """Where its last word ends."""
        return self.words[-1].right

    @property
    def text(self) -> str:
        """Its words with a blank between two."""
        return " ".join(word.text for word in self.words)


class Column(NamedTuple):
    """Rows that are read one after the other, and the edges between which they stand."""

    rows: list[Row]
    left: float
    right: float


def rows_of(words: Sequence[Word]) -> list[Row]:
    """The rows of a page, from top to bottom. Raised and lowered figures stand in their row."""
    rows: list[list[Word]] = []
    base = 0.0
    for word in sorted(words, key=lambda w: (w.base, w.left)):
        if rows and word.base - base <= SAME_ROW * min(word.size, rows[-1][0].size):
            rows[-1].append(word)
        else:
            rows.append([word])
            base = word.base
    return [row_of(tuple(sorted(row, key=lambda w: (w.left, w.right)))) for row in rows]


def row_of(words: tuple[Word, ...]) -> Row:
    """These words, from left to right, as a row on the line and of the type of its longest."""
    longest = max(words, key=lambda word: len(word.text))
    return Row(words, longest.base, longest.size)


class Cut(NamedTuple):
    """Where rows are cut: a gutter ends at `x` over `rows[first:end]`."""

    x: float
    first: int
    end: int


def columns_of(rows: Sequence[Row], depth: int = 0) -> list[Column]:
    """The columns of these rows in reading order."""
    if not rows:
        return []
    cut = _longest_cut(rows) if depth < DEEPEST else None
    if cut is None:
        left, right = min(row.left for row in rows), max(row.right for row in rows)
        return [Column(list(rows), left, right)]
    left_of, right_of = _sides(rows[cut.first : cut.end], cut.x)
    parts = (rows[: cut.first], left_of, right_of, rows[cut.end :])
    return [column for part in parts for column in columns_of(part, depth + 1)]


def _longest_cut(rows: Sequence[Row]) -> Cut | None:
    """The gutter with the most rows at both sides; None if there is none."""
    best, most = None, 0
    for x in _candidates(rows):
        for first, end in _clear_runs(rows, x):
            fewer = _fewer(rows[first:end], x) if end - first > most else 0
            if fewer <= most or fewer < FEWEST_ROWS or _is_river(rows, first, end, x):
                continue
            if _is_gutter(*_sides(rows[first:end], x), x):
                best, most = Cut(x, first, end), fewer
    return best


def _candidates(rows: Sequence[Row]) -> list[float]:
    """Where lines begin behind a wide gap, the most frequent first."""
    begins: Counter[int] = Counter()
    for row in rows:
        least = GUTTER * row.size
        before = float("inf")
        for word in row.words:
            if word.left - before >= least:
                begins[round(word.left / ALIGNED)] += 1
            before = word.right
    frequent = sorted(begins, key=lambda at: (-begins[at] - begins[at + 1], at))
    return [at * ALIGNED for at in frequent[:CANDIDATES]]


def _clear_runs(rows: Sequence[Row], x: float) -> Iterator[tuple[int, int]]:
    """Yield the ranges of rows, one after the other, in which no word crosses the gutter."""
    first = 0
    for at, row in enumerate(rows):
        is_near = at == first or row.base - rows[at - 1].base <= FARTHEST * row.size
        is_clear = _is_clear(row, x)
        if not (is_clear and is_near) or (at > first and _heads_both(rows, at, x)):
            if at > first:
                yield first, at
            first = at if is_clear else at + 1
    if first < len(rows):
        yield first, len(rows)


def _is_river(rows: Sequence[Row], first: int, end: int, x: float) -> bool:
    """Whether a clear strip of few rows is narrow, or lies in the middle of running text."""
    if end - first >= LONGEST_RIVER:
        return False
    if any(not _is_clear(row, x, WIDE_GUTTER) for row in rows[first:end]):
        return True
    neighbours = [(at - 1, at) for at in (first, end) if 0 < at < len(rows)]
    return any(
        rows[below].base - rows[above].base < 1.5 * rows[above].size
        and rows[below].size < LARGER * rows[above].size
        and rows[above].size < LARGER * rows[below].size
        for above, below in neighbours
    )


def _is_clear(row: Row, x: float, width: float = GUTTER) -> bool:
    """Whether no word of a row stands in the strip that ends at x."""
    at = bisect_left(row.words, x - ALIGNED, key=_left)
    if at == 0:
        return True
    behind = min(x + ALIGNED, row.words[at].left) if at < len(row.words) else x + ALIGNED
    return behind - row.words[at - 1].right >= width * row.size


def _heads_both(rows: Sequence[Row], at: int, x: float) -> bool:
    """Whether a row of larger type begins something new: nothing begins behind the gutter there.

    The column behind the gutter has a gap as high as the headline.
    """
    row, above = rows[at], rows[at - 1]
    if row.size < LARGER * above.size or not any(word.left < x - ALIGNED for word in row.words):
        return False
    behind = next((word.left for word in row.words if word.left >= x - ALIGNED), None)
    below = rows[at + 1].base if at + 1 < len(rows) else float("inf")
    return below - above.base > 1.8 * above.size and (behind is None or behind > x + 2 * row.size)


def _fewer(rows: Sequence[Row], x: float) -> int:
    """How many of these rows have words left of a gutter, or right of it: the lower number."""
    left_of = sum(row.left < x - ALIGNED for row in rows)
    right_of = sum(row.words[-1].left >= x - ALIGNED for row in rows)
    return min(left_of, right_of)


def _left(word: Word) -> float:
    return word.left


def _sides(rows: Sequence[Row], x: float) -> tuple[list[Row], list[Row]]:
    """What of these rows stands left and right of a gutter."""
    left_of, right_of = [], []
    for row in rows:
        at = bisect_left(row.words, x - ALIGNED, key=_left)
        if at:
            left_of.append(_part(row, row.words[:at]))
        if at < len(row.words):
            right_of.append(_part(row, row.words[at:]))
    return left_of, right_of


def _part(row: Row, words: tuple[Word, ...]) -> Row:
    return row if len(words) == len(row.words) else row_of(words)


def _is_gutter(left_of: Sequence[Row], right_of: Sequence[Row], x: float) -> bool:
    """Whether lines of text stand at both sides, those on the right one below the other."""
    aligned = sum(abs(row.left - x) <= ALIGNED for row in right_of)
    return (
        aligned >= max(FEWEST_ROWS, ALIGNED_SHARE * len(right_of))
        and _is_running_text(left_of)
        and _is_running_text(right_of)
    )


def _is_running_text(rows: Sequence[Row]) -> bool:
    """Whether rows look like lines of sentences and not like the cells of a table."""
    width = max(row.right for row in rows) - min(row.left for row in rows)
    return (
        median(len(row.words) for row in rows) >= WORDS_A_ROW
        and median(row.right - row.left for row in rows) >= FILLED * width
    )
