"""What the encoder makes of an article: a state for every word piece, in plain arrays.

Two small networks share them. The encoder reads windows of pieces and says of each how well it
begins or goes on with a cue; the role reader takes the states around one cue and says of each piece
whether it is that cue's source or content. Stages above put heads of their own on the same states
instead of running a model each.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from onrecord.language.pieces import Numbers, Pieces
from onrecord.records import Preference

Floats = NDArray[np.float32]
# Of a long text the states are by far the largest of what is kept: half the memory, and the role
# reader, which counts in 8 bits, finds the same.
States = NDArray[np.float16] | Floats

WINDOW, SHARED = 256, 64  # pieces of a window, and how many of them the next one reads again
BACK, AHEAD = 64, 96  # pieces before and behind a cue that the role reader sees
OPEN, CLOSE = 101, 102  # the vocabulary's signs for the start and the end of a text
WIDTH = 384  # numbers of a state
CUE_TAGS, ROLE_TAGS = 3, 5


class Networks(Protocol):
    """The two networks, however they are run, and the settings that their scores are read with."""

    @property
    def settings(self) -> Mapping[str, Any]:
        """What was trained or fitted beside the networks."""
        ...

    def encode(self, ids: Numbers, signs: Numbers) -> tuple[Floats, Floats]:
        """States [window, piece, width] and scores of cue tags [window, piece, 3]; no padding."""
        ...

    def read_roles(self, states: Floats, distances: Numbers) -> Floats:
        """Scores of role tags [cue, piece, 5] of crops of states [cue, piece, width]."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Encoding:
    """An article as the encoder sees it; rows of all arrays belong to its pieces, in order.

    `states` has a row of WIDTH numbers for each piece, `cues` the scores of (out, begin, inside).
    `networks` reads on: roles of a cue, or a part of the text by itself. `prefer` is what a reader
    of the states should rather do: be right, or miss nothing.
    """

    pieces: Pieces
    states: States
    cues: Floats
    networks: Networks
    prefer: Preference = "balance"


def encode(networks: Networks, pieces: Pieces, prefer: Preference = "balance") -> Encoding:
    """The encoding of pieces, window by window; time and memory grow linearly with the text.

    Neighbouring windows share pieces, so that every piece is read with some text on both sides;
    it keeps the state from the window in which it lies further from the edge.
    """
    states = np.zeros((len(pieces), WIDTH), np.float16)
    cues = np.zeros((len(pieces), CUE_TAGS), np.float32)
    for start, end, low, high in _windows(len(pieces)):
        state, cue = _read(networks, pieces, np.arange(start, end))
        states[low:high] = state[low - start : high - start]
        cues[low:high] = cue[low - start : high - start]
    return Encoding(pieces=pieces, states=states, cues=cues, networks=networks, prefer=prefer)


def encode_parts(
    networks: Networks, pieces: Pieces, parts: Sequence[Numbers], *, alone: bool = False
) -> list[tuple[Floats, Floats]]:
    """(states, cue scores) of parts of a text, each read at once as a text of its own.

    A part is the numbers of its pieces, at most WINDOW of them. With `alone` its pieces do not know
    that they stand within quotation marks.
    """
    return [_read(networks, pieces, part, alone=alone) for part in parts]


def _read(
    networks: Networks, pieces: Pieces, part: Numbers, *, alone: bool = False
) -> tuple[Floats, Floats]:
    """(states, cue scores) of these pieces, by one call of the encoder.

    Several windows in one call are no faster on one core, and networks in 8 bits scale their
    numbers over the whole call: what stands in one window would change what is read in another.
    """
    ids = np.array([[OPEN, *pieces.ids[part], CLOSE]], np.int64)
    signs = np.zeros_like(ids)
    signs[0, 1:-1] = pieces.signs[part] & ~1 if alone else pieces.signs[part]
    states, cues = networks.encode(ids, signs)
    return states[0, 1:-1], cues[0, 1:-1]


def _windows(count: int) -> Iterator[tuple[int, int, int, int]]:
    """Yield (first, end, first kept, end kept) of windows over so many pieces."""
    start = low = 0
    while low < count:
        end = min(start + WINDOW, count)
        high = count if end == count else end - SHARED // 2
        yield start, end, low, high
        start, low = end - SHARED, high


def read_roles(
    networks: Networks, states: States, cues: Sequence[tuple[int, int]]
) -> list[tuple[int, Floats]]:
    """(first piece of the crop, scores of role tags [piece, 5]) for each cue [first, end)."""
    found: list[tuple[int, Floats]] = []
    for first, end in cues:  # one by one, for the same reasons as windows
        places, distances = crop(first, end, 0, len(states))
        near = states[places].astype(np.float32, copy=False)
        scores = networks.read_roles(near[None], distances[None])
        found.append((int(places[0]), scores[0]))
    return found


def crop(first: int, end: int, low: int, high: int) -> tuple[Numbers, Numbers]:
    """The places around a cue [first, end) that lie in [low, high), and how far each is from it.

    Distances are as the role reader takes them: 1 on the cue, 2 and up before it, then behind it;
    0 is left for padding.
    """
    places = np.arange(max(low, first - BACK), min(high, end + AHEAD))
    distances = np.ones_like(places)
    before, behind = places < first, places >= end
    distances[before] = 2 + (first - 1 - places[before])
    distances[behind] = 2 + BACK + (places[behind] - end)
    return places, distances
