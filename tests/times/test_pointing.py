"""What a report compares with: text → value of the last time."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.language.english import parse_article
from onrecord.records import Block
from onrecord.times import find_times
from tests.times.test_times import article, read

GREW = "It sold 20 in the second quarter. "
COMPARED = {
    "quarter": (GREW + "It had sold 10, up from 9 a year earlier.", "2030-Q2"),
    "nine months": (GREW + "In the nine months it sold 60, against 50 a year earlier.", "2030"),
    "the year": (GREW + "For the year ended June 30 it sold 80, up from 70 a year ago.", "2030"),
    "back to the quarter": (
        GREW
        + "In the six months it sold 40. In the quarter it sold 20, against 15 a year earlier.",
        "2030-Q2",
    ),
    "same period last year": (GREW + "It sold 10 in the same period last year.", "2030-Q2"),
    "quarter a year ago": (GREW + "It sold 10 in the quarter a year ago.", "2030-Q2"),
    "last year’s quarter": (GREW + "It sold 10 in last year’s quarter.", "2030-Q2"),
    "prior-year quarter": (GREW + "It sold 10 in the prior-year quarter.", "2030-Q2"),
    "no quarter": ("It sold 20, against 10 in the same period last year.", "2030"),
    "the week’s": ("It was the week’s worst storm.", "2031-W30"),
}


@pytest.mark.parametrize("light", [False, True], ids=["parser", "light"])
@pytest.mark.parametrize(("text", "value"), COMPARED.values(), ids=COMPARED)
def test_what_a_report_compares_with(text: str, value: str, light: bool) -> None:
    assert read(text, light=light)[-1].timex3 == value


def test_another_paragraph_turns_back_to_the_quarter() -> None:
    first = GREW + "In the six months it sold 40."
    page = article(first + "\n\nShips sold 5, against 3 a year earlier.")
    parts = ((0, len(first)), (len(first) + 2, len(page.text)))
    blocks = tuple(Block(start=start, end=end, kind="paragraph") for start, end in parts)
    page = replace(page, blocks=blocks)
    assert find_times(page, parse_article(page, light=True))[-1].timex3 == "2030-Q2"
