"""For whom the actors of one article serve: by its own titles first, then by the whole cast."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.actors.cast import Cast
from onrecord.records import Actor, ActorMention, Interval

BODIES = frozenset({"government", "organization", "group", "outlet"})  # bear no titles


class Serving:
    """What an article's titles tell of its actors; built of its mentions, asked for a party."""

    def __init__(self, mentions: Iterable[ActorMention], cast: Cast) -> None:
        self._cast = cast
        self._bodies: dict[str, set[str]] = {}  # named with titles that are not over
        former: set[str] = set()
        serving: set[str] = set()
        for mention in mentions:
            if mention.role is None or (actor := cast.actor_at(mention.id)) is None:
                continue
            (former if mention.former else serving).add(actor.id)
            if mention.of is not None and not mention.former:
                self._bodies.setdefault(actor.id, set()).add(mention.of)
        self._former = former - serving  # of whom all titles are over

    def party_of(self, actor: Actor, when: Interval | None) -> str | None:
        """The id of the party that an actor speaks for in this article, or None.

        What its titles say goes before what other articles and lists say of that time; one whose
        titles here are all over speaks for a party only by a dated role.
        """
        own = self._by_titles(actor)
        if own is not None:
            return own
        if actor.id in self._former and not _dated(actor):
            return None
        return self._cast.party_of(actor.id, when)

    def _by_titles(self, actor: Actor) -> str | None:
        """The party that this article's own titles give a person, if they give one."""
        if actor.kind in BODIES:
            return None
        bodies = self._bodies.get(actor.id, set())
        found = {
            a.party
            for a in actor.speaks_for
            if (known := self._cast.actors.get(a.party)) is not None and known.name in bodies
        }
        return found.pop() if len(found) == 1 else None


def _dated(actor: Actor) -> bool:
    return any(a.from_ is not None or a.to is not None for a in actor.speaks_for)
