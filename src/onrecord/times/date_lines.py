"""The date that a line of its own gives at the head of an article: "Published: 23 July 2031".

The whole line must be of that kind: a label, a place or a byline, the day with its year, perhaps a
time. What tells of a day in a sentence is none, nor is a heading: "Treaty of Orm, 3 May 2019".
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from onrecord.language.datelines import CAPITALS, is_place
from onrecord.records import Article, Block
from onrecord.times.datelines import FULL_DATE, READERS
from onrecord.times.readings import Context

Kind = Literal["published", "updated", "alone"]
BLOCKS_LOOKED_AT = 4  # title, summary and byline may precede it
LONGEST = 120  # characters of such a line
STAMPS = frozenset({"time stamp", "byline"})  # reasons why such a line is left out of the text
LABEL = re.compile(
    r"\W{0,3}(?P<label>(?:(?:first|last|originally)\s)?"
    r"(?:published|posted|issued|filed|released|dated?|updated?|(?:last\s)?modified))"
    r"(?:\s(?:on|at))?\s?(?::\s{0,3}|\s)",
    re.I,
)
BYLINE = re.compile(r"by\s[^\W\d_a-z][^\d\n|·•]{1,60}?(?:,\s{0,3}|\s?[—–-]\s)", re.I)
WEEKDAY = re.compile(
    r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s", re.I
)
# A clock, its zone, an agency: what may follow the day.
AFTER = re.compile(
    r"(?:[\s,–—-]{1,3}(?:at\s)?\d{1,2}[:.]\d\d(?::\d\d)?(?:\s?[ap]\.?m\.?)?"
    r"|[\s,]{1,2}\d{1,2}\s?[ap]\.?m\.?)?"
    r"(?:\s?\(?(?:[A-Z]{2,5}|local time)\)?)?(?:\s?[+-]\d{1,2}:?(?:\d\d)?)?"
    r"(?:\s\([^()\n]{2,40}\))?\s?[.:—–-]?"
)
YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
PARTS = re.compile(r"\s{0,3}[|·•]\s{0,3}")
MOST_PARTS = 4  # "By Ann Berg | The Post | Published 23 July 2031 | 5 min read"
MOST_WORDS = 8  # of a part that tells no day
# A heading in small letters that names one of these tells of the thing's own day.
THINGS = re.compile(
    r"\b(?:accords?|acts?|agreements?|annex|announcements?|attacks?|briefing|bulletin|conference"
    r"|congress|convention|day|debate|declaration|decree|elections?|hearing|interview|laws?|letter"
    r"|massacre|meetings?|memorandum|minutes|motion|order|pact|plans?|protocol|referendum|remarks"
    r"|report|resolution|session|speech|statements?|strike|summit|talks|timeline|transcript|treaty"
    r"|truce|votes?|war)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class DateLine:
    """A line that gives a day, what kind of day it says that is, and the day."""

    kind: Kind
    words: str
    day: dt.date


def date_line(article: Article) -> DateLine | None:
    """The line at the head of an article that says when it was published; None if there is none.

    One that says so goes before one that stands alone, and that before the day of a change. Days of
    which several head parts of the article, as in a chronicle, are none of these.
    """
    found = list(_at_the_head(article))
    for kind in ("published", "alone", "updated"):
        of_kind = [line for line in found if line.kind == kind]
        if not of_kind:
            continue
        days = {line.day for line in of_kind}
        if kind == "alone":
            days.update(_days_further_on(article))
        return of_kind[0] if len(days) == 1 else None
    return None


def _at_the_head(article: Article) -> Iterator[DateLine]:
    """Yield the date lines above the first paragraph, those left out of the text too."""
    above = 0  # the place in the original that what is left out must stand above
    for index, block in enumerate(article.blocks[:BLOCKS_LOOKED_AT]):
        above = (article.raw_range(block.start, block.end) or (above,))[0] or above
        lines = list(_read(article.text[block.start : block.end])) if _is_line(block) else []
        yield from lines
        if index and block.kind == "paragraph" and not lines:
            break
    for one in article.excluded:
        if one.reason in STAMPS and one.raw_end <= above:
            yield from _read(one.text)


def _is_line(block: Block) -> bool:
    return block.kind in {"title", "heading", "paragraph"} and block.end - block.start <= LONGEST


def _days_further_on(article: Article) -> Iterator[dt.date]:
    for block in article.blocks:
        if _is_line(block):
            yield from (line.day for line in _read(article.text[block.start : block.end]))


def _read(line: str) -> Iterator[DateLine]:
    """Yield the days of a line, if all of it is a date line."""
    parts = PARTS.split(line.strip()) if len(line) <= LONGEST else []
    if not 1 <= len(parts) <= MOST_PARTS:
        return
    found = []
    for part in parts:
        told = _told(part)
        if told is not None:
            found.append(DateLine(kind=told[0], words=line.strip(), day=told[1]))
        elif len(part.split()) > MOST_WORDS or part[-1:] in {".", "!", "?"}:
            return
    yield from found


def _told(part: str) -> tuple[Kind, dt.date] | None:
    """The kind and the day of a part that tells just that; None for all others."""
    label = LABEL.match(part)
    kind: Kind = "alone"
    start = 0
    if label:
        start = label.end()
        kind = "updated" if re.search("updat|modif", label["label"], re.I) else "published"
    elif byline := BYLINE.match(part):
        start = byline.end()
    for at in _starts(part, start, named=label is None):
        weekday = WEEKDAY.match(part, at)
        day = _day(part, weekday.end() if weekday else at)
        if day is not None:
            return kind, day
    return None


def _starts(part: str, start: int, *, named: bool) -> Iterator[int]:
    """Yield where the day may begin: at once, or behind a place."""
    yield start
    if named and start == 0:
        for comma in re.finditer(r",\s{1,3}", part):
            place = part[: comma.start()]
            if is_place(place) and (CAPITALS.fullmatch(place) or not THINGS.search(place)):
                yield comma.end()


def _day(part: str, at: int) -> dt.date | None:
    """The day that stands here with its year, nothing but its time behind it."""
    for pattern, read in zip(FULL_DATE, READERS, strict=True):
        match = pattern.match(part, at)
        if match and YEAR.search(match.group()) and AFTER.fullmatch(part, match.end()):
            reading = read(match, Context())
            return reading.start if reading else None
    return None
