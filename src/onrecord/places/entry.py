"""One place of the gazetteer, and how its names are compared."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

# One form of apostrophe, of hyphen and of white space; the length stays the same.
PLAIN = {
    **dict.fromkeys((0x2018, 0x2019, 0x02BB, 0x02BC, 0x02BD, 0x02BF, 0x60, 0xB4), "'"),
    **dict.fromkeys((0x2010, 0x2011, 0x2012, 0x2013), "-"),
    **dict.fromkeys((0x09, 0x0A, 0x0D, 0xA0, 0x2009, 0x202F), " "),
}
# Letters that are no plain ones with a mark; the build of the gazetteer has the same table.
LETTERS = str.maketrans(
    {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae", "Æ": "Ae",
     "œ": "oe", "Œ": "Oe", "þ": "th", "Þ": "Th", "ð": "d", "ı": "i", "ə": "e", "Ə": "E"}
)  # fmt: skip
CITY_KINDS = frozenset({"city", "capital"})


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Entry:
    """One place; `people` in thousands.

    `kind` is "country", "capital", "city", "state" (of first level), "county", "region", "water",
    "island", "islands", "mountain", "continent", "place". `unit` is the code of GeoNames for the
    first-level unit ("UA.14"), a state alone ("UA"), or "".
    """

    name: str
    kind: str
    unit: str
    geonames: int | None
    lat: float | None
    lon: float | None
    people: int
    own: bool = False

    @property
    def country(self) -> str | None:
        """The state by ISO 3166-1, in which most maps have it; None where it lies in several."""
        return self.unit[:2] or None

    @property
    def admin1(self) -> str | None:
        """The first-level unit that it lies in or is; None where that is not known."""
        return self.unit if "." in self.unit else None


def plain(text: str) -> str:
    """The text with one form of apostrophe, hyphen and white space; its length stays the same."""
    return text.translate(PLAIN)


def fold(name: str) -> str:
    """A name as names are compared: without case, accents, hyphens; "Saint" and "St." are "St"."""
    if not name.isascii():
        name = unicodedata.normalize("NFKD", name.translate(PLAIN).translate(LETTERS))
        name = "".join([c for c in name if not unicodedata.combining(c)])
    folded = name.lower().replace("-", " ")
    if folded.startswith(("st. ", "saint ")):
        return "st " + folded.split(" ", 1)[1]
    return folded


def entry_of(line: str) -> Entry:
    """The place of a line of places.tsv."""
    names, kind, unit, geonames, lat, lon, people = line.split("\t")
    return Entry(
        name=names.partition("|")[0],
        kind=kind,
        unit=unit,
        geonames=int(geonames) if geonames else None,
        lat=float(lat) if lat else None,
        lon=float(lon) if lon else None,
        people=int(people) if people else 0,
    )
