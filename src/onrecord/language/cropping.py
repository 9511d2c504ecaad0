"""The part of a text that is read for one sentence."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from onrecord.language.pieces import Pieces

BEFORE, AFTER = 16, 4  # pieces around the sentence: its states know what stands further away
MOST = 250  # pieces that are read; of a longer sentence its beginning


@dataclass(frozen=True, slots=True)
class Crop:
    """Pieces `[low, high)` of a text, of which `[first, last)` are the sentence's."""

    low: int
    first: int
    last: int
    high: int


def crop_of(pieces: Pieces, start: int, end: int) -> Crop | None:
    """What is read for the sentence at the characters `[start, end)`; None if it has no piece."""
    first, last = range_of(pieces, start, end)
    low = max(0, first - BEFORE)
    high = min(len(pieces), last + AFTER, low + MOST)
    last = min(last, high)
    return Crop(low, first, last, high) if first < last else None


def range_of(pieces: Pieces, start: int, end: int) -> tuple[int, int]:
    """The pieces `[first, last)` that touch the characters `[start, end)`."""
    first = int(np.searchsorted(pieces.ends, start, side="right"))
    return first, int(np.searchsorted(pieces.starts, end, side="left"))
