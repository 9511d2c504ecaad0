"""Errors for a person to read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.evaluation.gold.polnear import GoldStatement, Range
from onrecord.evaluation.matching import Pair, ranges
from onrecord.records import Article, Statement

ROLES = ("source", "cue", "content")


@dataclass(frozen=True, slots=True, kw_only=True)
class Miss:
    """One error: what the gold has, what was found, and where."""

    article: str
    error: str  # "missed", "not in gold", "other source", "other content", "other kind" …
    gold: str
    found: str
    start: int

    def as_text(self) -> str:
        """The error in three lines."""
        where = f"{self.error}: {self.article} at {self.start}"
        return f"{where}\n  gold   {self.gold}\n  found  {self.found}"


def miss_of(
    article: Article,
    error: str,
    gold: GoldStatement | None,
    found: Statement | None,
    words: tuple[str, str] = ("", ""),
) -> Miss:
    """The error between a gold and a found statement; `words` stand before either's text."""
    wanted: Mapping[str, Sequence[Range]] = {r: getattr(gold, r) if gold else () for r in ROLES}
    given = {r: ranges(getattr(found, r)) if found else () for r in ROLES}
    starts = [a for roles in (wanted, given) for r in roles.values() for a, _ in r]
    return Miss(
        article=article.path,
        error=error,
        gold=words[0] + _shown(article.text, wanted) if gold else "",
        found=words[1] + _shown(article.text, given) if found else "",
        start=min(starts, default=0),
    )


def unmatched(
    article: Article,
    gold: Sequence[GoldStatement],
    found: Sequence[Statement],
    pairs: Iterable[Pair],
) -> list[Miss]:
    """What was missed, and what was found that the gold has not."""
    matched = list(pairs)
    known, right = {g for g, _, _ in matched}, {s for _, s, _ in matched}
    missed = [miss_of(article, "missed", g, None) for n, g in enumerate(gold) if n not in known]
    more = [miss_of(article, "not in gold", None, s) for n, s in enumerate(found) if n not in right]
    return missed + more


def listed(errors: Iterable[Miss]) -> list[Miss]:
    """The errors kind by kind, in text order."""
    return sorted(errors, key=lambda e: (e.error, e.article, e.start))


def _shown(text: str, roles: Mapping[str, Sequence[Range]]) -> str:
    return " | ".join(
        f"{role}: " + " … ".join(" ".join(text[a:b].split()) for a, b in spans)
        for role, spans in roles.items()
    )
