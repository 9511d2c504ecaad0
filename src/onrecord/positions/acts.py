"""Words that carry an act, and what becomes of an act under negation or another verb.

Every cue says where its object stands, by the dependency of the word that leads to it: "dobj",
"that" (a clause), "to" (an infinitive), "ing", or a preposition ("on", "for").
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from onrecord.positions.wording import words
from onrecord.records import Act

Turn = Literal["same", "against", "leaving", "weak"]


@dataclass(frozen=True, slots=True)
class Cue:
    """An act, where its object stands, and how sure the word makes it."""

    act: Act
    takes: tuple[str, ...]
    sure: float = 0.85
    particle: str | None = None


def _cues(act: Act, sure: float, table: str) -> dict[str, list[Cue]]:
    """Cues from lines `lemma[+particle]: places of the object`."""
    found: dict[str, list[Cue]] = {}
    for line in table.strip().splitlines():
        lemma, places = line.split(":")
        word, _, particle = lemma.strip().partition("+")
        cue = Cue(act, tuple(places.split()), sure, particle or None)
        found.setdefault(word, []).append(cue)
    return found


def _merge(*tables: dict[str, list[Cue]]) -> dict[str, tuple[Cue, ...]]:
    merged: dict[str, list[Cue]] = {}
    for table in tables:
        for word, cues in table.items():
            merged.setdefault(word, []).extend(cues)
    return {word: tuple(cues) for word, cues in merged.items()}


DEMANDING = """
    demand: dobj that to
    insist: on upon that
    require: dobj that
    call: for on to
    press: for
    push: for
    appeal: for
    ask: for
    lobby: for
    request: dobj that
"""
WISHING = """
    want: dobj to that
    seek: dobj to
    urge: to that
    advocate: dobj for
"""
REFUSING = """
    reject: dobj ing
    refuse: to dobj
    rule+out: dobj ing
    oppose: dobj ing
    decline: to
    rebuff: dobj
    spurn: dobj
    turn+down: dobj
    veto: dobj
    object: to
    balk: at
    exclude: dobj ing
    dismiss: dobj
"""
ADVISING_AGAINST = """
    warn: against
    caution: against
    advise: against
"""
ACCEPTING = """
    accept: dobj that
    agree: to on that
    consent: to
    approve: dobj of
    endorse: dobj
"""
SUPPORTING = """
    support: dobj ing
    back: dobj
    favor: dobj ing
    favour: dobj ing
"""
COMMITTING = """
    promise: to dobj that
    pledge: to dobj that
    vow: to that
    commit: to
    undertake: to
"""
WEIGHING = """
    consider: dobj ing
    mull: dobj ing
    weigh: dobj
"""
TAKING_BACK = """
    withdraw: dobj
    retract: dobj
    drop: dobj
    abandon: dobj
"""

VERBS: Final = _merge(
    _cues("demand", 0.9, DEMANDING),
    _cues("demand", 0.7, WISHING),
    _cues("reject", 0.9, REFUSING),
    _cues("reject", 0.75, ADVISING_AGAINST),
    _cues("accept", 0.85, ACCEPTING),
    _cues("accept", 0.6, SUPPORTING),
    _cues("offer", 0.85, "offer: dobj to"),
    _cues("propose", 0.85, "propose: dobj that ing to"),
    _cues("commit", 0.8, COMMITTING),
    _cues("openness", 0.75, WEIGHING),
    _cues("withdraw", 0.8, TAKING_BACK),
    _cues("threaten", 0.8, "threaten: to with dobj ing"),
)
NOUNS: Final = _merge(
    _cues("demand", 0.85, "demand: for that to of\ninsistence: on that"),
    _cues("demand", 0.8, "call: for\nrequest: for to"),
    _cues("reject", 0.85, "refusal: to of\nrejection: of\nopposition: to"),
    _cues("accept", 0.7, "acceptance: of\napproval: of"),
    _cues("offer", 0.75, "offer: to of\nreadiness: for to\nwillingness: to"),
    _cues("commit", 0.75, "promise: to of\npledge: to of\ncommitment: to\nvow: to"),
    _cues("propose", 0.75, "proposal: for to of"),
    _cues("openness", 0.75, "openness: to"),
    _cues("threaten", 0.75, "threat: to of"),
)
ADJECTIVES: Final = _merge(
    _cues("offer", 0.75, "ready: to for\nwilling: to\nprepared: to for\nprepare: to for"),
    _cues("openness", 0.75, "open: to"),
    _cues("reject", 0.85, "unwilling: to\nopposed: to\nunprepared: to"),
)

# What can be withdrawn so that a position goes with it; armies are withdrawn as well.
WITHDRAWABLE: Final = words(
    """demand offer proposal request support insistence pledge objection opposition claim consent
    approval threat veto bid refusal acceptance endorsement promise commitment condition"""
)

# Verbs through which an act reaches its matter, by what they do to it on the way.
_SAME = """accept approve endorse adopt support agree embrace include involve honor honour respect
implement guarantee ensure secure make have get see take allow permit commit contain grant provide
establish achieve reach seek pursue receive give sign enter rush be become set participate
engage cover address enable offer propose back impose undertake place keep
hold resume launch attend join open face"""
_AGAINST = """reject refuse resist oppose exclude avoid block prevent forbid preclude rule
suspend halt pause freeze cancel"""
_LEAVING = "abandon drop renounce forgo shelve scrap relinquish"
_WEAK = """discuss consider study explore examine review look think talk weigh negotiate debate
listen hear assess evaluate analyze"""
THROUGH: Final[dict[str, Turn]] = {
    **dict.fromkeys(words(_SAME), "same"),
    **dict.fromkeys(words(_AGAINST), "against"),
    **dict.fromkeys(words(_LEAVING), "leaving"),
    **dict.fromkeys(words(_WEAK), "weak"),
}
# Verbs whose subject is the matter: "talks begin", "sanctions end".
HAPPENING: Final[dict[str, Turn]] = {
    **dict.fromkeys(words("begin start resume happen proceed continue occur follow"), "same"),
    **dict.fromkeys(words("stop end cease"), "against"),
}

# Nouns through which an act reaches its matter ("the idea of a truce").
THROUGH_NOUNS: Final = words(
    """idea notion possibility prospect question issue concept kind form sort type series set number
    any principle part suggestion call demand proposal offer plan inclusion acceptance request
    establishment creation introduction implementation provision discussion talk guarantee effort
    bid attempt agreement deal step measure talks debate clause commitment readiness
    compromise recourse"""
)
THROUGH_NOUNS_WEAK: Final = words("discussion talk talks debate question issue")

AGAINST: Final[dict[Act, Act | None]] = {
    "demand": "reject",
    "accept": "reject",
    "offer": "reject",
    "propose": "reject",
    "commit": "reject",
    "openness": "reject",
    "reject": "openness",
    "withdraw": None,
    "threaten": "threaten",
}
WEAK: Final[dict[Act, Act | None]] = {
    "accept": "openness",
    "offer": "openness",
    "commit": "openness",
    "propose": "openness",
    "openness": "openness",
    "reject": None,  # "would not discuss it" is mostly a declined comment
    "demand": None,
    "withdraw": None,
    "threaten": "threaten",
}
# "agreed to drop its demand for …" takes it back, "refused to drop …" lets it stand.
LEAVING: Final[dict[Act, Act | None]] = {
    "demand": "reject",
    "accept": "withdraw",
    "offer": "withdraw",
    "commit": "withdraw",
    "propose": "withdraw",
}
# "did not demand" says nothing of the contrary; "did not accept" does.
NEGATED: Final[dict[Act, Act | None]] = {
    "accept": "reject",
    "openness": "reject",
    "reject": "openness",
    "withdraw": "demand",
}


def turned(act: Act, turn: Turn) -> Act | None:
    """The act after passing through a verb that turns it; None: it says nothing."""
    if turn == "against":
        return AGAINST.get(act)
    if turn == "weak":
        return WEAK.get(act)
    if turn == "leaving":
        return LEAVING.get(act)
    return act


def negated(act: Act) -> Act | None:
    """The act under a negation of its cue; None: it says nothing."""
    return NEGATED.get(act)
