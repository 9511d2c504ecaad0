"""A record in memory, for tests: what the store's view answers, over records made by hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, TypeVar

from onrecord import negotiation, reconciliation
from onrecord.positions import Codebook
from onrecord.records import (
    Actor,
    ActorLink,
    ActorMention,
    Article,
    ArticleDate,
    Attribution,
    Cell,
    Deadlock,
    IssueStatus,
    Plan,
    Position,
    Shift,
    Skip,
    Statement,
    Step,
)
from tests.made import MadeRecord

T = TypeVar("T")


@dataclass
class Shelf:
    """Records by type, each with its id once."""

    records: dict[type, list[Any]] = field(default_factory=dict)
    skips: tuple[Skip, ...] = ()

    def all(self, kind: type[T], /) -> Iterator[T]:
        return iter(self.records.get(kind, []))

    def skipped(self) -> tuple[Skip, ...]:
        return self.skips

    def put(self, kind: type, records: Iterable[Any]) -> None:
        self.records.setdefault(kind, []).extend(records)


def shelf_of(made: Iterable[MadeRecord], codebook: Codebook) -> Shelf:
    """Made records together, with what follows from them."""
    shelf = Shelf()
    actors: dict[str, Actor] = {}
    slugs: dict[str, str] = {}
    for record in made:
        actors.update((a.id, a) for a in record.actors)
        slugs.update(record.slugs)
        shelf.put(Article, record.articles)
        shelf.put(ArticleDate, record.dates)
        shelf.put(ActorMention, record.mentions)
        shelf.put(ActorLink, record.links)
        shelf.put(Statement, record.statements)
        shelf.put(Attribution, record.attributions)
        shelf.put(Position, record.positions)
        shelf.put(Plan, record.plans)
    shelf.put(Actor, actors.values())
    conclude(shelf, codebook, slugs)
    return shelf


def conclude(shelf: Shelf, codebook: Codebook, slugs: dict[str, str]) -> None:
    """Add what the positions of a shelf come to: cells, statuses, steps, deadlocks, shifts."""
    positions = list(shelf.all(Position))
    dates = list(shelf.all(ArticleDate))
    cells = negotiation.build_cells(positions, codebook, dates=dates)
    steps = negotiation.find_steps(positions, codebook, slugs)
    shelf.put(Cell, cells)
    shelf.put(IssueStatus, negotiation.judge_issues(cells, positions, codebook, slugs=slugs))
    shelf.put(Step, steps)
    shelf.put(Deadlock, negotiation.find_deadlocks(positions, steps, codebook))
    shelf.put(Shift, reconciliation.find_shifts(positions, codebook, dates))
