"""Who is a person of the article by somebody else's name: relatives, and what only looks so."""

from __future__ import annotations

import pytest

from tests.actors.reading import mention

BOTH = pytest.mark.parametrize("light", [False, True], ids=["parsed", "light"])
LEFT = "Minister Peter Maren left."

RELATIVES = {
    "seen": f"{LEFT} Nobody saw Ilo Maren at the harbour.",
    "met": f"{LEFT} Guards met Ilo Maren.",
    "named before the one whom all know": f"Guards met Ilo Maren. {LEFT}",
}
STRANGERS = {
    "nobody's relative": (f"{LEFT} Nobody saw Ilo Volk at the harbour.", "Ilo Volk"),
    "whose surname no person has": ("Nobody saw Ilo Maren at the harbour.", "Ilo Maren"),
    "whose surname a body has": (
        "The Maren Council met. Nobody saw Ilo Maren at the harbour.",
        "Ilo Maren",
    ),
}
BODIES = {
    "a council": (f"{LEFT} The guards left Council Maren.", "Council Maren"),
    "a union": (f"{LEFT} Nobody joined Union Maren.", "Union Maren"),
    "a bank": (f"{LEFT} Guards closed Bank Maren at noon.", "Bank Maren"),
}


@pytest.mark.parametrize("text", RELATIVES.values(), ids=RELATIVES)
def test_a_relative_seen_once_is_a_person(text: str) -> None:
    found = mention(text, "Ilo Maren")
    assert found is not None
    assert (found.kind, found.name) == ("person", "Ilo Maren")


@pytest.mark.parametrize("text", RELATIVES.values(), ids=RELATIVES)
def test_without_a_parser_nothing_says_that_it_is_a_name(text: str) -> None:
    assert mention(text, "Ilo Maren", light=True) is None


@BOTH
@pytest.mark.parametrize(("text", "words"), STRANGERS.values(), ids=STRANGERS)
def test_a_stranger_seen_once_is_nobody(text: str, words: str, light: bool) -> None:
    assert mention(text, words, light=light) is None


@BOTH
@pytest.mark.parametrize(("text", "words"), BODIES.values(), ids=BODIES)
def test_a_body_with_a_surname_is_no_person(text: str, words: str, light: bool) -> None:
    found = mention(text, words, light=light)
    assert found is not None
    assert found.kind == "organization"


@BOTH
def test_a_surname_that_a_relative_shares_stays_with_the_one_who_is_known(light: bool) -> None:
    text = f"{LEFT} Guards met Ilo Maren. The rain began. Nobody spoke. Maren said it was late."
    found = mention(text, "Maren", light=light)
    assert found is not None
    assert found.name == "Peter Maren"
