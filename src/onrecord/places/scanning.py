"""Names of the gazetteer in a text: the longest that its words spell, in one pass."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from onrecord.language.parse import Parse
from onrecord.places.candidate import Candidate
from onrecord.places.gazetteer import Gazetteer

WORD = re.compile(r"[^\W_]+")  # "Sector 7" may be a user's
# No name of the gazetteer has more words or letters: what is tried at each word is bounded.
MOST_WORDS, MOST_LETTERS = 6, 60
STATES = {"US", "UK"}  # codes of two letters that stand alone in a text
JOINED = "@#/\\_&"  # addresses, tags, paths, firms
# Before a hyphen these leave the name what it is: "pro-Velkar".
PREFIXES = {"pro", "anti", "non", "ex", "mid", "trans", "post", "pre", "cross", "intra", "inter"}


def find_listed(text: str, parse: Parse, gazetteer: Gazetteer) -> Iterator[Candidate]:
    """Yield the longest names of the gazetteer that the article's words spell, in text order.

    `text` is the article's with plain apostrophes, hyphens and white space.
    """
    words = [m.span() for m in WORD.finditer(text)]
    starts = [token.start for token in parse.tokens]
    behind = 0
    for at, (start, _) in enumerate(words):
        if start < behind or not text[start].isupper() or _continues(text, start, gazetteer):
            continue
        end = longest(text, words, at, gazetteer)
        if end is None or _goes_on(text, end):
            continue
        first = bisect_right(starts, start) - 1
        last = bisect_right(starts, end - 1)
        if first < 0 or parse.tokens[first].end <= start:
            continue  # outside of all blocks
        behind = end
        name = text[start:end]
        if not _is_abbreviation(name, text, start):
            entries = gazetteer.entries_of(name)
            yield Candidate(
                start=start, end=end, first=first, last=last, name=name, entries=entries, sure=False
            )


def longest(text: str, words: list[tuple[int, int]], at: int, gazetteer: Gazetteer) -> int | None:
    """Where the longest name ends that begins with this word; None if none does."""
    start = words[at][0]
    for _, end in reversed(words[at : at + MOST_WORDS]):
        if end - start > MOST_LETTERS:
            continue
        stopped = text.startswith(".", end)
        if stopped and gazetteer.knows(text[start : end + 1]):
            return end + 1
        if gazetteer.knows(text[start:end]):
            return end
    return None


def _continues(text: str, start: int, gazetteer: Gazetteer) -> bool:
    """Whether the word goes on from a sign or another name right before it."""
    before = text[start - 1 : start]
    if before and before in JOINED:
        return True
    if before in {"'", "."}:
        # After a quotation mark it is a word of its own, after "O'" or "www." it is not.
        return text[start - 2 : start - 1].isalnum()
    if before != "-":
        return before.isdigit()
    head = WORD.findall(text[max(0, start - 25) : start - 1])
    return bool(head) and head[-1].casefold() not in PREFIXES and not gazetteer.knows(head[-1])


def _goes_on(text: str, end: int) -> bool:
    """Whether what stands right behind makes it part of an address or a longer name."""
    after, beyond = text[end : end + 1], text[end + 1 : end + 2]
    if after.isdigit() or (after and after in JOINED):
        return True
    if after == ".":
        return beyond.isalnum() and text[end - 1] != "."
    return after == "'" and beyond.isalpha() and text[end + 2 : end + 3].isalpha()


def _is_abbreviation(name: str, text: str, start: int) -> bool:
    """Whether it is a shortened state where none can stand: "Miss.", "Ill.", "OR" need a city."""
    stopped = name.endswith(".") and name.count(".") == 1
    post = len(name) == 2 and name.isalpha() and name.isupper() and name not in STATES
    return (stopped or post) and text[start - 2 : start] != ", "
