"""The drawing of events by party: a lane each, and a mark for each event of it.

Dates stand in equal steps, for a talk of 2014 would press all of this spring into one point; the
caption says so. Places are percent of the width, so that the drawing fits a phone and a desk
unscaled; every mark is a link to its event.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.presentation.dossier.context import Lane, LaneDrawing, LaneMark
from onrecord.presentation.dossier.dates import interval_words, sort_day
from onrecord.presentation.dossier.words import many
from onrecord.records import Interval

Day = tuple[bool, dt.date]
LANE = 44  # SVG units: the party's name, and its line below
TOP, BOTTOM = 8, 34
LEFT, RIGHT = 3.0, 97.0  # percent
MOST_LANES = 6
MOST_DATES = 24  # more marks are closer to each other than a finger is wide on a phone
MOST_TICKS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """An event as the drawing needs it; `parties` by name."""

    when: Interval | None
    status: str
    name: str
    href: str
    parties: tuple[str, ...]
    articles: int


def draw_lanes(events: Sequence[Happening]) -> LaneDrawing | None:
    """The drawing of events in order of time; None with fewer than two dates or no party."""
    dated = [e for e in events if e.when is not None and e.parties]
    shown = _most_reported(dated)
    days = sorted({sort_day(e.when) for e in shown})
    counted = Counter(p for e in shown for p in e.parties)
    parties = sorted(counted, key=lambda p: (-counted[p], p))[:MOST_LANES]
    if len(days) < 2:
        return None
    step = (RIGHT - LEFT) / (len(days) - 1)
    places = {day: round(LEFT + step * n, 2) for n, day in enumerate(days)}
    lanes = tuple(
        Lane(y=TOP + LANE * n + 28, party=party, marks=_marks(party, shown, places))
        for n, party in enumerate(parties)
    )
    drawn = {m.href for lane in lanes for m in lane.marks}
    left_out = len(events) - len(drawn)
    more = f" In the list only: {many(left_out, 'event')}." if left_out else ""
    words = "; ".join(f"{p}: {many(counted[p], 'event')}" for p in parties)
    return LaneDrawing(
        height=TOP + LANE * len(lanes) + BOTTOM,
        lanes=lanes,
        ticks=_ticks(shown, places),
        note=f"Equal steps from one date to the next, not to scale.{more}",
        described=f"Events by party in order of time. {words}.",
    )


def _most_reported(events: Sequence[Happening]) -> list[Happening]:
    """The events of the dates that most articles tell of, in order of time."""
    told: Counter[Day] = Counter()
    for event in events:
        told[sort_day(event.when)] += event.articles
    kept = set(sorted(told, key=lambda day: (-told[day], day))[:MOST_DATES])
    return [e for e in events if sort_day(e.when) in kept]


def _marks(
    party: str, events: Sequence[Happening], places: dict[Day, float]
) -> tuple[LaneMark, ...]:
    """The marks of one lane; of several events of one date that are alike, each has its link."""
    return tuple(
        LaneMark(x=places[sort_day(e.when)], status=e.status, href=e.href, name=e.name)
        for e in events
        if party in e.parties
    )


def _ticks(
    events: Sequence[Happening], places: dict[Day, float]
) -> tuple[tuple[float, str, str], ...]:
    """The first, a middle and the last date: (place in percent, words, how they are anchored)."""
    days = sorted(places)
    chosen = dict.fromkeys((days[0], days[len(days) // 2], days[-1]))
    anchors = {days[0]: "first", days[-1]: "last"}
    named = {sort_day(e.when): e.when for e in events}
    found = []
    for day in chosen if len(days) > MOST_TICKS else (days[0], days[-1]):
        when = named[day]
        assert when is not None  # noqa: S101  # only dated events come here
        found.append((places[day], interval_words(when), anchors.get(day, "middle")))
    return tuple(found)
