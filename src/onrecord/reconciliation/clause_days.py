"""The days that a clause names, as far as its words and the day of print tell."""

from __future__ import annotations

import datetime as dt
import re

from onrecord.records import Interval

_MONTHS = "january february march april may june july august september october november december"
MONTHS = (
    {name: number for number, name in enumerate(_MONTHS.split(), start=1)}
    | {name[:3]: number for number, name in enumerate(_MONTHS.split(), start=1)}
    | {"sept": 9}
)
_MONTH = (
    r"(?P<{0}>January|February|March|April|May|June|July|August|September|October|November|"
    r"December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?"
)
_YEAR = r"(?:,?\s+(?P<{0}>(?:19|20)\d\d))?"
DAY = re.compile(
    rf"\b{_MONTH.format('m1')}\s+(?P<d1>\d{{1,2}})\b(?:st|nd|rd|th)?{_YEAR.format('y1')}"
    rf"|\b(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s+{_MONTH.format('m2')}{_YEAR.format('y2')}"
)
MONTH = re.compile(
    rf"\b(?:in|since|of|last|from|during)\s+{_MONTH.format('m')}{_YEAR.format('y')}\b"
)
YEAR = re.compile(r"\b(?:in|since|of|during)\s+(?P<y>(?:19|20)\d\d)\b")
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAY = re.compile(rf"\b({'|'.join(WEEKDAYS)})\b", re.IGNORECASE)
NEAR = {"today": 0, "yesterday": 1}
NEAR_WORD = re.compile(r"\b(today|yesterday)\b", re.IGNORECASE)
ONE = dt.timedelta(days=1)


def day_named(text: str, printed: Interval | None) -> Interval | None:
    """The one day, month or year that the words name, None where they name none or it is open.

    A weekday is the last one up to the day of print; a day without a year the last one, too.
    """
    year = printed.end if printed is not None else None
    if match := DAY.search(text):
        month = match["m1"] or match["m2"]
        day = int(match["d1"] or match["d2"])
        return _day(match["y1"] or match["y2"], MONTHS[month.casefold()], day, year)
    if match := MONTH.search(text):
        return _month(match["y"], MONTHS[match["m"].casefold()], year)
    if match := YEAR.search(text):
        number = int(match["y"])
        return _interval(dt.date(number, 1, 1), dt.date(number + 1, 1, 1), "year")
    return _days_back(text, printed)


def _days_back(text: str, printed: Interval | None) -> Interval | None:
    """The day that a weekday, "today" or "yesterday" means beside the day of print."""
    if printed is None or printed.precision != "day" or printed.start is None:
        return None
    weekday, near = WEEKDAY.search(text), NEAR_WORD.search(text)
    if weekday is not None:
        back = (printed.start.weekday() - WEEKDAYS.index(weekday.group().casefold())) % 7
    elif near is not None:
        back = NEAR[near.group().casefold()]
    else:
        return None
    return _interval(printed.start - back * ONE, printed.start - (back - 1) * ONE, "day")


def _day(year: str | None, month: int, day: int, printed: dt.date | None) -> Interval | None:
    if year is None and printed is None:
        return None
    number = int(year) if year else (printed.year if printed else 0)
    try:
        found = dt.date(number, month, day)
        if year is None and printed is not None and found > printed:
            found = dt.date(number - 1, month, day)
    except ValueError:
        return None
    return _interval(found, found + ONE, "day")


def _month(year: str | None, month: int, printed: dt.date | None) -> Interval | None:
    if year is None and printed is None:
        return None
    number = int(year) if year else (printed.year if printed else 0)
    if year is None and printed is not None and dt.date(number, month, 1) > printed:
        number -= 1
    end = dt.date(number + month // 12, month % 12 + 1, 1)
    return _interval(dt.date(number, month, 1), end, "month")


def _interval(start: dt.date, end: dt.date, precision: str) -> Interval:
    return Interval(start=start, end=end, precision=precision, basis="text")  # type: ignore[arg-type]
