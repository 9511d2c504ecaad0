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


BODIES = {
    "over for": (
        "The Institute for Harbour Studies said so on Monday.",
        "Institute for Harbour Studies",
    ),
    "over and": (
        "The House Ways and Means Committee said so on Monday.",
        "House Ways and Means Committee",
    ),
    "behind a place": ("Malaysia Airlines said so on Monday.", "Malaysia Airlines"),
}


@pytest.mark.parametrize(("text", "words"), BODIES.values(), ids=BODIES)
def test_the_name_of_a_body_is_whole(text: str, words: str) -> None:
    found = [m.span.text for m in read(text)[2] if m.kind == "organization"]
    assert [name.removeprefix("The ") for name in found] == [words]


def test_two_bodies_joined_by_and_stay_two() -> None:
    text = "The Tolmar Council and the Harbour Bank said so. The Harbour Bank left."
    names = {m.name for m in read(text)[2] if m.kind == "organization"}
    assert names == {"Tolmar Council", "Harbour Bank"}


NOBODY = {
    "a law": ("The Harbour Control Act passed. The Harbour Control Act holds.", "Harbour"),
    "a treaty's initials": (
        "The Coastal Trade Pact (CTP) holds. The CTP said nothing. The CTP failed.",
        "CTP",
    ),
    "a state's tie": ("A Norland-led force left. The Orlo-friendly paper said so.", "Norland-led"),
    "a pair of states": ("The U.S.-Russia talks failed. U.S.-Russia ties said it all.", "U.S.-R"),
    "a thing in the news": ("Brexit said it all. Brexit, he added, was late.", "Brexit"),
}


@BOTH
@pytest.mark.parametrize(("text", "words"), NOBODY.values(), ids=NOBODY)
def test_what_names_nobody(text: str, words: str, light: bool) -> None:
    assert not [m for m in read(text, light=light)[2] if m.span.text.startswith(words)]


def test_initials_are_a_body_and_never_a_person() -> None:
    kinds = {
        m.kind for m in read("The GOP said so. GOP leaders said so. QXR said no.")[2] if m.name
    }
    assert "person" not in kinds
    known = mention("The GOP said so.", "GOP")
    assert known is not None
    assert known.name == "U.S. Republican Party"


def test_a_caption_leads_to_the_name_and_is_none_of_it() -> None:
    text = (
        "Photos: Meet Mila Dorn, Norland's prime minister, left. Mila Dorn said so."
        "\n\nPhotos: Meet Mila Dorn, the prime minister, in May."
    )
    assert {m.name for m in read(text)[2] if m.kind == "person" and m.name} == {"Mila Dorn"}
    mother = "Anna Mila Dorn left. Mila Dorn, her daughter, said so."
    assert "Anna Mila Dorn" in {m.name for m in read(mother)[2]}


def test_a_name_seen_in_full_once_is_the_person_whom_the_article_then_names_short() -> None:
    text = "She wrote to confidante Quena Abzadin. Abzadin said no. Ms. Abzadin left."
    assert {m.name for m in read(text)[2] if m.form == "name"} == {"Quena Abzadin"}


GLUED = {
    "a note on a name": (
        "Envoy Ilo Maren Ilo Peter MarenSee more left. Envoy Maren said so. Maren left.",
        {"Ilo Maren"},
    ),
    "a headline's end": ("Envoy Ilo Maren left. So Maren Maren said no.", {"Ilo Maren"}),
    "a name of two equal words": ("Envoy Sarhan Sarhan said so.", {"Sarhan Sarhan"}),
    "one word with two capitals": ("WikiHarbour said so. The WikiHarbour site left.", set()),
}


@pytest.mark.parametrize(("text", "names"), GLUED.values(), ids=GLUED)
def test_names_that_a_page_has_run_together(text: str, names: set[str]) -> None:
    found = {m.name for m in read(text)[2] if m.kind == "person" and m.name}
    assert found == names


LED = {
    "a verb": ("Removing Maren is hard. Envoy Ilo Maren said so. Maren left.", "Removing Maren"),
    "messrs": ("Messrs. Maren and Dorn left. Envoy Ilo Maren said so.", "Messrs. Maren"),
}


@pytest.mark.parametrize(("text", "words"), LED.values(), ids=LED)
def test_a_word_before_a_surname_is_no_given_name(text: str, words: str) -> None:
    names = {m.name for m in read(text)[2] if m.kind == "person"}
    assert "Ilo Maren" in names
    assert words not in names


def test_a_father_is_not_meant_by_his_sons_name() -> None:
    text = "Prince Nayef bin Orlan said so. King Orlan said no. King Orlan left."
    found = mention(text, "Orlan")
    assert found is None or found.name != "Nayef bin Orlan"


def test_a_company_is_no_person() -> None:
    text = "Mila Corp. said so on Monday. The talks with Mila Corp. failed, it said."
    assert {m.kind for m in read(text)[2] if m.form == "name"} == {"organization"}


WARS = {
    "a war": ("The Vietnam War ended. He spoke of the Vietnam War.", False),
    "a state": ("Vietnam rejected the offer.", True),
}


@pytest.mark.parametrize(("text", "acts"), WARS.values(), ids=WARS)
def test_a_state_in_the_name_of_a_war_does_not_act(text: str, acts: bool) -> None:
    assert any(m.name == "Vietnam" for m in read(text)[2]) == acts


def test_a_lone_word_that_the_parser_does_not_see_as_a_name_is_nobody() -> None:
    text = "Branch offices shut. Start now. The Harbour Branch said so. Start said it was late."
    assert not [m for m in read(text)[2] if m.span.text in {"Branch", "Start"}]


PARTIES = {
    "of a state": (
        "He joined the Radical Party of Tolmaria before the election, the Radical Party said.",
        "Radical Party of Tolmaria",
    ),
    "behind an adjective": (
        "She led the Serbian Radical Party in the election of 2008.",
        "Serbian Radical Party",
    ),
}


@pytest.mark.parametrize(("text", "name"), PARTIES.values(), ids=PARTIES)
def test_the_name_of_a_party_is_whole(text: str, name: str) -> None:
    assert name in {m.name for m in read(text)[2]}


TRAILED = {
    "a caption": ("Mila Dorn said no. Photos: Mila Dorn Photos: she left. Mila Dorn left.", 1),
    "a given name again": ("Mike Orlo Michael left. Mike Orlo said so. Mike Orlo left.", 1),
    "a son": ("Mike Orlo Jr. said so. Mike Orlo said no. Mike Orlo left.", 2),
}


@pytest.mark.parametrize(("text", "persons"), TRAILED.values(), ids=TRAILED)
def test_what_stands_behind_a_name_is_none_of_it(text: str, persons: int) -> None:
    assert len({m.name for m in read(text)[2] if m.kind == "person" and m.name}) == persons
