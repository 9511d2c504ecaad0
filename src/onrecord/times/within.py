"""Times told by a longer one that follows: "the third week of October", "two days after Monday".

Each rule reads its words in front of an expression that the other rules read.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from onrecord.times import readings
from onrecord.times.lengths import period
from onrecord.times.near import shifted
from onrecord.times.readings import Context, Reading
from onrecord.times.spans import LONGEST
from onrecord.times.words import (
    NUMBER,
    ORDINAL,
    UNIT,
    UNITS_PLURAL,
    WEEKDAY,
    number_value,
    ordinal_number,
    unit_letter,
    weekday_number,
)

Match = re.Match[str]
DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Frame:
    """`piece` ends where the inner expression begins; `read` is the meaning of both together."""

    piece: str
    read: Callable[[Match, Reading, Context], Reading | None]


def read_nth_of(match: Match, whole: Reading, _: Context) -> Reading | None:
    """The n-th or last weekday, day, week or month of a month, quarter or year."""
    start, end = whole.start, whole.end
    nth, unit = match["nth"].lower(), match["unit"].lower()
    number = -1 if nth in {"last", "final"} else ordinal_number(nth)
    whole_enough = whole.precision in {"month", "quarter", "year"}
    if start is None or end is None or number == 0 or not whole_enough:
        return None
    if unit == "day":
        return _inside(start + (number - 1) * DAY if number > 0 else end - DAY, whole)
    if unit == "month":
        return _nth_month(whole, number)
    if unit == "quarter":
        return _nth_quarter(whole, number)
    if unit in {"week", "weekend"}:
        return _nth_week(start, end, number, weekend=unit == "weekend")
    weekday = weekday_number(match["unit"])
    if number > 0:
        first = start + ((weekday - start.isoweekday()) % 7 + 7 * (number - 1)) * DAY
    else:
        first = end - ((end.isoweekday() - weekday - 1) % 7 + 1) * DAY
    return _inside(first, whole)


def _inside(day: dt.date, whole: Reading) -> Reading | None:
    """The reading of a day, None if it lies outside: no month has a fifth of each weekday."""
    if whole.start is None or whole.end is None or not whole.start <= day < whole.end:
        return None
    return readings.day_of(day)


def _nth_month(whole: Reading, number: int) -> Reading | None:
    if whole.start is None or whole.precision == "month" or number > 12:
        return None
    last = 12 if whole.precision == "year" else 3
    ahead = (number if number > 0 else last) - 1
    return readings.month(whole.start.year, whole.start.month + ahead) if number <= last else None


def _nth_quarter(whole: Reading, number: int) -> Reading | None:
    if whole.start is None or whole.precision != "year" or number > 4:
        return None
    return readings.quarter(whole.start.year, number if number > 0 else 4)


def _nth_week(start: dt.date, end: dt.date, number: int, *, weekend: bool) -> Reading | None:
    """A week or its end, by the Thursday in it as ISO 8601 counts: the first has the first one."""
    thursday = start + (3 - start.weekday()) % 7 * DAY + 7 * (number - 1) * DAY
    if number < 0:
        thursday = end - DAY - (end - DAY - 3 * DAY).weekday() * DAY
    if not start <= thursday < end:
        return None
    return readings.weekend_of(thursday) if weekend else readings.week_of(thursday)


def read_day_of(match: Match, whole: Reading, _: Context) -> Reading | None:
    """A day of a month by its number ("the 20th of next month")."""
    if whole.start is None or whole.precision != "month":
        return None
    return readings.day(whole.start.year, whole.start.month, ordinal_number(match["nth"]))


def read_counted_from(match: Match, day: Reading, _: Context) -> Reading | None:
    """A number of days, weeks, months or years before or after a named day."""
    count, letter = number_value(match["count"]), unit_letter(match["unit"])
    if day.start is None or day.precision != "day" or day.type != "DATE":
        return None
    if count is None or count != int(count) or letter not in {"D", "W", "M", "Y"}:
        return None
    steps = -int(count) if match["side"].lower() == "before" else int(count)
    if letter in {"D", "W"}:
        return shifted(day.start, "D", steps * (7 if letter == "W" else 1))
    # Months and years are counted in themselves: "three months after 2 May" is some day of August.
    return shifted(day.start, letter, steps)


def read_rest_of(match: Match, whole: Reading, context: Context) -> Reading | None:
    """What of a period lies ahead of today ("the rest of") or behind it ("earlier in")."""
    start, end, today = whole.start, whole.end, context.today
    if start is None or end is None or today is None or not start <= today < end:
        return None
    behind = (match["side"] or match["side2"]).lower() == "earlier"
    return replace(
        whole,
        start=start if behind else today,
        end=today + DAY if behind else end,
        precision="fuzzy",
    )


def read_units_of(match: Match, whole: Reading, _: Context) -> Reading | None:
    """The first or last so many days, weeks or months of a period: a length with its days."""
    count, letter = number_value(match["count"]), unit_letter(match["unit"])
    if whole.start is None or whole.end is None or whole.type != "DATE":
        return None
    if count is None or count != int(count) or not 0 < count <= LONGEST:
        return None
    first = match["side"].lower() in {"first", "opening"}
    step = int(count) if first else -int(count)
    edge = whole.start if first else whole.end
    if letter in {"D", "W"}:
        other = edge + dt.timedelta(days=step * (7 if letter == "W" else 1))
    elif letter in {"M", "Q"} and edge.day == 1:
        months = edge.year * 12 + edge.month - 1 + step * (3 if letter == "Q" else 1)
        other = dt.date(months // 12, months % 12 + 1, 1)
    else:
        return None
    start, end = sorted((edge, other))
    if start < whole.start or end > whole.end:
        return None
    return Reading(
        timex3=period(count, match["unit"]),
        type="DURATION",
        start=start,
        end=end,
        precision="fuzzy",
    )


def read_week_of(_: Match, day: Reading, __: Context) -> Reading | None:
    """The week of a named day."""
    return readings.week_of(day.start) if day.start and day.precision == "day" else None


FRAMES = (
    Frame(
        rf"(?:the )?(?P<nth>{ORDINAL}|last|final) "
        rf"(?P<unit>{WEEKDAY}|day|week|weekend|month|quarter)(?: (?:of|in))? (?=\w)"
        r"(?!and |or |to |that |when |he |she |it |they |we )",
        read_nth_of,
    ),
    Frame(
        rf"(?:the )?(?P<nth>{ORDINAL})(?: day)? of (?=next |last |this |the |previous )",
        read_day_of,
    ),
    Frame(
        rf"(?:the )?(?P<side>first|opening|last|final) (?P<count>{NUMBER}) (?P<unit>{UNITS_PLURAL})"
        r" (?:of|in) (?!the )(?=\w)",
        read_units_of,
    ),
    Frame(
        rf"(?:exactly )?(?P<count>{NUMBER}|an?) (?P<unit>{UNITS_PLURAL}|{UNIT})"
        r" (?P<side>before|after|from) (?=\w)",
        read_counted_from,
    ),
    Frame(
        r"(?:(?:the )?(?P<side>rest|remainder) of |(?P<side2>earlier|later) in )(?=\w)",
        read_rest_of,
    ),
    Frame(r"the week (?:of|beginning|starting)(?: on)? (?=\w)", read_week_of),
)
