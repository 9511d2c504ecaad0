"""Word pieces of a text: what the encoder reads, each with its place in the text.

The encoder's vocabulary knows no capitals, no line ends and no gaps; three signs that carry much of
what tells a name, a paragraph and a quotation. Each piece therefore comes with a `sign`, one number
below `SIGNS`, made of the case of its letters, of what stands before it, and of whether double
quotation marks of its line are open.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from tokenizers import Tokenizer

SIGNS = 30  # 5 shapes × 3 gaps × 2 states of quotation
MAX_LINE_CHARS = 20_000  # longer lines are cut at white space: a tokenizer's memory grows with them
OPENING, CLOSING, STRAIGHT = "“„«", "”»", '"'

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Pieces:
    """The pieces of a text in order; all arrays have one row for each piece.

    `starts`/`ends` are code points of the text; `begins` is 1 where a piece opens a word and 0
    where it goes on with one.
    """

    ids: Numbers
    signs: Numbers
    starts: Numbers
    ends: Numbers
    begins: Numbers

    def __len__(self) -> int:
        return len(self.ids)


def cut_pieces(tokenizer: Tokenizer, text: str) -> Pieces:
    """The pieces of a text, line by line; time grows linearly with its length.

    Offsets of a piece are never empty; what the tokenizer cleans away (control characters) has no
    piece. Pieces stand in order, and only those of one word may share a character.
    """
    lines = [_cut_line(tokenizer, text, start, end) for start, end in _lines(text)]
    table = np.concatenate([np.zeros((0, 5), np.int64), *lines])
    ids, signs, starts, ends, begins = (np.ascontiguousarray(table[:, n]) for n in range(5))
    return Pieces(ids=ids, signs=signs, starts=starts, ends=ends, begins=begins)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield the range of every line, long ones in parts."""
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        while end - start > MAX_LINE_CHARS:
            cut = text.rfind(" ", start + 1, start + MAX_LINE_CHARS)
            cut = cut if cut > start else start + MAX_LINE_CHARS
            yield start, cut
            start = cut
        if start < end:
            yield start, end
        start = end + 1


def _cut_line(tokenizer: Tokenizer, text: str, start: int, end: int) -> Numbers:
    """A row (id, sign, start, end, begins) for each piece of a line, or of a part of a long one.

    Each part starts without open quotation marks: one that is never closed spoils no more than it.
    """
    line = text[start:end]
    encoding = tokenizer.encode(line, add_special_tokens=False)
    rows: list[tuple[int, int, int, int, int]] = []
    opened, before, last = False, 0, None
    opens_line = start == 0 or text[start - 1] == "\n"
    # Each attribute is asked for once: asking builds the whole list.
    for piece, (a, b), word in zip(encoding.ids, encoding.offsets, encoding.word_ids, strict=True):
        if a >= b:
            continue
        gap = 2 if not rows and opens_line else int(a > before)
        shown = line[a:b]
        if shown in CLOSING:
            opened = False
        sign = _shape(shown) * 6 + gap * 2 + opened
        if shown in OPENING:
            opened = True
        elif shown == STRAIGHT:
            opened = not opened
        rows.append((piece, sign, start + a, start + b, int(not rows or word != last)))
        before, last = b, word
    return np.asarray(rows, dtype=np.int64).reshape(-1, 5)


def _shape(word: str) -> int:
    """0 no letters, 1 small, 2 a capital first, 3 capitals alone, 4 other."""
    if word.islower():
        return 1
    if word.isupper():
        return 2 if len(word) == 1 else 3
    if word[0].isupper() and word[1:].islower():
        return 2
    return 4 if any(c.isalpha() for c in word) else 0
