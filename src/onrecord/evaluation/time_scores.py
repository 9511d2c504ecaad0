"""The figures of times and of article dates, and their errors for a person to read."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from typing import Literal

from onrecord.evaluation.counts import Score, plain, share

Corpus = Literal["tempeval3", "recognizers"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeMiss:
    """One error: an expression that was missed, invented, or read as another time."""

    path: str
    text: str
    gold: str | None
    found: str | None

    def as_text(self) -> str:
        """One line: where, the words, what the gold has and what was found."""
        gold, found = self.gold or "nothing", self.found or "nothing"
        return f"{self.path} {self.text!r}: gold {gold}, found {found}"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeScores:
    """Expressions of time on TempEval-3, scored as its authors did.

    `strict` asks for the same characters, `relaxed` for some in common; `value` and `type` count
    the relaxed matches whose TIMEX3 value or type is the gold's.
    """

    part: str
    light: bool
    documents: int
    seconds: float
    strict: Score
    relaxed: Score
    value: Score
    type: Score
    errors: tuple[TimeMiss, ...]

    def as_json(self) -> dict[str, object]:
        """The figures as plain JSON values."""
        return {
            "part": self.part,
            "light": self.light,
            "documents": self.documents,
            "strict": plain(self.strict),
            "relaxed": plain(self.relaxed),
            "value": plain(self.value),
            "type": plain(self.type),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class DateCaseScores:
    """Cases of Recognizers-Text: how many results we read as one of the times they may mean."""

    light: bool
    news_like: Score
    all_settled: Score
    errors: tuple[TimeMiss, ...]

    def as_json(self) -> dict[str, object]:
        """The figures as plain JSON values."""
        return {
            "light": self.light,
            "news-like": {"right": self.news_like.matched, "of": self.news_like.gold},
            "all settled": {"right": self.all_settled.matched, "of": self.all_settled.gold},
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class DateClaim:
    """What was inferred of one article's date: whether it holds, its width in days, its reason.

    `held` is None where nothing was claimed, `width` where a side is open.
    """

    path: str
    truth: str
    held: bool | None
    width: int | None
    basis: str

    def as_text(self) -> str:
        """One line: where, the true day, what was claimed."""
        return f"{self.path} of {self.truth}: {self.basis or 'no claim'}"


@dataclass(frozen=True, slots=True, kw_only=True)
class DateScores:
    """Inferred dates of articles whose metadata and dateline were hidden."""

    corpus: str
    light: bool
    claims: tuple[DateClaim, ...]

    @property
    def documents(self) -> int:
        """How many articles there are."""
        return len(self.claims)

    @property
    def claimed(self) -> int:
        """For how many something was claimed."""
        return sum(claim.held is not None for claim in self.claims)

    @property
    def held(self) -> float | None:
        """The share of the claims that hold the true day; None without claims."""
        return share(sum(claim.held is True for claim in self.claims), self.claimed)

    @property
    def closed(self) -> tuple[DateClaim, ...]:
        """The claims that are bounded on both sides."""
        return tuple(claim for claim in self.claims if claim.width is not None)

    @property
    def median_width(self) -> float | None:
        """The median width in days of the claims bounded on both sides."""
        widths = [claim.width for claim in self.closed if claim.width is not None]
        return median(widths) if widths else None

    @property
    def errors(self) -> tuple[DateClaim, ...]:
        """The claims that do not hold the true day."""
        return tuple(claim for claim in self.claims if claim.held is False)

    def as_json(self) -> dict[str, object]:
        """The figures as plain JSON values."""
        return {
            "corpus": self.corpus,
            "light": self.light,
            "documents": self.documents,
            "claimed": self.claimed,
            "held": self.held,
            "closed": len(self.closed),
            "closed and held": sum(claim.held is True for claim in self.closed),
            "median width of the closed, days": self.median_width,
        }
