"""Dates of metadata: what they state, and what they leave open."""

from __future__ import annotations

import time

import pytest

from onrecord.sources.dates import is_date_line, published_interval

DAY = "2024-06-03/2024-06-04 day"
CASES = {
    "ISO": ("2024-06-03", DAY),
    "ISO with time": ("2024-06-03T23:30:00", DAY),
    "a zone does not move the day": ("2024-06-03T23:30:00-10:00", DAY),
    "slashes, year first": ("2024/06/03", DAY),
    "compact": ("20240603", DAY),
    "compact with time": ("20240603T101500Z", DAY),
    "RFC 2822": ("Mon, 03 Jun 2024 22:10:00 -0500", DAY),
    "month first": ("June 3, 2024", DAY),
    "month first, time after": ("Jun. 3, 2024 at 5:10 p.m. ET", DAY),
    "day first": ("3 June 2024", DAY),
    "ordinal": ("3rd of June 2024", DAY),
    "with lead": ("Published: Monday, June 3, 2024", DAY),
    "seconds": ("1717416000", DAY),
    "both numbers the same": ("06/06/2024", "2024-06-06/2024-06-07 day"),
    "second number above 12": ("06/13/2024", "2024-06-13/2024-06-14 day"),
    "first number above 12": ("13.06.2024", "2024-06-13/2024-06-14 day"),
    "month": ("June 2024", "2024-06-01/2024-07-01 month"),
    "ISO month": ("2024-12", "2024-12-01/2025-01-01 month"),
    "year": ("2024", "2024-01-01/2025-01-01 year"),
    "two days at once": ("03/04/2024", None),
    "two days at once, with dashes": ("03-04-2024", None),
    "dots: the day first": ("03.04.2024", "2024-04-03/2024-04-04 day"),
    "dots: the day first, with a clock": ("Tue, 3.4.2024 10:35", "2024-04-03/2024-04-04 day"),
    "dots: no month 13": ("04.13.2024", None),
    "no such day": ("2024-02-30", None),
    "no such month": ("June 2024-13", None),
    "a word": ("yesterday", None),
    "a word like a month": ("Marching 3, 2024", None),
    "a number": ("17", None),
    "nothing": ("", None),
    "None": (None, None),
}


@pytest.mark.parametrize(("value", "expected"), CASES.values(), ids=CASES)
def test_published_interval(value: str | None, expected: str | None) -> None:
    found = published_interval(value)
    shown = found and f"{found.start}/{found.end} {found.precision}"
    assert shown == expected
    assert found is None or found.basis == "metadata"


def test_a_row_of_weekdays_takes_no_time() -> None:
    started = time.process_time()
    assert published_interval("on   " * 40 + "x") is None
    assert time.process_time() - started < 1  # each more word took five times as long


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("Monday, March 2, 2026", True),
        ("March 2, 2026 Monday 10:35 AM GMT", True),
        ("2 March 2026", True),
        ("2026-03-02", False),  # a bare number: Nexis and Factiva write the month
        ("March 2026", True),
        ("2026", False),
        ("17 2026", False),
        ("The Aldery Observer", False),
        ("Marching 3, 2026", False),
        ("March 2, 2026 was the day on which " + "the envoys came " * 5, False),
        ("", False),
    ],
)
def test_a_date_line(line: str, answer: bool) -> None:
    assert is_date_line(line) is answer
