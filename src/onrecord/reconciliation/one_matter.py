"""Which tellings are of one matter: shared words by their rarity, no other name, day or number."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.reconciliation.nearness import printed_within
from onrecord.reconciliation.tellings import Telling
from onrecord.reconciliation.traits import Flags, Places, Traits, traits_of

Pair = tuple[Telling, Telling]
Fits = Callable[[int, Places], Flags]
RAREST = 4  # words of a telling by which others are looked up
# Of another time than what is told of now.
LONG_AGO = re.compile(
    r"\b(?:weeks|months?|years?|decades?) (?:ago|earlier|before)\b|\blast (?:month|year)\b|"
    r"\bin the past\b|\b(?:in|for) (?:(?:more than|over|nearly|almost|about|the last|the past) )?"
    r"[\w-]+ (?:weeks|months|years|decades)\b",
    re.IGNORECASE,
)
LONGEST_LIST = 100  # tellings looked at for one word; a word that more hold finds nobody
# A share of all tellings; a small record has no rare words, so that every word counts there.
SMALL = 60


@dataclass(frozen=True, slots=True)
class Tellings:
    """All tellings in order of time, with how rare each word is and where it stands.

    `rarest` are the words of each by which others are looked up, `since` the place of the first
    telling of its day.
    """

    every: tuple[Telling, ...]
    traits: Traits
    weights: dict[str, float]
    holding: dict[str, Places]
    rarest: tuple[tuple[str, ...], ...]
    since: tuple[int, ...]

    def weight(self, words: Iterable[str]) -> float:
        """How much these words say together: a rare one says more."""
        return math.fsum(self.weights[word] for word in words)

    def share(self, part: Iterable[str], whole: Iterable[str]) -> float:
        """The part of the weight of `whole` that lies in `part`."""
        total = self.weight(whole)
        return self.weight(part) / total if total else 0.0

    def others(self, at: int, fits: Fits) -> Iterator[Telling]:
        """Yield the tellings that are near this one and fit."""
        for place in self.near(at, fits):
            yield self.every[place]

    def near(self, at: int, fits: Fits | None = None) -> list[int]:
        """The places of others' statements' tellings that share its rarest words, in order.

        `fits` says of many at once which are asked for.
        """
        # Of the many that hold a common word those printed around the same time come next to each
        # other: the list is in order of time.
        lists = [self._around(self.holding[word], self.since[at]) for word in self.rarest[at]]
        if not lists:
            return []
        places = np.concatenate(lists)
        places = places[self.traits.name[places] != self.traits.name[at]]
        if fits is not None:
            places = places[fits(at, places)]
        found: list[int] = np.unique(places).tolist()
        return found

    def _around(self, places: Places, first: int) -> Places:
        if len(places) <= LONGEST_LIST:
            return places
        middle = int(places.searchsorted(first))
        first = max(0, min(middle - LONGEST_LIST // 2, len(places) - LONGEST_LIST))
        return places[first : first + LONGEST_LIST]


def gather_tellings(tellings: Iterable[Telling]) -> Tellings:
    """The tellings in order of time, with the weight of each of their words."""
    every = tuple(sorted(tellings, key=lambda t: (_time(t), t.name, t.text)))
    holding: dict[str, list[int]] = defaultdict(list)
    for at, telling in enumerate(every):
        for key in sorted(telling.words.keys):
            holding[key].append(at)
    total = max(SMALL, len(every))
    times = [_time(telling) for telling in every]
    first = {time: at for at, time in reversed(list(enumerate(times)))}
    return Tellings(
        every=every,
        traits=traits_of(every),
        weights={key: math.log(1 + total / len(places)) for key, places in holding.items()},
        holding={key: np.array(places, dtype=np.int64) for key, places in holding.items()},
        rarest=tuple(_rarest(telling, holding) for telling in every),
        since=tuple(first[time] for time in times),
    )


def _rarest(telling: Telling, holding: Mapping[str, Sequence[int]]) -> tuple[str, ...]:
    """The words, of those that others hold too, that the fewest hold."""
    held = (key for key in telling.words.keys if len(holding[key]) > 1)
    return tuple(sorted(held, key=lambda k: (len(holding[k]), k))[:RAREST])


def _time(telling: Telling) -> int:
    when = telling.published
    return when.start.toordinal() if when is not None and when.start is not None else 0


def same_day(left: Telling, right: Telling, days: int) -> bool:
    """Whether both can tell of one time: the days they name meet, or print was near."""
    if bool(LONG_AGO.search(left.text)) != bool(LONG_AGO.search(right.text)):
        return False
    if left.when is not None and right.when is not None:
        return left.when.overlaps(right.when) and _near(left, right, 2 * days)
    return _near(left, right, days)


def _near(left: Telling, right: Telling, days: int) -> bool:
    return left.article == right.article or printed_within(left.published, right.published, days)


def one_passage(left: Telling, right: Telling) -> bool:
    """Whether one tells within the other's words: "the rebels, who Norland says are armed".

    What a cue takes back is no such words: "denied claims by Norland that they were armed".
    """
    if left.article != right.article or left.denied or right.denied:
        return False
    return left.text in right.text or right.text in left.text


def same_names(left: Telling, right: Telling) -> bool:
    """Whether neither names a place, person or party where the other names another.

    The parties who tell it may stand in either.
    """
    a, b = left.words, right.words
    if a.names - b.names and b.names - a.names:
        return False
    tellers = {left.holder, right.holder}
    one, other = set(a.parties) - tellers, set(b.parties) - tellers
    return one <= other or other <= one


def same_numbers(left: Telling, right: Telling) -> bool:
    """Whether neither has a number where the other has another."""
    a, b = left.words.numbers, right.words.numbers
    return a <= b or b <= a


def one_matter(left: Telling, right: Telling, days: int) -> bool:
    """Whether two tellings name one time and no other name or number, in words of their own."""
    if one_passage(left, right):
        return False
    return same_names(left, right) and same_numbers(left, right) and same_day(left, right, days)
