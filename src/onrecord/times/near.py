"""Times by their distance from now, or from the day the text named last."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import replace

from onrecord.times import readings
from onrecord.times.lengths import period
from onrecord.times.parts import PART, narrowed, part_in
from onrecord.times.pointing import compared_year_before, named_for
from onrecord.times.readings import Context, Reading, unsettled
from onrecord.times.rule import Rule
from onrecord.times.words import (
    ABOUT,
    CLOCK_CODES,
    CLOCK_PART,
    NUMBER,
    UNIT,
    UNITS_PLURAL,
    VAGUE,
    number_value,
    unit_letter,
)

Match = re.Match[str]
OPEN_VALUES = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Q": "XXXX-QX", "Y": "XXXX"}
NAMED_DAYS = {
    "today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0, "this morning": 0,
    "this afternoon": 0, "this evening": 0, "last night": -1,
    "the day before yesterday": -2, "the day after tomorrow": 2,
}  # fmt: skip
TOLD = {"past", "done"}
BACK = {"last", "previous", "past", "this past"}
AHEAD = {"next", "following", "coming", "upcoming", "this coming"}
# "Up from ten million a year ago" compares with the same months of the year before.
COMPARISON = re.compile(r"\b(?:from|than|against|versus|compared|a share,)\s", re.I)
# "Today’s youth" is that of our days.
OF_OUR_DAYS = re.compile(
    r"['’]s\s(?:youth|young|world|society|children|kids|students|generations?|standards|parents)\b",
    re.I,
)
NEAR = 100  # how far before "a year ago" a comparison may begin, in characters: a clause or two


def shifted(today: dt.date, unit: str, count: int) -> Reading | None:
    """The day, week, month, quarter, year … that lies `count` units from this day."""
    makers: dict[str, Callable[[], Reading | None]] = {
        "D": lambda: _day(today, count),
        "W": lambda: _week(today, count),
        "M": lambda: readings.month(today.year, today.month + count),
        "Q": lambda: readings.quarter(today.year, (today.month + 2) // 3 + count),
        "Y": lambda: readings.year(today.year + count),
        "E": lambda: readings.decade((today.year // 10 + count) * 10),
        "C": lambda: readings.century(today.year // 100 + 1 + count),
    }
    return makers[unit]()


def _day(today: dt.date, count: int) -> Reading | None:
    try:
        day = today + dt.timedelta(days=count)
    except OverflowError:
        return None
    return readings.day(day.year, day.month, day.day)


def _week(today: dt.date, count: int) -> Reading | None:
    try:
        return readings.week_of(today + dt.timedelta(days=7 * count))
    except OverflowError:
        return None


def read_named_day(match: Match, context: Context) -> Reading | None:
    """Today, yesterday, tomorrow and their parts, from the day of publication."""
    words = re.sub(r"\s+", " ", match["named"].lower())
    if words == "today" and OF_OUR_DAYS.match(match.string, match.end()):
        return unsettled("PRESENT_REF")
    part = next((CLOCK_CODES[w] for w in CLOCK_CODES if words.endswith(w)), None)
    part = CLOCK_CODES[match["clock"].lower()] if match["clock"] else part
    if context.today is None:
        open_value = "XXXX-XX-XX"
        return unsettled(open_value + f"T{part}", "TIME") if part else unsettled(open_value)
    day = _day(context.today, NAMED_DAYS[words])
    if day is None or part is None:
        return day
    return Reading(
        timex3=f"{day.timex3}T{part}", type="TIME", start=day.start, end=day.end, precision="hour"
    )


def read_shifted(match: Match, context: Context) -> Reading | None:
    """A week, month, year … by "last", "this", "next"; "previous" counts from a named day."""
    unit = match["unit"].lower()
    shift = re.sub(r"\s+", " ", match["shift"].lower())
    today = context.today
    if shift == "next" and match["the"] and context.named and context.direction in TOLD:
        shift = "following"  # "it began on 3 May; the next week he left"
    if shift in {"previous", "following", "that", "the same"}:
        named = context.named or named_for(context, unit_letter(unit) if unit != "weekend" else "W")
        today = named or (None if shift != "previous" else today)
    count = -1 if shift in BACK else 1 if shift in AHEAD else 0
    if shift == "past" and match["the"]:
        return unsettled(period(1, unit) if unit != "weekend" else "P2D", "DURATION")
    if unit == "weekend":
        if today is None:
            return unsettled("XXXX-WXX-WE")
        return readings.weekend_of(today + dt.timedelta(days=7 * count))
    letter = unit_letter(unit)
    if today is None:
        return unsettled(OPEN_VALUES.get(letter, "XXXX"))
    whole = shifted(today, letter, count)
    if match["edge"]:
        return _edge(whole, match["edge"].lower(), context)
    return narrowed(whole, match) if part_in(match) else whole


def read_after_next(match: Match, context: Context) -> Reading | None:
    """The one after the next, or before the last ("the week after next")."""
    today, count = context.today, 2 if match["next"] else -2
    if match["unit"].lower() == "weekend":
        return readings.weekend_of(today + dt.timedelta(days=7 * count)) if today else None
    letter = unit_letter(match["unit"])
    return shifted(today, letter, count) if today else unsettled(OPEN_VALUES[letter])


def read_nights_ago(match: Match, context: Context) -> Reading | None:
    """The night so many days before today ("two nights ago")."""
    count = number_value(match["count"])
    day = _day(context.today, -int(count)) if context.today and count else None
    if day is None:
        return unsettled("PAST_REF")
    return replace(day, timex3=f"{day.timex3}TNI", type="TIME", precision="hour")


def read_weekend(_: Match, context: Context) -> Reading | None:
    """The weekend: the last one begun, or the next where the verb looks ahead."""
    if context.today is None:
        return unsettled("XXXX-WXX-WE")
    ahead = context.ahead or context.today.isoweekday() >= 6
    return readings.weekend_of(context.today - dt.timedelta(days=0 if ahead else 7))


def read_end_of_period(match: Match, context: Context) -> Reading | None:
    """The beginning, middle or end of "the year", "the month", "the week": of the running one."""
    letter = unit_letter(match["unit"])
    if context.today is None:
        return unsettled(OPEN_VALUES.get(letter, "XXXX"))
    whole = shifted(context.today, letter, 0)
    return narrowed(whole, match) if part_in(match) else readings.part_of(whole, "late")


def _edge(whole: Reading | None, edge: str, context: Context) -> Reading | None:
    """What of a period lies before today ("earlier this year") or after it ("later this year")."""
    if whole is None or whole.start is None or whole.end is None or context.today is None:
        return whole
    start, end = whole.start, whole.end
    if edge == "earlier":
        end = min(end, context.today + dt.timedelta(days=1))
    else:
        start = max(start, context.today)
    if start >= end:
        return whole
    return Reading(timex3=whole.timex3, start=start, end=end, precision="fuzzy")


def read_ago(match: Match, context: Context) -> Reading | None:
    """A number of units before today ("three weeks ago") or after it ("two years from now")."""
    compares = (
        unit_letter(match["unit"]) == "Y"
        and _is_one(match)
        and COMPARISON.search(match.string, max(0, match.start() - NEAR), match.start())
    )
    return (compared_year_before(context) if compares else None) or _counted(match, context.today)


def read_later(match: Match, context: Context) -> Reading | None:
    """A number of units after or before the day that the text named last.

    Where it named none, "a year earlier" is the year before this one, as in comparisons.
    """
    letter = unit_letter(match["unit"])
    yearly = match["side"].lower() == "earlier" and letter == "Y"
    if yearly and _is_one(match) and (before := compared_year_before(context)):
        return before
    named = context.named or (None if yearly else named_for(context, letter))
    return _counted(match, named or (context.today if yearly else None))


def _is_one(match: Match) -> bool:
    return (match["count"] or "").lower() in {"a", "one"} and not (match["half1"] or match["half2"])


def _counted(match: Match, origin: dt.date | None) -> Reading | None:
    letter = unit_letter(match["unit"])
    ahead = match["side"].lower() in {"later", "after", "from now", "hence", "on"}
    plural = match["unit"].lower().endswith("s")
    value = number_value(match["count"] or ("several" if plural else "a"))
    if value is not None and (match["half1"] or match["half2"]):
        value += 0.5
        if letter == "Y":
            letter, value = "M", value * 12  # "two and a half years ago" is some month
    if match["unit"].lower().startswith(("second", "minute", "hour")):
        return unsettled(period(value, match["unit"]), "DURATION")
    if value is None or value != int(value):
        return unsettled("FUTURE_REF" if ahead else "PAST_REF")
    if origin is None:
        return unsettled(OPEN_VALUES.get(letter, "XXXX"))
    return shifted(origin, letter, int(value) if ahead else -int(value))


def read_next_day(match: Match, context: Context) -> Reading | None:
    """The day before, after or the same as the one that the text named last."""
    side = (match["side1"] or match["side2"] or "same").lower()
    count = {"before": -1, "previous": -1, "after": 1, "next": 1, "following": 1, "same": 0}[side]
    named = context.named or (None if count else named_for(context, "D"))
    return _day(named, count) if named else unsettled("XXXX-XX-XX")


def read_part_of_next_day(match: Match, context: Context) -> Reading | None:
    """A part of the day before or after the one that the text named last."""
    code = CLOCK_CODES[match["part"].lower()]
    named = context.named or named_for(context, "D")
    day = _day(named, -1 if match["side"].lower() == "previous" else 1) if named else None
    if day is None:
        return unsettled(f"XXXX-XX-XXT{code}", "TIME")
    return replace(day, timex3=f"{day.timex3}T{code}", type="TIME", precision="hour")


def read_the_day(_: Match, context: Context) -> Reading | None:
    """The day that the text named last; where it named none, the day it came out."""
    day = context.named or named_for(context, "D") or context.today
    return readings.day_of(day) if day else unsettled("XXXX-XX-XX")


NUMBER_OF_UNITS = (
    rf"{ABOUT}?(?:(?P<count>{NUMBER}|{VAGUE}|an?)(?P<half1> and a half)? )?"
    rf"(?P<unit>{UNITS_PLURAL}|{UNIT})(?:(?P<half2> and a half)| or so)?"
)

RULES = (
    Rule(
        r"(?:(?:early|late|earlier|later) )?(?P<named>the day before yesterday"
        r"|the day after tomorrow|today|yesterday|tomorrow"
        r"|tonight|this (?:morning|afternoon|evening)|last night)\b"
        r"(?: (?P<clock>morning|afternoon|evening|night)\b)?",
        read_named_day,
    ),
    Rule(
        rf"(?:(?P<edge>earlier|later) |{PART})?(?P<the>the )?"
        r"(?P<shift>last|next|this past|this coming|this|past|coming|upcoming|current|previous"
        r"|following|that|the same) (?P<unit>week|weekend|month|quarter|year|decade|century)\b"
        rf"(?! {ABOUT}?(?:and a half|or (?:so|two)))"
        r"(?!['’]s (?:first|second|third|fourth|last)[- ](?:quarter|half))",
        read_shifted,
    ),
    Rule(
        r"the (?P<unit>weekend|week|month|year) (?:(?P<next>after (?:the )?next)|before last)\b",
        read_after_next,
    ),
    Rule(rf"(?P<count>{NUMBER}|a) nights? ago\b", read_nights_ago),
    Rule(r"the weekend\b(?! of)", read_weekend),
    Rule(
        r"(?:the )?(?P<part3>beginning|start|middle|end) of the "
        r"(?P<unit>year|month|week|decade|century)\b"
        r"(?! (?:of|in|when|that|which|ended|ending|before)\b)",
        read_end_of_period,
    ),
    Rule(r"(?:the )?(?P<unit>year|month)(?:['’]s |-| )end\b(?! \w+ of)", read_end_of_period),
    Rule(r"(?P<part2>mid)[- ]?(?P<unit>year|week)\b(?! of)", read_end_of_period),
    Rule(
        rf"the (?P<side>next|following|previous) (?P<part>{CLOCK_PART})\b(?! of)",
        read_part_of_next_day,
    ),
    Rule(rf"{NUMBER_OF_UNITS} (?P<side>ago|from now|hence)\b", read_ago),
    Rule(rf"{NUMBER_OF_UNITS} (?P<side>later|earlier)\b", read_later),
    # "Two weeks after the talks" is a length; alone, "two weeks after" counts from a day.
    Rule(rf"{NUMBER_OF_UNITS} (?P<side>before|after)\b(?=\s{{0,3}}(?:[.,;:)!?”\"]|$))", read_later),
    Rule(
        r"(?:(?:earlier|later|late|early) )?(?:the (?:day (?P<side1>before|after)\b"
        r"(?! (?!in |at |by |and |but |as )\w)"
        r"|(?P<side2>previous|next|following|same) day\b(?! or))"
        r"|that (?:same |very )?(?P<side3>day)\b)",
        read_next_day,
    ),
    Rule(r"(?:earlier|later|late|early) (?:in|on in) the (?P<day>day)\b", read_the_day),
)
