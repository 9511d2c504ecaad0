"""What the rules about contradictions read, laid out once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.reconciliation.accounts_told import Stance, read_stances
from onrecord.reconciliation.denials_told import denied
from onrecord.reconciliation.figures import Figure, read_figures, shared_origins
from onrecord.reconciliation.one_matter import Pair, Tellings, gather_tellings
from onrecord.reconciliation.party_names import party_names
from onrecord.reconciliation.rebuttals import Rebuttal, find_rebuttals
from onrecord.reconciliation.tellings import Telling, read_tellings
from onrecord.reconciliation.told_against import opposite
from onrecord.reconciliation.wording import Wording, read_wording
from onrecord.records import (
    Actor,
    Article,
    Attribution,
    Interval,
    Position,
    QuantityMention,
    Report,
    Statement,
)

if TYPE_CHECKING:
    from onrecord.actors import Cast


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What the rules read.

    `denials` and `opposites` are pairs of tellings, whoever tells them; `together` holds the pairs
    of articles that go back to one origin.
    """

    figures: tuple[Figure, ...]
    wordings: tuple[Wording, ...]
    tellings: Tellings
    denials: tuple[Pair, ...]
    opposites: tuple[Pair, ...]
    stances: tuple[Stance, ...]
    positions: tuple[Position, ...]
    actors: Mapping[str, Actor]
    outlets: Mapping[str, str]
    published: Mapping[str, Interval | None]
    rebuttals: tuple[Rebuttal, ...]
    together: Mapping[tuple[str, str], bool]

    def name(self, actor: str | None) -> str:
        """The actor's name as shown."""
        if actor is None:
            return "someone unnamed"
        return self.actors[actor].name if actor in self.actors else actor

    def one_origin(self, left: str, right: str) -> bool:
        """Whether two articles are one, or go back to one origin."""
        return left == right or (min(left, right), max(left, right)) in self.together


def gather_evidence(
    articles: Iterable[Article],
    statements: Iterable[Statement],
    attributions: Iterable[Attribution],
    positions: Iterable[Position],
    quantities: Iterable[QuantityMention],
    reports: Iterable[Report],
    cast: Cast,
) -> Evidence:
    """The evidence of a whole corpus; the articles pass once and are not kept."""
    held = sorted(statements, key=lambda s: s.id)
    said_by = {a.statement: a for a in attributions}
    names = party_names(cast.actors.values())
    published: dict[str, Interval | None] = {}
    outlets: dict[str, str] = {}
    rebuttals: list[Rebuttal] = []
    tellings: list[Telling] = []
    by_article = _by_article(held)

    def noted() -> Iterator[Article]:
        for article in articles:
            published[article.id] = article.published
            if article.outlet is not None:
                outlets[article.id] = article.outlet
            own = by_article.get(article.id, ())
            rebuttals.extend(find_rebuttals(article, own, said_by, names))
            tellings.extend(read_tellings(article, own, said_by, names))
            yield article

    figures = tuple(read_figures(noted(), held, said_by.values(), quantities))
    told = gather_tellings(tellings)
    return Evidence(
        figures=figures,
        wordings=tuple(read_wording(s, said_by.get(s.id), published.get(s.article)) for s in held),
        tellings=told,
        denials=tuple(denied(told)),
        opposites=tuple(opposite(told)),
        stances=tuple(read_stances(held, said_by, names, published)),
        positions=tuple(sorted(positions, key=lambda p: p.id)),
        actors=cast.actors,
        outlets=outlets,
        published=published,
        rebuttals=tuple(rebuttals),
        together=shared_origins(reports),
    )


def _by_article(statements: Sequence[Statement]) -> dict[str, list[Statement]]:
    found: dict[str, list[Statement]] = {}
    for statement in statements:
        if statement.content:
            found.setdefault(statement.article, []).append(statement)
    return found
