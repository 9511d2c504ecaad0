"""Constructions that declare how hard a position is: red lines, what is out of the question.

The first line of each docstring is the reason that a reader sees.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.language.parse import Token
from onrecord.positions.denials import is_negated
from onrecord.positions.holders import Holder
from onrecord.positions.phrases import coordinated, is_infinitive, phrase_of
from onrecord.positions.scene import Frame, Scene, reason
from onrecord.positions.subjects import subjects_of
from onrecord.positions.wording import words
from onrecord.records import Act

BEING = words("be constitute remain represent stay mean become")
CALLING = words("call describe declare consider deem term label regard name make see view")
DOUBTFUL = words("if whether unless")
GUESSING = words("may might can could should")
ACCEPTABLE = words("conceivable acceptable option thinkable")
# What is guarded by being no matter of bargaining: it is demanded, not refused.
GUARDED = words(
    """integrity sovereignty independence security safety identity right guarantee border
    statehood existence future language freedom survival unity status"""
)
BARGAINING = words("negotiation discussion debate compromise bargaining grabs sale question table")
NEGOTIABLE = words("negotiable non-negotiable nonnegotiable")
# The words `[first, last)`, and whether they refuse their subject, be it an act or a good.
Verdict = tuple[int, int, bool]
POINTING = words("this that it which these")


def called_unacceptable(token: Token, scene: Scene) -> Iterator[Frame]:
    """A party calls something unacceptable, out of the question, non-negotiable or a red line."""
    if token.lemma not in BEING or is_infinitive(token) or _is_conditional(token):
        return
    subjects = [c for c in token.children if c.dep in ("nsubj", "csubj")]
    verdict = _verdict(token, token.children, scene)
    holder = scene.speaker(token) or _for_whom(token, scene)
    if subjects and verdict is not None and holder is not None:
        yield from _frames(token, subjects[0], verdict, holder)


def called_a_red_line(token: Token, scene: Scene) -> Iterator[Frame]:
    """A party "calls" or "describes" something as a red line or as non-negotiable."""
    if token.lemma not in CALLING or token.pos != "VERB" or is_negated(token):
        return
    if _is_conditional(token):
        return
    below = [t for c in token.children for t in (c, *c.children)]
    verdict = next((v for c in _called(token, below) if (v := _verdict(token, [c], scene))), None)
    matter = next(
        (c for c in token.children if c.dep in ("dobj", "oprd", "xcomp", "ccomp", "nsubjpass")),
        None,
    )
    if verdict is None or matter is None or verdict[0] <= matter.i < verdict[1]:
        return
    small = [c for c in matter.children if c.dep in ("nsubj", "csubj")]  # "X a red line"
    for holder in scene.holders_of(subjects_of(token)):
        yield from _frames(token, small[0] if small else matter, verdict, holder)


def _frames(token: Token, matter: Token, verdict: Verdict, holder: Holder) -> Iterator[Frame]:
    """Yield what the verdict makes of its subject: a refusal of an act, a demand of a good."""
    first, last, refuses = verdict
    act: Act = "reject"
    if not refuses and matter.tag != "VBG" and not matter.lemma.endswith("ion"):
        if matter.lemma not in GUARDED:
            return  # "the valley is a red line": whether to have or to give it stays open
        act = "demand"
    if matter.lemma == "it" or matter.lemma in POINTING:
        return
    phrases = tuple(phrase_of(each) for each in coordinated(matter))
    rule = reason(called_unacceptable if token.lemma in BEING else called_a_red_line)
    span = (min(first, token.i), max(last, token.i + 1))
    yield Frame(act, rule, token, token, holder, phrases, 0.8, declared=span)


def points_back_as_red_line(token: Token) -> tuple[int, int] | None:
    """The words `[first, last)` of "this is the red line", which tell of what was said before."""
    if token.lemma not in BEING or is_negated(token) or _is_conditional(token):
        return None
    subject = token.child("nsubj")
    if subject is None or subject.text.lower() not in POINTING:
        return None
    lines = [c for c in token.children if c.dep in ("attr", "dobj") and _is_red_line(c)]
    return (subject.i, lines[0].i + 1) if lines else None


def _called(token: Token, below: list[Token]) -> Iterator[Token]:
    """Yield what something is called: a complement, or what stands behind "as"."""
    for each in below:
        if (
            (each.dep in ("oprd", "attr", "acomp", "dobj") and each.head is token)
            or each.dep in ("oprd", "attr", "acomp")
            or (each.dep == "amod" and each.i > token.i)
        ):
            yield each
        elif each.dep == "prep" and each.lemma == "as":
            yield from each.children


def _verdict(token: Token, children: Sequence[Token], scene: Scene) -> Verdict | None:
    """The words `[first, last)` that call a subject a red line; whether it is thereby refused.

    None: no such words, or denied ones. "Non-negotiable" refuses an act and guards a good.
    """
    denied = is_negated(token)
    for child in children:
        found = _words_of_verdict(child, scene, denied=denied)
        if found is not None:
            return found
    return None


def _words_of_verdict(child: Token, scene: Scene, *, denied: bool) -> Verdict | None:
    if _is_red_line(child):
        return None if denied else (min(t.i for t in child.children), child.i + 1, False)
    if child.dep not in ("attr", "acomp", "oprd", "amod", "dobj", "pobj", "prep"):
        return None
    nots = [c.i for c in child.head.children if c.dep == "neg"]
    if child.dep == "prep":
        return _out_of_bounds(child, nots, denied=denied)
    if scene.acts.called.get(child.lemma.lower()) == "reject":
        return None if denied else (child.i, child.i + 1, True)
    return _not_negotiable(child, nots, denied=denied)


def _not_negotiable(child: Token, nots: list[int], *, denied: bool) -> Verdict | None:
    """The words of "non-negotiable", "not negotiable", "not an option"."""
    low = child.lemma.lower()
    if low in NEGOTIABLE:
        non = [c.i for c in (*child.children, *child.head.children) if c.text.lower() == "non"]
        non = non or ([child.i] if low.startswith("non") else [])
        if bool(non) == denied:
            return None
        return (min([*non, *(nots if denied else []), child.i]), child.i + 1, False)
    own = any(c.dep in ("neg", "det") and c.lemma in ("no", "not") for c in child.children)
    if low in ACCEPTABLE and (denied or own):
        return (min([*nots, child.i]), child.i + 1, True)
    return None


def _out_of_bounds(prep: Token, nots: list[int], *, denied: bool) -> Verdict | None:
    """The words of "out of the question", "off the table", "not up for negotiation"."""
    below = prep.subtree()
    last = max(t.i for t in below) + 1
    named = {t.lemma.lower() for t in below} & BARGAINING
    if prep.lemma in ("out", "off", "beyond") and named & {"question", "table", "negotiation"}:
        return None if denied else (prep.i, last, True)
    if prep.lemma in ("up", "open", "for") and named and denied:
        return (min([*nots, prep.i]), last, False)
    return None


def _is_red_line(noun: Token) -> bool:
    return noun.lemma == "line" and any(c.lemma.lower() == "red" for c in noun.children)


def _is_conditional(token: Token) -> bool:
    return any(
        (c.dep == "mark" and c.text.lower() in DOUBTFUL) or (c.dep == "aux" and c.lemma in GUESSING)
        for c in token.children
    )


def _for_whom(token: Token, scene: Scene) -> Holder | None:
    """Whose red line: "For X, … is a red line", "… is a red line for X"."""
    lines = [c for c in token.children if c.dep in ("attr", "dobj", "acomp")]
    for child in (*token.children, *(g for c in lines for g in c.children)):
        if child.dep == "prep" and child.lemma == "for":
            holders = scene.holders_of(c for c in child.children if c.dep == "pobj")
            return holders[0] if holders else None
    for noun in lines:  # "… is Ostria's red line"
        holders = scene.holders_of(c for c in noun.children if c.dep == "poss")
        if holders:
            return holders[0]
    return None
