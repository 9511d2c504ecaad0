"""What stands around an assessment: its figures, the day they hold for, the body that is named."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.reconciliation.assessors import assessor_kind
from onrecord.records import (
    ActorMention,
    Article,
    Interval,
    QuantityMention,
    Span,
    TimeMention,
)

if TYPE_CHECKING:
    from onrecord.actors import Cast

FEW = 3  # "two reasons", "one side": counted in passing, found by nobody
# "the last two years" is when, "two years" how long.
WHEN = re.compile(r"\b(?:last|past|next|previous|first|coming|recent|another)\s$", re.I)
# Words that place what was found in time …
HOLDS = re.compile(
    r"(?:\b(?:as of|as at|by|in|on|at|during|through|for|throughout|over|late|early|"
    r"mid)(?: the)?(?: (?:end|start|beginning|close|middle) of)?(?: the)?\s|\bthe end of\s)$",
    re.I,
)
# … a date that brings its own ("last month", "this year", "on Monday" read as one mention) …
ALONE = re.compile(r"(?:last|this|next|late|early|mid|now|today|currently|yesterday)\b", re.I)
# … and those that only compare, or tell what the date belongs to ("the March 2011 uprising").
BACK = re.compile(
    # Of "between 2029 and 2030" each is read as a date, and neither is when it holds.
    r"\b(?:than in|to in|with|from|to|against|between|between \w{3,9} and)(?: the)?\s$|"
    r"\b(?:since|after|before|than|if|would|could|might|may)\b[^,;:.]*$",
    re.I,
)
REACH = 60  # characters before a date in which such words stand


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Surroundings:
    """What is known of an article's figures, dates and bodies, each in text order."""

    article: Article
    quantities: tuple[QuantityMention, ...]
    dates: tuple[TimeMention, ...]
    mentions: tuple[ActorMention, ...]
    cast: Cast

    @classmethod
    def of(
        cls,
        article: Article,
        mentions: Iterable[ActorMention],
        quantities: Iterable[QuantityMention],
        times: Iterable[TimeMention],
        cast: Cast,
    ) -> Surroundings:
        """The surroundings in one article, out of records of any."""
        return cls(
            article=article,
            quantities=tuple(
                sorted((q for q in quantities if q.article == article.id), key=lambda q: q.span)
            ),
            dates=tuple(
                sorted(
                    (t for t in times if t.article == article.id and t.type in ("DATE", "TIME")),
                    key=lambda t: t.span,
                )
            ),
            mentions=tuple(
                sorted((m for m in mentions if m.article == article.id), key=lambda m: m.span)
            ),
            cast=cast,
        )

    def figures(self, within: Sequence[Span]) -> tuple[QuantityMention, ...]:
        """The figures there, without ages, small counts in passing, and "the last two years"."""
        return tuple(
            q for q in self.quantities if lies_within(q.span, within) and self._is_found(q)
        )

    def _is_found(self, figure: QuantityMention) -> bool:
        if figure.of == "age":
            return False
        before = self.article.text[max(0, figure.span.start - 12) : figure.span.start]
        if WHEN.search(before):
            return False
        known = [value for value in (figure.low, figure.high) if value is not None]
        counted = figure.unit is None and figure.bound == "exact"
        return not (counted and known and max(known) <= FEW)

    def day(
        self,
        by: Sequence[Span],
        content: Sequence[Span],
        figures: Sequence[QuantityMention],
    ) -> Interval | None:
        """When what was found holds, if exactly one date tells; never when it was said.

        The words of the source tell first ("a survey taken in May"), then those of the content,
        where a figure is given.
        """
        source = [t for t in self.dates if lies_within(t.span, by) and _is_known(t)]
        if source:
            return _interval(source)
        if not figures:
            return None
        told = [t for t in self.dates if lies_within(t.span, content) and _is_known(t)]
        return _interval([t for t in told if self._holds(t)])

    def _holds(self, date: TimeMention) -> bool:
        text = self.article.text
        before = text[max(0, date.span.start - REACH) : date.span.start]
        if BACK.search(before):
            return False
        return bool(HOLDS.search(before) or ALONE.match(date.span.text))

    def body_named(self, within: Sequence[Span]) -> str | None:
        """The one organisation named there whose name is an assessor's, or None."""
        found = {
            actor.id
            for mention in self.mentions
            if lies_within(mention.span, within)
            and (actor := self.cast.actor_at(mention.id)) is not None
            and actor.kind == "organization"
            and assessor_kind(actor.name) is not None
        }
        return found.pop() if len(found) == 1 else None


def lies_within(span: Span, around: Sequence[Span]) -> bool:
    """Whether a span lies wholly in one of others."""
    return any(s.start <= span.start and span.end <= s.end for s in around)


def _is_known(date: TimeMention) -> bool:
    return date.precision is not None and (date.start is not None or date.end is not None)


def _interval(dates: Sequence[TimeMention]) -> Interval | None:
    """The interval of the only date."""
    if len(dates) != 1 or dates[0].precision is None:
        return None
    only = dates[0]
    return Interval(
        start=only.start,
        end=only.end,
        precision=dates[0].precision,
        basis=f"text: {only.span.text}",
    )
