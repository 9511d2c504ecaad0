"""Times of the clock: text → values, on Thursday 2031-07-24."""

from __future__ import annotations

import pytest

from tests.times.test_times import read

CLOCKS = {
    "in words": ("It left at eight o’clock.", ["T08:00"]),
    "in words, of the evening": ("It left at eight o’clock in the evening.", ["T20:00"]),
    "mid-afternoon": ("It left at mid-afternoon yesterday.", ["2031-07-23TAF"]),
    "the day told before": (
        "It came on Tuesday. It left at 9 p.m. with two men.",
        ["2031-07-22", "2031-07-22T21:00"],
    ),
    "two days told before": (
        "It came on Monday. It rested on Tuesday. It left at 9 p.m. with two men.",
        ["2031-07-21", "2031-07-22", "T21:00"],
    ),
    "a day ahead": ("It is due on Friday. She spoke at 11 p.m.", ["2031-07-25", "T23:00"]),
    "long ago": ("It began on 3 May 2021. She spoke at 11 p.m.", ["2021-05-03", "T23:00"]),
    "no past": ("It came on Tuesday. The gate opens at 9 a.m. as ever.", ["2031-07-22", "T09:00"]),
}


@pytest.mark.parametrize(("text", "values"), CLOCKS.values(), ids=CLOCKS)
def test_clocks(text: str, values: list[str]) -> None:
    assert [mention.timex3 for mention in read(text)] == values
