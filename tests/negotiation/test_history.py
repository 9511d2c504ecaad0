"""Negotiations of the past: what was signed is on the frontier of what was on record before."""

from __future__ import annotations

import re
from itertools import product
from math import prod
from pathlib import Path

import pytest

from onrecord.negotiation import (
    build_cells,
    build_packages,
    components,
    find_conflicts,
    find_openings,
    gap_sentences,
    judge_issues,
)
from onrecord.records import Cell, IssueStatus, Package
from tests.negotiation.history import History, history
from tests.negotiation.history.camp_david import CAMP_DAVID
from tests.negotiation.history.good_friday import GOOD_FRIDAY
from tests.negotiation.history.north_america import NORTH_AMERICA
from tests.negotiation.history.withdrawal import WITHDRAWAL
from tests.negotiation.history.writers import WRITERS

HISTORIES = (CAMP_DAVID, GOOD_FRIDAY, NORTH_AMERICA, WRITERS, WITHDRAWAL)
CASES = {h.codebook.name: h for h in HISTORIES}
GUIDE = Path(__file__).parents[2] / "docs" / "between.md"
NO_MORE_THAN = 0.2  # of all outcomes on the frontier
FORECAST = re.compile(r"\b(?:im)?possib\w*|\b(?:un)?likely\b|\bcannot\b|\bnever\b", re.IGNORECASE)


def of(case: History) -> tuple[tuple[Cell, ...], tuple[IssueStatus, ...]]:
    cells = build_cells(case.positions, case.codebook)
    return cells, judge_issues(cells, case.positions, case.codebook)


def packages_of(case: History) -> dict[str, list[Package]]:
    cells, statuses = of(case)
    found: dict[str, list[Package]] = {}
    for package in build_packages(cells, statuses, case.codebook):
        found.setdefault(package.component, []).append(package)
    return found


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_codings_keep_the_coding_rule(case: History) -> None:
    values = {i.id: set(i.scale) for i in case.codebook.issues}
    assert set(case.signed) == set(values)
    assert all(case.signed[i] in values[i] for i in values)
    assert all(p.issue in values and set(p.values) <= values[p.issue] for p in case.positions)
    spoken_of = {(p.issue, v) for p in case.positions for v in p.values}
    assert spoken_of.isdisjoint(case.creative), "what came up in the outcome has no word before it"
    assert all(p.said is not None for p in case.positions)
    assert len(case.cited) == len(case.positions)
    assert all(re.search(r"\b(?:19|20)\d\d\b", source) for source in case.cited), "dated"


def test_a_position_without_a_source_is_no_coding() -> None:
    with pytest.raises(KeyError):
        history(
            "x", parties=("N", "S"), sources={}, scales={"a": "b < c"}, said="N demand a=b 2031-05",
            signed={"a": "b"}, sticking=(),
        )  # fmt: skip


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_sticking_points_are_named(case: History) -> None:
    statuses = {s.issue: s.status for s in of(case)[1]}
    not_named = {
        i for i in case.sticking if statuses[i] not in ("contested", "blocked_by_red_lines")
    }
    assert not_named == set(case.not_named)
    assert all(case.not_named.values()), "each with its reason"
    assert any(s in ("agreed", "no_objection") for s in statuses.values())


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_what_was_signed_is_on_the_frontier(case: History) -> None:
    assert all(p.complete for packages in packages_of(case).values() for p in packages)
    assert missed_in(case) == set(case.missed)
    assert all(case.missed.values()), "each with its reason"


def missed_in(case: History) -> set[str]:
    """The issues of the components whose signed outcome is not on the frontier."""
    missed: set[str] = set()
    for component, packages in packages_of(case).items():
        issues = component.split(" + ")
        if tuple((i, case.signed[i]) for i in issues) not in {p.outcome for p in packages}:
            missed.update(issues)
    return missed


def test_without_the_rule_on_silence_what_lies_between_is_missed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = {case.codebook.name: missed_in(case) for case in HISTORIES}
    monkeypatch.setattr(components, "silent_steps", lambda *_: 0)
    more = {case.codebook.name: missed_in(case) - before[case.codebook.name] for case in HISTORIES}
    assert {name: issues for name, issues in more.items() if issues} == {
        "Camp David 1978": {"linkage"},
        "WGA and AMPTP 2023": {"streaming_films"},
    }


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_the_frontier_is_no_more_than_a_fifth(case: History) -> None:
    assert share(case) <= NO_MORE_THAN


def share(case: History) -> float:
    """The part of all outcomes that break no rule whose every component is on its frontier."""
    on_it = prod(len(p) for p in packages_of(case).values())
    return on_it / prod(_allowed(case))


def _allowed(case: History) -> list[int]:
    """Per component, how many outcomes break no rule."""
    counts = []
    for component in components.find_components(*of(case), case.codebook):
        values = [[(c.issue, c.value) for c in group] for group in component.choices]
        counts.append(
            sum(
                not any(set(rule.literals) <= set(outcome) for rule in component.rules)
                for outcome in product(*values)
            )
        )
    return counts


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_no_sentence_says_what_could_not_be(case: History) -> None:
    cells, statuses = of(case)
    lines = gap_sentences(
        cells,
        statuses,
        case.codebook,
        conflicts=find_conflicts(cells, statuses, case.codebook),
        packages=build_packages(cells, statuses, case.codebook),
    )
    assert lines
    for line in lines:
        assert not FORECAST.search(line.text), line.text


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_every_sticking_point_has_somebody_who_could_open_it(case: History) -> None:
    cells, statuses = of(case)
    openings = find_openings(cells, statuses, case.codebook)
    opened = {issue: o for o in openings for issue in o.issues}
    parties = {c.party for c in cells}
    for issue in set(case.sticking) - set(case.not_named):
        assert opened[issue].complete
        assert all(set(p) <= parties for p in opened[issue].could_open)


def drawn_blindly(case: History) -> float:
    """On how many issues a value drawn blindly would be one of those on the frontier."""
    on_it: set[tuple[str, str]] = set()
    for packages in packages_of(case).values():
        on_it |= {pair for p in packages for pair in p.outcome}
    issues = case.codebook.issues
    return sum(sum((i.id, v) in on_it for v in i.scale) / len(i.scale) for i in issues)


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_the_guide_tells_these_figures(case: History) -> None:
    found = packages_of(case)
    row = (
        f"{len(case.sticking) - len(case.not_named)} of {len(case.sticking)} | "
        f"{len(case.signed) - len(case.missed)} of {len(case.signed)} | "
        f"{drawn_blindly(case):.1f} | "
        f"{prod(len(p) for p in found.values()):,} of {prod(_allowed(case)):,} |"
    )
    assert row in GUIDE.read_text("utf-8"), row


def test_the_guide_tells_their_sums() -> None:
    issues = sum(len(case.signed) for case in HISTORIES)
    found = issues - sum(len(case.missed) for case in HISTORIES)
    sentence = (
        f"The signed value is on the frontier for {found} of {issues} issues; a value drawn blindly"
        f" would be for {sum(map(drawn_blindly, HISTORIES)):.0f}."
    )
    added = sum(len(case.creative) for case in HISTORIES)
    guide = " ".join(GUIDE.read_text("utf-8").split())
    assert sentence in guide, sentence
    assert f"{added} of them came up only in the outcome" in guide
