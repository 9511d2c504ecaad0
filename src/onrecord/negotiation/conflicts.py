"""Which refusals, together, leave no value: the smallest sets of them, within an issue and across.

Within one issue: the smallest sets of parties whose refusals cover its values. Across issues that
the codebook's rules tie together: the smallest sets of refusals (all that a party refuses on one
issue count as one) that leave no outcome together with some of these rules, but not without. A
party that alone refuses every value has an incoherent record (it moved, is divided, or was read
wrongly); such a conflict comes before all others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from onrecord.negotiation.components import (
    Choice,
    Component,
    find_components,
    rules_leave_nothing,
)
from onrecord.negotiation.covers import meeting, members
from onrecord.negotiation.obstacles import obstacles
from onrecord.negotiation.openings import opening_of
from onrecord.positions.codebook import Codebook, Rule
from onrecord.records import Cell, Conflict, IssueStatus, identity

MOST_CONFLICTS = 1_000  # of one issue or component; of more, the larger ones are cut
MOST_TIED = 300  # sets of refusals held at a time for a component; beyond, whole parties
Place = tuple[str, str]  # party, issue


def find_conflicts(
    cells: Iterable[Cell], statuses: Iterable[IssueStatus], codebook: Codebook
) -> tuple[Conflict, ...]:
    """The smallest sets of refusals that leave no value, single parties first, then by issues.

    Only parties whose consent is needed are asked, or all where that is not known. Raises
    CodebookError where the codebook's rules alone leave no outcome.
    """
    found: list[Conflict] = []
    for component in find_components(cells, statuses, codebook):
        within = [c for group in component.choices for c in _within(group)]
        found += within
        if component.rules:
            known = {c.parties for c in within}
            found += _across(component, codebook.name, known)
    return tuple(sorted(found, key=lambda c: (len(c.parties) > 1, c.issues, c.parties, c.id)))


def _within(choices: Sequence[Choice]) -> Iterator[Conflict]:
    """The conflicts of one issue: minimal covers of its values by the parties' refusals."""
    if not all(choice.crossed for choice in choices):
        return  # some value crosses nothing
    issue = choices[0].issue
    refused = _refused(choices)
    parties = sorted(party for party, _ in refused)
    bit = {party: 1 << n for n, party in enumerate(parties)}
    against = [sum({bit[cell.party] for cell in choice.crossed}) for choice in choices]
    groups = meeting(against, MOST_CONFLICTS)
    for group in groups.found:
        own = tuple(parties[n] for n in members(group))
        yield Conflict(
            id=identity("conflict", issue, *own),
            refusals=tuple((p, issue, v) for p in own for v in refused[p, issue]),
            issues=(issue,),
            parties=own,
            complete=groups.complete,
        )


def _across(component: Component, codebook: str, known: set[tuple[str, ...]]) -> Iterator[Conflict]:
    """The conflicts in which rules take part; in whole parties where these are too many to hold."""
    refused = {k: v for group in component.choices for k, v in _refused(group).items()}
    places = sorted(refused)
    bit = {place: 1 << n for n, place in enumerate(places)}
    ways = obstacles(
        component,
        lambda choice: sum({bit[cell.party, cell.issue] for cell in choice.crossed}),
        rules_from=len(places),
        most=MOST_TIED,
    )
    if ways.found[:1] == (0,):
        return
    if not ways.complete:
        yield from _in_whole_parties(component, codebook, known, refused)
        return
    groups = meeting(ways.found, MOST_TIED)
    for group in groups.found:
        rules = [component.rules[n] for n in members(group >> len(places))]
        own = [places[n] for n in members(group & (1 << len(places)) - 1)]
        if rules and not own:
            raise rules_leave_nothing(component, codebook)
        if rules:
            yield _conflict(own, rules, refused, complete=groups.complete)


def _in_whole_parties(
    component: Component,
    codebook: str,
    known: set[tuple[str, ...]],
    refused: dict[Place, tuple[str, ...]],
) -> Iterator[Conflict]:
    """The parties that stand together against every outcome, those of single issues left out."""
    opening = opening_of(component, codebook)
    for parties in opening.incompatible if opening is not None else ():
        if parties not in known:
            own = [place for place in sorted(refused) if place[0] in parties]
            yield _conflict(own, component.rules, refused, complete=False)


def _refused(choices: Sequence[Choice]) -> dict[Place, tuple[str, ...]]:
    """By party, the values of an issue that it refuses, in scale order."""
    values: dict[Place, dict[str, None]] = {}
    for choice in choices:
        for cell in choice.crossed:
            if cell.value == choice.value:
                values.setdefault((cell.party, cell.issue), {})[cell.value] = None
    return {place: tuple(own) for place, own in values.items()}


def _conflict(
    own: Sequence[Place],
    rules: Sequence[Rule],
    refused: dict[Place, tuple[str, ...]],
    *,
    complete: bool,
) -> Conflict:
    """The conflict of these refusals with these rules."""
    issues = {issue for _, issue in own} | {issue for rule in rules for issue, _ in rule.literals}
    literals = sorted(part for rule in rules for pair in rule.literals for part in pair)
    places = (part for place in own for part in place)
    return Conflict(
        id=identity("conflict", "across", *places, "", *literals),
        refusals=tuple((p, i, v) for p, i in own for v in refused[p, i]),
        issues=tuple(sorted(issues)),
        parties=tuple(sorted({party for party, _ in own})),
        complete=complete,
    )
