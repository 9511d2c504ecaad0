"""Ranges: "40 to 50", "between 3 and 5 km", "$2-3 billion", "20 ± 2"."""

from __future__ import annotations

import re

from onrecord.language.numbers import SCALES
from onrecord.quantities.amount import Amount
from onrecord.quantities.numbers import VULGAR
from onrecord.quantities.pieces import Piece, read_piece
from onrecord.quantities.singles import STUCK, rated

JOIN = re.compile(
    r"(?P<plus>\s?(?:±|\+/-|\+/−)\s?)|(?P<to>-?\s(?:to|or)\s)|(?P<and>\sand\s)|(?P<dash>\s?[-–—]\s?)",
    re.IGNORECASE,
)
BETWEEN = re.compile(r"\bbetween\s$", re.IGNORECASE)
# "from 40 to 50" is a range, unless something rose or fell from one to the other.
FROM = re.compile(r"\bfrom\s(?:about\s|around\s|roughly\s|some\s|nearly\s|just\s)?$", re.IGNORECASE)
CHANGE = re.compile(
    r"\b(?:ris(?:e|es|en|ing)|rose|fell|fall(?:s|en|ing)?|grow(?:s|n|ing)?|grew|increas\w{1,4}"
    r"|decreas\w{1,4}|rais\w{1,4}|reduc\w{1,5}|cut(?:s|ting)?|drop\w{0,5}|declin\w{1,4}|chang\w{1,4}"
    r"|down|up|jump\w{0,3}|climb\w{0,3}|surg\w{1,3}|plung\w{1,3}|slid|soar\w{0,3}|shrank|shrunk"
    r"|mov\w{1,3}|went|go|goes|doubl\w{1,3}|tripl\w{1,3}|lower\w{0,3}|revis\w{1,3}|widen\w{0,3})\b",
    re.IGNORECASE,
)
CHANGE_REACH = 60
TEMPERATURES = frozenset(("°C", "°F", "°"))
OPENING = re.compile(r"(?:[A-Z]{1,2})?[$€£¥]\s?|[-−](?=[0-9])|minus\s")
TIMES = {
    **{name.lower(): value for name, value in SCALES.items()},
    "dozen": 12.0,
    "lakh": 1e5,
    "crore": 1e7,
}
SCALE_LETTER = re.compile(r"[0-9](m|mn|mln|bn|bln|b|tn|trn|k)$")
GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:,000)+")


def read_range(text: str, first: Piece, floor: int, limit: int) -> Amount | None:
    """The range that the piece begins; None unless its ends rise and their units agree."""
    join = JOIN.match(text, first.end, limit)
    if join is None or not _may_join(text, first, join, floor):
        return None
    second = _second_end(text, join.end(), limit)
    if second is None or (second.number.form == "fraction" and first.number.form == "words"):
        return None
    if first.value < 0 and join["dash"] and second.unit not in TEMPERATURES:
        return None  # "-78-0 °C"
    if first.unit and first.unit != (second.unit or (first.unit if first.signed else None)):
        return None
    return _range(text, first, second, join, limit)


def _may_join(text: str, first: Piece, join: re.Match[str], floor: int) -> bool:
    """Whether the words before and between make a range, and no list or change."""
    if first.gap == "-":
        return False
    before = text[max(floor, first.start - CHANGE_REACH) : first.start]
    if join["and"]:
        return BETWEEN.search(before) is not None
    return not (join["to"] and FROM.search(before) and CHANGE.search(before))


def _second_end(text: str, at: int, limit: int) -> Piece | None:
    """The number behind the joining word; None where none stands there or it goes on as a code."""
    opening = OPENING.match(text, at, limit)
    begin = opening.end() if opening else at
    if begin >= limit:
        return None
    if not ((text[begin].isascii() and text[begin].isalnum()) or text[begin] in VULGAR):
        return None
    second = read_piece(text, begin, at, limit)
    return None if second is None or STUCK.match(text, second.end, limit) else second


def _range(
    text: str, first: Piece, second: Piece, join: re.Match[str], limit: int
) -> Amount | None:
    unit, low, high = second.unit or first.unit, first.value, second.value
    if join["plus"]:
        low, high = low - high, low + high
    elif not first.scaled and first.value < 100:
        times = _scale_of(text, second, dash=join["dash"] is not None)
        if first.value < second.value / times <= 1000:
            low *= times  # "2 to 3 million" is two million at the least
    if low > high and low < 0 and high < 0:
        low, high = high, low
    if low >= high:
        return None
    unit, per, end = rated(text, unit, second.end, limit)
    between = BETWEEN.search(text[max(0, first.start - 9) : first.start])
    return Amount(
        start=first.start - len(between.group()) if between and join["and"] else first.start,
        end=end,
        low=low,
        high=high,
        unit=unit,
        per=per,
        hyphened=second.gap == "-",
    )


def _scale_of(text: str, piece: Piece, *, dash: bool) -> float:
    """What the number's last words multiply it by: 100,000 of "three hundred thousand".

    Behind a dash the thousands of figures count, too: "4-5,000".
    """
    written = text[piece.start : piece.number.end].lower()
    times = 1.0
    for word in reversed(re.split(r"[\s-]+", written)):
        if word not in TIMES:
            break
        times *= TIMES[word]
    if piece.number.form == "figures" and times == 1.0:
        stuck = SCALE_LETTER.search(written)
        if stuck:
            return TIMES[stuck[1]]
        return 1000.0 ** written.count(",") if dash and GROUPED.fullmatch(written) else 1.0
    return times
