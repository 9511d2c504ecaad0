"""The first invariant: every span of every record is exactly what stands in its article."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, cast, get_type_hints

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
