"""The date of an article: by metadata, else an interval with the reasons for each side."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Sequence

from onrecord.records import Article, ArticleDate, Interval, TimeMention
from onrecord.times.datelines import dateline_day
from onrecord.times.readings import day
from onrecord.times.wording import direction_in_words

IN_ADDRESS = re.compile(r"/(20\d\d)[/-](\d{1,2})[/-](\d{1,2})(?!\d)")
SENTENCE_END = re.compile(r"[.!?]\s")
ATTRIBUTIVE = re.compile(r"\b(?:the|an?|this|its|his|her|their|our)\s{1,3}$|['’]s\s{1,3}$", re.I)
QUOTES = '“”"'


def date_article(article: Article, times: Sequence[TimeMention]) -> ArticleDate:
    """When the article was published; each reason stands in the interval's `basis`.

    Metadata outranks the address, that the dateline, that the times named in the text. The text
    bounds the date from below by what it tells as past, from above by what it announces.
    """
    published = article.published or _by_address(article) or _by_dateline(article)
    return ArticleDate(article=article.id, published=published or _by_text(article, times))


def _by_address(article: Article) -> Interval | None:
    """The day that stands in the page's address."""
    match = IN_ADDRESS.search(article.url or "")
    reading = day(*(int(part) for part in match.groups())) if match else None
    if match is None or reading is None:
        return None
    return Interval(
        start=reading.start,
        end=reading.end,
        precision="day",
        basis=f"address: {match.group().strip('/')}",
    )


def _by_dateline(article: Article) -> Interval | None:
    """The day of the dateline."""
    dateline = dateline_day(article)
    if dateline is None:
        return None
    words, date = dateline
    return Interval(
        start=date, end=date + dt.timedelta(days=1), precision="day", basis=f"dateline: {words}"
    )


def _by_text(article: Article, times: Sequence[TimeMention]) -> Interval | None:
    """Not before the latest time told as past, not after the end of the first one announced.

    Words in quotation marks bound nothing, for their verb and day may be another's. Nor does what
    was only planned when told ("would be signed in June"): it may lie behind the article or ahead.
    """
    past: list[TimeMention] = []
    announced: list[TimeMention] = []
    for mention in times:
        if mention.start is None or mention.end is None or mention.type != "DATE":
            continue
        if _quoted(article, mention):
            continue
        side = _side(article, mention)
        if side == "past" and not _names_a_thing(article, mention):
            past.append(mention)
        elif side == "future":
            announced.append(mention)
    if not past:
        return None
    latest = max(past, key=lambda m: (m.start or dt.date.min, -m.span.start))
    bounds = [m for m in announced if m.start and latest.end and m.start >= latest.end]
    first = min(bounds, key=lambda m: (m.end or dt.date.max, m.span.start), default=None)
    basis = f"after {latest.timex3}: names “{latest.span.text}” as past"
    if first is not None:
        basis += f"; before the end of {first.timex3}: announces “{first.span.text}”"
    return Interval(
        start=latest.start,
        end=first.end if first is not None else None,
        precision="fuzzy",
        basis=basis,
    )


def _side(article: Article, mention: TimeMention) -> str | None:
    """Where the sentence puts this time, by the words around it."""
    before, after = _around(article, mention)
    return direction_in_words(before, after)


def _around(article: Article, mention: TimeMention) -> tuple[str, str]:
    start, end = mention.span.start, mention.span.end
    block = article.blocks[bisect_right(article.blocks, start, key=lambda b: b.start) - 1]
    low, high = block.start, block.end
    before = article.text[max(low, start - 160) : start]
    after = article.text[end : min(high, end + 100)]
    ends = list(SENTENCE_END.finditer(before))
    before = before[ends[-1].end() :] if ends else before
    stop = SENTENCE_END.search(after)
    return before, after[: stop.start()] if stop else after


def _names_a_thing(article: Article, mention: TimeMention) -> bool:
    """Whether a year only names something, which may be yet to come ("the 2036 Games")."""
    before, after = _around(article, mention)
    return bool(ATTRIBUTIVE.search(before) and re.match(r"\s{1,3}[^\W\d_]|-", after))


def _quoted(article: Article, mention: TimeMention) -> bool:
    """Whether it stands in a quotation, whose own day of speech may lie far back."""
    before, after = _around(article, mention)
    return any(q in before or q in after for q in QUOTES)
