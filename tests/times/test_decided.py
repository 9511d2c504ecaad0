"""What people decide about dates: what is accepted, which one counts."""

from __future__ import annotations

import datetime as dt

import pytest

from onrecord.times import check_dated, dated, decided_dates, read_day

GIVEN = {
    "a day": ("2031-07-23", "2031-07-23", "2031-07-24", "day"),
    "a month": (" 2031-12 ", "2031-12-01", "2032-01-01", "month"),
    "a year": ("2031", "2031-01-01", "2032-01-01", "year"),
}


@pytest.mark.parametrize(("text", "start", "end", "precision"), GIVEN.values(), ids=GIVEN)
def test_days_months_and_years(text: str, start: str, end: str, precision: str) -> None:
    found = read_day(text)
    assert (str(found.start), str(found.end), found.precision) == (start, end, precision)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "31-07-23",
        "2031-7-3",
        "2031-02-30",
        "2031-13",
        "0000",
        "２０３１",
        "2031-07-23T",
    ],
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"date|calendar"):
        read_day(text)


def test_the_latest_decision_counts_whatever_the_order() -> None:
    first = dated("a", None, "2031-07-23", "ann", "2031-08-01T10:00:00+00:00")
    later = dated("a", read_day("2031"), "2031-07-21", "bo", "2031-08-01T11:30:00+01:00")
    assert decided_dates([later, first])["a"].start == dt.date(2031, 7, 21)
    assert (first.action, later.action, later.old) == ("add", "change", "2031-01-01/2032-01-01")


def test_a_decision_names_its_article() -> None:
    good = dated("a", None, "2031-07-23", "ann", "2031-08-01T10:00:00+00:00")
    check_dated(good)
    for change in ({"article": None}, {"new": "soon"}, {"new": None}):
        with pytest.raises(ValueError, match="date"):
            check_dated(type(good)(**{**{f: getattr(good, f) for f in good.__slots__}, **change}))
