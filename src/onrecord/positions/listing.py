"""Constructions that list what a party wants, over sentences and bullets.

The first line of each docstring is the reason that a reader sees.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.language.parse import Token
from onrecord.positions.denials import is_negated
from onrecord.positions.holders import Holder
from onrecord.positions.phrases import coordinated, phrase_of
from onrecord.positions.scene import Frame, Scene, reason
from onrecord.positions.subjects import subjects_of
from onrecord.positions.wording import words

LISTS = words("demand condition term precondition requirement prerequisite request")
INCLUDING = words("include comprise contain be cover range entail involve")
POINTING = words("these those such they the other further additional")
REACH = 3  # sentences back to the demands that "these demands" point at


def demands_include(token: Token, scene: Scene) -> Iterator[Frame]:
    """A list of a party's demands or conditions goes on: "these demands include …"."""
    if token.lemma not in INCLUDING or is_negated(token):
        return
    subject = next((c for c in token.children if c.dep == "nsubj"), None)
    if subject is None or subject.lemma not in LISTS:
        return
    holder = _owner(subject, scene) or _pointed_at(subject, scene)
    listed = [c for c in token.children if c.dep in ("dobj", "attr", "xcomp", "ccomp", "pcomp")]
    listed += [c for p in token.children if p.dep == "prep" for c in p.children if c.dep == "pcomp"]
    phrases = tuple(phrase_of(each) for head in listed for each in coordinated(head))
    if holder is not None and phrases:
        yield Frame("demand", reason(demands_include), token, token, holder, phrases, 0.85)


def bulleted_demand(token: Token, scene: Scene) -> Iterator[Frame]:
    """A bullet under a line that announces a party's demands or conditions."""
    sentence = scene.parse.sentences[token.sentence]
    blocks = scene.article.blocks
    if token.dep != "ROOT" or blocks[sentence.block].kind != "bullet":
        return
    if sentence.i and scene.parse.sentences[sentence.i - 1].block == sentence.block:
        return  # a bullet's further sentences tell, they list nothing
    opener = _opener(sentence.block, scene)
    if opener is not None:
        phrases = tuple(phrase_of(each) for each in coordinated(token))
        yield Frame("demand", reason(bulleted_demand), token, token, opener, phrases, 0.8)


def _opener(block: int, scene: Scene) -> Holder | None:
    """Whose demands the line above a run of bullets announces with a colon."""
    blocks = scene.article.blocks
    while block > 0 and blocks[block].kind == "bullet":
        block -= 1
    above = blocks[block]
    if not scene.article.text[above.start : above.end].rstrip().endswith(":"):
        return None
    sentence = scene.parse.sentence_at(above.end - 1)
    for token in scene.parse.tokens_of(sentence) if sentence else ():
        if token.lemma in LISTS:
            owner = _owner(token, scene)
            holders = [owner] if owner else scene.holders_of(subjects_of(token.head))
            if len(holders) == 1:
                return holders[0]
    return None


def _owner(noun: Token, scene: Scene) -> Holder | None:
    """Whose demands a noun names: "its terms", "the Ostrian conditions"."""
    owners = [c for c in noun.children if c.dep in ("poss", "amod", "compound", "nmod")]
    holders = scene.holders_of(owners)
    return holders[0] if holders else None


def _pointed_at(noun: Token, scene: Scene) -> Holder | None:
    """Whose demands "these demands" are: the last ones told, a few sentences back at most."""
    pointing = any(c.text.lower() in POINTING for c in noun.children if c.dep in ("det", "amod"))
    for frame in reversed(scene.earlier) if pointing else ():
        if noun.sentence - frame.predicate.sentence > REACH:
            return None
        # "… unless it first agrees to a series of demands" is the same party's list.
        if frame.act in ("demand", "commit", "reject", "offer"):
            return frame.holder
    return None
