"""Places: text → names with coordinates or without; beside each the name that is no place."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.language.english import parse_article
from onrecord.places import find_adjectives, find_places
from onrecord.places.gazetteer import Gazetteer
from onrecord.places.own_places import load_places
from onrecord.records import Article, Block, PlaceMention, Segment

MODES = pytest.mark.parametrize("light", [False, True], ids=["parser", "light"])


def article(text: str) -> Article:
    return Article(
        id="a",
        path="a.txt",
        sha256="a",
        text=text,
        raw=text,
        encoding="utf-8",
        segments=(Segment(start=0, length=len(text), raw_start=0, raw_length=len(text)),),
        blocks=(Block(start=0, end=len(text), kind="paragraph"),) if text else (),
    )


def read(
    text: str, *, light: bool = False, gazetteer: Gazetteer | None = None
) -> tuple[PlaceMention, ...]:
    page = article(text)
    return find_places(page, parse_article(page, light=light), gazetteer)


KNOWN = {
    "state": ("He flew to Ukraine.", "Ukraine", "UA"),
    "capital": ("He flew to Kyiv.", "Kyiv", "UA"),
    "other spelling": ("He flew to Kiev.", "Kyiv", "UA"),
    "dateline": ("KYIV — He came.", "Kyiv", "UA"),
    "acronym": ("The U.S. agreed.", "United States", "US"),
    "owner": ("Norway’s envoy came.", "Norway", "NO"),
    "marks left out": ("He flew to Lodz.", "Łódź", "PL"),
    "marks": ("He flew to Łódź.", "Łódź", "PL"),
    "saint": ("He flew to Saint Petersburg.", "Saint Petersburg", "RU"),
    "st.": ("He flew to St. Petersburg.", "Saint Petersburg", "RU"),
    "hyphens": ("He flew to Port-au-Prince.", "Port-au-Prince", "HT"),
    "small city at war": ("He fled from Kupiansk.", "Kupyansk", "UA"),
    "region": ("They hold the Golan Heights.", "Golan Heights", None),
    "water": ("Ships cross the Strait of Hormuz.", "Strait of Hormuz", None),
    "corridor": ("They hold the Philadelphi Corridor.", "Philadelphi Corridor", None),
    "line": ("Guns fell silent on the Line of Control.", "Line of Control", None),
    "islands": ("Ships left the Spratly Islands.", "Spratly Islands", None),
}


@MODES
@pytest.mark.parametrize(("text", "name", "country"), KNOWN.values(), ids=KNOWN)
def test_known(text: str, name: str, country: str | None, light: bool) -> None:
    (place,) = read(text, light=light)
    assert (place.name, place.country) == (name, country)
    assert place.lat is not None
    assert text[place.span.start : place.span.end] == place.span.text


@MODES
@pytest.mark.parametrize("words", ["Luhansk Oblast", "Luhansk region"])
def test_an_oblast_is_the_unit_and_not_its_city(words: str, light: bool) -> None:
    (place,) = read(f"They took {words}.", light=light)
    assert (place.country, place.admin1, place.geonames) == ("UA", "UA.14", 702657)
    (city,) = read("They took the city of Luhansk.", light=light)
    assert (city.admin1, city.geonames) == ("UA.14", 702658)


def test_a_type_word_in_small_letters_is_no_part_of_the_name() -> None:
    (large,) = read("They took Luhansk Oblast.")
    (small,) = read("They took Luhansk oblast.")
    assert (large.span.text, small.span.text) == ("Luhansk Oblast", "Luhansk")


def test_a_type_word_of_a_listed_name_is_part_of_it() -> None:
    (place,) = read("They gave up the southern Crimean peninsula.")
    assert (place.span.text, place.name) == ("Crimean peninsula", "Crimea")


def test_an_invented_place_is_kept_without_a_point() -> None:
    (place,) = read("Shells fell on the village of Orvelle yesterday.")
    assert (place.name, place.lat, place.country) == ("Orvelle", None, None)


NONE = {
    "paper": "The Washington Post wrote.",
    "bank": "The Bank of England spoke.",
    "treaty": "The Minsk Agreements failed.",
    "title": "Mr. London spoke.",
    "small letters": "They like turkey and china.",
    "pronoun": "Give us time, and us alone.",
    "word": "Reading is fun.",
    "month": "It began in March.",
    "address": "Write to envoy@Paris.com or www.London.org today.",
    "half a name": "Then O'Paris left.",
    "seat of a president": "The White House agreed.",
    "nothing": "",
}


@MODES
@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
def test_no_place(text: str, light: bool) -> None:
    assert [p.name for p in read(text, light=light)] == []


@MODES
def test_a_persons_name_is_no_town_elsewhere_in_the_article(light: bool) -> None:
    text = "Envoy Ilva Burton came on Monday. Later Burton left, and Burton spoke."
    assert read(text, light=light) == ()
    town = read("He drove to Burton, Michigan. Later he left Burton.", light=light)
    assert [p.span.text for p in town] == ["Burton", "Michigan", "Burton"]


@MODES
def test_a_public_body_bears_its_places_name(light: bool) -> None:
    assert [p.name for p in read("The Queensland Police said so.", light=light)] == ["Queensland"]


# --- which of several -----------------------------------------------------------------------------


WHICH = {
    "state named after it": ("He left Odessa, Texas.", "Odessa", "US.TX", "Texas is named right"),
    "state in short": ("He left Birmingham, Ala.", "Birmingham", "US.AL", "Alabama is named right"),
    "post code": ("He left Portland, OR, now.", "Portland", "US.OR", "Oregon is named right"),
    "known best": ("He left Birmingham now.", "Birmingham", "GB.ENG", "the best known of"),
    "type word": ("He left Kharkiv oblast.", "Kharkiv", "UA.07", "a word beside it says"),
    "near the others": (
        "Atlanta, Savannah and Augusta voted. Later Athens voted.",
        "Athens",
        "US.GA",
        "of ",
    ),
}


@MODES
@pytest.mark.parametrize(("text", "name", "unit", "reason"), WHICH.values(), ids=WHICH)
def test_which_of_several_and_why(
    text: str, name: str, unit: str, reason: str, light: bool
) -> None:
    page = article(text)
    found = find_places(page, parse_article(page, light=light))
    place = next(f for f in found if f.span.text == name)
    assert place.admin1 == unit
    assert place.reason.startswith(reason)


def test_words_beside_a_name_tell_for_the_whole_article() -> None:
    first, _, later = read("He came to Paris, Texas. Rain fell on Paris.")
    assert (first.admin1, later.admin1) == ("US.TX", "US.TX")
    (alone,) = read("Rain fell on Paris.")
    assert alone.country == "FR"


def test_other_places_of_the_article_decide() -> None:
    places = read("Atlanta, Savannah and Augusta voted. Georgia counts. Alabama and Texas wait.")
    georgia = next(p for p in places if p.span.text == "Georgia")
    assert georgia.country == "US"
    places = read("Tbilisi, Batumi and Kutaisi voted. Georgia counts. Armenia waits.")
    georgia = next(p for p in places if p.span.text == "Georgia")
    assert georgia.country == "GE"


def test_a_state_is_never_a_city_within_it() -> None:
    places = read("Guadalajara, Monterrey, Puebla and Toluca voted. Mexico counts.")
    assert next(p for p in places if p.span.text == "Mexico").admin1 is None


def test_a_town_that_is_not_listed_in_its_state_has_no_point() -> None:
    city, _ = read("He lives in Kyiv, Texas.")
    assert (city.country, city.admin1, city.lat) == ("US", "US.TX", None)


def test_a_list_of_cities_tells_nothing() -> None:
    first, *_ = read("He went to Kyiv, Georgia, Berlin and Rome.")
    assert first.country == "UA"


# --- adjectives -----------------------------------------------------------------------------------


@MODES
@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Russian troops left.", ["Russian"]),
        ("South Korean troops left.", ["South Korean"]),
        ("He spoke Russian.", []),
        ("Norway left.", []),
    ],
    ids=["one word", "two words", "language", "a name"],
)
def test_adjectives_stand_apart(text: str, words: list[str], light: bool) -> None:
    page = article(text)
    parse = parse_article(page, light=light)
    assert [p.span.text for p in find_adjectives(page, parse)] == words
    found = find_places(page, parse)
    assert [p.span.text for p in found if p.form == "adjective"] == words
    assert not {p.span.text for p in found if p.form == "name"} & set(words)


# --- whatever comes -------------------------------------------------------------------------------

PIECES = st.sampled_from(
    ["Paris", "Kyiv", "of", "Lake", "Velkar", "Oblast", ",", ".", "'s", "-", "\ud800", "İ", "U.S.",
     "Texas", "in", "北京", "Киев", "\n", " ", "’", "Saint", "St.", "ß", "O'", "New York"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=25))
def test_every_place_is_its_words(pieces: list[str]) -> None:
    text = " ".join(pieces)
    found = read(text, light=True)
    for place in found:
        assert text[place.span.start : place.span.end] == place.span.text
    ends = [0, *(p.span.end for p in found)]
    assert all(p.span.start >= end for p, end in zip(found, ends, strict=False))


def test_letters_of_other_scripts_and_half_characters_are_no_places() -> None:
    assert read("В Киеве и 北京. \ud800 \udfff", light=True) == ()
    assert [p.name for p in read("In \ud800 Kyiv\udfff it rained.", light=True)] == ["Kyiv"]


RUNS = {
    "unknown words": "Velkar Tavin Orm Ilvane ",
    "known names": "Paris, London, Georgia, Springfield, Texas, ",
    "regions": "in Velkar Oblast of Tavin Region ",
    "one word": "Aa",
    "hyphens": "Al-",
}


@pytest.mark.parametrize("piece", RUNS.values(), ids=RUNS)
def test_time_is_linear_in_the_text(piece: str) -> None:
    def seconds(length: int) -> float:
        page = article((piece * length)[:length])
        parse = parse_article(page, light=True)
        start = time.process_time()
        find_places(page, parse)
        return time.process_time() - start

    seconds(1000)
    short, long = seconds(20_000), seconds(160_000)
    assert long < 24 * max(short, 0.01)  # 8 times the text; quadratic would be 64 times


LISTS = {
    "two": ("Mali and Chad signed it.", ["Mali", "Chad"]),
    "first is risky": ("Jordan and Oman signed it.", ["Jordan", "Oman"]),
    "three": ("Troops from Niger, Mali and Chad left.", ["Niger", "Mali", "Chad"]),
    "persons": ("Chad Orrin and Georgia Tavin met.", []),
}


@MODES
@pytest.mark.parametrize(("text", "names"), LISTS.values(), ids=LISTS)
def test_states_of_one_list(text: str, names: list[str], light: bool) -> None:
    assert [place.name for place in read(text, light=light)] == names


@MODES
def test_a_place_of_the_users_may_have_figures(light: bool, tmp_path: Path) -> None:
    path = tmp_path / "parties.yaml"
    path.write_text("places:\n  Sector 7: {aliases: [S7]}\n  Area C: {}\n", encoding="utf-8")
    places = read("S7, Sector 7, Sector 70 and Area C.", light=light, gazetteer=load_places(path))
    assert [p.span.text for p in places if p.name in {"Sector 7", "Area C"}] == [
        "S7",
        "Sector 7",
        "Area C",
    ]
