"""Faulty input: one clear error, or an answer that nothing is on record; never a guess."""

from __future__ import annotations

import pytest

from onrecord.errors import CodebookError
from onrecord.negotiation import (
    build_cells,
    build_packages,
    find_conflicts,
    find_deadlocks,
    find_openings,
    find_steps,
    gap_sentences,
    judge_issues,
    measure_movement,
    missing_words,
)
from onrecord.positions.codebook import Codebook, Issue, Rule, StepDef, Value
from onrecord.positions.codebook_file import read_codebook
from onrecord.records import Position
from tests.negotiation.book import BOOK, book
from tests.negotiation.short import cond, pos


def test_an_empty_record_has_empty_answers() -> None:
    cells = build_cells([], BOOK)
    statuses = judge_issues(cells, [], BOOK)
    steps = find_steps([], BOOK)
    assert (cells, statuses, steps) == ((), (), ())
    assert find_deadlocks([], steps, BOOK) == ()
    assert find_conflicts(cells, statuses, BOOK) == ()
    assert find_openings(cells, statuses, BOOK) == ()
    assert build_packages(cells, statuses, BOOK) == ()
    assert missing_words(cells, statuses, BOOK) == ()
    assert measure_movement([], BOOK) == ()


def test_words_that_bear_on_nothing_are_no_position() -> None:
    positions = [pos("N openness fire=general"), pos("S threaten fire=none")]
    cells = build_cells(positions, BOOK)
    (status,) = judge_issues(cells, positions, BOOK)
    assert (cells, status.status, status.ask) == ((), "no_position", ())
    (line,) = gap_sentences(cells, (status,), BOOK)
    assert "no position on this record" in line.text


def test_a_value_outside_the_scale_opens_it() -> None:
    """What the codebook does not know may not be the last such value: nothing is ruled out."""
    positions = [
        pos("N demand watch=third", hardness="red_line"),
        pos("S demand watch=none", hardness="red_line"),
        pos("N reject watch=drones"),
    ]
    codebook = book({"watch": ("N", "S")})
    for held, status, conflicts in ((positions[:2], "blocked_by_red_lines", 1),
                                    (positions, "contested", 0)):  # fmt: skip
        cells = build_cells(held, codebook)
        statuses = judge_issues(cells, held, codebook)
        assert statuses[0].status == status
        assert len(find_conflicts(cells, statuses, codebook)) == conflicts
        assert bool(build_packages(cells, statuses, codebook)) is bool(conflicts)


def test_consent_of_a_party_that_is_not_on_record_is_missing() -> None:
    positions = [pos("N demand fire=general"), pos("S accept fire=general")]
    codebook = book({"fire": ("N", "S", "Nobody")})
    cells = build_cells(positions, codebook)
    (status,) = judge_issues(cells, positions, codebook)
    assert status.status == "no_objection"
    assert [m.party for m in missing_words(cells, [status], codebook)] == ["Nobody"]
    lines = gap_sentences(cells, [status], codebook)
    assert any("no word on this record from Nobody" in line.text for line in lines)


@pytest.mark.parametrize("timing", ["before", "with"])
def test_a_precondition_on_itself_says_nothing_of_the_order(timing: str) -> None:
    itself = pos("N precondition ceasefire", conditions=(cond("ceasefire", timing=timing),))
    either = pos(
        "S precondition ceasefire",
        conditions=(cond("ceasefire", timing=timing), cond("terms", timing=timing)),
    )
    for positions in ([itself], [either], [itself, either]):
        assert find_deadlocks(positions, find_steps(positions, BOOK), BOOK) == ()


def test_a_step_that_logic_puts_before_itself_is_a_circle_of_logic_alone() -> None:
    codebook = Codebook(
        name="t", issues=(), steps=(StepDef(id="treaty", name="treaty", needs=("treaty",)),)
    )
    positions = [pos("N precondition talks", conditions=(cond("treaty"),))]
    (found,) = find_deadlocks(positions, find_steps(positions, codebook), codebook)
    assert (found.kind, found.steps, found.ways_out) == ("circle", ("treaty",), ())


def _two_issues(*rules: tuple[tuple[str, str], ...]) -> Codebook:
    values = (Value(id="a", name="a"), Value(id="b", name="b"))
    return Codebook(
        name="faulty",
        issues=tuple(
            Issue(id=i, name=i, group="g", values=values, ordered=False) for i in ("x", "y")
        ),
        rules=tuple(Rule(literals=own, why="") for own in rules),
    )


EVERY = [(("x", v), ("y", w)) for v in "ab" for w in "ab"]


@pytest.mark.parametrize(
    "words",
    [["N accept x=a", "S accept y=a"], ["N demand x=a", "S demand x=b", "S demand y=a"]],
    ids=["nobody refuses", "parties refuse as well"],
)
def test_rules_that_contradict_each_other_are_an_error(words: list[str]) -> None:
    positions: list[Position] = [pos(word) for word in words]
    for rules, faulty in ((EVERY, True), (EVERY[:3], False)):
        codebook = _two_issues(*rules)
        cells = build_cells(positions, codebook)
        statuses = judge_issues(cells, positions, codebook)
        for question in (find_conflicts, find_openings, build_packages):
            if faulty:
                with pytest.raises(CodebookError, match="'faulty': its rules leave no value for x"):
                    question(cells, statuses, codebook)
            else:
                question(cells, statuses, codebook)


def test_a_scale_that_comes_back_to_a_value_is_refused_by_the_loader() -> None:
    text = "issues:\n  x:\n    name: X\n    group: G\n    about: A.\n    scale:\n"
    values = "      {}: {{name: low}}\n      high: {{name: high}}\n      {}: {{name: end}}\n"
    assert read_codebook(text + values.format("low", "top"), "book.yaml").issue("x").ordered
    with pytest.raises(CodebookError, match=r"book\.yaml"):
        read_codebook(text + values.format("low", "low"), "book.yaml")
