"""The first invariant: every span of every record is exactly what stands in its article."""

from __future__ import annotations

import dataclasses
import hashlib
import html
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, cast, get_type_hints

from onrecord.articles.characters import repaired
from onrecord.articles.offsets import MappedText
from onrecord.errors import EvidenceMismatch
from onrecord.records import (
    ActorMention,
    Article,
    Assessment,
    Citation,
    Clause,
    Event,
    PlaceMention,
    Position,
    PositionMark,
    QuantityMention,
    Span,
    Statement,
    TimeMention,
)

# What stands on words of an article and is nothing without them.
CITING = (
    Statement,
    PositionMark,
    ActorMention,
    TimeMention,
    PlaceMention,
    QuantityMention,
    Position,
    Event,
    Assessment,
)

# A letter for a letter is a repair of the encoding; a text where one in twenty was repaired is
# none that we have seen (the worst of the examples has one in two hundred), so the map is wrong.
MOST_REPAIRS = 0.05


def spans_of(record: Any) -> Iterator[tuple[str | None, Span]]:
    """Yield (article id, span) for every span that a record holds, however deep.

    The article id is that of the record or of the part that holds the span; None if neither
    names one.
    """
    yield from _walk(record, getattr(record, "article", None))


def _walk(value: Any, article: str | None) -> Iterator[tuple[str | None, Span]]:
    if isinstance(value, Span):
        yield article, value
    elif isinstance(value, (Citation, Clause)):
        for field in _fields(cast(Any, type(value))):
            yield from _walk(getattr(value, field), value.article)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in _fields(type(value)):
            yield from _walk(getattr(value, field), article)
    elif isinstance(value, tuple):
        for part in value:
            yield from _walk(part, article)


@cache
def _fields(kind: Any) -> tuple[str, ...]:
    """The fields of a record type that can hold a span."""
    return tuple(name for name, hint in get_type_hints(kind).items() if _may_hold(hint))


@cache
def _may_hold(hint: Any) -> bool:
    if hint is Span:
        return True
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return bool(_fields(hint))
    return any(_may_hold(part) for part in getattr(hint, "__args__", ()))


def check_evidence(record: Any, articles: Mapping[str, Article]) -> None:
    """Pass in silence if every span of the record is true, and it has one if it needs evidence.

    Raises EvidenceMismatch.
    """
    spans = list(spans_of(record))
    if not spans and isinstance(record, CITING):
        raise EvidenceMismatch(f"{_name(record)}: cites no words of any article")
    for article_id, span in spans:
        article = articles.get(article_id or "")
        if article is None:
            raise EvidenceMismatch(f"{_name(record)}: cites an article that is not on record")
        check_span(span, article, _name(record))


def check_span(span: Span, article: Article, who: str) -> None:
    """Pass in silence if the span is true of the article. Raises EvidenceMismatch."""
    there = article.text[span.start : span.end] if 0 <= span.start <= span.end else None
    if there != span.text:
        raise EvidenceMismatch(
            f"{article.path}: {who} quotes {span.text[:60]!r} at {span.start}:{span.end},"
            f" where {(there or '')[:60]!r} stands"
        )
    if (span.raw_start, span.raw_end) != article.raw_range(span.start, span.end):
        raise EvidenceMismatch(
            f"{article.path}: {who} gives raw offsets {span.raw_start}:{span.raw_end} for"
            f" {span.start}:{span.end}, the offset map says otherwise"
        )


def _name(record: Any) -> str:
    return f"{type(record).__name__.lower()} {getattr(record, 'id', '')}".strip()


def article_faults(article: Article, original: bytes | None) -> Iterator[str]:
    """Yield what does not fit an article's original: its hash, the offset map, what is left out."""
    if original is None or hashlib.sha256(original).hexdigest() != article.sha256:
        yield "the stored original does not have its hash"
    mapped = changed = 0
    for segment in article.segments:
        raw_end = segment.raw_start + segment.raw_length
        if not 0 <= segment.raw_start <= raw_end <= len(article.raw):
            yield f"segment at {segment.start} leaves the original"
        elif segment.length == segment.raw_length:
            mapped += segment.length
            text = article.text[segment.start : segment.start + segment.length]
            raw = article.raw[segment.raw_start : raw_end]
            # A segment that leaves the text has fewer letters there: all of them differ.
            changed += abs(len(text) - len(raw))
            changed += sum(a != b and not a.isspace() for a, b in zip(text, raw, strict=False))
    if changed > MOST_REPAIRS * mapped:
        yield "its offset map does not fit the original"
    for left_out in article.excluded:
        there = article.raw[left_out.raw_start : left_out.raw_end]
        if not _shows(there, left_out.text):
            yield f"what was left out at {left_out.raw_start} is not the original's"


def _shows(raw: str, text: str) -> bool:
    """Whether the letters of a text stand in the original in their order.

    A page's tags or marks may stand between them, within a word too ("<a>Berg</a>,"); they may be
    written as entities, or be broken by a wrong encoding.
    """
    for there in (raw, meant := html.unescape(raw)):
        if _in_order(text, there):
            return True
    return _in_order(text, repaired(MappedText.of(meant)).text)


def _in_order(text: str, there: str) -> bool:
    letters = iter(there)
    return all(letter in letters for letter in text if letter.isalnum())
