"""What people decide on actors goes before what is found, and nothing else moves."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.actors import (
    Who,
    actor_id,
    apart,
    check_decision,
    link_actors,
    load_base,
    means,
    same,
    shown_as,
    unplaced,
)
from onrecord.records import Actor, ActorLink, ActorMention, Decision
from tests.actors.reading import read

BASE = load_base()
TEXTS = (
    "Minister Pavo Lindh said the talks failed.",
    "Envoy Pavel Lindqvist said the road was open. Norland's Paolo Lindh left.",
    "President Volodymyr Zelensky and Ukraine agreed.",
)
LINDH, LINDQVIST = Who("person:pavo lindh", "Pavo Lindh"), Who(None, "Pavel Lindqvist")
AT = "2026-05-01T10:00:00Z"


def mentions() -> list[ActorMention]:
    return [m for i, text in enumerate(TEXTS) for m in read(text, name=f"article {i}")[2]]


def linked(*decisions: Decision) -> tuple[dict[str, Actor], dict[str, ActorLink]]:
    """Actors by name and links by the words of the mention."""
    found = mentions()
    actors, links = link_actors(found, BASE, (), decisions)
    words = {m.id: m.span.text for m in found}
    return {a.name: a for a in actors}, {words[link.mention]: link for link in links}


def test_without_decisions_there_are_three_persons():
    actors, _ = linked()
    assert {"Pavo Lindh", "Pavel Lindqvist", "Paolo Lindh"} <= set(actors)


def test_two_names_become_one_actor_under_the_name_that_is_kept():
    before, _ = linked()
    actors, links = linked(same(LINDH, LINDQVIST, "ann", AT))
    assert "Pavel Lindqvist" not in actors
    assert "Pavel Lindqvist" in actors["Pavo Lindh"].aliases
    assert actors["Pavo Lindh"].id == before["Pavo Lindh"].id
    assert links["Pavel Lindqvist"].actor == before["Pavo Lindh"].id
    assert links["Pavel Lindqvist"].method.endswith("joined by a person")


def test_an_actor_that_is_joined_brings_whom_it_speaks_for():
    zelensky = Who("person:volodymyr zelensky", "Volodymyr Zelensky")
    actors, _ = linked(same(LINDH, zelensky, "ann", AT))
    assert actor_id("state:UA") in {a.party for a in actors["Pavo Lindh"].speaks_for}


def test_a_name_is_taken_out_of_an_actor():
    texts = ("Minister Dmytro Marenskyy left.", "Minister Dmytro Marensky left.")
    joined = [m for n, text in enumerate(texts) for m in read(text, name=f"m{n}")[2]]
    one = [a for a in link_actors(joined, BASE)[0] if a.kind == "person"]
    assert len(one) == 1
    name, other = one[0].name, next(iter(one[0].aliases))
    told = apart(Who(one[0].key, name), Who(None, other), "ann", AT)
    two = [a for a in link_actors(joined, BASE, (), [told])[0] if a.kind == "person"]
    assert {a.name for a in two} == {name, other}


def test_apart_after_same_takes_the_join_back():
    later = "2026-05-02T10:00:00Z"
    actors, _ = linked(same(LINDH, LINDQVIST, "ann", AT), apart(LINDH, LINDQVIST, "ben", later))
    assert {"Pavo Lindh", "Pavel Lindqvist"} <= set(actors)


def test_a_new_name_changes_no_id_and_not_what_the_codebook_goes_by():
    before, _ = linked()
    actors, _ = linked(shown_as(Who("state:UA", "Ukraine"), "Kyiv's side", "ann", AT))
    assert actors["Kyiv's side"].id == before["Ukraine"].id
    assert actors["Kyiv's side"].listed_name == "Ukraine"
    assert "Ukraine" in actors["Kyiv's side"].aliases
    assert before["Ukraine"].listed is None


@pytest.mark.parametrize("meant", [LINDQVIST, None], ids=["another", "nobody"])
def test_one_mention_means_another_or_nobody(meant):
    paolo = next(m for m in mentions() if m.span.text == "Paolo Lindh")
    actors, links = linked(means(paolo, None, meant, "ann", AT))
    if meant is None:
        assert "Paolo Lindh" not in links
    else:
        assert links["Paolo Lindh"].actor == actors["Pavel Lindqvist"].id
    assert links["Pavo Lindh"].actor == actors["Pavo Lindh"].id


def test_a_decision_about_somebody_who_is_not_here_changes_nothing_and_is_told():
    strange = [
        same(Who("person:no one", "No One"), Who(None, "Nobody Else"), "ann", AT),
        shown_as(Who("person:no one", "No One"), "Someone", "ann", AT),
    ]
    found = mentions()
    assert link_actors(found, BASE, (), strange) == link_actors(found, BASE)
    assert list(unplaced(strange, link_actors(found, BASE)[0], {})) == strange


def test_decisions_of_other_kinds_are_left_alone():
    other = Decision(
        target="p", field="issue", old="a", new="b", action="change", coder="ann", at=AT
    )
    check_decision(other)
    assert linked(other) == linked()
    assert list(unplaced([other], (), {})) == []


FAULTY = {
    "not JSON": {"old": "Lindh"},
    "a list": {"old": "[1]"},
    "another key": {"new": '{"key": null, "name": "A", "x": 1}'},
    "no name": {"new": '{"key": null, "name": " "}'},
    "nobody to join": {"new": None},
    "a passage without offsets": {"article": "a"},
}


@pytest.mark.parametrize("change", FAULTY.values(), ids=FAULTY)
def test_a_faulty_decision_is_refused(change):
    fine = same(LINDH, LINDQVIST, "ann", AT)
    check_decision(fine)
    with pytest.raises(ValueError, match=r".+"):
        check_decision(dataclasses.replace(fine, **change))


NAMES = ["Pavo Lindh", "Pavel Lindqvist", "Paolo Lindh", "Volodymyr Zelensky", "Ukraine"]
PAIRS = st.lists(
    st.tuples(st.sampled_from([same, apart]), st.sampled_from(NAMES), st.sampled_from(NAMES)),
    max_size=6,
)


@given(PAIRS, st.randoms())
def test_any_decisions_in_any_order_link_every_mention_once(pairs, chance):
    """Circles of joins end; the order in which decisions are given does not count."""
    made = [
        decide(Who(None, left), Who(None, right), "ann", f"2026-05-01T10:00:0{n}Z")
        for n, (decide, left, right) in enumerate(pairs)
    ]
    found = mentions()
    actors, links = link_actors(found, BASE, (), made)
    shuffled = list(made)
    chance.shuffle(shuffled)
    assert link_actors(found, BASE, (), shuffled) == (actors, links)
    assert {link.mention for link in links} == {x.mention for x in link_actors(found, BASE)[1]}
    assert {link.actor for link in links} <= {a.id for a in actors}


def test_who_speaks_for_a_party_that_was_joined_speaks_for_the_other():
    texts = ("Norway's foreign minister, Ilo Maren, left. Norway said so.", "Sweden said no.")
    found = [m for n, text in enumerate(texts) for m in read(text, name=f"j{n}")[2]]
    joined = same(Who("state:SE", "Sweden"), Who("state:NO", "Norway"), "ann", AT)
    actors = {a.name: a for a in link_actors(found, BASE, (), [joined])[0]}
    assert {a.party for a in actors["Ilo Maren"].speaks_for} == {actors["Sweden"].id}


def test_one_that_was_renamed_and_joined_goes_by_the_name_that_is_kept():
    later = "2026-05-02T10:00:00Z"
    found = mentions()
    key = next(a.key for a in link_actors(found, BASE)[0] if a.name == "Pavel Lindqvist")
    decisions = [
        shown_as(Who(key, "Pavel Lindqvist"), "P. L.", "ann", AT),
        same(LINDH, Who(key, "Pavel Lindqvist"), "ann", later),
    ]
    actors = {a.name for a in link_actors(found, BASE, (), decisions)[0]}
    assert "Pavo Lindh" in actors
    assert "P. L." not in actors
    assert list(unplaced(decisions, link_actors(found, BASE, (), decisions)[0], {})) == []


def test_a_pronoun_that_is_set_by_hand_makes_no_person_a_body():
    texts = ("He said that the talks failed.", "Minister Pavo Lindh said the talks failed.")
    found = [m for n, text in enumerate(texts) for m in read(text, name=f"k{n}")[2]]
    he = next(m for m in found if m.span.text == "He")
    actors, _ = link_actors(found, BASE, (), [means(he, None, LINDH, "ann", AT)])
    assert {a.kind for a in actors if a.name == "Pavo Lindh"} == {"person"}


def test_the_later_decision_counts_whatever_clock_it_names():
    early = "2026-05-01T10:00:00+02:00"  # eight o'clock
    late = "2026-05-01T09:00:00+00:00"
    actors, _ = linked(same(LINDH, LINDQVIST, "ann", early), apart(LINDH, LINDQVIST, "ben", late))
    assert {"Pavo Lindh", "Pavel Lindqvist"} <= set(actors)
