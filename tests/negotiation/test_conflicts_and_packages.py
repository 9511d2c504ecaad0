"""Smallest conflicts, the frontier of packages, and movement on a scale."""

from __future__ import annotations

import pytest

from onrecord.negotiation import (
    build_cells,
    build_packages,
    find_conflicts,
    gap_sentences,
    judge_issues,
    measure_movement,
)
from onrecord.negotiation import packages as packages_module
from onrecord.records import Conflict, Package, Position
from tests.negotiation.book import book
from tests.negotiation.short import pos

ALL: dict[str, tuple[str, ...]] = dict.fromkeys(
    ("fire", "land.<area>", "status.<area>", "watch", "guarantors"), ("N", "S", "V")
)
TWO: dict[str, tuple[str, ...]] = dict.fromkeys(ALL, ("N", "S"))


def conflicts(positions: list[Position], needed: dict[str, tuple[str, ...]]) -> list[Conflict]:
    codebook = book(needed)
    cells = build_cells(positions, codebook)
    return list(find_conflicts(cells, judge_issues(cells, positions, codebook), codebook))


def packages(positions: list[Position], needed: dict[str, tuple[str, ...]] = TWO) -> list[Package]:
    codebook = book(needed)
    cells = build_cells(positions, codebook)
    return list(build_packages(cells, judge_issues(cells, positions, codebook), codebook))


CONFLICTS = {
    "two demands": ([pos("N demand watch=third"), pos("S demand watch=none")], [("N", "S")]),
    "one demand": ([pos("N demand watch=third")], []),
    "a value is left": ([pos("N reject watch=third"), pos("S reject watch=none")], []),
    "only all three": (
        [pos("N reject watch=third"), pos("S reject watch=none"), pos("V reject watch=parties")],
        [("N", "S", "V")],
    ),
    "each pair": (
        [pos("N demand watch=third"), pos("S demand watch=none"), pos("V demand watch=parties")],
        [("N", "S"), ("N", "V"), ("S", "V")],
    ),
    "a party against itself comes first": (
        [pos("N reject watch=none|parties|third"), pos("A demand watch=third")],
        [("N",)],
    ),
    "a free list": ([pos("N reject guarantors=x"), pos("S reject guarantors=x")], []),
}


@pytest.mark.parametrize(("positions", "expected"), CONFLICTS.values(), ids=CONFLICTS)
def test_smallest_conflicts(positions: list[Position], expected: list[tuple[str, ...]]) -> None:
    found = conflicts(positions, ALL)
    assert [c.parties for c in found] == expected
    assert all(c.complete for c in found)


def outcome(package: Package) -> str:
    return " ".join(f"{issue}={value}" for issue, value in package.outcome)


def test_frontier_keeps_every_side_and_never_one_best() -> None:
    found = packages([pos("N demand watch=third", hardness="red_line"), pos("S demand watch=none")])
    assert {outcome(p) for p in found} == {"watch=none", "watch=third"}


def test_hardness_is_not_weighed_across_parties() -> None:
    soft, hard = (
        packages([pos("N demand watch=third", hardness=h), pos("S demand watch=none")])
        for h in ("soft", "red_line")
    )
    assert [p.outcome for p in soft] == [p.outcome for p in hard]


def test_middle_value_that_both_refuse_softly_is_on_the_frontier() -> None:
    found = packages(
        [
            pos("N demand land.east=ours", hardness="soft"),
            pos("N reject land.east=theirs", hardness="red_line"),
            pos("S demand land.east=theirs", hardness="soft"),
            pos("S reject land.east=ours", hardness="red_line"),
        ]
    )
    assert "land.east=line" in {outcome(p) for p in found}


def test_outcome_worse_for_all_is_not_on_it() -> None:
    found = packages([pos("N reject watch=none"), pos("S reject watch=none")])
    assert {outcome(p) for p in found} == {"watch=parties", "watch=third"}


SILENCE = {
    "a yes is not driven out by silence": (
        ["N offer watch=third", "S reject watch=third"],
        {"watch=none", "watch=parties", "watch=third"},
    ),
    "without the yes the refused value is": (
        ["N openness watch=third", "S reject watch=third"],
        {"watch=none", "watch=parties"},
    ),
    "a yes of the same party drives it out": (
        ["N offer watch=third", "S reject watch=third", "N offer watch=none"],
        {"watch=none", "watch=parties"},
    ),
    "a yes on a condition is no yes": (
        ["N accept_if watch=third", "S reject watch=third"],
        {"watch=none", "watch=parties"},
    ),
    "silence leaves out nothing, and is left out by nothing": (
        ["N accept watch=third", "S accept watch=third"],
        {"watch=none", "watch=parties", "watch=third"},
    ),
}


@pytest.mark.parametrize(("lines", "expected"), SILENCE.values(), ids=SILENCE)
def test_silence_is_no_yes(lines: list[str], expected: set[str]) -> None:
    assert {outcome(p) for p in packages([pos(line) for line in lines])} == expected


BETWEEN = {
    "between an offer and a wish": (
        ["N offer land.east=theirs", "S demand land.east=ours"],
        {"land.east=theirs", "land.east=line", "land.east=ours"},
    ),
    "who refuses the farther end has said where it stops": (
        ["N offer land.east=theirs", "N reject land.east=ours", "S demand land.east=ours"],
        {"land.east=theirs", "land.east=line", "land.east=ours"},
    ),
    "who takes both ends goes the whole way": (
        ["N offer land.east=theirs", "N offer land.east=ours", "S demand land.east=ours"],
        {"land.east=ours"},
    ),
    "who takes what lies between does not go back": (
        ["N offer land.east=line", "S demand land.east=ours"],
        {"land.east=line", "land.east=ours"},
    ),
    "who has taken nothing gives no direction": (
        ["N reject land.east=theirs", "S demand land.east=ours"],
        {"land.east=ours"},
    ),
    "a refusal is worse than silence": (
        ["N offer land.east=line", "N reject land.east=theirs", "S reject land.east=line"],
        {"land.east=line", "land.east=ours"},
    ),
    "no line, no way between": (
        ["N offer watch=none", "S demand watch=third"],
        {"watch=none", "watch=third"},
    ),
}


@pytest.mark.parametrize(("lines", "expected"), BETWEEN.values(), ids=BETWEEN)
def test_silence_is_no_way_to_the_far_end(lines: list[str], expected: set[str]) -> None:
    assert {outcome(p) for p in packages([pos(line) for line in lines])} == expected


def test_rules_tie_issues_together() -> None:
    found = packages([pos("N demand land.east=ours"), pos("S demand status.east=given")])
    assert {p.component for p in found} == {"land.east + status.east"}
    assert "land.east=ours status.east=given" not in {outcome(p) for p in found}
    apart = packages([pos("N demand land.east=ours"), pos("S demand status.west=given")])
    assert {p.component for p in apart} == {"land.east", "status.west"}


def test_gaps_and_crossings_stand_beside_each_outcome() -> None:
    positions = [pos("N accept_if watch=third"), pos("S reject watch=none", hardness="firm")]
    found = {outcome(p): p for p in packages([*positions, pos("N reject watch=parties|third")])}
    assert found["watch=none"].crossed == (("S", "watch", "none", "firm"),)
    assert found["watch=none"].gaps == (("N", "watch"),)


def test_undeclared_hardness_is_shown_as_such() -> None:
    found = packages([pos("N demand watch=third"), pos("S demand watch=none")])
    assert {c[3] for p in found for c in p.crossed} == {"not declared"}


def test_cut_enumeration_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    positions = [pos("N demand watch=third"), pos("S demand watch=none")]
    assert all(p.complete for p in packages(positions))
    monkeypatch.setattr(packages_module, "MOST_OUTCOMES", 2)
    assert not any(p.complete for p in packages(positions))


def movement(*lines: str) -> list[tuple[int | None, str]]:
    found = measure_movement([pos(line) for line in lines], book(TWO))
    return [(m.gap, " ".join(f"{p}:{v}" for p, v in m.per_party)) for m in found]


MOVES = {
    "both come closer": (
        [
            "N demand fire=general 2031-03-01",
            "S demand fire=none 2031-03-02",
            "S offer fire=sector 2031-04-01",
            "N accept fire=sector 2031-05-01",
        ],
        [
            (None, "N:general"),
            (3, "N:general S:none"),
            (1, "N:general S:sector"),
            (0, "N:sector S:sector"),
        ],
    ),
    "unknown breaks the line": (
        [
            "N demand fire=general 2031-03-01",
            "S offer fire=none 2031-03-02",
            "S withdraw fire=none 2031-04-01",
        ],
        [(None, "N:general"), (3, "N:general S:none"), (None, "N:general")],
    ),
    "undated words make no entry": (["N demand fire=general", "S demand fire=none"], []),
    "no scale": (["N demand watch=third 2031-03-01", "S demand watch=none 2031-03-01"], []),
    "saying it again makes no entry": (
        [
            "N demand fire=general 2031-03-01",
            "S demand fire=none 2031-03-01",
            "S demand fire=none 2031-06-01",
        ],
        [(3, "N:general S:none")],
    ),
}


@pytest.mark.parametrize(("lines", "expected"), MOVES.values(), ids=MOVES)
def test_movement(lines: list[str], expected: list[tuple[int | None, str]]) -> None:
    assert movement(*lines) == expected


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (
            ["N demand fire=general", "S demand fire=none"],
            "rule out every value on this record, by implication (complete)",
        ),
        (
            ["N demand fire=general", "S reject fire=general"],
            "rule out every value on this record, in part by implication (N) (complete)",
        ),
        (
            ["N reject fire=none|local|sector", "S reject fire=general"],
            "rule out every value on this record (complete)",
        ),
    ],
    ids=["two demands", "a demand and a refusal", "refusals in so many words"],
)
def test_refusals_that_a_demand_implies_are_told_apart(lines: list[str], told: str) -> None:
    positions, codebook = [pos(line) for line in lines], book(TWO)
    cells = build_cells(positions, codebook)
    statuses = judge_issues(cells, positions, codebook)
    found = find_conflicts(cells, statuses, codebook)
    texts = [g.text for g in gap_sentences(cells, statuses, codebook, conflicts=found)]
    assert any(told in text for text in texts), texts
