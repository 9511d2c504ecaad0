"""What became of plans; the further kinds of events; titles; what joins and what does not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.reconciliation import Sighting, find_events
from onrecord.reconciliation.event_words import event_word
from onrecord.reconciliation.events import announced, standing
from onrecord.records import Interval, Span
from tests.reconciliation.by_hand import day, disordered
from tests.reconciliation.test_events import events


@pytest.mark.parametrize(
    ("text", "how"),
    [
        pytest.param("Norland cancelled Friday's talks.", None, id="no date that is known"),
        pytest.param(
            "The talks of Norland and Sudmark in Lena on Friday were cancelled.",
            "called off",
            id="cancelled",
        ),
        pytest.param(
            "Norland called off the talks with Sudmark on Friday.", "called off", id="called off"
        ),
        pytest.param(
            "The summit of Norland and Sudmark planned on Friday was postponed.",
            "put off",
            id="postponed",
        ),
        pytest.param(
            "The summit of Norland and Sudmark was postponed to Tuesday.",
            "planned",
            id="postponed to a new day",
        ),
        pytest.param(
            "Norland and Sudmark were to have met in Lena on Monday.",
            "planned",
            id="was to have been",
        ),
        pytest.param(
            "Norland cancelled the summit with Sudmark on Monday.",
            None,
            id="cancelled that day, or that day's",
        ),
    ],
)
def test_a_plan_that_fell_has_not_happened(text: str, how: str | None) -> None:
    assert [standing(e) for e in events(text)] == ([how] if how else [])
    assert "happened" not in [standing(e) for e in events(text, light=True)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "The summit of Norland and Sudmark was moved from March 10 to March 17.",
            ["put off", "planned"],
            id="moved",
        ),
        pytest.param(
            "The summit of Norland and Sudmark, set for March 10, was postponed to March 17.",
            ["put off", "planned"],
            id="postponed",
        ),
        pytest.param(
            "The summit of Norland and Sudmark will last from March 10 to March 17.",
            [],
            id="no word that moves it",
        ),
    ],
)
def test_a_plan_that_was_moved_has_its_old_day_and_its_new_one(text: str, found: list[str]) -> None:
    told = events(text)
    assert [standing(e) for e in told] == found
    assert len({e.when for e in told}) == len(found)


def test_a_plan_that_was_kept_is_one_event() -> None:
    plan = "Norland will meet Sudmark in Lena on Monday."
    held = "Norland met Sudmark in Lena on Monday."
    (event,) = events(plan, held, published=None)
    assert (standing(event), len(event.articles)) == ("happened", 2)
    assert "will meet" in announced(event)
    assert event.what == held.rstrip(".")
    (alone,) = events(held, published=None)
    assert announced(alone) == ""


def test_a_plan_that_was_called_off_stays_one() -> None:
    (event,) = events(
        "Norland will hold talks with Sudmark in Lena on Friday.",
        "Norland called off the talks with Sudmark in Lena on Friday.",
    )
    assert (standing(event), event.status) == ("called off", "planned")
    assert len(event.articles) == 2


def test_what_was_held_after_all_has_happened() -> None:
    (event,) = events(
        "The talks of Norland and Sudmark planned on Monday were cancelled.",
        "Norland and Sudmark held talks on Monday.",
        published=None,
    )
    assert standing(event) == "happened"
    assert event.when is not None
    assert "called off: " in event.when.basis


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param(
            "The ceasefire between Norland and Sudmark took effect on Monday.",
            "ceasefire",
            id="ceasefire begins",
        ),
        pytest.param("Norland attacked Sudmark on Monday.", "attack", id="attacked"),
        pytest.param(
            "Norland launched an attack on Sudmark on Monday.", "attack", id="attack launched"
        ),
        pytest.param("Norland annexed Ostvale on Monday.", "seizure", id="annexed"),
        pytest.param("Sudmark ratified the treaty on Monday.", "vote", id="ratified"),
        pytest.param("Sudmark held a referendum on Monday.", "vote", id="referendum"),
        pytest.param(
            "Vesland imposed sanctions on Norland on Monday.", "sanctions", id="sanctions"
        ),
        pytest.param("Ilsa Brandt arrived in Lena on Monday.", "visit", id="arrived"),
        pytest.param(
            "Norland and Sudmark reached a deal on Monday.", "agreement", id="deal reached"
        ),
        pytest.param("Norland released 40 prisoners on Monday.", "release", id="released"),
    ],
)
def test_kind(text: str, kind: str) -> None:
    (event,) = events(text)
    assert (event.kind, event.status) == (kind, "happened")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Norland criticised the ceasefire on Monday.", id="a ceasefire spoken of"),
        pytest.param("Norland condemned the attack on Monday.", id="an attack condemned"),
        pytest.param("The attack on Monday was wrong, Norland said.", id="an attack judged"),
        pytest.param("Norland struck a sour tone on Monday.", id="another thing struck"),
        pytest.param("Norland reached the final on Monday.", id="another thing reached"),
        pytest.param("Sudmark approved the menu on Monday.", id="another thing approved"),
        pytest.param("Vesland imposed order on Monday.", id="another thing imposed"),
        pytest.param("Ilsa Brandt arrived on Monday.", id="arrived nowhere"),
        pytest.param("Norland released a statement on Monday.", id="a statement released"),
        pytest.param("Sudmark would attack Norland on Friday.", id="would attack"),
        pytest.param("Sudmark threatened to attack Norland on Monday.", id="threatened"),
        pytest.param("Sudmark will attack Norland on Friday.", id="no attack is told beforehand"),
        pytest.param(
            "Sudmark freed on Monday the envoy captured in Norland.", id="captured at another time"
        ),
    ],
)
def test_no_event_of_these_kinds(text: str) -> None:
    assert events(text) == ()


def test_the_title_is_no_fragment() -> None:
    (event,) = events(
        "Ilsa Brandt, who had come from the capital of Norland with eleven advisers, two "
        "interpreters and a doctor, met Pavo Lindh of Sudmark in Lena on Monday, a week after the "
        "harbour had been closed to every ship from the north of the strait."
    )
    assert event.what.startswith("Ilsa Brandt")
    assert "met Pavo Lindh" in event.what
    assert not event.what.endswith((",", "and", "…", "."))


def sighting(name: str, when: Interval, place: str | None, *actors: str) -> Sighting:
    """A sighting of a meeting made by hand."""
    return Sighting(
        id=name,
        article=f"article {name}",
        kind="meeting",
        what=name,
        when=when,
        status="happened",
        actors=actors,
        place=place,
        span=Span(start=0, end=4, text="word"),
    )


def test_a_week_joins_no_two_days() -> None:
    both = ("norland", "sudmark")
    told = [
        sighting("a", day("2031-03-03"), None, *both),
        sighting("b", day("2031-03-05"), None, *both),
        sighting("week", day("2031-03-03", 7), None, *both),
    ]
    assert len(find_events(told)) == 2
    assert len(find_events([told[0], told[2]])) == 1


def test_a_nameless_place_joins_no_two_places() -> None:
    both = ("norland", "sudmark")
    told = [
        sighting("a", day("2031-03-03"), "Lena", *both),
        sighting("b", day("2031-03-03"), "Ostvale", *both),
        sighting("c", day("2031-03-03"), None, *both),
    ]
    assert len(find_events(told)) == 2
    assert [find_events(disordered(told, seed)) for seed in (1, 2)] == [find_events(told)] * 2


@pytest.mark.parametrize("months", [1, 12])
def test_a_long_time_joins_where_all_is_the_same(months: int) -> None:
    year = day("2031-01-01", 30 * months)
    one = sighting("a", year, "Lena", "norland")
    assert len(find_events([one, replace(one, id="b")])) == 1
    assert len(find_events([one, replace(one, id="b", place=None)])) == 2


@pytest.mark.parametrize(
    ("kind", "text", "word"),
    [
        pytest.param("meeting", "Ilsa Brandt met Pavo Lindh", "met", id="verb"),
        pytest.param("talks", "the third round of talks", "round", id="noun"),
        pytest.param("vote", "nothing of the kind", "kind", id="none"),
    ],
)
def test_the_word_that_names_it(kind: str, text: str, word: str) -> None:
    assert event_word(kind, text) == word


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "Vesland spoke of the Monday attack on Sudmark.",
            [("attack", "happened")],
            id="an attack that its day names",
        ),
        pytest.param(
            "Vesland praised the Friday vote of Sudmark.", [("vote", "planned")], id="a vote ahead"
        ),
        pytest.param(
            "Vesland spoke of the Friday attack on Sudmark.", [], id="no attack is named beforehand"
        ),
        pytest.param("Vesland spoke of a possible Friday vote in Sudmark.", [], id="possible"),
        pytest.param("Vesland spoke of the Monday mood in Sudmark.", [], id="no event"),
        pytest.param("Vesland claimed that Norland met Sudmark on Monday.", [], id="claimed"),
        pytest.param(
            "Vesland said that Norland met Sudmark on Monday.",
            [("meeting", "happened")],
            id="said",
        ),
        pytest.param(
            "Norland and Sudmark were to hold talks on Friday, but that was cancelled.",
            [("talks", "planned")],
            id="cancelled in the next clause",
        ),
    ],
)
def test_named_by_its_date(text: str, found: list[tuple[str, str]]) -> None:
    days = {"Monday": ("2031-03-03", 1), "Friday": ("2031-03-07", 1)}
    assert [(e.kind, e.status) for e in events(text, known=days)] == found
