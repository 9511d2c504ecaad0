"""The figures of one run over gold statements, for a reader and for a machine."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.evaluation.calibration import (
    Bin,
    Threshold,
    calibration_error,
    plain_bins,
    plain_sweep,
)
from onrecord.evaluation.counts import ClassScore, Score, plain
from onrecord.evaluation.misses import Miss, listed


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementScores:
    """The figures of one run over a split."""

    split: str
    light: bool
    articles: int
    lost: int  # articles in which nothing was found though the gold has statements
    loose: Score
    strict: Score
    by_kind: dict[str, ClassScore]  # at the loose bound, by the marks around either content
    source_matches: int  # right source among loose matches whose gold names one
    source_exact: int
    source_asked: int
    spans: dict[str, Score]
    reliability: tuple[Bin, ...]  # right: a loose match whose source is not wrong
    sweep: tuple[Threshold, ...]
    nested: int  # statements with `inside`, which the gold does not mark and no score counts
    seconds_parse: float
    seconds_find: float
    errors: tuple[Miss, ...]

    @property
    def source_agreement(self) -> float:
        """The share of loose matches with a gold source whose source is right."""
        return self.source_matches / self.source_asked if self.source_asked else 0.0

    @property
    def source_exact_agreement(self) -> float:
        """The share of loose matches with a gold source whose source has the same characters."""
        return self.source_exact / self.source_asked if self.source_asked else 0.0

    @property
    def calibration_error(self) -> float | None:
        """How far confidence lies from the share right; None where nothing was found."""
        return calibration_error(self.reliability)

    @property
    def articles_per_second(self) -> float:
        """Articles per second of the extractor with its encoder, without the parse."""
        return self.articles / self.seconds_find if self.seconds_find else 0.0

    def error_list(self) -> str:
        """Every error for a person to read, kind by kind, in text order."""
        return "\n".join(error.as_text() for error in listed(self.errors))

    def as_json(self) -> dict[str, object]:
        """The figures as plain JSON values, without the error list."""
        figures: dict[str, object] = {
            name: getattr(self, name) for name in ("split", "light", "articles", "lost", "nested")
        }
        figures["content_iou_03"] = plain(self.loose)
        figures["content_iou_08"] = plain(self.strict)
        figures["by_kind"] = {kind: plain(score) for kind, score in self.by_kind.items()}
        figures["source_agreement"] = round(self.source_agreement, 4)
        figures["source_exact"] = round(self.source_exact_agreement, 4)
        figures["exact_spans"] = {role: plain(score) for role, score in self.spans.items()}
        error = self.calibration_error
        figures["calibration_error"] = None if error is None else round(error, 4)
        figures["reliability"] = plain_bins(self.reliability)
        figures["sweep"] = plain_sweep(self.sweep)
        figures["articles_per_second"] = round(self.articles_per_second, 1)
        figures["seconds_parse"] = round(self.seconds_parse, 2)
        figures["seconds_find"] = round(self.seconds_find, 2)
        return figures
