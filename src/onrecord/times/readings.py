"""What one expression of time means: half-open intervals of days and values after TimeML.

A reading outside the calendar (31 February, the year 0) is None: nothing is invented from it.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from onrecord.records import Precision

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Direction = Literal["past", "done", "planned", "future", "open"]
Part = Literal["early", "mid", "late"]

FIRST_YEAR, LAST_YEAR = 1000, 2999  # what a newspaper can mean by four digits
SEASONS = {"SP": (3, 6), "SU": (6, 9), "FA": (9, 12)}  # first month and month after, in the north


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The meaning of an expression: `[start, end)`, both None where it cannot be settled."""

    timex3: str
    type: TimexType = "DATE"
    start: dt.date | None = None
    end: dt.date | None = None
    precision: Precision | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What a reading may lean on; each None where the article does not say.

    `today` is the day of publication, `named` the day that the text named last (for "three days
    later"), `period` the days, month, quarter or year named last ("that year"),
    `quarter` the quarter of this year that it reports on ("the quarter", "a year earlier"),
    `longer` whether its paragraph has turned to nine months, a half or the year since,
    `direction` where the words that govern the expression look, None if not asked.
    """

    today: dt.date | None = None
    named: dt.date | None = None
    period: Reading | None = None
    quarter: Reading | None = None
    longer: bool = False
    direction: Direction | None = None

    @property
    def ahead(self) -> bool:
        """Whether the words look ahead of their own telling."""
        return self.direction in {"future", "planned"}


def day(year: int, month: int, number: int) -> Reading | None:
    """The reading of one day, None where the calendar has no such day."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return day_of(dt.date(year, month, number))
    except ValueError:
        return None


def day_of(date: dt.date) -> Reading:
    """The reading of this day."""
    return Reading(
        timex3=date.isoformat(), start=date, end=date + dt.timedelta(days=1), precision="day"
    )


def week_of(date: dt.date) -> Reading:
    """The reading of the week, Monday to Sunday, that holds this day."""
    monday = date - dt.timedelta(days=date.weekday())
    year, week, _ = date.isocalendar()
    return Reading(
        timex3=f"{year}-W{week:02}",
        start=monday,
        end=monday + dt.timedelta(days=7),
        precision="week",
    )


def weekend_of(date: dt.date) -> Reading:
    """The reading of the weekend of the week that holds this day."""
    week = week_of(date)
    assert week.start is not None  # noqa: S101  week_of always settles
    saturday = week.start + dt.timedelta(days=5)
    return Reading(timex3=week.timex3 + "-WE", start=saturday, end=week.end, precision="day")


def months(year: int, first: int, count: int, timex3: str, precision: Precision) -> Reading | None:
    """The reading of `count` whole months from month `first`, which may lie past December."""
    year, first = year + (first - 1) // 12, (first - 1) % 12 + 1
    last = first + count
    end_year, end_month = year + (last - 1) // 12, (last - 1) % 12 + 1
    if not (year >= FIRST_YEAR and end_year <= LAST_YEAR + 1):
        return None
    return Reading(
        timex3=timex3,
        start=dt.date(year, first, 1),
        end=dt.date(end_year, end_month, 1),
        precision=precision,
    )


def month(year: int, number: int) -> Reading | None:
    """The reading of one month; a number past 12 or below 1 counts into the next or last year."""
    year, number = year + (number - 1) // 12, (number - 1) % 12 + 1
    return months(year, number, 1, f"{year:04}-{number:02}", "month")


def quarter(year: int, number: int) -> Reading | None:
    """The reading of one quarter of a calendar year."""
    year, number = year + (number - 1) // 4, (number - 1) % 4 + 1
    return months(year, 3 * number - 2, 3, f"{year:04}-Q{number}", "quarter")


def half(year: int, number: int) -> Reading | None:
    """The reading of one half of a year; its precision is the quarters that it is made of."""
    return months(year, 6 * number - 5, 6, f"{year:04}-H{number}", "quarter")


def season(year: int, code: str) -> Reading | None:
    """The reading of a season of the north; a winter may be either one that touches the year."""
    if code == "WI":
        return months(year - 1, 12, 15, f"{year:04}-WI", "season")
    first, after = SEASONS[code]
    return months(year, first, after - first, f"{year:04}-{code}", "season")


def year(number: int) -> Reading | None:
    """The reading of one year."""
    return months(number, 1, 12, f"{number:04}", "year")


def decade(first_year: int) -> Reading | None:
    """The reading of ten years from this one."""
    return months(first_year, 1, 120, f"{first_year // 10:03}", "decade")


def century(number: int) -> Reading | None:
    """The reading of the n-th century, by the hundreds ("the 19th" from 1800)."""
    return months(100 * (number - 1), 1, 1200, f"{number - 1:02}", "fuzzy")


def part_of(whole: Reading | None, part: Part) -> Reading | None:
    """The first, second or last third of a settled reading; its value stays that of the whole."""
    if whole is None or whole.start is None or whole.end is None:
        return whole
    third = (whole.end - whole.start).days // 3
    early, late = (whole.start + dt.timedelta(days=n * third) for n in (1, 2))
    start, end = {
        "early": (whole.start, early),
        "mid": (early, late),
        "late": (late, whole.end),
    }[part]
    return Reading(timex3=whole.timex3, start=start, end=end, precision="fuzzy")


def unsettled(timex3: str, type_: TimexType = "DATE") -> Reading:
    """A reading whose days are not known."""
    return Reading(timex3=timex3, type=type_)
