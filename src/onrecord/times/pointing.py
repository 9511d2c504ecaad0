"""Periods that point back at one named before, or at the running one: "the quarter", "that year".

"A year earlier" after a quarter means that quarter of the year before, as reports compare them.
"""

from __future__ import annotations

import datetime as dt
import re

from onrecord.times import readings
from onrecord.times.nearest import year_of_day
from onrecord.times.readings import Context, Reading, unsettled
from onrecord.times.rule import Rule
from onrecord.times.words import DAY_NUMBER, MONTH, YEAR, month_number, ordinal_number

Match = re.Match[str]
LONGER = frozenset(("P6M", "P9M", "P1Y"))  # what reports cover beside their quarter
RECENT = dt.timedelta(days=330)  # a period that began before this long is last year's already
# What a unit can be counted from: something named at least as exactly.
EXACT_ENOUGH = {
    "D": frozenset(("day",)),
    "W": frozenset(("day", "week")),
    "M": frozenset(("day", "week", "month")),
    "Q": frozenset(("day", "week", "month", "quarter")),
    "Y": frozenset(("day", "week", "month", "quarter", "season", "year")),
}


def named_for(context: Context, letter: str) -> dt.date | None:
    """The first day of the period named last, if it is exact enough to count this unit from it."""
    period = context.period
    if period is None or period.precision not in EXACT_ENOUGH.get(letter, frozenset()):
        return None
    return period.start


def compared_year_before(context: Context) -> Reading | None:
    """The quarter that the text reports on, a year before; None if it named none.

    What is told of nine months or a year is compared with that year.
    """
    quarter = context.quarter
    if quarter is None or quarter.start is None:
        return None
    if context.longer:
        return readings.year(quarter.start.year - 1)
    return readings.quarter(quarter.start.year - 1, (quarter.start.month + 2) // 3)


def is_longer(context: Context, reading: Reading) -> bool:
    """Whether the paragraph reports on more than a quarter, once this was read."""
    if reading.precision == "quarter":
        return "H" in reading.timex3
    return context.longer or reading.timex3 in LONGER


def reported_quarter(context: Context, reading: Reading) -> Reading | None:
    """The quarter that the text reports on, once this was read: one just over."""
    if reading.precision != "quarter" or reading.start is None or "Q" not in reading.timex3:
        return context.quarter
    today = context.today
    if today is not None and reading.end is not None:
        over = reading.end <= today and reading.start >= today - RECENT
        return reading if over else context.quarter
    return reading


def read_year_before(match: Match, context: Context) -> Reading | None:
    """What a report compares with: its quarter, or the one it says, a year before."""
    if context.today is None:
        return unsettled("XXXX")
    if match["nth"]:
        number = ordinal_number(match["nth"])
        begun = number <= (context.today.month + 2) // 3
        return readings.quarter(context.today.year - (1 if begun else 2), number)
    return compared_year_before(context) or readings.year(context.today.year - 1)


def read_quarter(_: Match, context: Context) -> Reading | None:
    """The quarter that the text reports on; where it names none, the last one that is over."""
    today = context.today
    if context.quarter is not None or today is None:
        return context.quarter or unsettled("XXXX-QX")
    return readings.quarter(today.year, (today.month + 2) // 3 - (not context.ahead))


def read_quarter_ended(match: Match, context: Context) -> Reading | None:
    """The three months to a day ("the quarter ended 30 September")."""
    month, number = month_number(match["month"]), int(match["day"])
    if match["year"]:
        year = int(match["year"])
    elif context.today is None:
        return unsettled("XXXX-QX")
    else:
        year = year_of_day(context.today, month, number, "done")
    ended = month - (number < 15)  # a quarter that ends on 2 July is that to June
    return readings.quarter(year, (ended + 2) // 3) if ended else readings.quarter(year - 1, 4)


def read_running(match: Match, context: Context) -> Reading | None:
    """The running year, month or week; open where another year was named last."""
    unit, today, period = match["unit"].lower(), context.today, context.period
    open_values = {"year": "XXXX", "month": "XXXX-XX", "week": "XXXX-WXX"}
    if today is None:
        return unsettled(open_values[unit])
    another = period is not None and period.start is not None and period.start.year != today.year
    if another and not match["whole"]:
        return unsettled(open_values[unit])
    if unit == "week":
        return readings.week_of(today)
    return readings.year(today.year) if unit == "year" else readings.month(today.year, today.month)


def read_reported_year(_: Match, __: Context) -> Reading | None:
    """The twelve months that a report covers ("the year ended 31 March"): a length."""
    return unsettled("P1Y", "DURATION")


QUARTER = r"(?P<nth>first|second|third|fourth)[- ]quarter"
INSIDE = (
    r"(?:(?<=\bfor\s)|(?<=\bduring\s)|(?<=\bof\s)|(?<=\bin\s)|(?<=\bover\s)|(?<=\bthrough\s)"
    r"|(?<=\bthroughout\s))"
)
# "the year of the truce", "the week when they met" are told by what follows.
TOLD_AFTER = (
    r"(?! (?:of|when|that|which|in|before|after|following|ended|ending|to|leading|since|he|she|it"
    r"|they|we|I|the|\d))(?![-’'])"
)

ENDED = rf"(?P<month>{MONTH}) (?P<day>{DAY_NUMBER})\b(?:,? (?P<year>{YEAR}))?"

RULES = (
    Rule(
        rf"(?:the |its )?(?:latest |fiscal )?quarter(?= (?:that )?(?:ended|ending|to) {ENDED})",
        read_quarter_ended,
    ),
    Rule(
        rf"(?:(?:the|its) )?(?:comparable |corresponding )?(?:year-(?:ago|earlier|before)"
        rf"|prior-year|previous-year)(?: (?:{QUARTER}|quarter|period|half)\b)?",
        read_year_before,
    ),
    # "The same period last year", "the quarter a year ago", "last year's quarter".
    Rule(
        r"(?:the )?(?:"
        r"(?:(?:corresponding|comparable|same|similar|like) (?:period|quarter)(?:,? of| in)?"
        r"|quarter) (?:last year|a year (?:ago|earlier|before)|the (?:previous|prior) year)"
        r"|last year['’]s (?:(?:corresponding|comparable) )?(?:quarter|period))\b(?P<nth>\b\B)?",
        read_year_before,
    ),
    Rule(r"(?:the|its) (?:fiscal )?year(?= (?:ended|ending)\b)", read_reported_year),
    Rule(r"the (?P<whole>full|current) (?P<unit>year)\b", read_running),
    Rule(
        r"the (?:(?:latest|most recent) (?:quarter|period)|quarter)\b"
        r"(?! of (?:an?|the|all)\b)",
        read_quarter,
    ),
    Rule(r"the (?P<whole>\b\B)?(?P<unit>year|month|week)(?=['’]s (?!end))", read_running),
    Rule(rf"{INSIDE}the (?P<whole>\b\B)?(?P<unit>year|month|week)\b{TOLD_AFTER}", read_running),
)
