"""Answers whose matter stands before them: "It proposed a truce. They refused.", "accepted it".

The first line of each docstring is the reason that a reader sees.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.language.parse import Token
from onrecord.positions.acts import negated
from onrecord.positions.denials import is_negated
from onrecord.positions.guards import is_governed, is_hypothetical
from onrecord.positions.holders import Holder
from onrecord.positions.phrases import is_infinitive, phrase_of, points_back
from onrecord.positions.scene import Frame, Scene, reason
from onrecord.positions.subjects import subjects_of
from onrecord.positions.wording import words
from onrecord.records import Act

# Verbs that answer without an object ("they refused"), and those that need one ("turned it down").
ALONE: dict[str, Act] = {
    "refuse": "reject",
    "decline": "reject",
    "object": "reject",
    "balk": "reject",
    "agree": "accept",
    "accept": "accept",
    "consent": "accept",
    "assent": "accept",
}
RECENT = 40  # frames back, so that a long article stays linear
POINTING = words("it this that them these those")
ASKED = frozenset(("demand", "offer", "propose"))  # what can be answered
# What may stand with a verb that answers alone; a clause or an object would be its own matter.
BESIDE = ("nsubj", "aux", "punct", "advmod", "cc", "conj", "npadvmod", "neg", "mark", "preconj")


def answers_what_was_asked(token: Token, scene: Scene) -> Iterator[Frame]:
    """A party refuses or accepts what the other one has just asked for or proposed."""
    act = _answer(token, scene)
    if act is None or is_governed(token) or is_hypothetical(token, in_words=True):
        return
    act = negated(act) if is_negated(token) else act
    holders = scene.holders_of(subjects_of(token))
    if act is None or not holders or any(c.text.lower() == "yet" for c in token.children):
        return
    pointing = any(points_back(c) for c in token.children)
    asked = _asked_before(token, scene)
    for holder in holders:
        others = [f for f in asked if f.holder.party not in (None, holder.party)]
        if any(_is_another_s(f, holder, scene, doing=pointing) for f in others):
            others = []
        matters = {f.phrases[0].head.i: f for f in others if len(f.phrases) == 1}
        rule = reason(answers_what_was_asked)
        if len(matters) == 1 and len(others) == len(asked):
            (told,) = matters.values()
            yield Frame(act, rule, token, token, holder, told.phrases, 0.7, apart=True)
        elif (asked or pointing) and _is_alone(token) and holder.party is not None:
            # Which of several it was stays open: shown by its own words.
            yield Frame(act, rule, token, token, holder, (phrase_of(token),), 0.6)


def _is_another_s(frame: Frame, holder: Holder, scene: Scene, *, doing: bool) -> bool:
    """Whether somebody else was to do what was asked for; `doing`: the answer is "to do so"."""
    if not doing and (frame.act != "demand" or holder.party is None):
        return False
    head = frame.phrases[0].head
    asked = [c for c in head.children if c.dep in ("nsubj", "nsubjpass")]
    if not asked and is_infinitive(head):
        near = (c for c in frame.predicate.children if c.dep in ("dobj", "dative", "prep"))
        asked = [t for c in near for t in (c, *c.children) if t.dep in ("dobj", "dative", "pobj")]
        if doing and not asked:
            return True  # "wants to leave. They refused to do so"
    doers = {h.party for h in scene.holders_of(asked) if h.party is not None}
    return bool(doers) and holder.party is not None and holder.party not in doers


def _answer(token: Token, scene: Scene) -> Act | None:
    """The act of a verb that answers: alone, or with "it" for its object; else None."""
    if token.pos not in ("VERB", "AUX"):
        return None
    if _is_alone(token):
        return ALONE.get(token.lemma)
    objects = [c for c in token.children if c.dep == "dobj"]
    if len(objects) != 1 or objects[0].text.lower() not in POINTING or objects[0].i < token.i:
        return None
    particles = {c.text.lower() for c in token.children if c.dep == "prt"}
    for cue in scene.acts.verbs.get(token.lemma, ()):
        fits = cue.particle in particles if cue.particle is not None else not particles
        if fits and "dobj" in cue.takes and cue.act in ("accept", "reject"):
            return cue.act
    return None


def _is_alone(token: Token) -> bool:
    """Whether a verb says all by itself, but for when it was: "refused on Monday"."""
    if token.lemma not in ALONE or token.tag not in ("VBD", "VBN", "VBZ", "VBP"):
        return False
    return all(
        c.dep in BESIDE or (c.dep == "prep" and _is_day(c)) or points_back(c) or _explains(c)
        for c in token.children
    )


def _explains(child: Token) -> bool:
    """Whether a clause behind an answer says why, or until when: "refused, saying it came late"."""
    if child.dep != "advcl":
        return False
    marks = [c.text.lower() for c in child.children if c.dep == "mark"]
    return marks[:1] in (["because"], ["unless"], ["until"]) or (child.tag == "VBG" and not marks)


def _is_day(preposition: Token) -> bool:
    return any(c.dep == "pobj" and c.ent in ("DATE", "TIME") for c in preposition.children)


def _asked_before(token: Token, scene: Scene) -> list[Frame]:
    """The demands and proposals of the clause before, else of the sentence before."""
    here = token.sentence
    near = [f for f in scene.earlier[-RECENT:] if f.act in ASKED and not f.marked and f.phrases]
    same = [f for f in near if f.predicate.sentence == here and f.predicate.i < token.i]
    block = scene.parse.sentences[here].block
    before = [
        f
        for f in near
        if f.predicate.sentence == here - 1 and scene.parse.sentences[here - 1].block == block
    ]
    return same or before
