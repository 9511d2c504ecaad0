"""Names that a type word shows to be places: "Velkar Oblast", "the Strait of Orm", "Lake Tavin"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.language.parse import Parse, Token
from onrecord.places.candidate import Candidate
from onrecord.places.entry import CITY_KINDS, Entry
from onrecord.places.gazetteer import Gazetteer
from onrecord.places.surroundings import (
    DIRECTIONS,
    NO_REGION_AFTER,
    NO_REGION_BEFORE,
    OF_TYPES,
    ORGANISATION_AFTER,
    PLACE_PREPOSITIONS,
    SETTLEMENTS,
    TYPES_AFTER,
    TYPES_BEFORE,
)
from onrecord.records import Article

UNIT_KINDS = {"state", "county", "region"}
LONGEST = 4  # words of a name before its type word
NOT_NAMES = {
    "The", "A", "An", "This", "That", "Each", "Our", "Their", "Its", "His", "No", "In", "And",
}  # fmt: skip


def find_typed(article: Article, parse: Parse, gazetteer: Gazetteer) -> Iterator[Candidate]:
    """Yield the names that stand beside a type word; sure, since the word itself says place."""
    tokens = parse.tokens
    for at, token in enumerate(tokens):
        if token.text in TYPES_AFTER and _text(tokens, at + 1) not in {
            *NO_REGION_AFTER,
            *ORGANISATION_AFTER,
        }:
            first = _name_before(tokens, at)
            if first < at and _names_a_region(article, tokens, first, at, gazetteer):
                # A type word in small letters is no part of the name, but of a listed one.
                whole = article.text[tokens[first].start : token.end]
                last = at + 1 if is_capital(token) or gazetteer.knows(whole) else at
                found = _candidate(article, tokens, first, last)
                yield replace(found, entries=_units(whole, gazetteer))
        if token.text in TYPES_BEFORE:
            last = _name_after(tokens, at)
            if last > at + 1:
                yield _candidate(article, tokens, at, last)
        if token.text in SETTLEMENTS and _text(tokens, at + 1) == "of":
            last = _name_end(tokens, at + 2)
            if last > at + 2:
                yield _candidate(article, tokens, at + 2, last)


def _candidate(article: Article, tokens: Sequence[Token], first: int, last: int) -> Candidate:
    start, end = tokens[first].start, tokens[last - 1].end
    return Candidate(
        start=start,
        end=end,
        first=first,
        last=last,
        name=article.text[start:end],
        entries=(),
        sure=True,
    )


def _units(name: str, gazetteer: Gazetteer) -> tuple[Entry, ...]:
    """The units that a name with its type word means: all of the word's own, or of its head."""
    known = gazetteer.entries_of(name)
    # "Velkar region" is its oblast before it is a town of the name.
    return known or tuple(
        e for e in gazetteer.entries_of(name.rsplit(None, 1)[0]) if e.kind in UNIT_KINDS
    )


def _names_a_region(
    article: Article, tokens: Sequence[Token], first: int, at: int, gazetteer: Gazetteer
) -> bool:
    """Whether the words before a type word make a region of it, and no court or known state."""
    words = [t.text for t in tokens[first:at]]
    if all(w in DIRECTIONS for w in words) or set(words) & NO_REGION_BEFORE:
        return False
    name = article.text[tokens[first].start : tokens[at - 1].end]
    known = gazetteer.entries_of(name)
    if known and known[0].kind not in {*CITY_KINDS, *UNIT_KINDS}:
        return False  # "Europe region" is Europe
    if known and known[0].kind in UNIT_KINDS and tokens[at].text[0].islower():
        return False  # "Bavaria state" is Bavaria
    return tokens[at].text[0].isupper() or _after_preposition(tokens, first)


def _text(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].text if 0 <= at < len(tokens) else ""


def _name_before(tokens: Sequence[Token], at: int) -> int:
    """Where the capitalised words that end before `at` begin."""
    first = at
    while (
        first > 0
        and at - first < LONGEST
        and is_capital(tokens[first - 1])
        and tokens[first - 1].sentence == tokens[at].sentence
        and tokens[first - 1].text not in NOT_NAMES
    ):
        first -= 1
    return first


def _name_after(tokens: Sequence[Token], at: int) -> int:
    if tokens[at].text in OF_TYPES:
        return _name_end(tokens, at + 2) if _text(tokens, at + 1) == "of" else at + 1
    return min(_name_end(tokens, at + 1), at + 3)


def _name_end(tokens: Sequence[Token], first: int) -> int:
    """Where the capitalised words that begin at `first` end; `first` itself if there are none."""
    last = first
    while (
        last < len(tokens)
        and last - first < LONGEST
        and is_capital(tokens[last])
        and tokens[last].sentence == tokens[first - 1].sentence
    ):
        last += 1
    return last


def _after_preposition(tokens: Sequence[Token], at: int) -> bool:
    before = _text(tokens, at - 1).lower()
    if before == "the":
        before = _text(tokens, at - 2).lower()
    return before in PLACE_PREPOSITIONS or before == "of"


def is_capital(token: Token) -> bool:
    """Whether the token is a word that begins with a capital letter."""
    return token.text[:1].isupper()
