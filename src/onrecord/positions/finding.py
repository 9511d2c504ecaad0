"""Finds the positions of one article."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from onrecord.actors import Cast
from onrecord.language.parse import Parse
from onrecord.positions.codebook import Codebook
from onrecord.positions.frames import frames
from onrecord.positions.holders import Holders
from onrecord.positions.index import touches
from onrecord.positions.marked import marked_frames, seconded
from onrecord.positions.matching import Matcher
from onrecord.positions.plain_frames import plain_frames
from onrecord.positions.reading import Reading
from onrecord.positions.scene import Scene
from onrecord.positions.voices import Voices
from onrecord.records import (
    ActorMention,
    Article,
    Attribution,
    Position,
    PositionMark,
    Statement,
    TimeMention,
    identity,
)

STRETCH = 200  # characters


def find_positions(
    article: Article,
    parse: Parse,
    statements: Iterable[Statement],
    attributions: Iterable[Attribution],
    mentions: Iterable[ActorMention],
    cast: Cast,
    times: Iterable[TimeMention],
    codebook: Codebook,
    marks: Iterable[PositionMark] | None = None,
) -> tuple[Position, ...]:
    """The positions that an article reports, in text order, each with the words it stands on.

    `marks` are words that read like a position to a model that has learnt it; a construction in a
    sentence without any tells only what the codebook knows. None: constructions alone tell.
    """
    mentions = tuple(mentions)
    holders = Holders(parse, mentions, cast, article.published)
    voices = Voices(parse, statements, attributions, cast, mentions)
    scene = Scene(article, parse, holders, voices, codebook.acts)
    found = touches(parse, codebook)
    reading = Reading(article, parse, scene, found, Matcher(codebook, found, holders), tuple(times))
    opened = list(frames(scene) if parse.has_syntax else plain_frames(scene, found))
    marks = tuple(marks) if marks is not None and parse.has_syntax else None
    if marks is not None:
        opened += list(marked_frames(scene, marks, opened))
    positions = [p for frame in opened for p in reading.positions(frame)]
    if marks is not None:
        positions = seconded(article, parse, marks, positions)
    return _distinct(positions)


def _distinct(positions: Iterable[Position]) -> tuple[Position, ...]:
    """The positions in text order, each told once: the surest of several readings of one clause."""
    ranked = sorted(positions, key=lambda p: (-p.confidence, p.spans, p.issue or "", p.id))
    kept: list[Position] = []
    near: dict[int, list[Position]] = {}  # by stretch of text, so that many stay linear
    for position in ranked:
        span = position.spans[0]
        stretches = range(span.start // STRETCH, span.end // STRETCH + 1)
        if not any(_same(position, other) for s in stretches for other in near.get(s, ())):
            kept.append(position)
            for stretch in stretches:
                near.setdefault(stretch, []).append(position)
    kept.sort(key=lambda p: (p.spans, p.act, p.issue or "", p.step or "", p.values))
    return tuple(_numbered(kept))


def _same(position: Position, other: Position) -> bool:
    """Whether the other one already tells this one: same party and matter, shared words."""
    left, right = position.spans[0], other.spans[0]
    if left.end <= right.start or right.end <= left.start:
        return False
    if (position.party, position.party_text if position.party is None else "") != (
        other.party,
        other.party_text if other.party is None else "",
    ):
        return False
    if position.issue is None and position.step is None:
        return other.step is None  # unmapped beside a mapped one
    return (position.issue, position.values, position.step, position.act, position.about) == (
        other.issue,
        other.values,
        other.step,
        other.act,
        other.about,
    )


def _numbered(positions: Iterable[Position]) -> list[Position]:
    """The positions with ids made distinct where one clause holds several on the same words."""
    seen: dict[str, int] = {}
    found = []
    for position in positions:
        number = seen[position.id] = seen.get(position.id, 0) + 1
        fresh = position.id if number == 1 else identity(position.id, str(number))
        found.append(replace(position, id=fresh))
    return found
