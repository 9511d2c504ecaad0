"""The smallest sets of preconditions whose giving up, or weakening, would free some steps.

What one party says several times is one precondition: it goes with all its positions, or stays.
What holds steps back is found first, a few preconditions that alone would hold them; each way out
takes one from each of these (Reiter 1987), so that no other sets have to be looked at.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.negotiation.covers import meeting, members
from onrecord.negotiation.needs import WORLD, Need
from onrecord.negotiation.sequence import order_of

LARGEST = 3  # preconditions in one way out; larger ones only where there is none of so few
# Needs, over all orders tried; then it is cut. A circle of 1,834 steps took .25 s with 60,000
# and .20 s with 20,000, and neither found one; of 10 to 400 steps one of 7 found fewer ways.
MOST_LOOKED_AT = 20_000
MOST_WAYS = 200  # sets held at a time; 55 conditions in a circle of 20 steps then took 0.4 s

Unit = tuple[str, str, tuple[str, ...]]  # party, step, alternatives


@dataclass(frozen=True, slots=True)
class WaysOut:
    """Sets of position ids: to give up, or, where it says "before", to ask for "with" instead.

    Each set is minimal: no other of its kind lies within it. Complete: there are no other minimal
    sets. Else the list is cut: sets of more than `LARGEST` preconditions are left out where there
    are smaller ones, and what would take too long to find.
    """

    give_up: tuple[tuple[str, ...], ...]
    weaken: tuple[tuple[str, ...], ...]
    give_up_complete: bool = True
    weaken_complete: bool = True


def ways_out(steps: Iterable[str], needs: Sequence[Need], refused: Iterable[str] = ()) -> WaysOut:
    """The smallest sets that free all these steps, where nothing but these needs holds them."""
    to_free, gone = frozenset(steps), frozenset(refused)
    give_up, give_up_complete = to_give_up(to_free, needs, gone)
    weaken, weaken_complete = _Search(to_free, needs, gone, weaken=True).ways()
    return WaysOut(give_up, weaken, give_up_complete, weaken_complete)


def to_give_up(
    steps: Iterable[str], needs: Sequence[Need], refused: Iterable[str] = ()
) -> tuple[tuple[tuple[str, ...], ...], bool]:
    """Only the ways out by giving up, and whether these are all."""
    return _Search(frozenset(steps), needs, frozenset(refused), weaken=False).ways()


class _Search:
    """The search for one kind of way out; a unit's number is its bit."""

    def __init__(
        self, steps: frozenset[str], needs: Sequence[Need], refused: frozenset[str], *, weaken: bool
    ) -> None:
        self._steps, self._refused, self._weaken = steps, refused, weaken
        said: dict[Unit, list[Need]] = {}
        for need in needs:
            said.setdefault((need.party, need.step, need.alternatives), []).append(need)
        self._units = [own for _, own in sorted(said.items())]
        self._bit = {n: 1 << number for number, own in enumerate(self._units) for n in own}
        self._looks = MOST_LOOKED_AT // max(1, len(self._bit))
        self._every = sorted({*steps, *refused, *(n.step for n in self._bit)})

    def ways(self) -> tuple[tuple[tuple[str, ...], ...], bool]:
        """The ways out, as sorted position ids, smaller ones first; and whether these are all."""
        if not self._steps.isdisjoint(self._refused):
            return (), True
        cores: list[int] = []
        sure: set[int] = set()
        largest = LARGEST
        complete = False
        while self._looks > 0:
            sets = meeting(cores, MOST_WAYS, largest)
            unsure = [s for s in sets.found if s not in sure]
            if not unsure and not sure and largest < len(self._units):
                largest = len(self._units)  # there is none of so few: any number, then
                continue
            if not unsure:
                further = self._further(cores, sure) if sets.complete else None
                if further is not None and further:
                    cores.append(further)
                    continue
                complete = further == 0
                break
            core = self._core(unsure[0])
            if core is None:
                sure.add(unsure[0])
                largest = max(LARGEST, min(s.bit_count() for s in sure))
            elif core == 0:
                return (), True  # what holds the steps is nobody's to change
            else:
                cores.append(core)
        ways = sorted({self._positions(s) for s in sure - {0}}, key=lambda way: (len(way), way))
        return tuple(ways), complete

    def _further(self, cores: Sequence[int], sure: Collection[int]) -> int | None:
        """What shows that a larger set is no way out; 0 if there is none to be looked at, None if
        there is one more way out at least, or too many sets to tell.
        """
        sets = meeting(cores, MOST_WAYS)
        larger = [s for s in sets.found if s not in sure]
        if not sets.complete:
            return None
        return self._holding(larger[0]) if larger else 0

    def _core(self, chosen: int) -> int | None:
        """Units that hold the steps though all others went, as few as are found by leaving out one
        after the other; None if the steps are free without the chosen ones.
        """
        core = self._holding(chosen)
        if core is None:
            return None
        everyone = (1 << len(self._units)) - 1
        for number in members(core):
            less = core & ~(1 << number)
            if less == core or self._looks <= 0:
                continue  # gone already, or no more to be tried
            smaller = self._holding(everyone & ~less)
            if smaller is not None:
                core = smaller & less
                if not core:
                    break
        return core

    def _holding(self, chosen: int) -> int | None:
        """Some units that hold the steps though the chosen ones went; None if nothing holds them.

        Followed from a step that cannot be taken as deep as it goes, since what holds a later step
        holds the earlier ones too.
        """
        self._looks -= 1
        by_step: dict[str, list[Need]] = {}
        for need in self._left(chosen):
            by_step.setdefault(need.step, []).append(need)
        order = order_of(self._every, by_step, self._refused)
        short = min((s for s in self._steps if s not in order.rank), default=None)
        if short is None:
            return None
        passed: set[str] = set()
        while short not in passed:
            passed.add(short)
            deeper = next((a for a in order.held_by[short].alternatives if a in order.held_by), "")
            short = deeper if deeper in self._steps else short
        core, waiting, seen = 0, [short], {short}
        while waiting:
            holds = order.held_by.get(waiting.pop())
            if holds is None:
                continue  # refused, or a step that nobody takes
            if holds.party != WORLD and not (self._weaken and holds.timing == "with"):
                core |= self._bit[holds]
            further = [a for a in holds.alternatives if a not in seen]
            seen.update(further)
            waiting += further
        return core

    def _left(self, chosen: int) -> Iterator[Need]:
        """The needs, without the chosen ones, or with these as "with"."""
        for need, bit in self._bit.items():
            if not chosen & bit or need.party == WORLD:
                yield need
            elif self._weaken:
                yield need._replace(timing="with")

    def _positions(self, chosen: int) -> tuple[str, ...]:
        return tuple(sorted({n.position for u in members(chosen) for n in self._units[u]}))
