import pytest

from onrecord.actors.people import gather
from tests.actors.reading import mention

BOTH = pytest.mark.parametrize("light", [False, True], ids=["parsed", "light"])
LONG_AFTER = "The rain began. The trains stopped. Nobody left the hall."

SHARED = {
    "the one whom the story is about": (
        f"Peter Maren met Dorn at noon. His brother Igor Maren stayed away. {LONG_AFTER}"
        " Maren said the talks failed.",
        "Peter Maren",
    ),
    "a relative named right before leaves it open": (
        f"Peter Maren met Dorn at noon. {LONG_AFTER} His brother Igor Maren was there."
        " Maren said the talks failed.",
        None,
    ),
    "a relative named more often leaves it open": (
        f"Peter Maren met Dorn at noon. Igor Maren stayed away. Igor Maren was ill. {LONG_AFTER}"
        " Maren said the talks failed.",
        None,
    ),
}


@BOTH
@pytest.mark.parametrize(("text", "name"), SHARED.values(), ids=SHARED)
def test_a_surname_of_two_is_settled_by_its_place(text: str, name: str | None, light: bool):
    found = mention(text, "Maren", light=light)
    assert found is not None
    assert found.name == name


SHORTENED = {
    "what opens a sentence": "The envoy Peter Maren left. Rival Peter Maren said the talks failed.",
    "a verb with a capital in a headline": "Peter Maren Warns Dorland\n\nPeter Maren left.",
}


@pytest.mark.parametrize("text", SHORTENED.values(), ids=SHORTENED)
def test_words_beside_a_name_are_no_part_of_it(text: str):
    found = mention(text, "Peter Maren")
    assert found is not None
    assert found.name == "Peter Maren"
    assert mention(text, "Rival Peter Maren") is None
    assert mention(text, "Peter Maren Warns") is None


OTHERS = {
    "a tower": ("Peter Maren left. The crowd met at Maren Tower at noon.", "Maren Tower"),
    "a son": ("Peter Maren left. Then Peter Maren Jr said the talks failed.", "Peter Maren Jr"),
}


@pytest.mark.parametrize(("text", "words"), OTHERS.values(), ids=OTHERS)
def test_another_name_that_holds_a_person_s_is_not_that_person(text: str, words: str):
    last = mention(text, words.rsplit(" ", 1)[0])
    assert last is None or last.span.start < text.index(words)


@BOTH
def test_a_place_of_that_surname_is_no_bearer(light: bool, monkeypatch: pytest.MonkeyPatch):
    def with_place(*given: object):
        people = gather(*given)  # type: ignore[arg-type]
        people.full["Colonia Maren"] = "Colonia Maren"  # taken for a name, but for no person's
        people.persons.pop("Colonia Maren", None)
        return people

    monkeypatch.setattr("onrecord.actors.mentions.gather", with_place)
    text = "Peter Maren left. Igor Maren stayed. They came to Colonia Maren. Mr. Maren spoke."
    assert mention(text, "Mr. Maren", light=light) is not None
