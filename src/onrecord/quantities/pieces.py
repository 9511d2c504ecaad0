"""One number with what belongs to it: a minus, a sign of money, "a" before it, its unit behind."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.quantities.numbers import Number, read_number
from onrecord.quantities.units import MONEY, read_sign, read_unit

ARTICLE = re.compile(r"(?<![\w-])an?[\s-]$", re.IGNORECASE)
MINUS = re.compile(r"(?<![\w)])(?:[-−]|(?:minus|negative)\s)$", re.IGNORECASE)
LATE_SCALE = re.compile(r"\s(?P<word>million|billion|trillion)\b")
LATE = {"million": 1e6, "billion": 1e9, "trillion": 1e12}


@dataclass(frozen=True, slots=True)
class Piece:
    """One number with its sign and unit, `[start, end)`.

    `gap` joins the unit ("-"); `signed` with a sign of money, `scaled` by a word ("million").
    """

    start: int
    end: int
    number: Number
    value: float
    unit: str | None
    signed: bool
    gap: str
    scaled: bool


def read_piece(text: str, at: int, floor: int, limit: int) -> Piece | None:
    """The number at `at` with what belongs before and behind it."""
    start, negative = at, False
    minus = MINUS.search(text[max(floor, at - 10) : at])
    if minus:
        start, negative = at - len(minus.group()), True
    sign = read_sign(text, start, floor)
    if sign and not negative:
        minus = MINUS.search(text[max(floor, sign[1] - 9) : sign[1]])
        negative = minus is not None
    number = None
    article = ARTICLE.search(text[max(floor, at - 4) : at]) if text[at].isalpha() else None
    if article:
        start = at - len(article.group())
        number = read_number(text, start, limit)
        sign = None
    number = number or read_number(text, at, limit, money=sign is not None)
    if number is None:
        return None
    value, end, unit, gap, scaled = number.value, number.end, None, "", number.scaled
    if sign:
        unit, start, value = sign[0], sign[1], value * sign[2]
        start -= len(minus.group()) if minus and negative and start == sign[1] else 0
    found = read_unit(text, end, limit, large=number.scaled or number.value >= 1000)
    if found and (not sign or _same_money(sign[0], found[0])):
        unit, end, gap = found[0], found[1], found[3]
        value *= found[2]
        late = None if scaled else LATE_SCALE.match(text, end, limit)
        if late and unit in MONEY:
            value, scaled = value * LATE[late["word"]], True
            end = late.end()
    return Piece(start, end, number, -value if negative else value, unit, bool(sign), gap, scaled)


def _same_money(sign: str, name: str) -> bool:
    """Whether a name behind a signed sum only says the sign again ("$5 US dollars")."""
    return name == sign or (sign == "USD" and name in MONEY and name not in {"cent", "penny"})
