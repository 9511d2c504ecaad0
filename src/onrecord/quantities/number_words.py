"""The words that numbers are made of, and the words of a text from a place on."""

from __future__ import annotations

import re
from typing import NamedTuple

from onrecord.language.numbers import TENS, UNDER_TWENTY

UNITS = {word: float(at) for at, word in enumerate(UNDER_TWENTY)} | {"nought": 0.0, "naught": 0.0}
DECADES = {word: 10.0 * at + 20 for at, word in enumerate(TENS)}
SCALES = {
    "thousand": 1e3, "lakh": 1e5, "million": 1e6, "crore": 1e7, "billion": 1e9, "trillion": 1e12,
}  # fmt: skip
# What only whole numbers count: "1.200 prisoners" are twelve hundred, "2021 people" no year.
WHOLE_COUNTED = (
    r"\s(?:[a-z-]{2,20}\s){0,2}?(?:people|men|women|children|dead|troops|soldiers|civilians|prisoners"
    r"|deaths|casualties|victims|refugees|fighters|hostages|tanks|missiles|drones|bodies|homes)\b"
)
LONGEST = 14  # words: no number of a newspaper has more
STEP = re.compile(r"(?:\s{1,3}|\s?[-‐‑]\s?|,\s)?(?P<word>[A-Za-z]{1,12}|&)(?![\w’'])")


class Word(NamedTuple):
    """One word in lower case and where it ends; `joined` by a hyphen to the one before."""

    word: str
    end: int
    joined: bool
    comma: bool


def words_from(text: str, at: int, limit: int) -> list[Word]:
    """The words from `at` on as far as a number could go: blanks and hyphens alone between."""
    words: list[Word] = []
    while len(words) < LONGEST and (match := STEP.match(text, at, limit)):
        gap = text[at : match.start("word")]
        words.append(Word(match["word"].lower(), match.end(), "-" in gap, "," in gap))
        at = match.end()
    return words
