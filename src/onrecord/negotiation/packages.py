"""The outcomes that no other is better than for every party: a frontier, never one "best".

Issues that a rule of the codebook ties together form a component and are settled together. For each
party an outcome is as bad as the refusals it crosses: red lines first, then firm ones, then the
others (not declared counts as soft). Parties are never weighed against each other and nothing is
summed across them. The frontier holds only values that the codebook knows. A component of too many
outcomes has none here: `openings` tells of it in whole parties.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from operator import add, le

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
    levels = _levels(component)
    width = len(component.parties)
    held: dict[int, dict[Vector, list[Outcome]]] = {0: {(0,) * width: [()]}}
    for turn in walk_of(component):
        following: dict[int, dict[Vector, list[Outcome]]] = {}
        for choice, keeps in turn.choices:
            own = levels(choice)
            for before, by_vector in held.items():
                kept = before | keeps
                if turn.closing & ~kept:
                    continue  # a rule is broken
                here = following.setdefault(kept & ~turn.closing, {})
                for vector, outcomes in by_vector.items():
                    further = here.setdefault(tuple(map(add, vector, own)), [])
                    further += [(*o, choice) for o in outcomes]
        if sum(len(o) for v in following.values() for o in v.values()) > MOST_OUTCOMES:
            return None
        held = {}
        for kept, by_vector in following.items():
            best = undominated(by_vector)
            if len(best) > MOST_COMPARED:
                return None
            held[kept] = {vector: by_vector[vector] for vector in best}
    found = (o for by_vector in held.values() for outcomes in by_vector.values() for o in outcomes)
    return sorted((tuple(sorted(o, key=_issue)) for o in found), key=_values)


def undominated(vectors: Iterable[Vector]) -> list[Vector]:
    """The vectors that no other is at least as good as in every entry, smallest first.

    In lexicographic order a vector comes after all that dominate it, so one look back suffices;
    with two entries it is enough to look at the last one kept. Ends behind `MOST_COMPARED` of them.
    """
    kept: list[Vector] = []
    for vector in sorted(vectors):
        look_back = kept[-1:] if len(vector) < 3 else kept
        if not any(all(map(le, other, vector)) for other in look_back):
            kept.append(vector)
            if len(kept) > MOST_COMPARED:
                break
    return kept


def _levels(component: Component) -> Callable[[Choice], Vector]:
    """What a choice crosses of each party, one number each: a red line outweighs all that is less.

    A number has room for all refusals of the component, so that numbers may be added up.
    """
    room = 1 + max(sum(len(c.crossed) for c in group) for group in component.choices)
    room *= len(component.choices)
    weights = {level: room ** (2 - rank) for level, rank in WEIGHT.items()}
    place = {party: n for n, party in enumerate(component.parties)}

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
    kept = {min(places, key=list(own).__getitem__) for own in zip(*sums, strict=True)}
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
