"""Logistic regression on kernels, and what it says of pairs that were left out.

A kernel is one matrix of how alike each pair is to each other; kernels of different readings of a
pair are added, so that thousands of numbers cost no more than the number of pairs.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]
Labels = NDArray[np.int64]
Makes = Callable[[NDArray[np.intp]], Matrix]  # a kernel over all pairs, scaled by the given ones

STRENGTHS = (0.03, 0.1, 0.3, 1.0)  # of the fit; the one is taken that inner folds prefer
INNER = 3
ROUNDS, CLOSE = 12, 1e-2


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """Answers on pairs that were left out, against the gold; area: mean over folds."""

    f1: float
    precision: float
    recall: float
    accuracy: float
    macro_f1: float
    area: float
    folds: tuple[float, ...]


def linear(rows: Matrix, fit: NDArray[np.intp], bound: float = 8.0) -> Matrix:
    """The linear kernel of rows, each column standardised on those to fit."""
    scaled = standardised(rows, fit, bound)
    product: Matrix = scaled @ scaled.T / scaled.shape[1]
    return product


def gaussian(rows: Matrix, fit: NDArray[np.intp], width: float) -> Matrix:
    """The Gaussian kernel of the same rows."""
    scaled = standardised(rows, fit, 4.0)
    size = (scaled * scaled).sum(1)
    apart = np.maximum(size[:, None] + size[None] - 2 * scaled @ scaled.T, 0.0)
    near: Matrix = np.exp(-width * apart / scaled.shape[1])
    return near


def standardised(rows: Matrix, fit: NDArray[np.intp], bound: float) -> Matrix:
    """Columns with mean 0 and deviation 1 over the rows to fit, cut at the bound."""
    shifted = (rows - rows[fit].mean(0)) / (rows[fit].std(0) + 1e-9)
    cut: Matrix = np.clip(shifted, -bound, bound)
    return cut


def fit(kernel: Matrix, labels: Labels, strength: float) -> Matrix:
    """Weights of rows: logistic regression by Newton's method, both classes weighing the same."""
    size, yes = len(labels), int(labels.sum())
    share = np.where(labels == 1, size / (2 * yes), size / (2 * (size - yes))) * strength
    scores: Matrix = np.zeros(size)
    weights: Matrix = np.zeros(size)
    for _ in range(ROUNDS):
        chance = 1 / (1 + np.exp(-scores))
        bend = np.maximum(share * chance * (1 - chance), 1e-9)
        target = scores + share * (labels - chance) / bend
        weights = np.asarray(np.linalg.solve(kernel + np.diag(1 / bend), target), np.float64)
        moved = kernel @ weights
        done = np.max(np.abs(moved - scores)) < CLOSE
        scores = moved
        if done:
            break
    return weights


def cross_validate(
    makes: Makes, labels: Labels, folds: Sequence[int], topics: Sequence[str]
) -> Judged:
    """What folds say that were left out; strength and threshold are chosen within the others."""
    fold, inner = np.array(folds), np.array([_inner(topic) for topic in topics])
    scores, answers = np.zeros(len(labels)), np.zeros(len(labels), np.int64)
    for left in sorted(set(folds)):
        known, asked = np.flatnonzero(fold != left), np.flatnonzero(fold == left)
        kernel = makes(known)
        strength, bound = _choose(kernel, labels, known, inner)
        weights = fit(kernel[np.ix_(known, known)], labels[known], strength)
        scores[asked] = kernel[np.ix_(asked, known)] @ weights
        answers[asked] = scores[asked] > bound
    return _judged(labels, answers, scores, fold)


def _inner(topic: str) -> int:
    return int(hashlib.sha256(("i" + topic).encode()).hexdigest(), 16) % INNER


def _choose(
    kernel: Matrix, labels: Labels, known: NDArray[np.intp], inner: NDArray[np.int64]
) -> tuple[float, float]:
    """(strength, threshold) with the best F1 on inner folds by topic."""
    best = (-1.0, STRENGTHS[0], 0.0)
    for strength in STRENGTHS:
        scores = np.zeros(len(known))
        for left in range(INNER):
            out = inner[known] == left
            learnt = known[~out]
            weights = fit(kernel[np.ix_(learnt, learnt)], labels[learnt], strength)
            scores[out] = kernel[np.ix_(known[out], learnt)] @ weights
        found, bound = _best_bound(labels[known], scores)
        best = max(best, (found, strength, bound))
    return best[1], best[2]


def _best_bound(labels: Labels, scores: Matrix) -> tuple[float, float]:
    order = np.argsort(-scores, kind="stable")
    hits = np.cumsum(labels[order])
    f1 = 2 * hits / (np.arange(1, len(labels) + 1) + labels.sum())
    at = int(np.argmax(f1))
    ranked = scores[order]
    below = ranked[at + 1] if at + 1 < len(ranked) else ranked[at] - 1
    return float(f1[at]), float((ranked[at] + below) / 2)


def _judged(labels: Labels, answers: Labels, scores: Matrix, fold: NDArray[np.int64]) -> Judged:
    both = int((labels & answers).sum())
    per_fold = [fold == number for number in sorted(set(fold.tolist()))]
    yes, no = f1_of(labels, answers), f1_of(1 - labels, 1 - answers)
    return Judged(
        f1=round(yes, 4),
        precision=round(both / max(1, int(answers.sum())), 4),
        recall=round(both / max(1, int(labels.sum())), 4),
        accuracy=round(float((labels == answers).mean()), 4),
        macro_f1=round((yes + no) / 2, 4),
        area=round(float(np.mean([_area(labels[own], scores[own]) for own in per_fold])), 4),
        folds=tuple(round(f1_of(labels[own], answers[own]), 4) for own in per_fold),
    )


def f1_of(labels: Labels, answers: Labels) -> float:
    """The harmonic mean of precision and recall."""
    return 2 * int((labels & answers).sum()) / max(1, int(labels.sum()) + int(answers.sum()))


def _area(labels: Labels, scores: Matrix) -> float:
    """The chance that a yes scores above a no."""
    ranks = np.argsort(np.argsort(scores, kind="stable"), kind="stable") + 1.0
    yes = int(labels.sum())
    above = ranks[labels == 1].sum() - yes * (yes + 1) / 2
    return float(above / (yes * (len(labels) - yes)))
