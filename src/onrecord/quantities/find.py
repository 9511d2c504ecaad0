"""Every quantity of an article: amounts, less what is none, with their surroundings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.language.parse import Parse, Sentence
from onrecord.quantities.ages import is_age
from onrecord.quantities.amount import Amount, as_share
from onrecord.quantities.amounts import find_amounts, in_row
from onrecord.quantities.bounds import bound_after, bound_before
from onrecord.quantities.counted import counted_by_syntax, counted_by_words, measured_by_syntax
from onrecord.quantities.dates import as_of, date_behind
from onrecord.quantities.exclusions import EXCLUSIONS
from onrecord.quantities.numbers import EASTERN, EASTERN_DIGIT
from onrecord.quantities.ranges import CHANGE, CHANGE_REACH, FROM
from onrecord.quantities.scopes import place_of, scope_around
from onrecord.quantities.units import TIME_UNITS
from onrecord.records import Article, Bound, Interval, QuantityMention, identity

# Entities by the parser that a number belongs to and does not count ("the FTSE 100").
NAMED = frozenset(("ORG", "PRODUCT", "FAC", "EVENT", "LAW", "WORK_OF_ART", "PERSON", "GPE", "LOC"))
OF_THEM = re.compile(r"\sof\s(?:them|us|whom|which|these|those)\b")
DURING = re.compile(
    r"(?:over|under|near)\s", re.IGNORECASE
)  # "over ten years" is how long it takes
TO_NUMBER = re.compile(r"\sto\s(?:about\s|around\s|some\s|nearly\s|just\s)?[0-9]")
FROM_NUMBER = re.compile(
    r"\bfrom\s(?:about\s|around\s|some\s|nearly\s|just\s)?[0-9][0-9,.]{0,11}\sto"
    r"\s(?:about\s|around\s|some\s|nearly\s|just\s)?$"
)
DASHED = re.compile(r"[0-9]{1,3}\s?[-–—]\s?[0-9]{1,3}")  # a score, unless something is counted


def find_quantities(article: Article, parse: Parse) -> tuple[QuantityMention, ...]:
    """Every quantity, in text order; its span covers the bound, the number and the unit."""
    text = article.text
    if EASTERN_DIGIT.search(text):
        text = text.translate(EASTERN)
    return tuple(
        mention
        for sentence in parse.sentences
        for mention in _in_sentence(article, text, parse, sentence)
    )


def _in_sentence(
    article: Article, text: str, parse: Parse, sentence: Sentence
) -> Iterator[QuantityMention]:
    floor, limit = parse.tokens[sentence.first].start, parse.tokens[sentence.last - 1].end
    amounts = [a for a in find_amounts(text, floor, limit) if _is_quantity(text, parse, a)]
    if not amounts:
        return
    taken, day = floor, as_of(text, floor, limit)
    counted = _all_counted(text, parse, sentence, amounts)
    for amount, of in zip(amounts, counted, strict=True):
        start, end, bound = _bounded(text, amount, taken, limit)
        scope = scope_around(text, start, end, floor, limit)
        named = amount.unit is not None or of or scope is not None
        if not (named or _stands_alone(text, amount) or _changes(text, amount, floor, limit)):
            continue
        taken = end
        yield _mention(article, parse, amount, (start, end, bound), of, scope, day, limit)


def _mention(
    article: Article,
    parse: Parse,
    amount: Amount,
    placed: tuple[int, int, Bound],
    of: str | None,
    scope: str | None,
    day: Interval | None,
    limit: int,
) -> QuantityMention:
    start, end, bound = placed
    amount = as_share(amount) if amount.share else amount
    of_time = amount.unit in TIME_UNITS
    return QuantityMention(
        id=identity("quantity", article.id, str(start), str(end)),
        article=article.id,
        span=article.span(start, end),
        low=None if bound == "at_most" else amount.low,
        high=None if bound == "at_least" else amount.high,
        unit=amount.unit,
        bound=bound,
        of=of or None,
        scope=scope,
        place=None if of_time else place_of(parse, article.text, amount.end, limit),
        as_of=None if of_time else day or date_behind(article.text, end, limit),
    )


def _is_quantity(text: str, parse: Parse, amount: Amount) -> bool:
    """Whether the amount counts or measures something."""
    if is_age(text, amount):
        return True
    if any(excluded(text, amount) for excluded in EXCLUSIONS):
        return False
    if not (parse.has_syntax and amount.bare):
        return True
    inside = parse.between(amount.start, amount.end)
    first = inside[0] if inside else None
    return first is None or not (
        first.ent in NAMED and first.i > 0 and parse.tokens[first.i - 1].ent == first.ent
    )


def _all_counted(
    text: str, parse: Parse, sentence: Sentence, amounts: list[Amount]
) -> list[str | None]:
    """What each amount counts; the numbers of a list count what the last of them does."""
    counted: list[str | None] = []
    for at in range(len(amounts) - 1, -1, -1):
        amount = amounts[at]
        of = "age" if is_age(text, amount) else _counted(parse, sentence, amount)
        if not of and counted and amount.bare and amount.unit is None:
            following = amounts[at + 1]
            if following.unit is None and in_row(text, amount, following.start):
                of = counted[-1]
        counted.append(of)
    return counted[::-1]


def _bounded(text: str, amount: Amount, floor: int, limit: int) -> tuple[int, int, Bound]:
    """Where the quantity with its bound begins and ends, and the bound."""
    before = bound_before(text, amount.start, floor)
    if before and amount.unit in TIME_UNITS and DURING.match(text, before[1]):
        before = None
    after = bound_after(text, amount.end, limit)
    start = before[1] if before else amount.start
    end = after[1] if after else amount.end
    ranged = amount.low < amount.high
    bound: Bound = "exact"
    if before:
        bound = before[0]
    elif after:
        bound = after[0]
    if amount.bound and bound in {"exact", "about"}:
        bound = amount.bound
    if ranged and bound in {"at_least", "at_most"}:
        bound = "about"  # "at least 40 to 50" marks neither end
    return start, end, bound


def _counted(parse: Parse, sentence: Sentence, amount: Amount) -> str | None:
    """The words for what is counted; None for money and measures of nothing named."""
    inside = parse.between(amount.start, amount.end)
    if not inside:
        return None
    last = inside[-1]
    if amount.hyphened:
        return measured_by_syntax(parse, last) if parse.has_syntax else None
    measured = amount.unit is not None or amount.share
    if parse.has_syntax:
        phrase = counted_by_syntax(parse, inside[0], last, measured)
        if phrase is not None:
            return phrase
    following = list(parse.tokens[last.i + 1 : min(sentence.last, last.i + 8)])
    if measured and (not following or following[0].text != "of"):
        return None
    return counted_by_words(parse, following)


def _changes(text: str, amount: Amount, floor: int, limit: int) -> bool:
    """Whether something rose or fell from this number or to it ("rose from 40 to 50")."""
    before = text[max(floor, amount.start - CHANGE_REACH) : amount.start]
    if not amount.bare or CHANGE.search(before) is None:
        return False
    first = FROM.search(before) and TO_NUMBER.match(text, amount.end, limit)
    return bool(first or FROM_NUMBER.search(before))


def _stands_alone(text: str, amount: Amount) -> bool:
    """Whether a number without unit or noun is an amount all the same: a large or bounded one."""
    return (
        (abs(amount.low) >= 1000 and not amount.bare)
        or amount.bound is not None
        or (amount.low < amount.high and not DASHED.fullmatch(text, amount.start, amount.end))
        or amount.share
        or OF_THEM.match(text, amount.end) is not None
    )
