"""What a position hangs on: "only after B", "unless B", "as a precondition for A".

Each reader looks at a predicate and yields links between what is held back and what is needed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from onrecord.language.parse import Token
from onrecord.positions.denials import has_none, is_negated
from onrecord.positions.granting import asked_first
from onrecord.positions.interrupted import parts_of
from onrecord.positions.phrases import (
    PROVIDED,
    Phrase,
    coordinated,
    fitting_conditions,
    follows_provided,
    has_subject,
    is_infinitive,
    is_on_condition,
    phrase_of,
)
from onrecord.positions.wording import words

Kind = Literal["only_after", "if", "unless", "until", "as_long_as", "in_exchange_for"]
Timing = Literal["before", "with"]

CONTINGENT = words("contingent conditional dependent depend hinge condition")
REFUSING = words("refuse decline reject rule unwilling")
IF_MARKS: dict[str, tuple[Kind, Timing]] = {
    "if": ("if", "before"),
    "once": ("only_after", "before"),
    "after": ("only_after", "before"),
    "unless": ("unless", "before"),
    "until": ("until", "before"),
    "till": ("until", "before"),
    "provided": ("if", "before"),
    "providing": ("if", "before"),
}
AT_ONCE = words("simultaneously alongside")
PRECONDITIONS = words("precondition prerequisite condition")


@dataclass(frozen=True, slots=True)
class Link:
    """One thing needed: its phrase, how it is put, and where it stands.

    `held_back` is the phrase that waits for it where that is not the position's own matter
    ("B before it considers A"); None: the position itself waits. `turns` is False where a refusal
    stays one for now ("rejected A, saying that B must come first"). `ends`: the position holds up
    to then, and nothing waits ("will keep A until B").
    """

    kind: Kind
    timing: Timing
    needed: Phrase
    group: int
    first: int
    last: int
    held_back: Phrase | None = None
    turns: bool = True
    ends: bool = False


def links_at(predicate: Token, *also: Token) -> list[Link]:
    """The conditions of a predicate and of the clauses below it, in text order."""
    asked = asked_first(predicate)
    found = list(_needs("if", "before", asked, 0, asked.i)) if asked is not None else []
    refused = is_negated(predicate) or has_none(predicate) or predicate.lemma in REFUSING
    clauses = [c for p in dict.fromkeys((predicate, *also)) for c in _clauses(p)]
    for clause in dict.fromkeys(clauses):
        refused = refused or is_negated(clause)
        for child in parts_of(clause):
            found.extend(_clause_link(child, clause, refused=refused, group=len(found)))
            found.extend(_preposition_link(child, clause, refused=refused, group=len(found)))
    for child in _hung_above(predicate):
        found.extend(_provided(child, len(found)))
    for verb in dict.fromkeys((predicate, *also)):
        found.extend(_with_conditions(verb, len(found)))
    return sorted(found, key=lambda k: (k.first, k.last))


def _with_conditions(predicate: Token, group: int) -> Iterator[Link]:
    """Yield conditions that are told of and not told: "accepted it but attached conditions"."""
    objects = [c for c in predicate.children if c.dep in ("dobj", "prep")]
    preps = [c for o in (predicate, *objects) for c in o.children if c.dep == "prep"]
    verbs = [c for c in predicate.children if c.lemma in SETTING and not has_subject(c)]
    for above in (*(p for p in preps if p.lemma == "with"), *verbs):
        for noun in above.children:
            if noun.dep in ("pobj", "dobj") and _is_condition(noun) and not is_negated(above):
                phrase = phrase_of(noun)
                first = min(above.i, phrase.first)
                yield Link("if", "before", phrase, group, first, max(above.i + 1, phrase.last))


def _is_condition(noun: Token) -> bool:
    """Whether a noun stands for what has to be met, not for how things are."""
    told = any(c.text.lower() in ("no", "any", "without") for c in noun.children)
    state = any(c.dep == "prep" and c.lemma in ("in", "of", "at") for c in noun.children)
    return noun.lemma in CONDITIONS and not told and not state


CONDITIONS = words("condition precondition caveat string reservation")
SETTING = words(
    "attach add set harden toughen stiffen tighten impose name list soften ease change keep"
)


def _hung_above(predicate: Token) -> Iterator[Token]:
    """Yield "provided …" behind a clause that is told, where the parser hung it on the telling."""
    if predicate.dep == "ccomp":
        for child in predicate.head.children:
            if child.i > predicate.i and child.text.lower() in PROVIDED:
                yield child


def _clauses(predicate: Token) -> Iterator[Token]:
    """Yield a predicate and the complements below it: conditions are hung on any of them."""
    yield predicate
    # "Offered on Monday to lift it in exchange for …": an infinitive that the parser hung loosely.
    stack = [
        c
        for c in predicate.children
        if c.dep in COMPLEMENTS or (c.dep == "advcl" and is_infinitive(c))
    ]
    depth = 0
    while stack and depth < 12:
        token = stack.pop(0)
        depth += 1
        yield token
        stack.extend(c for c in token.children if c.dep in COMPLEMENTS)


COMPLEMENTS = words("xcomp ccomp dobj acomp attr prep pobj pcomp nsubjpass acl conj prt advmod")


def _clause_link(child: Token, clause: Token, *, refused: bool, group: int) -> Iterator[Link]:
    """Yield the condition that an adverbial clause states."""
    if child.dep not in ("advcl", "ccomp", "relcl", "acl"):
        return
    if child.dep == "advcl" and child.tag == "VBG":
        yield from _must_come_first(child, group)
        return
    yield from _provided(child, group)
    if _is_inverted(child):
        yield from _needs("if", "before", child, group, child.i)
        return
    if _as_long(child):
        first = min(t.i for t in (child.head, *child.head.children))
        yield from _needs("as_long_as", "with", child, group, first)
        return
    if refused and (lasting := _while_it_lasts(child)) is not None:
        yield from _needs("as_long_as", "with", child, group, lasting.i)
        return
    marks = [c for c in child.children if c.dep in ("mark", "advmod") and c.i < child.i]
    words = [m.text.lower() for m in marks]
    even = words[:1] in (["even"], ["as"]) and not _as_soon(child)  # "even if", "as if"
    kind_timing = next((IF_MARKS[w] for w in words if w in IF_MARKS and not even), None)
    if kind_timing is None and _as_soon(child):
        kind_timing = ("only_after", "before")
    if kind_timing is None and "before" in words and not even:
        yield from _before(child, clause, refused=refused, group=group)
    if kind_timing is None or _is_narrative(child, words, clause, refused=refused):
        return
    kind, timing = kind_timing
    if any(t.lemma in AT_ONCE for t in child.children):
        timing = "with"
    ends = kind == "until" and not refused
    first = marks[0].i if marks else child.i
    if child.head.lemma == "soon" and child.dep == "advcl":
        first = min(first, *(t.i for t in (child.head, *child.head.children)))
    for link in _needs(kind, timing, child, group, first):
        yield replace(link, turns=not ends, ends=ends)


def _must_come_first(child: Token, group: int) -> Iterator[Link]:
    """Yield what "…, saying that B must first be done" asks for."""
    for said in (c for c in child.children if c.dep == "ccomp"):
        must = any(c.dep == "aux" and c.lemma == "must" for c in said.children)
        first = any(t.text.lower() == "first" and t.dep == "advmod" for t in said.subtree())
        if must and first:
            phrase = phrase_of(said)
            first_token = phrase.first
            yield Link("only_after", "before", phrase, group, first_token, phrase.last, turns=False)


def _provided(child: Token, group: int) -> Iterator[Link]:
    """Yield what "provided that" asks for, what "pending" waits for."""
    if follows_provided(child):
        first = min(c.i for c in child.children if c.dep == "mark") - 1
        yield from _needs("if", "before", child, group, first)
    if child.text.lower() == "pending":
        for awaited in (c for c in child.children if c.dep in ("pobj", "dobj")):
            yield from _needs("until", "before", awaited, group, child.i)
    if child.text.lower() in PROVIDED and not has_subject(child):
        for said in (c for c in child.children if c.dep in ("pcomp", "ccomp")):
            yield from _needs("if", "before", said, group, child.i)


def overlooked_kind(token: Token, tokens: Sequence[Token]) -> Kind | None:
    """The kind of condition that begins at this word, by the words alone; None: it begins none.

    `tokens` reach to the end of the sentence. "Only if", "unless", "as long as" and "provided"
    before a clause; a plain "if" may be a question's.
    """
    word = token.text.lower()
    before = [t.text.lower() for t in tokens[max(0, token.i - 2) : token.i]]
    behind = [t.text.lower() for t in tokens[token.i + 1 : token.i + 3]]
    if word == "unless":
        return "unless"
    if word == "if" and before[-1:] == ["only"]:
        return "if"
    if word in ("as", "so") and behind == ["long", "as"]:
        return "as_long_as"
    if word in PROVIDED and not BEING.intersection(before) and not LED.intersection(behind[:1]):
        # "Monitors provided no soldier came along": a clause stands behind.
        finite = any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in tokens[token.i + 1 :])
        return "if" if finite else None
    return None


BEING = words("be is are was were been being has have had")
LED = words("by for with to in from at on under")


def _is_inverted(child: Token) -> bool:
    """Whether a clause is a condition by its order alone: "should it leave", "were it to leave"."""
    if child.dep != "advcl" or any(c.dep == "mark" for c in child.children):
        return False
    first = next((c for c in child.children if c.dep in ("aux", "nsubj", "nsubjpass")), None)
    return first is not None and first.dep == "aux" and first.text.lower() in ("should", "were")


def _as_long(child: Token) -> bool:
    """Whether a clause stands behind "as long as", "so long as"."""
    led = any(c.text.lower() == "as" and c.dep == "mark" for c in child.children)
    return led and child.dep == "advcl" and child.head.text.lower() == "long"


def _while_it_lasts(child: Token) -> Token | None:
    """The "while" of a clause that says how things stand: "will not talk while the siege lasts".

    "Refused, while others agreed" sets beside; there a comma, or what was done, stands.
    """
    marks = [c for c in child.children if c.dep == "mark" and c.text.lower() == "while"]
    if not marks or child.dep != "advcl" or not has_subject(child):
        return None
    if any(c.text == "," and c.i == marks[0].i - 1 for c in child.head.children):
        return None
    being = any(c.dep == "aux" and c.lemma == "be" for c in child.children)
    going_on = child.tag == "VBG" and being
    where = child.lemma == "be" and any(c.dep in ("prep", "advmod") for c in child.children)
    return marks[0] if going_on or where or child.lemma in STANDING else None


STANDING = words("remain last continue stay persist endure stand hold occupy")


def _as_soon(child: Token) -> bool:
    """Whether a clause begins "as soon as" or "as long as", wherever the parser hangs it."""
    own = [c for c in child.children if c.text.lower() == "soon" and c.i < child.i]
    led = any(g.text.lower() == "as" for c in (child, *own) for g in c.children)
    return (bool(own) and led) or (
        child.dep == "advcl"
        and child.head.lemma in ("soon",)
        and any(c.text.lower() == "as" for c in child.children)
    )


def _is_narrative(child: Token, words: list[str], clause: Token, *, refused: bool) -> bool:
    """Whether "after" or "until" only tells when: a condition has "only", a refusal or a will."""
    if any(w in ("if", "unless", "once", "provided", "providing") for w in words):
        return False
    marks = [g for c in child.children if c.dep == "mark" for g in c.children]
    only = any(c.text.lower() == "only" for c in (*child.children, *clause.children, *marks))
    until = any(w in ("until", "till") for w in words)
    if only or (refused and until) or _as_soon(child):
        return False  # "rejected it after they left" tells of a time
    # "Will keep A until B does C" binds itself; "kept A until", "after B did" tell of a time.
    above = clause.head.children if clause.dep == "xcomp" else ()  # "will have to keep it until"
    near = (*clause.children, *above)
    willed = any(c.dep == "aux" and c.text.lower() in WILLED for c in near)
    return not (willed and until and has_subject(child))


WILLED = words("will would wo 'll ’ll 'd ’d shall must should")


def _before(child: Token, clause: Token, *, refused: bool, group: int) -> Iterator[Link]:
    """Yield the link of "B before A": A is held back; under a refusal, B is what is needed."""
    phrase = phrase_of(child)
    if refused:
        yield Link("only_after", "before", phrase, group, phrase.first, phrase.last)
        return
    yield Link("only_after", "before", phrase_of(clause), group, phrase.first, phrase.last, phrase)


def _needs(kind: Kind, timing: Timing, head: Token, group: int, first: int) -> Iterator[Link]:
    """Yield one link per conjunct: "and" adds up, "or" makes alternatives of one group."""
    heads = list(coordinated(head))
    either = any(c.dep == "cc" and c.lemma == "or" for h in heads for c in h.children)
    for number, each in enumerate(heads):
        phrase = phrase_of(each)
        yield Link(
            kind,
            timing,
            phrase,
            group if either else group + number,
            min(first, phrase.first) if number == 0 else phrase.first,
            phrase.last,
        )


def _preposition_link(child: Token, clause: Token, *, refused: bool, group: int) -> Iterator[Link]:
    """Yield the condition that a preposition states: "only after a truce", "in exchange for"."""
    if child.dep not in ("prep", "dative"):
        return
    word = child.text.lower()
    objects = _objects(child)
    yield from _provided(child, group)
    if clause.lemma in CONTINGENT and word in ("on", "upon"):
        yield from _contingent(child, clause, objects, group)
    near = [c.text.lower() for c in (*child.children, *clause.children)]
    until = word == "until" or (word == "after" and clause.text.lower() == "until")
    if word in ("after", "until", "upon") and ("only" in near or (refused and until)):
        for each in objects:
            yield from _needs("only_after", "before", each, group, child.i)
    elif word == "without" and refused:
        for each in objects:
            yield from _needs("unless", "before", each, group, child.i)
    elif word == "before" and refused:
        for each in objects:
            yield from _needs("only_after", "before", each, group, child.i)
    elif word == "before":
        for held in (phrase_of(each) for each in objects):
            yield Link("only_after", "before", phrase_of(clause), group, child.i, held.last, held)
    yield from _exchange(child, objects, group)
    yield from _on_condition(child, group)
    yield from _as_precondition(clause, child, objects, group)


def _objects(preposition: Token) -> list[Token]:
    return [c for c in preposition.children if c.dep in ("pobj", "pcomp")]


def _exchange(child: Token, objects: list[Token], group: int) -> Iterator[Link]:
    """Yield what "in exchange for" or "in return for" asks for."""
    for each in objects:
        if child.lemma == "in" and each.lemma in ("exchange", "return"):
            # The parser may hang the "for" on the verb instead.
            beside = (c for c in child.head.children if c.i == each.i + 1 and c.lemma == "for")
            lasts = (*_behind(each, "for"), *(o for c in beside for o in _objects(c)))
            for last in lasts:
                yield from _needs("in_exchange_for", "with", last, group, child.i)


def _on_condition(child: Token, group: int) -> Iterator[Link]:
    """Yield what "on condition that" asks for; "under the right conditions" asks for these."""
    fitting = fitting_conditions(child)
    if fitting is not None:
        yield from _needs("if", "before", fitting, group, child.i)
    if is_on_condition(child):
        for noun in (c for c in child.children if c.dep == "pobj"):
            for said in (c for c in noun.children if c.dep in ("acl", "relcl", "ccomp")):
                yield from _needs("if", "before", said, group, child.i)


def _behind(noun: Token, *prepositions: str) -> Iterator[Token]:
    """Yield the heads that one of these prepositions hangs on a noun."""
    for inner in noun.children:
        if inner.dep == "prep" and inner.lemma in prepositions:
            yield from (c for c in inner.children if c.dep in ("pobj", "pcomp"))


def _contingent(child: Token, clause: Token, objects: list[Token], group: int) -> Iterator[Link]:
    """Yield the link of "A is contingent on B"."""
    verb = clause.head if clause.dep == "acomp" else clause
    for subject in (c for c in verb.children if c.dep in ("nsubj", "nsubjpass")):
        held = phrase_of(subject)
        for each in objects:
            done = [c for c in verb.children if c.dep == "advcl" and c.i == each.i + 1]
            phrase = phrase_of(done[0] if done and done[0].tag == "VBG" else each)
            yield Link("only_after", "before", phrase, group, child.i, phrase.last, held)


def _as_precondition(
    clause: Token, child: Token, objects: list[Token], group: int
) -> Iterator[Link]:
    """Yield the link of "B as a precondition for A"."""
    for noun in objects:
        if child.lemma == "as" and noun.lemma in PRECONDITIONS:
            for held in map(phrase_of, _behind(noun, "for", "to", "of")):
                needed = phrase_of(clause)
                yield Link("only_after", "before", needed, group, child.i, held.last, held)
