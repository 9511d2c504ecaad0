"""Words that narrow a refusal: who refuses "any truce that leaves them there" refuses no truce.

They leave the refusal without a value: it is shown with them, and never makes a cell.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from onrecord.language.parse import Token
from onrecord.positions.phrases import is_infinitive
from onrecord.positions.wording import words

DEFINITE = words("the this that these those its their his her our")
# Who wrote a thing, or who asks for it, tells which one it is: nothing of it is left open.
PENNED = words(
    """propose offer broker draft suggest present submit publish announce table outline circulate
    mediate negotiate reach agree sign seek demand want call request put make unveil describe"""
)
# "Under these terms", "on its conditions", "under fire": other terms are not refused.
TERMS = words("term condition circumstance format formula framework arrangement")
STRAITS = words("fire bombardment pressure duress threat blackmail gunpoint shelling occupation")
WHOLE = words("any no all")  # "under any circumstances" leaves nothing open
# Who is kept out may be others' people only: "observers from Calder".
SENT = words(
    """observer monitor peacekeeper inspector mediator troop soldier force police officer mission
    envoy delegation"""
)
OF = words("from of by")
ONE_SIDED = words("unilateral unconditional one-sided lopsided half-hearted partial")


def narrowing(noun: Token, *above: Token) -> tuple[Token, ...]:
    """The words that narrow a noun that is refused, or the verb above that refuses it."""
    found = [t for each in _of_noun(noun, above) for t in each.subtree()]
    for head in (noun, *above):
        found += [t for each in _terms(head.children) for t in each.subtree()]
    return tuple(sorted(dict.fromkeys(found), key=lambda t: t.i))


def _of_noun(noun: Token, above: Sequence[Token]) -> Iterator[Token]:
    """Yield the heads of what tells apart which of its kind a noun means."""
    if noun.pos != "NOUN" or any(
        c.text.lower() in DEFINITE for c in noun.children if c.dep in ("det", "poss")
    ):
        return
    for child in noun.children:
        if child.dep in ("relcl", "acl") and child.i > noun.i and _tells_apart(child, noun):
            yield child
        if child.dep == "amod" and child.text.lower() in ONE_SIDED:
            yield child
    for child in (*noun.children, *(c for head in above for c in head.children)):
        if child.dep in ("prep", "agent") and child.lemma in OF and noun.lemma in SENT:
            yield from (c for c in child.children if c.dep == "pobj" and c.pos == "PROPN")


def _tells_apart(clause: Token, noun: Token) -> bool:
    """Whether a clause behind a noun says which ones, not who wrote it or what he calls it."""
    if clause.lemma in PENNED or is_infinitive(clause):
        return False
    before = min(t.i for t in clause.subtree()) - 1
    between = [c for c in (*noun.children, *clause.children) if c.i == before]
    return not any(c.text in {",", "-", "–", "—", "("} for c in between)


def _terms(children: Iterable[Token]) -> Iterator[Token]:
    """Yield what begins "under these terms", "on its conditions", "under fire"."""
    for child in children:
        if child.dep != "prep" or child.lemma not in ("under", "on", "at", "with"):
            continue
        for noun in (c for c in child.children if c.dep == "pobj"):
            small = [c.text.lower() for c in noun.children if c.dep in ("det", "poss", "amod")]
            terms = noun.lemma in TERMS and child.lemma in ("under", "on") and bool(small)
            if (terms and not WHOLE.intersection(small)) or noun.lemma in STRAITS:
                yield child
