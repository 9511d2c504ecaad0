"""Numbers as newspapers write them, in figures and words, and their value.

Only the digits 0 to 9 are figures here: other scripts group and point them by rules of their own.
Repetitions are bounded, so that matching stays linear.
"""

from __future__ import annotations

import re
from decimal import Decimal

SMALL_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
TENS_WORDS = "twenty thirty forty fifty sixty seventy eighty ninety"
UNDER_TWENTY = SMALL_WORDS.split()
TENS = TENS_WORDS.split()
SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "mn": 1e6, "mln": 1e6, "m": 1e6, "bn": 1e9, "bln": 1e9, "b": 1e9, "tn": 1e12, "trn": 1e12,
    "k": 1e3, "K": 1e3,
}  # fmt: skip
# "Dozens" is at least two dozen, "hundreds" at least two hundred, and so on.
PLURALS = {
    "dozens": 24.0, "scores": 40.0, "tens": 20.0, "hundreds": 200.0, "thousands": 2e3,
    "millions": 2e6, "billions": 2e9, "trillions": 2e12,
}  # fmt: skip
PARTS = {
    "half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10,
}  # fmt: skip
LARGEST = 1e15  # nothing that a newspaper counts is larger; more digits are a serial number

# Thousands are set apart by a comma, by a thin or unbroken space, or by a plain one where words
# follow, as on the continent ("12 000 tonnes").
FIGURES = (
    r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,4}|[0-9]{1,3}(?:[\u00a0\u2009\u202f][0-9]{3}){1,4}"
    r"|[1-9][0-9]{0,2}(?:\s[0-9]{3}){1,3}(?=\s[a-z$€£%])|(?!00)[0-9]{1,15})"
    r"(?:\.[0-9]{1,6})?[½¼¾]?"
)
SCALE = r"(?:hundred|thousand|million|billion|trillion|mn|mln|bn|bln|tn|trn)\b"
ONES = "|".join(sorted(UNDER_TWENTY[1:], key=len, reverse=True))
SMALL = rf"(?:(?:{'|'.join(TENS)})(?:[- ](?:{'|'.join(UNDER_TWENTY[1:10])})\b)?|(?:{ONES}))\b"
BIG = r"(?:hundred|thousand|million|billion|trillion|dozen)\b"
WORDS = (
    rf"(?:(?:{SMALL}|an?|half\sa|half|a\squarter|quarter)(?:\sand\sa\shalf)?\s{BIG}"
    rf"(?:\s{BIG}|\s(?:and\s)?{SMALL}){{0,6}}|(?:a\s)?couple\sof\b|{SMALL})"
)
VULGAR = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
PLURAL = (
    r"(?:(?:tens|hundreds)\sof\s(?:thousands|millions|billions)|dozens|scores|hundreds|thousands"
    r"|millions|billions)\b"
)


def figures_value(text: str, scale: float = 1.0) -> float | None:
    """The value of a number in figures, times its scale; None where it is too large to be one."""
    digits = re.sub(r"[,\s\u00a0\u2009\u202f]", "", text)
    part = VULGAR.get(digits[-1], Decimal(0))
    value = float((Decimal(digits.rstrip("½¼¾")) + part) * Decimal(scale))
    return value if value < LARGEST * 10 else None


def words_value(text: str) -> float | None:
    """The value of a number in words ("two and a half million"); None if a word is no number."""
    words = re.split(r"[\s\-]+", text.lower())
    total, group, halves = 0.0, 0.0, 0.0
    for word in words:
        if word in UNDER_TWENTY:
            group += UNDER_TWENTY.index(word)
        elif word in TENS:
            group += 10 * TENS.index(word) + 20
        elif word == "hundred":
            group = (max(group, 1) + halves) * 100
            halves = 0.0
        elif word == "dozen":
            group = (halves or max(group, 1)) * 12
            halves = 0.0
        elif word in SCALES:
            total += (max(group, 0 if halves else 1) + halves) * SCALES[word]
            group, halves = 0.0, 0.0
        elif word in {"half", "quarter"}:
            halves = 0.5 if word == "half" else 0.25
        elif word == "couple":
            group += 2
        elif word not in {"a", "an", "and", "of"}:
            return None
    return total + group


def plural_value(text: str) -> float:
    """The least that "dozens" or "hundreds of thousands" can be."""
    words = text.lower().split()
    value = PLURALS[words[0]]
    return value * PLURALS[words[2]] / 2 if len(words) > 2 else value


def part_value(count: str, part: str) -> float:
    """The percentage that "two thirds" or "a quarter" is."""
    number = words_value(count) if count else 1.0
    return 100 * (number or 1.0) / PARTS[part.lower().removesuffix("s").replace("halve", "half")]
