"""What people decided about the dates of articles.

One decision: `field` "published", the article as target; `new` is the day, month or year by
ISO 8601, `old` what stood there before. The latest decision on an article counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.records import Decision, Interval, in_time
from onrecord.times import readings

PUBLISHED = "published"
SET = "set by a person"  # the basis of a date that was decided
FIRST, LAST = 1800, 2099  # what the articles' own metadata may state
ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)


def read_day(text: str) -> Interval:
    """The day, month or year that ISO 8601 words name ("2031-07-23", "2031-07", "2031").

    Raises ValueError, saying what is wrong.
    """
    match = ISO.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"{text[:40]!r} is no date; write 2031-07-23, 2031-07 or 2031")
    year, month, day = (int(part) if part else None for part in match.groups())
    if month is None:
        found = readings.year(year or 0)
    elif not 1 <= month <= 12:
        found = None
    elif day is None:
        found = readings.month(year or 0, month)
    else:
        found = readings.day(year or 0, month, day)
    if found is None or found.precision is None or not FIRST <= (year or 0) <= LAST:
        raise ValueError(f"{text[:40]} is not in the calendar, or not of {FIRST} to {LAST}")
    return Interval(start=found.start, end=found.end, precision=found.precision, basis=SET)


def dated(
    article: str, old: Interval | None, new: str, coder: str, at: str, note: str = ""
) -> Decision:
    """The decision that an article was published then. Raises ValueError for what is no date."""
    read_day(new)
    return Decision(
        target=article,
        field=PUBLISHED,
        old=f"{old.start or ''}/{old.end or ''}" if old else None,
        new=new.strip(),
        action="change" if old else "add",
        coder=coder,
        at=at,
        note=note,
        article=article,
    )


def is_about_dates(decision: Decision) -> bool:
    """Whether a decision dates an article."""
    return decision.field == PUBLISHED


def check_dated(decision: Decision) -> None:
    """Raise ValueError, saying what is wrong, if a decision on a date is not of the form."""
    if not is_about_dates(decision):
        return
    if decision.article != decision.target:
        raise ValueError("a decision on a date has its article as target and as article")
    if decision.action not in {"add", "change"}:
        raise ValueError("a decision on a date has the action `add` or `change`")
    read_day(decision.new or "")


def decided_dates(decisions: Iterable[Decision]) -> dict[str, Interval]:
    """When articles were published by what people decided, by the articles' ids."""
    found: dict[str, Interval] = {}
    for decision in sorted(filter(is_about_dates, decisions), key=in_time):
        found[decision.target] = read_day(decision.new or "")
    return found
