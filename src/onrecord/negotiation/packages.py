"""The outcomes that no other is better than for every party: a frontier, never one "best".

Issues that a rule of the codebook ties together form a component and are settled together. For each
party an outcome is as bad as the refusals it crosses: red lines first, then firm ones, then the
others (not declared counts as soft). Parties are never weighed against each other and nothing is
summed across them.

Silence is no refusal, and it is no yes either: an outcome that crosses less leaves out another only
if it has every yes that the other has. Else the value that nobody has spoken of would drive out the
one that a party accepted. And on a scale it leaves out none that lies nearer to what a party
accepted, where that party is silent on both: else an offer of the one end and a wish for the other
would drive out what lies between, as if who made the offer had agreed to the whole way. Where both
cross the same, neither leaves out the other, whoever is silent. The frontier holds only values that
the codebook knows. A component of too many outcomes has none here: `openings` tells of it in whole
parties.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate
from operator import add, le, or_
from typing import NamedTuple

from onrecord.negotiation.components import (
    Choice,
    Component,
    find_components,
    rules_leave_nothing,
    walk_of,
)
from onrecord.positions.codebook import Codebook
from onrecord.records import Cell, IssueStatus, Package, identity

MOST_OUTCOMES = 50_000  # of one component, held at a time
MOST_COMPARED = 1_000  # standings side by side; 15,000 outcomes of 20 parties took over a minute
MOST_PACKAGES = 200  # of one component; a frontier of more is cut

Outcome = tuple[Choice, ...]
Vector = tuple[int, ...]  # per party: red lines, firm and soft refusals crossed, as one number
WEIGHT = {"red_line": 0, "firm": 1, "soft": 2, None: 2}  # not declared counts as soft


class Standing(NamedTuple):
    """What an outcome, or the beginning of one, comes to.

    `accepted` are bits, one for each party and issue with a yes without a condition. `silent` are
    bits for each party, one for each issue and step away from what it accepted on which it is
    silent.
    """

    crossed: Vector
    accepted: int
    silent: Vector


def build_packages(
    cells: Iterable[Cell], statuses: Iterable[IssueStatus], codebook: Codebook
) -> tuple[Package, ...]:
    """The frontier of every component with a closed scale, sorted by component and outcome.

    `complete` is False where more than `MOST_PACKAGES` are on it: each party's end is given, and
    what lies evenly between. A component is left out where more than `MOST_OUTCOMES` outcomes would
    have to be looked at, or more than `MOST_COMPARED` stand side by side. Raises CodebookError if
    the rules alone leave no outcome.
    """
    packages: list[Package] = []
    for component in find_components(cells, statuses, codebook):
        outcomes = frontier_of(component)
        if outcomes is None:
            continue
        if not outcomes:
            raise rules_leave_nothing(component, codebook.name)
        shown = outcomes if len(outcomes) <= MOST_PACKAGES else _spread(outcomes, component)
        complete = shown is outcomes
        packages += [_package(component.issues, o, complete=complete) for o in shown]
    return tuple(packages)


def frontier_of(component: Component) -> list[Outcome] | None:
    """The outcomes on the frontier of a component, sorted; None if there are too many to look at.

    Beginnings of outcomes that another one is better than for every party are dropped early:
    if the same rules have still to be kept, they stay behind it whatever follows.
    """
    levels, said, unsaid = _levels(component), _accepted(component), _silent(component)
    blank = (0,) * len(_parties(component))
    nothing = Standing(blank, 0, blank)
    held: dict[int, dict[Standing, list[Outcome]]] = {0: {nothing: [()]}}
    for turn in walk_of(component):
        following: dict[int, dict[Standing, list[Outcome]]] = {}
        for choice, keeps in turn.choices:
            own, yes, silent = levels(choice), said(choice), unsaid(choice)
            for before, by_standing in held.items():
                kept = before | keeps
                if turn.closing & ~kept:
                    continue  # a rule is broken
                here = following.setdefault(kept & ~turn.closing, {})
                for standing, outcomes in by_standing.items():
                    then = Standing(
                        tuple(map(add, standing.crossed, own)),
                        standing.accepted | yes,
                        tuple(map(or_, standing.silent, silent)),
                    )
                    here.setdefault(then, []).extend((*o, choice) for o in outcomes)
        if sum(len(o) for v in following.values() for o in v.values()) > MOST_OUTCOMES:
            return None
        held = {}
        for kept, by_standing in following.items():
            best = undominated(by_standing)
            if len(best) > MOST_COMPARED:
                return None
            held[kept] = {standing: by_standing[standing] for standing in best}
    found = (o for best in held.values() for outcomes in best.values() for o in outcomes)
    return sorted((tuple(sorted(o, key=_issue)) for o in found), key=_values)


def undominated(standings: Iterable[Standing]) -> list[Standing]:
    """Those that no other leaves out, smallest first.

    In lexicographic order a standing comes after all that leave it out, so one look back suffices.
    Ends behind `MOST_COMPARED` of them.
    """
    kept: list[Standing] = []
    for own in sorted(standings):
        if not any(_leaves_out(other, own) for other in kept):
            kept.append(own)
            if len(kept) > MOST_COMPARED:
                break
    return kept


def _leaves_out(one: Standing, other: Standing) -> bool:
    """Whether one has every yes of the other, crosses less for a party and more for none, and goes
    for none that it crosses alike farther into silence.
    """
    return (
        not other.accepted & ~one.accepted
        and one.crossed != other.crossed
        and all(map(le, one.crossed, other.crossed))
        and all(
            less < more or not steps & ~further
            for less, more, steps, further in zip(
                one.crossed, other.crossed, one.silent, other.silent, strict=True
            )
        )
    )


def _parties(component: Component) -> tuple[str, ...]:
    """Those for whom outcomes differ by what is crossed or by silence, sorted."""
    choices = [choice for group in component.choices for choice in group]
    return tuple(sorted({*component.parties, *(p for c in choices for p, _ in c.silent)}))


def _accepted(component: Component) -> Callable[[Choice], int]:
    """The yes words of a choice as bits, one for each party and issue."""
    pairs = {p for group in component.choices for choice in group for p in choice.accepted}
    bit = {pair: 1 << n for n, pair in enumerate(sorted(pairs))}
    return lambda choice: sum(bit[pair] for pair in choice.accepted)


def _silent(component: Component) -> Callable[[Choice], Vector]:
    """The silent steps of a choice as bits for each party: those of one issue side by side."""
    parties = _parties(component)
    widths = [len(group) for group in component.choices]  # no way is longer than its scale
    start = dict(zip(component.issues, accumulate([0, *widths[:-1]]), strict=True))

    def silent(choice: Choice) -> Vector:
        steps = dict(choice.silent)
        return tuple(((1 << steps.get(p, 0)) - 1) << start[choice.issue] for p in parties)

    return silent


def _levels(component: Component) -> Callable[[Choice], Vector]:
    """What a choice crosses of each party, one number each: a red line outweighs all that is less.

    A number has room for all refusals of the component, so that numbers may be added up.
    """
    room = 1 + max(sum(len(c.crossed) for c in group) for group in component.choices)
    room *= len(component.choices)
    weights = {level: room ** (2 - rank) for level, rank in WEIGHT.items()}
    place = {party: n for n, party in enumerate(_parties(component))}

    def levels(choice: Choice) -> Vector:
        vector = [0] * len(place)
        for cell in choice.crossed:
            vector[place[cell.party]] += weights[cell.hardness]
        return tuple(vector)

    return levels


def _issue(choice: Choice) -> str:
    return choice.issue


def _values(outcome: Outcome) -> list[str]:
    return [choice.value for choice in outcome]


def _spread(outcomes: Sequence[Outcome], component: Component) -> list[Outcome]:
    """Of a frontier that is too long, the first end of each party and others evenly between them.

    The first outcomes are no better than the last, and nobody's end may be missing.
    """
    levels = _levels(component)
    sums = [[sum(entries) for entries in zip(*map(levels, o), strict=True)] for o in outcomes]
    places = range(len(outcomes))
    kept = {min(places, key=list(own).__getitem__) for own in zip(*sums, strict=True) if any(own)}
    left = [n for n in places if n not in kept]
    room = max(2, MOST_PACKAGES - len(kept))
    kept.update(left[n * (len(left) - 1) // (room - 1)] for n in range(room))
    return [outcomes[n] for n in sorted(kept)]


def _package(issues: tuple[str, ...], outcome: Outcome, *, complete: bool) -> Package:
    pairs = tuple((c.issue, c.value) for c in outcome)
    return Package(
        id=identity("package", *(part for pair in pairs for part in pair)),
        component=" + ".join(issues),
        outcome=pairs,
        crossed=tuple(
            sorted(
                (c.party, c.issue, c.value, c.hardness or "not declared")
                for choice in outcome
                for c in choice.crossed
            )
        ),
        gaps=tuple(sorted({gap for choice in outcome for gap in choice.gaps})),
        complete=complete,
    )
