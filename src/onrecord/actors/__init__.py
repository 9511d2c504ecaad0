"""Who they are: the actors that articles name, under all their names, and whom they speak for."""

from onrecord.actors.base import load_base
from onrecord.actors.cast import Cast
from onrecord.actors.known import ActorBase, actor_id
from onrecord.actors.linking import link_actors
from onrecord.actors.mentions import find_mentions

__all__ = ["ActorBase", "Cast", "actor_id", "find_mentions", "link_actors", "load_base"]
