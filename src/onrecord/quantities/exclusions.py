"""Numbers that are no quantities: years, dates, labels, ages, ordinals, parts of a name."""

from __future__ import annotations

import re
from collections.abc import Callable

from onrecord.quantities.amounts import Amount
from onrecord.quantities.units import TIME_UNITS

MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\.?"
)
LABEL = re.compile(
    r"\b(?:article|articles|no\.|nos\.|number|chapter|section|paragraph|para|point|points|clause"
    r"|resolution|phase|stage|step|page|pages|p\.|pp\.|room|line|route|highway|flight|channel|group"
    r"|category|level|tier|annex|appendix|figure|table|item|version|round|decree|order|unit|gate"
    r"|act|part|volume|vol\.|track|option|protocol|war|day|day\sone|brigade|school|block|floor"
    r"|bus|train|type|grade|class|division|district|lane|pier|camp|season|episode|title|rule"
    r"|covid|top|under|over-?|g|g-|f-|s-|su-|mig-|t-|nos|article\snos?\.?)\s?$",
    re.IGNORECASE,
)
MONTH_BEFORE = re.compile(rf"\b{MONTH}\s(?:[0-9]{{1,2}}\s?[-–]\s?)?$")
MONTH_AFTER = re.compile(rf"\s(?:of\s)?{MONTH}(?!\w)")
YEAR_BEFORE = re.compile(
    rf"(?:\b(?:in|since|by|until|till|from|of|during|before|after|through|year|late|early|mid|to|and"
    r"|the|its|his|her|their|this|that|for|around|circa|fiscal|as|spring|summer|autumn|fall|winter"
    rf"|{MONTH})[\s-]|[(–—-]|[0-9,]\s|['’]s\s)$",
    re.IGNORECASE,
)
COUNTED_AFTER = re.compile(
    r"\s(?:[a-z-]{2,20}\s){0,2}?(?:[a-z]{2,20}s|people|men|women|children|dead)\b"
)
CLOCK_AFTER = re.compile(
    r"(?::[0-9]{2}|\s?(?:[ap]\.?m\b|o['’]clock|GMT|UTC|hours\s(?:GMT|local)))", re.I
)
AGED = re.compile(r"\b(?:aged?|ages)\s(?:[0-9]{1,3}\s(?:and|to)\s)?$", re.I)
OLDER = re.compile(r"[\s-]old\b|\sof\sage\b", re.I)
SET_APART = re.compile(r"[A-Z][\w’'-]+,\s$")
HYPHENED = re.compile(
    r"-(?!year|day|month|week|hour|minute|km|mile|meter|metre|ton|percent|strong)\w", re.I
)
NAME_BEFORE = re.compile(r"(?:^|[^.!?]\s)(?:[A-Z][\w’'.]*)[\s-]$")
DECADES = re.compile(r"['’]?s\b")
ONE = re.compile(
    r"\s(?:of|another|day|time|side|hand|way|thing|more|side|that|who|or|is|was|can|could|must|should|would|has|point|reason|party|and|to|by|in|at|on|for|as|with|year|after|month|week)\b|\W",
    re.I,
)
LATER = re.compile(r"\s(?:ago|later|earlier|after|before|from\snow|hence)\b", re.I)
PAIR = re.compile(
    r"\s(?:warring\s|rival\s)?(?:sides|countries|leaders|nations|parties|men|women|presidents|states"
    r"|governments|capitals|neighbou?rs|ministers|delegations|teams)\b",
    re.I,
)
PHONE = re.compile(r"(?:\+|\btel\.?:?\s|[0-9][\s-])$", re.I)
GROUP_OF = re.compile(r"\bgroup\sof\s$", re.I)


def is_year(text: str, amount: Amount) -> bool:
    """Four figures from 1000 to 2100 without a comma, unless they count what follows."""
    digits = text[amount.start : amount.end]
    if not amount.bare or not 1000 <= amount.low <= 2100 or len(digits) != 4:
        return False
    if YEAR_BEFORE.search(text[max(0, amount.start - 12) : amount.start]):
        return True
    return COUNTED_AFTER.match(text, amount.end) is None


def is_date(text: str, amount: Amount) -> bool:
    """The day beside a month."""
    before = text[max(0, amount.start - 24) : amount.start]
    if amount.unit is not None or amount.low > 31:
        return False
    return bool(MONTH_BEFORE.search(before) or MONTH_AFTER.match(text, amount.end))


def is_clock(text: str, amount: Amount) -> bool:
    """A time of the clock."""
    return amount.unit is None and bool(CLOCK_AFTER.match(text, amount.end))


def is_label(text: str, amount: Amount) -> bool:
    """The number of an article, phase, resolution …: it names and does not count."""
    if amount.unit is not None and not amount.hyphened:
        return bool(GROUP_OF.search(text[max(0, amount.start - 10) : amount.start]))
    before = text[max(0, amount.start - 16) : amount.start]
    return bool(LABEL.search(before) or GROUP_OF.search(before))


def is_age(text: str, amount: Amount) -> bool:
    """How old somebody is ("aged 45", "a 45-year-old", "Tavin Orl, 45,")."""
    before = text[max(0, amount.start - 24) : amount.start]
    if AGED.search(before) or OLDER.match(text, amount.end):
        return True
    apart = amount.bare and text[amount.end : amount.end + 1] in {",", "."}
    return bool(apart and 10 < amount.low < 110 and SET_APART.search(before))


def is_compound(text: str, amount: Amount) -> bool:
    """Part of a compound that counts no unit ("10-point plan", "two-state")."""
    if amount.unit is not None and amount.hyphened:
        return False
    return bool(amount.unit is None and HYPHENED.match(text, amount.end))


def is_part_of_name(text: str, amount: Amount) -> bool:
    """The number at the end of a name ("Orbit 4"), which counts nothing after it."""
    if amount.unit is not None or not amount.bare:
        return False
    before = text[max(0, amount.start - 24) : amount.start]
    return bool(NAME_BEFORE.search(before)) and not re.match(
        r"\s[a-z]", text[amount.end : amount.end + 2]
    )


def is_decade(text: str, amount: Amount) -> bool:
    """The figures of "the 1990s"."""
    return bool(DECADES.match(text, amount.end)) and amount.bare


def is_phone(text: str, amount: Amount) -> bool:
    """A piece of a telephone number."""
    return amount.bare and bool(PHONE.search(text[max(0, amount.start - 6) : amount.start]))


def is_pronoun(text: str, amount: Amount) -> bool:
    """The word "one" where it stands for somebody or something."""
    return text[amount.start : amount.end].lower() == "one" and bool(ONE.match(text, amount.end))


def is_point_in_time(text: str, amount: Amount) -> bool:
    """A distance in time from some day ("three days later"), which is a date."""
    return amount.unit in TIME_UNITS and bool(LATER.match(text, amount.end))


def is_known_pair(text: str, amount: Amount) -> bool:
    """The two that are spoken of all along ("the two sides"): a reference, no count."""
    return amount.low == 2 and bool(PAIR.match(text, amount.end))


EXCLUSIONS: tuple[Callable[[str, Amount], bool], ...] = (
    is_pronoun,
    is_year,
    is_date,
    is_clock,
    is_decade,
    is_label,
    is_age,
    is_compound,
    is_part_of_name,
    is_phone,
    is_point_in_time,
    is_known_pair,
)
