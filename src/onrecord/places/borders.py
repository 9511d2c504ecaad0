"""Borders of first-level units for maps, from Natural Earth, on a grid of about 3 km."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

Ring = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Border:
    """A unit's polygons: of each the outline first and then its holes, as closed rings.

    `iso` is ISO 3166-2 ("UA-14"); a unit without one has a code of the source's own, which ends in
    "~". `admin1` is the code that places have ("UA.05"), None where the source knows none. A point
    is (longitude, latitude) in degrees, the order of GeoJSON.
    """

    iso: str
    admin1: str | None
    name: str
    polygons: tuple[tuple[Ring, ...], ...]


def border_of(unit: str) -> tuple[Border, ...]:
    """The borders of a first-level unit by ISO 3166-2 ("UA-14") or by a place's `admin1` ("UA.05").

    Several where the source has islands apart or several units under one code; none for an unknown
    unit.
    """
    return tuple(_border(line) for line in _lines().get(unit, ()))


def unit_codes() -> tuple[str, ...]:
    """The codes by ISO 3166-2 of all units that have a border, sorted."""
    return tuple(sorted(code for code in _lines() if "." not in code))


@cache
def _lines() -> dict[str, tuple[str, ...]]:
    """The file's lines by ISO 3166-2 and by code of GeoNames; read when a border is asked for."""
    raw = (files("onrecord.places") / "borders.tsv.gz").read_bytes()
    found: dict[str, tuple[str, ...]] = {}
    for line in gzip.decompress(raw).decode("utf-8").splitlines():
        iso, code, _ = line.split("\t", 2)
        for key in filter(None, (iso, code)):
            found[key] = (*found.get(key, ()), line)
    return found


def _border(line: str) -> Border:
    iso, code, name, grid, shapes = line.split("\t")
    return Border(
        iso=iso,
        admin1=code or None,
        name=name,
        polygons=tuple(
            tuple(_ring(ring, int(grid)) for ring in polygon.split(" "))
            for polygon in shapes.split("/")
            if polygon
        ),
    )


def _ring(digits: str, grid: int) -> Ring:
    """The closed ring of steps on a grid of so many points in a degree."""
    steps = list(_steps(digits))
    x = y = 0
    points = []
    for east, north in zip(steps[::2], steps[1::2], strict=True):
        x, y = x + east, y + north
        points.append((x / grid, y / grid))
    return (*points, points[0])


def _steps(digits: str) -> Iterator[int]:
    """Yield the numbers written in digits of 5 bits from ";" on, zigzag; 32 says more come."""
    value = shift = 0
    for digit in digits:
        bits = ord(digit) - 59
        value |= (bits & 31) << shift
        shift += 5
        if bits < 32:
            yield value >> 1 if value % 2 == 0 else -((value + 1) >> 1)
            value = shift = 0
