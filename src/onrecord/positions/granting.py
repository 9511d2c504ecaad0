"""What a side can grant, and what merely comes to pass: "could be lifted", "would be defeated"."""

from __future__ import annotations

from onrecord.language.parse import Token
from onrecord.positions.denials import SUBJECTS, is_negated
from onrecord.positions.guards import GRANTABLE
from onrecord.positions.phrases import has_subject
from onrecord.positions.wording import words


def can_be_granted(verb: Token, *, passed_on: bool = False) -> bool:
    """Whether a clause tells of what sides do or agree on, no outcome: "sanctions could be lifted".

    "It would be defeated if", "assets will stay at risk until" foresee; they offer nothing.
    `passed_on`: the words are not quoted, so that "it" and "they" mostly are who speaks.
    """
    if is_negated(verb) and any(c.dep == "aux" and c.lemma == "may" for c in verb.children):
        return True  # "no boat may leave before they do"
    if any(c.dep == "nsubjpass" for c in verb.children):
        return verb.lemma in GRANTED
    there = any(c.dep == "expl" for c in verb.children)
    told = [c for c in verb.children if c.dep in (("attr",) if there else ("nsubj", "csubj"))]
    if passed_on and any(c.text.lower() in SPEAKING for c in told):
        return verb.lemma in GRANTED
    deed = any(c.tag == "VBG" or c.lemma.lower() in GRANTABLE | COURSES for c in told)
    return deed and (verb.lemma == "be" if there else _runs(verb))


def _runs(verb: Token) -> bool:
    """Whether a verb tells that something begins, lasts or ends, and no more of it."""
    states = [c for c in verb.children if c.dep in ("acomp", "oprd", "attr", "xcomp")]
    if verb.lemma in LASTING:
        fits = all(c.lemma.lower() in STATES for c in states)
        return fits and (bool(states) or verb.lemma != "be" or _is_in_force(verb))
    return not states and (verb.lemma in HAPPENS or _goes_ahead(verb))


def befalls(verb: Token) -> bool:
    """Whether a verb tells what becomes of a party, not what it will do: "we will lose it if"."""
    if verb.lemma in BEFALLING:
        return True
    if verb.lemma == "get":
        return any(c.dep == "dobj" for c in verb.children)
    judged = verb.lemma == "be" and any(c.dep in ("acomp", "attr") for c in verb.children)
    return judged and not is_negated(verb)


def asked_first(predicate: Token) -> Token | None:
    """The verb that asks for something before a clause tells what follows: "leave and we will pay".

    None: no request stands before the clause.
    """
    verb = predicate.head
    joined = [c.i for c in verb.children if c.text.lower() == "and" and c.i < predicate.i]
    if predicate.dep != "conj" or not joined or not has_subject(predicate):
        return None
    plain = verb.tag == "VB" and verb.dep in ("ROOT", "ccomp") and verb.lemma not in URGING
    alone = not any(c.dep in (*SUBJECTS, "aux", "neg", "mark") for c in verb.children)
    willed = any(c.dep == "aux" and c.text.lower() in FOLLOWING for c in predicate.children)
    return verb if plain and alone and willed else None


URGING = words("be see look wait imagine ask remember think vote trust watch listen let")
FOLLOWING = words("will can could 'll ’ll")


def _is_in_force(verb: Token) -> bool:
    return any(c.dep == "prep" and any(g.lemma in FORCE for g in c.children) for c in verb.children)


def _goes_ahead(verb: Token) -> bool:
    beside = {c.text.lower() for c in verb.children if c.dep in ("prt", "advmod", "dobj")}
    return bool(beside & PROCEEDS.get(verb.lemma, frozenset())) or (
        verb.lemma in ("come", "enter", "go") and _is_in_force(verb)
    )


SPEAKING = words("it they he she")
GRANTED = words(
    """lift ease drop release free return sign ratify halt stop end suspend freeze unfreeze unblock
    pause hold resume begin start open reopen withdraw pull remove dismantle hand transfer restore
    allow permit let admit accept grant give pay fund recognise recognize extend share supply
    deliver send deploy discuss negotiate conclude reach agree complete finalise finalize
    implement approve adopt cancel scrap waive reduce cut lower set establish form offer provide
    guarantee maintain
    keep exchange swap repatriate evacuate rebuild reconsider review revise amend ship dilute move
    lay put disarm settle schedule arrange postpone delay normalise normalize limit cap call"""
)
# What lasts, begins and ends by somebody's will, beside what is done, agreed or decided.
COURSES = words(
    """negotiation fighting hostility war conflict blockade siege occupation sanction embargo
    election inspection enrichment evacuation deployment recognition normalisation normalization
    restriction suspension exchange operation mission meeting crossing border port road trade
    traffic flight delivery convoy peace boycott lockout walkout drill shelling bombing"""
)
LASTING = words("be stay remain continue last")
STATES = words("open closed close shut possible suspended suspend frozen freeze")
FORCE = words("place force effect")
HAPPENS = words("begin start resume happen proceed continue follow stop end cease open reopen")
PROCEEDS = {
    "go": words("on ahead forward"),
    "move": words("ahead forward"),
    "take": words("place effect"),
}
BEFALLING = words(
    """lose win fail suffer fall rise need see find know feel collapse survive struggle die face
    benefit risk gain look thrive prosper recover crash sink shrink"""
)
