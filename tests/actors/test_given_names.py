"""Given names beyond the base's own: which words are some, and whose they are."""

from __future__ import annotations

import pytest

from onrecord.actors.base_files import read_items, read_table
from onrecord.actors.given_names import gender_of, is_given
from onrecord.actors.spelling import plain

GIVEN = {
    "a common one": "Ingrid",
    "one of men and women": "Robin",
    "with an accent": "José",
    "its accent left out": "Jose",
    "in small letters": "ingrid",
    "in capitals": "INGRID",
}
NOT_GIVEN = {
    "unheard of": "Xyquor",
    "nothing": "",
    "a full name": "Ingrid Maren",
    "a state": "Chad",
    "a month": "June",
    "a verb that is a name, too": "Said",
    "a word of news": "Peace",
}


@pytest.mark.parametrize("word", GIVEN.values(), ids=GIVEN)
def test_a_given_name_is_known(word: str) -> None:
    assert is_given(word)


@pytest.mark.parametrize("word", NOT_GIVEN.values(), ids=NOT_GIVEN)
def test_a_word_is_no_given_name(word: str) -> None:
    assert not is_given(word)


GENDERS: dict[str, tuple[str, str | None]] = {
    "a woman": ("Ingrid Maren", "f"),
    "a man": ("Igor Maren", "m"),
    "by the first name alone": ("Ingrid Igor Maren", "f"),
    "with an accent": ("Zoë Maren", "f"),
    "either": ("Robin Maren", None),
    "two names that plain letters make one": ("Aldis Maren", None),
    "the same with the accent": ("Aldís Maren", None),
    "unheard of": ("Xyquor Maren", None),
    "a first name alone": ("Ingrid", None),
    "a surname that is a woman's name": ("Xyquor Ingrid", None),
    "nothing": ("", None),
}


@pytest.mark.parametrize(("name", "gender"), GENDERS.values(), ids=GENDERS)
def test_whose_a_name_is(name: str, gender: str | None) -> None:
    assert gender_of(name) == gender


ROWS = list(read_table("more_given_names"))


def test_the_table_is_in_order() -> None:
    names = [row["name"] for row in ROWS]
    assert names == sorted(names)


def test_every_row_is_one_name_and_its_gender() -> None:
    for row in ROWS:
        assert set(row) == {"name", "gender"}
        assert row["name"].isalpha(), row
        assert row["name"][0].isupper(), row
        assert len(row["name"]) > 2, row
        assert row["gender"] in {"m", "f", ""}, row


def words_of_states() -> set[str]:
    """The words that mean states, their people and capitals in a text."""
    columns = ("name", "aliases", "capitals", "demonyms")
    rows = read_table("states")
    return {word for row in rows for column in columns for word in read_items(row[column])}


def test_no_name_is_spelled_like_a_state() -> None:
    taken = {word.casefold() for word in words_of_states()}
    assert sorted(row["name"] for row in ROWS if row["name"].casefold() in taken) == []


def test_no_state_is_read_as_a_given_name() -> None:
    assert sorted(word for word in words_of_states() if is_given(plain(word))) == []


def test_no_month_is_read_as_a_given_name() -> None:
    assert not is_given("April")
