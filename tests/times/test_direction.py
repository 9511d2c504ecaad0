"""Which year a day or month without one is in: published, text → value of the last time."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.times.test_times import read

CASES = {
    "foreseen for": ("2031-04-10", "A third round is foreseen for June.", "2031-06"),
    "scheduled for": ("2031-04-10", "Talks scheduled for May were dropped.", "2031-05"),
    "slated for": ("2031-04-10", "Elections are slated for October.", "2031-10"),
    "set for, in the past": ("2031-04-10", "The vote was set for June 3.", "2031-06-03"),
    "due in the new year": ("2031-12-10", "The vote is due in January.", "2032-01"),
    "agreed to a thing on": ("2031-07-03", "They had agreed to a swap on July 20.", "2031-07-20"),
    "agreed to do on": ("2031-04-10", "They agreed to meet on April 18.", "2031-04-18"),
    "will in a month gone": ("2031-04-10", "The envoys will meet in March.", "2032-03"),
    "past in January": ("2031-01-10", "The envoys met in December.", "2030-12"),
    "past in a month to come": ("2031-07-03", "He was arrested in August.", "2030-08"),
    "past last month": ("2031-07-10", "The envoys met in June.", "2031-06"),
    "since": ("2031-07-10", "The truce has held since February.", "2031-02"),
    "by the end of": ("2031-04-10", "The town must be cleared by the end of June.", "2031-06"),
    "until, present": ("2031-04-10", "The pause holds until August.", "2031-08"),
    "until, extended": ("2031-04-10", "The pause was extended until August.", "2031-08"),
    "until, lasted": ("2031-10-10", "The pause has lasted until August.", "2031-08"),
    "had by": ("2031-04-10", "Two million had left by March.", "2031-03"),
    "said it would": ("2031-04-10", "It said it would resume talks in June.", "2031-06"),
    "plan now behind": ("2031-10-10", "It said in May it would open in June.", "2031-06"),
    "purpose in the past": ("2031-04-10", "He flew in to sign the deal in March.", "2031-03"),
    "weekday agreed": ("2031-04-09", "They agreed on a truce on Monday.", "2031-04-07"),
    "weekday would": ("2031-04-09", "They said they would meet on Friday.", "2031-04-11"),
}


@pytest.mark.parametrize("light", [False, True], ids=["parser", "light"])
@pytest.mark.parametrize(("published", "text", "value"), CASES.values(), ids=CASES)
def test_direction(published: str, text: str, value: str, light: bool) -> None:
    assert read(text, dt.date.fromisoformat(published), light=light)[-1].timex3 == value


# By the syntax alone; on a Wednesday.
GOVERNED = {
    "release of a day": ("They were stirred by the late Friday statement.", "2031-04-04"),
    "limit": ("It must be cleared by Friday.", "2031-04-11"),
    "before an event": ("It aims to spend more before the June vote.", "2031-06"),
    "before people": ("He spoke before a crowd on Monday.", "2031-04-07"),
    "to an end": ("Voters had braved the heat to cast their ballots on Sunday.", "2031-04-06"),
    "to an end, later": ("They flew in on Tuesday to meet the king on Friday.", "2031-04-11"),
    "year ended": ("It sold 20 in the year ended June 30.", "2030-06-30"),
    "a day with a name": ("He won on Super Tuesday after a vote in May.", "2030-05"),
}


@pytest.mark.parametrize(("text", "value"), GOVERNED.values(), ids=GOVERNED)
def test_direction_by_syntax(text: str, value: str) -> None:
    assert read(text, dt.date(2031, 4, 9))[-1].timex3 == value


# Without a parse; on a Wednesday.
WORDED = {
    "may, the month": ("It met in May or June.", "2030-06"),
    "as soon as": ("He might go to Orm as soon as Friday.", "2031-04-11"),
    "until a clock": ("It has until 9 a.m. Friday.", "2031-04-11T09:00"),
    "effective": ("He leads a new board, effective June 1.", "2031-06-01"),
    "a name in -ed": ("He would travel to the United Isles on Friday.", "2031-04-11"),
}


@pytest.mark.parametrize(("text", "value"), WORDED.values(), ids=WORDED)
def test_direction_by_words(text: str, value: str) -> None:
    assert read(text, dt.date(2031, 4, 9), light=True)[-1].timex3 == value


NEAR = {
    "past months": ("The talks stalled in the past two months.", "P2M", "2031-05-24", "2031-07-25"),
    "next days": ("It lasts for the next 30 days.", "P30D", "2031-07-24", "2031-08-24"),
    "end of the year": ("It ends by the end of the year.", "2031", "2031-08-31", "2032-01-01"),
    "holiday": ("They rested on Christmas Day.", "2030-12-25", "2030-12-25", "2030-12-26"),
    "year of it": (
        "He left on Thanksgiving 2029.",
        "2029-11-22",
        "2029-11-22",
        "2029-11-23",
    ),
    "year earlier": ("It is up from a year earlier.", "2030", "2030-01-01", "2031-01-01"),
}


@pytest.mark.parametrize(("text", "value", "start", "end"), NEAR.values(), ids=NEAR)
def test_counted_from_the_day_of_publication(text: str, value: str, start: str, end: str) -> None:
    (mention,) = read(text)
    assert (mention.timex3, str(mention.start), str(mention.end)) == (value, start, end)


def test_a_length_alone_has_no_days() -> None:
    (mention,) = read("It lasts for 30 days.")
    assert (mention.timex3, mention.start) == ("P30D", None)
