"""Who they are: the actors that articles name, under all their names, and whom they speak for."""

from onrecord.actors.base import load_base
from onrecord.actors.cast import Cast
from onrecord.actors.decided import (
    Who,
    apart,
    check_decision,
    is_about_actors,
    means,
    read_who,
    same,
    shown_as,
    unplaced,
)
from onrecord.actors.known import ActorBase, actor_id
from onrecord.actors.linking import find_links, link_actors
from onrecord.actors.links import Links
from onrecord.actors.mentions import find_mentions
from onrecord.actors.pronouns import is_owning
from onrecord.actors.review import Doubt, find_doubts
from onrecord.actors.serving import Serving
from onrecord.actors.suggestion import suggest_parties

__all__ = [
    "ActorBase",
    "Cast",
    "Doubt",
    "Links",
    "Serving",
    "Who",
    "actor_id",
    "apart",
    "check_decision",
    "find_doubts",
    "find_links",
    "find_mentions",
    "is_about_actors",
    "is_owning",
    "link_actors",
    "load_base",
    "means",
    "read_who",
    "same",
    "shown_as",
    "suggest_parties",
    "unplaced",
]
