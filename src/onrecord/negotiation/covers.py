"""Sets written as bits, the smallest among them, and the smallest that meet each of several sets.

What keeps a choice from standing (refusals, rules) is a set; a conflict is a smallest set that
meets the obstacles of every choice, and an opening is a smallest set of obstacles of one choice.
Each family is found from the other (Reiter 1987). A set of things numbered 0, 1, 2 … is a whole
number with those bits, so that a comparison of two sets is one operation.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple


class Sets(NamedTuple):
    """Sets as bits, smaller ones first; `complete`: there are no others of their kind."""

    found: tuple[int, ...]
    complete: bool


def members(bits: int) -> Iterator[int]:
    """Yield the numbers of the things in a set, from the lowest."""
    while bits:
        low = bits & -bits
        yield low.bit_length() - 1
        bits ^= low


def by_size(sets: Iterable[int]) -> list[int]:
    """The sets by their number of members, then by their bits; each once."""
    return sorted(set(sets), key=lambda bits: (bits.bit_count(), bits))


def minimal(sets: Iterable[int]) -> list[int]:
    """The sets that hold no other of them, smaller ones first."""
    kept: list[int] = []
    smaller: list[int] = []
    size = -1
    for bits in by_size(sets):
        if bits.bit_count() > size:  # sets of one size hold each other only if they are the same
            size, smaller = bits.bit_count(), kept[:]
        if not any(low & bits == low for low in smaller):
            kept.append(bits)
    return kept


def meeting(family: Iterable[int], most: int, largest: int | None = None) -> Sets:
    """The minimal sets that share a member with each set of `family`; `most` are held at a time.

    Where there are more, larger ones are left out, and what remains is still minimal; sets of more
    than `largest` members are not asked for. An empty set in the family is met by none; an empty
    family by the empty set. Source: Berge 1989, chapter 2.
    """
    edges = minimal(family)
    found, complete = [0], True
    for edge in edges:
        met = [s for s in found if s & edge]
        short = [s for s in found if not s & edge]
        for number in members(edge):
            one = 1 << number
            rivals = [m ^ one for m in met if m & one]
            # What is found for one member of the edge is no rival of what is found for another.
            met += [
                s | one
                for s in short
                if (largest is None or s.bit_count() < largest)
                and not any(r & s == r for r in rivals)
            ]
        found = met
        if len(found) > most:
            found, complete = by_size(found)[:most], False
    if not complete:
        found = [s for s in found if _is_minimal(s, edges)]
    return Sets(tuple(by_size(found)), complete)


def _is_minimal(chosen: int, family: Iterable[int]) -> bool:
    """Whether each member of `chosen` alone meets some set of the family."""
    alone = 0
    for edge in family:
        met = chosen & edge
        if met & (met - 1) == 0:
            alone |= met
    return alone == chosen
