"""Texts on which a pattern or a stage that is not linear shows it: repeats of what it looks for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from re import _constants as c  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

MOST_PIECES = 60  # of one pattern
PLAIN = ("a", "A", "1", " ", "\n", "a ", "Aa ", "1,", "the ", "(", "“", "- ", "a.", "'")
SAMPLES = {
    c.CATEGORY_DIGIT: "7",
    c.CATEGORY_SPACE: " ",
    c.CATEGORY_WORD: "a",
    c.CATEGORY_NOT_DIGIT: "a",
    c.CATEGORY_NOT_SPACE: "a",
    c.CATEGORY_NOT_WORD: ",",
}
# What stages look for, over and over without an end: one of each kind of mark that opens something.
HOSTILE = {
    "said": "said ",
    "quotation marks": "“",
    "straight quotes": '"a ',
    "quotations": "“No,” said Brandt. ",
    "digits": "7",
    "numbers": "1,200 ",
    "commas": ", ",
    "names": "Ilsa Brandt ",
    "capitals": "A",
    "brackets": "(",
    "square brackets": "[a](",
    "the": "the ",
    "line ends": "\n",
    "short lines": "a\n\n",
    "of the": "minister of the ",
    "and": "Arland and ",
    "dates": "May 4, ",
    "months": "May ",
    "money": "$3 million to ",
    "according": "according to ",
    "that": "said that ",
    "dashes": "— ",
    "apostrophes": "’s ",
    "full stops": ". ",
    "initials": "A. ",
    "hyphens": "a-",
    "stars": "* ",
    "accents": "e\u0301",
    "one word": "antidisestablishment",
    "would not": "would not ",
    "if": "if Berland ",
    "gaps": "Brandt" + " " * 200 + "reported ",
    "sentences": "Arland rejects the ceasefire. ",
}


def pieces(pattern: re.Pattern[str]) -> Iterator[str]:
    """Yield what to repeat against a pattern: its own words, beginnings of matches, plain marks."""
    tree = _parser.parse(pattern.pattern, pattern.flags)
    atoms = list(dict.fromkeys(a for a in _atoms(tree) if a))
    whole = _sample(tree, 1)
    longer = _sample(tree, 3)
    found = [whole[:-1], whole + " ", longer[:-1], longer + " ", whole, longer]
    found += [longer[: len(longer) * cut // 4] for cut in (1, 2, 3)]
    found += [*atoms[:14], *(a + " " for a in atoms[:8])]
    found += [a + b for a, b in pairwise(atoms[:9])]
    found += PLAIN
    yield from list(dict.fromkeys(piece for piece in found if piece))[:MOST_PIECES]


def _atoms(tree: Any) -> Iterator[str]:
    """Yield the literal words of a pattern, and a sample of each set of characters."""
    word = ""
    for code, value in tree:
        if code is c.LITERAL:
            word += chr(value)
            continue
        yield word
        word = ""
        if code is c.IN:
            yield _sample([(code, value)], 1)
        for inner in _inner(code, value):
            yield from _atoms(inner)
    yield word


def _inner(code: Any, value: Any) -> list[Any]:
    """The patterns inside a node."""
    if code in (c.MAX_REPEAT, c.MIN_REPEAT, c.POSSESSIVE_REPEAT):
        return [value[2]]
    if code is c.SUBPATTERN:
        return [value[3]]
    if code is c.ATOMIC_GROUP:
        return [value]
    if code in (c.ASSERT, c.ASSERT_NOT):
        return [value[1]]
    if code is c.BRANCH:
        return list(value[1])
    return []


def _sample(tree: Any, times: int) -> str:
    """A text that the pattern nearly matches; what may repeat does so up to `times` times."""
    made = ""
    for code, value in tree:
        if code is c.LITERAL:
            made += chr(value)
        elif code is c.NOT_LITERAL:
            made += "b" if value == ord("a") else "a"
        elif code is c.ANY:
            made += "a"
        elif code is c.IN:
            made += _member(value)
        elif code in (c.MAX_REPEAT, c.MIN_REPEAT, c.POSSESSIVE_REPEAT):
            least, most, inner = value
            count = max(least, min(int(most), times)) if times > 1 else least
            made += _sample(inner, times) * min(count, 50)
        elif code is c.BRANCH:
            made += _sample(value[1][0], times)
        elif code is c.SUBPATTERN:
            made += _sample(value[3], times)
        elif code is c.ATOMIC_GROUP:
            made += _sample(value, times)
    return made[:400]


def _member(members: Any) -> str:
    """A character of a set."""
    refused = members[0][0] is c.NEGATE
    listed = set()
    for code, value in members:
        if code is c.LITERAL:
            listed.add(chr(value))
        elif code is c.RANGE:
            listed.update((chr(value[0]), chr(value[1])))
        elif code is c.CATEGORY:
            listed.add(SAMPLES.get(value, "a"))
    if refused:
        return next(letter for letter in "a 1.,(“X" if letter not in listed)
    return min(listed, default="a")


def repeated(piece: str, characters: int) -> str:
    """So many characters of a piece over and over."""
    return (piece * (characters // len(piece) + 1))[:characters]
