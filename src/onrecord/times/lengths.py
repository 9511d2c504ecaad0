"""Lengths of time that no number counts: "the weeks ahead", "a week of rallies", "day-long".

Also the TimeML value of a length, which all rules for lengths share.
"""

from __future__ import annotations

import re

from onrecord.times.readings import Context, Reading, unsettled
from onrecord.times.rule import Rule
from onrecord.times.words import UNIT, unit_letter

Match = re.Match[str]
YEARS = {"E": 10, "C": 100}
PARTS = {"half": 2, "quarter": 4}
SMALLER = {"H": ("M", 60), "M": ("S", 60)}  # of the clock


def period(count: float | None, unit: str) -> str:
    """The TimeML value of a number of units; "X" where the number is open."""
    letter = unit_letter(unit)
    clock = unit.lower().startswith(("second", "minute", "hour"))
    if letter == "W" and unit.lower().startswith("fortnight"):
        count = count * 2 if count is not None else None
    if letter in YEARS:  # ISO 8601 has no letter for these
        if count is None:
            return f"PX{letter}"
        count, letter = count * YEARS[letter], "Y"
    if letter == "Y" and count is not None and count % 1 and count * 4 % 1 == 0:
        years, months = divmod(round(count * 12), 12)
        return f"P{f'{years}Y' if years else ''}{months}M"
    if clock and count is not None and count % 1 and letter in SMALLER:
        smaller, size = SMALLER[letter]
        whole, rest = int(count), count % 1 * size
        return f"PT{f'{whole}{letter}' if whole else ''}{rest:g}{smaller}"
    return f"P{'T' if clock else ''}{'X' if count is None else f'{count:g}'}{letter}"


def read_open(match: Match, _: Context) -> Reading | None:
    """Some days, months or years: how many is left open."""
    return unsettled(period(None, match["unit"]), "DURATION")


def read_one(match: Match, _: Context) -> Reading | None:
    """One unit of time, as long as something took."""
    return unsettled(period(1, match["unit"]), "DURATION")


def read_part(match: Match, _: Context) -> Reading | None:
    """A half or a quarter of a century or decade, in years."""
    years = 100 if match["unit"].lower() == "century" else 10
    return unsettled(f"P{years / PARTS[match['part'].lower()]:g}Y", "DURATION")


PLURALS = "(?:minutes|hours|days|weeks|months|years|decades|centuries)"

RULES = (
    Rule(r"(?P<part>half|quarter)[- ](?:of )?(?:an? )?(?P<unit>century|decade)\b", read_part),
    Rule(rf"(?P<unit>{UNIT})-long\b", read_one),
    Rule(rf"(?P<unit>{PLURALS})-long\b", read_open),
    Rule(rf"(?:the )?(?P<unit>{PLURALS}) ahead\b", read_open),
    # "A week of talks", "an hour away"; "$15 an hour" and "twice a week" are rates.
    Rule(
        r"(?<!\d\s)an? (?:full |whole |entire )?(?P<unit>hour|day|week|month|year|decade|century)\b"
        r"(?= (?:of|away|that|in which|apart)\b)",
        read_one,
    ),
    Rule(
        r"(?:(?<=\bspent\s)|(?<=\bspend\s)|(?<=\bdespite\s)|(?<=\bwaited\s)|(?<=\bwait\s)"
        r"|(?<=\bfollows\s)|(?<=\bfollowed\s))"
        r"an? (?:full |whole |entire )?(?P<unit>hour|day|week|month|year|decade|century)\b",
        read_one,
    ),
)
