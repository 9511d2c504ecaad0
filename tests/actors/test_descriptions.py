"""Descriptions without a name: of one whom the article names later, or by the short title before.

Each stands beside one that must stay open.
"""

from __future__ import annotations

import pytest

from tests.actors.reading import mention

BOTH = pytest.mark.parametrize("light", [False, True], ids=["parsed", "light"])

LATER = {
    "a judge": (
        "A judge rejected the claim. The town was quiet."
        " Judge Ilo Maren wrote that the claim came late.",
        "A judge",
    ),
    "in the next sentence": (
        "A judge rejected the claim. Judge Ilo Maren wrote that the claim came late.",
        "A judge",
    ),
    "in the next paragraph": (
        "A judge rejected the claim.\n\nJudge Ilo Maren wrote that the claim came late.",
        "A judge",
    ),
    "by a title behind": (
        "A judge rejected the claim. Ilo Maren, the judge, wrote that the claim came late.",
        "A judge",
    ),
    "in the last of six sentences": (
        f"A judge rejected the claim. {'The rain fell. ' * 5}Judge Ilo Maren wrote of it.",
        "A judge",
    ),
}
NOT_LATER = {
    "two judges": (
        "A judge rejected the claim. The town was quiet."
        " Judge Ilo Maren and Judge Peter Dorn wrote that the claim came late.",
        "A judge",
    ),
    "a second judge behind": (
        "A judge rejected the claim. Judge Ilo Maren wrote that the claim came late."
        " Judge Peter Dorn disagreed.",
        "A judge",
    ),
    "a judge named before": (
        "Judge Ilo Maren wrote that the claim came late. A judge rejected the claim.",
        "A judge",
    ),
    "a former judge": (
        "A judge rejected the claim. Former Judge Ilo Maren wrote that it came late.",
        "A judge",
    ),
    "a judge of another state": (
        "A Polish judge rejected the claim. Russian Judge Ilo Maren wrote that it came late.",
        "A Polish judge",
    ),
    "another title": (
        "A judge rejected the claim. Mayor Ilo Maren said that the claim came late.",
        "A judge",
    ),
    "too far ahead": (
        f"A judge rejected the claim. {'The rain fell. ' * 6}Judge Ilo Maren wrote of it.",
        "A judge",
    ),
    "several judges": (
        "Judges rejected the claim. Judge Ilo Maren wrote that the claim came late.",
        "Judges",
    ),
    "within a quotation": (
        "“A judge rejected the claim,” a clerk said. Judge Ilo Maren wrote that it came late.",
        "A judge",
    ),
}


@BOTH
@pytest.mark.parametrize(("text", "words"), LATER.values(), ids=LATER)
def test_whom_the_next_sentences_name(text: str, words: str, light: bool) -> None:
    found = mention(text, words, light=light)
    assert found is not None
    assert (found.form, found.name) == ("description", "Ilo Maren")
    assert found.method == "Ilo Maren, named later"


@pytest.mark.parametrize("light", [False, True], ids=["parsed", "light"])
def test_whom_the_next_sentences_name_as_a_former_one(light: bool) -> None:
    text = "A former judge rejected the claim. Former Judge Ilo Maren wrote that it came late."
    found = mention(text, "A former judge", light=light)
    assert found is not None
    assert found.name == "Ilo Maren"


@BOTH
@pytest.mark.parametrize(("text", "words"), NOT_LATER.values(), ids=NOT_LATER)
def test_whom_nothing_names_later(text: str, words: str, light: bool) -> None:
    found = mention(text, words, light=light)
    assert found is None or found.name in {None, words}


SPEAKS_NEXT = {
    "a spokeswoman by what else she is": (
        "A spokeswoman for them said it was late.\n\n"
        "Press director Anna Maren told reporters that it rained.",
        "A spokeswoman",
        "Anna Maren",
    ),
    "without a title": (
        "A former chairman said it was late.\n\n“It is late,” said Anna Maren, who led them.",
        "A former chairman",
        None,
    ),
    "of another body": (
        "A spokesman for Poland said it was late.\n\n"
        "Ilo Maren, the Russian army’s chief, said that it rained.",
        "A spokesman",
        None,
    ),
    "two who speak": (
        "A former chairman said it was late.\n\n"
        "“It is late,” said Anna Maren. “It is not,” said Peter Dorn.",
        "A former chairman",
        None,
    ),
    "not at the beginning": (
        "It rained, and a former chairman said it was late.\n\n“It is late,” said Anna Maren.",
        "a former chairman",
        None,
    ),
    "with another role": (
        "A former chairman said it was late.\n\nSenator Anna Maren said that it rained.",
        "A former chairman",
        None,
    ),
    "named in the same breath": (
        "A lawyer for them, Karl Holm, said it was late.\n\nTheir lawyer Anna Maren said more.",
        "A lawyer",
        None,
    ),
}


@pytest.mark.parametrize(("text", "words", "name"), SPEAKS_NEXT.values(), ids=SPEAKS_NEXT)
def test_who_speaks_next_by_name(text: str, words: str, name: str | None) -> None:
    found = mention(text, words)
    assert (found.name if found and found.form == "description" else None) == name


NEAR_HOLDERS = {
    "the one just named": (
        "Governor Peter Dorn slept. It rained. It snowed. It hailed. It thawed."
        " Governor Ilo Maren left. The governor said it was late.",
        "Ilo Maren",
    ),
    "two just named": (
        "Governor Peter Dorn met Governor Ilo Maren. The governor said it was late.",
        None,
    ),
}


@pytest.mark.parametrize(("text", "name"), NEAR_HOLDERS.values(), ids=NEAR_HOLDERS)
def test_of_several_in_an_office_the_one_just_named(text: str, name: str | None) -> None:
    found = mention(text, "The governor")
    assert found is not None
    assert found.name == name


SHORT = {
    "a senator": ("Sen. Ilo Maren left. The senator said the talks failed.", "The senator"),
    "a governor": ("Gov. Ilo Maren left. The governor said the talks failed.", "The governor"),
    "a general": ("Gen. Ilo Maren left. The general said the talks failed.", "The general"),
    "an admiral": ("Adm. Ilo Maren left. The admiral said the talks failed.", "The admiral"),
    "beside one with another title": (
        "Sen. Ilo Maren met Gov. Peter Dorn. The senator said the talks failed.",
        "The senator",
    ),
    "beside one without a title": (
        "Sen. Ilo Maren met Mr. Peter Dorn. The senator said the talks failed.",
        "The senator",
    ),
}
OPEN = {
    "two senators": (
        "Sen. Ilo Maren met Sen. Peter Dorn. The senator said the talks failed.",
        "The senator",
    ),
    "no senator": ("Mr. Ilo Maren left. The senator said the talks failed.", "The senator"),
    "a senator, no governor": (
        "Sen. Ilo Maren left. The governor said the talks failed.",
        "The governor",
    ),
    "an admiral, no general": (
        "Adm. Ilo Maren left. The general said the talks failed.",
        "The general",
    ),
}


@BOTH
@pytest.mark.parametrize(("text", "words"), SHORT.values(), ids=SHORT)
def test_a_short_title_is_a_role(text: str, words: str, light: bool) -> None:
    found = mention(text, words, light=light)
    assert found is not None
    assert found.name == "Ilo Maren"


@BOTH
@pytest.mark.parametrize(("text", "words"), OPEN.values(), ids=OPEN)
def test_a_short_title_of_another_or_of_two_settles_nothing(
    text: str, words: str, light: bool
) -> None:
    found = mention(text, words, light=light)
    assert found is not None
    assert found.name is None


@BOTH
def test_a_surname_with_a_short_title_alone(light: bool) -> None:
    text = "Sen. Maren left. The senator said the talks failed."
    found = mention(text, "The senator", light=light)
    assert found is not None
    assert found.name == "Maren"


EPITHETS = {
    "the one just named": (
        "Ilo Maren said so. The New York businessman said it was late.",
        "The New York businessman",
        "Ilo Maren",
    ),
    "of two": (
        "Paul Maren met Peter Dorn. The New York businessman said it was late.",
        "The New York businessman",
        None,
    ),
    "a woman": (
        "Anna Maren met Peter Dorn. The New York businesswoman said it was late.",
        "The New York businesswoman",
        "Anna Maren",
    ),
    "one who was sued": (
        "Otto Dorn sued a magnate. The magnate said it was late.",
        "The magnate",
        None,
    ),
    "a suspect of that age": (
        "Prosecutor Hanna Dorn charged a student. The 19-year-old said it was late.",
        "The 19-year-old",
        None,
    ),
    "one who is only quoted": (
        "“Ask Senator Ilo Maren,” she said. The New York businessman left.",
        "The New York businessman",
        None,
    ),
    "too far": (
        "Ilo Maren said so. It rained. It snowed. It hailed. The New York businessman left.",
        "The New York businessman",
        None,
    ),
    "an office needs a role": (
        "Ilo Maren said so. The Tolmar senator said it was late.",
        "The Tolmar senator",
        None,
    ),
    "some other": (
        "Ilo Maren said so. A businessman said no.",
        "A businessman",
        None,
    ),
    "one who fits stands in the same sentence": (
        "Ilo Maren said so. Peter Dorn wrote to Karl Holm that the businessman was late.",
        "the businessman",
        None,
    ),
    "who goes on speaking": (
        "Paul Maren said on Monday that Peter Dorn was late. “It was late,” the candidate added.",
        "the candidate",
        "Paul Maren",
    ),
    "somebody else has come up since": (
        "Paul Maren said it was late. Peter Dorn met Karl Holm. The candidate added more.",
        "The candidate",
        None,
    ),
    "named right behind": (
        "Ilo Maren said so. The leading candidate, Sen. Peter Dorn, said it was late.",
        "The leading candidate",
        "Peter Dorn",
    ),
    "the one who leads": (
        "Ilo Maren said so. The front-runner said it was late.",
        "The front-runner",
        "Ilo Maren",
    ),
    "by age": (
        "Ilo Maren said so. The 70-year-old said it was late.",
        "The 70-year-old",
        "Ilo Maren",
    ),
    "an age that tells of another": (
        "Ilo Maren said so. The 70-year-old bridge was closed.",
        "The 70-year-old",
        None,
    ),
    "of the other party": (
        "The Democratic nominee Ilo Maren said so. The Republican nominee said it was late.",
        "The Republican nominee",
        None,
    ),
    "of the party": (
        "The Republican nominee Ilo Maren said so. It rained. The GOP nominee said it was late.",
        "The GOP nominee",
        "Ilo Maren",
    ),
    "an office of one whom the article is about": (
        "Mr. Ilo Maren voted. Mr. Maren left. Mr. Maren came back. The senator said it was late.",
        "The senator",
        "Ilo Maren",
    ),
    "an office that another holds": (
        "Senator Peter Dorn slept. It rained for a week. It snowed for a week. It hailed."
        " Mr. Ilo Maren voted. Mr. Maren left. Mr. Maren came back. The senator said it was late.",
        "The senator",
        "Peter Dorn",
    ),
}


@pytest.mark.parametrize(("text", "words", "name"), EPITHETS.values(), ids=EPITHETS)
def test_another_word_for_the_one_just_named(text: str, words: str, name: str | None):
    found = mention(text, words)
    assert (found.name if found and found.form == "description" else None) == name
