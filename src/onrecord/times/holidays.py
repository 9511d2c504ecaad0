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
    "new year's eve": (12, 31), "valentine's day": (2, 14), "halloween": (10, 31),
    "may day": (5, 1), "veterans day": (11, 11), "armistice day": (11, 11),
    "remembrance day": (11, 11), "bastille day": (7, 14), "st. patrick's day": (3, 17),
    "fourth of july": (7, 4),
}  # fmt: skip
# Days of the United States: month, weekday from Monday as 0, which of them (-1 the last), days on.
WEEKDAYS = {
    "thanksgiving": (11, 3, 4, 0), "thanksgiving day": (11, 3, 4, 0), "black friday": (11, 3, 4, 1),
    "election day": (11, 0, 1, 1), "labor day": (9, 0, 1, 0), "memorial day": (5, 0, -1, 0),
    "columbus day": (10, 0, 2, 0), "presidents' day": (2, 0, 3, 0),
    "martin luther king day": (1, 0, 3, 0),
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
    if match["year"]:
        return _day(int(match["year"]), name)
    month = DAYS[name][0] if name in DAYS else WEEKDAYS[name][0]
    if context.today is None:
        return unsettled(
            f"XXXX-{month:02}-{DAYS[name][1]:02}" if name in DAYS else f"XXXX-{month:02}-XX"
        )
    near = _day(context.today.year, name)
    number = near.start.day if near and near.start else 1
    return _day(year_of_day(context.today, month, number, context.direction), name)


def _day(year: int, name: str) -> Reading | None:
    if name in DAYS:
        return readings.day(year, *DAYS[name])
    month, weekday, nth, after = WEEKDAYS[name]
    first = dt.date(year, month, 1)
    number = 1 + (weekday - first.weekday()) % 7 + 7 * ((nth if nth > 0 else 5) - 1)
    found = readings.day(year, month, number) or readings.day(year, month, number - 7)
    return (
        readings.day_of(found.start + dt.timedelta(days=after)) if found and found.start else None
    )


RULES = (
    Rule(
        r"(?:(?P<church>(?-i:Orthodox|Eastern|Greek|Russian)) )?(?P<feast>(?-i:Good Friday"
        r"|Easter Sunday|Easter Monday|Easter|Palm Sunday|Ash Wednesday|Pentecost))"
        rf"\b(?! (?-i:[A-Z]))(?:,? (?P<year>{YEAR}){AFTER_YEAR})?",
        read_feast,
    ),
    Rule(
        r"(?P<holiday>(?-i:Christmas Day|Christmas Eve|Christmas|Boxing Day|New Year[’']s Day"
        r"|New Year[’']s Eve|(?<=by\s)New Year|Valentine[’']s Day|Thanksgiving Day|Thanksgiving"
        r"|Halloween|May Day|Veterans Day|Armistice Day|Remembrance Day|Bastille Day|Fourth of July"
        r"|St\. Patrick[’']s Day|Black Friday|Election Day|Labor Day|Memorial Day|Columbus Day"
        r"|Presidents[’'] Day|Martin Luther King Day))"
        rf"\b(?! (?-i:[A-Z]))(?:,? (?P<year>{YEAR}){AFTER_YEAR})?",
        read_holiday,
    ),
)
