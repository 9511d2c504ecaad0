"""Counts behind precision and recall."""

from __future__ import annotations

from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Counts behind a precision and a recall."""

    matched: int
    found: int
    gold: int

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return self.matched / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of the gold that was found."""
        return self.matched / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.found + self.gold
        return 2 * self.matched / total if total else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassScore:
    """Counts of one class where both sides are classed alone.

    A found statement of the class is right if it matches any gold one, and the other way about:
    two readings of one statement may fall into neighbouring classes.
    """

    found_matched: int
    found: int
    gold_matched: int
    gold: int

    @property
    def precision(self) -> float:
        """The share of the class as found that is right."""
        return self.found_matched / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of the class in the gold that was found."""
        return self.gold_matched / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def share(part: int, whole: int) -> float | None:
    """The part of a whole; None where there is nothing to be part of."""
    return part / whole if whole else None


def plain(score: Score | ClassScore) -> dict[str, float]:
    """A score as plain JSON values."""
    figures: dict[str, float] = asdict(score)
    for name in ("precision", "recall", "f1"):
        figures[name] = round(getattr(score, name), 4)
    return figures
