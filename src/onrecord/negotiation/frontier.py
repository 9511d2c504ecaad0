"""Both ends and the middle of a frontier: what a reader is shown of many outcomes.

An end is where one party crosses the least of its own refusals; there is one for each party that
crosses any. The middle is what is no party's end. Parties are not weighed against each other, and
no outcome is put before another.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.records import Package

Entry = tuple[int, int, int]  # red lines, firm and soft refusals of one party crossed
COLUMN = {"red_line": 0, "firm": 1}  # all others count as soft, so does what is not declared


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One outcome and where on the frontier it stands; `alike`: how many stand there.

    `party` is whose end it is, None: the middle.
    """

    party: str | None
    package: Package
    alike: int


def ends_and_middle(packages: Iterable[Package]) -> tuple[Place, ...]:
    """An outcome for each party's end, sorted by party, then one of the middle.

    Nothing where no outcome crosses a refusal: there is no end then. Of several at one end the
    first in the order of outcomes is shown; of the middle the one half way through its list.
    """
    group = sorted(packages, key=lambda p: p.outcome)
    parties = sorted({party for p in group for party, *_ in p.crossed})
    entries = {(p.id, party): _entry(p, party) for p in group for party in parties}
    at_an_end: set[str] = set()
    places: list[Place] = []
    for party in parties:
        least = min(entries[p.id, party] for p in group)
        own = [p for p in group if entries[p.id, party] == least]
        at_an_end.update(p.id for p in own)
        places.append(Place(party=party, package=own[0], alike=len(own)))
    middle = [p for p in group if p.id not in at_an_end] if parties else []
    if middle:
        middle.sort(key=lambda p: ([entries[p.id, party] for party in parties], p.outcome))
        half = middle[len(middle) // 2]
        places.append(Place(party=None, package=half, alike=len(middle)))
    return tuple(places)


def _entry(package: Package, party: str) -> Entry:
    counts = [0, 0, 0]
    for who, _, _, level in package.crossed:
        if who == party:
            counts[COLUMN.get(level, 2)] += 1
    return counts[0], counts[1], counts[2]


def by_component(packages: Iterable[Package]) -> dict[str, Sequence[Package]]:
    """The packages of each component, components sorted."""
    found: dict[str, list[Package]] = {}
    for package in packages:
        found.setdefault(package.component, []).append(package)
    return dict(sorted(found.items()))
