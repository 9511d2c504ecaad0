"""Clauses that an aside interrupts: "is ready, he said, to leave" goes on behind it."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.language.parse import Token
from onrecord.positions.wording import words

ASIDES = words("say add tell insist note declare argue explain stress warn reply state maintain")
# What goes on behind an aside. "Would hold talks, he said, after they left" may tell when he spoke.
GOING_ON = words("if unless until till once provided providing")


def parts_of(predicate: Token) -> Iterator[Token]:
    """Yield what hangs on a predicate, and what the parser hung on an aside that breaks in."""
    yield from predicate.children
    clause = predicate.head if predicate.dep == "acomp" else predicate
    aside = _aside(clause)
    if aside is not None:
        yield from _behind(aside, clause, own=clause is predicate)
    elif clause is not predicate:
        yield from (c for c in clause.children if _is_led_by_aside(c))


def _behind(aside: Token, clause: Token, *, own: bool) -> Iterator[Token]:
    """Yield the infinitives and conditions behind the comma that closes an aside.

    What hangs on the clause itself is left out where it is the predicate's own.
    """
    comma = min((c.i for c in _near(aside) if c.text == "," and c.i > aside.i), default=None)
    for child in (*aside.children, *(() if own else clause.children)):
        if comma is None or child.i < comma:
            continue
        infinitive = any(c.tag == "TO" for c in child.children)
        hangs = any(c.text.lower() in GOING_ON for c in child.children)
        if (child.dep == "xcomp" and infinitive) or (
            child.dep == "advcl" and (infinitive or hangs)
        ):
            yield child


def _aside(clause: Token) -> Token | None:
    """The "he said" between commas within a clause or behind it."""
    below = [c for c in clause.children if c.dep == "parataxis"]
    above = [clause.head] if clause.dep == "ccomp" and clause.i < clause.head.i else []
    for verb in (*below, *above):
        commas = [c.i for c in _near(verb) if c.text == ","]
        if verb.lemma in ASIDES and any(clause.i < i < verb.i for i in commas):
            return verb
    return None


def _is_led_by_aside(child: Token) -> bool:
    """Whether an infinitive has the aside before it hung below itself."""
    asides = [c for c in child.children if c.dep == "parataxis" and c.lemma in ASIDES]
    return any(c.tag == "TO" and a.i < c.i for a in asides for c in child.children)


def _near(aside: Token) -> tuple[Token, ...]:
    return (*aside.children, *aside.head.children)
