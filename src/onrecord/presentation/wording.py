"""Values of the record as short sortable text, for tables and files."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from onrecord.records import Interval, Span

ONE_DAY = dt.timedelta(days=1)


def say_interval(interval: Interval | None) -> str:
    """An interval as a reader writes it: "2025-07-23", "2024-06", "2022", "after 2022-11-15".

    The unknown is "", never a guess; an interval that is no round one shows both its days.
    """
    if interval is None or (interval.start is None and interval.end is None):
        return ""
    start, end = interval.start, interval.end
    if start is None:
        return f"before {end}"
    if end is None:
        return f"{start} or later"
    last = end - ONE_DAY
    if last <= start:
        return start.isoformat()
    return _round_one(start, end) or f"{start} to {last}"


def _round_one(start: dt.date, end: dt.date) -> str | None:
    """The name of a whole month or year; None for any other interval."""
    if start.day != 1 or end.day != 1:
        return None
    if (end - start).days <= 31:
        return start.isoformat()[:7]
    if start.month == end.month == 1 and end.year == start.year + 1:
        return str(start.year)
    return None


def join_spans(spans: Sequence[Span]) -> str:
    """The words of spans on one line, gaps shown as an ellipsis."""
    return " … ".join(" ".join(span.text.split()) for span in spans)


def say_code(code: str | None) -> str:
    """A code of the record as words: "accept_if" → "accept if"."""
    return (code or "").replace("_", " ")
