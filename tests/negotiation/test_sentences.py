"""What the sentences say, and what no sentence may say."""

from __future__ import annotations

import re

import pytest

from onrecord.negotiation import (
    GapLine,
    build_cells,
    build_packages,
    find_conflicts,
    find_deadlocks,
    find_steps,
    gap_sentences,
    judge_issues,
)
from onrecord.positions import load_codebook
from tests.made import MadeRecord, made_records

MADE = made_records()
# Forecasts, verdicts, scores: the record holds what was said, not what could come of it.
DISHONEST = re.compile(
    r"\b(?:(?:im)?possibl[ey]|(?:un)?likely|probabl[ey]|likelihood|deal|feasible|"
    r"realistic|percent|per cent|score|best|in total|total of|true|false|lies?)\b|%",
    re.IGNORECASE,
)


def lines_of(made: MadeRecord) -> tuple[GapLine, ...]:
    codebook = load_codebook()
    cells = build_cells(made.positions, codebook, horizon_days=365)
    statuses = judge_issues(cells, made.positions, codebook, slugs=made.slugs)
    steps = find_steps(made.positions, codebook, made.slugs)
    return gap_sentences(
        cells,
        statuses,
        codebook,
        steps=steps,
        deadlocks=find_deadlocks(made.positions, steps, codebook),
        conflicts=find_conflicts(cells, statuses, codebook),
        packages=build_packages(cells, statuses, codebook),
        positions=made.positions,
        names=made.names,
    )


@pytest.mark.parametrize("name", MADE)
def test_only_honest_words(name: str) -> None:
    for line in lines_of(MADE[name]):
        assert not DISHONEST.search(line.text), line.text
        bound = "on this record" in line.text or "by the logic of" in line.text
        assert bound or line.kind == "own_conflict", line.text
        assert line.text.endswith(".")


@pytest.mark.parametrize("name", MADE)
def test_no_line_is_long(name: str) -> None:
    assert max(len(line.text) for line in lines_of(MADE[name])) < 300


def test_dishonest_words_would_be_seen() -> None:
    assert DISHONEST.search("A deal is likely.")
    assert DISHONEST.search("Agreement is possible.")
    assert DISHONEST.search("That is impossible.")
    assert not DISHONEST.search("Agreed on this record.")


@pytest.mark.parametrize("name", MADE)
def test_every_sentence_leads_to_positions(name: str) -> None:
    known = {p.id for p in MADE[name].positions}
    for line in lines_of(MADE[name]):
        assert set(line.positions) <= known
        assert line.positions or line.kind == "no_position"


@pytest.mark.parametrize(
    ("name", "kind", "said"),
    [
        ("agreed", "agreed", "Norland accepts"),
        ("contested", "contested", "Sudmark refuses"),
        ("contested", "conflict", "the refusals of Norland and Sudmark together rule out every"),
        ("blocked", "blocked_by_red_lines", "a declared red line"),
        ("circle", "circle", "Steps that wait for each other on this record: “fire stops” and"),
        ("circle", "circle", "before “fire stops”, on this record."),
        ("circle", "circle", "1 smallest circle shown (complete)"),
        ("circle", "circle", "without this (complete)"),
        ("refused_step", "refused_step", "Sudmark refused"),
        ("words", "own_conflict", "party divided"),
        ("words", "no_objection", "red line softened on 2031-09-09"),
        ("words", "no_objection", "stale"),
        ("words", "no_position", "no position on this record"),
    ],
)
def test_what_stands_between_the_parties(name: str, kind: str, said: str) -> None:
    texts = [line.text for line in lines_of(MADE[name]) if line.kind == kind]
    assert any(said in text for text in texts), texts


def test_kinds_come_in_order() -> None:
    kinds = [line.kind for line in lines_of(MADE["words"])]
    assert kinds == sorted(kinds, key=["own_conflict", "contested", "no_objection",
                                       "no_position", "ask"].index)  # fmt: skip


def test_a_claim_about_another_is_nobodys_sentence() -> None:
    assert not any(
        line.issue == "nuclear.inspections" and line.kind != "no_position"
        for line in lines_of(MADE["words"])
    )
