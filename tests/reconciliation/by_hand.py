"""Articles and casts made by hand for the tests of this room."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Sequence
from typing import Any
from zlib import crc32

from onrecord.actors.cast import Cast
from onrecord.records import Actor, ActorKind, Article, Block, BlockKind, Interval, Segment


def day(text: str, days: int = 1, basis: str = "metadata") -> Interval:
    """The interval of a day, or of several from it on."""
    start = dt.date.fromisoformat(text)
    precision = "day" if days == 1 else "week"
    return Interval(
        start=start,
        end=start + dt.timedelta(days=days),
        precision=precision,  # type: ignore[arg-type]
        basis=basis,
    )


def article(
    *paragraphs: str,
    name: str | None = None,
    outlet: str | None = "Harbour Post",
    published: str | None = "2031-03-04",
    authors: Sequence[str] = (),
    cites: Sequence[str] = (),
    kinds: Sequence[BlockKind] = (),
) -> Article:
    """An article of these paragraphs; `kinds` names the kind of the first blocks."""
    text = "\n\n".join(paragraphs)
    blocks, at = [], 0
    for number, part in enumerate(paragraphs):
        kind = kinds[number] if number < len(kinds) else "paragraph"
        blocks.append(Block(start=at, end=at + len(part), kind=kind))
        at += len(part) + 2
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Article(
        id=name or digest,
        path=f"{name or digest[:8]}.txt",
        sha256=digest,
        text=text,
        raw=text,
        encoding="utf-8",
        segments=(Segment(start=0, length=len(text), raw_start=0, raw_length=len(text)),),
        blocks=tuple(blocks),
        outlet=outlet,
        authors=tuple(authors),
        cites=tuple(cites),
        published=day(published) if published else None,
    )


def actor(name: str, kind: ActorKind, *aliases: str) -> Actor:
    """An actor whose id is its name in small letters."""
    return Actor(id=name.lower(), key=name.lower(), name=name, kind=kind, aliases=aliases)


def cast(*actors: Actor) -> Cast:
    """A cast without mentions."""
    return Cast({a.id: a for a in actors}, {})


def prose(seed: int, words: int = 40) -> str:
    """A paragraph of invented words, the same for the same seed."""
    letters = "bcdfghklmnprstvz"
    vowels = "aeiou"
    state = seed * 7919 + 13
    made = []
    for _ in range(words):
        word = ""
        for _ in range(3):
            state = (state * 1103515245 + 12345) % (1 << 31)
            word += letters[(state >> 8) % 16] + vowels[(state >> 16) % 5]
        made.append(word)
    return " ".join(made).capitalize() + "."


def disordered(items: Iterable[Any], seed: int) -> list[Any]:
    """The items in another order, the same one for the same seed."""
    return sorted(items, key=lambda item: crc32(f"{seed} {item!r}".encode()))
