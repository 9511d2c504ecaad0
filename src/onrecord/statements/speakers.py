"""Who stands as the source of a reporting verb, read off the dependency parse."""

from __future__ import annotations

from onrecord.language.parse import Token
from onrecord.statements.cues import (
    ABSTRACT_ENDINGS,
    ABSTRACT_NOUNS,
    COLLECTIVES,
    POLLS,
    QUOTING,
)
from onrecord.statements.ranges import Range
from onrecord.statements.vocabulary import words

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
# Subjects that nobody stands behind.
EMPTY = words(
    "there what nothing nobody this which that you one",
)
MAX_CHAIN = 6  # a longer chain of verbs without a subject is a misparse


def source_of(verb: Token) -> tuple[Range | None, Token | None]:
    """The characters of the source and its head word; (None, None) where nobody is named."""
    if verb.tag == "VBN" and verb.child("auxpass", "nsubjpass", "agent") is not None:
        agent = verb.child("agent")
        named = agent.child("pobj") if agent else None
        return (phrase(named), named) if named else (None, None)
    if verb.tag == "VBN" and verb.child("aux") is None and verb.dep in ("advcl", "acl"):
        return None, None  # "Asked about it, she left": the subject is the one who was asked
    head, governor = subject_of(verb)
    if head is None:
        return None, None
    limit = governor.i if head.i < governor.i else None
    return phrase(head, before=limit, after=None if limit else governor.i), head


def subject_of(verb: Token) -> tuple[Token | None, Token]:
    """The word that heads the source of a verb, and the verb that it stands with.

    A verb without its own subject takes that of the verb it is joined to, depends on as a
    participle ("…, saying that") or completes ("refused to say").
    """
    for _ in range(MAX_CHAIN):
        own = next((c for c in verb.children if c.dep in SUBJECTS and c.pos != "PUNCT"), None)
        if own is not None:
            return own, verb
        if verb.head is verb:
            break
        outer = _outer(verb)
        if outer is not None:
            verb = outer
            continue
        if verb.dep in ("acl", "relcl"):
            named = verb.dep == "acl" and verb.tag == "VBG"
            return (verb.head if named and verb.head.pos in NOMINAL else None), verb
        listener = verb.head.child("dobj", "dative") if verb.dep == "xcomp" else None
        if listener is not None and verb.tag == "VB" and verb.head.i < listener.i < verb.i:
            return listener, verb
        if (accused := _accused(verb)) is not None:
            return accused, verb.head
        if not _borrows(verb):
            break
        above = verb.head
        verb = above.head if above.dep == "prep" or above.pos == "ADP" else above
    return None, verb


DOCUMENTS = words("statement letter message note post tweet memo release communiqué report")
NOMINAL = ("NOUN", "PROPN", "PRON")


def _accused(verb: Token) -> Token | None:
    """The mayor of "accused the mayor of telling residents that …"; None where nobody is."""
    leads = verb.head
    if verb.dep != "pcomp" or leads.lemma not in ("of", "for"):
        return None
    # Parsers hang "of" on the verb or on its object.
    above = leads.head if leads.head.lemma in ACCUSING else leads.head.head
    blamed = above.child("dobj") if above.lemma in ACCUSING else None
    return blamed if blamed is not None and blamed.i < leads.i else None


ACCUSING = words(
    "accuse blame criticise criticize condemn denounce suspect chide praise fault attack slam",
    "thank credit commend applaud laud hail rebuke scold mock deride forgive sue arrest fire",
)


def _outer(verb: Token) -> Token | None:
    """The verb whose speaker goes on in this one, past the nearer noun or clause; None: none."""
    if verb.lemma not in QUOTING:
        return None
    if (outer := resumed(verb)) is not None:
        return outer
    if verb.tag == "VBG" and verb.dep == "advcl":
        return _reporting_above(verb.head)
    noun = verb.head
    if verb.dep == "acl" and noun.lemma in DOCUMENTS and noun.dep == "dobj":
        return noun.head  # "issued a statement saying": the issuer says it
    if verb.tag == "VBG" and verb.dep == "acl" and _after_comma(verb):
        governor = next((t for t in verb.head.ancestors() if t.pos in ("VERB", "AUX")), None)
        if governor is not None:
            return _reporting_above(governor) or governor
    return None


def resumed(verb: Token) -> Token | None:
    """The outer verb of speech that a joined one goes on from: "said the talks … and warned".

    Parsers join "warned" to the nearest verb; where that one's subject cannot speak, the joined
    verb is the reporter's.
    """
    if verb.dep != "conj" or verb.child(*SUBJECTS) is not None or verb.tag not in FINITE:
        return None
    inner = verb.head.child(*SUBJECTS)
    if inner is None or can_speak(antecedent(inner)):
        return None
    outer = _reporting_above(verb.head)
    return outer if outer is not None and outer.i < verb.head.i else None


FINITE = ("VBD", "VBZ", "VBP")


def can_speak(head: Token) -> bool:
    """Whether a noun can hold an attitude: no line, no proposal, no event."""
    if head.lemma in EMPTY:
        return False
    if head.pos in ("PRON", "PROPN") or head.ent in ("PERSON", "ORG", "GPE", "NORP"):
        return True
    if head.lemma in COLLECTIVES or head.lemma in POLLS:
        return True
    return head.lemma not in ABSTRACT_NOUNS and not head.lemma.endswith(ABSTRACT_ENDINGS)


def _after_comma(verb: Token) -> bool:
    """Whether a comma sets a participle off: it then goes on from the main verb, not the noun."""
    return any(c.text == "," and c.i == verb.i - 1 for c in (*verb.head.children, *verb.children))


def _borrows(verb: Token) -> bool:
    """Whether a verb without a subject has that of the verb above it.

    A full clause has its own; "to press its claim" is a purpose and reports nothing.
    """
    if verb.dep == "ccomp":
        return verb.tag in ("VB", "VBG")
    if verb.dep == "advcl":
        return verb.tag != "VB"
    return verb.dep in ("conj", "xcomp", "pcomp", "dep")


def _reporting_above(verb: Token) -> Token | None:
    """The verb of speech in whose reported clause a verb stands: "X said Y had left, adding …"."""
    while verb.dep in ("ccomp", "xcomp", "conj") and verb.head is not verb:
        if verb.dep == "ccomp" and verb.head.lemma in QUOTING:
            return verb.head
        verb = verb.head
    return None


def phrase(head: Token, *, before: int | None = None, after: int | None = None) -> Range:
    """The whole noun phrase of a head: titles, appositions, relative clauses and all.

    It ends before the token `before` and starts after the token `after`, should the parse run
    past the verb that it belongs to.
    """
    tokens = [
        t
        for t in head.subtree()
        if (before is None or t.i < before) and (after is None or t.i > after)
    ]
    at = next(n for n, t in enumerate(tokens) if t is head)
    first = last = at
    while first > 0 and tokens[first - 1].i == tokens[first].i - 1:
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1].i == tokens[last].i + 1:
        last += 1
    return tokens[first].start, tokens[last].end


def antecedent(head: Token) -> Token:
    """The word that a relative pronoun stands for ("the envoy, who said …"), or the word itself."""
    if head.tag in ("WP", "WDT") and head.head.dep == "relcl":
        return head.head.head
    return head
