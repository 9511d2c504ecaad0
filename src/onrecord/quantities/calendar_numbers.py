"""Numbers that tell when: years, days of a month, times of the clock, decades, "two days later"."""

from __future__ import annotations

import re

from onrecord.quantities.amount import Amount
from onrecord.quantities.number_words import WHOLE_COUNTED
from onrecord.quantities.units import TIME_UNITS

MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\.?"
)
# Behind these a number of four figures is a year; behind those of OF_YEAR it may count people.
IN_YEAR = re.compile(
    rf"(?:\b(?:in|since|by|until|till|from|during|before|after|through|year|late|early|mid|circa"
    rf"|fiscal|spring|summer|autumn|fall|winter|{MONTH})[\s-]|[(–—-]|[0-9,]\s|['’]s\s)$",
    re.IGNORECASE,
)
OF_YEAR = re.compile(
    r"\b(?:of|to|and|the|its|his|her|their|this|that|for|around|as)[\s-]$", re.IGNORECASE
)
MONTH_BEFORE = re.compile(rf"\b{MONTH}\s(?:[0-9]{{1,2}}\s?[-–]\s?)?$")
MONTH_AFTER = re.compile(rf"\s(?:of\s)?{MONTH}(?!\w)")
COUNTED_AFTER = re.compile(
    r"\s(?:[a-z-]{2,20}\s){0,2}?(?:[a-z]{2,20}s|people|men|women|children|dead)\b"
)
CLOCK_AFTER = re.compile(
    r"(?::[0-9]{2}|\s?(?:[ap]\.?m\b|o['’]clock|GMT|UTC|hours\s(?:GMT|local)))", re.I
)
PEOPLE_AFTER = re.compile(WHOLE_COUNTED)
STRETCH = re.compile(
    r"\b(?:last|past|next|coming|previous|following|first|final|preceding|intervening|these)\s$",
    re.IGNORECASE,
)
DECADES = re.compile(r"['’]?s\b")
LATER = re.compile(r"\s(?:ago|later|earlier|after|before|from\snow|hence)\b", re.I)


def is_year(text: str, amount: Amount) -> bool:
    """Four figures from 1000 to 2100 without a comma, unless they count what follows."""
    if amount.low < amount.high:
        return _is_year_range(text, amount)
    digits = text[amount.start : amount.end]
    if not amount.bare or not 1000 <= amount.low <= 2100 or len(digits) != 4:
        return False
    before = text[max(0, amount.start - 12) : amount.start]
    if IN_YEAR.search(before):
        return True
    if (amount.low >= 1900 and amount.low % 50) or OF_YEAR.search(before):
        return PEOPLE_AFTER.match(text, amount.end) is None
    return COUNTED_AFTER.match(text, amount.end) is None


def _is_year_range(text: str, amount: Amount) -> bool:
    words = text[amount.start : amount.end]
    both = amount.unit is None and amount.low >= 1000 and amount.high <= 2100
    return both and "," not in words and len(re.findall(r"[0-9]{4}", words)) == 2


def is_date(text: str, amount: Amount) -> bool:
    """The day beside a month."""
    before = text[max(0, amount.start - 24) : amount.start]
    if not (amount.bare or amount.unit is None) or amount.low > 31:
        return False
    return bool(MONTH_BEFORE.search(before) or MONTH_AFTER.match(text, amount.end))


def is_clock(text: str, amount: Amount) -> bool:
    """A time of the clock."""
    return amount.unit is None and bool(CLOCK_AFTER.match(text, amount.end))


def is_decade(text: str, amount: Amount) -> bool:
    """The figures of "the 1990s"."""
    return bool(DECADES.match(text, amount.end)) and amount.bare


def is_stretch_of_time(text: str, amount: Amount) -> bool:
    """A time that is reckoned from now or from a date ("the last two years")."""
    before = text[max(0, amount.start - 16) : amount.start]
    return amount.unit in TIME_UNITS and bool(STRETCH.search(before))


def is_point_in_time(text: str, amount: Amount) -> bool:
    """A distance in time from some day ("three days later"), which is a date."""
    return amount.unit in TIME_UNITS and bool(LATER.match(text, amount.end))
