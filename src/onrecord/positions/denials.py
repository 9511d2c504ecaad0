"""Words that deny: "not", "never", "under no circumstances", "by no means", a subject with "no"."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.language.parse import Token
from onrecord.positions.wording import words

NEGATIONS = words("not n't n’t never no neither nor none without nowhere")
# Adverbs that leave next to nothing of a yes; what they leave is no position either way.
HARDLY = words("hardly scarcely barely seldom rarely")
DENYING_SUBJECTS = words("neither nobody none no nothing")
DENYING_PREPOSITIONS = words("under in by at on for")
DENYING_NOUNS = words(
    """circumstance condition case way means point time account event mean stage price term
    pretext"""
)
# Verbs that only say at which point an act stands: "is going to accept", "came to accept".
ASPECT = words("continue begin start keep go come proceed be use remain maintain move")
SUBJECTS = ("nsubj", "nsubjpass")
MAX_CONJUNCTS = 40


def denial_of(predicate: Token) -> Token | None:
    """The word that denies a predicate, its own or that of the verb it is joined to."""
    for _ in range(MAX_CONJUNCTS):
        for child in predicate.children:
            found = denying(child)
            if found is not None:
                return found
        above = _no_way(predicate)
        if above is not None or not _shares_denial(predicate):
            return above
        predicate = predicate.head
    return None


def is_negated(predicate: Token) -> bool:
    """Whether a predicate is denied."""
    return denial_of(predicate) is not None


def is_flatly_denied(predicate: Token) -> bool:
    """Whether a denial leaves no room: "never", "under no circumstances", "neither A nor B"."""
    flat = any(
        child.text.lower() == "never"
        or _denying_phrase(child, "no") is not None
        or (child.dep in SUBJECTS and any(c.text.lower() == "neither" for c in child.children))
        for child in predicate.children
    )
    return flat or (is_negated(predicate) and bool(under_any(predicate)))


def has_none(predicate: Token) -> bool:
    """Whether the denial stands with the object of a verb: "will release no further loan".

    So does that of "there will be no loan".
    """
    there = any(c.dep == "expl" for c in predicate.children)
    objects = [c for c in predicate.children if c.dep == "dobj" or (there and c.dep == "attr")]
    return any(g.dep == "det" and g.text.lower() == "no" for o in objects for g in o.children)


def under_any(predicate: Token) -> list[Token]:
    """The words "under any circumstances" below a predicate, directly or on its object."""
    near = [*predicate.children, *(g for c in predicate.children for g in c.children)]
    return [t for child in near if _denying_phrase(child, "any") for t in child.subtree()]


def denying(child: Token) -> Token | None:
    """The word at or below a child of a predicate that denies the predicate."""
    low, below = child.text.lower(), child.children
    if child.dep == "neg" or (child.dep in ("advmod", "cc", "preconj") and low in NEGATIONS):
        return child
    if child.dep == "advmod" and low in HARDLY:
        return child
    if child.dep in SUBJECTS and low in DENYING_SUBJECTS:
        return child
    if child.dep in SUBJECTS:
        return next((c for c in below if c.text.lower() in ("neither", "no")), None)
    if child.dep == "advmod" and low in ("longer", "more"):
        return next((c for c in below if c.text.lower() == "no"), None)
    # "At no point did it accept" may hang on the auxiliary.
    phrases = below if child.dep == "aux" else [child]
    return next((no for c in phrases if (no := _denying_phrase(c, "no"))), None)


def _denying_phrase(child: Token, word: str) -> Token | None:
    """The "no" of a preposition that leads to "no circumstances", "no case", "no means"."""
    if child.dep not in ("prep", "advmod", "agent"):
        return None
    if child.text.lower() not in DENYING_PREPOSITIONS:
        return None
    for noun in child.children:
        if noun.dep == "pobj" and noun.lemma.lower() in DENYING_NOUNS:
            return next((c for c in noun.children if c.text.lower() == word), None)
    return None


def denies_somewhere(tokens: Sequence[Token]) -> bool:
    """Whether "under no circumstances" or the like stands in these words, whatever the parse."""
    return any(
        one.text.lower() in DENYING_PREPOSITIONS
        and two.text.lower() == "no"
        and three.lemma.lower() in DENYING_NOUNS
        for one, two, three in zip(tokens, tokens[1:], tokens[2:], strict=False)
    )


def _no_way(verb: Token) -> Token | None:
    """The "no" of "there is no way that it will accept"."""
    noun = verb.head
    if verb.dep not in ("relcl", "acl", "ccomp") or noun.lemma not in DENYING_NOUNS:
        return None
    return next((c for c in noun.children if c.text.lower() == "no"), None)


def _shares_denial(verb: Token) -> bool:
    """Whether a verb stands under the denial of the one before: "did not accept or endorse"."""
    if verb.dep == "xcomp" and verb.head.lemma in ASPECT:
        return True  # "is not going to accept"
    if verb.dep != "conj" or verb.head.pos not in ("VERB", "AUX", "ADJ"):
        return False
    if any(c.dep in ("nsubj", "nsubjpass", "aux") for c in verb.children):
        return False
    joined = [c.lemma for c in (*verb.head.children, *verb.children) if c.dep == "cc"]
    return any(word in ("or", "nor") for word in joined)
