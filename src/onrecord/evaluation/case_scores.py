"""The figures of one run over our own cases, for a reader and for a machine."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.evaluation.chains import ChainScore
from onrecord.evaluation.counts import Score, plain
from onrecord.evaluation.labels import LabelScore, plain_labels, plain_or_none
from onrecord.evaluation.misses import Miss, listed


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseScores:
    """The figures of one run over a file of cases.

    A case is wholly right if each of its statements was found (content IoU ≥ .8) with its source,
    holder and labels, and nothing else; chains are scored apart.
    """

    name: str  # of the file
    half: str
    light: bool
    cases: int
    whole: int
    loose: Score
    strict: Score
    source_matches: int  # among all loose matches; no source in both is right
    nested: Score  # content, source and holder
    nested_loose: Score  # the same at content IoU ≥ .5
    empty: int  # cases without statements, and what was found in them
    found_in_empty: int
    labels: tuple[LabelScore, ...]
    negated: Score | None
    chains: ChainScore | None
    errors: tuple[Miss, ...]

    @property
    def source_agreement(self) -> float:
        """The share of loose matches whose source is right."""
        return self.source_matches / self.loose.matched if self.loose.matched else 0.0

    @property
    def whole_share(self) -> float:
        """The share of cases that are wholly right."""
        return self.whole / self.cases if self.cases else 0.0

    def error_list(self) -> str:
        """Every error for a person to read, kind by kind."""
        return "\n".join(error.as_text() for error in listed(self.errors))

    def as_json(self) -> dict[str, object]:
        """The figures as plain JSON values, without the error list."""
        return {
            "name": self.name,
            "half": self.half,
            "light": self.light,
            "cases": self.cases,
            "wholly_right": round(self.whole_share, 4),
            "content_iou_03": plain(self.loose),
            "content_iou_08": plain(self.strict),
            "source_agreement": round(self.source_agreement, 4),
            "nested_iou_08": plain(self.nested),
            "nested_iou_05": plain(self.nested_loose),
            "cases_without_statements": self.empty,
            "found_in_them": self.found_in_empty,
            "labels": plain_labels(self.labels),
            "negated": plain_or_none(self.negated),
            "via": self.chains.as_json() if self.chains is not None else None,
        }
