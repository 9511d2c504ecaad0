"""Every amount of a text: a number or range with the sign or unit that belongs to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from onrecord.language.numbers import TENS, UNDER_TWENTY
from onrecord.quantities.amount import Amount
from onrecord.quantities.factors import find_factors
from onrecord.quantities.numbers import VULGAR
from onrecord.quantities.pieces import read_piece
from onrecord.quantities.plurals import PLURAL_WORDS, read_plural
from onrecord.quantities.ranges import FROM, read_range
from onrecord.quantities.ratios import find_ratios
from onrecord.quantities.singles import read_single
from onrecord.quantities.units import MONEY, read_unit

COUNTS = "|".join(
    (*UNDER_TWENTY, *TENS, "hundred|thousand|million|billion|trillion|dozen|half|quarter|third")
)
# Where an amount can begin: figures or a word of number. What belongs before it ("a", "$", "minus")
# is looked for backwards, so that the search itself stays cheap.
START = re.compile(
    rf"(?<![\w.,:/#^@])(?<!\w\+)(?P<figures>\.?[0-9]|[{''.join(VULGAR)}])|(?<=[A-Z$€£])(?P<stuck>[0-9])"
    rf"|(?<![\w’'])(?<!\w[-.@/_])(?P<word>{COUNTS}|nought|naught|lakh|crore"
    rf"|{PLURAL_WORDS}|several|few|couple|fourth|fifth|sixth|seventh|eighth|tenth)\b",
    re.IGNORECASE,
)
CODE_BEFORE = re.compile(r"[^\W_][-–−]$|[0-9]\s?[-–−]$|[0-9][.,:/]$")
LIST = re.compile(r"\s(?:and|or)\s|,\s(?:and\s|or\s)?")
# Units that "a" makes an amount of, where words of measuring follow: no "barrel bomb", "foot".
ONE_UNIT = re.compile(
    r"(?<![\w-])(?P<article>an?)\s(?:kilomet(?:er|re)|mile|gallon|barrel|lit(?:er|re)|tonne|ton|kilo"
    r"|kilogram|gram|hectare|acre|penny|[kmg](?:ilo|ega|iga|ibi|ebi)byte)"
    r"(?=\s(?:of|away|from|long|wide|off|north|south|east|west|inside|into|for|is|was)\b|[.,;!?)]|$)",
    re.IGNORECASE,
)
ADDRESS = re.compile(r"://|www\.|@|[/\\_]\w*[=?%._-]|\.(?:com|org|net|html?)\b")
ADDRESS_REACH = 300  # characters


def in_row(text: str, amount: Amount, begin: int) -> bool:
    """Whether it shares the unit of the amount at `begin` ("3 and 4 km", "from 40 to 50 km")."""
    if LIST.fullmatch(text, amount.end, begin):
        return True
    changed = text[amount.end : begin] == " to "
    return changed and FROM.search(text[max(0, amount.start - 20) : amount.start]) is not None


def find_amounts(text: str, start: int, end: int) -> Iterator[Amount]:
    """Yield the amounts of `text[start:end]`, in text order; none overlap."""
    found = [*_numbers(text, start, end), *_single_units(text, start, end)]
    found += find_ratios(text, start, end)
    found += (
        Amount(start=f.start, end=f.end, low=f.value, high=f.value, unit="×")
        for f in find_factors(text, start, end)
    )
    taken, kept = start, []
    for amount in sorted(found, key=lambda a: (a.start, -a.end)):
        if amount.start >= taken:
            taken = amount.end
            kept.append(amount)
    yield from _listed(text, kept)


def _listed(text: str, amounts: list[Amount]) -> Iterator[Amount]:
    """Yield the amounts, each number of a list with the unit at its end ("45 and 50 kg")."""
    unit, begin = None, -1
    listed = []
    for amount in reversed(amounts):
        joined = begin >= 0 and in_row(text, amount, begin)
        begin = amount.start
        if joined and amount.bare and unit and not 1000 <= amount.low <= 2100:
            listed.append(replace(amount, unit=unit))
            continue
        unit = amount.unit if not amount.hyphened and amount.unit not in MONEY else None
        listed.append(amount)
    yield from reversed(listed)


def _numbers(text: str, start: int, end: int) -> Iterator[Amount]:
    taken = start
    for begin in START.finditer(text, start, end):
        if begin.start() < taken or _in_address(text, begin.start()):
            continue
        amount = _read(text, begin, taken, end)
        if amount is not None:
            taken = amount.end
            yield amount


def _in_address(text: str, at: int) -> bool:
    """Whether the place lies in an address or a file's name ("https://…", "report_3@…")."""
    if at == 0 or text[at - 1].isspace() or text[at - 1] in "$€£(":
        return False
    word = text[max(0, at - ADDRESS_REACH) : at].rsplit(None, 1)
    return bool(word) and ADDRESS.search(word[-1]) is not None


def _single_units(text: str, start: int, end: int) -> Iterator[Amount]:
    """Yield one of a unit behind "a" ("a gallon of fuel"); a rate is taken with its number."""
    for match in ONE_UNIT.finditer(text, start, end):
        unit = read_unit(text, match.end("article"), end, large=False)
        if unit is not None:
            yield Amount(start=match.start(), end=unit[1], low=1.0, high=1.0, unit=unit[0])


def _read(text: str, begin: re.Match[str], floor: int, limit: int) -> Amount | None:
    """The range, number or "hundreds of" that begins there; None if none does."""
    at = begin.start()
    if begin["word"]:
        plural = read_plural(text, at, floor, limit)
        if plural is not None:
            unit = read_unit(text, plural.end, limit, large=True)
            return Amount(
                start=plural.start,
                end=unit[1] if unit else plural.end,
                low=plural.least,
                high=plural.least,
                unit=unit[0] if unit else None,
                bound=plural.bound,
            )
    elif CODE_BEFORE.search(text[max(floor, at - 2) : at]) and text[at - 2 : at - 1] != "$":
        return None
    first = read_piece(text, at, floor, limit)
    if first is None:
        return None
    if begin["stuck"] and first.start == at:
        return None
    return read_range(text, first, floor, limit) or read_single(text, first, limit)
