"""What sentences on the parties are made from: positions, the terms of the picture, who says what.

Gathered from a record once; the command line, the API and the dossier use the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.actors import Cast
from onrecord.negotiation import Picture, Source, Terms, Wording
from onrecord.pipeline import Horizon
from onrecord.positions.holders import slug
from onrecord.presentation.dossier.lookup import Lookup
from onrecord.reconciliation import find_witnesses
from onrecord.records import (
    ActorLink,
    ArticleDate,
    Attribution,
    Cell,
    Conflict,
    Deadlock,
    IssueStatus,
    Package,
    Position,
)

# A statement's confidence can be taken at its word from .4 on (docs/statements.md): of those below
# .6 four in ten or more are not what an annotator marked. Of the positions that make a word or a
# need, 6 of 36 are below in the coverage of examples/, 2 of 61 in five articles of papers.
LOW_CONFIDENCE = 0.6


@dataclass(frozen=True, kw_only=True)
class Grounds:
    """A record's positions and the terms on which its picture is drawn, with the names to tell."""

    lookup: Lookup
    positions: tuple[Position, ...]
    wording: Wording

    def picture(self) -> Picture:
        """The picture as the record keeps it."""
        view = self.lookup.view
        return Picture(
            cells=tuple(view.all(Cell)),
            statuses=tuple(view.all(IssueStatus)),
            steps=tuple(self.lookup.steps.values()),
            deadlocks=tuple(view.all(Deadlock)),
            conflicts=tuple(view.all(Conflict)),
            packages=tuple(view.all(Package)),
        )

    def terms(self, horizon: Horizon | None = None) -> Terms:
        """The terms on which the record was concluded: to draw its picture anew, and another."""
        lookup, view = self.lookup, self.lookup.view
        links = {link.mention: link.actor for link in view.all(ActorLink)}
        cast = Cast(actors=lookup.actors, links=links)
        witnesses = find_witnesses(
            lookup.articles.values(), lookup.copies, view.all(Attribution), cast
        )
        return Terms(
            codebook=lookup.codebook,
            witnesses=witnesses,
            slugs=self.slugs(),
            dates=self.dates(),
            as_of=horizon.as_of if horizon is not None else None,
            horizon_days=horizon.days if horizon is not None else None,
        )

    def dates(self) -> tuple[ArticleDate, ...]:
        """When each article was published, as far as that is known."""
        return tuple(self.lookup.view.all(ArticleDate))

    def slugs(self) -> dict[str, str]:
        """The codebook's word for each party, by the party's id."""
        actors = self.lookup.actors.values()
        return {a.id: slug(a.listed_name) for a in actors if a.kind != "unnamed"}


def grounds_of(lookup: Lookup) -> Grounds:
    """The grounds of a record."""
    return Grounds(
        lookup=lookup,
        positions=tuple(lookup.positions.values()),
        wording=Wording(lookup.codebook, names_of(lookup), sources_of(lookup)),
    )


def names_of(lookup: Lookup) -> dict[str, str]:
    """The name of each actor by its id."""
    return {actor.id: actor.name for actor in lookup.actors.values()}


def sources_of(lookup: Lookup) -> Mapping[str, Source]:
    """Who says each position, in which outlet, when, and whether that is sure."""
    return {
        position.id: Source(
            speaker=lookup.actor(position.speaker),
            outlet=lookup.outlet(lookup.articles[position.article]),
            said=position.said,
            published=lookup.published.get(position.article),
            unsure=confidence_of(lookup, position) < LOW_CONFIDENCE,
        )
        for position in lookup.positions.values()
        if position.article in lookup.articles
    }


def confidence_of(lookup: Lookup, position: Position) -> float:
    """How sure a position is: no surer than the surest statement that it stands on."""
    known = [lookup.statements[s].confidence for s in position.statements if s in lookup.statements]
    return min(position.confidence, max(known, default=1.0))
