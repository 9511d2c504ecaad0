"""Days and intervals in words."""

from __future__ import annotations

import datetime as dt

import pytest

from onrecord.presentation.dossier.dates import (
    age_words,
    interval_words,
    said_or_published,
    settled_day,
    sort_day,
    surely_by,
)
from onrecord.records import Interval


def between(start: str | None, end: str | None) -> Interval:
    return Interval(
        start=dt.date.fromisoformat(start) if start else None,
        end=dt.date.fromisoformat(end) if end else None,
        precision="day",
        basis="",
    )


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        pytest.param("2026-03-05", "2026-03-06", "5 Mar 2026", id="one day"),
        pytest.param("2026-03-01", "2026-04-01", "Mar 2026", id="a month"),
        pytest.param("2026-12-01", "2027-01-01", "Dec 2026", id="a month at the end of a year"),
        pytest.param("2026-03-05", "2026-03-12", "5–11 Mar 2026", id="days of one month"),
        pytest.param("2026-03-30", "2026-04-03", "30 Mar – 2 Apr 2026", id="two months"),
        pytest.param("2025-12-30", "2026-01-03", "30 Dec 2025 – 2 Jan 2026", id="two years"),
        pytest.param("2026-01-01", "2027-01-01", "2026", id="a year"),
        pytest.param(None, "2026-03-06", "before 6 Mar 2026", id="open at the start"),
        pytest.param("2026-03-06", None, "6 Mar 2026 or later", id="open at the end"),
        pytest.param(None, None, "date not known", id="open"),
    ],
)
def test_an_interval_is_said_no_more_exactly_than_it_is(
    start: str | None, end: str | None, words: str
) -> None:
    assert interval_words(between(start, end)) == words


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        pytest.param("2026-03-05", "2026-03-06", "5 days old", id="days"),
        pytest.param("2026-03-09", "2026-03-10", "1 day old", id="one day"),
        pytest.param("2026-03-10", "2026-03-11", "newest", id="the same day"),
        pytest.param(None, None, "", id="unknown"),
        pytest.param("2014-01-01", None, "", id="or later: no age"),
        pytest.param("2026-03-10", None, "", id="or later: not the newest either"),
        pytest.param("2026-03-01", "2026-03-06", "5 days old", id="counted from its last day"),
        pytest.param(None, "2026-03-06", "at least 5 days old", id="before a day"),
        pytest.param(None, "2026-03-12", "", id="before a later day"),
    ],
)
def test_age_is_counted_from_the_newest_article(
    start: str | None, end: str | None, words: str
) -> None:
    assert age_words(between(start, end), dt.date(2026, 3, 10)) == words


def test_publication_is_never_shown_as_the_day_it_was_said() -> None:
    published = between("2026-03-05", "2026-03-06")
    assert said_or_published(None, published) == "published 5 Mar 2026"
    assert said_or_published(published, None) == "5 Mar 2026"
    assert said_or_published(None, None) == "date not known"


def test_an_open_interval_settles_no_day_and_is_never_the_latest() -> None:
    later, settled = between("2014-01-01", None), between("2026-03-05", "2026-03-06")
    assert later is not None
    assert settled is not None
    assert settled_day(later) is None
    assert settled_day(between(None, "2026-03-06")) is None
    assert settled_day(settled) == dt.date(2026, 3, 5)
    assert max([later, settled], key=surely_by) == settled
    assert sorted([None, settled, later], key=sort_day) == [later, settled, None]
