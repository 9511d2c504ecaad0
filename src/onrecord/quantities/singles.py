"""Amounts of one number: with a smaller unit behind the first, or divided by another."""

from __future__ import annotations

import re

from onrecord.quantities.amount import Amount
from onrecord.quantities.numbers import read_number
from onrecord.quantities.pieces import Piece
from onrecord.quantities.units import read_rate, read_unit
from onrecord.records import Bound

OF_UNIT = re.compile(r"\s(?:of\s)?an?(?=\s[a-z])")  # "half a mile"
ODD = re.compile(r"-(?:odd|(?P<more>plus))\b")  # "300-odd people"
STUCK = re.compile(r"\w|[.,:/^]\.?[0-9]|[-–−][0-9]")
# The time of the clock and "that one" are no amounts.
CLOCK = re.compile(r"[0-9]{1,2}(?:\.[0-5][0-9])?\s?[ap]\.?m\b", re.IGNORECASE)
THE_ONE = re.compile(r"\b(?:the|this|that|which|each|every|any|no|some|last|next|another)\s$", re.I)
# A length by a time is a unit of its own; every other rate keeps what it is divided by apart.
LENGTHS = frozenset(("mm", "cm", "m", "km", "mi", "ft", "in"))
SHORT = {"hour": "h", "second": "s"}
SECOND_UNITS = {"ft": ("in", 12), "lb": ("oz", 16), "USD": ("cent", 100), "EUR": ("cent", 100),
                "GBP": ("penny", 100), "st": ("lb", 14)}  # fmt: skip
SECOND = re.compile(r"(?:\sand\s|,\s|\s)(?=[0-9a-z])", re.IGNORECASE)


def read_single(text: str, piece: Piece, limit: int) -> Amount | None:
    """The amount of one number; None where the number goes on as a code or a word."""
    stuck = STUCK.match(text, piece.end, limit)
    if stuck and not (piece.unit and text[piece.end] == ","):
        return None
    if piece.unit is None and _is_no_number(text, piece):
        return None
    value, end = piece.value, piece.end
    second = _second(text, piece, limit)
    if second:
        value, end = value + second[0] if value >= 0 else value - second[0], second[1]
    unit = _sterling(text, piece, end)
    if unit is None and piece.number.form == "fraction" and (part := OF_UNIT.match(text, end)):
        found = read_unit(text, part.end(), limit, large=False)
        if found:
            unit, end = found[0], found[1]
    unit, per, end = rated(text, unit, end, limit)
    fraction = piece.number.form == "fraction" and unit is None
    odd = ODD.match(text, end, limit) if unit is None else None
    return Amount(
        start=piece.start,
        end=odd.end() if odd else end,
        low=value,
        high=value,
        unit=unit,
        per=per,
        bound=_odd_bound(odd),
        hyphened=piece.gap == "-",
        bare=piece.number.plain and piece.unit is None and value >= 0,
        share=fraction,
    )


def _odd_bound(odd: re.Match[str] | None) -> Bound | None:
    if odd is None:
        return None
    return "at_least" if odd["more"] else "about"


def rated(text: str, unit: str | None, end: int, limit: int) -> tuple[str | None, str | None, int]:
    """The unit, what it is divided by, and the end; words for a rate are no part of the amount."""
    rate = read_rate(text, end, limit) if unit else None
    if rate is None:
        return unit, None, end
    if unit in LENGTHS:
        return f"{unit}/{SHORT.get(rate[0], rate[0])}", None, rate[1]
    return unit, rate[0], end


def _sterling(text: str, piece: Piece, end: int) -> str | None:
    """The unit; millions of pounds are money unless they are pounds of something."""
    if piece.unit == "lb" and piece.scaled and abs(piece.value) >= 1e6:
        return "lb" if text.startswith(" of ", end) else "GBP"
    return piece.unit


def _is_no_number(text: str, piece: Piece) -> bool:
    """Whether it is a time of the clock, or the "one" of "that one"."""
    if CLOCK.match(text, piece.start):
        return True
    one = text[piece.start : piece.end].lower() == "one"
    return one and THE_ONE.search(text[max(0, piece.start - 9) : piece.start]) is not None


def _second(text: str, piece: Piece, limit: int) -> tuple[float, int] | None:
    """The inches behind the feet, the cents behind the dollars, in the larger unit; and the end."""
    smaller = SECOND_UNITS.get(piece.unit or "")
    join = SECOND.match(text, piece.end, limit) if smaller and not piece.signed else None
    if smaller is None or join is None or piece.scaled:
        return None
    number = read_number(text, join.end(), limit)
    if number is None or not 0 < number.value < smaller[1] or number.form == "fraction":
        return None
    unit = read_unit(text, number.end, limit, large=False)
    if unit is None or unit[0] != smaller[0]:
        return None
    return number.value / smaller[1], unit[1]
