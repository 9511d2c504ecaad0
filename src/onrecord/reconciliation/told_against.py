"""Two tellings of one matter that exclude each other: found by what they say, whoever says it.

Every finder asks the same of a pair first (one time, no other name, no other number) and then one
thing more. What single numbers can tell (see `traits`) is asked of all candidates at once, before
any words are compared. Which kind of contradiction a pair is, is asked by the rules.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from onrecord.reconciliation.one_matter import (
    Pair,
    Tellings,
    one_matter,
    one_passage,
    same_day,
    same_names,
    same_numbers,
)
from onrecord.reconciliation.opposites import SIDE_OF
from onrecord.reconciliation.tellings import Telling
from onrecord.reconciliation.traits import NOBODY, Flags, Places
from onrecord.reconciliation.words import listed

Sides = dict[int, tuple[int, str]]  # of a matter: the side, and the word for it
LEAST_SHARED = 3
STATE_DAYS = 3
SIDE_WORDS = frozenset(SIDE_OF)


def opposite(told: Tellings) -> Iterator[Pair]:
    """Yield tellings that put one thing on two sides that exclude each other, in text order."""
    traits, sides = told.traits, _all_sides(told)
    # Of each telling one bit for every matter: whether it is on the one side, and on the other.
    one = np.array([_bits(found, 1) for found in sides], dtype=np.int64)
    another = np.array([_bits(found, -1) for found in sides], dtype=np.int64)

    def fits(at: int, places: Places) -> Flags:
        apart = (one[places] & another[at]) | (another[places] & one[at])
        mine: Flags = (apart != 0) & (traits.name[places] > traits.name[at])
        return mine & traits.of_others(at, places) & traits.of_one_time(at, places, STATE_DAYS)

    for at in np.flatnonzero(one | another).tolist():
        telling, mine = told.every[at], sides[at]
        for place in told.near(at, fits):
            other, its = told.every[place], sides[place]
            if (
                any(_exclude(mine[matter], its[matter]) for matter in mine.keys() & its.keys())
                and one_matter(telling, other, STATE_DAYS)
                and _of_one_thing(told, telling, other)
            ):
                yield telling, other


def _all_sides(told: Tellings) -> list[Sides]:
    """The sides of every telling."""
    return [{matter: (side, word) for matter, side, word in t.sides} for t in told.every]


def _bits(sides: Sides, wanted: int) -> int:
    return sum(1 << matter for matter, (side, _) in sides.items() if side == wanted)


def _exclude(left: tuple[int, str], right: tuple[int, str]) -> bool:
    """Whether two words are on two sides; one word with a "not" is left to the denials."""
    return left[0] != right[0] and left[1] != right[1]


def _of_one_thing(told: Tellings, left: Telling, right: Telling) -> bool:
    a, b = left.words.keys - SIDE_WORDS, right.words.keys - SIDE_WORDS
    shared = a & b
    if len(shared) < 2:
        return False
    less = min((a, b), key=lambda keys: (told.weight(keys), sorted(keys)))
    return told.share(shared, less) >= 0.6


def turned(told: Tellings) -> Iterator[Pair]:
    """Yield tellings in which each of two parties says of the other that it did the same thing."""
    traits = told.traits

    def fits(at: int, places: Places) -> Flags:
        tellers = traits.teller[places]
        mine: Flags = (tellers == traits.first[at]) & (traits.first[places] == traits.teller[at])
        mine &= ~traits.negative[places] & (tellers > traits.teller[at])
        return mine & traits.of_another_party(at, places)

    blames = ~traits.own_voice & ~traits.negative & (traits.first != NOBODY)
    for at in np.flatnonzero(blames).tolist():
        telling = told.every[at]
        for other in told.others(at, fits):
            a, b, tellers = telling.words, other.words, {telling.holder, other.holder}
            shared = (a.keys & b.keys) - tellers
            if (
                len(shared) >= LEAST_SHARED
                and not one_passage(telling, other)
                and same_numbers(telling, other)
                and not (a.names ^ b.names)
                and same_day(telling, other, STATE_DAYS)
                and told.share(shared, (a.keys | b.keys) - tellers) >= 0.7
            ):
                yield telling, other


def other_detail(told: Tellings) -> Iterator[Pair]:
    """Yield two parties' tellings of one event that differ in the day, or in one name."""
    traits = told.traits

    def fits(at: int, places: Places) -> Flags:
        mine: Flags = ~traits.negative[places] & (traits.name[places] > traits.name[at])
        if not traits.has_names[at]:
            mine &= traits.dated[places]
        elif not traits.dated[at]:
            mine &= traits.has_names[places]
        mine &= traits.printed_within(at, places, STATE_DAYS)
        return mine & traits.of_another_party(at, places)

    for at in np.flatnonzero(~traits.negative & (traits.dated | traits.has_names)).tolist():
        telling = told.every[at]
        for other in told.others(at, fits):
            if same_numbers_but_days(telling, other) and (
                _another_day(telling, other) or _another_name(told, telling, other)
            ):
                yield telling, other


def same_numbers_but_days(left: Telling, right: Telling) -> bool:
    """Whether no number differs, but for those of a day."""
    return same_numbers(left, right) or (left.when is not None and right.when is not None)


def _rest(telling: Telling) -> frozenset[str]:
    return telling.words.keys - telling.words.numbers - DAY_WORDS


def _another_day(left: Telling, right: Telling) -> bool:
    a, b = left.when, right.when
    if a is None or b is None or a.precision != "day" or b.precision != "day" or a.overlaps(b):
        return False
    mine, its = _rest(left), _rest(right)
    shared = mine & its
    return (
        len(shared) >= 2
        and mine == its
        and same_names(left, right)
        and set(left.words.parties) == set(right.words.parties)
    )


def _another_name(told: Tellings, left: Telling, right: Telling) -> bool:
    a, b = left.words, right.words
    mine, its = a.names - b.names, b.names - a.names
    if len(mine) != 1 or len(its) != 1 or set(a.parties) != set(b.parties):
        return False
    if left.when is not None and right.when is not None and not left.when.overlaps(right.when):
        return False
    (one,), (another,) = mine, its
    if a.before.get(one) != b.before.get(another):
        return False
    shared, whole = a.keys & b.keys, (a.keys | b.keys) - mine - its
    return len(shared) >= 2 and told.share(shared, whole) >= 0.8


DAY_WORDS = listed(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december today yesterday"
)
