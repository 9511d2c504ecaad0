"""When a figure holds: the one full date of its sentence, or the date that stands behind it."""

from __future__ import annotations

import datetime as dt
import re

from onrecord.records import Interval

MONTH_NAMES = (
    "January February March April May June July August September October November December"
)
MONTHS = MONTH_NAMES.split()
NAMES = "|".join(MONTHS)
DATES = re.compile(
    rf"(?:as\sof\s)?(?:(?P<month>{NAMES})\s(?P<day>[0-9]{{1,2}}),?\s(?P<year>[12][0-9]{{3}})"
    rf"|(?P<day2>[0-9]{{1,2}})\s(?P<month2>{NAMES})\s(?P<year2>[12][0-9]{{3}})"
    r"|(?P<iso>[12][0-9]{3}-[01][0-9]-[0-3][0-9]))(?!\w)"
)
# A month or a year counts right behind the figure ("40 tonnes in 2031"), or after "as of".
WHEN = re.compile(
    rf"(?:[\s-][^\W\d]{{1,20}}){{0,4}}?\s(?:in|during|for|as\sof|(?:at|by)\sthe\send\sof)\s"
    rf"(?:(?P<month>{NAMES})\s)?(?P<year>[12][0-9]{{3}})(?![\w–-])"
)
AS_OF = re.compile(
    rf"\bas\s(?:of|at)\s(?:(?:early|mid|late)[\s-])?(?:(?P<month>{NAMES})\s)?(?P<year>[12][0-9]{{3}})(?!\w)",
    re.IGNORECASE,
)


def as_of(text: str, start: int, end: int) -> Interval | None:
    """The day named in `text[start:end]` if exactly one full date stands there, or "as of 2031"."""
    found = list(DATES.finditer(text, start, end))
    if len(found) > 1:
        return None
    if not found:
        named = AS_OF.search(text, start, end)
        return _month_or_year(named) if named else None
    day = _day(found[0])
    if day is None or day == dt.date.max:
        return None
    return Interval(
        start=day,
        end=day + dt.timedelta(days=1),
        precision="day",
        basis=f"text: {' '.join(found[0].group().split())}",
    )


def date_behind(text: str, end: int, limit: int) -> Interval | None:
    """The month or year that stands right behind a figure ("$3 billion in 2031")."""
    match = WHEN.match(text, end, limit)
    return _month_or_year(match) if match else None


def _month_or_year(match: re.Match[str]) -> Interval | None:
    year, name = int(match["year"]), match["month"]
    if not 1500 <= year <= 2200:
        return None
    month = MONTHS.index(name.capitalize()) + 1 if name else 1
    last = dt.date(year + month // 12, month % 12 + 1, 1) if name else dt.date(year + 1, 1, 1)
    return Interval(
        start=dt.date(year, month, 1),
        end=last,
        precision="month" if name else "year",
        basis=f"text: {' '.join(filter(None, (name, match['year'])))}",
    )


def _day(match: re.Match[str]) -> dt.date | None:
    try:
        if match["iso"]:
            return dt.date.fromisoformat(match["iso"])
        month = MONTHS.index(match["month"] or match["month2"]) + 1
        return dt.date(
            int(match["year"] or match["year2"]), month, int(match["day"] or match["day2"])
        )
    except ValueError:
        return None
