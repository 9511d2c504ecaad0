"""What can be asked of many tellings at once: one number each for who, when and how it is told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.reconciliation.tellings import Telling

Numbers = NDArray[np.int64]
Places = NDArray[np.int64]  # of tellings, among all
Flags = NDArray[np.bool_]

NOBODY = -1
NO_DAY = 10**8  # further from every day than any two days are from each other


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """One number for each telling, in the order of all tellings; names count in sorted order.

    `teller` is the outlet where it speaks in its own voice, else the holder; `first` the party
    named first. `begins` and `ends` are days of print.
    """

    name: Numbers
    article: Numbers
    teller: Numbers
    first: Numbers
    begins: Numbers
    ends: Numbers
    own_voice: Flags
    denied: Flags
    negative: Flags
    dated: Flags
    has_names: Flags

    def of_others(self, at: int, places: Places) -> Flags:
        """Which are told by one of two parties, by the same party again or by another outlet."""
        if self.teller[at] == NOBODY:
            return np.zeros(len(places), dtype=np.bool_)
        tellers = self.teller[places]
        told: Flags = (tellers != NOBODY) & (self.own_voice[places] == self.own_voice[at])
        return told & (tellers != self.teller[at]) if self.own_voice[at] else told

    def of_another_party(self, at: int, places: Places) -> Flags:
        """Which another party tells, and not an outlet."""
        if self.own_voice[at]:
            return np.zeros(len(places), dtype=np.bool_)
        another: Flags = self.teller[places] != self.teller[at]
        return another & self.of_others(at, places)

    def printed_within(self, at: int, places: Places, days: int) -> Flags:
        """Which stand in its article or were printed at most so many days before or after it."""
        return self._printed(at, places, np.int64(days))

    def of_one_time(self, at: int, places: Places, days: int) -> Flags:
        """Which can tell of its time, by print: twice the days where both name a day."""
        both = self.dated[places] & self.dated[at]
        return self._printed(at, places, np.where(both, 2 * days, days))

    def _printed(self, at: int, places: Places, days: Numbers | np.int64) -> Flags:
        apart = np.maximum(self.begins[places] - self.ends[at], self.begins[at] - self.ends[places])
        near: Flags = (apart < days) | (self.article[places] == self.article[at])
        return near


def traits_of(every: Sequence[Telling]) -> Traits:
    """The traits of all tellings."""
    tellers = [t.outlet if t.own_voice else t.holder for t in every]
    firsts = [next(iter(t.words.parties), None) for t in every]
    who = _numbered({*tellers, *firsts})
    names, articles = _numbered({t.name for t in every}), _numbered({t.article for t in every})
    days = [_days(telling) for telling in every]
    return Traits(
        name=np.array([names[t.name] for t in every], dtype=np.int64),
        article=np.array([articles[t.article] for t in every], dtype=np.int64),
        teller=np.array([who[teller] for teller in tellers], dtype=np.int64),
        first=np.array([who[party] for party in firsts], dtype=np.int64),
        begins=np.array([begins for begins, _ in days], dtype=np.int64),
        ends=np.array([ends for _, ends in days], dtype=np.int64),
        own_voice=np.array([t.own_voice for t in every], dtype=np.bool_),
        denied=np.array([t.denied for t in every], dtype=np.bool_),
        negative=np.array([t.negative for t in every], dtype=np.bool_),
        dated=np.array([t.when is not None for t in every], dtype=np.bool_),
        has_names=np.array([bool(t.words.names) for t in every], dtype=np.bool_),
    )


def _numbered(names: Iterable[str | None]) -> dict[str | None, int]:
    known = sorted(name for name in names if name is not None)
    return {None: NOBODY} | {name: number for number, name in enumerate(known)}


def _days(telling: Telling) -> tuple[int, int]:
    when = telling.published
    if when is None or when.start is None or when.end is None:
        return NO_DAY, -NO_DAY
    return when.start.toordinal(), when.end.toordinal()
