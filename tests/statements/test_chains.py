"""Viterbi and the forward and backward sums, beside every row of tags that there is."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from onrecord.statements.chains import Chain

NUMBERS = st.integers(-40, 40).map(lambda n: n / 8)


@st.composite
def cases(draw: st.DrawFn) -> tuple[Chain, NDArray[np.float32], NDArray[np.int64]]:
    """A chain of 2 or 3 tags, scores of some rows, and how long each row is."""
    tags = draw(st.integers(2, 3))
    lengths = draw(st.lists(st.integers(1, 5), min_size=1, max_size=4))
    longest = max(lengths) + draw(st.integers(0, 2))

    def numbers(*shape: int) -> NDArray[np.float32]:
        size = int(np.prod(shape))
        flat = draw(st.lists(NUMBERS, min_size=size, max_size=size))
        return np.array(flat, np.float32).reshape(shape)

    chain = Chain(opens=numbers(tags), moves=numbers(tags, tags))
    return chain, numbers(len(lengths), longest, tags), np.array(lengths, np.int64)


def by_hand(chain: Chain, scores: NDArray[np.float32]) -> dict[tuple[int, ...], float]:
    """The score of each row of tags."""
    found = {}
    for tags in product(range(scores.shape[1]), repeat=len(scores)):
        total = float(chain.opens[tags[0]])
        total += sum(float(scores[n, tag]) for n, tag in enumerate(tags))
        total += sum(float(chain.moves[a, b]) for a, b in pairwise(tags))
        found[tags] = total
    return found


@given(cases())
def test_best_is_the_best_of_all(
    case: tuple[Chain, NDArray[np.float32], NDArray[np.int64]],
) -> None:
    chain, scores, lengths = case
    tags, chances = chain.best(scores, lengths)
    assert tags.shape == scores.shape[:2]
    for row, length in enumerate(lengths):
        every = by_hand(chain, scores[row, :length])
        whole = np.logaddexp.reduce(list(every.values()))
        assert every[tuple(tags[row, :length].tolist())] == pytest.approx(max(every.values()))
        assert chances[row] == pytest.approx(max(every.values()) - whole, abs=1e-5)
        assert chances[row] <= 0
        assert (tags[row, length:] == -1).all()


@given(cases())
def test_chances_are_the_shares_of_all(
    case: tuple[Chain, NDArray[np.float32], NDArray[np.int64]],
) -> None:
    chain, scores, lengths = case
    chances = chain.chances(scores, lengths)
    assert chances.shape == scores.shape
    for row, length in enumerate(lengths):
        every = by_hand(chain, scores[row, :length])
        whole = np.logaddexp.reduce(list(every.values()))
        for place, tag in product(range(length), range(scores.shape[2])):
            share = sum(np.exp(v - whole) for tags, v in every.items() if tags[place] == tag)
            assert chances[row, place, tag] == pytest.approx(share, abs=1e-5)
        assert (chances[row, length:] == 0).all()


@given(cases())
def test_a_row_is_read_the_same_alone(
    case: tuple[Chain, NDArray[np.float32], NDArray[np.int64]],
) -> None:
    """Neither padding nor other rows change anything, whatever stands in the padding."""
    chain, scores, lengths = case
    tags, chances = chain.best(scores, lengths)
    shares = chain.chances(scores, lengths)
    for row, length in enumerate(lengths):
        alone = scores[row : row + 1, :length]
        own, chance = chain.best(alone, lengths[row : row + 1])
        assert own[0].tolist() == tags[row, :length].tolist()
        assert chance[0] == chances[row]
        assert np.array_equal(chain.chances(alone, lengths[row : row + 1])[0], shares[row, :length])


PLAIN = Chain(opens=np.zeros(3, np.float32), moves=np.zeros((3, 3), np.float32))


def test_without_moves_each_piece_is_read_by_itself() -> None:
    scores = np.array([[[0, 2, 1], [3, 0, 0], [0, 0, 1]]], np.float32)
    tags, _ = PLAIN.best(scores, np.array([3]))
    assert tags.tolist() == [[1, 0, 2]]
    shares = np.exp(scores) / np.exp(scores).sum(2, keepdims=True)
    assert PLAIN.chances(scores, np.array([3])) == pytest.approx(shares, abs=1e-6)


def test_of_equal_tags_the_first() -> None:
    tags, chances = PLAIN.best(np.zeros((1, 4, 3), np.float32), np.array([4]))
    assert tags.tolist() == [[0, 0, 0, 0]]
    assert chances[0] == pytest.approx(4 * np.log(1 / 3))


def test_a_move_outweighs_a_score() -> None:
    """Inside may not follow out: the second piece begins, or the first does."""
    moves = np.zeros((3, 3), np.float32)
    moves[0, 2] = -50
    chain = Chain(opens=np.array([0, 0, -50], np.float32), moves=moves)
    scores = np.array([[[1, 0, 0], [0, 0, 3]]], np.float32)
    assert chain.best(scores, np.array([2]))[0].tolist() == [[1, 2]]
    assert PLAIN.best(scores, np.array([2]))[0].tolist() == [[0, 2]]


@pytest.mark.parametrize("size", [1e3, 1e5])
def test_large_scores_neither_overflow_nor_pass_certainty(size: float) -> None:
    scores = np.zeros((1, 300, 3), np.float32)
    scores[0, ::2, 1] = scores[0, 1::2, 2] = np.float32(size + 0.1)
    tags, chances = PLAIN.best(scores, np.array([300]))
    assert tags[0].tolist() == [1, 2] * 150
    assert chances[0] == 0
    assert PLAIN.chances(scores, np.array([300])).sum(2) == pytest.approx(np.ones((1, 300)))
