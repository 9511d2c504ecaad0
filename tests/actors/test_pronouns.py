"""How far a pronoun looks for its person, and which of two speaks on."""

from __future__ import annotations

import pytest

from tests.actors.reading import mention, read

BOTH = pytest.mark.parametrize("light", [False, True], ids=["parsed", "light"])
LEFT = "Minister Peter Maren left."

NEAR = {
    "two sentences between": f"{LEFT} The road was shut. The gate was shut. He said so.",
    "quoted sentences between": (
        f"{LEFT} “The road is shut.” “The gate is shut.” “The mill is shut.” “It is late.”"
        " He said so."
    ),
    "one quotation of many sentences": (
        f"{LEFT} “The road is shut. The gate is shut. The mill is shut. It is late.” He said so."
    ),
    "two told and three quoted": (
        f"{LEFT} The road was shut. “The gate is shut.” “The mill is shut.” “It is late.”"
        " The ferry was late. He said so."
    ),
}
FAR = {
    "three sentences between": (
        f"{LEFT} The road was shut. The gate was shut. The mill was shut. He said so."
    ),
    "three told and one quoted": (
        f"{LEFT} The road was shut. The gate was shut. “It is late.” The mill was shut. He said so."
    ),
    "three half quoted": (
        f"{LEFT} The road was “shut.” The gate was “shut.” The mill was “shut.” He said so."
    ),
}


def pronouns(text: str, light: bool) -> list[tuple[str, str | None]]:
    """Each personal pronoun of a text with the name of whom it means."""
    found = read(text, light=light)[2]
    return [
        (m.span.text, m.name) for m in found if m.form == "pronoun" and m.span.text.lower() == "he"
    ]


@BOTH
@pytest.mark.parametrize("text", NEAR.values(), ids=NEAR)
def test_a_pronoun_reaches_over_what_is_quoted(text: str, light: bool) -> None:
    assert pronouns(text, light) == [("He", "Peter Maren")]


@BOTH
@pytest.mark.parametrize("text", FAR.values(), ids=FAR)
def test_a_pronoun_does_not_reach_over_much_that_is_told(text: str, light: bool) -> None:
    assert pronouns(text, light) == [("He", None)]


UNNAMED = {
    "the one who spoke": (f"{LEFT} A senior official said no. He added that.", "A senior official"),
    "who was only told of": (f"{LEFT} A senior official was shot. He added that.", None),
    "of another gender": (f"{LEFT} A spokeswoman said no. He added that.", "Peter Maren"),
    "who does not speak": (f"{LEFT} A senior official said no. He was late.", None),
    "two sentences before": (f"{LEFT} An official said no. The road was shut. He said so.", None),
    "of several": (f"{LEFT} Two officials said no. He added that it was late.", "Peter Maren"),
    "with one named, who does not speak": (
        f"{LEFT} A senior official met Minister Ilo Dorn. He was late.",
        "Ilo Dorn",
    ),
    "in the same sentence": (f"{LEFT} A senior official said he was late.", None),
    "in what he himself said": (f"{LEFT} A senior official was late, he said.", "Peter Maren"),
}


@pytest.mark.parametrize(("text", "name"), UNNAMED.values(), ids=UNNAMED)
def test_one_without_a_name_may_be_meant(text: str, name: str | None) -> None:
    assert pronouns(text, False)[-1][1] == name


HIS = {
    "the only one's": ("Hamas leader Ilo Dorn left. His spokesman, Peter Maren, said so.", "Hamas"),
    "one of two": (
        "Hamas leader Ilo Dorn met Polish President Anton Orlo."
        " His spokesman, Peter Maren, said so.",
        None,
    ),
    "of one for nobody": ("Mr. Ilo Dorn left. His spokesman, Peter Maren, said so.", None),
    "no spokesman": ("Hamas leader Ilo Dorn left. His lawyer, Peter Maren, said so.", None),
    "of a former one": (
        "Former Hamas leader Ilo Dorn left. His spokesman, Peter Maren, said so.",
        None,
    ),
}


@pytest.mark.parametrize(("text", "of"), HIS.values(), ids=HIS)
def test_his_spokesman_speaks_for_the_same(text: str, of: str | None) -> None:
    found = mention(text, "Peter Maren")
    assert found is not None
    assert found.of == of


SPEAKING = {
    "of the outer and the inner subject": (
        "Minister Peter Maren said Minister Igor Dorn had left, and he added that it was late."
    ),
    "of one who left before": (
        "When Minister Igor Dorn left, Minister Peter Maren said the talks had failed,"
        " and he added that the road was shut."
    ),
}
NOT_SPEAKING = {
    "two who speak": (
        "Minister Peter Maren said the talks failed and Minister Igor Dorn said the road was shut,"
        " and he added that the gate was shut."
    ),
    "a pronoun that does not speak": (
        "Minister Peter Maren said Minister Igor Dorn had left, and he walked home."
    ),
    "two of whom neither speaks": (
        "Minister Peter Maren saw that Minister Igor Dorn had left, and he added that it was late."
    ),
}


@pytest.mark.parametrize("text", SPEAKING.values(), ids=SPEAKING)
def test_of_two_subjects_the_one_who_speaks(text: str) -> None:
    assert pronouns(text, light=False) == [("he", "Peter Maren")]


@pytest.mark.parametrize("text", SPEAKING.values(), ids=SPEAKING)
def test_without_a_parser_two_stay_open(text: str) -> None:
    assert pronouns(text, light=True) == [("he", None)]


@BOTH
@pytest.mark.parametrize("text", NOT_SPEAKING.values(), ids=NOT_SPEAKING)
def test_nobody_is_chosen_where_speech_does_not_tell(text: str, light: bool) -> None:
    assert pronouns(text, light) == [("he", None)]


FORMS = {
    "possessive": ("Ilo Maren, the envoy, left. He took his paper.", "his", "Ilo Maren"),
    "reflexive": ("Envoy Ilo Maren cut himself off.", "himself", "Ilo Maren"),
    "an object is not the subject": (
        "Envoy Ilo Maren left. Minister Peter Dorn met him.",
        "him",
        "Ilo Maren",
    ),
    "who": ("Envoy Ilo Maren, who left, said so.", "who", "Ilo Maren"),
    "who of nobody named": ("The envoy met a man who left.", "who", None),
    "its": ("Arvenia's foreign minister left. Arvenia said its door was open.", "its", "Arvenia"),
}


@pytest.mark.parametrize(("text", "words", "name"), FORMS.values(), ids=FORMS)
def test_other_forms_of_pronouns(text: str, words: str, name: str | None):
    found = mention(text, words)
    assert found is not None
    assert found.name == name


def test_two_founders_titles_are_one_persons():
    text = "“It is late,” said Ilo Maren, founder and CEO of Harbour Bank. Maren left."
    found = mention(text, "CEO of Harbour Bank") or mention(text, "CEO")
    assert found is not None
    assert found.name == "Ilo Maren"


WHOSE = {
    "his side, he said": (
        "Minister Peter Maren met the envoy Igor Dorn in Tolmar."
        " His government would accept a truce, he said.",
        "Peter Maren",
    ),
    "another who is named, he added": (
        "Minister Peter Maren met the press. Dorn had kept his word, he added."
        " The envoy Igor Dorn left.",
        "Peter Maren",
    ),
    "a subject nobody introduced": (
        "Minister Peter Maren left on Monday. Haldane rejected an inquiry. “We look,” he said.",
        None,
    ),
    "such a subject before it": (
        "Minister Peter Maren left on Monday. Haldane denied it, and he said so.",
        None,
    ),
    "such a name that is no subject": (
        "Minister Peter Maren left Haldane at home. “We look,” he said.",
        "Peter Maren",
    ),
}


@pytest.mark.parametrize(("text", "name"), WHOSE.values(), ids=WHOSE)
def test_whom_he_means_behind_names(text: str, name: str | None) -> None:
    assert pronouns(text, False)[-1] == ("he", name)
