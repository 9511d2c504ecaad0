"""What stands in the way of the outcomes of a component: the smallest sets of things to give up.

Each outcome crosses things (whole parties, or a party's refusals on one issue, or rules too). What
crosses more than another outcome tells nothing new, and is dropped as soon as this is known.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from onrecord.negotiation.components import Choice, Component, Turn, walk_of
from onrecord.negotiation.covers import Sets, by_size, minimal

MOST_BEGINNINGS = 20_000  # of outcomes, told apart by the rules that are kept already
MOST_HELD = 2_000  # sets at a time; 30 issues of 20 parties in one component then took 0.5 s


def obstacles(
    component: Component,
    crossed: Callable[[Choice], int],
    *,
    rules_from: int | None = None,
    most: int = MOST_HELD,
) -> Sets:
    """The smallest sets that some outcome crosses; (0,) where one crosses nothing.

    `crossed` gives what a choice crosses, as bits. Rules cannot be broken (no set at all: they
    leave no outcome), or, with `rules_from`, are things as well: rule n is bit `rules_from + n`.
    Where more than `most` sets had to be held the answer is not complete: each set found is one
    that some outcome crosses, but smaller ones may have been lost.
    """
    held: dict[int, list[int]] = {0: [0]}  # by the open rules that are kept already
    complete = True
    for turn in walk_of(component):
        held = {kept: minimal(sets) for kept, sets in _after(held, turn, crossed, rules_from)}
        if sum(map(len, held.values())) > most:
            held, complete = _cut(held, most), False
    return Sets(tuple(minimal(s for sets in held.values() for s in sets)), complete)


def leaves_an_outcome(
    component: Component, crossed: Callable[[Choice], int], given_up: int
) -> bool | None:
    """Whether an outcome that breaks no rule crosses nothing but what is given up.

    None: more than `MOST_BEGINNINGS` kinds of beginnings would have to be held to tell.
    """
    held = {0}
    for turn in walk_of(component):
        taken = [keeps for choice, keeps in turn.choices if not crossed(choice) & ~given_up]
        held = {
            kept & ~turn.closing
            for keeps in taken
            for before in held
            if not turn.closing & ~(kept := before | keeps)
        }
        if len(held) > MOST_BEGINNINGS:
            return None
    return bool(held)


def _after(
    held: dict[int, list[int]],
    turn: Turn,
    crossed: Callable[[Choice], int],
    rules_from: int | None,
) -> Collection[tuple[int, set[int]]]:
    """What is held after one more issue."""
    following: dict[int, set[int]] = {}
    for choice, keeps in turn.choices:
        own = crossed(choice)
        for before, sets in held.items():
            kept = before | keeps
            broken = turn.closing & ~kept
            if broken and rules_from is None:
                continue
            more = own | broken << (rules_from or 0)
            following.setdefault(kept & ~turn.closing, set()).update(s | more for s in sets)
    return following.items()


def _cut(held: dict[int, list[int]], most: int) -> dict[int, list[int]]:
    """The smaller ones of what is held, as many from each kind of beginning."""
    each = max(1, most // len(held))
    kept = sorted(held)[:most]
    return {kind: by_size(held[kind])[:each] for kind in kept}
