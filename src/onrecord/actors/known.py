"""What the base knows: actors, the words that mean them, and who held which office when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from onrecord.actors.spelling import fold, loose_key, surname_of
from onrecord.records import ActorKind, Affiliation, identity


@lru_cache(maxsize=1 << 17)  # asked for with every mention
def actor_id(key: str) -> str:
    """The id of the actor with this key."""
    return identity("actor", key)


NO_ACTOR = "place"  # what a place's name points at: nobody


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """An actor of the base. `party` is the key of what it speaks for: its own, another, None."""

    key: str
    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()
    wikidata: str | None = None
    party: str | None = None
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a word can mean: the key of an actor, and how the word points at it."""

    key: str
    form: Literal["name", "seat", "capital", "demonym", "people", "place"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """That a person spoke for a party (its key) in a role, from a day until before another."""

    party: str
    role: str | None
    from_: dt.date | None
    to: dt.date | None
    basis: str

    def affiliation(self) -> Affiliation:
        """The same as a record, with the party's id."""
        return Affiliation(
            party=actor_id(self.party),
            role=self.role,
            from_=self.from_,
            to=self.to,
            basis=self.basis,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorBase:
    """All that is known of actors before any article is read.

    `surfaces` maps the first word of a surface to (surface, reading) pairs, longest first;
    `persons` maps a folded surname to the keys of persons; `roles` a title's head word to
    (whether it speaks for its body, rank); `given` a folded given name to (key, gender); `loose`
    the loose key of a body's name to its key.
    """

    actors: Mapping[str, Known]
    surfaces: Mapping[str, tuple[tuple[str, Reading], ...]]
    terms: Mapping[str, tuple[Term, ...]]
    persons: Mapping[str, tuple[str, ...]]
    names: Mapping[str, str]
    adjectives: Mapping[str, str]
    roles: Mapping[str, tuple[bool, str]]
    given: Mapping[str, tuple[str, str]]
    loose: Mapping[str, str]

    def named(self, name: str) -> Known | None:
        """The actor of this exact name or alias, persons included, or None."""
        key = self.names.get(name)
        return self.actors[key] if key else None

    def named_loosely(self, name: str) -> Known | None:
        """The one body whose name of several words differs in spelling alone, or None."""
        key = self.loose.get(loose_key(name)) if " " in name else None
        return self.actors[key] if key else None

    def given_key(self, given: str) -> str:
        """One key for the forms of a given name: Volodymyr and Vladimir share one."""
        folded = fold(given)
        found = self.given.get(folded)
        return found[0] if found else folded

    def gender(self, name: str) -> str | None:
        """M or f where the given name tells it, else None."""
        found = self.given.get(fold(name.split(maxsplit=1)[0])) if " " in name else None
        return found[1] or None if found else None

    def namesakes(self, name: str) -> tuple[str, ...]:
        """The keys of known persons with this person's surname."""
        return self.persons.get(fold(surname_of(name)), ())
