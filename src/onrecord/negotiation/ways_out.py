"""The smallest sets of preconditions whose giving up, or weakening, would free some steps.

What one party says several times is one precondition: it goes with all its positions, or stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, islice

from onrecord.negotiation.needs import WORLD, Need
from onrecord.negotiation.sequence import done_steps

LARGEST = 3  # preconditions in one way out; more of them at once tell a reader nothing
MOST_LOOKED_AT = 300_000  # needs, over all sets tried: some two seconds; then no larger ones

Unit = tuple[str, str, tuple[str, ...]]  # party, step, alternatives


@dataclass(frozen=True, slots=True)
class WaysOut:
    """Sets of position ids: to give up, or, where it says "before", to ask for "with" instead.

    Each set is minimal: no other of its kind lies within it.
    """

    give_up: tuple[tuple[str, ...], ...]
    weaken: tuple[tuple[str, ...], ...]


def ways_out(steps: Iterable[str], needs: Sequence[Need], refused: Iterable[str] = ()) -> WaysOut:
    """The smallest sets that free all these steps, where nothing but these needs holds them."""
    to_free = sorted(set(steps))
    gone = frozenset(refused)
    units: dict[Unit, list[Need]] = {}
    for need in needs:
        units.setdefault((need.party, need.step, need.alternatives), []).append(need)
    return WaysOut(
        give_up=_smallest(to_free, units, gone, weaken=False),
        weaken=_smallest(to_free, units, gone, weaken=True),
    )


def _smallest(
    steps: list[str], units: dict[Unit, list[Need]], refused: frozenset[str], *, weaken: bool
) -> tuple[tuple[str, ...], ...]:
    """The minimal sets of position ids, smaller ones first."""
    open_units = [
        unit
        for unit, needs in sorted(units.items())
        if unit[0] != WORLD and (not weaken or any(n.timing == "before" for n in needs))
    ]
    found: list[frozenset[Unit]] = []
    most = MOST_LOOKED_AT // max(1, sum(map(len, units.values())))
    for chosen in islice(_subsets(open_units), most):
        if any(smaller <= chosen for smaller in found):
            continue
        if _frees(steps, units, refused, chosen, weaken=weaken):
            found.append(chosen)
    ways = {tuple(sorted({n.position for u in way for n in units[u]})) for way in found}
    return tuple(sorted(ways, key=lambda way: (len(way), way)))


def _subsets(units: Sequence[Unit]) -> Iterator[frozenset[Unit]]:
    """The sets of 1 up to `LARGEST` units, smaller ones first."""
    for size in range(1, LARGEST + 1):
        yield from map(frozenset, combinations(units, size))


def _frees(
    steps: list[str],
    units: dict[Unit, list[Need]],
    refused: frozenset[str],
    chosen: frozenset[Unit],
    *,
    weaken: bool,
) -> bool:
    left: dict[str, list[Need]] = {}
    for unit, needs in units.items():
        for need in needs:
            if unit not in chosen:
                left.setdefault(need.step, []).append(need)
            elif weaken:
                left.setdefault(need.step, []).append(replace(need, timing="with"))
    return done_steps([*steps, *refused], left, refused) >= set(steps)
