"""Adjectives that stand for a state or part of the world beside a noun: "Velundian troops"."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.language.parse import Parse, Token
from onrecord.places.gazetteer import load_adjectives, load_gazetteer
from onrecord.records import Article, PlaceMention, identity

# Behind an adjective alone: "the Velundian was", "in Velundian and".
NOT_DESCRIBED = {
    "and", "or", "but", "who", "whom", "which", "that", "is", "are", "was", "were", "has",
    "have", "had", "in", "on", "at", "to", "from", "of", "for", "with", "by", "as", "will",
    "would", "can", "could", "may", "might", "must", "should", "did", "does", "do", "said",
    "says", "not", "also",
}  # fmt: skip


def is_adjective(word: str) -> bool:
    """Whether the word is an adjective of a state or part of the world, in any case."""
    return word in load_adjectives() or word.title() in load_adjectives()


def find_adjectives(article: Article, parse: Parse) -> tuple[PlaceMention, ...]:
    """Every adjective of a place that stands before a noun, with that place, in text order.

    They name a place by what belongs to it and are no place where something is: their `form` says
    so.
    """
    return tuple(_found(article, parse))


def _found(article: Article, parse: Parse) -> Iterator[PlaceMention]:
    known, gazetteer = load_adjectives(), load_gazetteer()
    behind = 0
    for token in parse.tokens:
        if token.i < behind or not token.text[:1].isupper():
            continue
        for last in (token.i + 2, token.i + 1):
            if last > len(parse.tokens):
                continue
            end = parse.tokens[last - 1].end
            words = " ".join(article.text[token.start : end].split())
            name = known.get(words) or known.get(words.title() if words.isupper() else "")
            if name is None or not _modifies(parse, last):
                continue
            behind = last
            entry = gazetteer.entries_of(name)[0]
            yield PlaceMention(
                id=identity("place", article.id, str(token.start), str(end)),
                article=article.id,
                span=article.span(token.start, end),
                name=entry.name,
                geonames=entry.geonames,
                lat=entry.lat,
                lon=entry.lon,
                country=entry.country,
                form="adjective",
                reason="its adjective",
            )
            break


def _modifies(parse: Parse, last: int) -> bool:
    """Whether a noun follows that it describes, and it is no language or person."""
    token = parse.tokens[last - 1]
    after = parse.tokens[last] if last < len(parse.tokens) else None
    if after is None or after.sentence != token.sentence:
        return False
    if parse.has_syntax:
        return token.dep in {"amod", "compound", "nmod"} or token.pos == "ADJ"
    return _may_be_noun(after)


def _may_be_noun(token: Token) -> bool:
    return token.text[:1].isalpha() and token.lemma not in NOT_DESCRIBED
