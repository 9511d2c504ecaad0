"""Simplified borders of first-level units, as one small file.

Every point is moved to a grid of 0.025 degrees (about 3 km) and those that then say nothing are
dropped: neighbours share their points in the source, so they share them still, without gaps. A unit
that vanishes so keeps a grid fine enough to be seen. Of 0.1, 0.05 and 0.02 degrees the file takes
150, 290 and 600 KB; at 0.02 a bay of 5 km is still one.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from sources import units

GRIDS = (40, 500, 5000)  # points in a degree
Point = tuple[int, int]


def write_borders(npm: Path, target: Path) -> None:
    """Write a row a unit: ISO 3166-2, code of GeoNames, name, points in a degree, rings."""
    lines = sorted(
        "\t".join(
            (
                feature["properties"]["iso_3166_2"], _code(feature["properties"]),
                feature["properties"]["name_en"] or feature["properties"]["name"] or "",
                *_rings(feature["geometry"]),
            )
        )
        for feature in units(npm)
        if feature["properties"]["iso_3166_2"]
    )  # fmt: skip
    raw = ("\n".join(lines) + "\n").encode()
    target.write_bytes(gzip.compress(raw, 9, mtime=0))


def _code(unit: dict[str, Any]) -> str:
    code = str(unit["gn_a1_code"] or "")
    return code if code[:2].isalpha() and len(code) > 3 else ""


def _rings(geometry: dict[str, Any]) -> tuple[str, str]:
    """The points in a degree, and the rings: those of a polygon apart by a blank, the first its
    outline and the others holes; polygons apart by "/".
    """
    many = geometry["type"] == "MultiPolygon"
    polygons = geometry["coordinates"] if many else [geometry["coordinates"]]
    for grid in GRIDS:
        found = []
        for polygon in polygons:
            rings = [snapped(ring, grid) for ring in polygon]
            if len(rings[0]) >= 3:
                found.append(" ".join(encoded(r) for r in rings if len(r) >= 3))
        if found:
            return str(grid), "/".join(found)
    return str(GRIDS[-1]), ""


def snapped(ring: Sequence[Sequence[float]], grid: int) -> list[Point]:
    """The open ring on the grid, without points that repeat, lie on a line or form a spike."""
    kept: list[Point] = []
    for x, y, *_ in ring[:-1]:
        kept.append((round(x * grid), round(y * grid)))
        while len(kept) > 1 and _says_nothing(kept):
            kept.pop(-2)
            if len(kept) > 1 and kept[-1] == kept[-2]:
                kept.pop()
    return kept


def _says_nothing(points: Sequence[Point]) -> bool:
    """Whether the last point but one can go."""
    if points[-1] == points[-2]:
        return True
    if len(points) < 3:
        return False
    (ax, ay), (bx, by), (cx, cy) = points[-3:]
    return (bx - ax) * (cy - by) == (by - ay) * (cx - bx)


def encoded(points: Sequence[Point]) -> str:
    """The steps from point to point, zigzag, in digits of 5 bits from ";" on; 32 says more come."""
    return "".join(_digits(points))


def _digits(points: Sequence[Point]) -> Iterator[str]:
    x = y = 0
    for point in points:
        for step in (point[0] - x, point[1] - y):
            left = step * 2 if step >= 0 else -step * 2 - 1
            while left >= 32:
                yield chr((left & 31 | 32) + 59)
                left >>= 5
            yield chr(left + 59)
        x, y = point
