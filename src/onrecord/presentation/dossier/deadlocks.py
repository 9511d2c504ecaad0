"""Circles of preconditions and refused steps: who asks for what first, in which words."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.negotiation.smallest import Circles, smallest_circles
from onrecord.presentation.dossier.circle import draw_circle
from onrecord.presentation.dossier.context import Block, Drawing, NeedLine, Side
from onrecord.presentation.dossier.evidence import Evidence, merged
from onrecord.presentation.dossier.held import by_age
from onrecord.presentation.dossier.lookup import Lookup
from onrecord.presentation.dossier.timeline import position_side
from onrecord.records import Deadlock, Precondition, Step

WORLD = "_world"  # the party of a precondition that follows from what the steps are
# A refusal may be repeated often; the first few show it, the matrix leads to the rest.
MOST_REFUSALS = 4
Same = tuple[tuple[Precondition, ...], ...]


def block_of(lookup: Lookup, evidence: Evidence, deadlock: Deadlock) -> Block:
    """A deadlock for a reader: drawn if it is a circle, with the words that make it."""
    found = smallest_circles(deadlock)
    near = _near(lookup, deadlock, found)
    same = _each_once(dict.fromkeys((*near, *deadlock.preconditions)))
    needs = tuple(
        _need(lookup, evidence, number, own, near=own[0] in near or not near)
        for number, own in enumerate(same, start=1)
    )
    far = not all(need.near for need in needs)
    is_circle = deadlock.kind == "circle"
    refused = () if is_circle else _refused_in(lookup, deadlock)
    return Block(
        kind=deadlock.kind,
        headline=_headline(lookup, deadlock, refused),
        drawing=_drawing(lookup, deadlock.steps, same) if is_circle else None,
        needs=needs,
        refusals=tuple(s for step in refused for s in refusals_of(lookup, evidence, step)),
        # One circle of all the needs is what the sentences tell anyway.
        circles=_numbered(found, same) if is_circle and (len(found.shown) > 1 or far) else (),
        cut=" (all of this length)"
        if found.complete
        else " (further ones of this length left out)",
        ways_out=_ways_out(deadlock, needs, same),
    )


def _near(lookup: Lookup, deadlock: Deadlock, found: Circles) -> list[Precondition]:
    """The preconditions of the smallest circles, or those that ask for the refused step itself."""
    if deadlock.kind == "circle":
        return [own for circle in found.shown for _, _, said in circle for own in said]
    refused = {step.id for step in _refused_in(lookup, deadlock)}
    return [own for own in deadlock.preconditions if not refused.isdisjoint(own.needs)]


def _numbered(found: Circles, same: Same) -> tuple[str, ...]:
    """Each smallest circle as the numbers of its needs: "1, 2 and 3"."""
    number_of = {own: number for number, group in enumerate(same, start=1) for own in group}
    rows = (
        [" or ".join(map(str, sorted({number_of[own] for own in said}))) for _, _, said in circle]
        for circle in found.shown
    )
    return tuple(_listed(row) for row in rows)


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def _refused_in(lookup: Lookup, deadlock: Deadlock) -> tuple[Step, ...]:
    """The refused steps that the others of a deadlock wait for."""
    named = {n for p in deadlock.preconditions for n in p.needs} | set(deadlock.steps)
    known = (lookup.steps[s] for s in sorted(named) if s in lookup.steps)
    return tuple(step for step in known if step.refused_by)


def _headline(lookup: Lookup, deadlock: Deadlock, refused: tuple[Step, ...]) -> str:
    if deadlock.kind == "circle":
        return f"Each waits for the other: {_names(lookup, deadlock.steps)}"
    missing = {step.id for step in refused}
    waiting = list(
        dict.fromkeys(p.step for p in deadlock.preconditions if not missing.isdisjoint(p.needs))
    )
    words = f"Refused: {_names(lookup, sorted(missing))}"
    return f"{words}. Waiting for it: {_names(lookup, waiting)}" if waiting else words


def _names(lookup: Lookup, steps: Iterable[str]) -> str:
    return ", ".join(lookup.step_name(step) for step in steps)


def _each_once(preconditions: Iterable[Precondition]) -> Same:
    """The preconditions, those of one party that ask for the same together."""
    found: dict[tuple[object, ...], list[Precondition]] = {}
    for own in preconditions:
        found.setdefault((own.party, own.step, own.needs, own.timing), []).append(own)
    return tuple(tuple(own) for own in found.values())


def _need(
    lookup: Lookup,
    evidence: Evidence,
    number: int,
    same: tuple[Precondition, ...],
    *,
    near: bool,
) -> NeedLine:
    first = same[0]
    order = "together with" if first.timing == "with" else "only after"
    positions = [lookup.positions[p.position] for p in same if p.position in lookup.positions]
    quotes = (evidence.quote(p.article, p.spans) for p in by_age(lookup, positions))
    return NeedLine(
        number=number,
        near=near,
        party=_who(lookup, first),
        words=f"{lookup.step_name(first.step)} {order} {_names(lookup, first.needs)}",
        quotes=merged(quotes),
    )


def _who(lookup: Lookup, precondition: Precondition) -> str:
    """Who asks for the order of steps; what nobody has to ask for is logic."""
    return "By logic" if precondition.party == WORLD else lookup.actor(precondition.party)


def _drawing(lookup: Lookup, steps: tuple[str, ...], needs: Same) -> Drawing | None:
    """The circle; arrows of one direction share a line and carry all their numbers."""
    place = {step: n for n, step in enumerate(steps)}
    labels: dict[tuple[int, int], list[int]] = {}
    told = []
    for number, (own, *_) in enumerate(needs, start=1):
        told.append(
            f"{_who(lookup, own)}: {lookup.step_name(own.step)} needs "
            f"{_names(lookup, own.needs)} first."
        )
        for need in own.needs:
            if own.step in place and need in place:
                labels.setdefault((place[own.step], place[need]), []).append(number)
    edges = [(a, b, ", ".join(map(str, n))) for (a, b), n in sorted(labels.items())]
    return draw_circle([lookup.step_name(step) for step in steps], edges, " ".join(told))


def refusals_of(lookup: Lookup, evidence: Evidence, step: Step) -> tuple[Side, ...]:
    """The words by which a step is refused."""
    positions = [lookup.positions[p] for p in step.positions if p in lookup.positions]
    sides = (position_side(lookup, evidence, position) for position in positions[:MOST_REFUSALS])
    return tuple(
        Side(
            who=side.who,
            when=side.when,
            words=f"refuses: {lookup.step_name(step.id)}",
            quotes=side.quotes,
        )
        for side in sides
        if side.quotes
    )


def _ways_out(deadlock: Deadlock, needs: tuple[NeedLine, ...], same: Same) -> tuple[str, ...]:
    """Each smallest set of preconditions that would have to go, by the numbers of `needs`."""
    line_of = {p.position: line for line, own in zip(needs, same, strict=True) for p in own}
    ways = set()
    for way in deadlock.ways_out:
        lines = {line.number: line.party for p in way if (line := line_of.get(p)) is not None}
        ways.add(tuple(sorted(lines.items())))
    return tuple(_way(way) for way in sorted(ways, key=lambda w: (len(w), w)) if way)


def _way(way: tuple[tuple[int, str], ...]) -> str:
    """Who gives up what: "Norland gives up 1 and 3, Sudmark 2"."""
    by_party: dict[str, list[str]] = {}
    for number, party in way:
        by_party.setdefault(party, []).append(str(number))
    return " and ".join(f"{party} gives up {_listed(own)}" for party, own in by_party.items())
