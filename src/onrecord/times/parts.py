"""Parts of a period: "early", "mid-", "the end of" mean a third of it."""

from __future__ import annotations

import re

from onrecord.times import readings
from onrecord.times.readings import Reading

PARTS: dict[str, readings.Part] = {
    "early": "early", "beginning": "early", "start": "early",
    "mid": "mid", "middle": "mid",
    "late": "late", "end": "late", "close": "late",
}  # fmt: skip
PART = (
    r"(?:(?:the )?(?P<part1>early|late)(?: in)?[- ]|(?P<part2>mid)[- ]?"
    r"|(?:the )?(?P<part3>beginning|start|middle|end|close) of (?:the )?)"
)


def part_in(match: re.Match[str]) -> readings.Part | None:
    """Which third the match names, None if it names the whole."""
    for name in ("part1", "part2", "part3"):
        word = match.groupdict().get(name)
        if word:
            return PARTS[word.lower()]
    return None


def narrowed(whole: Reading | None, match: re.Match[str]) -> Reading | None:
    """The part of a period that the match names, or the whole of it."""
    part = part_in(match)
    return readings.part_of(whole, part) if part else whole
