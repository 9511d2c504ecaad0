"""Attributes every statement of an article: speaker, party, chain, time, what its content holds."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.actors import Cast
from onrecord.attribution.chains import find_chains
from onrecord.attribution.parties import find_party
from onrecord.attribution.saying import find_said
from onrecord.attribution.scene import Scene
from onrecord.attribution.speakers import Found, find_speaker
from onrecord.language.parse import Parse
from onrecord.records import (
    ActorMention,
    Article,
    ArticleDate,
    Attribution,
    PlaceMention,
    QuantityMention,
    Statement,
    TimeMention,
)


def attribute(
    article: Article,
    parse: Parse,
    statements: Iterable[Statement],
    mentions: Iterable[ActorMention],
    cast: Cast,
    times: Iterable[TimeMention],
    places: Iterable[PlaceMention],
    quantities: Iterable[QuantityMention],
    date: ArticleDate,
) -> tuple[Attribution, ...]:
    """One attribution for every statement, in the order of the statements.

    A speaker that the text leaves open is None; `method` then says why. The party is the one that
    the speaker spoke for when the statement was made, or at the article's date.
    """
    ordered = list(statements)
    scene = Scene(
        article=article,
        parse=parse,
        cast=cast,
        mentions=sorted(mentions, key=lambda m: (m.span.start, m.span.end)),
        statements={s.id: s for s in ordered},
    )
    times = sorted(times, key=_place)
    places = sorted((place for place in places if place.form == "name"), key=_place)
    quantities = sorted(quantities, key=_place)
    done: dict[str, Attribution] = {}
    before: Statement | None = None
    for statement in _outer_first(ordered):
        found = find_speaker(scene, statement)
        if not statement.source and statement.kind == "direct":
            found = _carried(scene, statement, before, done) or found
        if found.mention is None and _says_i(statement):
            found = _outer(scene, statement, done) or found
        done[statement.id] = _attribution(scene, statement, found, times, places, quantities, date)
        before = statement
    chains = find_chains(scene, done)
    return tuple(replace(done[s.id], via=chains[s.id]) for s in ordered)


def _outer_first(statements: Sequence[Statement]) -> list[Statement]:
    """The statements in text order, each after the one that reports it."""
    known = {s.id: s for s in statements}
    depth: dict[str, int] = {}
    for statement in statements:
        chain, at = [], statement
        while at.id not in depth and at.id not in chain:
            chain.append(at.id)
            outer = known.get(at.inside or "")
            if outer is None:
                break
            at = outer
        level = depth.get(at.id, -1)
        for identifier in reversed(chain):
            level += 1
            depth.setdefault(identifier, level)
    return sorted(statements, key=lambda s: (depth[s.id], _start(s), s.id))


def _start(statement: Statement) -> int:
    spans = statement.content or statement.source or statement.cue
    return spans[0].start if spans else 0


def _carried(
    scene: Scene, statement: Statement, before: Statement | None, done: dict[str, Attribution]
) -> Found | None:
    """The speaker of the quotation before, where this one goes on with no one named between."""
    if before is None or not before.content or not statement.content or before.kind == "indirect":
        return None
    earlier = done[before.id]
    end, start = before.content[-1].end, statement.content[0].start
    left, right = scene.parse.sentence_at(end), scene.parse.sentence_at(start)
    if left is None or right is None or right.block - left.block > 1 or end > start:
        return None
    speaking = next(
        (
            m
            for s in before.source
            for m in scene.mentions_in(s.start, s.end)
            if (actor := scene.cast.actor_at(m.id)) is not None and actor.id == earlier.speaker
        ),
        None,
    )
    others = [
        m for m in scene.mentions_in(end, start) if speaking is None or m.name != speaking.name
    ]
    if speaking is None or others:
        return None
    return Found(speaking, "goes on from the quotation before")


def _says_i(statement: Statement) -> bool:
    return len(statement.source) == 1 and statement.source[0].text.lower() in {"i", "we"}


def _outer(scene: Scene, statement: Statement, done: dict[str, Attribution]) -> Found | None:
    """For "I" or "we" inside a quotation: whoever is quoted."""
    outer = done.get(statement.inside or "")
    if outer is None or outer.speaker is None:
        return None
    mention = next(
        (
            m
            for s in scene.statements[outer.statement].source
            for m in scene.mentions_in(s.start, s.end)
            if (actor := scene.cast.actor_at(m.id)) is not None and actor.id == outer.speaker
        ),
        None,
    )
    return Found(mention, "the one quoted speaks of itself") if mention else None


def _attribution(
    scene: Scene,
    statement: Statement,
    found: Found,
    times: Sequence[TimeMention],
    places: Sequence[PlaceMention],
    quantities: Sequence[QuantityMention],
    date: ArticleDate,
) -> Attribution:
    actor = scene.cast.actor_at(found.mention.id) if found.mention else None
    said = find_said(scene, statement, times, date)
    speaker = actor.id if actor else None
    return Attribution(
        statement=statement.id,
        article=statement.article,
        speaker=speaker,
        speaker_text=" … ".join(s.text for s in statement.source) or None,
        party=find_party(scene, found, said, date),
        said=said,
        times=_inside(statement, times),
        places=_inside(statement, places),
        quantities=_inside(statement, quantities),
        method=found.method,
    )


def _inside(
    statement: Statement, records: Sequence[TimeMention | PlaceMention | QuantityMention]
) -> tuple[str, ...]:
    """The ids of the records whose span lies in the statement's content, in text order."""
    found = {
        r.id: None
        for span in statement.content
        for r in records[
            bisect_left(records, span.start, key=_place) : bisect_left(
                records, span.end, key=_place
            )
        ]
        if r.span.end <= span.end
    }
    return tuple(found)


def _place(record: TimeMention | PlaceMention | QuantityMention) -> int:
    return record.span.start
