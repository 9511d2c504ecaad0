"""What scores mean: chances fitted on the sentences that were kept apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import torch

from onrecord.language.marking import CHANCE
from training.positions.judge import Read, shared

KEPT = 0.98  # share of sentences with a position that the gate has to let through


def candidates(reads: Sequence[Read]) -> tuple[np.ndarray, np.ndarray, list[str]]:
    """(features, whether each is the matter of a position, its article) of all candidates."""
    rows, right, articles = [], [], []
    for one in reads:
        for found in one.found:
            rows.append([1.0, _logit(found.chance), one.any, _logit(found.tagged)])
            right.append(float(any(shared(found, m) > 0 for m in one.example.marked)))
            articles.append(one.example.article)
    return np.array(rows), np.array(right), articles


def fit(rows: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Weights of a logistic regression, drawn a little towards 0."""
    weights = torch.zeros(rows.shape[1], dtype=torch.float64, requires_grad=True)
    given, wanted = torch.from_numpy(rows), torch.from_numpy(right)
    search = torch.optim.LBFGS([weights], max_iter=200, line_search_fn="strong_wolfe")

    def closure() -> torch.Tensor:
        search.zero_grad()
        loss = torch.nn.functional.binary_cross_entropy_with_logits(given @ weights, wanted)
        loss = loss + 1e-3 * (weights[1:] ** 2).sum()
        loss.backward()
        return loss

    search.step(closure)
    return weights.detach().numpy()


def fit_chance(reads: Sequence[Read]) -> dict[str, float]:
    """The weights as marks.json holds them."""
    rows, right, _ = candidates(reads)
    return {n: round(float(w), 4) for n, w in zip(CHANCE, fit(rows, right), strict=True)}


def crossed(reads: Sequence[Read]) -> list[Read]:
    """The sentences with fitted chances, those of each half by weights of the other half."""
    rows, right, articles = candidates(reads)
    half = np.array([_half(a) for a in articles])
    weights = [fit(rows[half != part], right[half != part]) for part in (0, 1)]
    fitted = []
    for one in reads:
        given, _, _ = candidates([one])
        chances = [1 / (1 + np.exp(-row @ weights[_half(one.example.article)])) for row in given]
        found = (replace(f, chance=float(c)) for f, c in zip(one.found, chances, strict=True))
        fitted.append(replace(one, found=tuple(found)))
    return fitted


def _half(article: str) -> int:
    return int(article[16:24], 16) % 2


def calibration(reads: Sequence[Read]) -> list[str]:
    """Lines on how well chances fit."""
    pairs = [
        (f.chance, any(shared(f, m) > 0 for m in one.example.marked))
        for one in crossed(reads)
        for f in one.found
    ]
    chances, right = np.array([c for c, _ in pairs]), np.array([float(r) for _, r in pairs])
    lines = [f"Brier {np.mean((chances - right) ** 2):.3f}, base {np.var(right):.3f}"]
    for low in np.arange(0, 1, 0.2):
        held = (chances >= low) & (chances < low + 0.2)
        if held.any():
            said, true = chances[held].mean(), right[held].mean()
            lines.append(f"{low:.1f}: {held.sum()} said {said:.2f}, true {true:.2f}")
    return lines


def fit_gate(reads: Sequence[Read]) -> tuple[float, float]:
    """(the least score of the gate, the share of sentences that reach it)."""
    held = sorted(one.gate for one in reads if one.example.marked)
    least = held[int(len(held) * (1 - KEPT))]
    return round(least, 3), sum(one.gate >= least for one in reads) / len(reads)


def _logit(chance: float) -> float:
    held = min(max(chance, 1e-4), 1 - 1e-4)
    return float(np.log(held / (1 - held)))
