"""The smallest circles within steps that wait for each other: what a reader sees first.

A circle of many steps is made of small ones ("A needs B, B needs A"). Each small circle is a row of
preconditions, one per step, of which each asks for the step of the next.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from onrecord.records import Deadlock, Precondition

MOST_CIRCLES = 3  # shown; a reader with ten minutes reads no more
MOST_TRIED = 20_000  # paths followed before the search is cut

Link = tuple[str, str, tuple[Precondition, ...]]  # step, the step it needs, who says so


class Circles(NamedTuple):
    """The smallest circles, all of one length; `complete`: there are no others of that length."""

    shown: tuple[tuple[Link, ...], ...]
    complete: bool


def smallest_circles(deadlock: Deadlock) -> Circles:
    """The smallest circles of a deadlock, sorted by their steps; larger ones are not looked for.

    A need that an alternative may meet makes no small circle: it is told only with the whole.
    """
    links: dict[str, dict[str, list[Precondition]]] = {}
    for own in sorted(deadlock.preconditions, key=_order):
        if len(own.needs) == 1:
            links.setdefault(own.step, {}).setdefault(own.needs[0], []).append(own)
    steps = sorted(links)
    place = {step: n for n, step in enumerate(steps)}
    found: list[tuple[str, ...]] = []
    tried = 0
    waiting: list[tuple[str, ...]] = [(step,) for step in steps]
    while waiting and not found and tried < MOST_TRIED:
        longer: list[tuple[str, ...]] = []
        for path in waiting:
            for following in sorted(links[path[-1]]):
                tried += 1
                if following == path[0]:
                    found.append(path)
                # Every circle is walked from its first step only, so that it is found once.
                elif place.get(following, -1) > place[path[0]] and following not in path:
                    longer.append((*path, following))
            if tried >= MOST_TRIED:
                break
        waiting = longer
    shown = tuple(_links(path, links) for path in found[:MOST_CIRCLES])
    return Circles(shown, complete=tried < MOST_TRIED and len(found) <= MOST_CIRCLES)


def _links(
    path: Sequence[str], links: dict[str, dict[str, list[Precondition]]]
) -> tuple[Link, ...]:
    """What makes each step of a path wait for the next, and the last for the first."""
    pairs = zip(path, (*path[1:], path[0]), strict=True)
    return tuple((step, need, tuple(links[step][need])) for step, need in pairs)


def _order(own: Precondition) -> tuple[str, str, tuple[str, ...], str, str]:
    return (own.party, own.step, own.needs, own.timing, own.position)
