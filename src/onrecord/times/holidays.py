"""Holidays whose day the calendar alone gives; those that churches date apart are left out."""

from __future__ import annotations

import datetime as dt
import re

from onrecord.times import readings
from onrecord.times.nearest import year_of_day
from onrecord.times.readings import Context, Reading, unsettled
from onrecord.times.rule import Rule
from onrecord.times.words import AFTER_YEAR, YEAR

DAYS = {
    "christmas": (12, 25), "christmas day": (12, 25), "christmas eve": (12, 24),
    "boxing day": (12, 26), "new year": (1, 1), "new year's day": (1, 1),
    "new year's eve": (12, 31), "valentine's day": (2, 14),
}  # fmt: skip


def read_holiday(match: re.Match[str], context: Context) -> Reading | None:
    """The day of a holiday; without a year the one meant by the words around."""
    name = re.sub(r"\s+", " ", match["holiday"].lower().replace("’", "'"))
    month, number = DAYS.get(name, (11, 25))
    if match["year"]:
        return _day(int(match["year"]), name)
    if context.today is None:
        return unsettled(f"XXXX-{month:02}-{number:02}" if name in DAYS else "XXXX-11-XX")
    return _day(year_of_day(context.today, month, number, context.direction), name)


def _day(year: int, name: str) -> Reading | None:
    if name in DAYS:
        return readings.day(year, *DAYS[name])
    # Thanksgiving is the fourth Thursday of November.
    first = dt.date(year, 11, 1)
    return readings.day(year, 11, 22 + (3 - first.weekday()) % 7)


RULES = (
    Rule(
        r"(?P<holiday>(?-i:Christmas Day|Christmas Eve|Christmas|Boxing Day|New Year[’']s Day"
        r"|New Year[’']s Eve|(?<=by\s)New Year|Valentine[’']s Day|Thanksgiving Day|Thanksgiving))"
        rf"\b(?! (?-i:[A-Z]))(?:,? (?P<year>{YEAR}){AFTER_YEAR})?",
        read_holiday,
    ),
)
