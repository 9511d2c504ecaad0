"""Factors: how many times as much something is ("nearly doubled", "threefold", "twice as many")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

VALUES = {
    "doubl": 2.0, "twice": 2.0, "two": 2.0, "tripl": 3.0, "trebl": 3.0, "three": 3.0, "four": 4.0,
    "quadrupl": 4.0, "quintupl": 5.0, "five": 5.0, "six": 6.0, "ten": 10.0,
}  # fmt: skip
WORD = re.compile(
    r"(?<![\w-])(?:(?P<verb>(?:doubl|tripl|trebl|quadrupl|quintupl)(?:ed|ing|es))"
    r"|(?P<plain>double|triple|treble|quadruple|twice)"
    r"|(?P<fold>(?:two|three|four|five|six|ten)-?fold))(?![\w-])",
    re.IGNORECASE,
)
BOUND = re.compile(
    r"\b(?:nearly|almost|roughly|about|around|than|least|over|virtually|effectively|would|will|to)\s$",
    re.I,
)
# A double is a factor only beside words of comparing: "double standards", "a double life" are none.
VERB_AFTER = re.compile(
    r"\s(?:in|to|from|since|over|its|their|the|his|her|our|last|this|by|between|during|within|again"
    r"|after|as|every)\b|[.,;:]|$"
)
PLAIN_AFTER = re.compile(
    r"\s(?:the\s(?!game|agent|standard|bill)|that\s|those\s|what\s|as\s(?:much|many|large|big|high|long"
    r"|likely|fast|often)|its\s|their\s|our\s|his\s|last\s|this\s)|[.,;]|$"
)
DOWN = re.compile(r"(?:\bonce\sor|\bagain\sand|\bdown|\bup|\bdown\son)\s$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Factor:
    """A factor of `value` at `[start, end)`."""

    start: int
    end: int
    value: float


def find_factors(text: str, start: int, end: int) -> Iterator[Factor]:
    """Yield the factors of `text[start:end]` in text order."""
    for match in WORD.finditer(text, start, end):
        before = text[max(start, match.start() - 14) : match.start()]
        bounded = BOUND.search(before) is not None
        if DOWN.search(before) or text.startswith(" down", match.end()):
            continue
        if match["verb"] and not (bounded or VERB_AFTER.match(text, match.end())):
            continue
        plain = PLAIN_AFTER.match(text, match.end())
        if match["plain"] and not (plain and (plain.group().strip(" .,;") or bounded)):
            continue
        word = match.group().lower()
        value = next(value for stem, value in VALUES.items() if word.startswith(stem))
        yield Factor(match.start(), match.end(), value)
