"""What rules tie together: conflicts across issues, openings, frontiers, and their limits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import CodebookError
from onrecord.negotiation import (
    build_cells,
    build_packages,
    find_conflicts,
    find_openings,
    judge_issues,
    missing_words,
)
from onrecord.negotiation import conflicts as conflicts_module
from onrecord.negotiation import obstacles as obstacles_module
from onrecord.negotiation import openings as openings_module
from onrecord.negotiation import packages as packages_module
from onrecord.negotiation.components import find_components
from onrecord.negotiation.covers import meeting, minimal
from onrecord.negotiation.packages import Standing, undominated
from onrecord.positions.codebook import Codebook, Issue, Rule, Value
from onrecord.records import Cell, IssueStatus, Position
from tests.negotiation.short import pos

Known = tuple[tuple[Cell, ...], tuple[IssueStatus, ...], Codebook]
Literals = tuple[tuple[str, str], ...]


def known(lines: list[str], *rules: Literals, issues: str = "x y z", values: str = "0 1") -> Known:
    """Cells and statuses of these words; all issues have these values, all parties must agree."""
    scale = tuple(Value(id=v, name=v) for v in values.split())
    positions = [pos(line, id=f"p{n:03}") for n, line in enumerate(lines)]
    parties = tuple(sorted({str(p.party) for p in positions}))
    codebook = Codebook(
        name="test",
        issues=tuple(
            Issue(id=i, name=i, group="Test", values=scale, ordered=False) for i in issues.split()
        ),
        rules=tuple(Rule(literals=own, why="") for own in rules),
        consent=dict.fromkeys(issues.split(), parties),
    )
    return (*judged(positions, codebook), codebook)


def judged(
    positions: list[Position], codebook: Codebook
) -> tuple[tuple[Cell, ...], tuple[IssueStatus, ...]]:
    cells = build_cells(positions, codebook)
    return cells, judge_issues(cells, positions, codebook)


# Textbook sets of clauses, each clause a rule over issues of two values; the values that each party
# wants are unit clauses of their own. Known answers: all smallest conflicts, all corrections.
CLAUSES = {
    # x, not x or y, not y: one conflict of all three.
    "a chain": (
        ["A demand x=1", "B demand y=0"],
        [(("x", "1"), ("y", "0"))],
        [(("A", "B"), ("x", "y"))],
        [("A",), ("B",)],
    ),
    # x, not x or y, not y, z, not y or not z (Liffiton and Sakallah 2008, shape of their example).
    "two chains that share a demand": (
        ["A demand x=1", "B demand y=0", "C demand z=1"],
        [(("x", "1"), ("y", "0")), (("x", "1"), ("z", "1"))],
        [(("A", "B"), ("x", "y")), (("A", "C"), ("x", "z"))],
        [("A",), ("B", "C")],
    ),
    # At most one of three that all are wanted: every pair.
    "pairs of three": (
        ["A demand x=1", "B demand y=1", "C demand z=1"],
        [(("x", "1"), ("y", "1")), (("x", "1"), ("z", "1")), (("y", "1"), ("z", "1"))],
        [(("A", "B"), ("x", "y")), (("A", "C"), ("x", "z")), (("B", "C"), ("y", "z"))],
        [("A", "B"), ("A", "C"), ("B", "C")],
    ),
    # Not all of three: only the three together.
    "three at once": (
        ["A demand x=1", "B demand y=1", "C demand z=1"],
        [(("x", "1"), ("y", "1"), ("z", "1"))],
        [(("A", "B", "C"), ("x", "y", "z"))],
        [("A",), ("B",), ("C",)],
    ),
    # One step of resolution: y is nobody's, yet neither of its values is left.
    "an issue that nobody cares for": (
        ["A demand x=1", "B demand z=1", "A accept y=0", "A accept y=1"],
        [(("x", "1"), ("y", "0")), (("y", "1"), ("z", "1"))],
        [(("A", "B"), ("x", "y", "z"))],
        [("A",), ("B",)],
    ),
    "no conflict": (["A demand x=1", "B demand y=1"], [(("x", "1"), ("y", "0"))], [], []),
}


@pytest.mark.parametrize(("lines", "rules", "expected", "ways"), CLAUSES.values(), ids=CLAUSES)
def test_clauses_with_known_answers(
    lines: list[str],
    rules: list[Literals],
    expected: list[tuple[tuple[str, ...], tuple[str, ...]]],
    ways: list[tuple[str, ...]],
) -> None:
    cells, statuses, codebook = known(lines, *rules)
    found = find_conflicts(cells, statuses, codebook)
    assert sorted((c.parties, c.issues) for c in found) == sorted(expected)
    assert all(c.complete for c in found)
    opened = [w for o in find_openings(cells, statuses, codebook) for w in o.could_open]
    assert sorted(opened) == sorted(ways)


def test_colouring_needs_a_third_colour() -> None:
    """A ring of five countries in two colours has no outcome without a border crossed."""
    ring = "a b c d e"
    borders = [
        ((left, colour), (right, colour))
        for left, right in zip(ring.split(), ["b", "c", "d", "e", "a"], strict=True)
        for colour in "01"
    ]
    lines = [f"P accept {issue}=0" for issue in ring.split()]
    with pytest.raises(CodebookError, match="rules leave no value for a, b, c, d, e"):
        find_conflicts(*known(lines, *borders, issues=ring))
    with pytest.raises(CodebookError, match="never_together"):
        find_openings(*known(lines, *borders, issues=ring))
    assert find_conflicts(*known(lines, *borders, issues=ring, values="0 1 2")) == ()


def test_rules_that_cannot_hold_tie_nothing() -> None:
    lines = ["A demand x=1", "B demand y=1"]
    cells, statuses, codebook = known(lines, (("x", "0"), ("x", "1"), ("y", "1")))
    assert [c.issues for c in find_components(cells, statuses, codebook)] == [("x",), ("y",)]


def wide(parties: int, issues: int) -> Known:
    """Each issue split between two of the parties, all tied by one rule."""
    names = [f"i{n:02}" for n in range(issues)]
    lines = [f"P{(n + k) % parties:02} demand {i}={k}" for n, i in enumerate(names) for k in (0, 1)]
    rule = tuple((i, "0") for i in names)
    return known(lines, rule, issues=" ".join(names))


def test_too_many_outcomes_fall_back_to_whole_parties(monkeypatch: pytest.MonkeyPatch) -> None:
    case = wide(3, 6)
    assert build_packages(*case)
    (exact,) = find_openings(*case)
    assert exact.complete
    monkeypatch.setattr(packages_module, "MOST_OUTCOMES", 10)
    assert build_packages(*case) == ()
    assert find_openings(*case) == (exact,), "in whole parties it can still be told"
    assert exact.outcomes == 64
    monkeypatch.setattr(packages_module, "MOST_OUTCOMES", 64)
    assert build_packages(*case)
    monkeypatch.setattr(packages_module, "MOST_COMPARED", 2)
    assert build_packages(*case) == ()


def test_what_is_cut_says_so_and_is_still_true(monkeypatch: pytest.MonkeyPatch) -> None:
    case = wide(7, 7)
    (exact,) = find_openings(*case)
    assert exact.complete
    cut_obstacles = obstacles_module.obstacles
    monkeypatch.setattr(openings_module, "obstacles", lambda *args: cut_obstacles(*args, most=2))
    (found,) = find_openings(*case)
    assert not found.complete
    assert found.could_open
    assert set(found.could_open) <= set(exact.could_open)
    assert set(found.incompatible) <= set(exact.incompatible)


def test_conflicts_across_too_many_issues_are_told_in_whole_parties(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lines = ["A demand x=1", "B demand y=1", "C demand z=1"]
    case = known(lines, (("x", "1"), ("y", "1"), ("z", "1")))
    (exact,) = find_conflicts(*case)
    monkeypatch.setattr(conflicts_module, "MOST_TIED", 1)
    (found,) = find_conflicts(*case)
    assert (found.parties, found.complete) == (exact.parties, False)


def test_many_covers_of_one_issue_are_cut_and_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [f"P{n} demand x={n}" for n in range(6)]
    case = known(lines, values="0 1 2 3 4 5")
    exact = find_conflicts(*case)
    assert len(exact) == 15
    assert all(c.complete for c in exact)
    monkeypatch.setattr(conflicts_module, "MOST_CONFLICTS", 4)
    found = find_conflicts(*case)
    assert 0 < len(found) <= 4
    assert not any(c.complete for c in found)
    assert {c.parties for c in found} <= {c.parties for c in exact}


def test_a_long_frontier_keeps_every_partys_end(monkeypatch: pytest.MonkeyPatch) -> None:
    case = wide(4, 4)
    whole = build_packages(*case)
    monkeypatch.setattr(packages_module, "MOST_PACKAGES", 6)
    shown = build_packages(*case)
    assert len(whole) > len(shown) >= 6 - 4
    assert not any(p.complete for p in shown)
    for party in {c[0] for p in whole for c in p.crossed}:
        least = [min(sum(c[0] == party for c in p.crossed) for p in own) for own in (whole, shown)]
        assert least[0] == least[1]


THREE = st.tuples(*[st.integers(0, 3)] * 3)


@given(st.lists(st.tuples(THREE, st.integers(0, 7), THREE), max_size=12), st.integers(0, 3))
def test_undominated(drawn: list[tuple[tuple[int, ...], int, tuple[int, ...]]], width: int) -> None:
    own = {Standing(v[:width], yes, silent[:width]) for v, yes, silent in drawn}
    expected = [
        one
        for one in sorted(own)
        if not any(
            other.crossed != one.crossed
            and all(
                a < b or (a == b and s | t == t)
                for a, b, s, t in zip(
                    other.crossed, one.crossed, other.silent, one.silent, strict=True
                )
            )
            and other.accepted & one.accepted == one.accepted
            for other in own
        )
    ]
    assert undominated(own) == expected


def test_minimal_sets_of_one_size_stay() -> None:
    assert minimal([0b11, 0b110, 0b101, 0b111]) == [0b11, 0b101, 0b110]
    assert meeting([], 5).found == (0,)
    assert meeting([0], 5).found == ()


MISSING = {
    "nobody else has spoken": (
        ["A demand x=1", "B openness x=1"],
        [("1", "B", "nothing", ("A",), ())],
    ),
    "on a condition": (
        ["A demand x=1", "B accept_if x=1"],
        [("1", "B", "a condition", ("A",), ())],
    ),
    "refused by a third": (
        ["A demand x=1", "B openness x=1", "C reject x=1"],
        [("1", "B", "nothing", ("A",), ("C",))],
    ),
    "agreed": (["A demand x=1", "B accept x=1"], []),
    "nobody takes it": (["A reject x=1", "B reject x=1"], []),
}


@pytest.mark.parametrize(("lines", "expected"), MISSING.values(), ids=MISSING)
def test_whose_word_is_missing(lines: list[str], expected: list[tuple[object, ...]]) -> None:
    found = missing_words(*known(lines))
    shown = [(m.value, m.party, m.has_said, m.taken_by, m.refused_by) for m in found]
    assert shown == expected
