"""Days and intervals in words: never more exact than the record is."""

from __future__ import annotations

import datetime as dt

from onrecord.records import Interval

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
UNKNOWN = "date not known"
WEEK = dt.timedelta(days=7)


def day_words(day: dt.date) -> str:
    """A day as "5 Mar 2026", in every locale."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def interval_words(when: Interval | None) -> str:
    """An interval as a reader says it: "5 Mar 2026", "Mar 2026", "before 9 Mar 2026"."""
    if when is not None and when.start is not None and when.end is not None:
        return _closed_words(when.start, when.end)
    if when is not None and when.end is not None:
        return f"before {day_words(when.end)}"
    if when is not None and when.start is not None:
        return f"{day_words(when.start)} or later"
    return UNKNOWN


def _closed_words(start: dt.date, end: dt.date) -> str:
    """The days `[start, end)`, with no word twice."""
    last = end - dt.timedelta(days=1)
    if last <= start:
        return day_words(start)
    if _is_month(start, end):
        return f"{MONTHS[start.month - 1]} {start.year}"
    if (start.month, start.day, end.month, end.day) == (1, 1, 1, 1):
        years = start.year, end.year - 1
        return str(years[0]) if years[0] == years[1] else f"{years[0]}–{years[1]}"
    if (start.year, start.month) == (last.year, last.month):
        return f"{start.day}–{day_words(last)}"
    if start.year == last.year:
        return f"{start.day} {MONTHS[start.month - 1]} – {day_words(last)}"
    return f"{day_words(start)} – {day_words(last)}"


def _is_month(start: dt.date, end: dt.date) -> bool:
    return start.day == 1 and end.day == 1 and (end - start).days <= 31


def said_or_published(said: Interval | None, published: Interval | None) -> str:
    """The day it was said; where that is unknown the day of publication, named so."""
    if said is not None or published is None:
        return interval_words(said)
    return f"published {interval_words(published)}"


def last_day(when: Interval | None) -> dt.date | None:
    """The last day that an interval can mean; None where it has no end."""
    if when is None or when.end is None:
        return None
    return when.end - dt.timedelta(days=1)


def is_settled(when: Interval | None) -> bool:
    """Whether an interval is bounded on both sides, and stated rather than inferred."""
    closed = when is not None and when.start is not None and when.end is not None
    return closed and when is not None and when.precision != "fuzzy"


def is_exact(when: Interval | None) -> bool:
    """Whether a settled interval is of a day or a few: an age can be counted from it."""
    if when is None or when.start is None or when.end is None or not is_settled(when):
        return False
    return when.end - when.start <= WEEK


def settled_day(when: Interval | None) -> dt.date | None:
    """The last day of an exact interval; None for any other."""
    return last_day(when) if is_exact(when) else None


def age_words(when: Interval | None, as_of: dt.date | None) -> str:
    """How long before `as_of` an interval ended: "12 days old"; "" if its end is unknown.

    With an end alone ("before 9 Mar 2026"), of a month or a year, or where it is inferred, it is at
    least so old, and never the newest.
    """
    day = last_day(when)
    if when is None or day is None or as_of is None:
        return ""
    days, exact = (as_of - day).days, is_exact(when)
    if days <= 0:
        return "newest" if exact else ""
    words = "1 day old" if days == 1 else f"{days} days old"
    return words if exact else f"at least {words}"


def sort_day(when: Interval | None) -> tuple[bool, dt.date]:
    """A key that sorts by the latest day known to be reached, the unknown at the end.

    "2014 or later" stands with 2014: nothing tells that it is newer than what is dated.
    """
    if when is None or (when.start is None and when.end is None):
        return (True, dt.date.max)
    return (False, surely_by(when))


def surely_by(when: Interval) -> dt.date:
    """The latest day that an interval is known to reach: "2014 or later" reaches 2014 alone."""
    last = last_day(when) if is_exact(when) or when.start is None else None
    return last or when.start or dt.date.min
