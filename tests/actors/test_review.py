"""The queue of doubts: what may be one, what may be two; and the first parties file."""

import dataclasses
import datetime as dt

import pytest

from onrecord.actors import (
    Doubt,
    Who,
    actor_id,
    apart,
    find_doubts,
    load_base,
    same,
    suggest_parties,
)
from onrecord.actors.review import LARGEST
from onrecord.records import Actor, Affiliation

BASE = load_base()
AT = "2031-05-01T10:00:00Z"


def actor(name: str, kind: str = "person", *aliases: str, key: str = "") -> Actor:
    made = key or f"{kind}:{name}"
    return Actor(id=actor_id(made), key=made, name=name, kind=kind, aliases=aliases)


def doubts(*actors: Actor, decisions=()) -> tuple[Doubt, ...]:
    return find_doubts(actors, {a.id: 2 for a in actors}, BASE, decisions)


ALIKE = {
    "spelled alike": (actor("Abdelaziz Marenko"), actor("Abdulaziz Marenko"), "one actor?"),
    "a short form": (actor("Dan Marenko"), actor("Daniel Marenko"), "one actor?"),
    "a surname alone": (actor("Ilo Marenko"), actor("Marenko"), "one actor?"),
    "a letter missing": (actor("Mirela Oszko"), actor("Mirela Osko"), "one actor?"),
    "father and son": (actor("Ilo Marenko"), actor("Ilo Marenko Jr."), None),
    "another given name": (actor("Ilo Marenko"), actor("Vera Marenko"), None),
    "another surname": (actor("Ilo Marenko"), actor("Ilo Morozov"), None),
    "initials": (
        actor("Harbour Safety Board", "organization"),
        actor("HSB", "organization"),
        "one actor?",
    ),
    "a loose word": (
        actor("Green Coast Movement", "organization"),
        actor("the Green Coast", "organization"),
        "one actor?",
    ),
    "other bodies": (
        actor("Green Coast Union", "organization"),
        actor("Red Coast Union", "organization"),
        None,
    ),
}


@pytest.mark.parametrize(("left", "right", "question"), ALIKE.values(), ids=ALIKE)
def test_who_may_be_one(left, right, question):
    assert [d.question for d in doubts(left, right)] == ([question] if question else [])


def test_a_surname_with_two_bearers_asks_which():
    found = doubts(actor("Ilo Marenko"), actor("Vera Marenko"), actor("Marenko"))
    assert [d.question for d in found] == ["which of them?"]
    assert len(found[0].others) == 1


def test_a_spelling_that_was_joined_by_likeness_is_shown():
    found = doubts(actor("Ilo Marenko", "person", "Ilo Marenkow", "Marenko"))
    assert [(d.question, d.name) for d in found] == [("two actors?", "Ilo Marenkow")]


def test_two_parties_at_once():
    roles = tuple(
        Affiliation(party=p, role="envoy", from_=None, to=None, basis=f"article: {p} envoy")
        for p in ("a", "b")
    )
    torn = dataclasses.replace(actor("Ilo Marenko"), speaks_for=roles)
    one = dataclasses.replace(actor("Ana Dorn"), speaks_for=roles[:1])
    assert [d.left.name for d in doubts(torn, one)] == ["Ilo Marenko"]


def test_what_is_decided_is_asked_no_more():
    left, right = actor("Dan Marenko"), actor("Daniel Marenko")
    names = Who(left.key, left.name), Who(right.key, right.name)
    assert doubts(left, right, decisions=[apart(*names, "ann", AT)]) == ()
    assert doubts(left, right, decisions=[same(*names[::-1], "ann", AT)]) == ()
    other = same(Who(None, "Ana Dorn"), Who(None, "Anna Dorn"), "ann", AT)
    assert len(doubts(left, right, decisions=[other])) == 1


def test_many_of_one_surname_do_not_make_all_pairs():
    many = [actor(f"{chr(65 + n % 26)}{chr(97 + n // 26)}lo Marenko") for n in range(300)]
    lone = [actor("Marenko", key=f"person:{n}:marenko") for n in range(300)]
    asked = [d for d in doubts(*many, *lone) if d.question != "one actor?"]
    assert len(asked) == 1  # for all 300 articles together
    assert "299 more" in asked[0].reason
    assert all(len(d.others) < LARGEST for d in doubts(*many, *lone))


def corpus() -> tuple[list[Actor], dict[str, int]]:
    norland = actor("Norland", "government", "Norland’s")
    party = Affiliation(
        party=norland.id,
        role="foreign minister",
        from_=None,
        to=None,
        basis="article: a minister",
    )
    itself = dataclasses.replace(party, party=norland.id, role=None, basis="is a party itself")
    norland = dataclasses.replace(norland, speaks_for=(itself,), aliases=("Realm of Norland",))
    brandt = dataclasses.replace(actor("Ilsa Brandt"), speaks_for=(party,))
    actors = [norland, brandt, actor("Ana Dorn"), actor("No: 7 #", "group")]
    actors[3] = dataclasses.replace(
        actors[3], speaks_for=(dataclasses.replace(itself, party=actors[3].id),)
    )
    return actors, {a.id: 5 for a in actors}


def test_a_suggested_file_can_be_read_and_names_the_speakers(tmp_path):
    actors, mentions = corpus()
    text = suggest_parties(actors, mentions, BASE)
    path = tmp_path / "parties.yaml"
    path.write_text(text, encoding="utf-8")
    base = load_base(path)
    known = base.named("Norland")
    assert known is not None
    assert known.aliases == ("Realm of Norland",)
    assert base.terms["person:ilsa brandt"][0].role == "foreign minister"
    assert base.named("No: 7 #") is not None
    assert "Ana Dorn" not in text


def test_a_corpus_without_parties_gives_a_file_that_can_be_read(tmp_path):
    path = tmp_path / "parties.yaml"
    path.write_text(suggest_parties([actor("Ana Dorn")], {}, BASE), encoding="utf-8")
    assert load_base(path).actors == load_base().actors


def test_whom_the_base_knows_with_dates_is_not_suggested_without_them():
    actors, mentions = corpus()
    served = dataclasses.replace(
        actors[1].speaks_for[0], from_=dt.date(2030, 1, 1), basis="bundled list of officials"
    )
    actors[1] = dataclasses.replace(actors[1], speaks_for=(*actors[1].speaks_for, served))
    assert "Ilsa Brandt" not in suggest_parties(actors, mentions, BASE)


def test_who_speaks_for_two_is_not_suggested():
    actors, mentions = corpus()
    other = dataclasses.replace(actors[1].speaks_for[0], party=actors[3].id)
    actors[1] = dataclasses.replace(actors[1], speaks_for=(*actors[1].speaks_for, other))
    assert "Ilsa Brandt" not in suggest_parties(actors, mentions, BASE)


def test_who_holds_positions_for_nobody_is_suggested(tmp_path):
    actors, mentions = corpus()
    board = dataclasses.replace(actor("Harbour Board", "organization"), aliases=("Harbour",))
    institute = actor("Tide Institute", "organization")
    actors += [board, institute]
    mentions |= {board.id: 4, institute.id: 9}
    holders = {board.id: 2, actor("Ana Dorn").id: 3}
    text = suggest_parties(actors, mentions, BASE, holders)
    assert "  Harbour Board:" in text
    assert "aliases: [Harbour]" not in text  # a word of its name is no name
    assert "Tide Institute" not in text  # named more often, and holds nothing
    assert "#      - {name: Ana Dorn}  # 3 positions" in text
    path = tmp_path / "parties.yaml"
    path.write_text(text, encoding="utf-8")
    assert load_base(path).named("Harbour Board") is not None
    assert "Harbour Board" not in suggest_parties(actors, mentions, BASE)


def test_one_answer_settles_one_pair_and_not_all_of_that_name():
    full = actor("Ilo Marenko")
    first, second = (actor("Marenko", key=f"person:{n}:marenko") for n in "ab")
    told = same(Who(full.key, full.name), Who(first.key, first.name), "ann", AT)
    asked = doubts(full, second, decisions=[told])
    assert [d.right for d in asked] == [second]


def test_a_large_family_is_still_compared():
    names = ["Abdelaziz", "Abdulaziz", "Vera", "Mila", "Peter", "Anna", "Karl", "Olga"]
    assert len(doubts(*(actor(f"{name} Marenko") for name in names))) == 1
