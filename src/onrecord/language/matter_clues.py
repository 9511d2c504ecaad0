"""Words that could be the matter of a position, and what a reader sees of them and around them.

A candidate is a word with all that hangs on it; of a clause also what stands behind its subject
("[that] the border [be opened]"). Clues are plain: base forms of the words above, before, inside
and behind, how they hang together, what is denied.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from onrecord.language.parse import Token

HEADS: Final = frozenset({"VERB", "AUX", "NOUN", "PROPN", "PRON", "ADJ", "NUM"})
PLACES: Final = frozenset(
    {
        "dobj", "ccomp", "xcomp", "pobj", "pcomp", "nsubj", "nsubjpass", "attr", "acomp", "advcl",
        "acl", "relcl", "conj", "oprd", "ROOT", "csubj", "appos", "dative",
    }
)  # fmt: skip
SUBJECTS: Final = frozenset({"nsubj", "nsubjpass", "csubj"})
OPENING: Final = SUBJECTS | {"mark", "aux"}  # what stands before the bare matter of a clause
HELPING: Final = frozenset({"aux", "neg", "mark", "auxpass"})
BESIDE: Final = HELPING | {"prt", "acomp", "prep", "attr", "advmod"}
LONGEST = 45  # tokens of a candidate: 97 in 100 labelled matters are shorter
UP = 4  # words above that are looked at
BEFORE, INSIDE, BEHIND = 4, 10, 3  # tokens


@dataclass(frozen=True, slots=True)
class Candidate:
    """Tokens `[first, last)` of a sentence, and the one on which the others hang."""

    head: int
    first: int
    last: int


def candidates_of(tokens: Sequence[Token]) -> Iterator[Candidate]:
    """Yield the candidates of one sentence, by their heads; indices count from its first token."""
    if not tokens:
        return
    at = tokens[0].i
    low, high = _edges(tokens)
    for token in tokens:
        here = token.i - at
        if token.pos not in HEADS or token.dep not in PLACES:
            continue
        begins = {low[here]}
        if token.pos in ("VERB", "AUX"):
            opening = [c.i - at for c in token.children if c.i < token.i and c.dep in OPENING]
            begins.add(max((high[c] + 1 for c in opening), default=low[here]))
        for first in sorted(begins):
            if first <= here and high[here] + 1 - first <= LONGEST:
                yield Candidate(here, first, high[here] + 1)


def _edges(tokens: Sequence[Token]) -> tuple[list[int], list[int]]:
    """For each token the first and the last of those that hang on it, itself among them."""
    at = tokens[0].i
    low, high = list(range(len(tokens))), list(range(len(tokens)))
    for token in tokens:
        for above in token.ancestors():
            here = above.i - at
            low[here] = min(low[here], token.i - at)
            high[here] = max(high[here], token.i - at)
    return low, high


def clues_of(tokens: Sequence[Token], candidate: Candidate) -> list[str]:
    """What speaks for or against the candidate, each clue once, in the order found."""
    found = ["", *_of_head(tokens[candidate.head], candidate)]
    found += _of_words_above(tokens[candidate.head])
    found += _of_neighbours([t.lemma.lower() for t in tokens], candidate)
    return list(dict.fromkeys(found))


def _of_head(head: Token, candidate: Candidate) -> Iterator[str]:
    """The head itself and what hangs on it."""
    yield f"h:{head.lemma.lower()}"
    yield f"hp:{head.pos}{head.dep}"
    yield f"len:{min(6, (candidate.last - candidate.first) // 2)}"
    for child in head.children:
        yield f"hk:{child.dep}"
        if child.dep in HELPING:
            yield f"hc:{child.lemma.lower()}"
        if child.dep in SUBJECTS:
            yield f"hs:{child.pos}"


def _of_words_above(head: Token) -> Iterator[str]:
    """The words on which it hangs, nearest first, with what helps or denies them."""
    below = head
    for step, above in enumerate(head.ancestors()):
        if step == UP:
            return
        word = above.lemma.lower()
        yield from (f"u{step}:{word}", f"u:{word}", f"ud{step}:{below.dep}>{above.pos}")
        if step < 2:
            yield f"ul{step}:{word}>{below.dep}"
        for child in above.children:
            if child is below:
                continue
            if child.dep in BESIDE:
                yield f"uc:{child.lemma.lower()}"
                yield f"uc{step}:{child.lemma.lower()}"
            if child.dep in SUBJECTS:
                yield f"us{step}:{child.pos}"
                yield f"usl{step}:{child.lemma.lower()}"
        below = above
    if below.head is below:
        yield f"top{sum(1 for _ in head.ancestors())}"


def _of_neighbours(words: Sequence[str], candidate: Candidate) -> Iterator[str]:
    """The words just before, inside and behind."""
    first, last = candidate.first, candidate.last
    for word in words[max(0, first - BEFORE) : first]:
        yield f"b:{word}"
    if first:
        yield f"b1:{words[first - 1]}"
    if first > 1:
        yield f"b2:{words[first - 2]} {words[first - 1]}"
    yield f"in1:{words[first]}"
    for word in words[first : min(last, first + INSIDE)]:
        yield f"in:{word}"
    for word in words[last : last + BEHIND]:
        yield f"a:{word}"
