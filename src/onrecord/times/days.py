"""Days of the calendar: in figures, by month and number, runs of days, weekdays."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from onrecord.language.numbers import SMALL, words_value
from onrecord.times import readings
from onrecord.times.nearest import year_of_day
from onrecord.times.readings import Context, Reading, unsettled
from onrecord.times.rule import Rule
from onrecord.times.words import (
    AFTER_YEAR,
    ANY_YEAR,
    CLOCK_CODES,
    CLOCK_PART,
    DAY_NUMBER,
    MONTH,
    NO_MORE_FIGURES,
    NUMBER,
    ORDINAL_WORD,
    SHIFT,
    SHORT_WEEKDAY,
    WEEKDAY,
    YEAR,
    month_number,
    number_value,
    ordinal_number,
    weekday_number,
    year_number,
)

Match = re.Match[str]


def read_iso_day(match: Match, _: Context) -> Reading | None:
    """A day written by ISO 8601: year, month, day."""
    return readings.day(year_number(match["year"]), int(match["month"]), int(match["day"]))


def read_figures(match: Match, _: Context) -> Reading | None:
    """A day in figures, where only one order of day and month is possible."""
    first, second, year = int(match["first"]), int(match["second"]), year_number(match["year"])
    if "." in match.group():
        return readings.day(year, second, first)
    orders = {(first, second), (second, first)}
    days = [d for d in (readings.day(year, m, n) for m, n in sorted(orders)) if d]
    return days[0] if len(days) == 1 else None


def read_day(match: Match, context: Context) -> Reading | None:
    """A day by month and number; without a year the one meant by the words around."""
    month, number = month_number(match["month"]), _number(match["day"])
    if match["year"]:
        return readings.day(year_number(match["year"]), month, number)
    if readings.day(2000, month, number) is None:
        return None
    if context.today is None:
        return unsettled(f"XXXX-{month:02}-{number:02}")
    if shift := (match.groupdict().get("shift") or "").lower():
        ahead = (month, number) > (context.today.month, context.today.day)
        year = context.today.year + (
            0 if ahead == (shift == "next") else 1 if shift == "next" else -1
        )
    else:
        year = year_of_day(context.today, month, number, context.direction)
        year = _year_of_weekday(match, context.today.year, month, number) or year
    return readings.day(year, month, number)


def _year_of_weekday(match: Match, year: int, month: int, number: int) -> int | None:
    """The only year about this one in which the day falls on the weekday beside it."""
    if not match.groupdict().get("beside"):
        return None
    weekday = weekday_number(match["beside"])
    fitting = [
        near
        for near in (year - 1, year, year + 1)
        if (day := readings.day(near, month, number))
        and day.start
        and day.start.isoweekday() == weekday
    ]
    return fitting[0] if len(fitting) == 1 else None


def _number(text: str) -> int:
    if text[0].isdigit():
        return int(re.sub(r"\D", "", text))
    cardinal = words_value(text)
    return ordinal_number(text) if cardinal is None else int(cardinal)


def read_days(match: Match, context: Context) -> Reading | None:
    """A run of days in one month: first and last day both belong to it."""
    month, first, last = month_number(match["month"]), int(match["day"]), int(match["last"])
    if last <= first or readings.day(2000, month, last) is None:
        return None
    if not match["year"] and context.today is None:
        return unsettled(f"XXXX-{month:02}-{first:02}/XXXX-{month:02}-{last:02}")
    if match["year"]:
        year = year_number(match["year"])
    else:
        assert context.today is not None  # noqa: S101  handled above
        year = year_of_day(context.today, month, first, context.direction)
    start, end = readings.day(year, month, first), readings.day(year, month, last)
    if start is None or end is None:
        return None
    return Reading(
        timex3=f"{start.timex3}/{end.timex3}", start=start.start, end=end.end, precision="day"
    )


def read_weekday_of_week(match: Match, context: Context) -> Reading | None:
    """A day of last week, this week or the next one ("Friday next week")."""
    weekday = weekday_number(match["weekday"])
    if context.today is None:
        return unsettled(f"XXXX-WXX-{weekday}")
    shift = re.sub(r"\s+", " ", match["shift"].lower())
    count = -1 if shift in {"last", "past"} else 0 if shift == "this" else 1
    monday = context.today - dt.timedelta(days=context.today.weekday())
    return readings.day_of(monday + dt.timedelta(days=7 * count + weekday - 1))


def read_weekday_weeks_off(match: Match, context: Context) -> Reading | None:
    """A weekday so many weeks before the last such day, or after the next ("a week ago Monday")."""
    weekday = weekday_number(match["weekday"])
    count = number_value(match["count"])
    if context.today is None or count is None or count != int(count):
        return unsettled(f"XXXX-WXX-{weekday}")
    if match["side"].lower() == "ago":
        back = (context.today.isoweekday() - weekday) % 7
        return readings.day_of(context.today - dt.timedelta(days=back + 7 * int(count)))
    ahead = (weekday - context.today.isoweekday()) % 7
    return readings.day_of(context.today + dt.timedelta(days=ahead + 7 * int(count)))


def read_number_of_month(match: Match, context: Context) -> Reading | None:
    """A day by its number alone ("on the 15th"): of the month named last, or the nearest one."""
    number, period = _number(match["day"]), context.period
    if period is not None and period.start is not None and period.precision == "month":
        return readings.day(period.start.year, period.start.month, number)
    if context.today is None:
        return unsettled(f"XXXX-XX-{number:02}")
    today = context.today
    months = (number < today.day) if context.ahead else -(number > today.day)
    whole = readings.month(today.year, today.month + months)
    return (
        readings.day(whole.start.year, whole.start.month, number) if whole and whole.start else None
    )


def read_weekday_and_number(match: Match, context: Context) -> Reading | None:
    """The nearest day of this name and number ("Friday the 15th"): at most a year away."""
    weekday, number = weekday_number(match["weekday"]), _number(match["day"])
    if context.today is None:
        return unsettled(f"XXXX-XX-{number:02}")
    step = 1 if context.ahead else -1
    for months in range(0, 12 * step, step):
        of_month = readings.month(context.today.year, context.today.month + months)
        first = of_month.start if of_month else None
        day = readings.day(first.year, first.month, number) if first else None
        if day is None or day.start is None or day.start.isoweekday() != weekday:
            continue
        if (day.start - context.today).days * step >= 0:
            return day
    return None


def read_weekday(match: Match, context: Context) -> Reading | None:
    """A weekday: the last one, or the next where the verb looks ahead; today counts for both."""
    day = _weekday(match, context)
    if not match["clock"]:
        return day
    value = f"{day.timex3}T{CLOCK_CODES[match['clock'].lower()]}"
    return replace(day, timex3=value, type="TIME", precision="hour" if day.start else None)


def read_nth_weekday(match: Match, context: Context) -> Reading | None:
    """The first, second … such weekday of the month that the text named last; else left open."""
    weekday, month = weekday_number(match["weekday"]), context.period
    if month is None or month.start is None or month.precision != "month":
        return unsettled(f"XXXX-WXX-{weekday}")
    ahead = (weekday - month.start.isoweekday()) % 7 + 7 * (ordinal_number(match["nth"]) - 1)
    day = month.start + dt.timedelta(days=ahead)
    return readings.day_of(day) if day.month == month.start.month else None


def read_weekdays(match: Match, _: Context) -> Reading | None:
    """A weekday, or a part of it, that comes back every week."""
    part = f"T{CLOCK_CODES[match['clock'].lower()]}" if match["clock"] else ""
    return unsettled(f"XXXX-WXX-{weekday_number(match['weekday'])}{part}", "SET")


def _weekday(match: Match, context: Context) -> Reading:
    weekday = weekday_number(match["weekday"])
    if context.today is None:
        return unsettled(f"XXXX-WXX-{weekday}")
    shift = (match["shift"] or "").lower().removeprefix("the ")
    today = context.today
    if shift in {"previous", "following"} and context.named is not None:
        today = context.named
    back = (today.isoweekday() - weekday) % 7
    if shift in {"last", "past", "this past", "previous"}:
        return readings.day_of(today - dt.timedelta(days=back or 7))
    if shift in {"next", "coming", "this coming", "following"}:
        return readings.day_of(today + dt.timedelta(days=7 - back))
    ahead = shift == "this" or context.ahead
    if ahead:
        return readings.day_of(today + dt.timedelta(days=(7 - back) % 7))
    return readings.day_of(today - dt.timedelta(days=back))


ANY_WEEKDAY = rf"(?:(?:{WEEKDAY}|{SHORT_WEEKDAY}),? )?"
BESIDE = rf"(?:(?P<beside>{WEEKDAY}|{SHORT_WEEKDAY}),? )?"
OF_YEAR = rf"(?:(?: of| ?,)? (?P<year>{ANY_YEAR}){AFTER_YEAR})?"
NTH_DAY = rf"(?P<day>{DAY_NUMBER}(?:st|nd|rd|th)?|{ORDINAL_WORD})"
# Papers, agreements and shopping days are called after days of the week.
NO_NAME = r"(?! (?:Times|Telegraph|Mirror|Express|Mail|Post|Herald|Independent|Agreement)\b)"
# Days that are called by a name of their own, which other rules read or nobody dates.
NO_DAY = "".join(
    rf"(?<!\b{name}\s)"
    for name in ("Good", "Black", "Super", "Bloody", "Cyber", "Giving", "Fat", "Holy", "Maundy")
)

RULES = (
    Rule(
        rf"(?P<year>{YEAR})-(?P<month>\d\d)-(?P<day>\d\d)(?![\d-])",
        read_iso_day,
        whole=True,
    ),
    Rule(
        rf"(?P<first>\d{{1,2}})[./](?P<second>\d{{1,2}})[./](?P<year>{YEAR})"
        rf"{NO_MORE_FIGURES}",
        read_figures,
        whole=True,
    ),
    Rule(
        rf"{ANY_WEEKDAY}(?P<month>{MONTH}) (?P<day>{DAY_NUMBER}) ?(?:-|–|to|and) ?"
        rf"(?P<last>{DAY_NUMBER}){OF_YEAR}{NO_MORE_FIGURES}",
        read_days,
        whole=True,
    ),
    Rule(
        rf"(?P<day>{DAY_NUMBER}) ?(?:-|–|to|and) ?(?P<last>{DAY_NUMBER}) (?P<month>{MONTH})"
        rf"(?!\w)(?:(?: of| ?,)? (?P<year>{ANY_YEAR}){AFTER_YEAR})?",
        read_days,
        whole=True,
    ),
    # As it is spoken, and written down from broadcasts: "July twenty-five", "twenty-five July".
    Rule(
        rf"(?P<month>{MONTH}) (?P<day>{SMALL})(?![\w-])(?! [a-z]){OF_YEAR}",
        read_day,
    ),
    Rule(
        rf"(?<!-)(?<!\band\s)(?<!hundred\s)(?<!thousand\s)(?P<day>{SMALL}) (?P<month>{MONTH})"
        rf"(?!\w){OF_YEAR}",
        read_day,
    ),
    Rule(
        rf"{BESIDE}(?P<month>{MONTH}) (?:the )?{NTH_DAY}\b"
        rf"{OF_YEAR}{NO_MORE_FIGURES}(?! (?:percent|per cent)\b)",
        read_day,
        whole=True,
    ),
    Rule(
        rf"(?:{BESIDE}(?:the )?|(?P<shift>last|next) ){NTH_DAY}(?: of)? (?P<month>{MONTH})"
        rf"(?!\w){OF_YEAR}",
        read_day,
        whole=True,
    ),
    Rule(
        rf"(?P<weekday>{WEEKDAY}),? (?:of |in )?(?P<shift>last|past|this|next) week\b",
        read_weekday_of_week,
    ),
    Rule(
        rf"(?P<shift>last|past|this|next) week,? (?:on )?(?P<weekday>{WEEKDAY})\b",
        read_weekday_of_week,
    ),
    Rule(
        rf"(?P<count>{NUMBER}|an?) weeks? (?P<side>ago|from) (?:on )?(?P<weekday>{WEEKDAY})\b",
        read_weekday_weeks_off,
    ),
    Rule(
        r"(?<=\bon\s)the (?P<day>\d{1,2}(?:st|nd|rd|th))(?=[.,;:)]|$| (?:and|but|at|when|for)\b)",
        read_number_of_month,
    ),
    Rule(
        rf"(?P<weekday>{WEEKDAY}|{SHORT_WEEKDAY}),? (?:the )?(?P<day>{DAY_NUMBER}(?:st|nd|rd|th)"
        rf"|{ORDINAL_WORD}(?! [a-z]))\b(?! (?:of|week|month|year|quarter|day))",
        read_weekday_and_number,
    ),
    Rule(
        rf"(?:the )?(?P<nth>{ORDINAL_WORD}|[1-5](?:st|nd|rd|th)) (?P<weekday>{WEEKDAY})\b",
        read_nth_weekday,
    ),
    # "Flights leave on Mondays", "on Tuesday nights".
    Rule(
        rf"(?P<weekday>{WEEKDAY})(?:s| (?P<clock>{CLOCK_PART})s)\b",
        read_weekdays,
    ),
    Rule(
        rf"(?:(?:the )?{SHIFT} |(?:early|late)(?: on)? )?{NO_DAY}"
        rf"(?P<weekday>{WEEKDAY})\b{NO_NAME}(?: (?P<clock>{CLOCK_PART})\b)?",
        read_weekday,
    ),
)
