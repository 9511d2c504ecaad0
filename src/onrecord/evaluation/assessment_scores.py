"""The scores of assessments: precision and recall of each field."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.evaluation.counts import Score


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentMiss:
    """A case that was not read as it is meant, with both readings."""

    id: str
    text: str
    expected: tuple[str, ...]
    found: tuple[str, ...]

    def as_text(self) -> str:
        """A few lines for a reader."""
        expected, found = ("; ".join(told) or "nothing" for told in (self.expected, self.found))
        return f"{self.id}: {self.text}\n  expected {expected}\n  found    {found}"


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentScores:
    """Precision and recall of each field, and how many texts without assessment stayed so.

    An assessment is found if its passage holds the gold assessor; its fields are then compared,
    and those of an assessment that was missed or invented count as missed or invented too.
    """

    name: str
    half: str
    cases: int
    fields: tuple[tuple[str, Score], ...]
    empty: int
    quiet: int
    errors: tuple[AssessmentMiss, ...]

    def as_json(self) -> dict[str, object]:
        """The figures for a machine."""
        return {
            "name": self.name,
            "half": self.half,
            "cases": self.cases,
            "fields": {
                field: {
                    "precision": round(score.precision, 3),
                    "recall": round(score.recall, 3),
                    "f1": round(score.f1, 3),
                }
                for field, score in self.fields
            },
            "without assessment": self.empty,
            "quiet": self.quiet,
        }
