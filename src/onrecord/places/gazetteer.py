"""The bundled gazetteer: states, units, cities, regions and waters. See README.md here.

Lines are kept as they are and become places when one of their names is asked for.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from onrecord.places.entry import CITY_KINDS, Entry, entry_of, fold

# In capitals a name of up to so many letters is an acronym, and only that: "US" is not "us".
ACRONYM = 4
# The largest city of a state's name is meant by it if it has this share of the state's people:
# New York and Aleppo are the cities.
CITY_SHARE = 0.25
SAINTS = ("St. ", "Saint ")
Rows = int | tuple[int, ...]


@dataclass(slots=True, eq=False)
class Gazetteer:
    """Places by every name; `own` are a user's, which stand before all others."""

    lines: Sequence[str]
    index: dict[str, Rows]
    acronyms: dict[str, Rows]
    own: dict[str, tuple[Entry, ...]] = field(default_factory=dict)
    _found: dict[str, tuple[Entry, ...]] = field(default_factory=dict)

    def entries_of(self, written: str) -> tuple[Entry, ...]:
        """The places of a name as an article writes it, the best known first."""
        found = self._found.get(written)
        if found is None:
            name = fold(written)
            found = self.own.get(name) or tuple(sorted(self._rows(written, name), key=_rank))
            if len(found) > 1 and name not in self.own:
                found = _as_meant(found)
            if found:  # of names that are none there is no end
                self._found[written] = found
        return found

    def knows(self, written: str) -> bool:
        """Whether a place of this name is listed."""
        name = fold(written)
        return name in self.index or name in self.own or written in self.acronyms

    def _rows(self, written: str, name: str) -> Iterator[Entry]:
        numbers = {*_numbers(self.acronyms.get(written)), *_numbers(self.index.get(name))}
        for number in sorted(numbers):
            yield entry_of(self.lines[number])


def _numbers(rows: Rows | None) -> tuple[int, ...]:
    if rows is None:
        return ()
    return (rows,) if isinstance(rows, int) else rows


@cache
def load_gazetteer() -> Gazetteer:
    """The gazetteer, read once per process, when a place is first looked for (50 ms)."""
    lines = (files("onrecord.places") / "places.tsv").read_text("utf-8").split("\n")[1:-1]
    index: dict[str, Rows] = {}
    acronyms: dict[str, Rows] = {}
    for number, line in enumerate(lines):
        names = line.partition("\t")[0]
        if "|" in names or names.startswith(SAINTS):
            _add_names(names, number, index, acronyms)
        else:  # nine of ten: what `fold` makes of one name in ASCII
            name = names.lower().replace("-", " ")
            if index.setdefault(name, number) != number:
                _add(index, name, number)
    return Gazetteer(lines, index, acronyms)


def _add_names(names: str, number: int, index: dict[str, Rows], acronyms: dict[str, Rows]) -> None:
    """Add each name of a line; in capitals a short one is an acronym and stands as it is.

    A name in other letters than ASCII has its plain form beside it, which is what names are
    compared by.
    """
    for name in names.split("|"):
        if len(name) <= ACRONYM and name.isupper() and name.isalpha():
            _add(acronyms, name, number)
        elif name.isascii():
            _add(index, fold(name), number)


def _add(index: dict[str, Rows], name: str, number: int) -> None:
    known = index.setdefault(name, number)
    if known != number:
        index[name] = tuple(dict.fromkeys((*_numbers(known), number)))


def with_own(gazetteer: Gazetteer, places: Iterable[tuple[str, Entry]]) -> Gazetteer:
    """The gazetteer with the places of a user, by each of their names."""
    own: dict[str, tuple[Entry, ...]] = {}
    for name, entry in places:
        own[fold(name)] = (*own.get(fold(name), ()), entry)
    return Gazetteer(gazetteer.lines, gazetteer.index, gazetteer.acronyms, own)


@cache
def load_risky_names() -> frozenset[str]:
    """Names of places that are also words or given names: they need the parser or a preposition."""
    return frozenset((files("onrecord.places") / "risky.txt").read_text("utf-8").split())


@cache
def load_adjectives() -> dict[str, str]:
    """Adjectives of states and parts of the world, with the place's name."""
    lines = (files("onrecord.places") / "adjectives.tsv").read_text("utf-8").splitlines()
    return {word: name for word, _, name in (line.partition("\t") for line in lines)}


def _rank(entry: Entry) -> tuple[int, int, str, int]:
    """Order among places of one name where the article does not tell: the best known first."""
    return -round(1000 * weight_of(entry)), -entry.people, entry.name, entry.geonames or 0


def weight_of(entry: Entry) -> float:
    """How well known a place is, in powers of ten of its people.

    A state counts as its people do and a little more; a region or water without people as a city
    of a million, so that the Black Sea is never a town.
    """
    if entry.kind in {"country", "continent"}:
        return 7.5
    size = math.log10(max(entry.people, 1) * 1000)
    if entry.kind == "capital":
        return max(size, 5.0) + 1.0
    if entry.kind in {"region", "water", "island", "islands", "mountain", "place"}:
        return max(size, 6.0)
    if entry.kind == "county":
        return 4.0
    return size - 0.4 if entry.kind == "state" else size


def _as_meant(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """The places with a state's large city of its own name before it."""
    first = entries[0]
    if first.kind != "state":
        return entries
    for city in entries[1:]:
        if (
            city.kind in CITY_KINDS
            and city.country == first.country
            and city.people >= CITY_SHARE * first.people
        ):
            return (city, *(e for e in entries if e is not city))
    return entries
