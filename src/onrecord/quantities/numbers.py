"""One number as it is written: figures, words, fractions, "hundreds of", with its scale.

Every repetition is bounded, so that reading takes time linear in the text. Eastern Arabic digits
are read as ours; those of other scripts are left alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from onrecord.language.numbers import LARGEST
from onrecord.quantities.number_words import WHOLE_COUNTED, words_from
from onrecord.quantities.words import cardinal, fraction

Form = Literal["figures", "words", "fraction", "plural"]
THIN = "\u00a0\u2007\u2009\u202f"  # blanks that do not break a line
# Thousands set apart by a comma (in India by two figures each), a thin blank, an apostrophe, or a
# plain blank where it cannot be anything else; then the decimal comma where it is unmistakable:
# behind grouping points, or before a scale or a sign. Points group where they stand twice, or
# before what comes in whole numbers alone.
GROUPED = (
    r"[0-9]{1,3}(?:,[0-9]{3}){1,4}"
    r"|[0-9]{1,2}(?:,[0-9]{2}){1,4},[0-9]{3}"
    rf"|[0-9]{{1,3}}(?:[{THIN}][0-9]{{3}}){{1,4}}"
    r"|[1-9][0-9]{0,2}(?:['’][0-9]{3}){1,4}"
    r"|[1-9][0-9]{0,2}(?:\s[0-9]{3}){1,3}(?![0-9])(?=\s[a-z$€£%]|\.?$|[,;)])"
)
CONTINENTAL = (
    r"[0-9]{1,3}(?:\.[0-9]{3}){1,4},[0-9]{1,2}(?![0-9])"
    r"|[0-9]{1,3},(?:[0-9]{1,2}(?=\s?(?:%|€|million\b|billion\b|percent\b|per\scent\b|km\b|kg\b))"
    r"|0[0-9])(?![0-9])"
    r"|[1-9][0-9]{0,2}(?:\.[0-9]{3}){2}(?!\.?[0-9])"
    rf"|[1-9][0-9]{{0,2}}\.[0-9]{{3}}(?={WHOLE_COUNTED})"
)
FIGURES = re.compile(
    rf"(?:(?P<continental>{CONTINENTAL})|(?P<whole>{GROUPED}|[0-9]{{1,15}}(?![0-9]))"
    r"(?P<decimals>\.[0-9]{1,12}(?![0-9]))?|(?P<point>\.[0-9]{1,6}(?![0-9.])))"
    r"(?P<power>[eE][+-]?[0-9]{1,3}(?![0-9])|\s?[x×]\s?10(?:\^?[-−+]?[0-9]{1,2}|[⁻⁰¹²³⁴-⁹]{1,3})"
    r"|\s?[x×]\s?[0-9]{1,3}\^[-−+]?[0-9]{1,2}|\^[-−+]{0,2}[0-9]{1,2})?"
)
# One character for one, so that places in the text stay: Arabic and Persian digits, their marks.
EASTERN = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٬٫", "01234567890123456789,.")
EASTERN_DIGIT = re.compile("[٠-٩۰-۹]")
SUPERSCRIPTS = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹−", "-0123456789-")
LARGEST_POWER = 15  # of ten
POWER = re.compile(r"(?:[x×](?P<base>[0-9]+))?\^(?P<exponent>[-−+]*[0-9]+)")
VULGAR = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5),
    "⅗": (3, 5), "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8),
    "⅞": (7, 8),
}  # fmt: skip
PART = (
    rf"(?P<vulgar>[{''.join(VULGAR)}])|(?P<over>[0-9]{{1,3}})[/⁄](?P<under>[0-9]{{1,3}})(?![0-9/])"
)
FRACTION = re.compile(rf"(?:{PART})")
MIXED = re.compile(rf"(?:\s{{0,2}}|-|\sand\s)(?:{PART})")
USUAL_PARTS = frozenset((2, 3, 4, 5, 8))  # others with a slash are dates or scores first
SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "lakh": 1e5, "crore": 1e7, "dozen": 12.0, "dozens": 12.0, "mn": 1e6, "mln": 1e6, "mil": 1e6,
    "mm": 1e6, "bn": 1e9, "bln": 1e9, "tn": 1e12, "tln": 1e12, "trn": 1e12, "k": 1e3,
}  # fmt: skip
SCALE = re.compile(
    r"(?:(?:\s{1,2}|-|\s-\s)(?P<word>(?i:hundred|thousand|million|billion|trillion|lakhs?|crores?"
    r"|dozens?))|\s?(?P<short>(?i:mln|mn|bln|bn|tln|trn|tn)|mil|MM|[kK](?!\s?(?:m|g)\b)|M))\b"
)
# "48m" is a length, "48m people" are millions.
MILLIONS = re.compile(r"m(?=\s(?:people|men|women|children|[a-z]{2,20}s)\b)")
CRORE = re.compile(r"\scrores?\b")  # "1.2 lakh crore"
MONEY_SCALE = re.compile(r"\s?(?P<letter>[mMbBkKtT]|MM)\b")
LETTERS = {"m": 1e6, "b": 1e9, "k": 1e3, "t": 1e12, "mm": 1e6}
SMALLER = re.compile(
    r"\s(?:(?P<and>and\s)(?P<least>(?=[0-9]{1,2}(?![0-9.,%:/-]))))?(?P<count>[0-9]{1,3})(?(least)|(?=\s))"
    r"(?:\s(?P<word>hundred|thousand|million|lakhs?|crores?)\b)?(?(word)|(?(least)|(?!)))",
    re.IGNORECASE,
)
HALF_MORE = re.compile(r"\sand\s(?:an?|one)[\s-](?P<part>half|quarter|third)\b", re.IGNORECASE)
HALVES = {"half": 0.5, "quarter": 0.25, "third": 1 / 3}


@dataclass(frozen=True, slots=True)
class Number:
    """A number that ends at `end`; `plain` in bare figures, `scaled` with a word for its scale."""

    end: int
    value: float
    form: Form
    plain: bool = False
    scaled: bool = False


def read_number(text: str, at: int, limit: int, *, money: bool = False) -> Number | None:
    """The number that begins at `at`; None where none does or it is too large to be one.

    Behind a sign of money a letter is a scale ("$3b").
    """
    if (text[at].isascii() and (text[at].isdigit() or text[at] == ".")) or text[at] in VULGAR:
        return _figures(text, at, limit, money=money)
    return _words(text, at, limit)


def _figures(text: str, at: int, limit: int, *, money: bool) -> Number | None:
    part = _part(FRACTION.match(text, at, limit))
    if part is not None:
        value, end = part
        return _scaled(text, end, limit, value, "fraction", money=money)
    match = FIGURES.match(text, at, limit)
    if match is None:
        return None
    figure = _figure(match)
    if figure is None:
        return None
    end = match.end()
    plain = match["whole"] is not None and match["whole"].isdigit() and end == match.end("whole")
    if plain or match["whole"]:
        mixed = _part(MIXED.match(text, end, limit)) if match["decimals"] is None else None
        if mixed is not None:
            return _scaled(text, mixed[1], limit, figure + mixed[0], "figures", money=money)
    return _scaled(text, end, limit, figure, "figures", plain=plain, money=money)


def _figure(match: re.Match[str]) -> float | None:
    if match["continental"]:
        digits = match["continental"].replace(".", "").replace(",", ".")
    else:
        whole = re.sub(rf"[,\s{THIN}'’]", "", match["whole"] or "0")
        digits = whole + (match["decimals"] or match["point"] or "")
    value = Decimal(digits)
    if power := match["power"]:
        raised = _raised(value, power.replace(" ", "").translate(SUPERSCRIPTS))
        if raised is None:
            return None
        value = raised
    return float(value) if abs(value) < LARGEST * 10 else None


def _raised(value: Decimal, power: str) -> Decimal | None:
    """The value times a power of ten or of another base, or raised itself; None if too large."""
    raising = POWER.fullmatch(power)
    if raising is None or raising["base"] == "10":
        exponent = int(re.sub(r"^(?:[eE]|[x×]10\^?)", "", power) or "0")
        return value.scaleb(exponent) if abs(exponent) <= LARGEST_POWER else None
    exponent = int(re.sub(r"^[-+]+(?=[-+])", "", raising["exponent"]))
    base = Decimal(raising["base"]) if raising["base"] else value
    if abs(exponent) > 2 * LARGEST_POWER or base == 0:
        return None
    return value * base**exponent if raising["base"] else base**exponent


def _part(match: re.Match[str] | None) -> tuple[float, int] | None:
    """The value of "½" or "3/4" and its end; None for what is a date or a score first."""
    if match is None:
        return None
    if match["vulgar"]:
        over, under = VULGAR[match["vulgar"]]
        return over / under, match.end()
    over, under = int(match["over"]), int(match["under"])
    behind = match.string[match.end() : match.end() + 4].lower()
    if not 0 < over < under:
        return None
    usual = under in USUAL_PARTS or behind == " of " or under in {16, 32, 40, 64, 100}
    return (over / under, match.end()) if usual else None


def _scaled(
    text: str, end: int, limit: int, value: float, form: Form, *, plain: bool = False, money: bool
) -> Number | None:
    """The number with the scale behind it, if one stands there."""
    match = SCALE.match(text, end, limit)
    scale = 1.0
    if match:
        word = (match["word"] or match["short"]).lower()
        scale = 1e6 if word == "m" else SCALES.get(word) or SCALES[word.rstrip("s")]
        end = match.end()
        if word == "lakh" and (crore := CRORE.match(text, end, limit)):
            scale, end = scale * SCALES["crore"], crore.end()
    elif MILLIONS.match(text, end, limit):
        scale, end = 1e6, end + 1
    elif money and (letter := MONEY_SCALE.match(text, end, limit)):
        scale, end = LETTERS[letter["letter"].lower()], letter.end()
    if scale > 1 and (half := HALF_MORE.match(text, end, limit)):
        value, end = value + HALVES[half["part"].lower()], half.end()
    value = float(Decimal(repr(value)) * Decimal(scale))
    if scale > 1 and form == "figures":
        value, end = _with_smaller(text, end, limit, value, scale)
    if abs(value) >= LARGEST * 10:
        return None
    return Number(end, value, form, plain=plain and scale == 1, scaled=scale > 1)


def _with_smaller(text: str, end: int, limit: int, value: float, scale: float) -> tuple[float, int]:
    """The value with smaller scales behind it: "2 crore 50 lakh", "4 thousand 3 hundred and 21"."""
    while match := SMALLER.match(text, end, limit):
        word = (match["word"] or "").lower()
        smaller = (SCALES.get(word) or SCALES[word.rstrip("s")]) if word else 1.0
        if smaller >= scale or (match["and"] and (smaller > 1 or scale > 100)):
            break
        value, scale, end = value + int(match["count"]) * smaller, smaller, match.end()
    return value, end


def _words(text: str, at: int, limit: int) -> Number | None:
    words = words_from(text, at, limit)
    found = fraction(words)
    if found is not None:
        value, count = found
        end, whole = words[count - 1].end, value >= 100  # "three quarters of a million"
        return Number(end, value, "words" if whole else "fraction", scaled=value >= 1000)
    found = cardinal(words)
    if found is None:
        return None
    value, count = found
    if value >= LARGEST * 10:
        return None
    return Number(words[count - 1].end, value, "words", scaled=value >= 1000)
