"""Whether a statement's confidence can be believed, and what a bound on it would give and cost.

Source of the measure: expected calibration error over ten bins of equal width (Guo et al. 2017).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.evaluation.counts import Score, plain
from onrecord.evaluation.matching import Pair, choose

BINS = 10
THRESHOLDS = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """The statements whose confidence lies in `[low, high)`, the last bin's 1 included.

    `confidence` is their mean, `right` the share that is right; both None in an empty bin.
    """

    low: float
    high: float
    n: int
    confidence: float | None
    right: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold:
    """What is left if only statements of at least this confidence are kept.

    `matched` counts matches of the content, `right` those of them whose source is right too.
    """

    confidence: float
    matched: Score
    right: Score


def reliability(judged: Iterable[tuple[float, bool]]) -> tuple[Bin, ...]:
    """Ten bins of (confidence, whether it is right)."""
    sums = [[0, 0.0, 0] for _ in range(BINS)]
    for confidence, right in judged:
        row = sums[min(BINS - 1, max(0, int(confidence * BINS)))]
        row[0] += 1
        row[1] += confidence
        row[2] += right
    return tuple(
        Bin(
            low=number / BINS,
            high=(number + 1) / BINS,
            n=int(n),
            confidence=total / n if n else None,
            right=right / n if n else None,
        )
        for number, (n, total, right) in enumerate(sums)
    )


def calibration_error(bins: Sequence[Bin]) -> float | None:
    """The mean distance of confidence and share right, weighted by n; None without statements."""
    n = sum(b.n for b in bins)
    if not n:
        return None
    return sum(b.n * abs((b.right or 0.0) - (b.confidence or 0.0)) for b in bins) / n


class Sweep:
    """Counts at each threshold over the articles read so far."""

    def __init__(self) -> None:
        self.counts = [[0, 0, 0] for _ in THRESHOLDS]  # matched, right, kept
        self.gold = 0

    def count(
        self,
        gold: int,
        confidences: Sequence[float],
        candidates: Sequence[Pair],
        right: frozenset[tuple[int, int]],
    ) -> None:
        """Count one article: its candidate pairs, best first, and those whose source is right."""
        self.gold += gold
        for row, least in zip(self.counts, THRESHOLDS, strict=True):
            # Chosen anew: what a bound leaves out leaves its gold statement to the next best.
            pairs = choose(pair for pair in candidates if confidences[pair[1]] >= least)
            row[0] += len(pairs)
            row[1] += sum((g, s) in right for g, s, _ in pairs)
            row[2] += sum(confidence >= least for confidence in confidences)

    def points(self) -> tuple[Threshold, ...]:
        """The figures at each threshold, rising."""
        return tuple(
            Threshold(
                confidence=least,
                matched=Score(matched=matched, found=kept, gold=self.gold),
                right=Score(matched=right, found=kept, gold=self.gold),
            )
            for least, (matched, right, kept) in zip(THRESHOLDS, self.counts, strict=True)
        )


def plain_bins(bins: Iterable[Bin]) -> list[dict[str, float | None]]:
    """The bins as plain JSON values."""
    return [
        {
            "low": b.low,
            "high": b.high,
            "n": b.n,
            "confidence": _rounded(b.confidence),
            "right": _rounded(b.right),
        }
        for b in bins
    ]


def plain_sweep(points: Iterable[Threshold]) -> list[dict[str, object]]:
    """The points as plain JSON values."""
    return [
        {"confidence": p.confidence, "matched": plain(p.matched), "right": plain(p.right)}
        for p in points
    ]


def _rounded(figure: float | None) -> float | None:
    return None if figure is None else round(figure, 4)
