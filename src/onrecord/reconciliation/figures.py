"""Figures that can be set side by side: each with its clause, its date and its origin."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from onrecord.reconciliation.facts import is_factual
from onrecord.reconciliation.nearness import printed_within
from onrecord.reconciliation.words import FUNCTION_WORDS, content_words, folded_words
from onrecord.records import (
    Article,
    Attribution,
    Interval,
    QuantityMention,
    Report,
    Statement,
)

# A part, a change or a rate is another quantity than the whole of the same name.
PART = re.compile(
    r"\b(?:including|of them|of whom|of which|among them|additional|another|further|per|"
    r"daily|each|every|rose|fell|increas\w+|decreas\w+|previous\w*|earlier|last|first|second|"
    r"third|other|remaining|at the time|since|from)\b",
    re.IGNORECASE,
)
SHARE_OF = re.compile(r"^[\d.,]*\w*\s+of (?:the|those|these|them|its|their|all|our)\b")
# Spans of time and shares are of anything; without what they are of they are not compared.
OF_ANYTHING = frozenset(
    (
        "%",
        "percentage point",
        "minute",
        "hour",
        "day",
        "week",
        "month",
        "quarter",
        "year",
        "decade",
    )
)
ABOUT = 0.1  # "about 500" still agrees with 450–550
CLAUSE_CHARS = 400
SHARED_WORDS = 3
CLAUSE_JACCARD = 0.5
LARGEST_BUCKET = 60
PROPER = re.compile(r"(?<![.!?”\"]\s)(?<!^)\b[A-Z][^\W\d_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A quantity that states a fact, with the words around it."""

    quantity: QuantityMention
    low: float
    high: float
    counted: frozenset[str]
    words: frozenset[str]
    names: frozenset[str]
    outlet: str | None
    published: Interval | None
    speaker: str | None


def read_figures(
    articles: Iterable[Article],
    statements: Iterable[Statement],
    attributions: Iterable[Attribution],
    quantities: Iterable[QuantityMention],
) -> list[Figure]:
    """The quantities that state a fact and name what they count, sorted by id."""
    mentioned: dict[str, list[QuantityMention]] = defaultdict(list)
    for quantity in quantities:
        if _is_of_something(quantity) and (quantity.low is not None or quantity.high is not None):
            mentioned[quantity.article].append(quantity)
    holding: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        holding[statement.article].append(statement)
    speakers = {a.statement: a.speaker for a in attributions}
    found = []
    for article in articles:
        for quantity in mentioned.get(article.id, ()):
            inside = _statement_of(quantity, holding.get(article.id, ()))
            speaker = speakers.get(inside.id) if inside is not None else None
            figure = _figure(quantity, article, inside, speaker)
            if figure is not None:
                found.append(figure)
    return sorted(found, key=lambda f: f.quantity.id)


def _is_of_something(quantity: QuantityMention) -> bool:
    """Whether it counts things, or measures in a unit that is no time and no share."""
    return bool(quantity.of) or (quantity.unit is not None and quantity.unit not in OF_ANYTHING)


def _statement_of(quantity: QuantityMention, statements: Sequence[Statement]) -> Statement | None:
    """The innermost statement whose content holds the quantity."""
    at = quantity.span
    holding = [
        (sum(len(s.text) for s in statement.content), statement.id, statement)
        for statement in statements
        if any(s.start <= at.start and at.end <= s.end for s in statement.content)
    ]
    return min(holding)[2] if holding else None


def _figure(
    quantity: QuantityMention, article: Article, inside: Statement | None, speaker: str | None
) -> Figure | None:
    clause = _clause(quantity, article, inside)
    behind = article.text[quantity.span.start : quantity.span.end + 16]
    if (
        SHARE_OF.search(behind)
        or not is_factual(clause)
        or PART.search(clause)
        or (inside and inside.negated)
    ):
        return None
    low = quantity.low if quantity.low is not None else float("-inf")
    high = quantity.high if quantity.high is not None else float("inf")
    if quantity.bound == "about":
        low, high = low - ABOUT * abs(low), high + ABOUT * abs(high)
    words = frozenset(w for w in content_words(clause) if not w[0].isdigit())
    return Figure(
        quantity=quantity,
        low=low,
        high=high,
        counted=frozenset(content_words(quantity.of or "")),
        words=words,
        names=frozenset(
            name
            for m in PROPER.finditer(clause)
            if (name := m.group().casefold()) not in FUNCTION_WORDS
        ),
        outlet=article.outlet,
        published=article.published,
        speaker=speaker,
    )


def _clause(quantity: QuantityMention, article: Article, inside: Statement | None) -> str:
    """The sentence that holds the quantity, no wider than the statement it belongs to."""
    at = quantity.span
    left, right = max(0, at.start - CLAUSE_CHARS), min(len(article.text), at.end + CLAUSE_CHARS)
    if inside is not None:
        part = next(s for s in inside.content if s.start <= at.start and at.end <= s.end)
        left, right = max(left, part.start), min(right, part.end)
    before, after = article.text[left : at.start], article.text[at.end : right]
    cuts = [m.end() for m in re.finditer(r"[.!?;]\s|\n", before)]
    end = re.search(r"[.!?;](?=\s|$)|\n", after)
    return before[cuts[-1] if cuts else 0 :] + at.text + after[: end.start() if end else len(after)]


def pairs_to_compare(figures: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Yield figures of one unit, thing counted, scope and place from two articles, once a pair."""
    buckets: dict[tuple[object, ...], list[Figure]] = defaultdict(list)
    for figure in figures:
        q = figure.quantity
        key = (q.unit or "", tuple(sorted(figure.counted)), folded(q.scope), folded(q.place))
        buckets[key].append(figure)
    for _, bucket in sorted(buckets.items(), key=lambda item: repr(item[0])):
        chosen = _one_per_article(bucket)
        for left, right in combinations(chosen[:LARGEST_BUCKET], 2):
            if left.quantity.article != right.quantity.article:
                yield left, right


def _one_per_article(bucket: Sequence[Figure]) -> list[Figure]:
    """The figures of articles that give one figure for the thing: several are several things."""
    by_article: dict[str, list[Figure]] = defaultdict(list)
    for figure in bucket:
        by_article[figure.quantity.article].append(figure)
    return [
        group[0]
        for _, group in sorted(by_article.items())
        if len({(f.low, f.high) for f in group}) == 1
    ]


def are_disjoint(left: Figure, right: Figure) -> bool:
    """Whether no value lies in both ranges."""
    return left.high < right.low or right.high < left.low


def same_matter(left: Figure, right: Figure) -> bool:
    """Whether the words around both figures tell of one matter, with the same names."""
    shared = (left.words & right.words) - left.counted
    together = len(left.words & right.words) / max(1, len(left.words | right.words))
    return (
        len(shared) >= SHARED_WORDS
        and together >= CLAUSE_JACCARD
        and (left.names <= right.names or right.names <= left.names)
    )


def same_time(left: Figure, right: Figure, days: int) -> bool:
    """Whether both hold for one time: their own dates overlap, or they were printed together."""
    a, b = left.quantity.as_of, right.quantity.as_of
    if a is not None and b is not None:
        return a.overlaps(b)
    if a is not None or b is not None:
        return False
    return printed_within(left.published, right.published, days)


def same_origin(left: Figure, right: Figure, origin_of: Mapping[tuple[str, str], bool]) -> bool:
    """Whether both go back to one witness or to one speaker."""
    if left.outlet is not None and left.outlet == right.outlet:
        return True
    pair = sorted((left.quantity.article, right.quantity.article))
    return origin_of.get((pair[0], pair[1]), False)


def shared_origins(reports: Iterable[Report]) -> dict[tuple[str, str], bool]:
    """The pairs of articles that one report traces to one origin."""
    return {
        (left, right): True
        for report in reports
        for origin in report.origins
        for left, right in combinations(sorted(origin.articles)[:LARGEST_BUCKET], 2)
    }


def folded(words: str | None) -> tuple[str, ...]:
    """The words of a scope or a place; none where there is none."""
    return tuple(folded_words(words)) if words else ()
