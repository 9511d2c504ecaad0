"""A publication date from metadata to an interval: what it says, or nothing."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from email.utils import parsedate_tz

from onrecord.records import Interval, Precision

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
MONTH = r"(?P<month>[A-Za-z]{3,9})\.?"
YEAR = r"(?P<year>(?:1[89]|20)\d\d)"
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
# Matched at the start or after a weekday or a word such as "Published"; a time may follow. What it
# has taken it does not give back: a row of such words would take it ages.
LEAD = (
    r"^(?:\W*+(?:published|posted|updated|date|on|mon|tues?|wed|thu(?:rs?)?|fri|sat|sun"
    r"|[a-z]{3,6}day)\b[\s:.,]*+)*+"
)
ISO_DAY = re.compile(rf"{LEAD}{YEAR}[-/.](?P<month>\d{{1,2}})[-/.](?P<day>\d{{1,2}})(?!\d)", re.I)
COMPACT = re.compile(rf"^{YEAR}(?P<month>\d\d)(?P<day>\d\d)(?:T?\d{{4,6}}Z?)?$")
ISO_MONTH = re.compile(rf"^{YEAR}[-/](?P<month>\d{{1,2}})$")
MONTH_DAY = re.compile(rf"{LEAD}{MONTH}\s*{DAY},?\s*{YEAR}\b", re.I)
DAY_MONTH = re.compile(rf"{LEAD}{DAY}[\s.-]*(?:of\s+)?{MONTH}[\s,.-]*{YEAR}\b", re.I)
MONTH_ONLY = re.compile(rf"{LEAD}{MONTH},?\s*{YEAR}$", re.I)
YEAR_ONLY = re.compile(rf"^{YEAR}$")
NUMBERS = re.compile(rf"{LEAD}(?P<first>\d{{1,2}})[-/.](?P<second>\d{{1,2}})[-/.]{YEAR}\b", re.I)
DOTTED = re.compile(rf"{LEAD}\d{{1,2}}\.\d{{1,2}}\.{YEAR}\b", re.I)
SECONDS = re.compile(r"^\d{9,10}(?:\.0+)?$|^\d{12,13}$")


MOST_DATE_LINE = 80  # "Wednesday, September 30, 2026 Wednesday 10:35 AM GMT, Late Edition" has 65
SENT = "sent:"  # before the date of a mail
FIRST_YEAR, LAST_YEAR = 1800, 2099  # as YEAR has it, for dates that other readers take apart


def published_interval(value: str | None) -> Interval | None:
    """The day (or month, or year) that a metadata date states; None where it states none.

    A time zone does not move the stated day. "03/04/2024" is two days at once and stays unknown;
    "03/14/2024" is not, nor is "03.04.2024": who writes dots writes the day first.
    """
    text = (value or "").strip()[:200]
    if text.lower().startswith(SENT):
        sent = published_interval(text[len(SENT) :])
        return replace(sent, basis="metadata: the mail was sent that day") if sent else None
    for pattern in (ISO_DAY, COMPACT, MONTH_DAY, DAY_MONTH, ISO_MONTH, MONTH_ONLY, YEAR_ONLY):
        if match := pattern.search(text):
            return _interval(match.groupdict())
    if match := NUMBERS.search(text):
        first, second, year = (int(match[part]) for part in ("first", "second", "year"))
        is_dotted = DOTTED.search(text) is not None
        return _day(year, second, first) if is_dotted else _from_numbers(first, second, year)
    if SECONDS.match(text):
        seconds = int(text.partition(".")[0]) // (1000 if len(text) > 11 else 1)
        moment = dt.datetime.fromtimestamp(seconds, tz=dt.UTC)
        return _day(moment.year, moment.month, moment.day)
    if parsed := parsedate_tz(text):
        return _day(*parsed[:3])
    return None


def _interval(parts: dict[str, str | None]) -> Interval | None:
    year, month, day = parts["year"], parts.get("month"), parts.get("day")
    if month is None:
        start, end = dt.date(int(year or 0), 1, 1), dt.date(int(year or 0) + 1, 1, 1)
        return Interval(start=start, end=end, precision="year", basis="metadata")
    number = int(month) if month.isdigit() else _month(month)
    if number is None or not 1 <= number <= 12:
        return None
    if day is not None:
        return _day(int(year or 0), number, int(day))
    start = dt.date(int(year or 0), number, 1)
    end = (start + dt.timedelta(days=31)).replace(day=1)
    return Interval(start=start, end=end, precision="month", basis="metadata")


def _month(name: str) -> int | None:
    """The number of a month by its English name or its first letters."""
    lower = name.lower()
    for number, month in enumerate(MONTHS, start=1):
        if month.startswith(lower) or (lower == "sept" and number == 9):
            return number
    return None


def _from_numbers(first: int, second: int, year: int) -> Interval | None:
    """Day and month in an unknown order: known if one exceeds 12 or both are the same."""
    if first == second or second > 12:
        return _day(year, first, second)
    return _day(year, second, first) if first > 12 else None


def _day(year: int, month: int, day: int) -> Interval | None:
    precision: Precision = "day"
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        start = dt.date(year, month, day)
        end = start + dt.timedelta(days=1)
    except (ValueError, OverflowError):
        return None
    return Interval(start=start, end=end, precision=precision, basis="metadata")


def has_two_readings(value: str) -> bool:
    """Whether this is "03/04/2024": the third of April, or the fourth of March."""
    match = NUMBERS.search(value.strip()[:200])
    return match is not None and published_interval(value) is None and _are_months(match)


def _are_months(match: re.Match[str]) -> bool:
    return 1 <= int(match["first"]) <= 12 and 1 <= int(match["second"]) <= 12


def is_date_line(line: str) -> bool:
    """Whether a line begins with a day, or is a month: the date line of a document.

    Numbers alone make none: "10 2026" under a title may be anything.
    """
    text = line.strip()
    if len(text) > MOST_DATE_LINE or not any(letter.isalpha() for letter in text):
        return False
    if ISO_DAY.search(text) or MONTH_DAY.search(text) or DAY_MONTH.search(text):
        return published_interval(text) is not None
    return MONTH_ONLY.search(text) is not None and published_interval(text) is not None
