"""Words that were cut at the end of a line: put together, or the hyphen is the word's own."""

from __future__ import annotations

import re
from collections.abc import Collection

SOFT = "\u00ad"
LETTERS = re.compile(r"[^\W\d_]+")
# First halves that stand before a hyphen of the word's own and seldom begin another word.
WHOLE_FIRST = frozenset("well self ex non vice cease".split())  # noqa: SIM905


def joined(first: str, second: str, vocabulary: Collection[str]) -> str:
    """A word whose first part ends in a hyphen at the end of a line, and the rest of it.

    The document itself is asked first: the hyphen goes if the word stands elsewhere without one,
    and stays if it stands there with one, or if both halves stand there as words. Then names,
    numbers and single letters keep it ("Anglo-American", "U-turn"). `vocabulary` is in lower case.
    """
    bare = first[:-1]
    if first.endswith(SOFT):
        return bare + second
    before, after = LETTERS.findall(bare)[-1:], LETTERS.match(second)
    if not before or not bare.endswith(before[0]) or after is None:
        return bare + "-" + second
    start, end = before[0].lower(), after[0].lower()
    if start + end in vocabulary:
        return bare + second
    own = (
        f"{start}-{end}" in vocabulary
        or second.startswith(f"{after[0]}-")
        or after[0][0].isupper()
        or len(start) == 1
        or start in WHOLE_FIRST
        or (start in vocabulary and end in vocabulary)
    )
    return bare + ("-" if own else "") + second
