"""What is told as a fact by parties and outlets; and, beside each clash, what is none."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import Any

import pytest

from onrecord.actors.cast import Cast
from onrecord.errors import EvidenceMismatch
from onrecord.reconciliation import explain_rule, find_contradictions
from onrecord.reconciliation.clause_days import day_named
from onrecord.reconciliation.clause_words import clauses_of, read_words, sentences_of
from onrecord.reconciliation.contradictions import RULES
from onrecord.reconciliation.facts import is_told
from onrecord.reconciliation.party_names import party_names
from onrecord.reconciliation.passages import article_of_passage, cite_passage, passage_name
from onrecord.records import Contradiction
from tests.made import Maker
from tests.reconciliation.by_hand import day

NORLAND, SUDMARK = "Ilsa Brandt", "Pavo Lindh"
PARTIES = {NORLAND: "Norland", SUDMARK: "Sudmark", "Olof Rask": "Norland"}


def found(make: Maker) -> tuple[Contradiction, ...]:
    cast = Cast({a.id: a for a in make.actors.values()}, {})
    return find_contradictions(
        make.articles, make.statements, make.attributions, make.positions, (), (), cast
    )


def two_parties(
    first: str,
    second: str,
    *,
    cues: tuple[str, str] = ("said", "said"),
    days: tuple[str, str] = ("2031-03-04", "2031-03-05"),
    speakers: tuple[str, str] = (NORLAND, SUDMARK),
) -> tuple[Contradiction, ...]:
    make = Maker()
    for n, words in enumerate((first, second)):
        text = f"{words}, {speakers[n]} {cues[n]}."
        article = make.article(f"{n}.txt", ("Post", "Courier")[n], days[n], f"Day {n}", text)
        actor = make.actor(speakers[n], "person", PARTIES[speakers[n]])
        make.says(article, source=speakers[n], cue=cues[n], content=words, actor=actor)
    return found(make)


def two_outlets(
    first: str,
    second: str,
    *,
    days: tuple[str, str] = ("2031-03-04", "2031-03-05"),
    one: bool = False,
) -> tuple[Contradiction, ...]:
    make = Maker()
    make.actor("Norland", "government")
    make.actor("Sudmark", "government")
    for n, text in enumerate((first, second)):
        outlet = "Post" if one or n == 0 else "Courier"
        make.article(f"{n}.txt", outlet, days[n], f"Day {n}", text)
    return found(make)


@pytest.mark.parametrize(
    ("first", "second", "more", "rule"),
    [
        pytest.param(
            "An accord on the ferry rights had been reached in Lena",
            "Our delegation had no authority to sign in Lena",
            {},
            "agreement_disowned",
            id="an agreement and no power to sign",
        ),
        pytest.param(
            "Sudmark drones crossed Lake Ume on Monday",
            "No drone of ours crossed Lake Ume on Monday",
            {},
            "fact_denied",
            id="no such thing, in the first person",
        ),
        pytest.param(
            "Sudmark withheld flood data from the river board",
            "Sudmark withheld flood data from the river board",
            {"cues": ("said", "denied")},
            "fact_denied",
            id="denied by the cue",
        ),
        pytest.param(
            "The gate at Lund was open on Monday",
            "The gate at Lund was closed on Monday",
            {},
            "opposite_told",
            id="open and closed",
        ),
        pytest.param(
            "Sudmark soldiers opened fire first at the bridge of Tal",
            "Norland soldiers opened fire first at the bridge of Tal",
            {},
            "each_blames_the_other",
            id="each blames the other",
        ),
        pytest.param(
            "The truce was signed in Lena on Monday",
            "The truce was signed in Hallo on Monday",
            {},
            "detail_disputed",
            id="another place",
        ),
        pytest.param(
            "The painting was handed over on 12 February",
            "The painting was handed over on 19 February",
            {},
            "detail_disputed",
            id="another day",
        ),
    ],
)
def test_parties_clash(first: str, second: str, more: dict[str, Any], rule: str) -> None:
    (clash,) = two_parties(first, second, **more)
    assert (clash.kind, clash.rule) == ("party_vs_party", rule)
    assert explain_rule(rule)


def test_one_within_the_others_words_blames_nobody() -> None:
    inner = "are led by Norland officers and opened fire first at the bridge of Tal"
    outer = f"the rebels, who Sudmark says {inner}"
    make = Maker()
    page = make.article("1.txt", "Post", "2031-03-04", "Tal", f"{NORLAND} said {outer}.")
    for name, source, cue, words in (
        (NORLAND, NORLAND, "said", outer),
        (SUDMARK, "Sudmark", "says", inner),
    ):
        actor = make.actor(name, "person", PARTIES[name])
        make.says(page, source=source, cue=cue, content=words, actor=actor)
    assert found(make) == ()


def test_what_another_would_take_is_an_account_of_it() -> None:
    told = "Sudmark had offered concessions on the Orm province during the recent talks in Lena"
    (clash,) = two_parties(told, told, cues=("said", "denied"))
    assert (clash.kind, clash.rule) == ("account_of_other", "fact_denied")


@pytest.mark.parametrize(
    ("first", "second", "more"),
    [
        pytest.param(
            "An accord on the ferry rights had been reached in Lena",
            "Our delegation wants an accord on the ferry rights in Lena",
            {},
            id="a wish",
        ),
        pytest.param(
            "An accord on the ferry rights had been reached in Lena",
            "No accord is better than a bad one in Lena",
            {},
            id="an opinion",
        ),
        pytest.param(
            "Sudmark drones crossed Lake Ume on Monday",
            "No drone of ours crossed Lake Tal on Monday",
            {},
            id="another place denied",
        ),
        pytest.param(
            "Sudmark withheld flood data from the river board",
            "Sudmark withheld flood data from the river board",
            {"cues": ("said", "did not deny")},
            id="not denied",
        ),
        pytest.param(
            "The gate at Lund was open on Monday",
            "The gate at Lund was closed on 2 January",
            {},
            id="closed on another day",
        ),
        pytest.param(
            "The gate at Lund was open on Monday",
            "The gate at Lund will be closed on Monday",
            {},
            id="a forecast",
        ),
        pytest.param(
            "Sudmark soldiers opened fire first at the bridge of Tal",
            "Norland soldiers went home from the bridge of Tal",
            {},
            id="another deed",
        ),
        pytest.param(
            "The truce was signed in Lena on Monday",
            "The map was drawn in Hallo on Monday",
            {},
            id="another event",
        ),
        pytest.param(
            "The gate at Lund was open on Monday",
            "The gate at Lund was closed on Monday",
            {"days": ("2031-03-04", "2031-06-10")},
            id="months apart",
        ),
        pytest.param(
            "Raising the toll on the bridge of Tal paid the debt of Lund",
            "Raising the toll on the bridge of Tal does not add to the debt of Lund",
            {},
            id="not add is not the rest",
        ),
        pytest.param(
            "Norland guards closed the bridge of Tal on Monday",
            "That was not the only bridge of Tal that Norland guards closed on Monday",
            {},
            id="not the only one",
        ),
        pytest.param(
            "The patrols continued at the bridge of Tal",
            "The patrols flew over the bridge of Tal",
            {},
            id="over the bridge is not over",
        ),
    ],
)
def test_parties_do_not_clash(first: str, second: str, more: dict[str, Any]) -> None:
    assert two_parties(first, second, **more) == ()


def test_a_party_against_itself() -> None:
    speakers = (NORLAND, "Olof Rask")
    words = (
        "Our engineers closed the sluice at Hadal",
        "Our engineers did not close the sluice at Hadal",
    )
    (clash,) = two_parties(*words, speakers=speakers)
    assert (clash.kind, clash.rule) == ("self", "own_fact_against_own_fact")
    later = ("2031-03-04", "2031-07-05")
    assert two_parties(*words, speakers=speakers, days=later) == ()


HOLDS = "The army of Norland has taken control of the Orm province."


def test_outlets_clash_and_name_their_sentences() -> None:
    (clash,) = two_outlets(HOLDS, "The army of Norland does not fully control the Orm province.")
    assert (clash.kind, clash.rule) == ("outlet_vs_outlet", "reporters_disagree")
    assert all(article_of_passage(name) for name in (*clash.left, *clash.right))


@pytest.mark.parametrize(
    ("second", "more"),
    [
        pytest.param(
            "The army of Norland does not fully control the Isk province.", {}, id="another place"
        ),
        pytest.param(
            "The army of Norland does not fully control the Orm province.",
            {"one": True},
            id="one outlet",
        ),
        pytest.param(
            "The army of Norland may not fully control the Orm province.", {}, id="a guess"
        ),
    ],
)
def test_outlets_do_not_clash(second: str, more: dict[str, Any]) -> None:
    assert two_outlets(HOLDS, second, **more) == ()


def test_other_words_for_one_event_are_no_verdict() -> None:
    joined = "The Isk province joined Norland in May 2029."
    (listed,) = two_outlets(joined, "Norland illegally annexed the Isk province in May 2029.")
    assert (listed.kind, listed.rule) == ("wording", "worded_differently")
    assert two_outlets(joined, "The Isk province joined Norland in May 2029, by a vote.") == ()


def test_an_outlet_that_is_a_party() -> None:
    # The same name as an outlet and as a party: its own pages are not another's word against it.
    make = Maker()
    post = make.actor("Post", "organization")
    for n, words in enumerate(
        ("The Post closed its press hall", "The Post did not close its press hall")
    ):
        article = make.article(
            f"{n}.txt", "Post", "2031-03-04", f"Day {n}", f"{words}, so the daily told."
        )
        make.says(article, source="the daily", cue="told", content=words, actor=post)
    assert [c.kind for c in found(make)] in ([], ["self"])


def test_a_date_in_the_future_and_none() -> None:
    words = ("The gate at Lund was open", "The gate at Lund was closed")
    assert two_parties(*words, days=("2031-03-04", "2931-03-04")) == ()
    assert two_parties(*words, days=("9999-12-30", "9999-12-30"))


@pytest.mark.parametrize("count", [400, 1600])
def test_the_work_grows_with_the_tellings(count: int) -> None:
    make = Maker()
    actor = make.actor(NORLAND, "person", "Norland")
    for n in range(count):
        words = f"Our engineers did not close sluice {n} at Hadal on day {n % 7}"
        article = make.article(
            f"{n}.txt", "Post", "2031-03-04", f"Day {n}", f"{words}, {NORLAND} said."
        )
        make.says(article, source=NORLAND, cue="said", content=words, actor=actor)
    started = time.process_time()
    assert found(make) == ()
    assert time.process_time() - started < count * 0.01  # s; ten times what was measured


@pytest.mark.parametrize("count", [100, 400])
def test_one_article_many_times_is_no_flood_of_contradictions(count: int) -> None:
    make = Maker()
    speakers = [make.actor(name, "person", PARTIES[name]) for name in (NORLAND, SUDMARK)]
    words = ("The gate at Lund was open on Monday", "The gate at Lund was closed on Monday")
    for n in range(count):
        lines = [f"{said}, {a.name} said." for said, a in zip(words, speakers, strict=True)]
        article = make.article(f"{n}.txt", "Post", "2031-03-04", f"Day {n}", *lines)
        for said, actor in zip(words, speakers, strict=True):
            make.says(article, source=actor.name, cue="said", content=said, actor=actor)
    started = time.process_time()
    clashes = found(make)
    assert 1 <= len(clashes) <= 2  # one for each of the two that can stand first
    for clash in clashes:
        assert (clash.rule, len(clash.left), len(clash.right)) == ("opposite_told", 24, 24)
    assert time.process_time() - started < count * 0.03  # s; ten times what was measured


def test_one_page_that_changed_its_text() -> None:
    said = "The gate at Lund was open on Monday"
    later = "The gate at Lund was closed on Monday"

    def changed(second: str, speaker: str) -> tuple[Contradiction, ...]:
        make = Maker()
        for n, (words, name) in enumerate(((said, NORLAND), (second, speaker))):
            text = f"{words}, {name} said. The ferry left Hadal with {n} farmers."
            article = make.article("page.html", "Post", "2031-03-04", "The gate", text)
            actor = make.actor(name, "person", PARTIES[name])
            make.articles[-1] = article = replace(article, url="https://post.example/gate")
            make.says(article, source=name, cue="said", content=words, actor=actor)
        assert len({(a.url, a.id) for a in make.articles}) == 2
        return found(make)

    assert [c.rule for c in changed(later, SUDMARK)] == ["opposite_told"]
    assert changed(said, SUDMARK) == ()


@pytest.mark.parametrize(
    ("cue", "rules"),
    [
        pytest.param("denied", ["fact_denied"], id="denied"),
        pytest.param("repeated", [], id="passed on"),
    ],
)
def test_a_claim_within_the_words_that_deny_it(cue: str, rules: list[str]) -> None:
    make = Maker()
    claim = "that Norland was open to border concessions at the Lund ferry talks"
    outer = f"claims by {SUDMARK} {claim}"
    article = make.article("a.txt", "Post", "2031-03-04", "Lund", f"{NORLAND} {cue} {outer}.")
    denier, teller = (make.actor(name, "person", PARTIES[name]) for name in (NORLAND, SUDMARK))
    make.says(article, source=NORLAND, cue=cue, content=outer, actor=denier)
    make.says(article, source=SUDMARK, cue="claims", content=claim, actor=teller)
    assert [c.rule for c in found(make)] == rules


def test_every_rule_says_what_it_finds() -> None:
    assert all(explain_rule(rule.__name__).endswith(".") for rule in RULES)
    assert explain_rule("no such rule") == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The gate was shut.", True, id="told"),
        pytest.param("The gate would be shut.", False, id="supposed"),
        pytest.param("The gate may be shut.", False, id="guessed"),
        pytest.param("In May the gate was shut.", True, id="a month is no guess"),
        pytest.param("Was the gate shut?", False, id="asked"),
        pytest.param("Had the gate been shut, nobody had passed.", False, id="inverted condition"),
    ],
)
def test_is_told(text: str, expected: bool) -> None:
    assert is_told(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("on Monday", "2031-03-03", id="weekday"),
        pytest.param("yesterday", "2031-03-03", id="yesterday"),
        pytest.param("on 19 February", "2031-02-19", id="day and month"),
        pytest.param("on 19 December", "2030-12-19", id="not yet this year"),
        pytest.param("in May 2029", "2029-05-01", id="month"),
        pytest.param("on 31 February", None, id="no such day"),
        pytest.param("at noon", None, id="no day"),
    ],
)
def test_day_named(text: str, expected: str | None) -> None:
    when = day_named(text, day("2031-03-04"))
    assert (when.start.isoformat() if when and when.start else None) == expected


def test_clauses_and_negation() -> None:
    text = "Mr. Lindh signed nothing, but the envoys met. They left."
    assert [text[a:b] for a, b in sentences_of(text)][1] == "They left."
    assert text[slice(*list(clauses_of(text))[1])] == "the envoys met."
    words = read_words("Mr. Lindh signed nothing", party_names(()), None)
    assert "sign" in words.negated
    assert not read_words("talks ended without a result", party_names(()), None).negated & {"end"}


def test_a_passage_has_a_name() -> None:
    make = Maker()
    article = make.article("1.txt", "Post", None, "Gates", "The gate was shut.")
    name = passage_name(article.id, 7, 15)
    assert article_of_passage(name) == article.id
    assert cite_passage(name, article).span.text == "The gate"
    assert article_of_passage("0123456789abcdef") is None
    with pytest.raises(EvidenceMismatch):
        cite_passage(passage_name(article.id, 7, 999), article)
