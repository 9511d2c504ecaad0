"""Places: text → names with coordinates or without; beside each the name that is no place."""

from __future__ import annotations

import pytest

from onrecord.language.english import parse_article
from onrecord.places import find_places
from onrecord.places.gazetteer import load_gazetteer
from onrecord.records import Article, Block, PlaceMention, Segment


def read(text: str, *, light: bool = False) -> tuple[PlaceMention, ...]:
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
    return find_places(page, parse_article(page, light=light))


KNOWN = {
    "state": ("He flew to Ukraine.", "Ukraine", "UA"),
    "capital": ("He flew to Kyiv.", "Kyiv", "UA"),
    "other spelling": ("He flew to Kiev.", "Kyiv", "UA"),
    "dateline": ("KYIV — He came.", "Kyiv", "UA"),
    "acronym": ("The U.S. agreed.", "United States", "US"),
    "owner": ("Norway’s envoy came.", "Norway", "NO"),
    "region": ("They hold the Golan Heights.", "Golan Heights", None),
    "water": ("Ships cross the Strait of Hormuz.", "Strait of Hormuz", None),
}


@pytest.mark.parametrize("light", [False, True], ids=["parser", "light"])
@pytest.mark.parametrize(("text", "name", "country"), KNOWN.values(), ids=KNOWN)
def test_known(text: str, name: str, country: str | None, light: bool) -> None:
    (place,) = read(text, light=light)
    assert (place.name, place.country) == (name, country)
    assert place.lat is not None
    assert text[place.span.start : place.span.end] == place.span.text


@pytest.mark.parametrize("light", [False, True], ids=["parser", "light"])
def test_an_oblast_lies_where_its_city_does_and_has_no_point(light: bool) -> None:
    (place,) = read("They took Luhansk Oblast.", light=light)
    assert (place.name, place.country, place.admin1) == ("Luhansk Oblast", "UA", "UA.14")
    assert (place.lat, place.lon, place.geonames) == (None, None, None)


def test_an_invented_place_is_kept_without_a_point() -> None:
    (place,) = read("Shells fell on the village of Orvelle yesterday.")
    assert (place.name, place.lat, place.country) == ("Orvelle", None, None)


NONE = {
    "paper": "The Washington Post wrote.",
    "bank": "The Bank of England spoke.",
    "title": "Mr. London spoke.",
    "small letters": "They like turkey and china.",
    "word": "Reading is fun.",
}


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
@pytest.mark.parametrize("light", [False, True], ids=["parser", "light"])
def test_no_place(text: str, light: bool) -> None:
    assert [p.name for p in read(text, light=light)] == []


def test_the_state_named_after_a_city_decides() -> None:
    city, _ = read("He lives in Odessa, Texas.")
    assert (city.name, city.country) == ("Odessa", "US")


def test_a_city_of_a_great_name_elsewhere_has_no_point() -> None:
    city, _ = read("He lives in Paris, Texas.")
    assert (city.country, city.admin1, city.lat) == ("US", "US.TX", None)


def test_other_places_of_the_article_decide() -> None:
    places = read("Atlanta, Savannah and Augusta voted. Georgia counts. Alabama and Texas wait.")
    georgia = next(p for p in places if p.span.text == "Georgia")
    assert georgia.country == "US"


def test_gazetteer_is_sound() -> None:
    gazetteer = load_gazetteer()
    entries = {entry for listed in gazetteer.entries.values() for entry in listed}
    assert len(entries) > 3000
    for entry in entries:
        assert (entry.lat is None) == (entry.lon is None)
        assert entry.lat is None or -90 <= entry.lat <= 90
        assert entry.lon is None or -180 <= entry.lon <= 180
