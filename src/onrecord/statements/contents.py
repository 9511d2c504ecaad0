"""What a reporting verb's content is, in each of the frames that its cue allows."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.language.parse import Token
from onrecord.statements.cues import (
    CALENDAR,
    LISTENER,
    OBJECT_PREPOSITIONS,
    POLLS,
    QUOTING,
    WITH_OBJECT,
    Cue,
)
from onrecord.statements.ranges import Range
from onrecord.statements.speakers import resumed, subject_of
from onrecord.statements.verbs import is_passive


def content_of(verb: Token, cue: Cue) -> tuple[str, tuple[Range, ...], Token | None] | None:
    """The rule, the content and the preposition that belongs to the cue; None: no content."""
    particle = verb.child("prt")
    if "out" in cue.frames and not (particle is not None and particle.lemma == "out"):
        return None
    for rule, read in READINGS:
        if content := read(verb, cue):
            return rule, content, None
    for child in verb.children:
        fits = child.dep in ("prep", "prt", "agent") and child.lemma in cue.frames
        if fits and child.i > verb.i and (what := _prepositional(verb, child)):
            return "preposition", what, child
    return None


def _clause(verb: Token, cue: Cue) -> tuple[Range, ...]:
    """The reported clause: a complement, or the clause in which the verb stands in brackets."""
    if "clause" not in cue.frames:
        return ()
    for child in verb.children:
        if child.dep == "ccomp" and not _is_quoted_name(child):
            parts = [child]
            if child.i > verb.i:
                parts += [c for c in verb.children if c.i > child.i and _is_condition(c)]
            if verb.lemma not in LISTENER:
                parts += [c for c in verb.children if c.dep == "dobj" and verb.i < c.i < child.i]
            start, end = _before_participle(child, reach_of(parts))
            return ((max(start, _after_date(verb, child)), end),)
    if verb.lemma in LISTENER and (told := _told_apart(verb)) is not None:
        return (reach_of([told]),)
    if verb.dep == "parataxis":
        outer, own = verb.head.subtree(), {t.i for t in verb.subtree()}
        return _runs([t for t in outer if t.i not in own])
    return ()


def _told_apart(verb: Token) -> Token | None:
    """The clause that a parser hangs on who listens: "warned owners that the channel silts up".

    Its "that" is none of its own subjects: "warned owners that let their boats rot" holds none.
    """
    heard = [c for c in verb.children if c.dep in ("dobj", "agent", "prep") and c.i > verb.i]
    for token in (t for c in heard for t in c.subtree()):
        if token.dep in ("relcl", "acl") and _leads_in(token):
            return token
    return None


def _leads_in(clause: Token) -> bool:
    """Whether a clause opens with a "that" and has a subject besides."""
    that = clause.subtree()[0]
    return that.lemma == "that" and any(
        c.dep in ("nsubj", "nsubjpass") and that.i < c.i < clause.i for c in clause.children
    )


# Verbs of "is said to …", whose subject is spoken of and speaks not.
IMPERSONAL = frozenset(("say", "report", "believe", "think", "allege", "understand"))


def _hearsay(verb: Token, cue: Cue) -> tuple[Range, ...]:
    """The subject and infinitive of "the port is said to be closed"."""
    if cue.lemma not in IMPERSONAL:
        return ()
    subject, infinitive = verb.child("nsubjpass"), verb.child("xcomp")
    if not is_passive(verb) or subject is None or infinitive is None or not _has_to(infinitive):
        return ()
    return reach_of([subject]), reach_of([infinitive])


def _after_date(verb: Token, clause: Token) -> int:
    """Where the clause begins behind a date that belongs to the verb: "said on Monday it …"."""
    tokens = [t for t in clause.subtree() if t.i > verb.i]
    at = 0
    while at + 1 < len(tokens) and tokens[at].lemma in CALENDAR:
        if tokens[at].lemma in ("on", "in") and tokens[at + 1].lemma not in CALENDAR:
            break
        at += 1
    return tokens[at].start if at and tokens else 0


def _is_condition(child: Token) -> bool:
    """Whether an adverbial clause is part of what is said: "… would stop if the guns did"."""
    return child.dep == "advcl" and any(
        c.dep == "mark" and c.lemma in ("if", "unless", "until", "because") for c in child.children
    )


def _is_aside(token: Token) -> bool:
    """Whether a clause is the writer's: ", even as the guns went on", ", while others left"."""
    if token.dep != "advcl":
        return False
    marks = [c for c in token.children if c.dep == "mark" and c.lemma in ("as", "while", "though")]
    return bool(marks) and any(
        c.text == "," and 0 < marks[0].i - c.i <= 2 for c in token.head.children
    )


def _before_participle(clause: Token, reach: Range) -> Range:
    """The clause up to ", adding that …" or "and warned …": the speaker goes on, no other."""
    for token in clause.subtree():
        if token.i > clause.i and _is_aside(token):
            first = min(t.start for t in token.subtree())
            if reach[0] < first < reach[1]:
                return reach[0], first
        if token.i <= clause.i or token.lemma not in QUOTING:
            continue
        goes_on = token.dep == "advcl" and token.tag == "VBG"
        if goes_on or resumed(token) is not None:
            first = min(t.start for t in token.subtree())
            if not goes_on:
                first = min([first, *(c.start for c in token.head.children if c.dep == "cc")])
            if reach[0] < first < reach[1]:
                return reach[0], first
    return reach


def _is_quoted_name(child: Token) -> bool:
    return child.pos in ("PROPN", "PUNCT")


def _infinitive(verb: Token, cue: Cue) -> tuple[Range, ...]:
    """An infinitive with "to", from the object that it is said of."""
    if "to" not in cue.frames:
        return ()
    for child in verb.children:
        if child.dep in ("xcomp", "ccomp", "advcl") and child.i > verb.i and _has_to(child):
            if child.dep == "advcl" and cue.group not in ("demand", "commitment"):
                continue
            before = [c for c in verb.children if c.dep == "dobj" and verb.i < c.i < child.i]
            keep = before if verb.lemma not in LISTENER or cue.group == "demand" else []
            start, end = reach_of([*keep, child])
            return ((max(start, verb.end), end),)
    return ()


def _has_to(child: Token) -> bool:
    return any(c.dep == "aux" and c.tag == "TO" for c in child.children)


def _object(verb: Token, cue: Cue) -> tuple[Range, ...]:
    """What an attitude is about: the object, with what is said of it; a passive's subject.

    A finding's object counts where a poll or a document finds it.
    """
    if "object" not in cue.frames:
        head, _ = subject_of(verb)
        if "poll" not in cue.frames or head is None or head.lemma not in POLLS:
            return ()
    if is_passive(verb):
        subject = verb.child("nsubjpass")
        return (reach_of([subject]),) if subject and verb.child("agent") else ()
    things = [
        c
        for c in verb.children
        if c.i > verb.i and (c.dep in ("dobj", "oprd") or (c.dep == "xcomp" and c.tag == "VBG"))
    ]
    if not any(c.dep in ("dobj", "xcomp") for c in things) and verb.lemma in WITH_OBJECT:
        things += [c for c in verb.children if c.dep == "ccomp" and c.i > verb.i]
    if things and verb.lemma in WITH_OBJECT:
        things += [
            c
            for c in verb.children
            if (c.dep in ("prep", "advcl") and _links(c) and c.i > things[0].i)
            or (c.dep in ("xcomp", "oprd", "ccomp") and c.i > verb.i)
        ]
    return (reach_of(things),) if things else ()


def _links(child: Token) -> bool:
    """Whether a phrase says what the object is blamed for, called or taken as."""
    if child.dep == "prep":
        return child.lemma in OBJECT_PREPOSITIONS
    return any(c.dep == "mark" and c.lemma == "as" for c in child.children)


def _prepositional(verb: Token, preposition: Token) -> tuple[Range, ...]:
    """What stands after the preposition, with an infinitive that follows ("called on X to …")."""
    inside = [c for c in preposition.children if c.dep in ("pobj", "pcomp")]
    if not inside:
        return ()
    inside += [
        c for c in verb.children if c.dep in ("xcomp", "advcl") and c.i > inside[0].i and _has_to(c)
    ]
    return (reach_of(inside),)


def reach_of(heads: Sequence[Token]) -> Range:
    """The characters from the first to the last token below these heads."""
    tokens = [t for head in heads for t in head.subtree()]
    return min(t.start for t in tokens), max(t.end for t in tokens)


def _runs(tokens: Sequence[Token]) -> tuple[Range, ...]:
    """The ranges of neighbouring tokens."""
    found: list[Range] = []
    last = -2
    for token in tokens:
        if token.i == last + 1:
            found[-1] = (found[-1][0], token.end)
        else:
            found.append((token.start, token.end))
        last = token.i
    return tuple(found)


# How a verb can carry content, the surest first.
READINGS = (
    ("clause", _clause),
    ("impersonal", _hearsay),
    ("to", _infinitive),
    ("object", _object),
)
