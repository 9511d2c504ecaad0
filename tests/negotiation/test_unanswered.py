"""Words that stand in no cell, and preconditions that wait for a word."""

from __future__ import annotations

import pytest

from onrecord.negotiation import (
    GapLine,
    Wording,
    build_cells,
    find_deadlocks,
    find_steps,
    find_unanswered,
    gap_sentences,
    judge_issues,
    missing_words,
)
from onrecord.negotiation.ask_lines import missing_lines
from onrecord.negotiation.scale import by_party
from onrecord.records import Position
from tests.negotiation.book import BOOK, book
from tests.negotiation.short import cond, pos

SLUGS = {"S": "s", "N": "n"}


def wants(line: str, *needs: str, timing: str = "before") -> Position:
    return pos(line, conditions=tuple(cond(need, timing=timing) for need in needs))


def unanswered(positions: list[Position]) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    steps = find_steps(positions, BOOK, SLUGS)
    blocks = find_deadlocks(positions, steps, BOOK)
    return [
        (u.party, u.needs, u.waits_for) for u in find_unanswered(positions, steps, BOOK, blocks)
    ]


NEED = wants("N precondition talks", "withdrawal.s")
WAITS = ("N", ("withdrawal.s",), ("S",))
CASES = {
    "nobody has spoken of it": ([NEED], [WAITS]),
    "who takes it accepts it": ([NEED, pos("S accept withdrawal.s")], []),
    "who takes it wants another step first": (
        [NEED, wants("S precondition withdrawal.s", "terms"), pos("V accept terms")],
        [],
    ),
    "who takes it refuses it: a deadlock": ([NEED, pos("S reject withdrawal.s")], []),
    "another speaks of it": ([NEED, pos("V accept withdrawal.s")], [WAITS]),
    "openness is no answer": ([NEED, pos("S openness withdrawal.s")], [WAITS]),
    "a claim about it is no answer": (
        [NEED, pos("S claim_about_other withdrawal.s", about="N")],
        [WAITS],
    ),
    "a step that all take": ([wants("N precondition talks", "terms")], [("N", ("terms",), ())]),
    "a step that all take, and one accepts": (
        [wants("N precondition talks", "terms"), pos("S accept terms")],
        [],
    ),
    "a step that both ask for": (
        [wants("N precondition talks", "terms"), wants("S precondition treaty", "terms")],
        [],
    ),
    "only its own word": (
        [wants("N precondition talks", "terms"), pos("N demand terms")],
        [("N", ("terms",), ())],
    ),
    "a step of its own": ([wants("N precondition talks", "withdrawal.n")], []),
    "one of two is answered": (
        [wants("N precondition talks", "withdrawal.s", "terms"), pos("S accept terms")],
        [],
    ),
    "a value of the step is accepted": (
        [wants("N precondition talks", "ceasefire"), pos("S accept fire=general")],
        [],
    ),
    "in a circle of logic": ([wants("N precondition terms", "treaty")], []),
}


@pytest.mark.parametrize(("positions", "expected"), CASES.values(), ids=CASES)
def test_conditions_that_wait_for_a_word(
    positions: list[Position], expected: list[tuple[str, tuple[str, ...], tuple[str, ...]]]
) -> None:
    assert unanswered(positions) == expected
    assert unanswered(positions[::-1]) == expected


def told(positions: list[Position]) -> dict[str, list[GapLine]]:
    cells = build_cells(positions, BOOK)
    steps = find_steps(positions, BOOK, SLUGS)
    lines = gap_sentences(
        cells,
        judge_issues(cells, positions, BOOK),
        BOOK,
        steps=steps,
        deadlocks=find_deadlocks(positions, steps, BOOK),
        positions=positions,
    )
    found: dict[str, list[GapLine]] = {}
    for line in lines:
        found.setdefault(line.kind, []).append(line)
    return found


def test_the_line_says_whose_word_is_waited_for_and_calls_it_no_deadlock() -> None:
    found = told([NEED])
    line, number = found["unanswered"]
    assert number.text == "1 condition waits for a word on this record (complete)."
    assert line.text == (
        "N asks for “S withdraws” before “talks begin”, which waits for a word of S: none on this "
        "record takes or refuses that step by its name."
    )
    assert line.positions == (NEED.id,)
    assert not {"circle", "refused_step"} & set(found)


def test_a_missing_word_leads_to_the_condition_that_stands_for_it() -> None:
    """Else a line on a value that nobody takes without a condition would lead nowhere."""
    own = pos("N accept_if fire=general", conditions=(cond("terms"),), id="own")
    for said, ids in (
        ([own], {"own"}),
        ([own, pos("S demand fire=general", id="s")], {"own", "s"}),
    ):
        cells = build_cells(said, BOOK)
        missing = missing_words(cells, judge_issues(cells, said, BOOK), BOOK)
        lines = list(missing_lines(missing, by_party(cells), Wording(BOOK, {})))
        (line,) = [x for x in lines if "N names a condition only" in x.text]
        assert set(line.positions) == ids


SPOKEN = {
    "a demand without a value": (
        [pos("N demand -", issue="fire", said=None)],
        "Fire: words on this record, none of which names a value: N demands (date unknown).",
    ),
    "two parties, one twice": (
        [
            pos("N demand - 2031-05-03", issue="fire"),
            pos("N offer - 2031-06-03", issue="fire"),
            pos("S threaten - 2031-05-04", issue="fire"),
        ],
        "Fire: words on this record, none of which names a value: N demands and offers (last said "
        "2031-06-03); S threatens (last said 2031-05-04).",
    ),
    "openness to a value": (
        [pos("N openness fire=general 2031-05-03")],
        "Fire: words on this record, none of which accepts or refuses a value: N is open to talk "
        "(last said 2031-05-03).",
    ),
    "only what another says of it": (
        [pos("S claim_about_other fire=general", about="N", voice="other")],
        "Fire: no position on this record.",
    ),
}


@pytest.mark.parametrize(("positions", "text"), SPOKEN.values(), ids=SPOKEN)
def test_words_that_take_no_value_are_told(positions: list[Position], text: str) -> None:
    (line,) = told(positions)["no_position"]
    assert line.text == text
    own = [p.id for p in positions if p.act != "claim_about_other"]
    assert line.positions == tuple(sorted(own)), "its quotes are shown"


def test_many_words_without_a_value_take_a_line_each() -> None:
    positions = [pos(f"{'Party' * 9}{n} demand -", issue="fire") for n in range(8)]
    head, *others = told(positions)["no_position"]
    assert head.text == "Fire: words on this record, none of which names a value."
    assert len(head.positions) == len(others) == 8
    assert all(len(line.positions) == 1 for line in others)


def test_a_party_with_such_words_only_is_not_called_silent() -> None:
    held = [pos("N demand fire=general"), pos("V reject fire=general")]
    for said, words in (
        ([], "no word on this record from S"),
        ([pos("S demand -", issue="fire")], "only words that take no value from S"),
    ):
        positions = [*held, *said]
        codebook = book({"fire": ("N", "S", "V")})
        cells = build_cells(positions, codebook)
        statuses = judge_issues(cells, positions, codebook)
        line, *_ = gap_sentences(cells, statuses, codebook, positions=positions)
        assert words in line.text
        assert set(line.positions) >= {p.id for p in said}
