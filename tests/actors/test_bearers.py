"""Whom surnames, shared names of bodies and misspelt names mean over a corpus."""

from __future__ import annotations

from itertools import count

import pytest

from onrecord.actors import link_actors, load_base
from onrecord.actors.administrations import LEADS
from onrecord.records import ActorMention, Span, identity

BASE = load_base()
places = count()


def said(article: str, name: str, **more: object) -> ActorMention:
    """A mention of this name in an article of the corpus, a person's unless `more` says more."""
    at = next(places) * 100
    given: dict[str, object] = {
        "form": "name",
        "kind": "person",
        "name": name,
        "role": None,
        "of": None,
        "former": False,
        "method": "named",
        **more,
    }
    text = str(given.pop("text", name))
    return ActorMention(
        id=identity("mention", article, str(at)),
        article=article,
        span=Span(start=at, end=at + len(text), text=text),
        **given,  # type: ignore[arg-type]  # the fields of the record
    )


def state(article: str, name: str, times: int = 1) -> list[ActorMention]:
    """So many mentions of a government."""
    return [said(article, name, kind="government") for _ in range(times)]


def often(name: str, articles: int, of: str | None = None) -> list[ActorMention]:
    """A person whom so many articles name in full, with the party that the corpus gives."""
    return [said(f"{name} {n}", name, of=of, role="envoy") for n in range(articles)]


def names_in(article: str, mentions: list[ActorMention]) -> set[str]:
    """The names of the persons and bodies that one article mentions."""
    actors, links = link_actors(mentions, BASE)
    names = {actor.id: actor.name for actor in actors}
    return {names[link.actor] for link in links if link.article == article}


@pytest.mark.parametrize(
    ("corpus", "here", "expected"),
    [
        (often("Mila Dorvel", 3, "France"), "Dorvel", "Mila Dorvel"),
        (
            often("Mila Dorvel", 6, "France") + often("Ilo Dorvel", 2, "France"),
            "Dorvel",
            "Mila Dorvel",
        ),
        (often("Mila Dorvel", 3, "France") + often("Ilo Dorvel", 2, "France"), "Dorvel", "Dorvel"),
        # a bearer of whom nothing is known is not ruled out by the other's party
        (often("Mila Dorvel", 3, "France") + often("Ilo Dorvel", 3), "Dorvel", "Dorvel"),
    ],
    ids=["the only one", "three times as known", "nearly as known", "another without a party"],
)
def test_a_surname_is_the_bearer_known_far_best(
    corpus: list[ActorMention], here: str, expected: str
) -> None:
    mentions = [*corpus, *state("here", "France"), said("here", here)]
    assert names_in("here", mentions) == {"France", expected}


@pytest.mark.parametrize(
    ("text", "expected"), [("Mrs. Orvelle", "Sarah Orvelle"), ("Mr. Orvelle", "Peter Orvelle")]
)
def test_mr_and_mrs_part_the_bearers_of_a_surname(text: str, expected: str) -> None:
    corpus = often("Sarah Orvelle", 3, "France") + often("Peter Orvelle", 3, "France")
    here = [*state("here", "France"), said("here", "Orvelle", text=text)]
    assert names_in("here", [*corpus, *here]) == {"France", expected}


@pytest.mark.parametrize(("method", "expected"), [(f"named, {LEADS}", True), ("named", False)])
def test_an_administration_is_a_president_s(method: str, expected: bool) -> None:
    corpus = often("Hillary Clinton", 4, "United States") + often(
        "Bill Clinton", 4, "United States"
    )
    here = [*state("here", "United States"), said("here", "Clinton", method=method)]
    assert ("Bill Clinton" in names_in("here", [*corpus, *here])) == expected


def test_a_king_of_another_state_is_another() -> None:
    corpus = [said(f"{n}", "Abdullah II", role="King", of="Jordan") for n in range(6)]
    bare = said("here", "Abdullah", role="King")
    other = said("here", "Abdullah", role="King", of="Saudi Arabia")
    assert names_in("here", [*corpus, bare, *state("here", "Jordan")]) == {"Abdullah II", "Jordan"}
    mentions = [*corpus, bare, other, *state("here", "Jordan")]
    assert names_in("here", mentions) == {"Abdullah", "Jordan"}


@pytest.mark.parametrize(
    ("name", "articles", "joined"),
    [("Ilo Marendorv", 8, True), ("Ilo Marendork", 7, False), ("Ilo Barendorf", 8, False)],
    ids=["a letter wrong", "not well known", "the first letter"],
)
def test_a_misspelt_name_is_the_well_known_one(name: str, articles: int, joined: bool) -> None:
    mentions = [*often("Ilo Marendorf", articles), said("here", name)]
    actors, _ = link_actors(mentions, BASE)
    assert (len(actors) == 1) == joined


@pytest.mark.parametrize(
    ("states", "expected"),
    [
        ({"Indonesia": 4}, "Indonesian Air Force"),
        ({"Indonesia": 4, "Malaysia": 2}, "Indonesian Air Force"),
        ({"Indonesia": 4, "Malaysia": 3}, "Air Force"),
        ({}, "Air Force"),
    ],
    ids=["one state", "twice as often", "two states", "none"],
)
def test_a_shared_name_is_the_body_of_the_article_s_state(
    states: dict[str, int], expected: str
) -> None:
    here = [m for name, times in states.items() for m in state("here", name, times)]
    body = said("here", "Air Force", kind="organization")
    assert names_in("here", [*here, body]) == {*states, expected}


def test_bodies_of_two_articles_without_a_state_are_two() -> None:
    mentions = [said(article, "Air Force", kind="organization") for article in ("one", "two")]
    actors, _ = link_actors(mentions, BASE)
    assert [actor.name for actor in actors] == ["Air Force", "Air Force"]


def test_a_link_says_by_which_state_a_body_was_bound() -> None:
    mentions = [*state("here", "Indonesia"), said("here", "Air Force", kind="organization")]
    _, links = link_actors(mentions, BASE)
    assert {link.method for link in links} == {
        "named",
        "named; of Indonesia, which the article names most",
    }


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("US Defense Departments", "Pentagon"),
        ("US Defense Deportment", "US Defense Deportment"),
    ],
)
def test_spellings_of_a_known_body_are_that_body(name: str, known: str) -> None:
    assert names_in("here", [said("here", name, kind="organization")]) == {known}
