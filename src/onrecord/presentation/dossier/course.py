"""The drawing of one issue over time: a row per value, a line per party.

A party's line runs level from one of its words to the next and breaks where nothing accepted is
known; what lies between is not drawn. Coordinates are SVG units on a drawing 360 wide, so that it
is read unscaled on a phone.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from onrecord.negotiation import Track
from onrecord.negotiation.tracks import Point
from onrecord.presentation.dossier.context import CourseDot, CourseDrawing
from onrecord.presentation.dossier.dates import day_words
from onrecord.presentation.dossier.words import sentence_case

WIDTH = 360
ROW = 52.0  # a row's height: its name above the line, and room for the lines of several parties
TOP, BOTTOM = 30.0, 26.0
LEFT, RIGHT = 16.0, 104.0  # on the right stand the parties' names
BESIDE = 9.0  # between the lines of two parties on one value
LONGEST_LABEL = 15  # characters of a party's name that fit beside its last dot
MOST_PARTIES = 4  # more lines are not told apart
MOST_ROWS = 8


def draw_course(
    track: Track, values: Mapping[str, str], parties: Mapping[str, str], described: str
) -> CourseDrawing | None:
    """The drawing of a track; `values` and `parties` give the names.

    None where there is nothing to draw (one day alone, or nothing accepted) or it would not be
    read (too many values or parties).
    """
    points = track.points
    shown = [v for v in track.values if v in values]
    known = any(s.nearest is not None for p in points for s in p.stands)
    too_many = len(shown) > MOST_ROWS or len(track.parties) > MOST_PARTIES
    if len(points) < 2 or not known or too_many:
        return None
    heights = {value: TOP + ROW * n for n, value in enumerate(shown)}
    places = _places(points)
    height = TOP + ROW * (len(shown) - 1) + BOTTOM + 18
    paths: list[tuple[str, int]] = []
    dots: list[CourseDot] = []
    for shape, party in enumerate(track.parties):
        own = _line(points, party, places, heights, shape)
        paths += [(path, shape) for path in _paths(own)]
        dots += _dots(own, shape, parties[party])
    return CourseDrawing(
        width=WIDTH,
        height=round(height),
        rows=tuple((heights[v], sentence_case(values[v])) for v in shown),
        days=_days(points, places),
        paths=tuple(paths),
        dots=tuple(dots),
        described=described,
    )


def _last(point: Point) -> dt.date:
    return (point.when.end or dt.date.max) - dt.timedelta(days=1)


def _places(points: Sequence[Point]) -> list[float]:
    """Where each day stands, in proportion to time but never closer than a dot is wide."""
    days = [_last(p).toordinal() for p in points]
    span = max(1, days[-1] - days[0])
    room = WIDTH - LEFT - RIGHT
    closest = min(16.0, room / (len(points) - 1))
    places = [LEFT + room * (day - days[0]) / span for day in days]
    for n in range(1, len(places)):
        places[n] = max(places[n], places[n - 1] + closest)
    places[-1] = min(places[-1], LEFT + room)
    for n in range(len(places) - 2, -1, -1):  # what was pushed out on the right
        places[n] = min(places[n], places[n + 1] - closest)
    return [round(p, 1) for p in places]


def _line(
    points: Sequence[Point],
    party: str,
    places: Sequence[float],
    heights: Mapping[str, float],
    shape: int,
) -> list[tuple[float, float] | None]:
    """Where the party stands at each day; None: nothing accepted is known."""
    found: list[tuple[float, float] | None] = []
    for point, x in zip(points, places, strict=True):
        stand = next((s for s in point.stands if s.party == party), None)
        if stand is None or stand.nearest is None:
            found.append(None)
        else:
            found.append((x, round(heights[stand.nearest] + shape * BESIDE, 1)))
    return found


def _paths(own: Sequence[tuple[float, float] | None]) -> list[str]:
    """The runs of days on which something is known, as steps: level first, then up or down."""
    paths: list[str] = []
    run: list[str] = []
    for place in (*own, None):
        if place is None:
            if len(run) > 1:
                paths.append("".join(run))
            run = []
        elif not run:
            run.append(f"M{place[0]} {place[1]}")
        else:
            run.append(f" H{place[0]} V{place[1]}")
    return paths


def _dots(own: Sequence[tuple[float, float] | None], shape: int, name: str) -> list[CourseDot]:
    last = max((n for n, place in enumerate(own) if place is not None), default=-1)
    label = name if len(name) <= LONGEST_LABEL else f"{name[: LONGEST_LABEL - 1]}…"
    return [
        CourseDot(
            x=place[0],
            y=place[1],
            shape=shape,
            label=label if n == last else "",
            label_y=round(place[1] + 4 + shape * 4, 1),
        )
        for n, place in enumerate(own)
        if place is not None
    ]


def _days(points: Sequence[Point], places: Sequence[float]) -> tuple[tuple[float, str], ...]:
    """The first and the last day; those between stand in the sentences."""
    return (
        (places[0], day_words(_last(points[0]))),
        (places[-1], day_words(_last(points[-1]))),
    )
