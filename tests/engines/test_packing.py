"""What is kept of an article comes back as it was, and what cannot be kept is refused."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from onrecord.engines.packing import maker, pack, unpack
from onrecord.reconciliation import AskedNames, Told, answers, can_be_told, party_names, read_told
from onrecord.reconciliation.party_names import ASKED_WORDS, PartyNames
from onrecord.records import Interval
from tests.made import Maker


def told() -> tuple[Told, AskedNames, PartyNames]:
    make = Maker()
    words = "Sudmark soldiers did not open fire at the bridge of Tal on Monday"
    text = f"{words}, Ilsa Brandt said.\n\nNorland counted 40 wounded soldiers at the bridge."
    article = make.article("a.txt", "Post", "2031-03-04", "Fire at the bridge", text)
    actor = make.actor("Ilsa Brandt", "person", "Norland")
    make.actor("Sudmark", "government")
    make.says(article, source="Ilsa Brandt", cue="said", content=words, actor=actor)
    names = party_names(make.actors.values())
    asked = AskedNames(names)
    return read_told(article, make.statements, make.attributions, (), asked), asked, names


def test_what_an_article_tells_comes_back_as_it_was():
    found, _, _ = told()
    assert found.tellings
    assert maker(Told)(unpack(pack(found))) == found


def other(found: Told, **fields: Any) -> Told:
    """What is told with these fields of its first telling."""
    first, *rest = found.tellings
    return replace(found, tellings=(replace(first, **fields), *rest))


NEVER_TOLD: dict[str, dict[str, Any]] = {
    "a matter below all": {"sides": ((-1, 1, "x"),)},
    "a matter above all": {"sides": ((70, 1, "x"),)},
    "a third side": {"sides": ((0, 2, "x"),)},
    "more than agreed": {"agreed": 10**30},
    "a word that judges nothing": {"judging": ("nonsense",)},
}


@pytest.mark.parametrize("fields", NEVER_TOLD.values(), ids=NEVER_TOLD)
def test_what_no_article_tells_is_no_memory(fields: dict[str, Any]) -> None:
    found, _, _ = told()
    assert can_be_told(found)
    assert not can_be_told(other(found, **fields))
    wording = found.wordings[0]
    assert can_be_told(replace(found, wordings=(replace(wording, quoted=(("a", "b"), ())),)))
    assert not can_be_told(replace(found, wordings=(replace(wording, quoted=(("a", ""),)),)))


def test_a_word_that_nothing_says_is_refused():
    assert maker(Interval)([None, None, "day", "b"]).precision == "day"
    with pytest.raises(ValueError, match="a word"):
        maker(Interval)([None, None, "nonsense", "b"])


def test_the_same_names_answer_the_same_and_others_otherwise():
    _, asked, names = told()
    questions = [*asked.questions]
    assert any(words[0] == "sudmark" for words in questions)
    assert answers(names, questions) == answers(asked, questions)
    other = PartyNames({**names.by_first, "sudmark": ((("sudmark",), "another"),)}, names.outlets)
    assert answers(other, questions) != answers(names, questions)


def test_a_name_longer_than_what_is_asked_counts():
    _, asked, names = told()
    name = ("sudmark", *("of",) * ASKED_WORDS)
    longer = {**names.by_first, "sudmark": ((name, "league"), *names.by_first["sudmark"])}
    other = PartyNames(longer, names.outlets)
    assert answers(other, [*asked.questions]) != answers(names, [*asked.questions])


@pytest.mark.parametrize(
    ("hint", "value"),
    [
        pytest.param(
            Interval,
            Interval(start=dt.date(2031, 3, 4), end=None, precision="day", basis="“x”"),
            id="a record with a date and an open side",
        ),
        pytest.param(tuple[frozenset[str], ...], (frozenset({"b", "a"}), frozenset()), id="sets"),
        pytest.param(tuple[int, str | None], (1, None), id="a pair"),
        pytest.param(float, float("inf"), id="no bound"),
    ],
)
def test_values_come_back(hint, value):
    assert maker(hint)(unpack(pack(value))) == value


def test_a_type_without_a_way_back_is_refused():

    with pytest.raises(TypeError, match="complex"):
        maker(complex)
