"""Initials and the body whose they are; rows of codes and headlines that name nobody."""

import pytest

from tests.actors.reading import mention, read

JOINED = {
    "in brackets": (
        "The Orlo Trade Institute (OTI) said no. It rained. The OTI said yes.",
        "OTI",
        "Orlo Trade Institute",
    ),
    "without brackets": (
        "The Orlo Trade Institute said no. It rained. The OTI said yes.",
        "OTI",
        "Orlo Trade Institute",
    ),
    "with a small word": (
        "The Institute of Harbour Trade said no. It rained. The IHT said yes.",
        "IHT",
        "Institute of Harbour Trade",
    ),
}
APART = {
    "other letters": "The Orlo Trade Institute said no. It rained. The OVT said yes.",
    "two bodies": (
        "The Orlo Trade Institute and the Orlo Town Institute said no. It rained. OTI said yes."
    ),
}


@pytest.mark.parametrize(("text", "words", "name"), JOINED.values(), ids=JOINED)
def test_initials_are_the_one_body_that_has_them(text: str, words: str, name: str) -> None:
    found = mention(text, words)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("text", APART.values(), ids=APART)
def test_initials_of_none_or_of_two_stay_apart(text: str) -> None:
    names = {m.name for m in read(text)[2] if m.span.text.isupper()}
    assert names <= {"OVT", "OTI"}
    assert names


NOBODY = {
    "codes": ("The chart shows MS AL OK GA and more.", "MS AL OK GA"),
    "a headline": (
        "Lead Harbour Party Maren Rival Launches Challenge told them no.",
        "Lead Harbour Party Maren Rival Launches Challenge",
    ),
    "a chapel": ("She saw the Orlo Chapel. The Orlo Chapel was late.", "Orlo Chapel"),
    "a treaty by its initials": (
        "The Long Road Forces (LRF) Treaty ended. It rained.",
        "Long Road Forces",
    ),
    "a speech": ("He heard the Harbour Speech. The Harbour Speech was late.", "Harbour Speech"),
}


@pytest.mark.parametrize(("text", "words"), NOBODY.values(), ids=NOBODY)
def test_what_names_nobody(text: str, words: str) -> None:
    assert mention(text, words) is None


def test_six_capitals_that_end_in_a_body_s_word_are_a_name() -> None:
    found = mention("The Orlo Harbour Trade Town Night Institute told them no.", BODY)
    assert found is not None


BODY = "Orlo Harbour Trade Town Night Institute"


def test_a_body_is_called_by_what_it_is_not_how_it_is() -> None:
    names = {m.name for m in read("The weary Polish army left. The Polish army came back.")[2]}
    assert names == {"Polish Army"}


def test_a_question_among_capitals_begins_no_name() -> None:
    found = mention("The town slept. JUST WATCHED Is Obama late?", "Obama")
    assert found is not None
    assert found.name == "Obama"
