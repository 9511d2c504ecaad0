"""The words of a mention: what makes two of them equal, which one is the head, what sort it is.

No parser is asked, so that a baseline made of this is the same in every mode.
"""

from __future__ import annotations

import re
from typing import Literal

from onrecord.actors.words import word_set
from onrecord.evaluation.gold.polnear import Range

Sort = Literal["name", "description", "pronoun"]

DETERMINER = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)
POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$", re.IGNORECASE)
EDGES = " \t.,;:!?\"'`()[]“”‘’-–—"
PIECE = re.compile(r"[^\s,;:()\[\]“”\"]+|[,;:()\[\]“”\"]")
LEADING = word_set(
    """
    the a an in on at of for from to near by with off outside inside around about within into over
    before after during since until as
    """
)
STOPS = word_set(
    """
    , ; : ( ) [ ] in on at of for from to near by with off outside inside around within into over
    who whom whose which that where when before after during since until as between against along
    behind under including
    """
)
DASHES = word_set("- – — --")
ARTICLES = word_set("a an the")
PRONOUNS = word_set(
    """
    i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his
    himself she her hers herself it its itself they them their theirs themselves who whom whose
    which that this these those one some others both all each where there here
    """
)


def surface_of(text: str) -> str:
    """What equal mentions share: folded case, no determiner, no possessive, no edge marks."""
    words = " ".join(text.split()).strip(EDGES)
    words = POSSESSIVE.sub("", DETERMINER.sub("", words, count=1))
    return words.strip(EDGES).casefold() or text.casefold()


def head_of(text: str) -> Range:
    """Where the head word stands: the last one before what only adds to the phrase."""
    pieces = [(m.group(), m.start(), m.end()) for m in PIECE.finditer(text)]
    first = next((i for i, p in enumerate(pieces) if _opens(p[0])), 0)
    last = first
    for i in range(first + 1, len(pieces)):
        word = pieces[i][0].lower()
        after = pieces[i + 1][0].lower() if i + 1 < len(pieces) else ""
        if word in STOPS or (word in DASHES and after in ARTICLES):
            break
        if word.strip(EDGES):
            last = i
    if not pieces:
        return 0, len(text)
    word, start, end = pieces[last]
    return start, end - len(word) + len(POSSESSIVE.sub("", word))


def _opens(piece: str) -> bool:
    """Whether a phrase can begin here."""
    return piece.lower() not in LEADING and bool(piece.strip(EDGES))


def sort_of(text: str) -> Sort:
    """Whether the mention names, describes, or is a pronoun."""
    if surface_of(text) in PRONOUNS:
        return "pronoun"
    start, end = head_of(text)
    head = text[start:end]
    return "name" if head[:1].isupper() or any(c.isdigit() for c in head) else "description"
