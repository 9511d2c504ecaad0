"""Quantities: text → (words, low, high, unit, bound)."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.language.english import parse_article
from onrecord.quantities import find_quantities
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
    "range": ("They lost 40 to 50 men.", "40 to 50", 40, 50, None, "exact"),
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
    "age": "A 45-year-old man, aged 45, spoke.",
    "phone": "Call +7 495 123-45-67.",
    "address": "It is at 1.2.3.4.",
    "too large": "It is 1e400 men.",
    "other script": "It is ١٢٣.",
    "decade": "It began in the 1990s.",
    "later": "Three days later he left.",
}


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
@pytest.mark.parametrize("light", [False, True], ids=["parser", "light"])
def test_no_quantity(text: str, light: bool) -> None:
    assert [q.span.text for q in read(text, light=light)] == []


@pytest.mark.parametrize("light", [False, True], ids=["parser", "light"])
def test_what_is_counted_and_for_whom(light: bool) -> None:
    (found,) = read("They will free 700 prisoners of war each.", light=light)
    assert (found.of, found.scope) == ("prisoners of war", "each")


def test_place_and_day() -> None:
    (found,) = read("As of July 1, 2031 it holds 71 % of Velkar Oblast.")
    assert found.place == "Velkar Oblast"
    assert found.as_of is not None
    assert str(found.as_of.start) == "2031-07-01"


def test_a_share_of_people_has_no_place() -> None:
    (found,) = read("It angers 8 % of Velkarians.")
    assert found.place is None


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["9", "1,200", "$", "%", "to", "-", "half", "a", "million", "٣", "²", "between", "and",
             "one", "dozens", "of", "999999999999999999", "0", ".", "bn", "km", "½", "third", "1/2"]
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


def test_time_grows_with_the_text_and_no_faster() -> None:
    assert read("1 200 300 1,200 half a million and a half " * 2000, light=True)
