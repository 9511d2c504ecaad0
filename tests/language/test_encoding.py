"""Windows, parts and crops: every piece is read once for good, with its own neighbours."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.language.encoding import (
    AHEAD,
    BACK,
    CLOSE,
    CUE_TAGS,
    OPEN,
    ROLE_TAGS,
    SHARED,
    WIDTH,
    WINDOW,
    Floats,
    _windows,
    crop,
    encode,
    encode_parts,
    read_roles,
)
from onrecord.language.pieces import Numbers, Pieces


class Echo:
    """Networks that give back what they are given: a state is its piece's id and sign."""

    settings: Mapping[str, Any] = {}

    def __init__(self) -> None:
        self.windows: list[list[int]] = []
        self.crops: list[tuple[list[float], list[int]]] = []

    def encode(self, ids: Numbers, signs: Numbers) -> tuple[Floats, Floats]:
        assert ids.shape == signs.shape
        assert len(ids) == 1
        self.windows.append(ids[0].tolist())
        states = np.zeros((*ids.shape, WIDTH), np.float32)
        states[..., 0], states[..., 1] = ids, signs
        cues = np.zeros((*ids.shape, CUE_TAGS), np.float32)
        cues[..., 0], cues[..., 1] = ids, np.arange(ids.shape[1])
        return states, cues

    def read_roles(self, states: Floats, distances: Numbers) -> Floats:
        assert states.dtype == np.float32
        assert states.shape[:2] == distances.shape
        self.crops.append((states[0, :, 0].tolist(), distances[0].tolist()))
        return np.repeat(distances[..., None], ROLE_TAGS, axis=2).astype(np.float32)


def pieces_of(count: int) -> Pieces:
    """So many pieces; each id below 2048 is told apart in half precision."""
    numbers = np.arange(count)
    return Pieces(
        ids=numbers % 1500 + 200,
        signs=numbers % 30,
        starts=numbers * 2,
        ends=numbers * 2 + 1,
        begins=np.ones_like(numbers),
    )


COUNTS = [0, 1, WINDOW - 1, WINDOW, WINDOW + 1, 2 * WINDOW - SHARED, 2 * WINDOW - SHARED + 1, 1000]


@pytest.mark.parametrize("count", COUNTS)
def test_every_piece_keeps_one_state_and_it_is_its_own(count: int) -> None:
    pieces, networks = pieces_of(count), Echo()
    encoding = encode(networks, pieces)
    assert encoding.states.shape == (count, WIDTH)
    assert encoding.cues.shape == (count, CUE_TAGS)
    assert encoding.states[:, 0].tolist() == pieces.ids.tolist()
    assert encoding.states[:, 1].tolist() == pieces.signs.tolist()
    assert encoding.cues[:, 0].tolist() == pieces.ids.tolist()
    assert encoding.pieces is pieces
    for window in networks.windows:
        assert (window[0], window[-1]) == (OPEN, CLOSE)
        assert len(window) <= WINDOW + 2


@given(st.integers(0, 5000))
def test_windows_share_what_they_should(count: int) -> None:
    windows = list(_windows(count))
    assert [n for _, _, low, high in windows for n in range(low, high)] == list(range(count))
    assert all(0 <= start <= low < high <= end <= count for start, end, low, high in windows)
    assert all(end - start <= WINDOW for start, end, _, _ in windows)
    for (_, end, _, high), (start, _, low, _) in pairwise(windows):
        assert end - start == SHARED
        assert high == low == start + SHARED // 2  # the middle of what both read
    assert len(windows) <= count / (WINDOW - SHARED) + 1  # linear: no window too many


def test_the_last_window_is_never_the_shared_part_alone() -> None:
    for count in range(1, 1000):
        start, end, low, high = list(_windows(count))[-1]
        assert (end, high) == (count, count)
        assert start == 0 or end - start > SHARED
        assert high - low > SHARED // 2 or start == 0


def test_parts_are_read_as_texts_of_their_own() -> None:
    pieces, networks = pieces_of(40), Echo()
    first, second = np.array([3, 4, 9]), np.array([30])
    (states, cues), (other, _) = encode_parts(networks, pieces, [first, second])
    assert networks.windows == [[OPEN, 203, 204, 209, CLOSE], [OPEN, 230, CLOSE]]
    assert (states.shape, cues.shape) == ((3, WIDTH), (3, CUE_TAGS))
    assert (states[:, 1].tolist(), other[:, 1].tolist()) == ([3, 4, 9], [0])
    assert encode_parts(networks, pieces, []) == []


def test_alone_a_part_does_not_stand_in_quotation_marks() -> None:
    pieces = pieces_of(30)
    ((states, _),) = encode_parts(Echo(), pieces, [np.arange(30)], alone=True)
    assert states[:, 1].tolist() == [n // 2 * 2 for n in range(30)]
    assert pieces.signs.tolist() == list(range(30))  # and the text's own signs stay


CROPS = {
    "a piece alone": ((0, 1, 0, 1), [0], [1]),
    "at the first edge": ((0, 2, 0, 4), [0, 1, 2, 3], [1, 1, 66, 67]),
    "at the last edge": ((2, 4, 0, 4), [0, 1, 2, 3], [3, 2, 1, 1]),
    "within bounds": ((3, 4, 2, 6), [2, 3, 4, 5], [2, 1, 66, 67]),
}


@pytest.mark.parametrize(("given_", "places", "distances"), CROPS.values(), ids=CROPS.keys())
def test_crop(given_: tuple[int, int, int, int], places: list[int], distances: list[int]) -> None:
    found = crop(*given_)
    assert (found[0].tolist(), found[1].tolist()) == (places, distances)


@given(st.integers(0, 400), st.integers(1, 60), st.integers(0, 400))
def test_crops_reach_as_far_as_the_reader_knows(first: int, size: int, behind: int) -> None:
    end = first + size
    places, distances = crop(first, end, 0, end + behind)
    assert places.tolist() == list(range(max(0, first - BACK), min(end + behind, end + AHEAD)))
    assert [p for p, d in zip(places, distances, strict=True) if d == 1] == list(range(first, end))
    apart = [d for d in distances.tolist() if d != 1]
    assert len(set(apart)) == len(apart)
    assert all(2 <= d < 2 + BACK + AHEAD for d in apart)  # what the reader has been trained with


def test_roles_are_read_around_each_cue() -> None:
    networks = Echo()
    encoding = encode(networks, pieces_of(500))
    cues = [(0, 1), (250, 252), (499, 500)]
    found = read_roles(networks, encoding.states, cues)
    assert [first for first, _ in found] == [0, 250 - BACK, 499 - BACK]
    for (first, scores), (given_, distances) in zip(found, networks.crops, strict=True):
        assert scores[:, 0].tolist() == distances
        assert given_ == encoding.states[first : first + len(scores), 0].tolist()
    assert read_roles(networks, encoding.states, []) == []


def test_what_is_read_does_not_depend_on_what_else_is() -> None:
    """Networks in 8 bits scale numbers over all that is in a call: each call has one thing."""
    networks = Echo()
    encoding = encode(networks, pieces_of(2000))
    read_roles(networks, encoding.states, [(5, 6)] * 20)
    encode_parts(networks, encoding.pieces, [np.arange(4)] * 20)
    assert len(networks.crops) == 20
    assert len(networks.windows) == len(list(_windows(2000))) + 20
