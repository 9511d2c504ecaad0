"""The party that a speaker spoke for: by the article's own words first, then by the cast."""

from __future__ import annotations

from onrecord.attribution.scene import Scene
from onrecord.attribution.speakers import Found
from onrecord.records import ActorMention, ArticleDate, Interval


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
    return scene.serving.party_of(actor, when) if actor is not None else None
