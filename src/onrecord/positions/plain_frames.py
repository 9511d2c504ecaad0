"""Frames without a parse: a party right before a verb of demanding, refusing, agreeing.

Fewer than with syntax, and only where nothing stands between that could turn the sense.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from onrecord.language.parse import Token
from onrecord.positions.acts import THROUGH, WITHDRAWABLE, Cue, negated
from onrecord.positions.denials import HARDLY, NEGATIONS
from onrecord.positions.holders import Holder
from onrecord.positions.index import Touches
from onrecord.positions.phrases import Phrase
from onrecord.positions.scene import Frame, Scene
from onrecord.positions.wording import forms, words
from onrecord.records import Act

RULE = "A party stands right before a verb of demanding, refusing, agreeing or offering (no syntax)"
BETWEEN = words(
    """has have had also again firmly repeatedly consistently formally flatly reportedly already now
    still is are was were did does do n't n’t not never ’s 's"""
)
DOUBT = words(
    """if whether unless until may might could would should unlikely likely expected will
        neither nor no denied deny"""
)
HANGS = words(
    """if unless until only once provided before after without exchange return no not never neither
    nor none n't n’t"""
)
STOPS = words("but while whereas because although which who as said says told after before")
SMALL = words("a an the its his her their our any all some that to of on for full immediate new")
DENYING = NEGATIONS | HARDLY
MAX_BETWEEN = 4
SIGHT = 60  # words to either side in which a turning word still counts
MAX_OBJECT = 14
MAX_LEAD = 3  # words between the verb and the matter, small ones not counted


def plain_frames(scene: Scene, touches: Touches) -> Iterator[Frame]:
    """Yield the frames of an article that was read without syntax, in text order."""
    for sentence in scene.parse.sentences:
        if scene.is_headline(sentence.block):
            continue
        tokens = scene.parse.tokens_of(sentence)
        for at, token in enumerate(tokens):
            holder = scene.own(token) or scene.holders.at(token)
            if holder is None or holder.party is None or token.i + 1 < holder.last:
                continue
            yield from _after(tokens, at + 1, holder, scene.acts.verbs, touches)


def _after(
    tokens: Sequence[Token],
    at: int,
    holder: Holder,
    verbs: Mapping[str, tuple[Cue, ...]],
    touches: Touches,
) -> Iterator[Frame]:
    """Yield the frames of the verb that follows a holder at once."""
    start, denied = at, False
    while at < len(tokens) and at - start < MAX_BETWEEN and tokens[at].lemma in BETWEEN:
        denied = denied or tokens[at].lemma in DENYING
        at += 1
    if at >= len(tokens) or any(t.lemma in DOUBT for t in tokens[max(0, at - SIGHT) : at]):
        return
    cue_word = tokens[at]
    lemma = next((f for f in forms(cue_word.lemma) if f in verbs), None)
    if lemma is None or cue_word.lemma.endswith("ing"):
        return
    for cue in verbs[lemma]:
        act = negated(cue.act) if denied else cue.act
        body = _body(tokens, at + 1, cue)
        hangs = any(t.lemma in HANGS for t in tokens[at + 1 : at + SIGHT])
        if act is None or not body or hangs or _takes_back(cue, body):
            continue
        phrase = _phrase(body, touches)
        if phrase is not None:
            yield _frame(act, cue_word, holder, phrase, cue)
            return


def _frame(act: Act, token: Token, holder: Holder, phrase: Phrase, cue: Cue) -> Frame:
    sure = round(cue.sure * 0.8, 2)  # without syntax fewer turns of phrase are seen through
    return Frame(act, RULE, token, token, holder, (phrase,), sure, True)


def _body(tokens: Sequence[Token], at: int, cue: Cue) -> Sequence[Token]:
    """The words that a cue is about: behind its preposition, up to where the clause ends."""
    places = [p for p in cue.takes if p not in ("dobj", "that", "to", "ing")]
    if at < len(tokens) and tokens[at].lemma in places:
        at += 1
    elif cue.particle is not None:
        if at >= len(tokens) or tokens[at].lemma != cue.particle:
            return ()
        at += 1
    elif not {"dobj", "that", "to", "ing"} & set(cue.takes):
        return ()
    end = at
    while end < len(tokens) and end - at < MAX_OBJECT and tokens[end].lemma not in STOPS:
        if not tokens[end].text[0].isalnum() and tokens[end].text not in "-’'“”\"":
            break
        end += 1
    return tokens[at:end]


def _takes_back(cue: Cue, body: Sequence[Token]) -> bool:
    """Whether "withdrew …" is about anything but a demand or an offer."""
    return cue.act == "withdraw" and not any(
        f in WITHDRAWABLE for t in body[:3] for f in forms(t.lemma)
    )


def _phrase(body: Sequence[Token], touches: Touches) -> Phrase | None:
    """The object as a phrase whose head begins an anchor; None if a turning word comes first."""
    lead = 0
    for number, token in enumerate(body):
        found = touches.within(token.i, body[-1].i + 1, "issue", "value")
        if any(h.first == token.i for h in found):
            return Phrase(token, tuple(body[number:]), None)
        turn = next((THROUGH[f] for f in forms(token.lemma) if f in THROUGH), "same")
        if turn != "same" or token.lemma in DENYING or lead > MAX_LEAD:
            return None
        lead += token.lemma not in SMALL
    return None
