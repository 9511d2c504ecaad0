"""Who passed words on or heard them, by the words around a name: "told X", "carried by X"."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.actors.outlets import HOST, squeezed
from onrecord.attribution.carrier_patterns import (
    ANOTHER,
    OF_ITS_OWN,
    OF_ITS_PRESS,
    PATTERNS,
    PRESS_PATTERNS,
    TAIL,
    Pattern,
    Side,
    Takes,
)
from onrecord.attribution.scene import Scene
from onrecord.records import Actor, ActorMention

REACH_CHARS = 160  # what leads to a name stands right before it


@dataclass(frozen=True, slots=True)
class Carrier:
    """One who passed words on (`carried`), heard them (`told`), or was their source (`cited`).

    `start` is where the words that say so begin.
    """

    mention: ActorMention
    actor: str
    start: int
    pattern: Pattern

    @property
    def side(self) -> Side:
        """Which link of a chain it is."""
        return self.pattern.side


def find_carriers(scene: Scene, press: frozenset[str]) -> dict[int, tuple[Carrier, ...]]:
    """The links of chains that the article's sentences name, by sentence, in text order."""
    found: dict[int, list[Carrier]] = {}
    before: Carrier | None = None
    for mention in scene.mentions:
        actor = scene.cast.actor_at(mention.id)
        sentence = scene.parse.sentence_at(mention.span.start)
        if actor is None or sentence is None or mention.form == "demonym":
            continue
        tokens = scene.parse.tokens
        bounds = (tokens[sentence.first].start, tokens[sentence.last - 1].end)
        carrier = _carrier(scene, mention, actor, press, bounds)
        carrier = carrier or _joined(scene, mention, actor, press, before)
        if carrier is None:
            continue
        before = carrier
        if not is_own_outlet(scene, actor):
            found.setdefault(sentence.i, []).append(carrier)
    return {at: tuple(carriers) for at, carriers in found.items()}


def _carrier(
    scene: Scene,
    mention: ActorMention,
    actor: Actor,
    press: frozenset[str],
    bounds: tuple[int, int],
) -> Carrier | None:
    """The link that the words around a mention make of it, or None."""
    if _is_of_its_own(scene, mention):
        return None
    first = max(bounds[0], mention.span.start - REACH_CHARS)
    text = scene.article.text[first : mention.span.start]
    after = scene.article.text[mention.span.end : min(bounds[1], mention.span.end + REACH_CHARS)]
    found = _pattern_at(actor, press, text, after)
    return Carrier(mention, actor.id, first + found[1], found[0]) if found else None


def _pattern_at(
    actor: Actor, press: frozenset[str], text: str, after: str
) -> tuple[Pattern, int] | None:
    """The first pattern that fits before and behind a name, and where its words begin."""
    for pattern in PATTERNS:
        if may_carry(actor, pattern.takes, press) and (match := pattern.words.search(text)):
            return pattern, match.start()
    if actor.id not in press:
        return None
    for pattern in PRESS_PATTERNS:
        match = pattern.words.search(text)
        if match is not None and (pattern.behind is None or pattern.behind.match(after)):
            return pattern, len(text) if pattern is TAIL else match.start()
    return None


def _joined(
    scene: Scene,
    mention: ActorMention,
    actor: Actor,
    press: frozenset[str],
    before: Carrier | None,
) -> Carrier | None:
    """The second of two: "told Velt and the Harbor Times"."""
    if before is None or _is_of_its_own(scene, mention):
        return None
    between = scene.article.text[before.mention.span.end : mention.span.start]
    takes: Takes = "any" if before.side == "cited" else "press"
    if len(between) > 12 or not ANOTHER.fullmatch(between) or not may_carry(actor, takes, press):
        return None
    if before.side == "cited" and " and" not in between:
        return None  # "citing officials, Velt said" names the one who cites
    return Carrier(mention, actor.id, before.start, before.pattern)


def may_carry(actor: Actor, takes: Takes, press: frozenset[str]) -> bool:
    """Whether one like this can stand there: an outlet, a body that may be one, anyone."""
    if takes == "any" or actor.id in press:
        return True
    return takes == "bodies" and actor.kind == "organization" and not actor.speaks_for


def _is_of_its_own(scene: Scene, mention: ActorMention) -> bool:
    """Whether something of the outlet's is meant that is no press: its board, its owner."""
    after = scene.article.text[mention.span.end : mention.span.end + 40]
    return OF_ITS_PRESS.match(after) is None and OF_ITS_OWN.match(after) is not None


def is_own_outlet(scene: Scene, actor: Actor) -> bool:
    """Whether an actor is the article's own outlet, by name or host."""
    names = names_of_outlet(scene.article.outlet)
    return bool(names & {squeezed(n) for n in (actor.name, *actor.aliases)})


def names_of_outlet(outlet: str | None) -> frozenset[str]:
    """The names, squeezed, by which an article's own outlet is known: as given, and its host."""
    if not outlet:
        return frozenset()
    host = HOST.match(outlet)
    return frozenset({squeezed(outlet), *([squeezed(host[1])] if host else [])})
