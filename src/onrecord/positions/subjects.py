"""Who does what a verb says: its subjects, also where they stand in another clause."""

from __future__ import annotations

from onrecord.language.parse import Token
from onrecord.positions.wording import words

RELATIVE = words("who which that")
MAX_CONJUNCTS = 40
MAX_CLIMB = 6  # clauses between a verb and its subject


def subjects_of(verb: Token) -> list[Token]:
    """The heads of the subjects of a verb or predicate, each conjunct apart; none if unknown."""
    at = verb
    for _ in range(MAX_CLIMB):
        own = [c for c in at.children if c.dep in ("nsubj", "csubj")] or _misread(at)
        passive = [c for c in at.children if c.dep == "nsubjpass"]
        if not own and passive:
            # "Was asked to refuse": whoever was asked; but a passive's own doer is its agent.
            own = [] if at is verb else passive
        if own or passive:
            return [t for s in own for t in _with_conjuncts(_antecedent(s, at))]
        if at.dep in ("acl", "relcl"):
            if at.tag in ("VBG", "TO") and at.head.lemma in WRITINGS:
                return _authors(at.head)
            return _with_conjuncts(at.head) if at.tag in ("VBG", "TO") else []
        if not _shares_subject(at) or _may_be_another_s(at):
            return []
        at = at.head
    return []


# What people write: "sent a letter urging it to leave" tells of the sender.
WRITINGS = words(
    """letter statement document resolution petition declaration note memo email tweet message
    appeal communique communiqué speech report editorial post video motion bill"""
)


def _authors(writing: Token) -> list[Token]:
    """Whose writing it is: whose name it bears, or who sent, issued, adopted it."""
    owners = [c for c in writing.children if c.dep == "poss"]
    if owners:
        return [t for o in owners for t in _with_conjuncts(o)]
    makers = agents_of(next((c for c in writing.children if c.dep == "acl"), writing))
    if makers:
        return makers
    verb = writing.head
    if writing.dep == "dobj" or (writing.dep == "pobj" and verb.dep == "prep"):
        above = verb if writing.dep == "dobj" else verb.head
        return subjects_of(above) if above.pos in ("VERB", "AUX") else []
    return []


def _shares_subject(verb: Token) -> bool:
    """Whether a clause without a subject has that of the clause above."""
    if verb.dep == "pcomp":
        return verb.head.lemma in ("by", "while", "when", "despite", "in")
    if verb.dep in ("advcl", "ccomp"):
        return verb.tag == "VBG"
    return verb.dep in ("conj", "xcomp", "prep", "attr", "acomp")


def _may_be_another_s(verb: Token) -> bool:
    """Whether a clause in -ing stands behind a "who" or "which" clause: whose it is stays open."""
    if verb.dep not in ("advcl", "ccomp"):
        return False
    above = verb.head
    between = (c for c in above.children if above.i < c.i < verb.i and c.dep != "advcl")
    return any(t.dep == "relcl" for c in between for t in (*c.children, *_grandchildren(c)))


def _grandchildren(token: Token) -> list[Token]:
    return [g for c in token.children for g in c.children]


def agents_of(verb: Token) -> list[Token]:
    """Who a passive names behind "by"."""
    return [
        each
        for child in verb.children
        if child.dep == "agent" or (child.dep == "prep" and child.lemma == "by")
        for c in child.children
        if c.dep == "pobj"
        for each in _with_conjuncts(c)
    ]


def _misread(verb: Token) -> list[Token]:
    """A name right before its verb that the parser took for an adverb: unknown names do that."""
    if any(c.dep == "nsubjpass" for c in verb.children):
        return []
    return [
        c
        for c in verb.children
        if c.i < verb.i and c.pos == "PROPN" and c.dep in ("advmod", "npadvmod", "dep", "intj")
    ][-1:]


def _antecedent(subject: Token, verb: Token) -> Token:
    if subject.text.lower() in RELATIVE and verb.dep == "relcl":
        return verb.head
    return subject


def _with_conjuncts(token: Token) -> list[Token]:
    found, waiting = [token], [token]
    while waiting and len(found) < MAX_CONJUNCTS:
        below = [c for c in waiting.pop().children if c.dep == "conj"]
        found += below
        waiting += below
    return sorted(found, key=lambda t: t.i)
