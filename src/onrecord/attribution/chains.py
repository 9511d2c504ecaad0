"""Through whom a statement reached the article: the outer speaker, the agency, the outlet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from onrecord.attribution.scene import Scene, covers
from onrecord.attribution.words import PASSED_ON
from onrecord.records import ActorMention, Attribution, Statement

# "The Lantern reports this with reference to Reuters": so short a sentence tells nothing else.
MAX_CREDIT_TOKENS = 16
REACH_CHARS = 600  # of a sentence without end only what stands near the cue counts


def find_chain(
    scene: Scene,
    statement: Statement,
    speaker: str | None,
    done: Mapping[str, Attribution],
    credited: Mapping[int, tuple[str, ...]],
) -> tuple[str, ...]:
    """The actors that passed a statement on, nearest to the article first."""
    chain: list[str] = [*_outlets(scene, statement)]
    outer = done.get(statement.inside or "")
    if outer is not None:
        chain = [*outer.via, *([outer.speaker] if outer.speaker else []), *chain]
    spans = statement.content or statement.cue
    if spans and (sentence := scene.parse.sentence_at(spans[0].start)) is not None:
        chain = [*credited.get(sentence.block, ()), *chain]
    return tuple(dict.fromkeys(actor for actor in chain if actor != speaker))


def _outlets(scene: Scene, statement: Statement) -> Iterator[str]:
    """Yield the outlets of the statement's own sentence that it was told to or quoted by."""
    anchor = (statement.cue or statement.source or statement.content)[:1]
    sentence = scene.parse.sentence_at(anchor[0].start) if anchor else None
    if sentence is None:
        return
    tokens = scene.parse.tokens_of(sentence)
    start = max(tokens[0].start, anchor[0].start - REACH_CHARS)
    end = min(tokens[-1].end, anchor[0].end + REACH_CHARS)
    for mention in scene.mentions_in(start, end):
        if covers(statement.content, mention.span.start, mention.span.end):
            continue
        actor = scene.cast.actor_at(mention.id)
        if actor is None or actor.kind != "outlet":
            continue
        near = scene.parse.between(max(start, mention.span.start - 40), mention.span.start)
        if {t.text.lower() for t in near[-6:]} & PASSED_ON:
            yield actor.id


def find_credits(scene: Scene) -> dict[int, tuple[str, ...]]:
    """Who is credited for the paragraph that follows, by block index.

    Only a sentence that does nothing else counts ("… reports on this with reference to …"), and
    only for its own block and the next: what an article says later may be its own reporting.
    """
    found: dict[int, tuple[str, ...]] = {}
    for sentence in scene.parse.sentences:
        tokens = scene.parse.tokens_of(sentence)
        if len(tokens) > MAX_CREDIT_TOKENS:
            continue
        words = [t.text.lower() for t in tokens]
        if not {"this", "it"} & set(words) or not _credits(words):
            continue
        actors = tuple(_bodies(scene, scene.mentions_in(tokens[0].start, tokens[-1].end)))
        if actors:
            found[sentence.block] = found[sentence.block + 1] = actors
    return found


def _credits(words: list[str]) -> bool:
    joined = " ".join(words)
    return any(
        phrase in joined
        for phrase in ("with reference to", "citing", "referring to", "according to")
    ) and any(w.startswith("report") or w in {"writes", "wrote", "said"} for w in words)


def _bodies(scene: Scene, mentions: Iterable[ActorMention]) -> Iterator[str]:
    """Yield the outlets and bodies among these, the article's own outlet left out."""
    own = (scene.article.outlet or "").lower()
    for mention in mentions:
        actor = scene.cast.actor_at(mention.id)
        if actor is None or actor.kind not in {"outlet", "organization"}:
            continue
        if actor.name.lower() != own:
            yield actor.id
