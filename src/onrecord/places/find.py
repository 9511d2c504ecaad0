"""Every place that an article names: by the gazetteer, by type words, by the parser."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.language.parse import Parse
from onrecord.places.adjectives import find_adjectives
from onrecord.places.belief import believe, is_large, people_of
from onrecord.places.candidate import Candidate
from onrecord.places.choice import Scene, choose, is_told, read_scene, whole_after
from onrecord.places.entry import CITY_KINDS, Entry, plain
from onrecord.places.gazetteer import Gazetteer, load_gazetteer, load_risky_names
from onrecord.places.lists import states_in_lists
from onrecord.places.new_names import find_new_names
from onrecord.places.regions import find_typed
from onrecord.places.scanning import find_listed
from onrecord.places.surroundings import TYPES_AFTER
from onrecord.records import Article, PlaceMention, identity


def find_places(
    article: Article, parse: Parse, gazetteer: Gazetteer | None = None
) -> tuple[PlaceMention, ...]:
    """Every place named in the article, or shown by an adjective of it, in text order.

    Each says why it is this one of its name. A name that the article shows once to be a place is
    believed elsewhere too. Coordinates are None for a place that the gazetteer does not hold.
    """
    names = _find_names(article, parse, gazetteer or load_gazetteer())
    taken = [(mention.span.start, mention.span.end) for mention in names]
    adjectives = [
        mention
        for mention in find_adjectives(article, parse)
        if not _overlaps(mention.span.start, mention.span.end, taken)
    ]
    return tuple(sorted((*names, *adjectives), key=lambda mention: mention.span.start))


def _overlaps(start: int, end: int, taken: Sequence[tuple[int, int]]) -> bool:
    """Whether one of these ranges, sorted and apart, shares a character with `[start, end)`."""
    at = bisect_left(taken, end, key=lambda pair: pair[0]) - 1
    return at >= 0 and taken[at][1] > start


def _find_names(article: Article, parse: Parse, gazetteer: Gazetteer) -> list[PlaceMention]:
    """The places that the article names, in text order."""
    text = plain(article.text)
    candidates = _longest(
        [
            *_believable(text, parse, gazetteer),
            *find_typed(article, parse, gazetteer),
            *find_new_names(article, parse, gazetteer),
        ]
    )
    shown = {c.name for c in candidates if c.sure}
    lands = {c.entries[0].country for c in candidates if c.sure and c.entries}
    kept = [c for c in candidates if c.sure or c.name in shown or _fits(c, lands)]
    scene = read_scene(kept, text, gazetteer)
    return [_located(article, text, c, gazetteer, scene) for c in kept]


def _fits(candidate: Candidate, lands: set[str | None]) -> bool:
    """Whether a well-known name that nothing shows to be one lies in a country of the article."""
    return (
        bool(candidate.entries)
        and candidate.name not in load_risky_names()
        and is_large(candidate)
        and any(e.country is not None and e.country in lands for e in candidate.entries)
    )


def _believable(text: str, parse: Parse, gazetteer: Gazetteer) -> Iterable[Candidate]:
    """Yield the names of the gazetteer that are not part of another name."""
    people = people_of(parse)
    listed = list(find_listed(text, parse, gazetteer))
    beside = states_in_lists(text, listed)
    for candidate in listed:
        told = candidate.start in beside or is_told(candidate, text, gazetteer)
        belief = believe(candidate, parse, people, told=told)
        if belief != "none":
            yield replace(candidate, sure=belief == "shown")


def _longest(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates in text order, the longest of those that overlap, a known one first."""
    kept: list[Candidate] = []
    for item in sorted(candidates, key=lambda c: (c.start, -c.end, not c.entries)):
        if kept and item.start < kept[-1].end:
            last = kept[-1]
            if (item.end - item.start, bool(item.entries)) > (
                last.end - last.start,
                bool(last.entries),
            ):
                kept[-1] = item
            continue
        kept.append(item)
    return kept


def _located(
    article: Article, text: str, candidate: Candidate, gazetteer: Gazetteer, scene: Scene
) -> PlaceMention:
    choice = choose(candidate, text, gazetteer, scene)
    entry = choice.entry
    admin1, country = (entry.admin1, entry.country) if entry else _whole(candidate, text, gazetteer)
    return PlaceMention(
        id=identity("place", article.id, str(candidate.start), str(candidate.end)),
        article=article.id,
        span=article.span(candidate.start, candidate.end),
        name=_name(candidate, entry),
        geonames=entry.geonames if entry else None,
        lat=entry.lat if entry else None,
        lon=entry.lon if entry else None,
        admin1=admin1,
        country=country,
        reason=choice.reason,
    )


def _name(candidate: Candidate, entry: Entry | None) -> str:
    """The place's name; the article's own words for a new one, or a unit with its type word.

    "Velkar Oblast" stays so: its Velkar may be the city too.
    """
    written = " ".join(candidate.name.split())
    if entry is None:
        return written
    typed = written.rpartition(" ")[2] in TYPES_AFTER and entry.kind == "state"
    return written if typed else entry.name


def _whole(candidate: Candidate, text: str, gazetteer: Gazetteer) -> tuple[str | None, str | None]:
    """The unit and state of a place that is not listed: named after it, or its namesake's.

    "Donetsk Front" lies where the one known Donetsk does.
    """
    told = whole_after(candidate, text, gazetteer)
    if told is not None:
        return told
    head = candidate.name.rsplit(None, 1)[0]
    if head == candidate.name:
        return None, None
    entries = [e for e in gazetteer.entries_of(head) if e.kind in CITY_KINDS]
    return (entries[0].admin1, entries[0].country) if len(entries) == 1 else (None, None)
