"""Places that the gazetteer does not hold, on the parser's word and the words before them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from onrecord.language.parse import Entity, Parse
from onrecord.places.candidate import Candidate
from onrecord.places.regions import is_capital
from onrecord.places.surroundings import DIRECTIONS
from onrecord.records import Article

INSIDE = {"in", "at", "near", "outside", "inside", "across", "around", "into"}
PLACE_LABELS = {"GPE", "LOC", "FAC"}


def find_new_names(article: Article, parse: Parse) -> Iterator[Candidate]:
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
        if entity.label not in PLACE_LABELS or first >= last:
            continue
        words = [t.text for t in parse.tokens[first:last]]
        if all(w in DIRECTIONS for w in words) or people[words[-1]] >= places[words[-1]]:
            continue
        start, end = parse.tokens[first].start, parse.tokens[last - 1].end
        yield Candidate(
            start=start,
            end=end,
            first=first,
            last=last,
            name=article.text[start:end],
            entries=(),
            sure=_placed(parse, first),
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


def _placed(parse: Parse, first: int) -> bool:
    """Whether a preposition of place stands before the name, with or without "the"."""
    at = first - 1
    if at >= 0 and parse.tokens[at].text.lower() == "the":
        at -= 1
    return at >= 0 and parse.tokens[at].text.lower() in INSIDE
