"""Amounts: a number or a range of numbers with the sign or unit that belongs to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.language.numbers import ONES, SCALES, TENS, figures_value, words_value
from onrecord.quantities.numbers import (
    FIGURES,
    PARTS,
    PLURAL,
    SCALE,
    WORDS,
    part_value,
    plural_value,
)
from onrecord.quantities.units import SIGN, SIGNS, UNIT, unit_symbol
from onrecord.records import Bound

# A letter for a scale only beside a sign of money: "$3bn", "€40m", "£5k".
LETTER = r"(?:bn|mn|tn|[mbkK])\b"
NUMBER = rf"(?:{FIGURES}(?:[\s-]{{1,2}}(?:{SCALE}))?|{WORDS})"
# A number does not begin inside a word, another number, a code ("F-16") or a power of ten, nor
# go on as one.
LEFT = r"(?<![\w.,:/+#$€£^])(?<![^\W_][-–−])"
RIGHT = r"(?![\w^×]|[.,:/][0-9]|[-–−][0-9])"
FIRST = (
    rf"(?P<minus>minus\s|[-−](?=[0-9$€£]))?(?:(?P<sign>{SIGN})\s?)?"
    rf"(?P<low>{NUMBER})(?P<letter>(?<=[0-9])\s?{LETTER})?"
)
ENDING = (
    rf"{RIGHT}(?:(?P<gap>\s{{0,2}}|-)(?P<unit>{UNIT}|[€$£₽₴](?![0-9])))?"
    rf"(?P<late>\s(?:million|billion|trillion)\b)?"
)
RANGE = re.compile(
    rf"{LEFT}(?P<between>between\s|from\s)?{FIRST}(?:\s?(?P<first_unit>%|percent|per\scent))?"
    rf"(?P<join>\s?[-–—]\s?|\s(?:to|(?(between)and|or))\s)(?:{SIGN})?"
    rf"(?P<high>{NUMBER})(?P<high_letter>(?<=[0-9])\s?{LETTER})?{ENDING}",
    re.IGNORECASE,
)
SINGLE = re.compile(rf"{LEFT}{FIRST}{ENDING}", re.IGNORECASE)
MANY = re.compile(
    rf"{LEFT}(?P<plural>{PLURAL})(?:\sof)?{RIGHT}(?:(?P<gap>\s)(?P<unit>{UNIT}))?", re.I
)
# Where any of them can begin: figures, a sign, or a word of number.
START = re.compile(
    rf"{LEFT}(?:between\s|from\s|minus\s|[-−])?(?:(?:{SIGN})\s?)?"
    rf"(?:[0-9]|(?:half|quarter|an?|couple|{ONES}|{'|'.join(TENS)}|{PLURAL})\b)",
    re.IGNORECASE,
)
SCALE_END = re.compile(rf"[\s-]{{1,2}}(?:{SCALE})$", re.IGNORECASE)
FRACTION = re.compile(
    rf"(?<![\w-])(?:(?P<count>one|two|three|four|five)[\s-])?(?P<an>an?\s)?"
    rf"(?P<part>{'|'.join(PARTS)}|thirds|quarters|fifths|sixths|eighths|tenths)"
    r"(?=\sof\s(?:the|its|their|his|her|all|this|[A-Z0-9]))",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A number or range at `[start, end)` of the text, with its unit where one is written.

    `bound` is set where the words of the number carry it ("hundreds of"); `hyphened` tells a
    number joined to its unit ("30-day"); `bare` one in figures without sign, scale or unit.
    """

    start: int
    end: int
    low: float
    high: float
    unit: str | None
    bound: Bound | None
    hyphened: bool
    bare: bool


def find_amounts(text: str, start: int, end: int) -> Iterator[Amount]:
    """Yield the amounts of `text[start:end]`, in text order; none overlap."""
    taken = start
    found = [*_fractions(text, start, end), *_numbers(text, start, end)]
    for amount in sorted(found, key=lambda a: (a.start, -a.end)):
        if amount.start >= taken:
            taken = amount.end
            yield amount


def _fractions(text: str, start: int, end: int) -> Iterator[Amount]:
    for match in FRACTION.finditer(text, start, end):
        if match["part"].endswith("s") and not match["count"]:
            continue
        if not match["count"] and not match["an"] and match["part"] != "half":
            continue  # "the third of the talks" is an ordinal
        value = round(part_value(match["count"] or "", match["part"]), 2)
        yield Amount(
            start=match.start(),
            end=match.end(),
            low=value,
            high=value,
            unit="%",
            bound=None,
            hyphened=False,
            bare=False,
        )


def _numbers(text: str, start: int, end: int) -> Iterator[Amount]:
    at = start
    while begin := START.search(text, at, end):
        amount = _read(text, begin.start(), end)
        if amount is None:
            at = begin.start() + 1
            continue
        at = amount.end
        yield amount


def _read(text: str, start: int, end: int) -> Amount | None:
    """The range, number or "hundreds of" that begins at `start`; None if none does."""
    match = RANGE.match(text, start, end)
    values = _range(match) if match else None
    if match and values:
        return _amount(match, *values)
    match = SINGLE.match(text, start, end)
    low = _value(match["low"], match["letter"], match) if match else None
    if match and low is not None:
        return _amount(match, low, low)
    match = MANY.match(text, start, end)
    if match is None:
        return None
    least = plural_value(match["plural"])
    return Amount(
        start=match.start(),
        end=match.end(),
        low=least,
        high=least,
        unit=unit_symbol(match["unit"]) if match["unit"] else None,
        bound="at_least",
        hyphened=False,
        bare=False,
    )


def _range(match: re.Match[str]) -> tuple[float, float] | None:
    """The ends of a range; None unless they rise."""
    low = _value(match["low"], match["letter"], match)
    high = _value(match["high"], match["high_letter"], match)
    if low is None or high is None or match["minus"]:
        return None
    scale = _scale(match["high"], match["high_letter"], match["late"])
    if low < high / scale <= 1000 and _scale(match["low"], match["letter"], None) == 1:
        low *= scale  # "2 to 3 million" is two million at the least
    return (low, high) if low < high else None


def _value(number: str, letter: str | None, match: re.Match[str]) -> float | None:
    if letter and not match["sign"]:
        return None
    late = match["late"] if match["unit"] else None
    if number[0].isdigit():
        value = figures_value(SCALE_END.sub("", number), _scale(number, letter, late))
    else:
        value = words_value(number)
    return -value if value is not None and match["minus"] else value


def _scale(number: str, letter: str | None, late: str | None) -> float:
    """What multiplies the figures of a number: its last word, its letter, or a word after it."""
    if letter:
        return SCALES[letter.strip().lower()]
    last = re.split(r"[\s-]+", number)[-1].lower()
    return SCALES.get(last) or SCALES.get((late or "").strip().lower(), 1.0)


def _amount(match: re.Match[str], low: float, high: float) -> Amount:
    words = match["unit"] or match.groupdict().get("first_unit")
    sign = match["sign"] or (words if words in SIGNS else None)
    start = match.start()
    return Amount(
        start=start,
        end=match.end() if match["unit"] else match.start("late") if match["late"] else match.end(),
        low=low,
        high=high,
        unit=SIGNS[sign.upper()] if sign else unit_symbol(words) if words else None,
        bound=None,
        hyphened=match["gap"] == "-",
        bare=not (words or sign) and match["low"].isdigit() and low == high,
    )
