"""First-level units for the gazetteer: states, provinces, oblasts, governorates."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from cities import Row

from sources import bare, of_geonames, table, thousands, units

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

# Units so small that papers name them for the town in them, if at all.
LEFT_OUT = {
    "SI",
    "LV",
    "MT",
    "MK",
    "AD",
    "SC",
    "LI",
    "SM",
    "MC",
    "BB",
    "GD",
    "DM",
    "BS",
    "UG",
    "MW",
    "BF",
}
TYPE_WORDS = re.compile(
    r" (?:Oblast|Krai|Province|Governorate|Region|District|Territory|County|Department"
    r"|Prefecture|Autonomous Region|State|Municipality)$|^(?:Republic of|Autonomous Republic of) "
)


def first_level(npm: Path) -> Iterator[Row]:
    """Yield the units that have a code of GeoNames, with the people of their cities summed.

    A unit is keyed on ISO 3166-2: the source's country column takes sides where land is disputed.
    """
    people = Counter[str]()
    for city in of_geonames("cities1000.json"):
        people[f"{city['countrycode']}.{city['admin1code']}"] += city["population"]
    ours = {row[0]: row[1] for row in table("unit_names.tsv")}
    # An island of a unit may have a row of its own under the unit's codes: the larger goes first.
    found = sorted((f["properties"] for f in units(npm)), key=lambda u: (u["scalerank"], u["name"]))
    used: set[str] = set()
    for unit in found:
        iso, code = unit["iso_3166_2"], str(unit["gn_a1_code"])
        if iso[:2] in LEFT_OUT or not iso[:2].isalpha() or not unit["name"]:
            continue
        if not re.fullmatch(r"[A-Z]{2}\.\w+", code):
            code = ""
        first = iso not in used
        used.add(iso)
        yield _row(
            unit,
            iso,
            code,
            people[code] if code and first else 0,
            ours.get(iso, "") if first else "",
        )


def _row(unit: dict[str, object], iso: str, code: str, people: int, ours: str) -> Row:
    """The row of a unit; its first name is the one that English papers use."""
    name = str(unit["name_en"] or unit["name"])
    core = TYPE_WORDS.sub("", name)
    aliases = [
        *ours.split("|"),
        core,
        str(unit["name"]),
        *(_short(iso[3:]) if iso[:3] == "US-" else ()),
    ]
    if iso[:2] == "UA":
        aliases += str(unit["name_alt"]).split("|")
    kept = [a for a in dict.fromkeys(aliases) if a and a != name and "(" not in a]
    number = int(str(unit["gn_id"] or 0))
    return (
        name,
        "|".join(k for k in kept if bare(k) == k or bare(k) != bare(name)),
        "state",
        code or iso[:2],
        str(number) if number > 0 else "",
        f"{unit['latitude']:.2f}",
        f"{unit['longitude']:.2f}",
        thousands(people),
    )


def _short(code: str) -> list[str]:
    """How newspapers and the post shorten a state of the United States."""
    return [*SHORT.get(code, "").split("|"), code]
