"""Where a name begins: behind a verb that a turned sentence opens with."""

from __future__ import annotations

import pytest

from tests.actors.reading import mention, read

BOTH = pytest.mark.parametrize("light", [False, True], ids=["parsed", "light"])
VERBS = (
    *("Said", "Added", "Stated", "Noted", "Wrote"),
    *("Replied", "Asked", "Explained", "Concluded", "Continued"),
)
LEFT = "Prime Minister Ilo Maren left."


@BOTH
@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_before_the_one_who_speaks_is_no_part_of_a_name(verb: str, light: bool) -> None:
    text = f"{LEFT} “The gate is shut.” {verb} Maren: “It is late.”"
    assert mention(text, f"{verb} Maren", light=light) is None
    found = mention(text, "Maren", light=light)
    assert found is not None
    assert found.name == "Ilo Maren"


TURNED = {
    "a full name": (f"{LEFT} Added Ilo Maren: “It is late.”", "Ilo Maren"),
    "a title": ("“The gate is shut.” Added Prime Minister Ilo Maren: “It is late.”", "Ilo Maren"),
    "with mister": (f"{LEFT} Added Mr. Maren: “It is late.”", "Mr. Maren"),
}
NAMED = {
    "a given name behind a title": ("Minister Said Maren left.", "Said Maren"),
    "a given name that opens a sentence": (
        "Prime Minister Adda Maren left. Adda Maren said so.",
        "Adda Maren",
    ),
}


@BOTH
@pytest.mark.parametrize(("text", "words"), TURNED.values(), ids=TURNED)
def test_who_speaks_behind_the_verb_is_found(text: str, words: str, light: bool) -> None:
    found = mention(text, words, light=light)
    assert found is not None
    assert found.name == "Ilo Maren"
    assert not [m for m in read(text, light=light)[2] if m.span.text.startswith("Added")]


@BOTH
@pytest.mark.parametrize(("text", "words"), NAMED.values(), ids=NAMED)
def test_a_first_name_is_not_taken_for_such_a_verb(text: str, words: str, light: bool) -> None:
    found = mention(text, words, light=light)
    assert found is not None
    assert found.name == words


@BOTH
def test_a_verb_before_a_small_word_opens_no_name(light: bool) -> None:
    text = f"{LEFT} Asked about the gate, Maren said it was late."
    assert [m.span.text for m in read(text, light=light)[2] if m.form == "name"] == [
        "Ilo Maren",
        "Maren",
    ]
