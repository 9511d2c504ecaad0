"""Numbers in words and figures, and their value: one list for all that count.

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
LARGEST = 1e15  # nothing that a newspaper counts is larger; more digits are a serial number

# Pieces of patterns; a blank is any one white-space character.
ONES = "|".join(sorted(UNDER_TWENTY[1:], key=len, reverse=True))
SMALL = rf"(?:(?:{'|'.join(TENS)})(?:[- ](?:{'|'.join(UNDER_TWENTY[1:10])})\b)?|(?:{ONES}))\b"
VULGAR = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}


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
