"""Places that the gazetteer does not hold, on the parser's word and the words before them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from onrecord.language.parse import Entity, Parse
from onrecord.places.candidate import Candidate
from onrecord.places.gazetteer import Gazetteer
from onrecord.places.regions import is_capital
from onrecord.places.surroundings import DIRECTIONS, NEVER_NAMES
from onrecord.records import Article

INSIDE = {"in", "at", "near", "outside", "inside", "across", "around", "into"}
PLACE_LABELS = {"GPE", "LOC", "FAC"}
DIGITS = "0123456789"
ACRONYM = 5


def find_new_names(article: Article, parse: Parse, gazetteer: Gazetteer) -> Iterator[Candidate]:
    """Yield the names that the parser takes for places.

    One stands for sure where it follows "in", "at", "near"; elsewhere it is believed if it stands
    so once. A name that the parser takes for a person more often is none.
    """
    people = Counter(
        token.text for token in parse.tokens if token.ent == "PERSON" and is_capital(token)
    )
    places = Counter(token.text for token in parse.tokens if token.ent in PLACE_LABELS)
    for entity in parse.entities:
        first, last = _trimmed(parse, entity)
        words = [t.text for t in parse.tokens[first:last]]
        if entity.label not in PLACE_LABELS or not words or _is_no_name(words):
            continue
        if people[words[-1]] >= places[words[-1]]:
            continue
        first = _behind_directions(article, parse, first, last, gazetteer)
        start, end = parse.tokens[first].start, parse.tokens[last - 1].end
        name = article.text[start:end]
        entries = gazetteer.entries_of(name)
        # "Velkar Kosher" is no town but a shop in Velkar; a short word in capitals is a group's.
        shop = entity.label == "GPE" and _begins_listed(article, parse, first, last, gazetteer)
        if entries or not (shop or (name.isupper() and len(name) <= ACRONYM)):
            yield Candidate(
                start=start,
                end=end,
                first=first,
                last=last,
                name=name,
                entries=entries,
                sure=_placed(parse, first),
            )


def _is_no_name(words: list[str]) -> bool:
    """Whether the words are directions, never a place, or a sign with a number ("G7")."""
    return (
        all(w in DIRECTIONS for w in words)
        or " ".join(words) in NEVER_NAMES
        or any(w[-1] in DIGITS for w in words)
    )


def _trimmed(parse: Parse, entity: Entity) -> tuple[int, int]:
    """The entity without words in small letters, its article, "'s" and marks at its edges."""
    first, last = entity.first, entity.last
    while first < last and (
        not is_capital(parse.tokens[first]) or parse.tokens[first].text in {"The", "A", "An"}
    ):
        first += 1
    while first < last and not is_capital(parse.tokens[last - 1]):
        last -= 1
    return first, last


def _behind_directions(
    article: Article, parse: Parse, first: int, last: int, gazetteer: Gazetteer
) -> int:
    """Where a listed name begins behind words of direction ("far North Velkar"); else `first`."""
    at = first
    while at + 1 < last and parse.tokens[at].text in {*DIRECTIONS, "Far", "far"}:
        text = article.text[parse.tokens[at].start : parse.tokens[last - 1].end]
        if gazetteer.knows(text):
            return at
        at += 1
    rest = article.text[parse.tokens[at].start : parse.tokens[last - 1].end]
    return at if gazetteer.knows(rest) else first


def _begins_listed(
    article: Article, parse: Parse, first: int, last: int, gazetteer: Gazetteer
) -> bool:
    """Whether a listed name is its beginning."""
    start = parse.tokens[first].start
    return any(
        gazetteer.knows(article.text[start : parse.tokens[at].end]) for at in range(first, last - 1)
    )


def _placed(parse: Parse, first: int) -> bool:
    """Whether a preposition of place stands before the name, with or without "the"."""
    at = first - 1
    if at >= 0 and parse.tokens[at].text.lower() == "the":
        at -= 1
    return at >= 0 and parse.tokens[at].text.lower() in INSIDE
