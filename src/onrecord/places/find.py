"""Every place that an article names: by the gazetteer, by type words, by the parser."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from onrecord.language.parse import Parse
from onrecord.places.belief import names_a_place, shows_a_place
from onrecord.places.candidate import Candidate
from onrecord.places.choice import choose, whole_after
from onrecord.places.gazetteer import Gazetteer, load_gazetteer, load_risky_names, plain
from onrecord.places.new_names import find_new_names
from onrecord.places.regions import find_typed, is_capital
from onrecord.records import Article, PlaceMention, identity


def find_places(article: Article, parse: Parse) -> tuple[PlaceMention, ...]:
    """Every place named in the article, in text order.

    A name that the article shows once to be a place is believed elsewhere too. Coordinates are
    None for a place that the gazetteer does not hold.
    """
    gazetteer = load_gazetteer()
    text = plain(article.text)
    candidates = _longest(
        [
            *_by_gazetteer(text, parse, gazetteer),
            *find_typed(article, parse),
            *find_new_names(article, parse),
        ]
    )
    shown = {c.name for c in candidates if c.sure}
    lands = {c.entries[0].country for c in candidates if c.sure and c.entries}
    kept = [c for c in candidates if c.sure or c.name in shown or _fits(c, lands)]
    countries = Counter(
        c.entries[0].country or "" for c in kept if len(c.entries) == 1 and c.entries[0].country
    )
    return tuple(_mention(article, text, c, gazetteer, countries) for c in kept)


def _fits(candidate: Candidate, lands: set[str | None]) -> bool:
    """Whether a known name that nothing shows to be a place lies in a country of the article."""
    return candidate.name not in load_risky_names() and any(
        entry.country is not None and entry.country in lands for entry in candidate.entries
    )


def _by_gazetteer(text: str, parse: Parse, gazetteer: Gazetteer) -> Iterator[Candidate]:
    """Yield the longest names of the gazetteer that the article's words spell."""
    at = 0
    for token in parse.tokens:
        if token.start < at or not is_capital(token):
            continue
        name = gazetteer.longest(text, token.start)
        if name is None:
            continue
        end = token.start + len(name)
        inside = parse.between(token.start, end)
        if (
            name.endswith(".")
            and name.count(".") == 1
            and text[token.start - 2 : token.start] != ", "
        ):
            continue  # "Miss." is a state only after its city
        candidate = Candidate(
            start=token.start,
            end=end,
            first=token.i,
            last=inside[-1].i + 1,
            name=name,
            entries=gazetteer.entries[name],
            sure=False,
        )
        at = end
        if names_a_place(candidate, parse):
            yield replace(candidate, sure=shows_a_place(candidate, parse))


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


def _mention(
    article: Article,
    text: str,
    candidate: Candidate,
    gazetteer: Gazetteer,
    countries: Counter[str],
) -> PlaceMention:
    entry = choose(candidate, text, gazetteer, countries)
    inside = (
        None if entry else whole_after(candidate, text, gazetteer) or _seat(candidate, gazetteer)
    )
    return PlaceMention(
        id=identity("place", article.id, str(candidate.start), str(candidate.end)),
        article=article.id,
        span=article.span(candidate.start, candidate.end),
        name=entry.name if entry else " ".join(candidate.name.split()),
        geonames=entry.geonames if entry else None,
        lat=entry.lat if entry else None,
        lon=entry.lon if entry else None,
        admin1=entry.admin1 if entry else (inside or (None, None))[0],
        country=entry.country if entry else (inside or (None, None))[1],
    )


def _seat(candidate: Candidate, gazetteer: Gazetteer) -> tuple[str | None, str | None] | None:
    """Where a region lies that is called after a known city ("Donetsk Oblast"); None if unknown."""
    head = candidate.name.rsplit(None, 1)[0]
    entries = [e for e in gazetteer.entries.get(head, ()) if e.kind in {"city", "capital"}]
    if head == candidate.name or len(entries) != 1:
        return None
    return entries[0].admin1, entries[0].country
