"""How many independent witnesses a set of positions is: asked of whoever knows the copies.

Reconciliation's `Witnesses` answers it for a corpus; without it, every article counts as one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Protocol

from onrecord.records import Origin, Position


class CountsOrigins(Protocol):
    """What tells which independent origins articles and statements go back to."""

    def origins_of(
        self, article_ids: Iterable[str], via: Mapping[str, Collection[str]] | None = None
    ) -> tuple[Origin, ...]:
        """The independent origins of these articles; `via` names, per article, its sources."""
        ...

    def via_of_statements(self, statement_ids: Iterable[str]) -> Mapping[str, Collection[str]]:
        """Per article that has none of them at first hand, through whom it has them."""
        ...


class OnePerArticle:
    """Every article as its own witness: for records read without reconciliation."""

    def origins_of(
        self, article_ids: Iterable[str], via: Mapping[str, Collection[str]] | None = None
    ) -> tuple[Origin, ...]:
        """One origin per article; `via` is not looked at."""
        del via
        return tuple(
            Origin(origin=article, articles=(article,), basis="its own article")
            for article in sorted(set(article_ids))
        )

    def via_of_statements(self, statement_ids: Iterable[str]) -> Mapping[str, Collection[str]]:
        """Nothing: every article is at first hand."""
        del statement_ids
        return {}


ONE_PER_ARTICLE = OnePerArticle()


def count_origins(positions: Iterable[Position], witnesses: CountsOrigins) -> int:
    """How many independent origins are behind these positions.

    An article whose reporter states the position in its own words is a witness itself.
    """
    held = list(positions)
    articles = {p.article for p in held}
    if witnesses is ONE_PER_ARTICLE:
        return len(articles)
    own = {p.article for p in held if not p.statements}
    via = witnesses.via_of_statements(sorted({s for p in held for s in p.statements}))
    sources = {a: v for a, v in via.items() if a not in own}
    return len(witnesses.origins_of(sorted(articles), sources))
