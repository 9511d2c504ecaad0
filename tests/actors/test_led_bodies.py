"""Bodies named by who leads them, each beside words that name no body."""

import pytest

from tests.actors.reading import mention, read

LED = {
    "of one": (
        "Mr. Ilo Maren lost. The Maren campaign said it was late.",
        "Maren campaign",
        "Ilo Maren campaign",
    ),
    "of one named in full": (
        "Mr. Ilo Maren lost. Mr. Ilo Maren’s campaign said it was late.",
        "Mr. Ilo Maren’s campaign",
        "Ilo Maren campaign",
    ),
    "with an adjective": (
        "Mr. Ilo Maren’s presidential campaign denied it.",
        "Mr. Ilo Maren’s presidential campaign",
        "Ilo Maren campaign",
    ),
    "of him": (
        "Mr. Ilo Maren lost. His campaign said it was late.",
        "His campaign",
        "Ilo Maren campaign",
    ),
    "the one named before": (
        "Mr. Ilo Maren’s campaign said it was late. The campaign denied more.",
        "The campaign",
        "Ilo Maren campaign",
    ),
    "an office": (
        "Mr. Ilo Maren’s office said it was late.",
        "Mr. Ilo Maren’s office",
        "Ilo Maren’s office",
    ),
    "cited": (
        "It was late, according to Mr. Ilo Maren’s office.",
        "Mr. Ilo Maren’s office",
        "Ilo Maren’s office",
    ),
    "where it speaks elsewhere": (
        "Mr. Ilo Maren’s office said it was late. She wrote to Mr. Ilo Maren’s office.",
        "Mr. Ilo Maren’s office",
        "Ilo Maren’s office",
    ),
}
NOT_LED = {
    "a time": ("Mr. Ilo Maren spoke during his campaign.", "his campaign"),
    "what goes on": ("Mr. Ilo Maren’s campaign began in May.", "Mr. Ilo Maren’s campaign"),
    "a place": ("She waited in Mr. Ilo Maren’s office.", "Mr. Ilo Maren’s office"),
    "somebody of it": ("Mr. Ilo Maren’s campaign manager said so.", "Mr. Ilo Maren’s campaign"),
    "nobody’s": ("The campaign said it was late.", "The campaign"),
    "a time beside a body": (
        "Mr. Ilo Maren’s campaign said it was late. Orlo fell during the campaign.",
        "the campaign",
    ),
}


@pytest.mark.parametrize(("text", "words", "name"), LED.values(), ids=LED)
def test_a_body_named_by_who_leads_it(text: str, words: str, name: str) -> None:
    found = mention(text, words)
    assert found is not None
    assert (found.kind, found.name) == ("organization", name)


@pytest.mark.parametrize(("text", "words"), NOT_LED.values(), ids=NOT_LED)
def test_what_is_no_body(text: str, words: str) -> None:
    assert mention(text, words) is None


def test_an_office_speaks_for_the_state_of_its_leader() -> None:
    mentions = read("Prime Minister Ilo Maren of Poland’s office slept. Maren’s office said no.")[2]
    assert [m.of for m in mentions if m.name == "Ilo Maren’s office"] == ["Poland"]


def test_two_leaders_of_one_surname_lead_two_bodies() -> None:
    text = "Ukrainian Minister Bill Maro left. Russian Minister Hilda Maro left."
    mentions = read(f"{text} Hilda Maro’s office denied it. Bill Maro’s office confirmed it.")[2]
    offices = {m.name: m.of for m in mentions if m.name and m.name.endswith("office")}
    assert offices == {"Hilda Maro’s office": "Russia", "Bill Maro’s office": "Ukraine"}
