"""The party that a speaker spoke for: by the article's own words first, then by the cast."""

from __future__ import annotations

from onrecord.attribution.scene import Scene
from onrecord.attribution.speakers import Found
from onrecord.records import Actor, ActorMention, ArticleDate, Interval


def find_party(scene: Scene, found: Found, said: Interval | None, date: ArticleDate) -> str | None:
    """The id of the party spoken for when it was said, or at the article's date; None if open.

    Several speakers together have one only where all speak for the same.
    """
    when = said or date.published
    mentions = [found.mention] if found.mention else list(found.together)
    parties = {_party(scene, mention, when) for mention in mentions}
    return parties.pop() if len(parties) == 1 else None


def _party(scene: Scene, mention: ActorMention, when: Interval | None) -> str | None:
    actor = scene.cast.actor_at(mention.id)
    if actor is None:
        return None
    own = _in_this_article(scene, actor)
    if own is not None:
        return own
    if actor.id in scene.former and not _dated(actor):
        return None
    return scene.cast.party_of(actor.id, when)


def _in_this_article(scene: Scene, actor: Actor) -> str | None:
    """The party that this article's own titles give the actor, if they give one."""
    if actor.kind in {"government", "organization", "group", "outlet"}:
        return None
    bodies = scene.bodies.get(actor.id, set())
    found = {
        a.party
        for a in actor.speaks_for
        if (known := scene.cast.actors.get(a.party)) is not None and known.name in bodies
    }
    return found.pop() if len(found) == 1 else None


def _dated(actor: Actor) -> bool:
    return any(a.from_ is not None or a.to is not None for a in actor.speaks_for)
