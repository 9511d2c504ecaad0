"""Quantities: text → (words, low, high, unit, bound)."""

from __future__ import annotations

import math
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.language.english import parse_article
from onrecord.quantities import find_amounts, find_quantities
from onrecord.records import Article, Block, QuantityMention, Segment


def read(text: str, *, light: bool = False) -> tuple[QuantityMention, ...]:
    page = Article(
        id="a",
        path="a.txt",
        sha256="a",
        text=text,
        raw=text,
        encoding="utf-8",
        segments=(Segment(start=0, length=len(text), raw_start=0, raw_length=len(text)),),
        blocks=(Block(start=0, end=len(text), kind="paragraph"),) if text else (),
    )
    return find_quantities(page, parse_article(page, light=light))


AMOUNTS = {
    "figures": ("They freed 3,400 captives.", "3,400", 3400, 3400, None, "exact"),
    "words": ("Some two hundred and six men.", "Some two hundred and six", 206, 206, None, "about"),
    "thin space": ("They freed 1\u2009200 men.", "1\u2009200", 1200, 1200, None, "exact"),
    "plain space": ("They lost 12 000 tonnes.", "12 000 tonnes", 12000, 12000, "t", "exact"),
    "scale": ("It has 3.5 million people.", "3.5 million", 3.5e6, 3.5e6, None, "exact"),
    "at least": ("They freed at least 40 men.", "at least 40", 40, None, None, "at_least"),
    "no more than": ("No more than 40 tanks.", "No more than 40", None, 40, None, "at_most"),
    "up to": ("It flies up to 300 km.", "up to 300 km", None, 300, "km", "at_most"),
    "about": ("They lost about 40 men.", "about 40", 40, 40, None, "about"),
    "one in five": ("One in five men left.", "One in five", 20, 20, "%", "exact"),
    "out of": ("Of them 3 out of 5 men left.", "3 out of 5", 60, 60, "%", "exact"),
    "in ten": ("Nearly 3 in 10 men left.", "Nearly 3 in 10", 30, 30, "%", "about"),
    "-odd": ("Some 300-odd men left.", "Some 300-odd", 300, 300, None, "about"),
    "-plus": ("They lost 300-plus men.", "300-plus", 300, None, None, "at_least"),
    "barrels a day": ("It cut 1.2 mb/d.", "1.2 mb/d", 1.2e6, 1.2e6, "bpd", "exact"),
    "lakh crore": ("It lost ₹2 lakh crore.", "₹2 lakh crore", 2e12, 2e12, "INR", "exact"),
    "from below zero": ("It was -7-0 °C.", "-7-0 °C", -7, 0, "°C", "exact"),
    "range": ("They lost 40 to 50 men.", "40 to 50", 40, 50, None, "exact"),
    "range of hundreds": (
        "They lost two to three hundred men.",
        "two to three hundred",
        200,
        300,
        None,
        "exact",
    ),
    "range of dozens": (
        "They lost two or three dozen men.",
        "two or three dozen",
        24,
        36,
        None,
        "exact",
    ),
    "range of thousands": ("They lost 4-5,000 men.", "4-5,000", 4000, 5000, None, "exact"),
    "range up to thousands": ("They lost 1 to 5,000 men.", "1 to 5,000", 1, 5000, None, "exact"),
    "between": ("They lost between 3 and 5 men.", "between 3 and 5", 3, 5, None, "exact"),
    "shared scale": ("It costs $2-3 billion.", "$2-3 billion", 2e9, 3e9, "USD", "exact"),
    "percent": ("It holds 71 % of the land.", "71 %", 71, 71, "%", "exact"),
    "percent word": ("It rose 8 percent.", "8 percent", 8, 8, "%", "exact"),
    "fraction": ("It holds two-thirds of the land.", "two-thirds", 66.67, 66.67, "%", "exact"),
    "money": ("It gave €40m.", "€40m", 4e7, 4e7, "EUR", "exact"),
    "dollars": ("It gave 16.4 million yen.", "16.4 million yen", 1.64e7, 1.64e7, "JPY", "exact"),
    "hundreds": ("It moved hundreds of men.", "hundreds of", 200, None, None, "at_least"),
    "days": ("A 30-day truce began.", "30-day", 30, 30, "day", "exact"),
    "years": ("A 15-year pause began.", "15-year", 15, 15, "year", "exact"),
    "large words": ("They lost two hundred and fifty thousand men.",
                    "two hundred and fifty thousand", 250000, 250000, None, "exact"),
    "dozen": ("They lost a dozen men.", "a dozen", 12, 12, None, "exact"),
    "couple": ("They lost a couple of men.", "a couple of", 2, 2, None, "about"),
    "several": ("They lost several hundred men.", "several hundred", 200, None, None, "at_least"),
    "one and a half": ("It took one and a half hours.", "one and a half hours", 1.5, 1.5, "hour",
                       "exact"),
    "half a unit": ("It is half a mile away.", "half a mile", 0.5, 0.5, "mi", "exact"),
    "mixed": ("It ran 2 1/2 miles.", "2 1/2 miles", 2.5, 2.5, "mi", "exact"),
    "vulgar": ("It ran 2½ miles.", "2½ miles", 2.5, 2.5, "mi", "exact"),
    "slash": ("It ran 3/4 of a mile.", "3/4 of a mile", 0.75, 0.75, "mi", "exact"),
    "no-break space": ("They freed 1\u00a0200 men.", "1\u00a0200", 1200, 1200, None, "exact"),
    "narrow space": ("They freed 1\u202f200 men.", "1\u202f200", 1200, 1200, None, "exact"),
    "apostrophe": ("They freed 1'200 men.", "1'200", 1200, 1200, None, "exact"),
    "lakh": ("It gave 12,34,567 rupees.", "12,34,567 rupees", 1234567, 1234567, "INR", "exact"),
    "continental": ("It fell 1.234,5 km.", "1.234,5 km", 1234.5, 1234.5, "km", "exact"),
    "decimal comma": ("It fell 3,5 %.", "3,5 %", 3.5, 3.5, "%", "exact"),
    "negative": ("It fell to -5 °C.", "-5 °C", -5, -5, "°C", "exact"),
    "minus": ("It fell to minus 5 degrees Celsius.", "minus 5 degrees Celsius", -5, -5, "°C",
              "exact"),
    "power": ("It has 2.5e6 men.", "2.5e6", 2.5e6, 2.5e6, None, "exact"),
    "code before": ("It pays USD 200 for it.", "USD 200", 200, 200, "USD", "exact"),
    "code behind": ("It pays 3 million CHF.", "3 million CHF", 3e6, 3e6, "CHF", "exact"),
    "foreign dollars": ("It pays A$5m.", "A$5m", 5e6, 5e6, "AUD", "exact"),
    "not Australian": ("It is a $5 note.", "$5", 5, 5, "USD", "exact"),
    "dollars, cents": ("It costs 3 dollars and 50 cents.", "3 dollars and 50 cents", 3.5, 3.5,
                       "USD", "exact"),
    "million pounds": ("It cost 3 million pounds.", "3 million pounds", 3e6, 3e6, "GBP", "exact"),
    "pounds of": ("It sent 3 million pounds of tea.", "3 million pounds", 3e6, 3e6, "lb", "exact"),
    "millions m": ("They fed 48m people.", "48m", 4.8e7, 4.8e7, None, "exact"),
    "metres m": ("It is 48m away.", "48m", 48, 48, "m", "exact"),
    "speed": ("It flew 90 kilometres per hour.", "90 kilometres per hour", 90, 90, "km/h", "exact"),
    "nearly double": ("Exports nearly doubled.", "nearly doubled", 2, 2, "×", "about"),
    "twice": ("It has twice as many tanks.", "twice", 2, 2, "×", "exact"),
    "percent range": ("It holds 20 to 25 percent.", "20 to 25 percent", 20, 25, "%", "exact"),
    "per cent each": ("It rose by 10% to 12%.", "10% to 12%", 10, 12, "%", "exact"),
    "over a time": ("It pays over 10 years.", "10 years", 10, 10, "year", "exact"),
    "square": ("It holds 40 sq km.", "40 sq km", 40, 40, "km²", "exact"),
    "degrees": ("It was 35C outside.", "35C", 35, 35, "°C", "exact"),
    "data": ("It holds a 20GB disk.", "20GB", 20, 20, "GB", "exact"),
    "odd thousands": ("It sent 1500 people.", "1500", 1500, 1500, None, "exact"),
}  # fmt: skip


@pytest.mark.parametrize("light", [False, True], ids=["parser", "light"])
@pytest.mark.parametrize(
    ("text", "words", "low", "high", "unit", "bound"), AMOUNTS.values(), ids=AMOUNTS
)
def test_amount(
    text: str,
    words: str,
    low: float | None,
    high: float | None,
    unit: str | None,
    bound: str,
    light: bool,
) -> None:
    (found,) = read(text, light=light)
    assert (found.span.text, found.low, found.high, found.unit, found.bound) == (
        words, low, high, unit, bound,
    )  # fmt: skip


NONE = {
    "year": "It began in 2014 and March 2022.",
    "date": "It began on July 23, 2025 and 3 May.",
    "clock": "It began at 12:30 and 9 a.m.",
    "article": "Article 5 and Resolution 2334 hold.",
    "plan": "A 10-point plan and a two-state one.",
    "round": "The third round and Group of Seven talks.",
    "one of": "One of them left, one by one.",
    "number": "It is No. 2.",
    "phone": "Call +7 495 123-45-67.",
    "short phone": "Call 555-1999.",
    "one of a year": "One in 2005 was lost.",
    "per": "It is 20 per 100,000 people.",
    "address": "It is at 1.2.3.4.",
    "too large": "It is 1e400 men.",
    "other script": "It is ١٢٣.",
    "decade": "It began in the 1990s.",
    "later": "Three days later he left.",
    "iso date": "It began on 2031-05-06.",
    "slashed date": "It began on 06/05/2031 and 9/11.",
    "year range": "It ruled from 2005 to 2009 and between 2014 and 2016.",
    "short range": "It ran in 2013-14.",
    "year of politics": "It shapes 2016 primary politics.",
    "score": "They won 3-2 and 2-5, a 4-5 ruling.",
    "ip and version": "It runs at 192.168.1.20 on version 2.4.1.",
    "web address": "See https://orm.example/a?b=30%25&c=20% or orm_3@tal.example now.",
    "file": "Open www.orm.example/report_12.html now.",
    "clock words": "It began at 2.15 pm and at 6pm.",
    "ordinal": "It held a third round and a fifth.",
    "ordinal by": "It was followed by a fourth boat.",
    "which half": "It scored in the second half of the match.",
    "brand": "The iOrm 4 and the tabLet 3.0 sold.",
    "code": "The F-16 and Su-27 flew down Highway 9W.",
    "apostrophe year": "It sells iOrm '11 now.",
    "the two": "The two proposals differ.",
    "that one": "That one is better.",
    "word and digits": "Room B12 and unit 24703m212 closed.",
    "stretch": "It rose over the last three years.",
    "double": "It has double standards and a double life.",
    "barrel bomb": "A barrel bomb fell.",
}


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
@pytest.mark.parametrize("light", [False, True], ids=["parser", "light"])
def test_no_quantity(text: str, light: bool) -> None:
    assert [q.span.text for q in read(text, light=light)] == []


@pytest.mark.parametrize("light", [False, True], ids=["parser", "light"])
def test_what_is_counted_and_for_whom(light: bool) -> None:
    (found,) = read("They will free 700 prisoners of war each.", light=light)
    assert (found.of, found.scope) == ("prisoners of war", "each")


OF = {
    "list": ("It holds 500 and 1,000 songs.", ["songs", "songs"]),
    "police": ("It sent hundreds of police officers.", ["police officers"]),
    "state": ("It left 36 dead and 40 wounded.", ["dead", "wounded"]),
    "of them": ("It freed 40 men, 12 of them old.", ["men", None]),
    "age": ("Tavin Orl, 45, spoke.", ["age"]),
    "year old": ("A 45-year-old man spoke.", ["age"]),
    "owner": ("It met hundreds of the king's men.", [None]),
}


@pytest.mark.parametrize(("text", "counted"), OF.values(), ids=OF)
@pytest.mark.parametrize("light", [False, True], ids=["parser", "light"])
def test_what_is_counted(text: str, counted: list[str | None], light: bool) -> None:
    assert [q.of for q in read(text, light=light)] == counted


SCOPES = {
    "another": ("It sent another 3,000 bodies.", "another"),
    "total": ("It sent a total of 3,000 bodies.", "in total"),
    "since": ("It sent 3,000 bodies since May.", "since May"),
    "since its start": (
        "It sent 3,000 bodies since the start of the war, he said.",
        "since the start of the war",
    ),
    "a year earlier": ("It sold 40 tanks, up from 30 a year earlier.", None),
    "since the war": ("It sent 3,000 bodies since the war began.", "since the war"),
    "rate": ("It pays $3 billion a year.", "a year"),
    "each and every": ("It sent 3,000 men to each and every town.", None),
    "none": ("It sent 3,000 bodies.", None),
}


@pytest.mark.parametrize(("text", "scope"), SCOPES.values(), ids=SCOPES)
@pytest.mark.parametrize("light", [False, True], ids=["parser", "light"])
def test_scope(text: str, scope: str | None, light: bool) -> None:
    (found,) = read(text, light=light)
    assert found.scope == scope


WHEN = {
    "year behind": ("It earned $3 billion in 2031.", ("2031-01-01", "2032-01-01", "year")),
    "month behind": ("It has 40 tanks in May 2031.", ("2031-05-01", "2031-06-01", "month")),
    "december": ("It has 40 tanks in December 2031.", ("2031-12-01", "2032-01-01", "month")),
    "as of": ("As of early 2031 it has 40 tanks.", ("2031-01-01", "2032-01-01", "year")),
    "far away": ("It has 40 tanks, said a deal that was signed in 2031.", None),
    "since": ("It lost 40 tanks since 2031.", None),
}


@pytest.mark.parametrize(("text", "when"), WHEN.values(), ids=WHEN)
def test_as_of(text: str, when: tuple[str, str, str] | None) -> None:
    (found,) = read(text, light=True)
    day = found.as_of
    assert (day and (str(day.start), str(day.end), day.precision)) == when


def test_a_change_is_no_range_and_a_span_is() -> None:
    fell = read("Exports fell from 40 tons to 50 tons.", light=True)
    assert [(q.low, q.high) for q in fell] == [(40, 40), (50, 50)]
    (held,) = read("It holds from 40 tons to 50 tons.", light=True)
    assert (held.low, held.high) == (40, 50)


def test_a_change_of_bare_numbers_keeps_both() -> None:
    rose = read("The toll rose from 40 to 50.", light=True)
    assert [(q.low, q.high) for q in rose] == [(40, 40), (50, 50)]
    assert read("The road leads from 40 to 50th Street.", light=True) == ()
    assert [q.low for q in read("It lost three in five days.", light=True)] == [5]


def test_a_bound_keeps_one_side_open() -> None:
    (found,) = read("It holds fewer than 5 % of it.")
    assert (found.low, found.high, found.bound) == (None, 5, "at_most")
    (found,) = read("It holds at least 40 to 50 tanks.")
    assert (found.low, found.high, found.bound) == (40, 50, "about")


def test_eastern_arabic_digits_are_read_and_those_of_other_scripts_are_not() -> None:
    text = "It freed ١٬٢٠٠ men, ۳٫۵ million hectares, १२३ boys and 40 women."
    assert [q.low for q in read(text, light=True)] == [1200, 3_500_000, 40]


def test_a_lone_surrogate_is_passed_over() -> None:
    assert [q.low for q in read("It \ud800 freed \udc00 40 men 5\ud800.", light=True)] == [40]


def test_nothing_at_the_end_of_a_range_is_no_crash() -> None:
    assert [q.low for q in read("It lost 2 to 0 million men.", light=True)] == [0]


@pytest.mark.parametrize("power", ["1e400", "9^99", "2x10^99", "1e-400", "9" * 400])
def test_what_is_too_large_is_no_number(power: str) -> None:
    assert list(find_amounts(f"It is {power} men.", 0, len(power) + 11)) == []


def test_place_and_day() -> None:
    (found,) = read("As of July 1, 2031 it holds 71 % of Velkar Oblast.")
    assert found.place == "Velkar Oblast"
    assert found.as_of is not None
    assert str(found.as_of.start) == "2031-07-01"


def test_a_day_in_a_list_of_shares_is_no_share() -> None:
    found = read("It takes 11% on May 3, 22% on June 4 and 33% then.", light=True)
    assert [(q.low, q.unit) for q in found] == [(11, "%"), (22, "%"), (33, "%")]


def test_a_part_is_a_share_and_ends_its_clause() -> None:
    (found,) = read("Exports fell by a fifth in May.")
    assert (found.low, found.unit) == (20, "%")


def test_a_share_of_people_has_no_place() -> None:
    (found,) = read("It angers 8 % of Velkarians.")
    assert found.place is None


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["9", "1,200", "$", "%", "to", "-", "half", "a", "million", "٣", "²", "between", "and",
             "one", "dozens", "of", "999999999999999999", "0", ".", "bn", "km", "½", "third", "1/2",
             "1/0", "e400", "^", "minus", "nearly", "doubled", "per", "in", "point", "\ud800", "°C"]
        ),
        max_size=14,
    )
)  # fmt: skip
def test_spans_are_the_text_and_values_are_finite(words: list[str]) -> None:
    text = " ".join(words)
    for found in read(text, light=True):
        assert text[found.span.start : found.span.end] == found.span.text
        for side in (found.low, found.high):
            assert side is None or math.isfinite(side)
        if found.low is not None and found.high is not None:
            assert found.low <= found.high


LONG = {
    "digits": "1234567890",
    "grouped": "1 200 300 1,200 ",
    "words": "half a million and a half ",
    "hundreds": "two hundred and ",
    "letters": "A",
    "names": "each of Aaaa Bbbb ",
    "marks": '9" ',
    "address": "https://a/1=2%3",
    "units": "5 square metres per ",
    "signs": "$-€-",
}


@pytest.mark.parametrize("piece", LONG.values(), ids=LONG)
def test_time_grows_with_the_text_and_no_faster(piece: str) -> None:
    def seconds(size: int) -> float:
        text = piece * (size // len(piece)) + "."
        start = time.process_time()
        for _ in find_amounts(text, 0, len(text)):
            pass
        read(text, light=True)
        return time.process_time() - start

    seconds(2_000)
    short, long = (min(seconds(size) for _ in range(3)) for size in (20_000, 160_000))
    # Eight times the text: linear is 8, quadratic 64. Machines are busy: 24 lies between.
    assert long < 24 * max(short, 0.005)


POINTS = {
    "whole things": ("It freed 1.200 prisoners.", [1200]),
    "other things": ("It rose 1.250 points.", [1.25]),
    "twice": ("It cost 1.250.000 euros.", [1_250_000]),
    "address": ("It is at 192.168.100.200.", []),
    "part of a million": ("Three quarters of a million people fled.", [750_000]),
    "part": ("Three quarters of the land is lost.", [75]),
    "scales": ("It cost 2 crore 50 lakh rupees.", [25_000_000]),
    "two counts": ("It freed 2 million men and 30 women.", [2_000_000, 30]),
    "change": ("It rose from 40 to 50 prisoners.", [40, 50]),
    "change with a unit": ("It fell from 50 to 40 percent.", [50, 40]),
}


@pytest.mark.parametrize(("text", "lows"), POINTS.values(), ids=POINTS)
def test_points_scales_and_changes(text: str, lows: list[float]) -> None:
    found = read(text)
    assert [q.low for q in found] == lows


def test_both_ends_of_a_change_count_the_same() -> None:
    assert {q.of for q in read("It rose from 40 to 50 prisoners.")} == {"prisoners"}
    assert {q.unit for q in read("It fell from 50 to 40 percent.")} == {"%"}
