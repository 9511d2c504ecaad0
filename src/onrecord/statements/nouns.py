"""Statements carried by a noun or an adjective: "its demand that …", "is ready to …"."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.language.parse import Token
from onrecord.statements.cues import ADJECTIVES, NOUNS, Group, cues_of
from onrecord.statements.direct import Page
from onrecord.statements.draft import Draft
from onrecord.statements.ranges import Range, without
from onrecord.statements.speakers import SUBJECTS, phrase, subject_of
from onrecord.statements.verbs import cue_words, is_negated, modal_of
from onrecord.statements.vocabulary import words

COPULAS = frozenset(("be", "remain", "seem", "appear", "sound", "feel", "’s", "'s"))
FIRST_PERSON = words(
    "i we my our you your it there this that",
)


def find_nouns(page: Page) -> Iterator[Draft]:
    """Yield a draft for every noun of the lexicon that has both an owner and a content."""
    for token in page.readable():
        if token.pos == "NOUN" and token.lemma in NOUNS:
            group, frames = NOUNS[token.lemma]
            owner = _owner(token)
            content = _content(token, frames) or _told_apart(token, frames)
            if content and (owner or _is_unowned(token)):
                cue = (token.start, token.end)
                yield _draft(token, group, "noun", owner, cue, content)


def _told_apart(noun: Token, frames: frozenset[str]) -> tuple[Range, ...]:
    """The "that" clause behind who makes the claim: "a warning from the guard that ice forms".

    Parsers hang it on the nearer noun. A "that" which is itself subject or object of its clause
    tells which warning is meant, not what it says.
    """
    if "that" not in frames:
        return ()
    for child in noun.children:
        if child.dep != "prep" or child.i < noun.i or child.lemma not in OWNING:
            continue
        for token in child.subtree():
            if token.pos == "VERB":
                break  # "reports by guards who say that …": the nearer verb's clause
            if token.i - noun.i <= MAX_APART and token.lemma == "that" and token.dep == "mark":
                verb = token.head
                return ((token.start, _reach(verb)[1]),) if verb.i > token.i else ()
    return ()


OWNING = frozenset(("by", "from", "among", "of", "in"))
MAX_APART = 14  # tokens between a noun and its clause: the longest names of bodies fit
# What people feel is reported without saying who: "amid fears that …", "there were claims that".
UNOWNED = words("fear claim hope report suggestion allegation warning concern")


def _is_unowned(noun: Token) -> bool:
    """Whether a noun reports though nobody is named: "amid fears that the dam may break".

    What is dismissed or denied is the content of that: "dismissed claims that …".
    """
    answered = noun.dep == "dobj" and bool(cues_of(noun.head.lemma))
    owned = noun.child("poss") is not None
    return noun.tag == "NNS" and noun.lemma in UNOWNED and not answered and not owned


def _owner(noun: Token) -> Range | None:
    """Whose demand it is: a possessive before it, or "by", "from" after it."""
    possessive = noun.child("poss")
    if possessive is not None:
        if possessive.lemma in FIRST_PERSON:
            return None
        start, end = phrase(possessive, before=noun.i)
        mark = possessive.child("case")
        return start, (mark.start if mark is not None else end)
    for child in noun.children:
        if child.dep == "prep" and child.i > noun.i and child.lemma in OWNING - {"of"}:
            named = child.child("pobj")
            if named is None or (child.lemma == "in" and named.ent not in ("ORG", "WORK_OF_ART")):
                continue
            clause = next((t for t in named.subtree() if t.dep == "mark"), None)
            return phrase(named, before=clause.i if clause is not None else None)
    return None


def _content(head: Token, frames: frozenset[str]) -> tuple[Range, ...]:
    """What hangs on a noun or adjective in one of its frames."""
    for child in head.children:
        if child.i < head.i:
            continue
        if child.dep in ("acl", "xcomp", "ccomp", "relcl"):
            has_to = any(c.tag == "TO" for c in child.children)
            has_that = any(c.dep == "mark" and c.lemma == "that" for c in child.children)
            has_that = has_that or _leads_in(child)
            if (has_to and "to" in frames) or (has_that and "that" in frames):
                return (_reach(child),)
            if child.dep == "ccomp" and "that" in frames and not has_to:
                return (_reach(child),)
        if child.dep == "prep" and child.lemma in frames:
            inner = child.child("pobj", "pcomp")
            if inner is not None:
                return (_reach(inner),)
    return ()


def _leads_in(clause: Token) -> bool:
    """Whether a clause tells what a noun says though a parser takes its "that" for a pronoun.

    A pronoun is subject or object of its clause: "the claim that divided them", "that he made".
    """
    that = clause.subtree()[0]
    own = any(c.dep in SUBJECTS and that.i < c.i < clause.i for c in clause.children)
    is_object = clause.dep == "relcl" and that.dep == "dobj" and that.tag == "WDT"
    return that.lemma == "that" and own and not is_object


def _reach(head: Token) -> Range:
    tokens = head.subtree()
    return tokens[0].start, tokens[-1].end


def find_adjectives(page: Page) -> Iterator[Draft]:
    """Yield a draft for every "is ready to …", "remains opposed to …" with its subject."""
    for token in page.readable():
        verb = token.head
        if token.lemma not in ADJECTIVES and token.text.lower() not in ADJECTIVES:
            continue
        described = token.dep == "acomp" and verb.lemma in COPULAS
        passive = token.dep == "ROOT" and token.child("auxpass") is not None
        crosses = page.quotation_at(token.start) is not page.quotation_at(verb.start)
        if crosses or not (described or passive):
            continue
        group, frames = ADJECTIVES.get(token.text.lower()) or ADJECTIVES[token.lemma]
        content = _content(token, frames)
        copula = verb if token.dep == "acomp" else token
        head, governor = subject_of(copula)
        if head is None or not content or head.lemma in FIRST_PERSON or is_negated(copula):
            continue
        source = phrase(head, before=governor.i if head.i < governor.i else None)
        start, _ = cue_words(copula)
        yield _draft(token, group, "adjective", source, (start, token.end), content)


def _draft(
    head: Token,
    group: Group,
    rule: str,
    source: Range | None,
    cue: Range,
    content: tuple[Range, ...],
) -> Draft:
    sources = (source,) if source else ()
    return Draft(
        source=sources,
        cue=(cue,),
        content=without(content, (cue, *sources)),
        rule=rule,
        group=group,
        lemma=head.lemma,
        at=head.i,
        modal=modal_of(head.head) if rule == "adjective" else "",
    )
