"""The bundled gazetteer: states, larger cities, known regions and waters. See README.md here."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

# Names so written in capital letters, as datelines do, are found too; shorter ones are acronyms.
LEAST_CAPITALS = 4


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Entry:
    """One place. `kind` is "country", "capital", "city", "state", "region", "water"."""

    name: str
    kind: str
    country: str | None
    admin1: str | None
    geonames: int | None
    lat: float | None
    lon: float | None
    people: int
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Entries by every name; `names_by_head` holds the names that begin with a word."""

    entries: dict[str, tuple[Entry, ...]]
    names_by_head: dict[str, tuple[str, ...]]

    def longest(self, text: str, start: int) -> str | None:
        """The longest name that stands at `start` and ends with a word; None if none does.

        `text` has its apostrophes and white space made plain (`plain`).
        """
        for name in self.names_by_head.get(head(text[start : start + 40]), ()):
            end = start + len(name)
            if text.startswith(name, start) and not text[end : end + 1].isalnum():
                return name
        return None


def plain(text: str) -> str:
    """The text with one form of apostrophe and of white space; its length stays the same."""
    return text.translate({0x2019: "'", 0x2018: "'", 0x0A: " ", 0xA0: " ", 0x09: " "})


def head(text: str) -> str:
    """The letters that a text begins with."""
    for at, char in enumerate(text):
        if not char.isalpha():
            return text[:at]
    return text


@cache
def load_gazetteer() -> Gazetteer:
    """The gazetteer, read once per process."""
    lines = (files("onrecord.places") / "places.tsv").read_text("utf-8").splitlines()
    found: dict[str, list[Entry]] = {}
    for line in lines[1:]:
        entry = _entry(line.split("\t"))
        for name in sorted(set(_forms(entry))):
            found.setdefault(name, []).append(entry)
    heads: dict[str, list[str]] = {}
    for name in found:
        heads.setdefault(head(name), []).append(name)
    return Gazetteer(
        {name: tuple(sorted(entries, key=_rank)) for name, entries in found.items()},
        {key: tuple(sorted(names, key=lambda n: (-len(n), n))) for key, names in heads.items()},
    )


@cache
def load_risky_names() -> frozenset[str]:
    """Names of places that are also words or given names: they need the parser or a preposition."""
    return frozenset((files("onrecord.places") / "risky.txt").read_text("utf-8").split())


def _entry(cells: list[str]) -> Entry:
    name, kind, country, admin1, geonames, lat, lon, people, aliases = cells
    return Entry(
        name=name,
        kind=kind,
        country=country or None,
        admin1=admin1 or None,
        geonames=int(geonames) if geonames else None,
        lat=float(lat) if lat else None,
        lon=float(lon) if lon else None,
        people=int(people) if people else 0,
        aliases=tuple(a for a in aliases.split("|") if a),
    )


def _forms(entry: Entry) -> Iterator[str]:
    """Yield every way in which a newspaper may write the names of a place."""
    for name in (entry.name, *entry.aliases):
        written = plain(name).replace("‘", "'").replace("ʽ", "'")
        bare = "".join(
            c for c in unicodedata.normalize("NFKD", written) if not unicodedata.combining(c)
        )
        for form in (written, bare):
            yield form
            if len(form) >= LEAST_CAPITALS:
                yield form.upper()


def _rank(entry: Entry) -> tuple[int, int, str, int]:
    """Order among places of one name where the article does not tell: the best known first."""
    kinds = {"country": 0, "continent": 0, "capital": 1, "region": 2, "water": 2, "city": 3}
    # A city of a million outranks a region or a small capital; New York, not the state.
    kind = 1 if entry.kind == "city" and entry.people > 1_000_000 else kinds.get(entry.kind, 3)
    return kind, -entry.people, entry.name, entry.geonames or 0
