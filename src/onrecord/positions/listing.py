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


def demands_listed(token: Token, scene: Scene) -> Iterator[Frame]:
    """A party's demands or conditions are named one after the other: "its terms: A, B and C"."""
    if token.pos != "NOUN" or token.lemma not in LISTS:
        return
    carrier = token.head
    # The parser hangs such a list on the noun, or on the subject that set it out.
    near = [token, *(c for c in carrier.children if c.dep == "nsubj")]
    listed = [
        c
        for above in near
        for c in above.children
        if c.dep in ("appos", "dep") and c.i > token.i and _behind_colon(token, c, scene)
    ]
    if token.dep == "nsubj" and carrier.lemma == "be" and not is_negated(carrier):
        found = [c for c in carrier.children if c.dep in ("attr", "xcomp", "ccomp")]
        found += [c for c in token.children if c.dep == "appos" and found and c.i > found[0].i]
        listed = [c for c in found if c.pos != "ADJ" and c.i > carrier.i and c.lemma not in LISTS]
    holder = _owner(token, scene) or (_carrier_of(token, scene) if listed else None)
    phrases = tuple(phrase_of(each) for head in listed for each in coordinated(head))
    if holder is not None and phrases:
        yield Frame("demand", reason(demands_listed), token, carrier, holder, phrases, 0.8)


def _behind_colon(noun: Token, item: Token, scene: Scene) -> bool:
    return any(t.text in (":", "—", "–") for t in scene.parse.tokens[noun.i : item.i])


def _carrier_of(noun: Token, scene: Scene) -> Holder | None:
    """Who "set out" or "has" the demands that no owner is named with."""
    verb = noun.head
    if noun.dep != "dobj" or verb.lemma not in NAMING or is_negated(verb):
        return None
    holders = scene.holders_of(subjects_of(verb))
    return holders[0] if len(holders) == 1 else None


# Verbs that name demands as one's own; who "rejected the demands" does not make them.
NAMING = words(
    "have present list name set issue make put lay raise state outline announce repeat publish"
)


def demand_of_a_list(token: Token, scene: Scene) -> Iterator[Frame]:
    """A sentence of what must be done, behind one that announces a party's demands."""
    if token.dep != "ROOT" or not _must_be(token) or scene.voice(token) is not None:
        return
    at = token.sentence
    block = scene.parse.sentences[at].block
    for earlier in range(at - 1, max(-1, at - 1 - MOST_LISTED), -1):
        if scene.parse.sentences[earlier].block != block:
            return
        tokens = scene.parse.tokens_of(scene.parse.sentences[earlier])
        root = next((t for t in tokens if t.dep == "ROOT"), None)
        if root is not None and _must_be(root) and scene.voice(root) is None:
            continue  # an item of the same list
        for noun in tokens:
            holder = _announcer(noun, scene)
            if holder is not None:
                phrases = tuple(phrase_of(each) for each in coordinated(token))
                rule = reason(demand_of_a_list)
                yield Frame("demand", rule, token, token, holder, phrases, 0.75)
                return
        return


MOST_LISTED = 8  # sentences of one list


def _announcer(noun: Token, scene: Scene) -> Holder | None:
    """Whose demands a sentence announces: "presented a list of demands", "its terms are clear"."""
    if noun.lemma not in LISTS or noun.pos != "NOUN":
        return None
    if noun.dep == "nsubj" and noun.head.lemma == "be":
        return _owner(noun, scene)
    above = noun.head.head if noun.dep == "pobj" and noun.head.lemma == "of" else noun
    return _carrier_of(above, scene)


def _must_be(verb: Token) -> bool:
    modal = any(c.dep == "aux" and c.lemma in ("must", "should", "shall") for c in verb.children)
    return modal and not any(c.text == "?" for c in verb.children)


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
