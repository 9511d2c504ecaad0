"""Where the words of a case stand in its text.

Occurrences are counted as a reader counts them, by whole words: "he" does not stand in "the".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from onrecord.evaluation.gold.polnear import Range

OCCURRENCE = re.compile(r"#([1-9]\d{0,3})$")


class Fault(Exception):
    """What is wrong with a line and what to do about it, before file and line are known."""


def ranges_of(text: str, role: str, given: Any) -> tuple[Range, ...]:
    """Where these strings stand in the text, in its order. Raises Fault."""
    found = sorted(_place(text, role, words) for words in strings_of(role, given))
    for (_, end), (start, _) in pairwise(found):
        if start < end:
            raise Fault(f"two strings of {role} overlap at {text[start:end]!r}; name each once")
    return tuple(found)


def strings_of(key: str, given: Any) -> Sequence[str]:
    """What stands under a key, if it is a list of strings. Raises Fault."""
    if isinstance(given, list) and all(isinstance(s, str) and s.strip() for s in given):
        return given
    raise Fault(f'"{key}" must be a list of strings that are not empty')


def _place(text: str, role: str, given: str) -> Range:
    """The range of the words; "#n" counts occurrences that begin and end with whole words."""
    marked = OCCURRENCE.search(given)
    words = given[: marked.start()] if marked else given
    number = int(marked.group(1)) if marked else 1
    start = -1
    for seen in range(number):
        start = _next(text, words, start + 1)
        if start < 0:
            times = f"only {seen} time{'s' * (seen != 1)}" if seen else "nowhere"
            raise Fault(f"{role} {given!r} stands {times} in the text; copy its exact words")
    return start, start + len(words)


def _next(text: str, words: str, start: int) -> int:
    """Where the words stand next, not within a longer word; -1: nowhere."""
    while (start := text.find(words, start)) >= 0 and words:
        end = start + len(words)
        if not (_goes_on(text, start) or _goes_on(text, end)):
            return start
        start += 1
    return -1


def _goes_on(text: str, at: int) -> bool:
    """Whether a word runs over this place."""
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()
