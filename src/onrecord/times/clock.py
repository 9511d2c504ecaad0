"""Times of the clock and parts of the day: "9 a.m.", "8 o'clock", "that night"."""

from __future__ import annotations

import re

from onrecord.language.numbers import words_value
from onrecord.times import readings
from onrecord.times.pointing import named_for
from onrecord.times.readings import Context, Reading, unsettled
from onrecord.times.rule import Rule
from onrecord.times.words import CLOCK_CODES, CLOCK_PART

Match = re.Match[str]


def read_clock(match: Match, _: Context) -> Reading | None:
    """A time of the clock; its day is joined later if it stands beside."""
    if match["word"]:
        return unsettled("T12:00" if match["word"].lower() != "midnight" else "T24:00", "TIME")
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    half = (match["half"] or "").lower()[:1]
    if hour > (12 if half else 24) or minute > 59:
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return unsettled(f"T{hour:02}:{minute:02}", "TIME")


def read_told_hour(match: Match, _: Context) -> Reading | None:
    """An hour with its part of the day in words ("4 in the morning"); alone it stays as written."""
    said = words_value(match["hour"]) if match["hour"].isalpha() else int(match["hour"])
    hour, minute = int(said or 0), int(match["minute"] or 0)
    part = (match["part"] or "").lower()
    if not 0 < hour <= 12 or minute > 59:
        return None
    if part in {"afternoon", "evening"} or (part == "night" and hour > 5):
        hour = hour % 12 + 12
    return unsettled(f"T{hour % 24:02}:{minute:02}", "TIME")


def read_mid_part(match: Match, _: Context) -> Reading | None:
    """The middle of a part of the day ("mid-afternoon"); its day is joined if it stands beside."""
    return unsettled(f"T{CLOCK_CODES[match['part'].lower()]}", "TIME")


def read_part_of_day(match: Match, context: Context) -> Reading | None:
    """A part of the day that the text named last; where it named none, of the day it came out."""
    code = CLOCK_CODES[match["part"].lower()]
    day = context.named or named_for(context, "D") or context.today
    if day is None:
        return unsettled(f"XXXX-XX-XXT{code}", "TIME")
    whole = readings.day_of(day)
    return Reading(
        timex3=f"{whole.timex3}T{code}",
        type="TIME",
        start=whole.start,
        end=whole.end,
        precision="hour",
    )


ZONE = r"(?: (?:(?-i:[A-Z]{3,4})\b|local time|(?-i:[A-Z][a-z]{2,12}) time))?"
HOUR = "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
# "The night of the vote" is told by what follows.
TOLD_AFTER = r"(?![-’']| (?:of|when|that|after|before|shift|sky)\b)"

RULES = (
    Rule(
        r"(?P<hour>\d{1,2})(?::(?P<minute>\d\d))?(?: o['’]clock)? (?:in the|at) "
        r"(?P<part>morning|afternoon|evening|night)\b",
        read_told_hour,
    ),
    Rule(
        rf"(?P<hour>\d{{1,2}}|{HOUR})(?P<minute>\b\B)? o['’]clock"
        r"(?: (?:in the|at) (?P<part>morning|afternoon|evening|night))?\b",
        read_told_hour,
    ),
    Rule(
        rf"(?:(?P<hour>\d{{1,2}})(?::(?P<minute>\d\d))?\s?(?P<half>[AaPp]\.?[Mm]\b\.?){ZONE}"
        r"|(?P<word>noon|midnight|midday)\b)",
        read_clock,
    ),
    Rule(
        r"(?P<hour>[01]\d|2[0-4]):(?P<minute>[0-5]\d)\b(?P<half>\b\B)?(?P<word>\b\B)?(?![:.]\d)"
        rf"{ZONE}",
        read_clock,
    ),
    Rule(r"mid[- ]?(?P<part>morning|afternoon|evening)\b", read_mid_part),
    Rule(
        rf"(?:(?:later |early |late )?(?:that|the same) "
        rf"|(?<=\bin\s)the )(?P<part>{CLOCK_PART})\b{TOLD_AFTER}",
        read_part_of_day,
    ),
)
