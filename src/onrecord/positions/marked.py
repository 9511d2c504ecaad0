"""Positions where no construction sees one, but a model that has read many sentences does.

A mark says which words read like the matter of a position, and as which act. Who takes it is read
off the sentence: by the verb above the words, by whose words they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from onrecord.language.marking import is_read
from onrecord.language.parse import Parse, Token
from onrecord.positions.acts import negated
from onrecord.positions.denials import SUBJECTS, is_negated
from onrecord.positions.holders import Holder
from onrecord.positions.phrases import Phrase, is_infinitive
from onrecord.positions.scene import Frame, Scene
from onrecord.positions.subjects import agents_of, subjects_of
from onrecord.records import Act, Article, Position, PositionMark, Span

RULE = "The words, and those around them, read like a party's position (learned)"
# On 549 labelled sentences that the model had not learnt from, constructions alone find those that
# hold a position with precision .743, recall .477 (F1 .581). With marks from .2 on and all of
# these .660, .608 (.633), without what no mark seconds .682, .608 (.643); with marks from .3 on
# instead .712, .562 (.629). Nearly all of these sentences were drawn for words of wanting and
# refusing; of a whole article fewer hold a position, so that the last is taken. Seconded by marks
# from .15 on: .752, .517 (.613), and on our own sentences, of other kinds of talks, .717 for .768.
SURE = 0.3
# Acts from a chance of .3 on are right in .75.
ACT_SURE = 0.3
# What these acts need beside their words, another party or a condition, no mark tells.
UNTOLD: Final = frozenset({"claim_about_other", "accept_if", "precondition"})
FORETELLING = ("will", "would")
CLIMB = 4  # words above the matter among which its holder is looked for
OWNING = ("poss", "amod", "compound", "nmod")  # "Sudmark's call for", "the Sudmark offer"


def seconded(
    article: Article, parse: Parse, marks: Iterable[PositionMark], told: Iterable[Position]
) -> list[Position]:
    """The told positions, without those that nothing but their construction speaks for.

    Such a one stands in a sentence without a mark, and has no issue, step, condition or hardness.
    """
    seen = {_sentence(parse, mark.span) for mark in marks}
    return [
        position
        for position in told
        if _is_known(position)
        or (at := _sentence(parse, position.spans[0])) in seen
        or not is_read(article, parse, parse.sentences[at])
    ]


def _is_known(position: Position) -> bool:
    return bool(
        position.issue or position.step or position.conditions or position.hardness is not None
    )


def _sentence(parse: Parse, span: Span) -> int:
    """Which sentence the words begin in."""
    return parse.between(span.start, span.end)[0].sentence


def marked_frames(
    scene: Scene, marks: Iterable[PositionMark], told: Sequence[Frame]
) -> Iterator[Frame]:
    """Yield a frame for each mark whose words no told frame is about, in text order."""
    marks = [
        mark
        for mark in marks
        if mark.chance >= SURE and mark.act_chance >= ACT_SURE and mark.act not in UNTOLD
    ]
    taken = {t.i for frame in told for phrase in frame.phrases for t in phrase.tokens}
    for mark in marks:
        tokens = _words(scene.parse, mark)
        if not tokens or sum(t.i in taken for t in tokens) * 2 > len(tokens):
            continue
        head = _head(tokens)
        if head.i in taken:
            continue  # "a truce provided that …", of which the truce is told already
        if scene.is_headline(scene.parse.sentences[head.sentence].block):
            continue
        carrier = _carrier(head)
        act = _denied(mark.act, head, scene)
        if act is None or (act == "demand" and _is_arranged(head)):
            continue
        for holder in _holders(scene, head):
            predicate = carrier or head
            phrase = Phrase(head, tokens, None)
            sure = round(min(0.9, mark.chance), 2)
            yield Frame(act, RULE, predicate, predicate, holder, (phrase,), sure, marked=True)


def _denied(act: Act, head: Token, scene: Scene) -> Act | None:
    """The act where the word that carries it is denied: "did not rule out", "no longer insists".

    The model reads the word and may miss the denial. None: under it nothing is said.
    """
    if act == "demand" and _only_foretold(head):
        return None
    for above, _ in zip((head, *head.ancestors()), range(CLIMB + 1), strict=False):
        cues = [
            *scene.acts.verbs.get(above.lemma, ()),
            *scene.acts.adjectives.get(above.lemma, ()),
            *scene.acts.adjectives.get(above.text.lower(), ()),
        ]
        verb = above.head if above.dep == "acomp" else above
        if any(cue.act == act for cue in cues) and (is_negated(above) or is_negated(verb)):
            longer = any(c.text.lower() == "longer" for c in (*above.children, *verb.children))
            return "withdraw" if longer and act == "demand" else negated(act)
    return act


def _is_arranged(head: Token) -> bool:
    """Whether a verb tells what is to come and was agreed on: "the experts are to meet in June"."""
    verb = head.head if head.dep == "xcomp" else head
    return verb.lemma == "be" and any(c.dep == "xcomp" and is_infinitive(c) for c in verb.children)


def _words(parse: Parse, mark: PositionMark) -> tuple[Token, ...]:
    return tuple(parse.between(mark.span.start, mark.span.end))


def _head(tokens: Sequence[Token]) -> Token:
    """The word on which the others hang: the first whose own head stands outside."""
    inside = {t.i for t in tokens}
    outer = [t for t in tokens if t.head.i not in inside or t.head is t]
    content = [t for t in outer if t.pos in ("VERB", "AUX", "NOUN", "PROPN", "ADJ")]
    return (content or outer or list(tokens))[0]


def _only_foretold(head: Token) -> bool:
    """Whether the words themselves tell what will be: "a vote would be held" asks for none."""
    clause = head if head.pos in ("VERB", "AUX") else head.head
    subject = any(c.dep in SUBJECTS for c in clause.children)
    return subject and any(c.dep == "aux" and c.lemma in FORETELLING for c in clause.children)


def _carrier(head: Token) -> Token | None:
    """The verb on which the matter hangs, at most CLIMB words above; None: there is none."""
    for above, _ in zip(head.ancestors(), range(CLIMB), strict=False):
        if above.pos in ("VERB", "AUX"):
            return above
    return None


def _holders(scene: Scene, head: Token) -> list[Holder]:
    """Who takes the position: who does the nearest verb or owns the nearest noun above, else who
    speaks.
    """
    for above, _ in zip(head.ancestors(), range(CLIMB), strict=False):
        if above.pos in ("VERB", "AUX"):
            found = scene.holders_of(subjects_of(above)) or scene.holders_of(agents_of(above))
        else:
            found = scene.holders_of(c for c in above.children if c.dep in OWNING)
        if found:
            return found
    speaker = scene.speaker(head)
    return [speaker] if speaker is not None else []
