"""The one full date of a sentence, as the day for which its figures hold."""

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


def as_of(text: str, start: int, end: int) -> Interval | None:
    """The day named in `text[start:end]` if exactly one full date stands there."""
    found = list(DATES.finditer(text, start, end))
    if len(found) != 1:
        return None
    day = _day(found[0])
    if day is None or day == dt.date.max:
        return None
    return Interval(
        start=day,
        end=day + dt.timedelta(days=1),
        precision="day",
        basis=f"text: {' '.join(found[0].group().split())}",
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
