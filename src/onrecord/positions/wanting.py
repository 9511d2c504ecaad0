"""Constructions with a word of demanding, refusing, agreeing or offering.

The first line of each docstring is the reason that a reader sees.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.language.parse import Token
from onrecord.positions.acts import WITHDRAWABLE, Cue, negated
from onrecord.positions.denials import is_flatly_denied, is_negated
from onrecord.positions.guards import (
    is_advice,
    is_called_false,
    is_governed,
    is_hearsay,
    is_hypothetical,
    is_mere_talk,
    is_rumour,
)
from onrecord.positions.holders import Holder
from onrecord.positions.phrases import Phrase, coordinated, objects_of, phrase_of, points_back
from onrecord.positions.scene import Construction, Frame, Scene, reason
from onrecord.positions.subjects import agents_of, subjects_of
from onrecord.positions.wording import words
from onrecord.records import Act

CARRIERS = words(
    """make reiterate repeat renew issue voice express stress have reaffirm maintain signal show
    declare confirm announce underline emphasize emphasise press"""
)
DOUBTERS = words(
    "lack absence need deny doubt question test drop abandon withdraw soften meet discuss ignore"
)
ADVISING = words("warn caution advise")
ASKING = words("urge ask press call appeal push lobby want request")
GIVING_WAY = words("drop abandon withdraw back retreat move walk step budge shift")
REFUSING = words("refuse decline")
LINKING = words("be remain say stand stay seem appear")
OWNERS = ("poss", "amod", "compound", "nmod")
PREDICATIVE = ("acomp", "ccomp", "ROOT", "conj", "relcl", "xcomp", "acl", "advcl")
STANCES = {"against": "reject"}


def verb_with_subject(token: Token, scene: Scene) -> Iterator[Frame]:
    """A party is the subject of a verb of demanding, refusing, agreeing or offering."""
    if token.lemma not in scene.acts.verbs or token.pos not in ("VERB", "AUX"):
        return
    holders = scene.holders_of(subjects_of(token))
    if not holders or _uncertain(token, scene) or any(points_back(c) for c in token.children):
        return
    for cue in scene.acts.verbs[token.lemma]:
        if cue.particle is None or _has_particle(token, cue.particle):
            yield from _frames(token, token, cue, holders, verb_with_subject, scene)


def passive_with_agent(token: Token, scene: Scene) -> Iterator[Frame]:
    """Something is demanded, rejected or accepted "by" a party."""
    if token.lemma not in scene.acts.verbs or not any(
        c.dep in ("nsubjpass", "csubjpass") for c in token.children
    ):
        return
    holders = scene.holders_of(agents_of(token))
    if not holders or _uncertain(token, scene):
        return
    subjects = [c for c in token.children if c.dep in ("nsubjpass", "csubjpass")]
    phrases = tuple(phrase_of(each) for s in subjects for each in coordinated(s))
    for cue in scene.acts.verbs[token.lemma]:
        act = negated(cue.act) if is_negated(token) else cue.act
        taken_back = cue.act == "withdraw" and not _withdrawable(phrases)
        if "dobj" not in cue.takes or act is None or taken_back:
            continue
        if any(is_mere_talk(token, p.head) for p in phrases):
            continue
        for holder in holders:
            method = reason(passive_with_agent)
            yield Frame(act, method, token, token, holder, phrases, cue.sure)


def noun_of_party(token: Token, scene: Scene) -> Iterator[Frame]:
    """A party's demand, refusal, readiness or promise is named as a noun."""
    if token.pos != "NOUN" or token.lemma not in scene.acts.nouns or _doubted(token):
        return
    owners = [c for c in token.children if c.dep in OWNERS]
    holders = scene.holders_of(owners)[:1] or scene.holders_of(agents_of(token))
    holders = holders or [h for o in owners if (h := scene.holders.owner(o)) is not None]
    holders = holders or _carried(token, scene)
    for cue in scene.acts.nouns[token.lemma]:
        yield from _frames(token, _clause_of(token), cue, holders, noun_of_party, scene)


def adjective_of_party(token: Token, scene: Scene) -> Iterator[Frame]:
    """A party is called ready, willing, open or opposed to something."""
    # "Opposed" behind "is" may be read as the verb.
    word = token.lemma if token.lemma in scene.acts.adjectives else token.text.lower()
    if word not in scene.acts.adjectives or token.dep not in PREDICATIVE:
        return
    if token.lemma == "prepare" and token.tag not in ("VBN", "JJ"):
        return  # "prepares to leave" tells what goes on, "is prepared to leave" a readiness
    verb = token.head if token.dep == "acomp" else token
    if verb is not token and verb.lemma not in LINKING:
        return
    holders = scene.holders_of(subjects_of(verb))
    if verb is token and not holders:
        holders = scene.holders_of(c for c in token.children if c.dep == "nsubjpass")
    if not holders or _uncertain(verb, scene):
        return
    for cue in scene.acts.adjectives[word]:
        yield from _frames(token, verb, cue, holders, adjective_of_party, scene)


def stands_against(token: Token, scene: Scene) -> Iterator[Frame]:
    """A party or its stance is said to be against something."""
    if token.text.lower() != "against" or token.dep != "prep" or token.head.lemma not in LINKING:
        return
    verb = token.head
    holders = scene.holders_of(subjects_of(verb))
    if not holders or is_negated(verb) or _uncertain(verb, scene):
        return
    phrases = tuple(
        phrase_of(each)
        for c in token.children
        if c.dep in ("pobj", "pcomp")
        for each in coordinated(c)
    )
    for holder in holders:
        yield Frame("reject", reason(stands_against), token, verb, holder, phrases, 0.8)


def _frames(
    token: Token, clause: Token, cue: Cue, holders: list[Holder], rule: Construction, scene: Scene
) -> Iterator[Frame]:
    """Yield the frames of one cue: negation turned, its phrases found, one per holder."""
    act: Act | None = cue.act
    if is_negated(token) or (rule is adjective_of_party and is_negated(clause)):
        # "Not ready to" refuses; "did not offer" is silent.
        wished = token.lemma in ("want", "seek", "favor", "favour") and cue.act == "demand"
        refused = wished or (rule is adjective_of_party and act == "offer")
        no_longer = any(c.text.lower() == "longer" for c in token.children)
        act = "reject" if refused else negated(cue.act)
        if no_longer and cue.act == "demand":
            act = "withdraw"
    dropped = act == "withdraw" and cue.act == "demand"
    phrases = tuple(p for p in objects_of(token, cue) if dropped or not is_mere_talk(token, p.head))
    if act is None or not phrases or _not_yet(clause):
        return
    if cue.act == "withdraw" and not _withdrawable(phrases):
        return
    for holder in holders:
        asked = token.lemma in ASKING and _within_party(token, holder, scene)
        outsider = token.lemma in ADVISING and holder.party is None
        if not asked and not outsider:
            yield Frame(act, reason(rule), token, clause, holder, phrases, cue.sure)


def _uncertain(verb: Token, scene: Scene) -> bool:
    """Whether the verb only guesses; "would" counts in a party's words about itself or another."""
    voice = scene.voice(verb)
    told = voice is not None and (voice.standing in ("party", "itself") or voice.takes_part)
    if (voice is None or voice.party is None) and is_hearsay(verb):
        return True
    if is_advice(verb) or is_called_false(verb):
        return True
    if is_rumour(verb) and _of_itself(verb, scene):
        return True
    # "Will never accept" is told of a party that said so; "will not accept" may be a guess.
    said = told or is_flatly_denied(verb)
    own = told and _of_itself(verb, scene)
    return is_governed(verb) or is_hypothetical(verb, in_words=said, of_itself=own)


def _of_itself(verb: Token, scene: Scene) -> bool:
    """Whether nobody else stands for what a report says: it is no claim by another party."""
    voice, holders = scene.voice(verb), scene.holders_of(subjects_of(verb))
    return voice is None or voice.party is None or any(h.party == voice.party for h in holders)


def _has_particle(token: Token, particle: str) -> bool:
    return any(
        c.text.lower() == particle and c.dep in ("prt", "advmod", "prep") for c in token.children
    )


def _withdrawable(phrases: tuple[Phrase, ...]) -> bool:
    return bool(phrases) and all(p.head.lemma in WITHDRAWABLE for p in phrases)


def _not_yet(verb: Token) -> bool:
    """Whether a refusal is only a delay: "has not yet agreed"."""
    return any(c.text.lower() == "yet" for c in verb.children)


def _carried(noun: Token, scene: Scene) -> list[Holder]:
    """Who "reiterated its demand", "made an offer": the subject of the verb that carries a noun."""
    verb = noun.head
    if noun.dep == "pobj" and verb.lemma == "from":
        return _stood_by(verb.head, scene)
    if noun.dep == "dobj" and verb.lemma in ("drop", "abandon", "withdraw"):
        return _stood_by(verb, scene)
    if noun.dep != "dobj" or verb.lemma not in CARRIERS:
        return []
    if is_hypothetical(verb, in_words=False) or is_governed(verb) or is_negated(verb):
        return []
    return scene.holders_of(subjects_of(verb))


def _stood_by(verb: Token, scene: Scene) -> list[Holder]:
    """Who "refuses to back down from its demand"."""
    above = verb.head
    stands = verb.lemma in GIVING_WAY and verb.dep == "xcomp" and above.lemma in REFUSING
    if not stands or is_hypothetical(above, in_words=False) or is_negated(above):
        return []
    return scene.holders_of(subjects_of(above))


def _within_party(verb: Token, holder: Holder, scene: Scene) -> bool:
    """Whether a party's people urge one another: a debate inside, not the party's demand."""
    asked = [c for c in verb.children if c.dep in ("dobj", "dative")]
    asked += [s for c in verb.children if c.dep in ("ccomp", "xcomp") for s in c.children
              if s.dep == "nsubj"]  # fmt: skip
    return any(h.party == holder.party is not None for h in scene.holders_of(asked))


def _clause_of(noun: Token) -> Token:
    """The verb that carries a noun, if conditions can hang on it; else the noun."""
    return noun.head if noun.dep == "dobj" and noun.head.lemma in CARRIERS else noun


def _doubted(noun: Token) -> bool:
    """Whether the sentence denies or doubts that there is such a demand or readiness."""
    if noun.dep in ("dobj", "nsubjpass") and noun.head.lemma in DOUBTERS:
        kept = noun.head.dep == "xcomp" and noun.head.head.lemma in REFUSING
        return noun.head.lemma != "discuss" and not kept
    if noun.dep == "pobj" and (noun.head.lemma == "without" or noun.head.head.lemma in DOUBTERS):
        return True
    if noun.dep == "dobj" and noun.head.lemma in CARRIERS and _is_unsaid(noun.head):
        return True
    doubting = ("no", "any", "neither", "little", "possible", "potential")
    return any(c.text.lower() in doubting for c in noun.children)


def _is_unsaid(carrier: Token) -> bool:
    """Whether a demand or offer was not made: "did not repeat its offer", "refused to renew"."""
    refused = carrier.dep == "xcomp" and carrier.head.lemma in REFUSING
    return is_negated(carrier) or refused
