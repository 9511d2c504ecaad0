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

FEASTS = {
    "good friday": -2, "easter": 0, "easter sunday": 0, "easter monday": 1, "palm sunday": -7,
    "ash wednesday": -46, "pentecost": 49,
}  # fmt: skip


def easter(year: int, *, eastern: bool = False) -> dt.date:
    """Easter Sunday, of the western churches or by the Julian calendar (Meeus, Jones, Butcher)."""
    if eastern:
        moon = (19 * (year % 19) + 15) % 30
        week = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
        julian = moon + week + 114
        # A Julian date of 1900 to 2099 is thirteen days behind.
        return dt.date(year, julian // 31, julian % 31 + 1) + dt.timedelta(days=13)
    century, rest = divmod(year, 100)
    golden = year % 19
    correction = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - century // 4 - correction + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    month, number = divmod(moon + week - 7 * late + 114, 31)
    return dt.date(year, month, number + 1)


def read_feast(match: re.Match[str], context: Context) -> Reading | None:
    """Easter and the days that are counted from it; without a year the one meant around."""
    eastern = bool(match["church"])
    offset = FEASTS[re.sub(r"\s+", " ", match["feast"].lower())]

    def of(year: int) -> dt.date:
        return easter(year, eastern=eastern) + dt.timedelta(days=offset)

    named = int(match["year"]) if match["year"] else context.today.year if context.today else None
    if eastern and named is not None and not 1900 <= named < 2100:
        return None
    if match["year"]:
        return readings.day_of(of(int(match["year"])))
    if context.today is None:
        return unsettled("XXXX")
    near = of(context.today.year)
    return readings.day_of(of(year_of_day(context.today, near.month, near.day, context.direction)))


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
        r"(?:(?P<church>(?-i:Orthodox|Eastern|Greek|Russian)) )?(?P<feast>(?-i:Good Friday"
        r"|Easter Sunday|Easter Monday|Easter|Palm Sunday|Ash Wednesday|Pentecost))"
        rf"\b(?! (?-i:[A-Z]))(?:,? (?P<year>{YEAR}){AFTER_YEAR})?",
        read_feast,
    ),
    Rule(
        r"(?P<holiday>(?-i:Christmas Day|Christmas Eve|Christmas|Boxing Day|New Year[’']s Day"
        r"|New Year[’']s Eve|(?<=by\s)New Year|Valentine[’']s Day|Thanksgiving Day|Thanksgiving))"
        rf"\b(?! (?-i:[A-Z]))(?:,? (?P<year>{YEAR}){AFTER_YEAR})?",
        read_holiday,
    ),
)
