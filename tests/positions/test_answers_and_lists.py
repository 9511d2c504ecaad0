"""Answers whose matter stands before them, and demands told one after the other."""

from __future__ import annotations

import pytest

from tests.positions.stage import cells, read, shown

TRUCE = "Belmark proposed a 30-day ceasefire."
PROPOSED = "Belmark propose ceasefire.duration=time_limited"
REJECTED = "Ostria reject ceasefire.duration=time_limited"
ANSWERS = [
    ("refused", f"{TRUCE} Ostria refused.", [PROPOSED, REJECTED]),
    ("rejected it", f"{TRUCE} Ostria rejected it.", [PROPOSED, REJECTED]),
    ("turned it down", f"{TRUCE} Ostria turned it down on Monday.", [PROPOSED, REJECTED]),
    ("did not accept it", f"{TRUCE} Ostria has not accepted it.", [PROPOSED, REJECTED]),
    ("not yet", f"{TRUCE} Ostria has not accepted it yet.", [PROPOSED]),
    (
        "agreed",
        f"{TRUCE} Ostria agreed.",
        [PROPOSED, "Ostria accept ceasefire.duration=time_limited"],
    ),
    ("of words", f"{TRUCE} Ostria refused to comment.", [PROPOSED]),
    ("its own proposal", f"{TRUCE} Belmark refused.", [PROPOSED]),
    ("too far back", f"{TRUCE} The Harbour Institute praised it. Ostria refused.", [PROPOSED]),
    ("nothing was asked", "Kovar was asked about the weather. Ostria refused.", []),
    ("refused, saying", f"{TRUCE} Kovar refused, saying it came too late.", [PROPOSED, REJECTED]),
    ("refused, because", f"{TRUCE} Kovar refused because it came late.", [PROPOSED, REJECTED]),
    ("refused to do more", f"{TRUCE} Ostria refused to do more.", [PROPOSED]),
    (
        "refused to do so",
        "Ostria demanded that Belmark release all prisoners. Belmark has refused to do so.",
        ["Ostria demand prisoners=all_for_all", "Belmark reject prisoners=all_for_all"],
    ),
    (
        "refused to do what the other wants to do",
        "Belmark wants to lift its sanctions. Ostria has refused to do so.",
        ["Belmark demand sanctions=lift_all"],
    ),
    (
        "what a third was asked",
        "Ostria demanded that Belmark release all prisoners. Calder refused.",
        ["Ostria demand prisoners=all_for_all"],
    ),
    (
        "in one sentence",
        "Belmark demanded the release of all prisoners, but Ostria refused.",
        ["Belmark demand prisoners=all_for_all", "Ostria reject prisoners=all_for_all"],
    ),
    (
        "what another was to do",
        "Belmark called on Ostria to withdraw its troops from the Lune Valley. Ostria refused.",
        [
            "Belmark demand withdrawal.lune.ostria=full",
            "Ostria reject withdrawal.lune.ostria=full",
        ],
    ),
]


@pytest.mark.parametrize(("text", "told"), [a[1:] for a in ANSWERS], ids=[a[0] for a in ANSWERS])
def test_answers(text: str, told: list[str]) -> None:
    assert cells(text) == told


def test_an_answer_to_one_of_two_demands_stays_open() -> None:
    text = "Belmark demanded the release of all prisoners and an end to sanctions. Ostria refused."
    assert shown(text)[-1] == "Ostria reject | Ostria refused"
    assert "Ostria reject" not in " ".join(cells(text))


def test_an_answer_stands_on_its_words_and_on_those_it_answers() -> None:
    article, _, found = read(f"{TRUCE} Ostria refused.")
    answer = next(p for p in found if p.act == "reject")
    assert [article.text[s.start : s.end] for s in answer.spans] == [
        "Ostria refused",
        "a 30-day ceasefire",
    ]


THREE = [
    "Ostria demand ceasefire.scope=general",
    "Ostria demand prisoners=all_for_all",
    "Ostria demand sanctions=lift_all",
]
ITEMS = "a ceasefire, the release of all prisoners and an end to sanctions"
LISTS = [
    ("behind a colon", f"Ostria has three demands: {ITEMS}.", THREE),
    ("set out", f"Kovar set out Ostria's conditions: {ITEMS}.", THREE),
    ("terms are", f"Ostria's terms are {ITEMS}.", THREE),
    ("include", f"Ostria's conditions include {ITEMS}.", THREE),
    (
        "told by who rejects them",
        f"Belmark rejected Ostria's conditions: {ITEMS}.",
        [each.replace("Ostria demand", "Belmark claim_about_other of Ostria") for each in THREE],
    ),
    (
        "sentence by sentence",
        "Ostria presented a list of demands. Belmark must withdraw from the Lune Valley."
        " It must release all prisoners. And sanctions must be lifted.",
        [
            "Ostria demand withdrawal.lune.belmark=full",
            "Ostria demand prisoners=all_for_all",
            "Ostria demand sanctions=lift_all",
        ],
    ),
    (
        "a list of parts",
        "Ostria presented a list of parts. Belmark must release all prisoners.",
        [],
    ),
    (
        "somebody else's list",
        "Belmark rejected the demands. Ostria must release all prisoners.",
        [],
    ),
    (
        "a main demand",
        "Ostria's main demand is that Belmark release all prisoners.",
        ["Ostria demand prisoners=all_for_all"],
    ),
    ("a demand judged", "Ostria's main demand is reasonable.", []),
]


@pytest.mark.parametrize(("text", "told"), [a[1:] for a in LISTS], ids=[a[0] for a in LISTS])
def test_lists_keep_their_party(text: str, told: list[str]) -> None:
    assert sorted(cells(text)) == sorted(told)
