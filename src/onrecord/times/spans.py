"""Lengths of time that are counted, and times that come back."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from onrecord.times import readings
from onrecord.times.lengths import period
from onrecord.times.readings import Context, Reading, unsettled
from onrecord.times.rule import Rule
from onrecord.times.words import (
    ABOUT,
    CLOCK_CODES,
    CLOCK_PART,
    NUMBER,
    ORDINAL,
    SEASON,
    SEASON_CODES,
    UNIT,
    UNITS_PLURAL,
    VAGUE,
    WEEKDAY,
    number_value,
    unit_letter,
    weekday_number,
)

Match = re.Match[str]
FREQUENCIES = {
    "hourly": "PT1H", "daily": "P1D", "weekly": "P1W", "monthly": "P1M", "yearly": "P1Y",
    "annually": "P1Y", "nightly": "P1D",
}  # fmt: skip
SIDES = {"past": -1, "last": -1, "previous": -1, "next": 1, "coming": 1}
AHEAD = frozenset(("coming", "future"))
LONGEST = 400  # more units from today are no news; the calendar's ends stay far
DAY = dt.timedelta(days=1)
OPEN_NTH = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Q": "XXXX-QX", "Y": "XXXX"}


def read_length(match: Match, context: Context) -> Reading | None:
    """A number of units of time, with what bounds it ("at least 30 days", "40 minutes").

    "The past two months" also has its days: it ends, or begins, on the day of publication.
    """
    words = match["count"]
    count = number_value(words) if words else None
    if count is not None and match.groupdict().get("half"):
        count += 0.5
    length = unsettled(period(count, match["unit"]), "DURATION")
    side = (match.groupdict().get("side") or "").lower()
    if count is None or count != int(count) or side not in SIDES or context.today is None:
        return length
    ends = near_day(context.today, match["unit"], SIDES[side] * int(count))
    if ends is None:
        return length
    start, last = sorted((context.today, ends))
    return replace(length, start=start, end=last + DAY, precision="fuzzy")


def near_day(today: dt.date, unit: str, count: int) -> dt.date | None:
    """The day a number of days, weeks, months or years from today; None for other units."""
    days = {"day": 1, "week": 7, "fortnight": 14}.get(unit.lower().removesuffix("s"))
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120}.get(
        unit.lower().removesuffix("s")
    )
    if days is not None and abs(count) <= LONGEST:
        return today + dt.timedelta(days=days * count)
    if months is None or abs(count) > LONGEST:
        return None
    first = readings.month(today.year, today.month + months * count)
    if first is None or first.start is None or first.end is None:
        return None
    # 31 March less a month is the last day of February.
    return min(first.start.replace(day=1) + dt.timedelta(days=today.day - 1), first.end - DAY)


def read_few(match: Match, _: Context) -> Reading | None:
    """Units without a count: what lies ahead ("coming weeks"), else an open length."""
    if (match["side"] or "").lower() in AHEAD:
        return unsettled("FUTURE_REF")
    return unsettled(period(None, match["unit"]), "DURATION")


def read_one(match: Match, _: Context) -> Reading | None:
    """One unit of time, after a word that shows it to be a length and not a rate."""
    count = 0.5 if match.groupdict().get("part") else 1.5 if match["half"] else 1
    return unsettled(period(count, match["unit"]), "DURATION")


def read_nth(match: Match, _: Context) -> Reading | None:
    """One of a row ("the third year"): a date, which only the row's beginning would settle."""
    return unsettled(OPEN_NTH.get(unit_letter(match["unit"]), "XXXX"))


def read_frequency(match: Match, _: Context) -> Reading | None:
    """How often something comes back, by one word."""
    return unsettled(FREQUENCIES[match["often"].lower()], "SET")


def read_every(match: Match, _: Context) -> Reading | None:
    """What comes back every so many units, or every such weekday."""
    if match["weekday"]:
        return unsettled(f"XXXX-WXX-{weekday_number(match['weekday'])}", "SET")
    count = number_value(match["count"]) if match["count"] else 2.0 if match["other"] else 1.0
    return unsettled(period(count, match["unit"]), "SET")


def read_every_part(match: Match, _: Context) -> Reading | None:
    """A part of the day or a season that comes back ("every morning")."""
    if match["season"]:
        return unsettled(f"XXXX-{SEASON_CODES[match['season'].lower()]}", "SET")
    return unsettled(f"XXXX-XX-XXT{CLOCK_CODES[match['part'].lower()]}", "SET")


def read_weekends(_: Match, __: Context) -> Reading | None:
    """Weekends, one as the other."""
    return unsettled("XXXX-WXX-WE", "SET")


def read_rate(match: Match, _: Context) -> Reading | None:
    """A number of times in a unit ("twice a week")."""
    return unsettled(period(1.0, match["unit"]), "SET")


def read_in_a_while(match: Match, context: Context) -> Reading | None:
    """The day, week or month so many units ahead, where the words look ahead ("in two weeks")."""
    count, today = number_value(match["count"]), context.today
    days = None
    if context.ahead and today is not None and count is not None and count == int(count):
        days = near_day(today, match["unit"], int(count))
    if days is None:
        return read_length(match, context)
    letter = unit_letter(match["unit"])
    if letter == "Y":
        return readings.year(days.year)
    return readings.month(days.year, days.month) if letter == "M" else readings.day_of(days)


def read_lengths(match: Match, context: Context) -> Reading | None:
    """A length of several units ("two years and three months"), and the day that it leads to."""
    parts = [(number_value(n), unit) for n, unit in PART_OF_LENGTH.findall(match["lengths"])]
    if any(count is None or count != int(count) for count, _ in parts):
        return None
    parts.sort(key=lambda part: ORDER.index(part[1].lower().removesuffix("s")))
    clock = "T" if parts[0][1].lower().startswith(("hour", "minute")) else ""
    letters = clock + "".join(f"{int(count or 0)}{unit_letter(unit)}" for count, unit in parts)
    if not clock and parts[-1][1].lower().startswith(("hour", "minute")):
        return None
    side = (match["side"] or "").lower()
    today = context.today if side != "later" else context.named
    if side and today is not None:
        step = -1 if side == "ago" else 1
        for count, unit in parts:
            today = near_day(today, unit, step * int(count or 0)) if today else None
        return readings.day_of(today) if today else None
    return unsettled(f"P{letters}", "DURATION" if not side else "DATE")


ORDER = ("year", "month", "week", "day", "hour", "minute")
LONG_UNIT = "(?:days?|weeks?|months?|years?|hours?|minutes?)"
PART_OF_LENGTH = re.compile(rf"({NUMBER})\s{{1,3}}({LONG_UNIT})", re.I)
# "Would last 60 days" is no 60 days that are over.
VERBS_BEFORE = (
    "would", "will", "to", "could", "may", "might", "must", "should", "can", "not", "n’t", "n't",
    "shall", "did", "does", "do",
)  # fmt: skip
LAST = "".join(rf"(?<!\b{verb}\s)" for verb in VERBS_BEFORE) + "last"
LENGTH_START = (
    rf"(?:(?:the |these |those )?(?:(?P<side>past|{LAST}|previous|next|coming)|first|final"
    r"|following) |the )?"
)
RULES = (
    Rule(
        rf"(?:each|every) (?P<other>other )?(?:(?P<weekday>{WEEKDAY})s?|(?:(?P<count>{NUMBER}) )?"
        rf"(?P<unit>{UNITS_PLURAL}|{UNIT}))\b(?! (?:ago|later))",
        read_every,
    ),
    Rule(
        rf"(?:once|twice|(?:{NUMBER}|{VAGUE}) times) (?:an?|per|each|every) (?P<unit>{UNIT})\b",
        read_rate,
    ),
    Rule(
        rf"(?:each|every) (?:(?P<part>{CLOCK_PART})|(?P<season>{SEASON}))\b",
        read_every_part,
    ),
    Rule(r"(?P<word>weekends)\b", read_weekends),
    # A newspaper is a daily, too.
    Rule(
        r"(?P<often>hourly|daily|nightly|weekly|monthly|yearly|annually)\b"
        r"(?! (?:(?-i:[A-Z])|newspaper|paper))",
        read_frequency,
    ),
    Rule(
        rf"(?P<lengths>{NUMBER} {LONG_UNIT}(?:,? (?:and )?{NUMBER} {LONG_UNIT}\b){{1,2}})"
        r"(?: (?P<side>ago|later|from now)\b)?(?! ?-?old\b)",
        read_lengths,
    ),
    Rule(
        r"(?:(?<=\bin\s)|(?<=\bIn\s))(?:about |around |roughly |exactly |just )?"
        rf"(?P<count>{NUMBER}|an?) (?P<unit>{UNITS_PLURAL}|day|week|month|year|decade)\b"
        r"(?! (?:ago|later|from|of|old))",
        read_in_a_while,
    ),
    # "15-year-old" is an age.
    Rule(
        rf"(?P<count>{NUMBER}|several)(?P<half>-and-a-half)?-(?P<unit>{UNIT})\b(?![- ]old)"
        r"(?:-long\b)?",
        read_length,
    ),
    Rule(
        rf"{LENGTH_START}{ABOUT}?(?P<count>{NUMBER}|{VAGUE})(?P<half> and a half)?"
        rf" (?:more |additional |full |straight |consecutive )?(?P<unit>{UNITS_PLURAL}|{UNIT})\b"
        rf"(?![- ]old\b| of age\b)(?<!\d\ssecond)",
        read_length,
    ),
    Rule(
        rf"(?:one|(?P<part>half)[- ](?:an? )?) ?(?P<unit>{UNIT})\b(?P<half> and a half)?",
        read_one,
    ),
    Rule(
        r"(?:(?<=\bfor\s)|(?<=\bwithin\s)|(?<=\bin\s)|(?<=\bafter\s)|(?<=\bthan\s)|(?<=\bover\s)"
        r"|(?<=\bas\s)|(?<=\blasting\s)|(?<=\blasted\s)|(?<=\blast\s)|(?<=\btakes\s)"
        r"|(?<=\btook\s)|(?<=\btake\s)|(?<=\banother\s)|(?<=\badditional\s))"
        rf"{ABOUT}?(?:the (?:past|last|next) |an? |)(?P<unit>hour|day|week|month|year|decade"
        rf"|century)\b(?P<half> and a half)?(?: or (?:so|two)\b)?",
        read_one,
    ),
    Rule(rf"{ABOUT}?an? (?P<unit>{UNIT})\b(?P<half> and a half)\b", read_one),
    # "A month after the talks", "nearly an hour later" (read before this).
    Rule(
        rf"{ABOUT}?an? (?P<unit>hour|day|week|month|year|decade)\b(?P<half> and a half)?"
        r"(?= (?:before|after)\b)",
        read_one,
    ),
    Rule(
        r"(?:(?:the )?(?P<side>recent|coming|past|last|next|future|early|first|final) (?:few )?"
        r"|(?<=\bfor\s)|(?<=\bin\s)|(?<=\bwithin\s)|(?<=\bover\s)the )"
        rf"(?P<unit>{UNITS_PLURAL})\b(?: (?:and|or) {UNITS_PLURAL}\b)?",
        read_few,
    ),
    Rule(
        rf"(?:(?:the|its|his|her|their|a) )(?P<nth>{ORDINAL})(?: straight| consecutive)? "
        rf"(?P<unit>day|week|month|year)\b(?!-)",
        read_nth,
    ),
)
