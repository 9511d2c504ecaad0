"""Who could open what no value is left for, and who stands together against every outcome.

Looked at in whole parties: a party moves if it gives up all its refusals on the issues that hang
together. Who could open it: the smallest sets of parties whose movement alone leaves an outcome
that crosses nobody else's refusals. Jointly incompatible: the smallest sets of parties whose
refusals, with the codebook's rules, leave no outcome. No set is better than another, and nothing
says that anybody should move.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from onrecord.negotiation.components import (
    Choice,
    Component,
    find_components,
    rules_leave_nothing,
)
from onrecord.negotiation.covers import Sets, meeting, members, minimal
from onrecord.negotiation.obstacles import leaves_an_outcome, obstacles
from onrecord.positions.codebook import Codebook
from onrecord.records import Cell, IssueStatus

MOST_SETS = 500  # of parties, per component; with twenty parties there can be 180,000
MOST_SURE = 20  # sets made smallest one by one where not all could be held
Parties = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """Issues that hang together and that every outcome of crosses a refusal.

    `could_open` and `incompatible` are smallest sets of parties, fewer parties first.
    `outcomes` counts the values' combinations; `complete`: there are no other such sets.
    """

    issues: tuple[str, ...]
    could_open: tuple[Parties, ...]
    incompatible: tuple[Parties, ...]
    outcomes: int
    complete: bool


def find_openings(
    cells: Iterable[Cell], statuses: Iterable[IssueStatus], codebook: Codebook
) -> tuple[Opening, ...]:
    """The openings of every component that leaves no outcome uncrossed, sorted by issues.

    Raises CodebookError where the rules alone leave no outcome.
    """
    found = []
    for component in find_components(cells, statuses, codebook):
        opening = opening_of(component, codebook.name)
        if opening is not None:
            found.append(opening)
    return tuple(found)


def opening_of(component: Component, codebook: str = "") -> Opening | None:
    """Who could open a component; None where some outcome crosses no refusal."""
    parties = component.parties
    crossed = parties_crossed(component)
    ways = obstacles(component, crossed)
    everyone = (1 << len(parties)) - 1
    if not ways.found and (ways.complete or not leaves_an_outcome(component, crossed, everyone)):
        raise rules_leave_nothing(component, codebook)
    if ways.found[:1] == (0,):
        return None
    if not ways.complete:
        sure = {_shrunk(component, crossed, way) for way in (*ways.found[:MOST_SURE], everyone)}
        ways = Sets(tuple(minimal(sure)), complete=False)
    clashes = meeting(ways.found, MOST_SETS)
    if not ways.complete:
        clashes = _proven(component, crossed, clashes, everyone)
    return Opening(
        issues=component.issues,
        could_open=_named(ways.found[:MOST_SETS], parties),
        incompatible=_named(clashes.found, parties),
        outcomes=component.outcomes,
        complete=ways.complete and clashes.complete and len(ways.found) <= MOST_SETS,
    )


def parties_crossed(component: Component) -> Callable[[Choice], int]:
    """What a choice crosses in whole parties: bit n is the n-th of `component.parties`."""
    bit = {party: 1 << n for n, party in enumerate(component.parties)}
    return lambda choice: sum({bit[cell.party] for cell in choice.crossed})


def _shrunk(component: Component, crossed: Callable[[Choice], int], way: int) -> int:
    """A smallest set within this one that suffices; this one where that cannot be told."""
    for number in members(way):
        less = way & ~(1 << number)
        if leaves_an_outcome(component, crossed, less):
            way = less
    return way


def _proven(
    component: Component, crossed: Callable[[Choice], int], clashes: Sets, everyone: int
) -> Sets:
    """Those of the sets that leave no outcome indeed, where not all ways out are known.

    Such a set is a smallest one: every set within it misses a way out.
    """
    sure = (
        clash
        for clash in clashes.found
        if leaves_an_outcome(component, crossed, everyone & ~clash) is False
    )
    return Sets(tuple(sure), complete=False)


def _named(sets: Iterable[int], parties: Parties) -> tuple[Parties, ...]:
    """The sets by the parties' names, fewer parties first."""
    named = (tuple(parties[n] for n in members(bits)) for bits in sets)
    return tuple(sorted(named, key=lambda own: (len(own), own)))
