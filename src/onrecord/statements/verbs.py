"""A reporting verb itself: its words, its voice, whether it is denied or modal."""

from __future__ import annotations

from onrecord.language.parse import Token
from onrecord.statements.ranges import Range


def is_hypothetical(verb: Token) -> bool:
    """Whether the verb, or one that it is joined to, stands in a condition."""
    while verb.dep == "conj" and verb.head is not verb:
        verb = verb.head
    return verb.dep == "advcl" and any(
        c.dep in ("mark", "advmod", "prep") and (c.lemma in NOT_YET or _is_as_soon_as(c))
        for c in verb.children
    )


NOT_YET = frozenset(("if", "unless", "until", "till", "once", "whether", "before"))


def _is_as_soon_as(mark: Token) -> bool:
    """Whether "as" is the last word of "as soon as", "as long as"."""
    above = mark.head.head
    near = [t.lemma for t in (above, *above.children, *mark.head.children)]
    return mark.lemma == "as" and any(word in near for word in ("soon", "long"))


def is_passive(verb: Token) -> bool:
    """Whether the verb is passive, so that its subject is not the source."""
    return verb.tag == "VBN" and (
        verb.child("auxpass", "nsubjpass") is not None or verb.child("agent") is not None
    )


def is_negated(verb: Token) -> bool:
    """Whether the saying or what is said is denied: "did not say", "failed to say", "denied"."""
    if verb.lemma == "deny" or any(c.dep == "neg" or c.lemma == "never" for c in verb.children):
        return True
    if verb.dep == "xcomp" and verb.head.lemma in ("fail", "refuse", "decline", "neglect"):
        return True
    return verb.dep == "pcomp" and verb.head.lemma == "without"


def modal_of(verb: Token) -> str:
    """The modal of the cue ("would", "may"), or ""."""
    return next((c.lemma for c in verb.children if c.dep == "aux" and c.tag == "MD"), "")


def cue_words(verb: Token, particle: Token | None = None) -> Range:
    """The verb with its auxiliaries and the adverbs among them, up to its particle."""
    start = verb.start
    helpers = {
        t.i: t
        for c in verb.children
        if c.dep in ("aux", "auxpass", "neg", "advmod") and c.i < verb.i
        for t in (c, *c.children)
    }
    at = verb.i - 1
    while at in helpers:
        start = helpers[at].start
        at -= 1
    end = verb.end
    for child in verb.children:
        if child.dep == "prt" and child.i == verb.i + 1:
            end = child.end
    if particle is not None and particle.i - verb.i <= 3:
        end = max(end, particle.end)
    return start, end
