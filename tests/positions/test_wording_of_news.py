"""Turns of phrase that news use: lists of places, both sides, meetings, dates, refused words."""

from __future__ import annotations

import pytest

from tests.positions.stage import actor_id, cells, plans, read

SENTENCES = {
    "claims that it wanted": ("Ostria rejected claims that it wanted to raise tariffs.", []),
    "false that it refused": (
        "Mara Teel said it was false that Ostria refused to accept a ceasefire.",
        [],
    ),
    "untrue that it supports": (
        "It is untrue that Ostria supports a ceasefire, Teel said.",
        [],
    ),
    "accused of refusing": ("Ostria accused Belmark of refusing to accept a ceasefire.", []),
    "denied that it wanted": ("Kovar denied that Ostria wanted to end the talks.", []),
    "used to demand": ("Belmark used to demand a ceasefire.", []),
    "no longer demands": (
        "Belmark no longer demands a ceasefire.",
        ["Belmark withdraw ceasefire.scope=general"],
    ),
    "no longer insists that": (
        "Belmark no longer insists that a ceasefire begin at once.",
        ["Belmark withdraw ceasefire.scope=general"],
    ),
    "insists that it come": (
        "Belmark insists that a ceasefire begin at once.",
        ["Belmark demand ceasefire.scope=general"],
    ),
    "insists that it holds": ("Belmark insists that the ceasefire holds.", []),
    "not opposed": (
        "Ostria is not opposed to a ceasefire.",
        ["Ostria openness ceasefire.scope=general"],
    ),
    "opposed": ("Ostria is opposed to a ceasefire.", ["Ostria reject ceasefire.scope=general"]),
    "did not rule out that": (
        "Ostria did not rule out that a ceasefire would follow.",
        ["Ostria openness ceasefire.scope=general"],
    ),
    "ruled out that": (
        "Ostria ruled out that a ceasefire would follow.",
        ["Ostria reject ceasefire.scope=general"],
    ),
    "neither is acceptable": (
        "Neither a ceasefire nor a withdrawal from Mirra is acceptable to Ostria.",
        [
            "Ostria reject ceasefire.scope=general",
            "Ostria reject withdrawal.mirra.ostria=full",
        ],
    ),
    "provided, with that or without": (
        "Ostria agreed to a ceasefire provided no soldier came along.",
        ["Ostria accept_if ceasefire.scope=general [if ?]"],
    ),
    "monitors provided by": (
        "Ostria agreed to the observers provided by Vesland.",
        ["Ostria accept ceasefire.monitoring="],
    ),
    "an exchange behind a day": (
        "Ostria offered on Monday to lift the sanctions in exchange for a ceasefire.",
        [
            "Ostria offer sanctions=lift_all [in_exchange_for ceasefire]",
            "Ostria precondition sanctions_lifted [in_exchange_for ceasefire]",
        ],
    ),
    "under the right conditions": (
        "Ostria accepts a ceasefire under the right conditions.",
        ["Ostria accept_if ceasefire.scope=general [if ?]"],
    ),
    "people are asked to leave": (
        "Ostria called on residents to leave the district near Belmark's embassy.",
        [],
    ),
    "when something else begins": (
        "Ostria demanded a ceasefire from May, when Belmark lifts the tariffs.",
        ["Ostria demand ceasefire.scope=general"],
    ),
    "withdrawal from a place": (
        "Ostria rejected a withdrawal from Mirra.",
        ["Ostria reject withdrawal.mirra.ostria=full"],
    ),
    "a demanded withdrawal is of others": (
        "Ostria demanded a withdrawal from Mirra.",
        ["Ostria demand withdrawal.mirra.forces=full"],
    ),
    "withdrawal from a treaty": ("Ostria rejected a withdrawal from the treaty.", []),
    "meeting with a head of state": (
        "Ostria ruled out a meeting with President Teel.",
        ["Ostria reject leaders_meeting=now"],
    ),
    "to meet a head of state": (
        "Kovar refused to meet President Teel.",
        ["Ostria reject leaders_meeting=now"],
    ),
    "meeting with a minister": ("Ostria turned down a meeting with Foreign Minister Teel.", []),
    "observers": (
        "Ostria accepted the observers.",
        ["Ostria accept ceasefire.monitoring="],
    ),
    "election observers": ("Ostria accepted the election observers.", []),
    "until something is in force": (
        "Ostria would not open talks until a full ceasefire was in force.",
        [
            "Ostria accept_if talks.holding=held [until ceasefire]",
            "Ostria precondition talks_start [until ceasefire]",
        ],
    ),
    "open talks when": ("Ostria opened talks when a full ceasefire was in force.", []),
    "not before": (
        "Ostria will not accept a truce before a peace deal is agreed.",
        [
            "Ostria accept_if ceasefire.scope=general [only_after terms_agreed]",
            "Ostria precondition ceasefire [only_after terms_agreed]",
        ],
    ),
    "offered in exchange": (
        "Ostria offered to lift sanctions in exchange for the release of all prisoners.",
        [
            "Ostria offer sanctions=lift_all [in_exchange_for prisoners_exchanged]",
            "Ostria precondition sanctions_lifted [in_exchange_for prisoners_exchanged]",
        ],
    ),
    "a list of demands that goes on": (
        "Ostria demands recognition of the annexation of Mirra, long-term guarantees for Calder, "
        "and the withdrawal of Belmark from Lune.",
        [
            "Ostria demand status.mirra=de_jure",
            "Ostria demand guarantees=",
            "Ostria demand withdrawal.lune.belmark=full",
        ],
    ),
    "both sides": (
        "Ostria and Belmark held talks. Both sides agreed to exchange prisoners.",
        ["Ostria accept prisoners=partial", "Belmark accept prisoners=partial"],
    ),
    "the two sides of nobody": ("The two sides agreed to a ceasefire.", []),
    "two pairs": (
        "Ostria and Belmark met. Calder and Ostria met. Both sides agreed to a ceasefire.",
        [],
    ),
    "two countries": ("Ostria and Belmark met. Two countries agreed to a ceasefire.", []),
    "prepares to": ("Kovar prepares to leave office.", []),
    "pull out of a deal": ("Ostria threatened to pull out of the deal.", []),
    "denied": ("Ostria denied it seeks nuclear weapons.", []),
    "if and": ("If Ostria meets us and demands a truce, we will listen, Teel said.", []),
    "during talks": ("Ostria insists that the law be left intact during budget talks.", []),
    "a yes to stopping": (
        "Ostria pledged to stop missile launches.",
        ["Ostria commit missiles=stopped"],
    ),
    "truce on tariffs": ("Ostria and Belmark agreed to a 90-day truce on tariffs.", []),
    "hearsay": ("Vos said that he had been told that Calder had offered to lift sanctions.", []),
    "another's belief": ("Kovar said the Belmarkians maintain that sanctions must be lifted.", []),
    "whose clause is open": (
        "Calder faced the Greens, who had no plan, backing a referendum.",
        [],
    ),
    "a demand that others commit": (
        "Ostria repeated its demand that Calder commit to lifting sanctions.",
        ["Ostria demand sanctions=lift_all"],
    ),
}


@pytest.mark.parametrize(("text", "said"), SENTENCES.values(), ids=SENTENCES)
def test_what_a_sentence_says(text: str, said: list[str]) -> None:
    assert cells(text) == said


@pytest.mark.parametrize(
    "text",
    [
        "Ostria declined to comment on the talks.",
        "Kovar refused to say when a truce could begin.",
        "Ostria rejected the report as false.",
        "Ostria dismissed the accusation that it had broken the truce.",
        "Kovar asked not to be named.",
    ],
)
def test_refused_words_are_no_position(text: str) -> None:
    assert read(text)[2] == ()


AREAS = ["mirra", "tole", "sarn", "velt", "ruma", "kesh"]


@pytest.mark.parametrize(
    ("verb", "issue"),
    [
        ("the return of", "control"),
        ("recognition of its sovereignty over", "status"),
    ],
)
def test_a_list_of_areas_is_whole(verb: str, issue: str) -> None:
    text = (
        f"Ostria demands {verb} Mirra, the entire Tole region (Sarn and Velt districts), and the "
        "southern regions of Ruma and Kesh."
    )
    _, _, positions = read(text)
    assert {p.issue for p in positions} == {f"{issue}.{area}" for area in AREAS}
    assert all("Kesh" in p.spans[0].text for p in positions)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ostria demanded the release of all hostages by the end of June.", "by the end of June"),
        ("Ostria demanded that Belmark leave Mirra within 60 days.", "within 60 days"),
        ("Ostria agreed to a ceasefire on Friday.", None),
        ("Ostria rejected a truce by Belmark.", None),
    ],
)
def test_by_which_day(text: str, words: str | None) -> None:
    _, _, (position,) = read(text)
    assert [c.span.text for c in position.conditions if c.type == "by_date"] == (
        [words] if words else []
    )


PLANS = {
    "handed over, has points": (
        "Calder has handed Ostria and Belmark a written plan. The plan has three points: a full "
        "ceasefire, the return of all prisoners and a buffer zone.",
        "Calder",
        ["ceasefire.scope", "prisoners", "disengagement"],
    ),
    "presented by, monitoring": (
        "A plan presented by Calder includes a full ceasefire, monitoring by the United Nations "
        "and the lifting of sanctions.",
        "Calder",
        ["ceasefire.scope", "ceasefire.monitoring", "sanctions"],
    ),
    "bullets": (
        "Calder's plan has these points:\n- a full ceasefire\n- the lifting of sanctions",
        "Calder",
        ["ceasefire.scope", "sanctions"],
    ),
    "rejected by": (
        "Calder rejected a plan that includes a 60-day ceasefire.",
        None,
        ["ceasefire.duration"],
    ),
}


@pytest.mark.parametrize(("text", "author", "issues"), PLANS.values(), ids=PLANS)
def test_author_and_clauses_of_a_plan(text: str, author: str | None, issues: list[str]) -> None:
    (plan,) = plans(text)
    assert plan.author == (actor_id(author) if author else None)
    assert [c.issue for c in plan.clauses] == issues


@pytest.mark.parametrize(
    "text",
    [
        "Calder's year has three points:\n- a full ceasefire\n- the lifting of sanctions",
        "Calder's plan failed.\n- a full ceasefire\n- the lifting of sanctions",
    ],
    ids=["no plan above", "no colon above"],
)
def test_bullets_of_no_plan(text: str) -> None:
    assert plans(text) == ()
