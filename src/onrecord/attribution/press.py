"""Which actors of an article are press: by the base, by their name, by what they are called."""

from __future__ import annotations

import re

from onrecord.actors.press_words import NOUN, OUTLET_WORDS
from onrecord.attribution.scene import Scene
from onrecord.records import Actor, ActorMention

BEFORE = re.compile(rf"\b(?i:{NOUN}),?\s+(?:[Tt]he\s+)?[\"“‘']?$")
BEHIND = re.compile(
    r"[\"”’']?(?:\s+(?:state\s+|state-run\s+)?|,\s+(?:the|an?)\s+(?:[\w’'.-]{1,30}\s+){0,5}?)"
    rf"(?P<noun>(?i:{NOUN}))\b"
)
# What an outlet is called once it is known: "the paper", "the station".
PRESS_NOUN = re.compile(rf"\b(?i:{NOUN}|paper|agency|station|channel|network|site|portal|blog)\b")
# What an agency does to news: a one-word name without a title that does it is no person's.
REPORTS = re.compile(r"\s+(?:reports|reported)(?:\s+(?:that|on)\b|,|\s+\w+day\b)")
# Nouns that follow a person as well: "the Maren television interview".
OF_A_PERSON = frozenset({"television", "tv", "radio", "magazine", "website"})
A_CLAUSE = re.compile(
    r"\s+(?:\w+ly\s+)?(?:is|was|are|were|has|had|will|would|could|can|did|does|may|might|must|"
    r"should|wants?|wanted)\b"
)
REACH_CHARS = 60


def find_press(scene: Scene) -> frozenset[str]:
    """The ids of the actors that the base, their name or this article's words make press."""
    found: set[str] = set()
    people = {
        actor.id
        for m in scene.mentions
        if (m.role is not None or m.form in {"pronoun", "description"})
        and (actor := scene.cast.actor_at(m.id)) is not None
        and actor.kind == "person"
    }
    for mention in scene.mentions:
        actor = scene.cast.actor_at(mention.id)
        if actor is None or actor.id in found | people or actor.kind in {"government", "unnamed"}:
            continue
        if _is_outlet(actor) or (mention.form == "name" and _called_press(scene, mention, actor)):
            found.add(actor.id)
    return frozenset(found)


def _is_outlet(actor: Actor) -> bool:
    named = actor.kind == "organization" and bool(set(actor.name.split()) & OUTLET_WORDS)
    return actor.kind == "outlet" or named


def _called_press(scene: Scene, mention: ActorMention, actor: Actor) -> bool:
    """Whether a noun for press stands at the name: "the state agency X", "X, a newspaper".

    A one-word name is often read as a person's; it is press if nothing makes a clause of it, as
    in "told the newspaper Maren would go".
    """
    text, start, end = scene.article.text, mention.span.start, mention.span.end
    person = actor.kind == "person"
    if person and (" " in actor.name or A_CLAUSE.match(text, end, end + REACH_CHARS)):
        return False
    if BEFORE.search(text[max(0, start - REACH_CHARS) : start]):
        return True
    if person and REPORTS.match(text, end, end + REACH_CHARS):
        return True
    behind = BEHIND.match(text[end : end + 2 * REACH_CHARS])
    return behind is not None and not (person and behind["noun"].lower() in OF_A_PERSON)
