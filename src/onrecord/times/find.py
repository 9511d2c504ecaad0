"""Every expression of time in an article: one pass of one pattern, then each rule in turn."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.language.parse import Parse
from onrecord.records import Article, Block, TimeMention, identity
from onrecord.times import (
    clock,
    days,
    feasts,
    holidays,
    lengths,
    months,
    near,
    pointing,
    readings,
    spans,
    vague,
    within,
    years,
)
from onrecord.times.date_lines import date_line
from onrecord.times.datelines import dateline_day
from onrecord.times.direction import direction_at
from onrecord.times.readings import Context, Reading
from onrecord.times.starts import possible_starts
from onrecord.times.words import compile_piece

# Order decides where two rules start at one word: the one that reads more stands first.
RULES = (
    *days.RULES,
    *months.RULES,
    *holidays.RULES,
    *feasts.RULES,
    *pointing.RULES,
    *near.RULES,
    *spans.RULES,
    *clock.RULES,
    *lengths.RULES,
    *years.RULES,
    *vague.RULES,
)
PATTERNS = tuple(compile_piece(rule.piece) for rule in RULES)
FRAMES = tuple((frame, compile_piece(frame.piece)) for frame in within.FRAMES)
ANY = compile_piece(
    "|".join(re.sub(r"\(\?P<\w+>", "(?:", rule.piece) for rule in (*within.FRAMES, *RULES))
)
MONTH_NAMES = {"April", "May", "June", "August", "March"}  # also given to people
SURNAME = re.compile(r" [A-Z][a-z]+")
PERIODS = frozenset(("day", "week", "month", "quarter", "season", "year"))
PREPOSITION = re.compile(r"\b(?:in|since|by|until|from|of|for|last|next|this|early|late)\s$", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A reading at its place in the text; None for words that look like a date and are none."""

    start: int
    end: int
    reading: Reading | None


def find_times(article: Article, parse: Parse) -> tuple[TimeMention, ...]:
    """Every expression of time, in text order, with the days it means where they are settled.

    Days count from the day of publication, or from a dateline where no metadata tells; without
    either an expression such as "on Friday" stays open.
    """
    context = Context(today=_today(article))
    found: list[Found] = []
    before: list[Reading] = []
    for block in article.blocks:
        in_block = list(_in_block(article, parse, block, context))
        for item in in_block:
            context = _remembering(context, item.reading)
        context = replace(context, named=None, longer=False)
        joined = _with_days(parse, _joined(article.text, in_block))
        days = _days(joined)
        near = [d for d in days or before if _lately(d, context.today)]
        found += _on_the_day_told(article.text, parse, joined, near)
        before = days
    return tuple(_mention(article, item, item.reading) for item in found if item.reading)


def _today(article: Article) -> dt.date | None:
    published = article.published
    if published is not None and published.start is not None and published.precision == "day":
        return published.start
    dateline = dateline_day(article)
    if dateline is not None:
        return dateline[1]
    line = date_line(article)
    return line.day if line is not None and line.kind != "updated" else None


def _remembering(context: Context, reading: Reading | None) -> Context:
    """The context for what follows: later words can point back to these days."""
    if reading is None:
        return context
    context = replace(context, longer=pointing.is_longer(context, reading))
    if reading.type != "DATE" or reading.precision not in PERIODS:
        return context
    named = reading.start if reading.precision == "day" else context.named
    quarter = pointing.reported_quarter(context, reading)
    return replace(context, period=reading, named=named, quarter=quarter)


def _in_block(article: Article, parse: Parse, block: Block, context: Context) -> Iterator[Found]:
    at = block.start
    for place in possible_starts(article.text, block.start, block.end):
        match = ANY.match(article.text, place, block.end) if place >= at else None
        if match is None:
            continue
        found = None
        if not _names_a_person(parse, article.text, match):
            found = _framed(article.text, parse, match.start(), block.end, context) or _read(
                article.text, parse, match.start(), block.end, context
            )
        if found is None:
            continue
        at = max(found.end, place + 1)
        if found.reading is not None:
            context = _remembering(context, found.reading)
            yield found


def _framed(text: str, parse: Parse, start: int, limit: int, context: Context) -> Found | None:
    """What words in front of another expression mean together with it."""
    for frame, pattern in FRAMES:
        match = pattern.match(text, start, limit)
        if match is None:
            continue
        inner = _read(text, parse, match.end(), limit, context)
        if inner is None or inner.reading is None:
            continue
        reading = frame.read(match, inner.reading, context)
        if reading is not None:
            return Found(start=start, end=inner.end, reading=reading)
    return None


def _read(text: str, parse: Parse, start: int, limit: int, context: Context) -> Found | None:
    """What the first rule that has a meaning for it reads at `start`."""
    for rule, pattern in zip(RULES, PATTERNS, strict=True):
        match = pattern.match(text, start, limit)
        if match is None or not match.group().strip():
            continue
        end = match.start() + len(match.group().rstrip().rstrip(","))
        if context.today is not None and context.direction is None:
            context = replace(context, direction=direction_at(parse, text, start, end))
        reading = rule.read(match, context)
        if reading is not None or rule.whole:
            return Found(start=start, end=end, reading=reading)
    return None


def _names_a_person(parse: Parse, text: str, match: re.Match[str]) -> bool:
    """Whether a month's name is a given name here: by the parser, or by a surname after it."""
    if match.group() not in MONTH_NAMES:
        return False
    if any(t.ent == "PERSON" for t in parse.between(match.start(), match.end())):
        return True
    before = text[max(0, match.start() - 8) : match.start()]
    return bool(SURNAME.match(text, match.end())) and not PREPOSITION.search(before)


def _with_days(parse: Parse, found: list[Found]) -> list[Found]:
    """The list with each time of the clock on the one day that its sentence names."""
    days: dict[int, list[Reading]] = {}
    for item in found:
        if item.reading and item.reading.type == "DATE" and item.reading.precision == "day":
            days.setdefault(_sentence(parse, item), []).append(item.reading)
    settled = []
    for item in found:
        near = days.get(_sentence(parse, item), [])
        whole = _of_day(item.reading, near[0]) if len(near) == 1 else None
        settled.append(replace(item, reading=whole) if whole else item)
    return settled


def _lately(day: Reading, today: dt.date | None) -> bool:
    """Whether a past time of the clock can be of a day: none ahead, none long ago."""
    if today is None or day.start is None:
        return today is None
    return dt.timedelta(0) <= today - day.start <= dt.timedelta(days=14)


def _days(found: list[Found]) -> list[Reading]:
    """The days that are named, each once."""
    days = (_day_of(item.reading) for item in found)
    return list({day.timex3: day for day in days if day}.values())


def _day_of(reading: Reading | None) -> Reading | None:
    if reading is None or reading.start is None or reading.type not in {"DATE", "TIME"}:
        return None
    if reading.precision not in {"day", "hour", "minute"}:
        return None
    day = readings.day_of(reading.start)
    return day if reading.end == day.end else None


def _on_the_day_told(
    text: str, parse: Parse, found: list[Found], days: list[Reading]
) -> list[Found]:
    """The list with each past time of the clock on the one day of its paragraph or the last one."""
    if len(days) != 1:
        return found
    settled = []
    for item in found:
        whole = _of_day(item.reading, days[0])
        past = whole and direction_at(parse, text, item.start, item.end) in {"past", "done"}
        settled.append(replace(item, reading=whole) if past else item)
    return settled


def _sentence(parse: Parse, item: Found) -> int:
    tokens = parse.between(item.start, item.end)
    return tokens[0].sentence if tokens else -1


def _joined(text: str, found: list[Found]) -> list[Found]:
    """The list with each time of the clock joined to the day beside it ("9 a.m. Tuesday")."""
    joined: list[Found] = []
    for item in found:
        if joined and not text[joined[-1].end : item.start].strip(" ,\n"):
            last = joined[-1]
            reading = _of_day(last.reading, item.reading) or _of_day(item.reading, last.reading)
            if reading is not None:
                joined[-1] = Found(start=last.start, end=item.end, reading=reading)
                continue
        joined.append(item)
    return joined


def _of_day(clock: Reading | None, day: Reading | None) -> Reading | None:
    """The reading of a time of the clock on a day; None if they are not such a pair."""
    if clock is None or day is None or not clock.timex3.startswith("T") or day.type != "DATE":
        return None
    if day.precision not in {"day", None} or "REF" in day.timex3:
        return None
    return replace(
        day,
        timex3=day.timex3 + clock.timex3,
        type="TIME",
        precision="minute" if day.start else None,
    )


def _mention(article: Article, found: Found, reading: Reading) -> TimeMention:
    return TimeMention(
        id=identity("time", article.id, str(found.start), str(found.end)),
        article=article.id,
        span=article.span(found.start, found.end),
        start=reading.start,
        end=reading.end,
        precision=reading.precision,
        timex3=reading.timex3,
        type=reading.type,
    )
