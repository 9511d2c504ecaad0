"""The figures of one run over gold statements, for a reader and for a machine."""

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
class Miss:
    """One error for a person to read: what the gold has, what was found, in which sentence."""

    article: str
    error: str  # "missed", "not in gold", "other source", "other content"
    gold: str
    found: str
    start: int

    def as_text(self) -> str:
        """The error in three lines."""
        where = f"{self.error}: {self.article} at {self.start}"
        return f"{where}\n  gold   {self.gold}\n  found  {self.found}"


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementScores:
    """The figures of one run over a split."""

    split: str
    light: bool
    articles: int
    lost: int  # articles in which nothing was found though the gold has statements
    loose: Score
    strict: Score
    by_kind: dict[str, Score]  # at the loose bound, by the kind that was found
    source_matches: int  # right source among loose matches whose gold names one
    source_exact: int
    source_asked: int
    spans: dict[str, Score]
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
    def articles_per_second(self) -> float:
        """Articles per second of the extractor alone, without the parse."""
        return self.articles / self.seconds_find if self.seconds_find else 0.0

    def error_list(self) -> str:
        """Every error for a person to read, kind by kind, in text order."""
        order = sorted(self.errors, key=lambda e: (e.error, e.article, e.start))
        return "\n".join(error.as_text() for error in order)

    def as_json(self) -> dict[str, object]:
        """The figures as plain JSON values, without the error list."""
        plain: dict[str, object] = {
            name: getattr(self, name) for name in ("split", "light", "articles", "lost", "nested")
        }
        plain["content_iou_03"] = _plain(self.loose)
        plain["content_iou_08"] = _plain(self.strict)
        plain["by_kind"] = {kind: _plain(score) for kind, score in self.by_kind.items()}
        plain["source_agreement"] = round(self.source_agreement, 4)
        plain["source_exact"] = round(self.source_exact_agreement, 4)
        plain["exact_spans"] = {role: _plain(score) for role, score in self.spans.items()}
        plain["articles_per_second"] = round(self.articles_per_second, 1)
        plain["seconds_parse"] = round(self.seconds_parse, 2)
        plain["seconds_find"] = round(self.seconds_find, 2)
        return plain


def _plain(score: Score) -> dict[str, float]:
    figures = asdict(score)
    for name in ("precision", "recall", "f1"):
        figures[name] = round(getattr(score, name), 4)
    return figures
