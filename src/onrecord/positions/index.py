"""A codebook compiled for reading, and everything of it that one article touches.

One pass over the words of an article finds every anchor; what follows only looks up.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from onrecord.language.parse import Parse, Token
from onrecord.positions.anchors import GAP, Hit, Trie, named_behind, readings
from onrecord.positions.codebook import Codebook
from onrecord.positions.wording import Word, words_of


@dataclass(frozen=True, slots=True)
class Touch:
    """What an anchor stands for: an issue or value, a step, a level of hardness.

    `wants` is the kind of name that must follow its words ("withdrawal from <area>").
    """

    kind: Literal["issue", "value", "passive", "near", "not", "step", "passive step", "hardness"]
    name: str
    value: str | None = None
    wants: str | None = None


@lru_cache(maxsize=8)
def compiled(codebook: Codebook) -> Trie[Touch]:
    """The trie of all anchors of a codebook, built once per codebook."""
    pairs: list[tuple[str, Touch]] = []
    for issue in codebook.issues:
        pairs += [(a, Touch("issue", issue.id, wants=named_behind(a))) for a in issue.anchors]
        pairs += [(a, Touch("not", issue.id)) for a in issue.not_anchors]
        for value in issue.values:
            pairs += [
                (a, Touch("value", issue.id, value.id, named_behind(a))) for a in value.anchors
            ]
            turned = [t for a in value.anchors for t in _turned(a)]
            pairs += [(a, Touch("passive", issue.id, value.id)) for a in turned]
            pairs += [(a, Touch("near", issue.id, value.id)) for a in value.near]
    for step in codebook.steps:
        pairs += [(a, Touch("step", step.id, wants=named_behind(a))) for a in step.anchors]
        turned = [t for a in step.anchors for t in _turned(a)]
        pairs += [(a, Touch("passive step", step.id)) for a in turned]
    for level, words in codebook.hardness:
        pairs += [(a, Touch("hardness", level)) for a in words]
    return Trie(pairs)


def _turned(anchor: str) -> list[str]:
    """An anchor's readings as a passive words them: "lift ... sanctions" → "sanctions ... lift"."""
    found = []
    for way in readings(anchor):
        if way.count(GAP) == 1:
            at = way.index(GAP)
            found.append(" ".join((*way[at + 1 :], GAP, *way[:at])))
    return found


class Touches:
    """The anchors found in an article, by where they begin."""

    def __init__(self, hits: Sequence[Hit[Touch]]) -> None:
        self.hits = sorted(hits, key=lambda h: (h.first, h.last))
        self._firsts = [h.first for h in self.hits]

    def within(self, first: int, last: int, *kinds: str) -> list[Hit[Touch]]:
        """The hits of these kinds that lie inside the tokens `[first, last)`."""
        a, b = bisect_left(self._firsts, first), bisect_left(self._firsts, last)
        return [h for h in self.hits[a:b] if h.last <= last and h.what.kind in kinds]


_last: list[tuple[Parse, Codebook, Touches]] = []


def touches(parse: Parse, codebook: Codebook) -> Touches:
    """Every anchor of the codebook in this article, sentence by sentence.

    The last answer is kept: positions and plans of one article are read one after the other.
    """
    for known, book, found in _last:
        if known is parse and book is codebook:
            return found
    found = _touches(parse, codebook)
    _last[:] = [(parse, codebook, found)]
    return found


def _touches(parse: Parse, codebook: Codebook) -> Touches:
    trie = compiled(codebook)
    hits: list[Hit[Touch]] = []
    for sentence in parse.sentences:
        tokens = parse.tokens_of(sentence)
        hits += trie.hits(_verbs_in_base_form(words_of(tokens), tokens))
    return Touches(hits)


def _verbs_in_base_form(words: list[Word], tokens: Sequence[Token]) -> list[Word]:
    """The words with no verb in -s read as a plural: who "talks big" holds no talks."""
    at = tokens[0].i if tokens else 0
    return [
        replace(word, forms=word.forms[1:])
        if tokens[word.token - at].tag == "VBZ" and len(word.forms) > 1
        else word
        for word in words
    ]
