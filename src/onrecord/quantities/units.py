"""The unit that stands behind a number, and the sign of money before one.

Words are looked up, longest phrase first, so that reading a unit costs the same however many units
there are. The symbol is what a record carries.
"""

from __future__ import annotations

import re

from onrecord.quantities.currencies import (
    CODES,
    CODES_BEHIND,
    CURRENCY_NAMES,
    LARGE_ONLY,
    MONEY,
    SIGN_CHARACTERS,
    SIGNS,
)
from onrecord.quantities.measures import TIME_UNITS, UNIT_NAMES, UNIT_SYMBOLS

__all__ = ["MONEY", "TIME_UNITS", "read_rate", "read_sign", "read_unit"]

CHARACTERS = r"A-Za-zµμ°º℃℉%٪²³"
WORD = re.compile(
    rf"(?P<gap>\s{{0,2}}|-|\s-\s|\s?[\[(](?=[a-zµ°]{{1,3}}[\])]))"
    rf"(?P<word>[{re.escape(SIGN_CHARACTERS)}](?!\s?[0-9])|[°º]\s?[CF]\b|[%٪°º]|[{CHARACTERS}]"
    rf"(?:[{CHARACTERS}’'.]{{0,17}}[{CHARACTERS}$])?(?:\^?[23](?![0-9]))?)"
)
MORE = re.compile(rf"[\s-](?P<word>[°A-Za-z](?:[{CHARACTERS}.]{{0,17}}[{CHARACTERS}])?[23]?)(?!\w)")
PREFIX = re.compile(
    r"(?:(?<![\w$€£.])(?P<code>M?[A-Z]{3}|[Dd]ollars?)|(?<![\w$€£])(?P<letters>[A-Za-z]{1,3}\.?"
    rf"|[Uu]\.[Ss]\.)?(?P<apart>\s)?(?P<sign>[{re.escape(SIGN_CHARACTERS)}])"
    r"|(?<!\w)(?P<rupees>[Rr][Ss]\.?))\s{0,2}$"
)
SIGN_REACH = 9
APART = frozenset(("c", "us", "ca", "hk", "nz"))  # stand before "$" with a blank too
WORDS = frozenset(("a", "s", "r"))  # and these only as capitals: "a $5 note"
DEGREES = re.compile(r"[CF]\b(?!-)")  # "35C", as British papers write it
OIL = re.compile(r"\s?(?P<million>m)?b(?:bl)?/d(?:ay)?\b")  # as markets write barrels a day
INCHES = re.compile(r"[\s-]?in(?:\.\s?)?(?=\)|\.?$|\s?(?:thick|wide|long|tall|deep|high|diam))")
MARKS = re.compile(r"″|\s?[\"”](?=\s(?:thick|wide|long|tall|deep|high|diameter)\b)")
MARK = re.compile(r"\"(?=[\s).,;]|$)")
QUOTED_REACH = 2000  # characters before a mark that is inches unless it closes a quotation
RATE = re.compile(
    rf"\s?/\s?(?P<slash>[{CHARACTERS}]{{1,12}}[²³]?)(?P<power>[23])?(?![\w/])"
    r"|\s(?:per|an?)\s(?P<word>[a-z]{1,12})\b"
)
POSSESSIVE = re.compile(r"['’]s?$")
UNDER = {"s": "second", "h": "hour", "yr": "year", "y": "year", "d": "day"}
POWERS = {"2": "²", "3": "³"}


def read_sign(text: str, end: int, floor: int) -> tuple[str, int, float] | None:
    """The currency that a sign or code right before `end` stands for, its start and its scale."""
    low = max(floor, end - SIGN_REACH)
    match = PREFIX.search(text[low:end])
    if match is None:
        return None
    if match["code"]:
        return _code(match["code"], low + match.start())
    if match["rupees"]:
        return "INR", low + match.start(), 1.0
    sign, letters = match["sign"], (match["letters"] or "").lower().replace(".", "")
    if (match["apart"] and letters not in APART) or (
        letters in WORDS and match["letters"].islower()
    ):
        letters = ""
    if letters and letters + sign in SIGNS:
        return SIGNS[letters + sign], low + match.start("letters"), 1.0
    return SIGNS[sign], low + match.start("sign"), 1.0


def _code(code: str, start: int) -> tuple[str, int, float] | None:
    """The currency of "USD", "dollar" or "MEUR", which is millions, before a sum."""
    if code.lower().startswith("dollar"):
        return ("USD", start, 1.0) if code[-1] != "s" else None
    millions = len(code) == 4
    symbol = code[1:] if millions else code
    if symbol not in CODES:
        return None
    return ("CNY" if symbol == "RMB" else symbol), start, 1e6 if millions else 1.0


def read_unit(text: str, at: int, limit: int, *, large: bool) -> tuple[str, int, float, str] | None:
    """The symbol of the unit at `at`, its end, a scale that it holds, and the gap before it.

    `large` numbers go before the names of money that are common words as well ("2,000 won").
    """
    if degrees := DEGREES.match(text, at, limit):
        return f"°{degrees.group()}", degrees.end(), 1.0, ""
    if oil := OIL.match(text, at, limit):
        return "bpd", oil.end(), 1e6 if oil["million"] else 1.0, ""
    match = WORD.match(text, at, limit)
    if match is None:
        return _inches(text, at, limit)
    gap, first, end = match["gap"], match["word"], match.end()
    symbol = _symbol(first, large=large, touching=gap == "")
    best = (symbol[0], end, symbol[1]) if symbol else None
    words = first
    for _ in range(3):
        more = MORE.match(text, end, limit)
        if more is None:
            break
        words, end = f"{words} {more['word']}", more.end()
        found = _name(words, large=large) or UNIT_SYMBOLS.get(words)
        if found:
            best = (found, end, 1.0)
    if best is None:
        return _inches(text, at, limit)
    end = best[1]
    if gap.strip() in {"(", "["}:
        end += 1
    elif text[end : end + 1].isalnum() and text[end - 1].isalpha():
        return None
    return best[0], end, best[2], gap.strip()


def _symbol(word: str, *, large: bool, touching: bool) -> tuple[str, float] | None:
    """The symbol of one word and the scale in it ("MEUR" is a million)."""
    if word in UNIT_SYMBOLS:
        return UNIT_SYMBOLS[word], 1.0
    if word in SIGNS and not word.isalpha():
        return SIGNS[word], 1.0
    code = word.upper() if touching or word.islower() else word
    if code in CODES or word in CODES_BEHIND:
        return ("CNY" if code == "RMB" else code), 1.0
    if len(word) == 4 and word[0] == "M" and word[1:] in CODES:
        return word[1:], 1e6
    name = _name(word, large=large)
    return (name, 1.0) if name else None


def _name(words: str, *, large: bool) -> str | None:
    """The symbol of a unit by its name."""
    plain = POSSESSIVE.sub("", words.lower()).replace("-", " ")
    if plain in LARGE_ONLY and not large:
        return None
    return UNIT_NAMES.get(plain) or CURRENCY_NAMES.get(plain)


def _inches(text: str, at: int, limit: int) -> tuple[str, int, float, str] | None:
    match = INCHES.match(text, at, limit) or MARKS.match(text, at, limit)
    if match is None and (mark := MARK.match(text, at, limit)):
        begin = max(text.rfind("\n", 0, at) + 1, at - QUOTED_REACH)
        match = mark if text.count('"', begin, at) % 2 == 0 else None
    return ("in", match.end(), 1.0, "") if match else None


def read_rate(text: str, at: int, limit: int) -> tuple[str, int] | None:
    """The unit that another is divided by ("/h", "per kilogram", "a barrel"), and its end."""
    match = RATE.match(text, at, limit)
    if match is None:
        return None
    word = match["slash"] or match["word"]
    symbol = UNDER.get(word) or UNIT_SYMBOLS.get(word) or UNIT_NAMES.get(word.lower())
    return (symbol + POWERS.get(match["power"] or "", ""), match.end()) if symbol else None
