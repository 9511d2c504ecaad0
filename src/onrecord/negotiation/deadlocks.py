"""Where the order of steps is stuck, and the smallest ways out.

Two kinds. A *circle*: steps that could not be taken even if nobody refused anything, since each
waits for another. A *refused step*: one that others wait for and that its actor has refused.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Literal

from onrecord.negotiation.needs import Need, needs_of
from onrecord.negotiation.sequence import NeedsByStep, circles, done_steps
from onrecord.negotiation.steps import is_refused
from onrecord.negotiation.ways_out import ways_out
from onrecord.positions.codebook import Codebook
from onrecord.records import Deadlock, Position, Precondition, Step, identity


def find_deadlocks(
    positions: Iterable[Position], steps: Iterable[Step], codebook: Codebook
) -> tuple[Deadlock, ...]:
    """The circles and the refused steps that others wait for, sorted by kind and steps."""
    known = {s.id: s for s in steps}
    by_step: dict[str, list[Need]] = {}
    for need in needs_of(positions, codebook):
        by_step.setdefault(need.step, []).append(need)
    found = list(_circles(set(known) | set(by_step), by_step))
    refused = {s for s in known if is_refused(known[s])}
    found += [_refused(no, needs) for no, needs in _waits(refused, by_step)]
    return tuple(sorted(found, key=lambda d: (d.kind, d.steps)))


def _circles(every: set[str], by_step: NeedsByStep) -> Iterator[Deadlock]:
    unfounded = every - done_steps(every, by_step)
    for steps in circles(unfounded, by_step):
        inside = [
            n
            for s in steps
            for n in by_step.get(s, ())
            if not set(n.alternatives).isdisjoint(steps)
        ]
        held: dict[str, list[Need]] = {}
        for need in inside:
            held.setdefault(need.step, []).append(need)
        # Steps that only wait for each other "with" are no circle: they could go together.
        if done_steps(steps, held) != set(steps):
            yield _deadlock("circle", steps, inside, ways_out(steps, inside).give_up)


def _refused(no: tuple[str, ...], needs: Sequence[Need]) -> Deadlock:
    waiting = {n.step for n in needs} - set(no)
    ways = ways_out(waiting, needs, refused=no).give_up
    return _deadlock("refused_step", (*no, *sorted(waiting)), needs, ways)


def _waits(
    refused: Collection[str], by_step: NeedsByStep
) -> Iterator[tuple[tuple[str, ...], list[Need]]]:
    """Each refused step that others wait for, with what makes them wait; then refusals together."""
    explained: set[str] = set()
    for step in sorted(refused):
        needs = _blocked_by({step}, by_step)
        if needs:
            explained.update(n.step for n in needs)
            yield (step,), needs
    rest = [n for n in _blocked_by(set(refused), by_step) if n.step not in explained]
    if rest:
        named = {a for n in rest for a in n.alternatives}
        yield tuple(sorted(named.intersection(refused))), rest


def _blocked_by(no: set[str], by_step: NeedsByStep) -> list[Need]:
    """The needs that cannot be met while these steps are not taken, and so on outwards."""
    blocked = set(no)
    found: set[Need] = set()
    every = [n for needs in by_step.values() for n in needs if n.step not in no]
    while True:
        new = [n for n in every if n not in found and blocked.issuperset(n.alternatives)]
        if not new:
            return sorted(found)
        found.update(new)
        blocked.update(n.step for n in new)


def _deadlock(
    kind: Literal["circle", "refused_step"],
    steps: tuple[str, ...],
    needs: Iterable[Need],
    ways: tuple[tuple[str, ...], ...],
) -> Deadlock:
    preconditions = tuple(
        Precondition(
            party=n.party, step=n.step, needs=n.alternatives, timing=n.timing, position=n.position
        )
        for n in sorted(needs)
    )
    return Deadlock(
        id=identity("deadlock", kind, *steps),
        kind=kind,
        steps=steps,
        preconditions=preconditions,
        ways_out=ways,
    )
