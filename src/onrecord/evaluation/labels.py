"""How right the labels of matched statements are: kind, channel, modality, negated."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from onrecord.evaluation.counts import Score, plain, share
from onrecord.evaluation.gold.cases import CaseStatement
from onrecord.records import Statement

LABELS = ("kind", "channel", "modality", "negated")


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelScore:
    """One label over the matched statements whose gold gives it.

    `confusions` are (gold, found, how often), the most frequent first.
    """

    label: str
    right: int
    asked: int
    confusions: tuple[tuple[str, str, int], ...]

    @property
    def accuracy(self) -> float | None:
        """The share that is right; None where the gold gives none."""
        return share(self.right, self.asked)


def told(value: object) -> str:
    """A label's value as a word."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def differing(gold: CaseStatement, found: Statement) -> list[tuple[str, str, str]]:
    """(label, gold, found) of each label that the gold gives and that is another one here."""
    return [
        (label, told(wanted), told(given))
        for label in LABELS
        if (wanted := getattr(gold, label)) is not None
        and (given := getattr(found, label)) != wanted
    ]


class LabelTally:
    """Counts of pairs (gold, found) per label."""

    def __init__(self) -> None:
        self.pairs: dict[str, Counter[tuple[str, str]]] = {label: Counter() for label in LABELS}

    def count(self, gold: CaseStatement, found: Statement) -> None:
        """Count the labels of one matched statement."""
        for label in LABELS:
            if (wanted := getattr(gold, label)) is not None:
                self.pairs[label][told(wanted), told(getattr(found, label))] += 1

    def scores(self) -> tuple[LabelScore, ...]:
        """The figures of the labels that the gold gives."""
        return tuple(
            LabelScore(
                label=label,
                right=sum(n for (gold, found), n in pairs.items() if gold == found),
                asked=pairs.total(),
                confusions=tuple(
                    (gold, found, n)
                    for (gold, found), n in sorted(pairs.items(), key=lambda p: (-p[1], p[0]))
                    if gold != found
                ),
            )
            for label, pairs in self.pairs.items()
            if pairs
        )

    def negated(self) -> Score | None:
        """Precision and recall of "negated" among matched statements; None: the gold has none."""
        pairs = self.pairs["negated"]
        if not pairs:
            return None
        return Score(
            matched=pairs["yes", "yes"],
            found=pairs["yes", "yes"] + pairs["no", "yes"],
            gold=pairs["yes", "yes"] + pairs["yes", "no"],
        )


def plain_labels(scores: tuple[LabelScore, ...]) -> dict[str, object]:
    """The figures of labels as plain JSON values."""
    return {
        score.label: {
            "right": score.right,
            "asked": score.asked,
            "accuracy": None if score.accuracy is None else round(score.accuracy, 4),
            "confusions": [
                {"gold": gold, "found": found, "n": n} for gold, found, n in score.confusions
            ],
        }
        for score in scores
    }


def plain_or_none(score: Score | None) -> dict[str, float] | None:
    """A score as plain JSON values, None as None."""
    return None if score is None else plain(score)
