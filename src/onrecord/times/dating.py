"""The date of an article: by metadata, else an interval with the reasons for each side."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from onrecord.language.parse import Parse
from onrecord.records import Article, ArticleDate, Interval, TimeMention
from onrecord.times.date_lines import DateLine, date_line
from onrecord.times.datelines import dateline_day
from onrecord.times.direction import direction_at
from onrecord.times.readings import day
from onrecord.times.wording import direction_in_words

IN_ADDRESS = re.compile(r"/(20\d\d)[/-](\d{1,2})[/-](\d{1,2})(?!\d)")
SENTENCE_END = re.compile(r"[.!?]\s")
ATTRIBUTIVE = re.compile(r"\b(?:the|an?|this|its|his|her|their|our)\s{1,3}$|['’]s\s{1,3}$", re.I)
# What is due or is reckoned in such a time lies ahead of the telling, whatever the verb.
AHEAD_OF_TIME = re.compile(
    r"\b(?:due|matur\w{2,4}|payable|expir\w{2,4}|by|until|till|through|throughout|fiscal|effective"
    r"|goals?|targets?|forecasts?|projections?|deadlines?|option)\b[^.;]{0,60}$",
    re.I,
)
CONDITIONAL = re.compile(r"\W{0,3}(?:would|could|might|may|will|shall)\b", re.I)
FRESH = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? .*\d{4}$")
STAMPED = frozenset(('="', "='"))  # datetime="2031-07-23": what is left of a post shown in the page
# How long after the last of such days an article may have come out. In 200 articles of PolNeAR's
# train part and 192 of TempEval-3's, eleven have one; they came out from a day before to six after.
NEWS = dt.timedelta(days=32)
DAY = dt.timedelta(days=1)
LONGEST = dt.timedelta(days=366)
QUOTES = '“”"'


def date_article(article: Article, parse: Parse, times: Sequence[TimeMention]) -> ArticleDate:
    """When the article was published; each reason stands in the interval's `basis`.

    Metadata outranks the address, that the dateline or date line at the head, that the times named
    in the text. The text bounds the date from below by what it tells as past, from above by what it
    announces.
    """
    stated = article.published
    if stated is not None and stated.precision == "fuzzy":
        stated = None
    line = date_line(article)
    own = _by_dateline(article) or _by_line(line)
    published = stated or _by_address(article) or own
    if published is None:
        bound = article.published or _by_change(line)
        published = _both(infer_date(article, parse, times), bound)
    elif own is not None and own.start is not None and not published.overlaps(own):
        basis = f"{published.basis}; the text itself says {own.start} ({own.basis})"
        published = replace(published, basis=basis)
    return ArticleDate(article=article.id, published=published)


def _both(inferred: Interval | None, stated: Interval | None) -> Interval | None:
    """What the text tells, within what the metadata bounds; that alone if both share no day."""
    if inferred is None or stated is None or not inferred.overlaps(stated):
        return stated or inferred
    ends = [end for end in (inferred.end, stated.end) if end is not None]
    return Interval(
        start=inferred.start,
        end=min(ends, default=None),
        precision="fuzzy",
        basis=f"{stated.basis}; {inferred.basis}",
    )


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


def _by_line(line: DateLine | None) -> Interval | None:
    """The day of a line at the head that says when the article was published."""
    if line is None or line.kind == "updated":
        return None
    basis = f"date line: {line.words}"
    return Interval(start=line.day, end=line.day + DAY, precision="day", basis=basis)


def _by_change(line: DateLine | None) -> Interval | None:
    """What a line that tells only the day of the last change bounds: it was out by then."""
    if line is None or line.kind != "updated":
        return None
    basis = f"not after its change (date line: {line.words}); no date of publication"
    return Interval(start=None, end=line.day + DAY, precision="fuzzy", basis=basis)


def infer_date(article: Article, parse: Parse, times: Sequence[TimeMention]) -> Interval | None:
    """What the text alone tells of the day of publication; None if it bounds neither side.

    Not before the latest time told as past, not after the end of the first one announced. A day
    that news names as its own, with weekday and year or as the stamp of a post that it shows, also
    bounds from above. Words in quotation marks bound nothing, for their verb and day may be
    another's. Nor does what was only planned when told ("would be signed in June"): it may lie
    behind the article or ahead.
    """
    past: list[TimeMention] = []
    announced: list[TimeMention] = []
    own: list[TimeMention] = []
    for mention in times:
        if mention.start is None or mention.end is None or mention.type != "DATE":
            continue
        if mention.end - mention.start > LONGEST:
            continue  # a decade or a century bounds nothing
        if _is_stamp(article, mention):
            own.append(mention)
        if _quoted(article, mention):
            continue
        side = _side(article, parse, mention)
        if FRESH.match(mention.span.text) and side in {"past", "open"}:
            own.append(mention)
        elif side == "past" and not _names_a_thing(article, mention):
            past.append(mention)
        elif side == "future":
            announced.append(mention)
    return _bounded(past, announced, own)


def _bounded(
    past: Sequence[TimeMention], announced: Sequence[TimeMention], own: Sequence[TimeMention]
) -> Interval | None:
    """The interval by the last time past, the first one announced and the last of its own days."""
    latest = max(past, key=_begins, default=None)
    newest = max(own, key=_begins, default=None)
    start = latest.start if latest else None
    reasons = [f"after {latest.timex3}: names “{latest.span.text}” as past"] if latest else []
    end = None
    if newest is not None and newest.start is not None:
        # A stamp may be written in a time zone ahead of ours.
        begins = newest.start - DAY
        if start is None or start <= newest.start:
            start = max(start or begins, begins)
            reasons = [
                f"about {newest.timex3} or soon after: names “{newest.span.text}”, as news"
                " does of its own days"
            ]
            end = newest.start + NEWS
    since = latest.end if latest and latest.end and latest.start == start else start
    ahead = [m for m in announced if m.start and m.end and (since is None or m.start >= since)]
    if since is None:  # a far year alone bounds nothing that anyone would ask
        ahead = [m for m in ahead if m.precision in {"day", "month"}]
    first = min(ahead, key=lambda m: (m.end or dt.date.max, m.span.start), default=None)
    if first is not None and first.end is not None and (end is None or first.end < end):
        end = first.end
        reasons.append(f"before the end of {first.timex3}: announces “{first.span.text}”")
    if start is None and end is None:
        return None
    return Interval(start=start, end=end, precision="fuzzy", basis="; ".join(reasons))


def _begins(mention: TimeMention) -> tuple[dt.date, int]:
    return mention.start or dt.date.min, -mention.span.start


def _is_stamp(article: Article, mention: TimeMention) -> bool:
    """Whether a day by ISO 8601 stands as the value of a mark-up's attribute."""
    return article.text[max(0, mention.span.start - 2) : mention.span.start] in STAMPED


def _side(article: Article, parse: Parse, mention: TimeMention) -> str | None:
    """Where the sentence puts this time: by the words around it, and by its verbs if parsed."""
    before, after = _around(article, mention)
    side = direction_in_words(before, after)
    side = "past" if side == "done" else side
    unreal = CONDITIONAL.match(after) is not None
    if side == "past" and (unreal or AHEAD_OF_TIME.search(before + mention.span.text)):
        return "planned"
    if side != "past" or not parse.has_syntax:
        return side
    by_verbs = direction_at(parse, article.text, mention.span.start, mention.span.end)
    return "past" if by_verbs == "done" else by_verbs


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
