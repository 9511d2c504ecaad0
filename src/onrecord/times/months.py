"""Months and seasons, with their year or without."""

from __future__ import annotations

import re

from onrecord.times import readings
from onrecord.times.nearest import year_of_month
from onrecord.times.parts import PART, narrowed
from onrecord.times.readings import Context, Reading, unsettled
from onrecord.times.rule import Rule
from onrecord.times.words import (
    AFTER_YEAR,
    ANY_YEAR,
    LONG_MONTH,
    MONTH,
    SEASON,
    SEASON_CODES,
    SHIFT,
    SHORT_MONTH,
    YEAR,
    month_number,
    year_number,
)

Match = re.Match[str]


def read_month_of_year(match: Match, _: Context) -> Reading | None:
    """A month of a named year, or the part of it that is named."""
    return narrowed(readings.month(year_number(match["year"]), month_number(match["month"])), match)


def read_month(match: Match, context: Context) -> Reading | None:
    """A month without a year: the last one, or the next where words or nearness tell so."""
    month = month_number(match["month"])
    if context.today is None:
        return unsettled(f"XXXX-{month:02}")
    year = year_of_month(context.today, month, context.direction)
    return narrowed(readings.month(year, month), match)


def read_run_of_months(match: Match, context: Context) -> Reading | None:
    """A run of months in one year ("January–March 2029"): both the first and the last belong."""
    first, last = month_number(match["month"]), month_number(match["last"])
    if first >= last:
        return None
    if match["year"]:
        year = year_number(match["year"])
    elif context.today is None:
        return unsettled(f"XXXX-{first:02}/XXXX-{last:02}")
    else:
        year = year_of_month(context.today, first, context.direction)
    return readings.months(
        year, first, last - first + 1, f"{year:04}-{first:02}/{year:04}-{last:02}", "month"
    )


def read_shifted_month(match: Match, context: Context) -> Reading | None:
    """A month with "last", "this", "next" before it: the nearest one on that side."""
    month, shift = month_number(match["month"]), match["shift"].lower()
    if context.today is None:
        return unsettled(f"XXXX-{month:02}")
    year, now = context.today.year, context.today.month
    if shift in {"last", "past", "this past"}:
        year -= month >= now
    elif shift in {"next", "coming", "this coming"}:
        year += month <= now
    return readings.month(year, month)


def read_month_of_shifted_year(match: Match, context: Context) -> Reading | None:
    """A month of "last year", "this year", "next year"."""
    month = month_number(match["month"])
    if context.today is None:
        return unsettled(f"XXXX-{month:02}")
    year = context.today.year + {"last": -1, "this": 0, "next": 1}[match["year"].lower()]
    return narrowed(readings.month(year, month), match)


def read_season(match: Match, _: Context) -> Reading | None:
    """A season of a named year, or the part of it that is named."""
    code = SEASON_CODES[match["season"].lower()]
    return narrowed(readings.season(year_number(match["year"]), code), match)


def read_near_season(match: Match, context: Context) -> Reading | None:
    """A season by "last", "this", "next", or the last one begun."""
    code = SEASON_CODES[match["season"].lower()]
    if context.today is None:
        return unsettled(f"XXXX-{code}")
    shift = (match["shift"] or "").lower()
    year = context.today.year
    if code == "WI":
        # Which winter is meant is open within a year: its reading is wide on purpose.
        past = shift in {"last", "past", "this past"} or not (shift or context.ahead)
        return readings.season(year - (past and context.today.month < 12), code)
    first, after = readings.SEASONS[code]
    month = context.today.month
    if shift in {"last", "past", "this past"}:
        year -= month < after
    elif shift in {"next", "coming", "this coming"} or context.ahead:
        year += month >= first
    elif shift != "this":
        year -= month < first
    return narrowed(readings.season(year, code), match)


# "may", "march" and "august" are other words without their capital letter; with it, "May" and
# "March" alone still want a preposition before them, since they open sentences and name people.
BEFORE_MONTH = (
    r"(?<=\b[Ii]n\s)|(?<=\b[Ss]ince\s)|(?<=\b[Uu]ntil\s)|(?<=\b[Bb]y\s)|(?<=\b[Ff]rom\s)"
    r"|(?<=\b[Bb]efore\s)|(?<=\b[Aa]fter\s)|(?<=\b[Tt]o\s)|(?<=\b[Oo]f\s)|(?<=\b[Ff]or\s)"
    r"|(?<=\b[Tt]hrough\s)|(?<=\b[Dd]uring\s)|(?<=\b[Ll]ate\s)|(?<=\b[Ee]arly\s)"
)

OWNED = r"(?<=\b[Tt]he\s)|(?<=\b[Ii]ts\s)|(?<=\bhis\s)|(?<=\bher\s)|(?<=\btheir\s)|(?<=\b[Aa]\s)"
BEFORE_SEASON = (
    "|".join(
        rf"(?<=\b{word}\s)"
        for word in (
            "in",
            "over",
            "during",
            "throughout",
            "by",
            "since",
            "until",
            "through",
            "into",
        )
    )
    + r"|(?<=\bIn\s)|(?<=\bOver\s)|(?<=\bDuring\s)|(?<=\bBy\s)|(?<=\bSince\s)"
)

RULES = (
    Rule(
        rf"(?P<month>{MONTH}) ?[-–] ?(?P<last>{MONTH})(?! ?\d{{1,2}}\b)"
        rf"(?:,? (?P<year>{YEAR}){AFTER_YEAR})?",
        read_run_of_months,
    ),
    Rule(
        rf"{PART}?(?P<month>{MONTH})(?: of| ?,)? (?P<year>{ANY_YEAR}){AFTER_YEAR}",
        read_month_of_year,
    ),
    Rule(
        rf"{PART}?(?P<month>{MONTH})(?: of)? (?P<year>[Ll]ast|[Tt]his|[Nn]ext) year\b",
        read_month_of_shifted_year,
    ),
    Rule(rf"{SHIFT} (?P<month>{LONG_MONTH}|(?-i:May))\b(?! \d)", read_shifted_month),
    Rule(rf"{PART}(?P<month>{LONG_MONTH}|(?-i:May))\b(?! \d)", read_month),
    Rule(rf"(?P<month>{LONG_MONTH.replace('March|', '')})\b(?! \d)", read_month),
    Rule(rf"(?:{BEFORE_MONTH})(?P<month>March|(?-i:May))\b(?! \d)", read_month),
    # "the March talks", "a May ruling".
    Rule(rf"(?:{OWNED})(?P<month>(?-i:March|May))(?= (?-i:[a-z]))", read_month),
    Rule(rf"(?:{BEFORE_MONTH})(?P<month>{SHORT_MONTH})(?! ?\d)", read_month),
    Rule(
        rf"{PART}?(?:the )?(?P<season>{SEASON})(?: of| ?,)? (?P<year>{ANY_YEAR}){AFTER_YEAR}",
        read_season,
    ),
    Rule(rf"(?:earlier |later |{PART})?(?:the )?{SHIFT} (?P<season>{SEASON})\b", read_near_season),
    # "the fall of the government" is no season, nor is a spring that stands for water.
    Rule(
        rf"(?:{BEFORE_SEASON})(?P<shift>\b\B)?(?:{PART}|the )(?:the )?(?P<season>{SEASON})\b"
        r"(?! of| in|-)",
        read_near_season,
    ),
    Rule(
        rf"(?<=\b[Ii]n\s)(?P<shift>\b\B)?(?P<season>{SEASON})\b(?! of| in|-)",
        read_near_season,
    ),
)
