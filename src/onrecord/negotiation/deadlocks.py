"""Where the order of steps is stuck, and the smallest ways out.

Two kinds. A *circle*: steps that could not be taken even if nobody refused anything, since each
waits for another. A *refused step*: one that others wait for and that its actor has refused.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from onrecord.negotiation.needs import Need, needs_of
from onrecord.negotiation.sequence import NeedsByStep, circles, done_steps, order_of
from onrecord.negotiation.steps import is_refused
from onrecord.negotiation.waits import Waits
from onrecord.negotiation.ways_out import to_give_up
from onrecord.positions.codebook import Codebook
from onrecord.records import Deadlock, Position, Precondition, Step, identity


def find_deadlocks(
    positions: Iterable[Position], steps: Iterable[Step], codebook: Codebook
) -> tuple[Deadlock, ...]:
    """The circles and the refused steps that others wait for, sorted by kind and steps."""
    known = {s.id: s for s in steps}
    by_step: dict[str, list[Need]] = {}
    every = set(known)
    for need in needs_of(positions, codebook):
        by_step.setdefault(need.step, []).append(need)
        every.update((need.step, *need.alternatives))
    order = order_of(every, by_step)
    found = list(_circles(every - order.rank.keys(), by_step))
    refused = {s for s in known if is_refused(known[s])}
    if refused:
        found += [_refused(no, needs) for no, needs in Waits(by_step, order).of(refused)]
    return tuple(sorted(found, key=lambda d: (d.kind, d.steps)))


def _circles(unfounded: set[str], by_step: NeedsByStep) -> Iterator[Deadlock]:
    for steps in circles(unfounded, by_step):
        own = set(steps)
        held = {
            step: [n for n in by_step.get(step, ()) if any(a in own for a in n.alternatives)]
            for step in steps
        }
        inside = [n for needs in held.values() for n in needs]
        # Steps that only wait for each other "with" are no circle: they could go together.
        if done_steps(steps, held) != own:
            yield _deadlock("circle", steps, inside, *to_give_up(steps, inside))


def _refused(no: tuple[str, ...], needs: Sequence[Need]) -> Deadlock:
    waiting = {n.step for n in needs} - set(no)
    ways = to_give_up(waiting, needs, refused=no)
    return _deadlock("refused_step", (*no, *sorted(waiting)), needs, *ways)


def _deadlock(
    kind: Literal["circle", "refused_step"],
    steps: tuple[str, ...],
    needs: Iterable[Need],
    ways: tuple[tuple[str, ...], ...],
    complete: bool,
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
        complete=complete,
    )
