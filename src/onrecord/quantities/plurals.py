"""Numbers that only say how large at the least: "hundreds of", "several dozen", "a couple of"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.records import Bound

# "Dozens" is at least two dozen, "hundreds" at least two hundred, and so on; "tens" two tens.
PLURALS = {
    "dozens": 24.0, "scores": 40.0, "tens": 20.0, "hundreds": 200.0, "thousands": 2e3,
    "millions": 2e6, "billions": 2e9, "trillions": 2e12,
}  # fmt: skip
SINGULAR = {
    "dozen": 12.0, "hundred": 100.0, "thousand": 1e3, "million": 1e6, "billion": 1e9,
    "trillion": 1e12,
}  # fmt: skip
PLURAL_WORDS = "|".join(PLURALS)
PLURAL = re.compile(
    rf"(?P<first>{PLURAL_WORDS})\b(?:\s(?:and|upon|on)\s(?P=first)\b){{0,3}}(?:\sof\s(?P<second>thousands|millions|billions)\b)?(?:\sof\b)?"
    r"(?!-)",
    re.IGNORECASE,
)
FEW = re.compile(
    rf"(?:several|few)\s(?P<scale>{'|'.join(SINGULAR)})\b(?:\s(?P<more>thousand|million)\b)?",
    re.IGNORECASE,
)
COUPLE = re.compile(
    r"couple\sof(?:\s(?P<scale>dozen|hundred|thousand|million|billion)\b|(?=\s[a-z]))",
    re.IGNORECASE,
)
ARTICLE = re.compile(r"(?<![\w-])a\s$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Plural:
    """An unsaid number of at least `least`, or about so many."""

    start: int
    end: int
    least: float
    bound: Bound


def read_plural(text: str, at: int, floor: int, limit: int) -> Plural | None:
    """What "hundreds of", "a few thousand" or "a couple of" at `at` says; else None."""
    if match := PLURAL.match(text, at, limit):
        least = PLURALS[match["first"].lower()]
        if match["second"]:
            least *= PLURALS[match["second"].lower()] / 2
        return Plural(at, match.end(), least, "at_least")
    start = at - 2 if ARTICLE.search(text[max(floor, at - 3) : at]) else at
    if match := FEW.match(text, at, limit):
        least = 2 * SINGULAR[match["scale"].lower()]
        least *= SINGULAR[(match["more"] or "").lower()] if match["more"] else 1
        return Plural(start, match.end(), least, "at_least")
    if (match := COUPLE.match(text, at, limit)) and start < at:
        scale = SINGULAR[match["scale"].lower()] if match["scale"] else 1.0
        return Plural(start, match.end(), 2 * scale, "about")
    return None
