"""The cast of a corpus: which actor a mention means, and which party an actor speaks for when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.records import Actor, Affiliation, Interval


@dataclass(frozen=True, slots=True)
class Cast:
    """Actors by id, and the actor's id of every mention that has one."""

    actors: Mapping[str, Actor]
    links: Mapping[str, str]

    def actor_at(self, mention: str) -> Actor | None:
        """The actor that a mention (its id) means, or None where that stays open."""
        return self.actors.get(self.links.get(mention, ""))

    def party_of(self, actor: str, when: Interval | None) -> str | None:
        """The id of the party that an actor speaks for at a time, or None.

        A party speaks for itself. Dated roles count only where they can hold at that time; a role
        that an article names without dates holds unless dated ones of that party exclude it. Two
        parties at once, or none, give None. Without a time only roles without an end count, and
        those that articles name.
        """
        found = self.actors.get(actor)
        if found is None:
            return None
        parties = {a.party for a in found.speaks_for}
        if actor in parties:
            return actor
        dated = [a for a in found.speaks_for if a.from_ or a.to]
        holding = [a for a in dated if _holds(a, when)]
        told = {a.party for a in found.speaks_for if not (a.from_ or a.to)}
        if not _bounded(when):
            # Of a day that nobody knows: who leads a party today may have led another then.
            return _one({a.party for a in holding} | told)
        if holding:
            return _one({a.party for a in holding})
        # A role in an article's words without a date: right unless the list says it is over.
        return _one(told - {a.party for a in dated})


def _holds(role: Affiliation, when: Interval | None) -> bool:
    """Whether a dated role can hold at this time; without a time, whether it has no end."""
    if when is None or not _bounded(when):
        return role.to is None
    starts_in_time = role.from_ is None or when.end is None or role.from_ < when.end
    return starts_in_time and (role.to is None or when.start is None or when.start < role.to)


def _bounded(when: Interval | None) -> bool:
    return when is not None and (when.start is not None or when.end is not None)


def _one(parties: set[str]) -> str | None:
    return next(iter(parties)) if len(parties) == 1 else None
