"""Expressions of time: text → (words, value, first day, day after the last)."""

from __future__ import annotations

import datetime as dt
import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.language.english import parse_article
from onrecord.records import Article, Block, Interval, Segment, TimeMention
from onrecord.times import find, find_times, moon

PUBLISHED = dt.date(2031, 7, 24)  # a Thursday


def article(text: str, published: dt.date | None = PUBLISHED) -> Article:
    return Article(
        id="a",
        path="a.txt",
        sha256="a",
        text=text,
        raw=text,
        encoding="utf-8",
        segments=(Segment(start=0, length=len(text), raw_start=0, raw_length=len(text)),),
        blocks=(Block(start=0, end=len(text), kind="paragraph"),) if text else (),
        published=published
        and Interval(
            start=published,
            end=published + dt.timedelta(days=1),
            precision="day",
            basis="metadata",
        ),
    )


def read(
    text: str, published: dt.date | None = PUBLISHED, *, light: bool = False
) -> tuple[TimeMention, ...]:
    page = article(text, published)
    return find_times(page, parse_article(page, light=light))


SETTLED = {
    "month day year": ("On July 3, 2029 he left.", "July 3, 2029", "2029-07-03", 1),
    "day month year": ("On 3 July 2029 he left.", "3 July 2029", "2029-07-03", 1),
    "iso": ("On 2029-07-03 he left.", "2029-07-03", "2029-07-03", 1),
    "weekday and date": ("It met Tuesday, July 3, 2029.", "Tuesday, July 3, 2029", "2029-07-03", 1),
    "run of days": ("They met July 3-5, 2029.", "July 3-5, 2029", "2029-07-03/2029-07-05", 3),
    "month day": ("He left on April 18.", "April 18", "2031-04-18", 1),
    "month year": ("It ended in June 2024.", "June 2024", "2024-06", 30),
    "month alone": ("It ended in March.", "March", "2031-03", 31),
    "early month": ("It began in early April 2022.", "early April 2022", "2022-04", 10),
    "season": ("It broke down in the summer of 2022.", "the summer of 2022", "2022-SU", 92),
    "half": ("It fell in the first half of 2024.", "the first half of 2024", "2024-H1", 182),
    "mid-year": ("It began in mid-2024.", "mid-2024", "2024", 122),
    "year": ("It began in 2014.", "2014", "2014", 365),
    "decade": ("It goes back to the 1990s.", "the 1990s", "199", 3652),
    "weekday past": ("They met on Wednesday.", "Wednesday", "2031-07-23", 1),
    "weekday future": ("They will meet on Wednesday.", "Wednesday", "2031-07-30", 1),
    "last weekday": ("They met last Thursday.", "last Thursday", "2031-07-17", 1),
    "next week": ("They will meet next week.", "next week", "2031-W31", 7),
    "yesterday": ("They met yesterday.", "yesterday", "2031-07-23", 1),
    "last month": ("They met last month.", "last month", "2031-06", 30),
    "since month": ("It has held since February.", "February", "2031-02", 28),
    "weeks ago": ("They met three weeks ago.", "three weeks ago", "2031-W27", 7),
    "ordinal in words": ("He left on the tenth of March.", "the tenth of March", "2031-03-10", 1),
    "year in words": ("It began in nineteen ninety-six.", "nineteen ninety-six", "1996", 366),
    "year of two digits": ("It began in April ’87.", "April ’87", "1987-04", 30),
    "decade in words": ("It began in the seventies.", "the seventies", "197", 3652),
    "day of last week": ("They met on Friday last week.", "Friday last week", "2031-07-18", 1),
    "last week’s day": ("They met last week on Friday.", "last week on Friday", "2031-07-18", 1),
    "weekday and number": ("They met on Monday the 14th.", "Monday the 14th", "2031-07-14", 1),
    "nth weekday": (
        "They met on the first Friday of last month.",
        "the first Friday of last month",
        "2031-06-06",
        1,
    ),
    "last weekday of a month": (
        "They met on the last Monday of May 2029.",
        "the last Monday of May 2029",
        "2029-05-28",
        1,
    ),
    "nth week": (
        "They met in the third week of May 2029.",
        "the third week of May 2029",
        "2029-W20",
        7,
    ),
    "nth month": (
        "They met in the third month of 2029.",
        "the third month of 2029",
        "2029-03",
        31,
    ),
    "week of a day": (
        "They met in the week of 3 July 2029.",
        "the week of 3 July 2029",
        "2029-W27",
        7,
    ),
    "weeks after a day": (
        "They met two weeks after 3 July 2029.",
        "two weeks after 3 July 2029",
        "2029-07-17",
        1,
    ),
    "days before a feast": (
        "They met five days before Christmas 2029.",
        "five days before Christmas 2029",
        "2029-12-20",
        1,
    ),
    "first months of a year": (
        "It fell in the first nine months of 2029.",
        "the first nine months of 2029",
        "P9M",
        273,
    ),
    "week after next": (
        "They will meet the week after next.",
        "the week after next",
        "2031-W32",
        7,
    ),
    "weeks ahead": ("They will meet in two weeks.", "two weeks", "2031-08-07", 1),
    "lengths ago": (
        "It began two years and three months ago.",
        "two years and three months ago",
        "2029-04-24",
        1,
    ),
    "easter": ("They met on Good Friday 2029.", "Good Friday 2029", "2029-03-30", 1),
    "eastern easter": ("It held on Orthodox Easter 2029.", "Orthodox Easter 2029", "2029-04-08", 1),
    "quarter of a year": (
        "It fell in last year’s third quarter.",
        "last year’s third quarter",
        "2030-Q3",
        92,
    ),
    "the year": ("It was the worst storm of the year.", "the year", "2031", 365),
    "rest of it": ("It will hold for the rest of the year.", "the rest of the year", "2031", 161),
    "clock and day": ("They met at 9 a.m. Wednesday.", "9 a.m. Wednesday", "2031-07-23T09:00", 1),
}


@pytest.mark.parametrize("light", [False, True], ids=["parser", "light"])
@pytest.mark.parametrize(("text", "words", "value", "days"), SETTLED.values(), ids=SETTLED)
def test_settled(text: str, words: str, value: str, days: int, light: bool) -> None:
    (mention,) = read(text, light=light)
    assert (mention.span.text, mention.timex3) == (words, value)
    assert mention.start is not None
    assert mention.end is not None
    assert (mention.end - mention.start).days == days


def test_a_clock_is_of_the_one_day_that_its_sentence_names() -> None:
    clock, day = read("At 9 a.m. sharp they met on Wednesday. At 5 p.m. they left.")[:2]
    assert (clock.timex3, day.timex3) == ("2031-07-23T09:00", "2031-07-23")
    assert read("They met on Monday and on Wednesday at about 9 a.m.")[-1].start is None


PAST_DAYS = {
    "done in the past": ("They met in Orm on 20 August.", "2030-08-20"),
    "done to somebody": ("Four men were killed by a shell on 4 August.", "2030-08-04"),
    "after what was done": ("They signed two weeks after 3 August.", "2030-08-17"),
    "told of ahead": ("They called a vote for 20 August.", "2031-08-20"),
    "announced": ("They announced talks on 20 August.", "2031-08-20"),
    "by its weekday": ("On Monday, August 5, they met in Orm.", "2030-08-05"),
}


@pytest.mark.parametrize(("text", "value"), PAST_DAYS.values(), ids=PAST_DAYS)
def test_a_day_without_its_year_under_a_past_verb(text: str, value: str) -> None:
    assert read(text)[-1].timex3 == value


AHEAD = {
    "could": ("They could meet on Wednesday.", "2031-07-30"),
    "ahead of": ("Ahead of talks on Wednesday, he flew to Orm.", "2031-07-30"),
    "weekday and number ahead": ("They will meet on Friday the 1st.", "2031-08-01"),
    "weekday and number past": ("They met on Friday the 11th.", "2031-07-11"),
    "the following weekday": ("It began on 3 May. The following Monday it broke.", "2031-05-05"),
}


@pytest.mark.parametrize(("text", "value"), AHEAD.values(), ids=AHEAD)
def test_what_lies_ahead_and_what_follows(text: str, value: str) -> None:
    assert read(text)[-1].timex3 == value


@pytest.mark.parametrize("light", [False, True], ids=["parser", "light"])
@pytest.mark.parametrize("verb", ["would last", "will last", "is to last"])
def test_what_is_to_last_is_not_over(verb: str, light: bool) -> None:
    (length,) = read(f"The truce {verb} 60 days.", light=light)
    assert (length.span.text, length.timex3, length.start) == ("60 days", "P60D", None)
    (over,) = read("They met over the last 60 days.", light=light)
    assert over.start == dt.date(2031, 5, 25)


ODD = {
    "too many weeks": "The first 999,999 weeks of 2031 and the last 999,999,999,999 days of 2031.",
    "half a month": "The first 1.5 months of 2031.",
    "no zeroth": "The 0th Friday of June 2031.",
    "days past all years": "900,000 days after 3 May 2031.",
    "an Easter of old": "Orthodox Easter 1500.",
    "a telephone": "Call +41 22 917 1234.",
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_nothing_is_made_of_odd_numbers(text: str) -> None:
    for mention in read(text, light=True):
        assert mention.span.text.strip("The ") != "Easter"
        assert mention.end is None or mention.end <= dt.date(2032, 1, 1)
        assert mention.type != "DURATION" or mention.start is None
        assert mention.timex3 != "1234"


WRITTEN = {
    "a count behind a month": ("They met in July twenty-five people died.", ["2031-07"]),
    "part of a number": ("He saw thirty-one June.", ["2031-06"]),
    "a count behind a day": ("He freed on July 5 of 12 hostages.", ["2031-07-05"]),
    "a count behind a month, of": ("In May of 12 soldiers five died.", ["2031-05"]),
    "a short year": ("He was born in April of 87.", ["1987-04"]),
}


@pytest.mark.parametrize(("text", "values"), WRITTEN.values(), ids=WRITTEN)
def test_counts_are_no_days_and_no_years(text: str, values: list[str]) -> None:
    assert [m.timex3 for m in read(text, light=True)] == values


POINTING = {
    "the quarter named": ("It grew in the first quarter. It had shrunk in the quarter.", "2031-Q1"),
    "a year ago, compared": (
        "It sold 20 in the first quarter, up from 10 a year ago.",
        "2030-Q1",
    ),
    "a year ago, told": ("It sold 20 in the first quarter. A truce began a year ago.", "2030"),
    "year-ago quarter": ("It sold 20 in the first quarter, 10 in the year-ago quarter.", "2030-Q1"),
    "later that year": ("It began in May 2029. It ended later that year.", "2029"),
    "that same day": ("It began on 3 July 2029, and he left that same day.", "2029-07-03"),
    "another year’s": ("It began in 2029. It was the storm of the year.", "XXXX"),
}


@pytest.mark.parametrize(("text", "value"), POINTING.values(), ids=POINTING)
def test_what_points_back_at_a_period(text: str, value: str) -> None:
    assert read(text)[-1].timex3 == value


OPEN = {
    "weekday": ("They met on Wednesday.", "XXXX-WXX-3"),
    "month": ("They met in March.", "XXXX-03"),
    "month day": ("They met on April 18.", "XXXX-04-18"),
    "yesterday": ("They met yesterday.", "XXXX-XX-XX"),
    "last month": ("They met last month.", "XXXX-XX"),
    "minutes": ("It lasted 40 minutes.", "PT40M"),
    "compound": ("A 30-day truce began.", "P30D"),
    "years": ("A 15-year pause began.", "P15Y"),
    "bounded": ("It holds for at least 30 days.", "P30D"),
    "nth": ("The war is in its third year.", "XXXX"),
    "every": ("They call every day.", "P1D"),
    "several units": ("It lasted two years and three months.", "P2Y3M"),
    "units out of order": ("It lasted three days and two weeks.", "P2W3D"),
    "decades": ("It lasted two decades.", "P20Y"),
    "half": ("It lasted half an hour.", "PT30M"),
    "before a clause": ("He left two weeks before they met.", "P2W"),
    "weeks to come": ("They will meet in coming weeks.", "FUTURE_REF"),
    "weeks within": ("It went up and down in recent weeks.", "PXW"),
}


@pytest.mark.parametrize(("text", "value"), OPEN.values(), ids=OPEN)
def test_open_without_a_day_of_publication(text: str, value: str) -> None:
    (mention,) = read(text, None)
    assert (mention.timex3, mention.start, mention.end) == (value, None, None)


NONE = {
    "may": "He may go and they may not.",
    "march": "They march on the town. March on, he said.",
    "second": "The second man sat in the sun.",
    "age": "A 22-year-old man, aged 45, is 15 years old.",
    "no such day": "On 31 February 2024 and on June 45.",
    "year 0": "In the year 0 and on 0000-00-00.",
    "amount": "It cost $2014 and 2,014 men came.",
    "counted": "It took 2014 people.",
    "name": "April Morgan spoke.",
    "fall": "He saw the fall of the town.",
    "agreement": "The Good Friday Agreement holds.",
    "newspaper": "The Tarrow daily Orm Post came.",
}


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
@pytest.mark.parametrize("light", [False, True], ids=["parser", "light"])
def test_no_time(text: str, light: bool) -> None:
    assert [m.span.text for m in read(text, light=light)] == []


def test_days_after_a_named_day() -> None:
    first, second = read("He signed on April 3, 2029. Three days later he left.", None)
    assert (first.timex3, second.timex3) == ("2029-04-03", "2029-04-06")


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["on", "31", "May", "2024", "the", "last", "week", ",", "-", "early", "3rd", "of",
             "a.m.", "0", "00:61", "９", "٣", "year", "ago", "10000000", "days",
             "’90s", "quarter"]
        ),
        max_size=14,
    )
)  # fmt: skip
def test_spans_are_the_text_and_intervals_are_in_order(words: list[str]) -> None:
    text = " ".join(words)
    mentions = read(text, light=True)
    for mention in mentions:
        assert text[mention.span.start : mention.span.end] == mention.span.text
        assert mention.start is None or mention.end is None or mention.start < mention.end
    assert len({m.id for m in mentions}) == len(mentions)


RUNS = {
    "words of time": "early late mid the first 1 200 of about a the half ",
    "figures": "12 34 2024 1 2 3 ",
    "ordinals": "the twenty-first third last ",
    "units": "two years and three months and ",
    "frames": "the last day of the first week of ",
    "written years": "nineteen hundred and ninety twenty ",
    "months": "May June July the 3 ",
}


@pytest.mark.parametrize("run", RUNS.values(), ids=RUNS)
def test_time_grows_with_the_text_and_no_faster(run: str) -> None:
    def seconds(times: int) -> float:
        page = article(run * times)
        parse = parse_article(page, light=True)
        best = float("inf")
        for _ in range(3):
            started = time.process_time()
            find_times(page, parse)
            best = min(best, time.process_time() - started)
        return best

    assert seconds(1600) < 12 * max(seconds(400), 0.005)  # four times the text


def test_places_where_a_time_may_begin_miss_none(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [str(text) for text, *_ in (*SETTLED.values(), *POINTING.values(), *OPEN.values())]
    texts.append("They held out for no more than a couple of days.")
    gated = [[m.span for m in read(text, light=True)] for text in texts]
    words = re.compile(r"\w+")
    monkeypatch.setattr(
        find,
        "possible_starts",
        lambda text, start, end: (m.start() for m in words.finditer(text, start, end)),
    )
    assert gated == [[m.span for m in read(text, light=True)] for text in texts]
    assert gated[-1]


WIDE = {
    "coming month of fasting": ("It will resume after Ramadan.", "2031-12-14", "2032-01-15"),
    "feast of a year": ("It met after Eid al-Fitr in Karvena.", "2031-01-24", "2031-01-27"),
    "new year ahead": ("It will hold until Rosh Hashanah.", "2031-09-17", "2031-09-20"),
    "day of atonement of a year": ("It met on Yom Kippur 2023.", "2023-09-24", "2023-09-26"),
    "days of lights": ("It began on Hanukkah 2024.", "2024-12-25", "2025-01-03"),
    "eve": ("It was signed over Passover.", "2031-04-07", "2031-04-16"),
}


@pytest.mark.parametrize(("text", "start", "end"), WIDE.values(), ids=WIDE)
def test_a_feast_by_the_moon_is_wide(text: str, start: str, end: str) -> None:
    (mention,) = read(text)
    assert (str(mention.start), str(mention.end), mention.precision) == (start, end, "fuzzy")


def test_a_surname_and_a_war_are_no_feasts() -> None:
    assert read("Mr. Ramadan told of the Yom Kippur War.") == ()


@pytest.mark.parametrize(
    ("year", "new_year", "lights", "fast"),
    [
        (2023, "2023-09-16", "2023-12-08", "2023-03-23"),
        (2024, "2024-10-03", "2024-12-26", "2024-03-11"),
        (2025, "2025-09-23", "2025-12-15", "2025-03-01"),
    ],
)
def test_calendars_of_the_moon(year: int, new_year: str, lights: str, fast: str) -> None:
    assert str(moon.jewish_new_year(year)) == new_year
    assert str(moon.hanukkah(year)) == lights
    ramadan = moon.islamic_day(moon.islamic_year(dt.date.fromisoformat(fast)), 9, 1)
    assert abs((ramadan - dt.date.fromisoformat(fast)).days) <= 1


VALUES = {
    "nobody was reached": ("He could not be reached on Friday.", ["2031-07-18"]),
    "may come": ("Talks could resume on Friday.", ["2031-07-25"]),
    "ordinal of a noun": ("It fell on Friday, the third fall in May.", ["2031-07-18", "2031-05"]),
    "an ordinal of the day": ("It met on Friday, the eleventh.", ["2031-07-11"]),
    "overtaken plan": ("The truce had been scheduled to end on Friday.", ["2031-07-18"]),
    "plan": ("The truce was scheduled to end on Friday.", ["2031-07-25"]),
    "to be done": ("Rules to be published in November will tell.", ["2031-11"]),
    "nights": ("It flies on Tuesday nights.", ["XXXX-WXX-2TNI"]),
    "first of a month named": ("In May it met on the first Friday.", ["2031-05", "2031-05-02"]),
    "first of none": ("It meets on the first Friday.", ["XXXX-WXX-5"]),
    "weeks ahead": ("It will meet in the weeks ahead.", ["PXW"]),
    "office hours": ("It cut its office hours.", []),
    "one of a thing": ("It ended a week of rallies.", ["P1W"]),
    "rate": ("It costs 15 euros an hour.", []),
    "part of a century": ("It lasted a quarter-century.", ["P25Y"]),
    "that night": ("It met on 20 June. That night it left.", ["2031-06-20", "2031-06-20TNI"]),
    "night of something": ("That was the night of the vote.", []),
    "in words": ("It met at 4 in the afternoon.", ["T16:00"]),
    "quarter to a day": ("Output rose in the quarter ended June 30.", ["2031-Q2", "2031-06-30"]),
    "month of a thing": ("It kept the March accord.", ["2031-03"]),
    "walk": ("It joined the march.", []),
    "by weekday": ("It voted on Election Day 2032.", ["2032-11-02"]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "values"), VALUES.values(), ids=VALUES)
def test_values(text: str, values: list[str]) -> None:
    assert [mention.timex3 for mention in read(text)] == values


@pytest.mark.parametrize("light", [False, True], ids=["parser", "light"])
def test_what_was_done_on_a_day_never_lies_ahead(light: bool) -> None:
    (left,) = read("The army left the town on 12 September.", light=light)
    (called,) = read("The king called a vote on 12 September.", light=light)
    assert (left.timex3, called.timex3) == ("2030-09-12", "2031-09-12")
