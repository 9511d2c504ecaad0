"""Where an expression of time can begin: a few words before a word that only such expressions have.

The pattern of all rules is long, and most words of an article are far from any time. Trying it at
these places alone finds the same as trying it at every word, in a third of the time (200 articles
of news).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.times.words import (
    CENTURIES,
    CLOCK_CODES,
    MONTHS,
    SEASON_CODES,
    UNIT_LETTERS,
    WEEKDAYS,
)
from onrecord.times.years import WRITTEN_DECADES

WORD = re.compile(r"[^\W_]+")
# Every expression has a figure or one of these …
KEYS = frozenset(
    {
        *MONTHS,
        *WEEKDAYS,
        *SEASON_CODES,
        *CENTURIES,
        *CLOCK_CODES,
        *(f"{part}s" for part in CLOCK_CODES),
        *WRITTEN_DECADES,
        *UNIT_LETTERS,
        *(f"{unit}s" for unit in UNIT_LETTERS),
        *(f"{day}s" for day in WEEKDAYS),
        "period", "half", "weekend", "weekends", "midyear", "midweek", "today", "yesterday",
        "tomorrow", "noon", "midnight",
        "midday", "clock", "now", "lately", "term", "currently",
        "present", "nowadays", "recently", "future", "hourly", "daily", "nightly", "weekly",
        "monthly", "yearly", "annually", "thousand", "christmas", "halloween", "ramadan",
        "ramadhan", "ramazan", "fitr", "adha", "ashura", "arbaeen", "rosh", "yom", "kippur",
        "sukkot", "sukkoth", "succoth", "succot", "hanukkah", "chanukah", "hanukah", "chanukkah",
        "hannukah", "hanuka", "chanuka", "purim", "passover", "pesach", "shavuot", "shavuoth",
        "boxing", "valentine", "thanksgiving", "easter", "friday", "palm", "ash", "pentecost",
    }
)  # fmt: skip
# … among its first nine words: "no more than a couple of hundred thousand days", with one to spare.
REACH = 9


def possible_starts(text: str, start: int, end: int) -> Iterator[int]:
    """Yield in order the offsets of the words in `text[start:end]` where a time may begin."""
    words = list(WORD.finditer(text, start, end))
    given = 0
    for number, match in enumerate(words):
        word = match.group()
        if not (word[0].isdigit() or word.lower() in KEYS):
            continue
        for at in range(max(given, number - REACH), number + 1):
            yield words[at].start()
        given = number + 1
