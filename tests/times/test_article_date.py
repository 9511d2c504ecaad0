"""The date of an article: metadata, address, dateline, and what the text lets us say."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from onrecord.language.english import parse_article
from onrecord.records import Article, Block, Interval, Segment
from onrecord.times import date_article, find_times


def dated(text: str, **fields: object) -> Interval | None:
    page = Article(
        id="a",
        path="a.txt",
        sha256="a",
        text=text,
        raw=text,
        encoding="utf-8",
        segments=(Segment(start=0, length=len(text), raw_start=0, raw_length=len(text)),),
        blocks=(Block(start=0, end=len(text), kind="paragraph"),),
    )
    page = dataclasses.replace(page, **fields)  # type: ignore[arg-type]
    parse = parse_article(page, light=True)
    return date_article(page, parse, find_times(page, parse)).published


PAST = "The truce was signed in November 2022 after the war began in 2014."


def test_metadata_outranks_the_text() -> None:
    published = Interval(
        start=dt.date(2031, 7, 24), end=dt.date(2031, 7, 25), precision="day", basis="metadata"
    )
    assert dated(PAST, published=published) == published


def test_address() -> None:
    found = dated(PAST, url="https://paper.example/news/2031/07/24/talks")
    assert found is not None
    assert (found.start, found.precision) == (dt.date(2031, 7, 24), "day")
    assert found.basis.startswith("address")


def test_dateline() -> None:
    found = dated("KARVENA, 23 July 2031 (Agency) — The truce holds.")
    assert found is not None
    assert (found.start, found.end) == (dt.date(2031, 7, 23), dt.date(2031, 7, 24))


def test_latest_past_date_bounds_from_below_alone() -> None:
    found = dated(PAST)
    assert found is not None
    assert (found.start, found.end, found.precision) == (dt.date(2022, 11, 1), None, "fuzzy")
    assert "November 2022" in found.basis


BOUNDS = {
    "planned year is no past": ("The plan will end in 2040. It began in 2029.", 2029),
    "announced day bounds from above": (
        "It will be signed on 5 March 2031. They met on 3 January 2031.",
        2031,
    ),
}


@pytest.mark.parametrize(("text", "year"), BOUNDS.values(), ids=BOUNDS)
def test_a_planned_time_does_not_bound_from_below(text: str, year: int) -> None:
    found = dated(text)
    assert found is not None
    assert found.start is not None
    assert found.start.year == year
    assert found.end is not None


OWN_DAYS = {
    "weekday and year": ("They met on Wednesday, July 23, 2031, in Orm.", "2031-07-22"),
    "stamp of a post": ('post author="@orm" datetime="2031-07-23" they met', "2031-07-22"),
}


@pytest.mark.parametrize(("text", "start"), OWN_DAYS.values(), ids=OWN_DAYS)
def test_a_day_that_news_names_as_its_own_bounds_both_sides(text: str, start: str) -> None:
    found = dated(text)
    assert found is not None
    assert (str(found.start), str(found.end)) == (start, "2031-08-24")
    assert "2031-07-23" in found.basis


FAR = {
    "due": "The bonds due on 3 March 2041 were sold. It began in 2029.",
    "fiscal year": "It sold more in fiscal 2041. It began in 2029.",
    "forecast": "It cut its forecast of sales in 2041. It began in 2029.",
}


@pytest.mark.parametrize("text", FAR.values(), ids=FAR)
def test_what_is_due_then_does_not_bound_from_below(text: str) -> None:
    found = dated(text)
    assert found is not None
    assert found.start == dt.date(2029, 1, 1)


NOTHING = {
    "no date": "The talks go on.",
    "weekday alone": "They met on Friday.",
    "month alone": "They met on April 18.",
    "only a plan": "The plan will end in 2040.",
    "plan told in the past": "It said the bridge would open in 2040.",
    "limit": "The cuts were planned by 2040.",
    "name of a thing": "They spoke of the 2040 Games.",
    "quoted": "He said: “We have won the seat in 2040.”",
}


@pytest.mark.parametrize("text", NOTHING.values(), ids=NOTHING)
def test_nothing_is_guessed(text: str) -> None:
    assert dated(text) is None
