"""How amounts are written: figures with scales, compound words, "dozens of", shares.

The number words themselves and their values stand in `language.numbers`. Repetitions are bounded,
so that matching stays linear.
"""

from __future__ import annotations

from onrecord.language.numbers import SMALL, words_value

# "Dozens" is at least two dozen, "hundreds" at least two hundred, and so on.
PLURALS = {
    "dozens": 24.0, "scores": 40.0, "tens": 20.0, "hundreds": 200.0, "thousands": 2e3,
    "millions": 2e6, "billions": 2e9, "trillions": 2e12,
}  # fmt: skip
PARTS = {
    "half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10,
}  # fmt: skip
# Thousands are set apart by a comma, by a thin or unbroken space, or by a plain one where words
# follow, as on the continent ("12 000 tonnes").
FIGURES = (
    r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,4}|[0-9]{1,3}(?:[\u00a0\u2009\u202f][0-9]{3}){1,4}"
    r"|[1-9][0-9]{0,2}(?:\s[0-9]{3}){1,3}(?=\s[a-z$€£%])|(?!00)[0-9]{1,15})"
    r"(?:\.[0-9]{1,6})?[½¼¾]?"
)
SCALE = r"(?:hundred|thousand|million|billion|trillion|mn|mln|bn|bln|tn|trn)\b"
BIG = r"(?:hundred|thousand|million|billion|trillion|dozen)\b"
WORDS = (
    rf"(?:(?:{SMALL}|an?|half\sa|half|a\squarter|quarter)(?:\sand\sa\shalf)?\s{BIG}"
    rf"(?:\s{BIG}|\s(?:and\s)?{SMALL}){{0,6}}|(?:a\s)?couple\sof\b|{SMALL})"
)
PLURAL = (
    r"(?:(?:tens|hundreds)\sof\s(?:thousands|millions|billions)|dozens|scores|hundreds|thousands"
    r"|millions|billions)\b"
)


def plural_value(text: str) -> float:
    """The least that "dozens" or "hundreds of thousands" can be."""
    words = text.lower().split()
    value = PLURALS[words[0]]
    return value * PLURALS[words[2]] / 2 if len(words) > 2 else value


def part_value(count: str, part: str) -> float:
    """The percentage that "two thirds" or "a quarter" is."""
    number = words_value(count) if count else 1.0
    return 100 * (number or 1.0) / PARTS[part.lower().removesuffix("s").replace("halve", "half")]
