"""Numbers that are no quantities: years, dates, labels, ordinals, scores, parts of a name."""

from __future__ import annotations

import re
from collections.abc import Callable

from onrecord.quantities.amount import Amount
from onrecord.quantities.calendar_numbers import (
    is_clock,
    is_date,
    is_decade,
    is_point_in_time,
    is_stretch_of_time,
    is_year,
)
from onrecord.quantities.units import MONEY

LABEL = re.compile(
    r"\b(?:article|articles|no\.|nos\.|number|chapter|section|paragraph|para|point|points|clause"
    r"|resolution|phase|stage|step|page|pages|p\.|pp\.|room|line|route|highway|flight|channel|group"
    r"|category|level|tier|annex|appendix|figure|table|item|version|round|decree|order|unit|gate"
    r"|part|volume|vol\.|track|option|protocol|day|day\sone|brigade|school|block|floor"
    r"|bus|train|type|grade|class|division|district|lane|pier|camp|season|episode|title|rule"
    r"|covid|top|under-|over-|g|g-|f-|s-|su-|mig-|t-|nos|article\snos?\.?)\s?$",
    re.IGNORECASE,
)
BRAND_BEFORE = re.compile(r"(?<![^\W_])[^\W\d_]*[a-z][A-Z][^\W\d_]*[\s-]$")
YEAR_SIGN = re.compile(r"['’]$")
PART_AFTER = re.compile(
    r"\s(?:of(?!\sits\skind)\b|more\b|less\b|fewer\b|as\s|larger|smaller|higher|lower|said\b|say\b"
    r"|came\b|come\b|think\b|thought\b|believe\b|were\b|are\b|would\b)|-"
)
PART_BEFORE = re.compile(
    r"\b(?:by|to|than|nearly|almost|about|over|only|just|under|around|roughly|least)\s$",
    re.IGNORECASE,
)
# "It fell by a fifth in May", but "followed by a fifth boat".
CLAUSE_ENDS = re.compile(
    r"[.,;:!?)—–]|\s(?:in|on|at|to|from|since|over|this|last|after|before|by|and|or|but|while|compared"
    r"|between|during|for|if|when|as|within|a|per|—|–|-)\b|$"
)
HALF_OF = re.compile(
    r"\s(?:of\b|the\s|its\s|their\s|his\s|her\s|our\s|as\s|(?:a|an)\s|that\b|those\b)"
)
OF_TIME = re.compile(
    r"\s(?:of\s(?:a\scentury|20|19|this\syear|last\syear|the\syear)|century)", re.I
)
WHICH_HALF = re.compile(r"\b(?:first|second|latter|other|last|better|each)\s$", re.IGNORECASE)
SCORE_AFTER = re.compile(
    r"\s(?:party-line\s)?(?:vote|votes|win|loss|victory|defeat|decision|ruling|majority|draw|record)\b"
)
HYPHENED = re.compile(
    r"-(?!year|day|month|week|hour|minute|km|mile|meter|metre|ton|percent|strong)\w", re.I
)
NAME_BEFORE = re.compile(r"(?:^|[^.!?]\s)(?:[A-Z][\w’'.]*)[\s-]$")
ONE = re.compile(
    r"\s(?:of|another|day|time|side|hand|way|thing|more|side|that|who|or|is|was|can|could|must|should|would|has|point|reason|party|and|to|by|in|at|on|for|as|with|year|after|month|week)\b|\W",
    re.I,
)
PAIR = re.compile(
    r"\s(?:warring\s|rival\s)?(?:sides|countries|leaders|nations|parties|men|women|presidents|states"
    r"|governments|capitals|neighbou?rs|ministers|delegations|teams)\b",
    re.I,
)
THE_TWO = re.compile(r"\b(?:the|these|those|both)\s$", re.IGNORECASE)
PHONE = re.compile(r"(?:\+|\b(?:tel\.?:?|call|dial|phone|fax:?)\s|[0-9][\s-])$", re.I)
RATIO_BEFORE = re.compile(r"\b(?:one\sin|out\sof|in\severy|per)\s(?:every\s)?$", re.I)
OUT_OF = re.compile(
    r"\s(?:out\sof|in\severy|per)\s(?:every\s)?[0-9]|\sout\sof\s(?:two|three|four|five|ten)\b"
)
ONE_IN = re.compile(
    r"\s(?:in|out\sof)\s(?:every\s)?(?:[0-9]{1,3}|two|three|four|five|six|ten)\s[a-z]"
)
WHOLE = re.compile(r"\s(?:in|out)\s")  # of a ratio
GROUP_OF = re.compile(r"\bgroup\sof\s$", re.I)


def is_label(text: str, amount: Amount) -> bool:
    """The number of an article, phase, resolution …: it names and does not count."""
    words = text[amount.start : amount.end]
    code = amount.unit not in MONEY and " " not in words and not words.endswith("%")
    if amount.unit is not None and not (code or amount.hyphened or amount.bare):
        return bool(GROUP_OF.search(text[max(0, amount.start - 10) : amount.start]))
    before = text[max(0, amount.start - 16) : amount.start]
    return bool(LABEL.search(before) or GROUP_OF.search(before))


def is_compound(text: str, amount: Amount) -> bool:
    """Part of a compound that counts no unit ("10-point plan", "two-state")."""
    if amount.unit is not None and amount.hyphened:
        return False
    return bool(amount.unit is None and HYPHENED.match(text, amount.end))


def is_part_of_name(text: str, amount: Amount) -> bool:
    """The number at the end of a name ("Orbit 4"), which counts nothing after it."""
    if amount.unit is not None or amount.low < amount.high or amount.low >= 10_000:
        return False
    before = text[max(0, amount.start - 24) : amount.start]
    if BRAND_BEFORE.search(before) or YEAR_SIGN.search(before):
        return True
    return (
        amount.bare
        and bool(NAME_BEFORE.search(before))
        and not re.match(r"\s[a-z]", text[amount.end : amount.end + 2])
    )


def is_ordinal(text: str, amount: Amount) -> bool:
    """A third, fifth … without a hyphen or a word that makes it a part ("a third round")."""
    words = text[amount.start : amount.end].lower()
    if not amount.share or "-" in words or words.endswith("s") or words[0].isdigit():
        return False
    if WHOLE.search(words):
        return False
    measured = PART_BEFORE.search(text[max(0, amount.start - 14) : amount.start])
    if words.endswith("half"):
        return not (measured or HALF_OF.match(text, amount.end))
    if words.endswith("quarter") and OF_TIME.match(text, amount.end):
        return True
    if PART_AFTER.match(text, amount.end):
        return False
    return not (measured and CLAUSE_ENDS.match(text, amount.end))


def is_one_half(text: str, amount: Amount) -> bool:
    """The first or second half of something, which is a time or a side."""
    return amount.share and bool(WHICH_HALF.search(text[max(0, amount.start - 10) : amount.start]))


def is_score(text: str, amount: Amount) -> bool:
    """The result of a vote or a match ("a 4-5 ruling")."""
    dashed = amount.low < amount.high and amount.unit is None
    return dashed and bool(SCORE_AFTER.match(text, amount.end))


def is_phone(text: str, amount: Amount) -> bool:
    """A piece of a telephone number."""
    plain = amount.bare or amount.low < amount.high
    return plain and bool(PHONE.search(text[max(0, amount.start - 6) : amount.start]))


def is_ratio(text: str, amount: Amount) -> bool:
    """A side of "one in five", "3 out of 5", "20 per 100,000": neither side counts what follows."""
    if amount.unit is not None:
        return False
    before = text[max(0, amount.start - 16) : amount.start]
    if RATIO_BEFORE.search(before):
        return True
    words = text[amount.start : amount.end].lower()
    return bool((ONE_IN if words == "one" else OUT_OF).match(text, amount.end))


def is_pronoun(text: str, amount: Amount) -> bool:
    """The word "one" where it stands for somebody or something."""
    return text[amount.start : amount.end].lower() == "one" and bool(ONE.match(text, amount.end))


def is_known_pair(text: str, amount: Amount) -> bool:
    """The two that are spoken of all along ("the two sides"): a reference, no count."""
    if not amount.low == amount.high == 2 or amount.unit is not None or amount.bound:
        return False
    before = text[max(0, amount.start - 7) : amount.start]
    return bool(PAIR.match(text, amount.end) or THE_TWO.search(before))


EXCLUSIONS: tuple[Callable[[str, Amount], bool], ...] = (
    is_pronoun,
    is_year,
    is_date,
    is_clock,
    is_decade,
    is_label,
    is_compound,
    is_part_of_name,
    is_phone,
    is_ratio,
    is_point_in_time,
    is_known_pair,
    is_ordinal,
    is_one_half,
    is_score,
    is_stretch_of_time,
)
