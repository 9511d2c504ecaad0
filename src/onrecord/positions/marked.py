"""Positions where no construction sees one, but a network that has read many sentences does.

A mark says which words read like the matter of a position. Who takes it and which act it is are
still read off the sentence: by the verb above the words, by whose words they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from onrecord.language.parse import Parse, Token
from onrecord.positions.acts import ADJECTIVES, NOUNS, VERBS, negated
from onrecord.positions.denials import is_negated
from onrecord.positions.guards import (
    is_called_false,
    is_governed,
    is_hypothetical,
    is_rumour,
)
from onrecord.positions.holders import Holder
from onrecord.positions.idioms import BY_VERB
from onrecord.positions.phrases import Phrase
from onrecord.positions.scene import Frame, Scene
from onrecord.positions.subjects import agents_of, subjects_of
from onrecord.records import Act, PositionMark

RULE = "The words read like a party's position (learned), and the verb above them says which"
RULE_MODAL = "The words read like a party's position (learned), and say what must be"
# Chance from which a mark is read: on 549 labelled sentences that the network had not learnt from
# .25, .35 and .45 gave sentences an F1 of .655, .657 and .654, no marks at all .588. Since an act
# must be told by a word, not by the network, .4 gives .644, at a precision of .715 instead of .70.
SURE = 0.4
CLIMB = 4  # words between the matter and the word that carries the act


def marked_frames(
    scene: Scene, marks: Iterable[PositionMark], told: Sequence[Frame]
) -> Iterator[Frame]:
    """Yield a frame for each mark whose words no told frame is about, in text order."""
    marks = [mark for mark in marks if mark.chance >= SURE]
    taken = {t.i for frame in told for phrase in frame.phrases for t in phrase.tokens}
    for mark in marks:
        tokens = _words(scene.parse, mark)
        if not tokens or sum(t.i in taken for t in tokens) * 2 > len(tokens):
            continue
        head = _head(tokens)
        if scene.is_headline(scene.parse.sentences[head.sentence].block):
            continue
        carrier, act = _carried(head)
        if act is None:
            continue
        for holder in _holders(scene, head, carrier, mark):
            predicate = carrier or head
            phrase = Phrase(head, tokens, None)
            rule = RULE if carrier is not None else RULE_MODAL
            sure = round(min(0.9, mark.chance), 2)
            yield Frame(act, rule, predicate, predicate, holder, (phrase,), sure, marked=True)


def _words(parse: Parse, mark: PositionMark) -> tuple[Token, ...]:
    return tuple(parse.between(mark.span.start, mark.span.end))


def _head(tokens: Sequence[Token]) -> Token:
    """The word on which the others hang: the first whose own head stands outside."""
    inside = {t.i for t in tokens}
    outer = [t for t in tokens if t.head.i not in inside or t.head is t]
    content = [t for t in outer if t.pos in ("VERB", "AUX", "NOUN", "PROPN", "ADJ")]
    return (content or outer or list(tokens))[0]


def _carried(head: Token) -> tuple[Token | None, Act | None]:
    """The word above that carries an act, and the act; "must" and "should" demand by themselves."""
    at = head
    for _ in range(CLIMB):
        above = at.head
        if above is at:
            break
        cues = _cues(above)
        if cues and _is_doubtful(above):
            return None, None
        if cues:
            denied = is_negated(above) or (above.dep == "acomp" and is_negated(above.head))
            return above, negated(cues[0]) if denied else cues[0]
        at = above
    modal = {c.lemma.lower() for c in head.children if c.dep == "aux"}
    if modal & {"must", "should"}:
        return None, "reject" if is_negated(head) else "demand"
    return None, None  # the network tells that there is one, hardly ever which


def _is_doubtful(carrier: Token) -> bool:
    """Whether the word that carries the act is guessed, denied, reproached or wished by another."""
    if carrier.pos not in ("VERB", "AUX"):
        return False
    reproached = carrier.dep == "pcomp"  # "accused it of refusing"
    return (
        reproached
        or is_governed(carrier)
        or is_hypothetical(carrier, in_words=True)
        or is_rumour(carrier)
        or is_called_false(carrier)
    )


def _cues(token: Token) -> list[Act]:
    if token.pos in ("VERB", "AUX"):
        found = [c.act for c in VERBS.get(token.lemma, ()) if c.particle is None]
        return found or [i.act for i in BY_VERB.get(token.lemma, ()) if not i.fixed]
    if token.pos == "NOUN":
        return [c.act for c in NOUNS.get(token.lemma, ())]
    return [c.act for c in ADJECTIVES.get(token.lemma, ())]


def _holders(scene: Scene, head: Token, carrier: Token | None, mark: PositionMark) -> list[Holder]:
    """Who takes the position: who the marked words name, who does the verb, who speaks."""
    if mark.party_span is not None:
        named = scene.holders_of(scene.parse.between(mark.party_span.start, mark.party_span.end))
        if named:
            return named[:1]
    if carrier is not None:
        doers = (
            subjects_of(carrier)
            if carrier.pos != "NOUN"
            else [c for c in carrier.children if c.dep in ("poss", "amod", "compound", "nmod")]
        )
        found = scene.holders_of(doers) or scene.holders_of(agents_of(carrier))
        if found:
            return found
    speaker = scene.speaker(head)
    return [speaker] if speaker is not None else []
