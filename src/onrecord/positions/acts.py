"""What carries an act, and what becomes of an act under negation or another verb.

The words themselves stand in the codebook (`acts:`). A cue says where its object stands by the
dependency of the word that leads to it: "dobj", "that" (a clause), "to" (an infinitive), "ing", or
a preposition ("on", "for").
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
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


@dataclass(frozen=True, slots=True)
class Idiom:
    """A verb with its fixed words, the place of its matter, and the act of the whole."""

    act: Act
    verb: str
    fixed: tuple[str, ...]
    matter: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActWords:
    """The words of a codebook that carry acts, by their base form; `idioms` by their verb.

    `called` are words that a party calls a thing by, so that it demands or refuses it.
    """

    verbs: Mapping[str, tuple[Cue, ...]] = field(default_factory=dict)
    nouns: Mapping[str, tuple[Cue, ...]] = field(default_factory=dict)
    adjectives: Mapping[str, tuple[Cue, ...]] = field(default_factory=dict)
    idioms: Mapping[str, tuple[Idiom, ...]] = field(default_factory=dict)
    called: Mapping[str, Act] = field(default_factory=dict)


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
