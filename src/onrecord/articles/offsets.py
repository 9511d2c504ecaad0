"""Text that knows where each of its characters came from.

A `MappedText` is only ever made by copying from another one, so the way back cannot get lost:
its pieces stay sorted and never overlap, and all of it runs once over the text.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.records import Segment

# (start, length, raw_start, raw_length) of a Segment: a page has thousands, and a record for
# each step on the way costs more than all the rest of the reading.
Piece = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """That `text[start:end]` is to be read as `new`."""

    start: int
    end: int
    new: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MappedText:
    """A text with the offset map to its raw form; see `records.Segment` for the pieces."""

    text: str
    pieces: Sequence[Piece]

    @classmethod
    def of(cls, raw: str) -> MappedText:
        """The raw text itself."""
        return cls(text=raw, pieces=[(0, len(raw), 0, len(raw))] if raw else [])

    def segments(self) -> tuple[Segment, ...]:
        """The offset map as records."""
        return tuple(
            Segment(start=start, length=length, raw_start=raw_start, raw_length=raw_length)
            for start, length, raw_start, raw_length in self.pieces
        )

    def raw_range(self, start: int, end: int) -> tuple[int, int] | None:
        """The raw offsets that `text[start:end]` came from; None if we put it in."""
        first = bisect_right(self.pieces, start, key=_end)
        last = bisect_left(self.pieces, end, key=_start) - 1
        if first > last:
            return None
        left, right = self.pieces[first], self.pieces[last]
        raw_start = left[2] + (max(0, start - left[0]) if left[1] == left[3] else 0)
        raw_length = min(right[1], end - right[0]) if right[1] == right[3] else right[3]
        return raw_start, right[2] + raw_length

    def cut(self, start: int, end: int) -> Iterator[Piece]:
        """Yield the pieces of `text[start:end]`, cut to it where they map by character."""
        pieces = self.pieces
        at = bisect_right(pieces, start, key=_end)
        while at < len(pieces) and pieces[at][0] < end:
            piece = pieces[at]
            left, length, raw_left, raw_length = piece
            if left >= start and left + length <= end:
                yield piece
            else:
                right = min(end, left + length)
                if length == raw_length and left < start:
                    raw_left, left = raw_left + start - left, start
                left = max(left, start)
                yield left, right - left, raw_left, _raw_length(piece, right - left)
            at += 1

    def edited(self, edits: Iterable[Edit]) -> MappedText:
        """This text after the edits, which are sorted and do not overlap."""
        writer = Writer()
        at = 0
        for edit in edits:
            writer.copy(self, at, edit.start)
            writer.replace(self, edit.start, edit.end, edit.new)
            at = edit.end
        if at == 0:
            return self
        writer.copy(self, at, len(self.text))
        return writer.written()


def _start(piece: Piece) -> int:
    return piece[0]


def _end(piece: Piece) -> int:
    return piece[0] + piece[1]


def _raw_length(piece: Piece, length: int) -> int:
    """How much of the original a part of a piece stands for: a repaired one all of it."""
    return length if piece[1] == piece[3] else piece[3]


class Writer:
    """Puts a new text together out of stretches of mapped ones, from left to right."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._pieces: list[Piece] = []
        self.length = 0

    def copy(self, source: MappedText, start: int, end: int) -> None:
        """Add `source.text[start:end]` as it stands."""
        if start == end:
            return
        shift = self.length - start
        pieces = self._pieces
        for left, length, raw_left, raw_length in source.cut(start, end):
            if pieces and _runs_on(pieces[-1], left + shift, length, raw_left, raw_length):
                before = pieces[-1]
                pieces[-1] = (before[0], before[1] + length, before[2], before[3] + length)
            else:
                pieces.append((left + shift, length, raw_left, raw_length))
        self.insert(source.text[start:end])

    def replace(self, source: MappedText, start: int, end: int, new: str) -> None:
        """Add `new` as what `source.text[start:end]` means: mapped as a whole."""
        raw = source.raw_range(start, end) if new else None
        if raw is not None:
            self._pieces.append((self.length, len(new), raw[0], raw[1] - raw[0]))
        self.insert(new)

    def insert(self, new: str) -> None:
        """Add characters that stand nowhere in the original."""
        self._parts.append(new)
        self.length += len(new)

    def written(self) -> MappedText:
        """The whole text so far."""
        return MappedText(text="".join(self._parts), pieces=self._pieces)


def _runs_on(before: Piece, left: int, length: int, raw_left: int, raw_length: int) -> bool:
    """Whether a piece goes on where the one before ends, in both texts and in step."""
    return (
        length == raw_length
        and before[1] == before[3]
        and before[0] + before[1] == left
        and before[2] + before[3] == raw_left
    )
