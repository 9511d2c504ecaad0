"""The best tags of rows of pieces, by a linear-chain conditional random field.

Scores of each tag at each piece come from a network; `Chain` adds how well tags follow each other,
learnt with it. Method: Lafferty, McCallum and Pereira 2001; decoding by Viterbi, the probability of
a tag by forward and backward sums. All rows of a batch are read in step.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.language.encoding import Floats
from onrecord.language.pieces import Numbers


@dataclass(frozen=True, slots=True, eq=False)
class Chain:
    """How well a tag opens a row (`opens`), and follows another (`moves[before, after]`)."""

    opens: Floats
    moves: Floats

    def best(self, scores: Floats, lengths: Numbers) -> tuple[Numbers, Floats]:
        """(tags [row, piece], log-probability of each row's tags); -1 behind a row's length.

        Each length is 1 or more. Of equally good tags the first are taken.
        """
        rows, longest, tags = scores.shape
        came = np.zeros((longest, rows, tags), np.int64)
        # In double precision, as the sums below: a row's tags are never likelier than 1.
        total = np.asarray(self.opens + scores[:, 0], np.float64)
        for place in range(1, longest):
            steps = total[:, :, None] + self.moves
            came[place] = steps.argmax(1)
            goes_on = (place < lengths)[:, None]
            total = np.where(goes_on, steps.max(1) + scores[:, place], total)
        found = np.full((rows, longest), -1, np.int64)
        at = total.argmax(1)
        each = np.arange(rows)
        for place in range(longest - 1, -1, -1):
            here = place < lengths
            found[here, place] = at[here]
            at = np.where(here, came[place, each, at], at)
        sums = self._forward(scores, lengths)[-1]
        return found, np.asarray(np.minimum(total.max(1) - _log_sum(sums, 1), 0.0), np.float32)

    def chances(self, scores: Floats, lengths: Numbers) -> Floats:
        """The probability [row, piece, tag] of each tag at each piece; 0 behind a row's length."""
        forward = self._forward(scores, lengths)
        longest = scores.shape[1]
        backward = np.zeros_like(forward)
        for place in range(longest - 2, -1, -1):
            ahead = self.moves + (scores[:, place + 1] + backward[place + 1])[:, None, :]
            goes_on = (place + 1 < lengths)[:, None]
            backward[place] = np.where(goes_on, _log_sum(ahead, 2), 0.0)
        both = forward + backward
        chances = np.exp(both - _log_sum(both, 2)[..., None]).transpose(1, 0, 2)
        there = np.arange(longest) < lengths[:, None]
        return np.asarray(chances * there[..., None], np.float32)

    def _forward(self, scores: Floats, lengths: Numbers) -> NDArray[np.float64]:
        """[piece, row, tag]: the log of the sum over all tags before; held behind a row's end."""
        rows, longest, tags = scores.shape
        sums = np.zeros((longest, rows, tags))
        if longest:
            sums[0] = self.opens + scores[:, 0]
        for place in range(1, longest):
            stepped = _log_sum(sums[place - 1][:, :, None] + self.moves, 1) + scores[:, place]
            goes_on = (place < lengths)[:, None]
            sums[place] = np.where(goes_on, stepped, sums[place - 1])
        return sums


def _log_sum(values: NDArray[np.float64] | Floats, axis: int) -> NDArray[np.float64]:
    """The logarithm of the sum of exponentials over an axis."""
    peak = values.max(axis, keepdims=True)
    return np.asarray(
        (np.log(np.exp(values - peak).sum(axis, keepdims=True)) + peak).squeeze(axis), np.float64
    )
