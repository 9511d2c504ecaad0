"""Quarters and halves, years, decades and centuries."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.times import readings
from onrecord.times.parts import PART, narrowed
from onrecord.times.readings import Context, Reading, unsettled
from onrecord.times.rule import Rule
from onrecord.times.words import (
    AFTER_YEAR,
    NO_MORE_FIGURES,
    ORDINAL,
    WRITTEN_YEAR,
    YEAR,
    ordinal_number,
    year_number,
)

Match = re.Match[str]
LONGEST_RUN = 60  # years: figures farther apart are no run of years


def read_quarter(match: Match, context: Context) -> Reading | None:
    """A quarter or half of a year; without a year, the last one begun, or the next."""
    word = match["nth"].lower()
    number = 2 if word in {"latter", "last"} else ordinal_number(word)
    make, size, letter = (
        (readings.half, 6, "H") if match["kind"].lower() == "half" else (readings.quarter, 3, "Q")
    )
    if not 1 <= number <= 12 // size:
        return None
    year = match["year"] or match.groupdict().get("before")
    if year:
        return make(int(year), number)
    if context.today is None:
        return unsettled(f"XXXX-{letter}{number}")
    shift = (match["shifted"] or "").lower()
    named = context.today.year + {"last": -1, "next": 1}.get(shift, 0)
    if not shift and not context.ahead:
        named -= size * (number - 1) + 1 > context.today.month
    return make(named, number)


def read_years(match: Match, _: Context) -> Reading | None:
    """A run of years ("1914-18", "2014–2016"): both the first and the last belong to it."""
    first, last = readings.year(int(match["first"])), int(match["last"])
    if last < 100:
        last += int(match["first"]) // 100 * 100
    end = readings.year(last)
    if first is None or end is None or not 0 < last - int(match["first"]) <= LONGEST_RUN:
        return None
    return replace(first, timex3=f"{first.timex3}/{end.timex3}", end=end.end)


def read_year(match: Match, _: Context) -> Reading | None:
    """A year by its four digits, or the part of it that is named."""
    return narrowed(readings.year(year_number(match["year"])), match)


def read_decade(match: Match, _: Context) -> Reading | None:
    """The ten years of "the 1990s" or "the '90s"."""
    digits = re.sub(r"\W", "", match["decade"].lower())
    first = WRITTEN_DECADES.get(digits) or (int(digits) if len(digits) == 4 else 1900 + int(digits))
    return narrowed(readings.decade(first), match)


def read_century(match: Match, _: Context) -> Reading | None:
    """The hundred years of "the 19th century"."""
    number = ordinal_number(match["nth"])
    return narrowed(readings.century(number), match) if 10 < number < 31 else None


WRITTEN_DECADES = {
    "twenties": 1920, "thirties": 1930, "forties": 1940, "fifties": 1950, "sixties": 1960,
    "seventies": 1970, "eighties": 1980, "nineties": 1990,
}  # fmt: skip
# A year without a preposition is told from a count by what follows ("2014 people" has none).
COUNTED = (
    r"(?:people|persons|troops|soldiers|prisoners|civilians|men|women|children|casualties|dead"
    r"|tons|tonnes|miles|kilometers|kilometres|meters|metres|hectares|dollars|euros|rubles|houses"
    r"|days|hours|times|others|members|workers|employees|jobs|shares|points|votes|cases|deaths"
    r"|feet|acres|barrels|units|pages|words|years|percent|per cent|km|m|kg|mph)\b"
)
OF_YEAR = (
    rf"(?: of (?:the )?(?:fiscal )?(?P<year>{YEAR}){AFTER_YEAR}"
    r"|(?: of)? (?P<shifted>last|this|next) year\b| of the (?:current )?year\b)"
)

RULES = (
    Rule(
        rf"(?:the )?(?:(?P<before>{YEAR})(?:['’]s)? )?"
        r"(?P<nth>first|second|third|fourth|latter|last)[- ]"
        rf"(?P<kind>quarter|half)\b{OF_YEAR}",
        read_quarter,
    ),
    Rule(
        rf"(?:the )?(?:(?P<before>{YEAR})(?:['’]s)? |fiscal[- ])?"
        r"(?P<nth>first|second|third|fourth)[- ](?P<kind>quarter)\b(?P<year>\b\B)?"
        r"(?P<shifted>\b\B)?",
        read_quarter,
    ),
    Rule(
        r"(?P<shifted>last|this|next) year['’]s (?P<nth>first|second|third|fourth|last)[- ]"
        r"(?P<kind>quarter|half)\b(?P<year>\b\B)?",
        read_quarter,
    ),
    # "First-half profit"; "the first half" alone may be of a match.
    Rule(
        r"(?P<nth>first|second)-(?P<kind>half)(?= (?:net|profits?|earnings|results|loss(?:es)?"
        r"|sales|revenues?|income|growth|figures|output|report)\b)(?P<year>\b\B)?(?P<shifted>\b\B)?",
        read_quarter,
    ),
    Rule(
        rf"(?<!\d\s)(?P<first>{YEAR})[-–/](?P<last>\d\d|{YEAR})(?!\w){NO_MORE_FIGURES}"
        rf"(?! {COUNTED})",
        read_years,
    ),
    Rule(
        # Behind a group of figures it is the next group of a telephone's number.
        rf"(?<!\d\s)(?:(?:the )?fiscal (?:year )?|(?:the )?year |{PART})?"
        rf"(?P<year>{YEAR}){AFTER_YEAR}(?! {COUNTED})(?!['’]?s\b)",
        read_year,
    ),
    Rule(
        rf"(?:(?<=\bin\s)|(?<=\bIn\s)|(?<=\bsince\s)|(?<=\bby\s)|(?<=\buntil\s))"
        rf"(?:the year )?(?P<year>{WRITTEN_YEAR})\b(?! {COUNTED})",
        read_year,
    ),
    Rule(rf"(?:the )?{PART}?(?P<decade>1[5-9]\d0|20[0-4]0)['’]?s\b", read_decade),
    Rule(rf"the {PART}?['’‘]?(?P<decade>[2-9]0)['’]?s\b", read_decade),
    Rule(
        rf"the {PART}?(?:nineteen[- ])?(?P<decade>{'|'.join(WRITTEN_DECADES)})\b",
        read_decade,
    ),
    Rule(rf"(?:the )?{PART}?(?P<nth>{ORDINAL})[- ]century\b", read_century),
)
