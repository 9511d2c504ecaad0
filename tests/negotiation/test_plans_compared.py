"""Plans: their files with every fault told, replies to them, their order, and plan beside plan."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.errors import SourceUnreadable
from onrecord.negotiation import (
    Wording,
    broken_rules,
    build_cells,
    compare_drafts,
    find_steps,
    load_draft,
    order_faults,
    replies_to,
)
from onrecord.negotiation.drafts import Draft, DraftClause, read_draft
from onrecord.negotiation.plan_lines import change_lines, order_lines, rule_lines
from onrecord.negotiation.spelling import near_names
from onrecord.positions.codebook import Rule
from onrecord.records import Position
from tests.negotiation.book import BOOK
from tests.negotiation.short import cond, pos

WHOLE = """
name: Harbour draft
author: Vesland
clauses:
  fire: general
  prisoners: all
order:
  - ceasefire
  - [terms, talks]
"""


def draft(text: str) -> Draft:
    return read_draft(text, "draft.yaml", BOOK)


def test_a_plan_file_is_read_whole() -> None:
    found = draft(WHOLE)
    assert (found.name, found.author) == ("Harbour draft", "Vesland")
    assert [(c.issue, c.value) for c in found.clauses] == [
        ("fire", "general"),
        ("prisoners", "all"),
    ]
    assert found.order == (("ceasefire",), ("terms", "talks"))


def test_a_plan_without_a_name_is_named_after_its_file() -> None:
    assert draft("clauses: {fire: general}").name == "draft"


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("clauses:\n  fir: general", 2, "no issue 'fir'; did you mean 'fire'?"),
        ("clauses:\n  fire: generl", 2, "no value 'generl'; it has none, local, sector, general"),
        ("clauses:\n  fire: no", 2, "YAML reads 'no' as bool"),
        ("order:\n  - ceasfire", 2, "no step 'ceasfire'; did you mean 'ceasefire'?"),
        ("order:\n  - terms\n  - terms", 3, "stands in the order twice"),
        ("order:\n  - fire=lots", 2, "fire has no value 'lots'"),
        ("order: [[]]", 1, "an empty list of steps"),
        ("name: x", 1, "a plan needs `clauses:`"),
        ("clause: {}", 1, "unknown key 'clause'"),
        ("clauses: [fire]", 1, "expected a list of `key: value` lines"),
        ("order: ceasefire", 1, "expected a list in [brackets]"),
        ("a: b: c", 1, "not YAML"),
        ("clauses: &a {fire: general}", 1, "anchors"),
    ],
)
def test_every_fault_names_file_line_and_reason(text: str, line: int, told: str) -> None:
    with pytest.raises(SourceUnreadable) as fault:
        draft(text)
    assert f"draft.yaml, line {line}: " in str(fault.value)
    assert told in str(fault.value)


def test_all_faults_are_told_at_once() -> None:
    with pytest.raises(SourceUnreadable) as fault:
        draft("clauses:\n  fir: general\n  prisoners: lots\norder: [tems]")
    assert [f"line {n}" in str(fault.value) for n in (2, 3, 4)] == [True, True, True]


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n"])
def test_an_empty_file_says_what_a_plan_needs(text: str) -> None:
    with pytest.raises(SourceUnreadable, match="empty; a plan needs"):
        draft(text)


def test_a_file_that_is_not_there_or_not_text(tmp_path: Path) -> None:
    with pytest.raises(SourceUnreadable, match="cannot be read"):
        load_draft(tmp_path / "none.yaml", BOOK)
    (tmp_path / "bad.yaml").write_bytes(b"name: \xff")
    with pytest.raises(SourceUnreadable, match="not UTF-8"):
        load_draft(tmp_path / "bad.yaml", BOOK)


# --- replies ----------------------------------------------------------------------------------

HELD = [
    pos("Norland demand fire=general 2031-05-01", id="n1"),
    pos("Sudmark reject fire=general 2031-05-02", hardness="red_line", id="s1"),
    pos("Sudmark accept_if prisoners=all", conditions=(cond("terms"),), id="s2"),
]


def answers(text: str, positions: list[Position], *among: str) -> dict[tuple[str, str], str]:
    found = replies_to(
        draft(text),
        build_cells(positions, BOOK),
        find_steps(positions, BOOK),
        positions,
        among,
    )
    return {(r.clause.issue or r.clause.step or "", r.party): r.answer for r in found}


def test_each_party_accepts_accepts_if_refuses_or_is_silent() -> None:
    assert answers("clauses: {fire: general, prisoners: all}", HELD) == {
        ("fire", "Norland"): "accepts",
        ("fire", "Sudmark"): "refuses",
        ("prisoners", "Norland"): "silent",
        ("prisoners", "Sudmark"): "accepts_if",
    }


def test_a_word_on_another_value_is_no_answer() -> None:
    assert answers("clauses: {prisoners: some}", HELD) == {("prisoners", "Sudmark"): "silent"}


OFFER = pos("Sudmark offer watch=third 2031-05-03", id="s3")
TAKEN_BACK = pos("Sudmark withdraw watch=third 2031-06-03", id="s4")
WITHDRAWN = {
    "an offer": ([OFFER], "accepts", ("s3",)),
    "taken back": ([OFFER, TAKEN_BACK], "withdrawn", ("s4",)),
    "taken back, then offered again": (
        [OFFER, TAKEN_BACK, pos("Sudmark offer watch=third 2031-07-03", id="s5")],
        "accepts",
        ("s5",),
    ),
    "never said": ([], "silent", ()),
}


@pytest.mark.parametrize(("positions", "answer", "ids"), WITHDRAWN.values(), ids=WITHDRAWN)
def test_what_was_taken_back_is_not_silence(
    positions: list[Position], answer: str, ids: tuple[str, ...]
) -> None:
    plan = draft("clauses: {watch: third}")
    cells = build_cells(positions, BOOK)
    (reply,) = replies_to(plan, cells, (), positions, ["Sudmark"])
    assert (reply.answer, reply.positions) == (answer, ids)


ON_A_STEP = {
    "accepted": ([pos("S accept talks 2031-05-03")], "accepts"),
    "refused": ([pos("S reject talks 2031-05-03")], "refuses"),
    "refused, accepted later": (
        [pos("S reject talks 2031-05-03"), pos("S accept talks 2031-06-03")],
        "accepts",
    ),
    "accepted, taken back later": (
        [pos("S accept talks 2031-05-03"), pos("S withdraw talks 2031-06-03")],
        "withdrawn",
    ),
    "on a condition": ([pos("S accept_if talks", conditions=(cond("terms"),))], "accepts_if"),
    "only openness": ([pos("S openness talks"), pos("N accept talks")], "silent"),
    "only what another says of it": ([pos("N claim_about_other talks", about="S")], "silent"),
}


@pytest.mark.parametrize(("positions", "answer"), ON_A_STEP.values(), ids=ON_A_STEP)
def test_words_on_a_step(positions: list[Position], answer: str) -> None:
    clause = DraftClause(issue=None, value=None, step="talks")
    plan = Draft(name="Ours", author="", clauses=(clause,), order=())
    found = replies_to(plan, (), find_steps(positions, BOOK), positions, ["S"])
    (reply,) = (r for r in found if r.party == "S")
    assert reply.answer == answer
    assert bool(reply.positions) is (answer != "silent")


def test_a_step_is_accepted_by_the_value_that_it_entails() -> None:
    clause = DraftClause(issue=None, value=None, step="ceasefire")
    plan = Draft(name="Ours", author="", clauses=(clause,), order=())
    for word, answer in (("fire=general", "accepts"), ("fire=sector", "silent")):
        positions = [pos(f"S accept {word}"), pos("N accept ceasefire")]
        found = replies_to(plan, (), find_steps(positions, BOOK), positions, ["S"])
        assert {r.party: r.answer for r in found} == {"N": "accepts", "S": answer}


def test_parties_that_count_are_told_of_though_silent() -> None:
    found = answers("clauses: {watch: third}", HELD, "Norland", "Sudmark")
    assert set(found.values()) == {"silent"}
    assert answers("clauses: {watch: third}", HELD) == {}


# --- order --------------------------------------------------------------------------------------

ASKED = [
    pos("Norland precondition ceasefire", conditions=(cond("terms"),), id="n1"),
    pos("Sudmark precondition talks", conditions=(cond("ceasefire", timing="with"),), id="s1"),
    pos("Sudmark reject withdrawal.sudmark", id="s2"),
]


def faults(order: str) -> list[tuple[str, str]]:
    found = order_faults(draft(order), ASKED, find_steps(ASKED, BOOK, {"Sudmark": "sudmark"}), BOOK)
    return [(f.kind, f.step) for f in found]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("order: [terms, ceasefire]", []),
        ("order: [ceasefire, terms]", [("order", "ceasefire")]),
        ("order: [[ceasefire, terms]]", [("order", "ceasefire")]),
        ("order: [terms, [talks, ceasefire]]", []),
        ("order: [talks, terms, ceasefire]", [("order", "talks")]),
        ("order: [ceasefire]", [("missing", "ceasefire")]),
        ("clauses: {fire: general}", [("missing", "ceasefire")]),
        ("order: [withdrawal.sudmark]", [("refused", "withdrawal.sudmark")]),
        ("order: [treaty]", []),
        ("order: [terms, treaty]", []),
        ("order: [treaty, terms]", [("order", "treaty")]),
    ],
    ids=["kept", "against it", "together is not before", "with is met together", "with is late",
         "not in the plan", "held by a clause", "refused", "asked by nobody and not by this plan",
         "as logic has it", "against logic"],
)  # fmt: skip
def test_preconditions_that_the_plans_own_order_violates(
    order: str, expected: list[tuple[str, str]]
) -> None:
    assert faults(order) == expected


def test_the_lines_quote_who_asks_and_count_the_points() -> None:
    plan = draft("name: Ours\norder: [ceasefire, terms]")
    found = order_faults(plan, ASKED, find_steps(ASKED, BOOK), BOOK)
    lines = list(order_lines(plan, found, Wording(BOOK, {})))
    assert lines[0].text == (
        "Norland asks for “terms are agreed” before “fire stops”, on this record; the plan has "
        "“fire stops” first."
    )
    assert lines[0].positions == ("n1",)
    assert lines[-1].text == (
        "1 point on this record and in the codebook’s logic against its steps in “Ours” (complete)."
    )


def test_logic_is_told_as_the_codebooks_not_as_a_word_on_record() -> None:
    plan = draft("name: Ours\norder: [treaty, terms]")
    found = order_faults(plan, [], [], BOOK)
    line, _ = order_lines(plan, found, Wording(BOOK, {}))
    assert line.text == (
        "“terms are agreed” has to come before “a treaty is signed”, by the logic of “test”; the "
        "plan has “a treaty is signed” first."
    )
    assert line.positions == ()


RULED = {
    "both values of a rule": ("clauses: {land.east: ours, status.east: given}", 1),
    "at two places": ("clauses: {land.east: ours, status.west: given}", 0),
    "one of them": ("clauses: {land.east: ours}", 0),
    "another value": ("clauses: {land.east: line, status.east: given}", 0),
}


@pytest.mark.parametrize(("text", "number"), RULED.values(), ids=RULED)
def test_a_rule_of_the_codebook_that_the_clauses_break(text: str, number: int) -> None:
    plan = draft(f"name: Ours\n{text}")
    lines = list(rule_lines(plan, broken_rules(plan, BOOK), Wording(BOOK, {})))
    told = f"{number} rule" if number else "No rule"
    assert (
        lines[-1].text == f"{told} of the codebook “test” against the clauses of “Ours” (complete)."
    )
    assert len(lines) == number + 1
    if number:
        assert lines[0].text == (
            "“ours” (Land <Area>) and “given” (Status <Area>) exclude each other by a rule of "
            "“test”: What is held back is not given away; the plan has both."
        )


def test_a_rule_is_broken_by_what_a_step_entails() -> None:
    codebook = replace(
        BOOK, rules=(Rule(literals=(("fire", "general"), ("watch", "none")), why=""),)
    )
    for text, number in (
        ("clauses: {watch: none}\norder: [ceasefire]", 1),
        ("clauses: {watch: none}\norder: [terms]", 0),
    ):
        assert len(broken_rules(read_draft(text, "draft.yaml", codebook), codebook)) == number


# --- plan beside plan -----------------------------------------------------------------------------


def test_clauses_are_the_same_changed_deleted_or_added() -> None:
    left = draft("name: A\nclauses: {fire: general, prisoners: some, watch: third}")
    right = draft("name: B\nclauses: {fire: general, prisoners: all}\norder: [terms]")
    changes = compare_drafts(left, right)
    assert [(c.topic, c.kind) for c in changes] == [
        ("fire", "same"),
        ("prisoners", "changed"),
        ("watch", "deleted"),
        ("terms", "added"),
    ]
    texts = [line.text for line in change_lines(left, right, changes, Wording(BOOK, {}))]
    assert "Prisoners: changed from “some” to “all”." in texts
    assert texts[-1] == (
        "From “A” to “B” on this record: 1 same, 1 changed, 1 deleted, 1 added (complete)."
    )


def test_a_plan_beside_itself_is_all_the_same() -> None:
    assert {c.kind for c in compare_drafts(draft(WHOLE), draft(WHOLE))} == {"same"}


@pytest.mark.parametrize(
    ("asked", "near"),
    [("ceasfire", ("ceasefire",)), ("fire", ("ceasefire",)), ("harbour", ()), ("", ())],
)
def test_near_names(asked: str, near: tuple[str, ...]) -> None:
    assert near_names(asked, ["ceasefire", "talks"]) == near
