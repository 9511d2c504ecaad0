"""Logistic regression over clues, by L-BFGS: no chance is in it."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable, Sequence

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812

from onrecord.language.marking import ACTS, CLASSES
from training.positions.lessons import Choice, Lesson

SEEN = 3  # how often a clue must be seen to count
# Weight of the errors against that of the weights' squares. On the articles kept apart, F1 of
# matters is .595, .609 and .607 with .05, .1 and .2; acts are right in .709, .711 and .717 with .1,
# .3 and 1.
MATTERS, KINDS = 0.1, 0.3
SMALLEST = 0.01  # weights below are left out of the file
ROUNDS = 200

Weights = dict[str, dict[str, float]]


def fit(lessons: Sequence[Lesson]) -> Weights:
    """For each clue its weight for a matter, and for each act."""
    weights: Weights = {}
    choices = [c for lesson in lessons for c in lesson.choices if not c.near]
    _add(weights, *_matters(choices), CLASSES[:1])
    _add(weights, *_acts([c for c in choices if c.act is not None]), ACTS)
    return weights


def _matters(choices: Sequence[Choice]) -> tuple[list[str], np.ndarray]:
    names, summed = _table(choices)
    wanted = torch.tensor([float(c.act is not None) for c in choices], dtype=torch.float64)

    def loss(weights: Tensor) -> Tensor:
        scores = (summed(weights))[:, 0]
        return MATTERS * F.binary_cross_entropy_with_logits(scores, wanted, reduction="sum")

    return names, _least(loss, len(names), 1)


def _acts(choices: Sequence[Choice]) -> tuple[list[str], np.ndarray]:
    names, summed = _table(choices)
    wanted = torch.tensor([ACTS.index(c.act) for c in choices if c.act is not None])

    def loss(weights: Tensor) -> Tensor:
        return KINDS * F.cross_entropy(summed(weights), wanted, reduction="sum")

    return names, _least(loss, len(names), len(ACTS))


def _table(choices: Sequence[Choice]) -> tuple[list[str], Callable[[Tensor], Tensor]]:
    """(the clues that count, sorted; what sums weights over those that each choice shows)."""
    counts = Counter(clue for choice in choices for clue in choice.clues)
    names = sorted(clue for clue, count in counts.items() if count >= SEEN)
    column = {name: n for n, name in enumerate(names)}
    rows = [sorted(column[c] for c in choice.clues if c in column) for choice in choices]
    begins = torch.tensor([0, *itertools.accumulate(len(row) for row in rows[:-1])])
    flat = torch.tensor([clue for row in rows for clue in row])

    def summed(weights: Tensor) -> Tensor:
        return F.embedding_bag(flat, weights, begins, mode="sum")

    return names, summed


def _least(loss: Callable[[Tensor], Tensor], rows: int, columns: int) -> np.ndarray:
    """The weights with the least loss, drawn towards 0; those of the empty clue are free."""
    weights = torch.zeros(rows, columns, dtype=torch.float64, requires_grad=True)
    search = torch.optim.LBFGS(
        [weights], max_iter=ROUNDS, history_size=20, line_search_fn="strong_wolfe"
    )

    def closure() -> Tensor:
        search.zero_grad()
        total = loss(weights) + 0.5 * (weights[1:] ** 2).sum()  # "" is the first clue
        total.backward()
        return total

    search.step(closure)
    found: np.ndarray = weights.detach().numpy()
    return found


def _add(weights: Weights, names: Sequence[str], found: np.ndarray, classes: Sequence[str]) -> None:
    for name, row in zip(names, found, strict=True):
        for label, value in zip(classes, row, strict=True):
            if abs(value) >= SMALLEST:
                weights.setdefault(name, {})[label] = round(float(value), 4)
