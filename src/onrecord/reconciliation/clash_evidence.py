"""What the rules about contradictions read, laid out once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from onrecord.reconciliation.accounts_told import Stance
from onrecord.reconciliation.denials_told import denied
from onrecord.reconciliation.figures import Figure, shared_origins
from onrecord.reconciliation.one_matter import Pair, Tellings, gather_tellings
from onrecord.reconciliation.rebuttals import Rebuttal
from onrecord.reconciliation.told import Told
from onrecord.reconciliation.told_against import opposite
from onrecord.reconciliation.wording import Wording
from onrecord.records import Actor, Interval, Position, Report

T = TypeVar("T")


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
    told: Iterable[Told],
    positions: Iterable[Position],
    reports: Iterable[Report],
    actors: Mapping[str, Actor],
) -> Evidence:
    """The evidence of a whole corpus, from what each article tells."""
    every = tuple(told)
    tellings = gather_tellings(telling for one in every for telling in one.tellings)
    return Evidence(
        figures=_sorted((f for one in every for f in one.figures), lambda f: f.quantity.id),
        wordings=_sorted((w for one in every for w in one.wordings), lambda w: w.statement),
        tellings=tellings,
        denials=tuple(denied(tellings)),
        opposites=tuple(opposite(tellings)),
        stances=_sorted((s for one in every for s in one.stances), lambda s: s.name),
        positions=_sorted(positions, lambda p: p.id),
        actors=actors,
        outlets={one.article: one.outlet for one in every if one.outlet is not None},
        published={one.article: one.published for one in every},
        rebuttals=tuple(rebuttal for one in every for rebuttal in one.rebuttals),
        together=shared_origins(reports),
    )


def _sorted(records: Iterable[T], name: Callable[[T], str]) -> tuple[T, ...]:
    return tuple(sorted(records, key=name))
