"""What a page states of its dates: kinds, conflicts, and what is hostile."""

from __future__ import annotations

import datetime as dt
import time

import pytest

from onrecord.articles.stated import by_sight, settle_published, stated_dates
from onrecord.records import Interval

PUBLISHED = '<meta property="article:published_time" content="2031-07-23T10:00:00Z">'
UPDATED = "<meta name='lastmod' content='2031-07-25'>"
LINKED = '<script type="application/ld+json">{"datePublished": "2031-07-22"}</script>'

NO_DAY = ("published", "None", "date")
STATED = {
    "meta tag": (PUBLISHED, [("published", "2031-07-23", "article:published_time")]),
    "attributes in any order": (
        '<META content="2031-07-23" itemprop="datePublished"/>',
        [("published", "2031-07-23", "datePublished")],
    ),
    "change": (UPDATED, [("updated", "2031-07-25", "lastmod")]),
    "JSON-LD": (LINKED, [("published", "2031-07-22", "datePublished")]),
    "twice the same": (PUBLISHED * 2, [("published", "2031-07-23", "article:published_time")]),
    "another tag": ('<meta name="keywords" content="2031-07-23">', []),
    "no date": ('<meta name="date" content="soon">', []),
    "two days at once": (
        '<meta name="date" content="03/04/2031">',
        [("published", "None", "date")],
    ),
    "no such day": ('<meta name="date" content="2031-02-31">', [("published", "None", "date")]),
    "no tag": ("published 2031-07-23", []),
}


@pytest.mark.parametrize(("page", "dates"), STATED.values(), ids=STATED)
def test_dates_are_read_with_their_kind(page: str, dates: list[tuple[str, str, str]]) -> None:
    found = [(s.kind, str(s.when and s.when.start), s.where) for s in stated_dates(page)]
    assert found == dates


def test_one_date_needs_no_more_words() -> None:
    found = settle_published(None, "2031-07-23", stated_dates(PUBLISHED))
    assert found is not None
    assert (found.start, found.precision) == (dt.date(2031, 7, 23), "day")
    assert found.basis == "metadata: published (article:published_time)"


def test_a_conflict_is_named() -> None:
    found = settle_published("2031-07-20", "2031-07-23", stated_dates(PUBLISHED + UPDATED))
    assert found is not None
    assert found.start == dt.date(2031, 7, 20)
    assert "published 2031-07-23 (article:published_time)" in found.basis
    assert "updated 2031-07-25 (lastmod)" in found.basis


def test_what_the_page_states_outranks_what_is_seen_on_it() -> None:
    found = settle_published(None, "2031-07-21", stated_dates(PUBLISHED))
    assert found is not None
    assert found.start == dt.date(2031, 7, 23)


def test_a_change_alone_bounds_from_above() -> None:
    found = settle_published(None, "2031-07-25", stated_dates(UPDATED))
    assert found is not None
    assert (found.start, found.end, found.precision) == (None, dt.date(2031, 7, 26), "fuzzy")


@pytest.mark.parametrize("stated", ["2031-02-31", "03/04/2031"])
def test_what_is_no_day_is_not_made_one(stated: str) -> None:
    page = stated_dates(f'<meta property="article:published_time" content="{stated}">')
    assert settle_published(None, "2031-02-01", page) is None
    given = settle_published("2031-03-05", "2031-02-01", page)
    assert given is not None
    assert given.start == dt.date(2031, 3, 5)


DAY, NEXT = dt.date(2031, 7, 23), dt.date(2031, 7, 24)
OPEN = "metadata: not after its change"
SEEN = {
    "nothing stated": (None, (None, dt.date(2031, 7, 25), "seen by a crawler on 2031-07-23")),
    "the day itself": ((DAY, NEXT, "day", "metadata"), (DAY, NEXT, "metadata")),
    "a day ahead, by the outlet's clock": (
        (NEXT, dt.date(2031, 7, 25), "day", "metadata"),
        (NEXT, dt.date(2031, 7, 25), "metadata"),
    ),
    "stated later than it was seen": (
        (dt.date(2031, 8, 1), dt.date(2031, 8, 2), "day", "metadata"),
        (dt.date(2031, 8, 1), dt.date(2031, 8, 2), "had seen it on 2031-07-23 already"),
    ),
    "changed later than it was seen": (
        (None, dt.date(2031, 9, 2), "fuzzy", OPEN),
        (None, dt.date(2031, 7, 25), f"{OPEN}; seen by a crawler on 2031-07-23"),
    ),
    "changed before": (
        (None, dt.date(2031, 5, 2), "fuzzy", OPEN),
        (None, dt.date(2031, 5, 2), OPEN),
    ),
}


@pytest.mark.parametrize(("stated", "told"), SEEN.values(), ids=SEEN)
def test_by_the_day_a_crawler_saw_it_an_article_was_out(stated, told) -> None:
    given = None
    if stated is not None:
        start, end, precision, basis = stated
        given = Interval(start=start, end=end, precision=precision, basis=basis)
    for seen in ("2031-07-23T21:15:00Z", "20310723211500"):
        found = by_sight(given, seen)
        assert found is not None
        assert (found.start, found.end) == told[:2]
        assert told[2] in found.basis
    for seen in (None, "", "soon", "0000-00-00"):
        assert by_sight(given, seen) == given


def test_a_month_is_a_month() -> None:
    found = settle_published(None, None, stated_dates('{"datePublished": "2031-05"}'))
    assert found is not None
    assert (found.start, found.precision) == (dt.date(2031, 5, 1), "month")


def test_nothing_stated_is_nothing() -> None:
    assert settle_published(None, None, ()) is None
    assert settle_published("soon", None, ()) is None


@pytest.mark.parametrize(
    "page", ["<meta " * 80_000, "<meta a=" + "'" * 400_000, '"datePublished" ' * 40_000]
)
def test_a_hostile_page_takes_no_longer_than_its_length(page: str) -> None:
    started = time.process_time()
    assert stated_dates(page) == ()
    assert time.process_time() - started < 5
