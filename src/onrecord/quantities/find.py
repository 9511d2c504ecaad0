"""Every quantity of an article: amounts, less what is none, with their surroundings."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.language.parse import Parse, Sentence
from onrecord.quantities.amounts import Amount, find_amounts
from onrecord.quantities.bounds import bound_after, bound_before
from onrecord.quantities.counted import (
    counted_by_syntax,
    counted_by_words,
    place_of,
    scope_around,
)
from onrecord.quantities.dates import as_of
from onrecord.quantities.exclusions import EXCLUSIONS
from onrecord.quantities.units import TIME_UNITS
from onrecord.records import Article, Bound, QuantityMention, identity


def find_quantities(article: Article, parse: Parse) -> tuple[QuantityMention, ...]:
    """Every quantity, in text order; its span covers the bound, the number and the unit."""
    return tuple(
        mention
        for sentence in parse.sentences
        for mention in _in_sentence(article, parse, sentence)
    )


def _in_sentence(article: Article, parse: Parse, sentence: Sentence) -> Iterator[QuantityMention]:
    text = article.text
    floor, limit = parse.tokens[sentence.first].start, parse.tokens[sentence.last - 1].end
    taken, day = floor, as_of(text, floor, limit)
    for amount in find_amounts(text, floor, limit):
        if any(excluded(text, amount) for excluded in EXCLUSIONS):
            continue
        of = _counted(parse, sentence, amount)
        start, end, bound = _bounded(text, amount, taken, limit)
        scope = scope_around(text, start, end, floor, limit)
        if amount.unit is None and of is None and scope is None and not _stands_alone(amount):
            continue
        taken = end
        of_time = amount.unit in TIME_UNITS
        yield QuantityMention(
            id=identity("quantity", article.id, str(start), str(end)),
            article=article.id,
            span=article.span(start, end),
            low=None if bound == "at_most" else amount.low,
            high=None if bound == "at_least" else amount.high,
            unit=amount.unit,
            bound=bound,
            of=of,
            scope=scope,
            place=None if of_time else place_of(text, amount.end, limit),
            as_of=None if of_time else day,
        )


def _bounded(text: str, amount: Amount, floor: int, limit: int) -> tuple[int, int, Bound]:
    """Where the quantity with its bound begins and ends, and the bound."""
    before = bound_before(text, amount.start, floor)
    after = bound_after(text, amount.end, limit)
    start = before[1] if before else amount.start
    end = after[1] if after else amount.end
    ranged = amount.low < amount.high
    bound: Bound = "exact"
    if before:
        bound = before[0]
    elif after:
        bound = after[0]
    elif amount.bound:
        bound = amount.bound
    if ranged and bound in {"at_least", "at_most"}:
        bound = "about"  # "at least 40 to 50" marks neither end
    return start, end, bound


def _counted(parse: Parse, sentence: Sentence, amount: Amount) -> str | None:
    """The words for what is counted; None for money and measures of nothing named."""
    inside = parse.between(amount.start, amount.end)
    if not inside or amount.hyphened:
        return None
    last = inside[-1]
    measured = amount.unit is not None
    if parse.has_syntax:
        phrase = counted_by_syntax(parse, inside[0], last, measured)
        if phrase is not None:
            return phrase
    following = list(parse.tokens[last.i + 1 : min(sentence.last, last.i + 8)])
    if measured and (not following or following[0].text != "of"):
        return None
    return counted_by_words(parse, following)


def _stands_alone(amount: Amount) -> bool:
    """Whether a number without unit or noun is an amount all the same: a large or bounded one."""
    return (
        (amount.low >= 1000 and not amount.bare)
        or amount.bound is not None
        or amount.low < amount.high
    )
