"""Names within longer runs of capitals, across brackets, and by another word."""

from __future__ import annotations

import pytest

from tests.actors.reading import mention, read


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        (
            "The talks failed, Prime Minster Helen Dorn said. Later Helen Dorn said more.",
            "Helen Dorn",
        ),
        (
            "The talks failed, PM Steven Harlow said. Later Steven Harlow said more.",
            "Steven Harlow",
        ),
        ("Later Anna Mila Dorn left Oslo. Mila Dorn said so.", "Anna Mila Dorn"),
    ],
    ids=["a misspelt title", "a short title", "another given name"],
)
def test_words_before_a_name_are_none_of_it(text: str, whole: str) -> None:
    assert whole in {m.name for m in read(text)[2]}
    assert not any("Minster" in (m.name or "") or "PM" in (m.name or "") for m in read(text)[2])


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("“I told [President Helen] Dorn no,” said Peter Orlo.", True),
        ("“I told [President Helen], Dorn said no,” said Peter Orlo.", False),
    ],
    ids=["a surname behind it", "a comma behind it"],
)
def test_a_bracket_may_end_within_a_name(text: str, joined: bool) -> None:
    assert ("Helen Dorn" in {m.name for m in read(text)[2]}) == joined


NOMINEE = "Mila Dorn opened the fair on Monday. {} The nominee praised the farmers."


@pytest.mark.parametrize(
    ("between", "expected"),
    [
        ("It rained.", "Mila Dorn"),
        ("Strategist Ivo Maren watched.", "Mila Dorn"),
        ("Ivo Maren watched.", None),
        ("Ivo Maren watched. Dorn waved, and Dorn bowed.", "Mila Dorn"),
    ],
    ids=["alone", "beside a strategist", "beside another", "named far more often"],
)
def test_the_nominee_is_who_may_be_called_so(between: str, expected: str | None) -> None:
    found = mention(NOMINEE.format(between), "The nominee")
    assert (found.name if found else None) == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mila Dorn, the senator’s daughter, left. Senator Ivo Maren stayed.", None),
        ("Mila Dorn, the senator, left. Senator Ivo Maren stayed.", "Mila Dorn"),
    ],
    ids=["whose", "who"],
)
def test_a_senator_s_daughter_is_no_senator(text: str, name: str | None) -> None:
    found = mention(text, "the senator")
    assert (found.name if found and found.name == "Mila Dorn" else None) == name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Harbour Courier and the Tolmar Gazette differ. It rained for a week.\n\n"
            "The Harbour Courier named her. The newspaper said so.",
            "Harbour Courier",
        ),
        ("The Harbour Courier and the Tolmar Gazette differ. The newspaper said so.", None),
    ],
    ids=["one named right before", "two"],
)
def test_the_newspaper_is_the_one_named_right_before(text: str, expected: str | None) -> None:
    found = mention(text, "The newspaper")
    assert (found.name if found else None) == expected
