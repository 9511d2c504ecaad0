"""Who "both sides" are: the two parties that the sentences before name as facing each other."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.language.parse import Token
from onrecord.positions.holders import Holder, Holders
from onrecord.positions.wording import words

SIDES = words("side party country delegation government nation neighbour neighbor rival state team")
REACH = 12  # sentences back to where both were named
TOGETHER = words("both two")


def is_both_sides(token: Token) -> bool:
    """Whether a word stands for both parties: "both sides", "the two countries"."""
    if token.tag != "NNS" or token.lemma not in SIDES:
        return False
    small = [c for c in token.children if c.dep in ("det", "nummod", "predet", "amod", "poss")]
    said = [c.text.lower() for c in small]
    told = "both" in said or ("two" in said and "the" in said)
    return told and all(c.text.lower() in (*TOGETHER, "the", "warring") for c in small)


def both_sides(token: Token, holders: Holders) -> list[Holder]:
    """The two parties that "both sides" means; none unless the text before names just one pair."""
    pairs: dict[frozenset[str], tuple[Holder, Holder]] = {}
    for sentence in range(max(0, token.sentence - REACH), token.sentence + 1):
        for each in holders.tokens_of(sentence):
            if each.i >= token.i:
                break
            for pair in _pair_at(each, holders):
                pairs[frozenset(str(h.party) for h in pair)] = pair
    if len(pairs) != 1:
        return []
    (pair,) = pairs.values()
    first = min(t.i for t in token.subtree() if t.i <= token.i)
    text = " ".join(t.text for t in token.subtree() if t.i <= token.i)
    return [Holder(h.party, None, h.name, text, first, token.i + 1, h.kind) for h in pair]


def _pair_at(token: Token, holders: Holders) -> Iterator[tuple[Holder, Holder]]:
    """Yield two parties joined by "and", or one in talks "with" the other."""
    first = holders.at(token)
    if first is None or first.party is None or token.dep == "conj":
        return
    joined = [c for c in token.children if c.dep == "conj"]
    if any(g.dep == "conj" for c in joined for g in c.children):
        return  # a list of three
    for other in joined:
        second = holders.at(other)
        if second is not None and second.party not in (None, first.party):
            yield first, second
