"""What keeps words from being a position: guesses, wishes of others, questions, mere plans."""

from __future__ import annotations

from onrecord.language.parse import Token
from onrecord.positions.wording import words

HYPOTHETICAL_MARKS = words("if whether unless should in")
GUESSING_AUX = words("may might could can should")
# Predicates above a verb that make it a guess or somebody's plan: "is unlikely to accept".
GUESSES = frozenset(
    [
        "likely",
        "unlikely",
        "expect",
        "suppose",
        "seem",
        "appear",
        "predict",
        "speculate",
        "hope",
        "fear",
        "believe",
        "suspect",
        "bet",
        "sure",
        "certain",
        "possible",
        "impossible",
        "pressure",
        "force",
        "oblige",
        "compel",
        "convince",
        "persuade",
        "afraid",
        "plan",
        "intend",
        "aim",
        "try",
        "attempt",
        "mean",
        "fail",
        "reluctant",
        "tempt",
        "want",
        "wish",
        "think",
        "imagine",
        "doubt",
        "wonder",
        "if",
    ]
)
MAX_CONJUNCTS = 40
DOUBTFUL_MARKS = words("if whether unless until till before once provided providing lest")
RUMOURS = words(
    """report claim rumor rumour allegation suggestion notion idea speculation fear hope accusation
    perception impression myth suspicion concern possibility chance prospect"""
)
ASPECT = words("continue begin start keep go come proceed be use remain maintain move")


def is_hypothetical(verb: Token, *, in_words: bool) -> bool:
    """Whether a verb tells a possibility. In a party's own words "would" tells its will."""
    for child in verb.children:
        low = child.text.lower()
        if child.dep == "mark" and low in DOUBTFUL_MARKS:
            return True
        if child.dep == "aux" and child.lemma in GUESSING_AUX:
            return True
        if (
            child.dep == "aux"
            and low in ("would", "’d", "'d", "will", "’ll", "'ll")
            and not in_words
        ):
            return True
        if child.dep == "advmod" and low in ("if", "perhaps", "maybe", "possibly", "when", "how"):
            return True
        if child.dep == "advmod" and child.lemma in ("likely", "unlikely", "probably"):
            return True
    soon = verb.dep == "advcl" and verb.head.lemma == "soon"  # "as soon as it accepts"
    return soon or _is_question(verb)


def is_governed(verb: Token) -> bool:
    """Whether another predicate above decides what the verb is worth ("urged it to accept")."""
    for _ in range(MAX_CONJUNCTS):
        if verb.dep != "conj" or verb.head.pos not in ("VERB", "AUX") or _has_subject(verb):
            break
        verb = verb.head
    infinitive = _is_infinitive(verb)
    if verb.dep == "xcomp" or (verb.dep in ("acl", "pcomp") and infinitive):
        return verb.head.lemma not in ASPECT
    if verb.dep in ("ccomp", "advcl") and infinitive:
        return True
    wished = verb.tag == "VB" and not _has_aux(verb)  # "demands that it accept"
    return verb.dep == "ccomp" and (wished or verb.head.lemma in GUESSES)


def is_rumour(verb: Token) -> bool:
    """Whether a clause only says what a report, a claim or a fear is about."""
    return (
        verb.dep in ("acl", "relcl", "ccomp")
        and verb.head.pos == "NOUN"
        and verb.head.lemma in RUMOURS
    )


def is_advice(token: Token) -> bool:
    """Whether "I would" or "we would" tells what one would do in another's place."""
    would = any(c.dep == "aux" and c.lemma == "would" for c in token.children)
    first = any(c.text.lower() in ("i", "we") for c in token.children if c.dep == "nsubj")
    return would and first and not any(c.dep == "neg" for c in token.children)


def _is_question(verb: Token) -> bool:
    return verb.dep == "ROOT" and any(c.text == "?" for c in verb.children)


def _is_infinitive(verb: Token) -> bool:
    return any(c.tag == "TO" for c in verb.children)


def _has_aux(verb: Token) -> bool:
    return any(c.dep in ("aux", "auxpass") for c in verb.children)


def _has_subject(verb: Token) -> bool:
    return any(c.dep in ("nsubj", "nsubjpass") for c in verb.children)
