"""Ratios of a whole: "one in five prisoners", "3 out of 10", "two in every hundred"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.language.numbers import UNDER_TWENTY, words_value
from onrecord.quantities.amount import Amount
from onrecord.quantities.numbers import read_number

SMALL = "|".join(UNDER_TWENTY[1:10])
RATIO = re.compile(
    rf"(?<![\w.,/-])(?P<count>[1-9][0-9]?|{SMALL})\s(?P<join>out\sof|in\severy|in)\s(?:every\s)?"
    r"(?=[a-z1-9])",
    re.IGNORECASE,
)
# "Three in 10" is a ratio, "three in five attacks" may be dead: without "every" ten or a hundred.
# "One in 2005" names a year.
ROUND = frozenset((10.0, 100.0, 1000.0))
LARGEST = 1e6
# "One in three years" counts time; "3 out of 5-0" and "1 in 4th" go on.
GOES_ON = re.compile(r"[\w.,:/–-]\S|\s(?:days?|weeks?|months?|years?|hours?|minutes?|seconds?)\b")


def find_ratios(text: str, start: int, end: int) -> Iterator[Amount]:
    """Yield the ratios of `text[start:end]` as shares, in text order."""
    for match in RATIO.finditer(text, start, end):
        words = match["count"].lower()
        count = float(words) if words.isdigit() else words_value(words)
        whole = read_number(text, match.end(), end, money=False)
        if count is None or whole is None or whole.form == "fraction":
            continue
        if not count < whole.value <= LARGEST or whole.value % 1:
            continue
        alone = match["join"].lower() == "in"
        if alone and (GOES_ON.match(text, whole.end) or not _is_usual(count, whole.value)):
            continue
        share = count / whole.value
        yield Amount(start=match.start(), end=whole.end, low=share, high=share, share=True)


def _is_usual(count: float, whole: float) -> bool:
    """Whether the two make a ratio without "every" or "out": one in up to a hundred, 3 in ten."""
    return whole in ROUND or (count == 1 and whole <= 100)
