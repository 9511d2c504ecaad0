"""The outcomes that no other is better than for every party: a frontier, never one "best".

Issues that a rule of the codebook ties together form a component and are settled together. Parties
are never weighed against each other and nothing is summed across them. The frontier holds only
values that the codebook knows; `complete` is False where not all outcomes could be looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, product
from math import prod

from onrecord.negotiation.conflicts import deciding
from onrecord.negotiation.scale import Scale, by_party, crossed, scale_of
from onrecord.negotiation.status import Rows, needed_on, state_of
from onrecord.positions.codebook import Codebook, Rule
from onrecord.records import Cell, IssueStatus, Package, identity

MOST_OUTCOMES = 50_000  # of one component
MOST_PACKAGES = 200  # of one component; a frontier of more is cut

Vector = tuple[tuple[int, int, int], ...]  # per party: red lines, firm and soft refusals crossed
WEIGHT = {"red_line": 0, "firm": 1, "soft": 2, None: 2}  # not declared counts as soft


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of one issue: what each party would have to give up, and whose word is missing."""

    issue: str
    value: str
    crossed: tuple[Cell, ...]
    gaps: tuple[tuple[str, str], ...]


def build_packages(
    cells: Iterable[Cell], statuses: Iterable[IssueStatus], codebook: Codebook
) -> tuple[Package, ...]:
    """The frontier of every component with a closed scale, sorted by component and outcome."""
    table = by_party(cells)
    needed = needed_on(statuses)
    scales = {
        issue: scale
        for issue, rows in table.items()
        if (scale := scale_of(issue, (v for r in rows.values() for v in r), codebook)).closed
    }
    rules = codebook.rules_among(scales)
    packages: list[Package] = []
    for component in _components(scales, rules):
        choices = [
            [
                _choice(scales[issue], v, table[issue], needed.get(issue, ()))
                for v in scales[issue].values
            ]
            for issue in component
        ]
        tying = [r for r in rules if all(issue in component for issue, _ in r.literals)]
        packages += _frontier(component, choices, tying)
    return tuple(packages)


def _components(scales: Iterable[str], rules: Iterable[Rule]) -> list[tuple[str, ...]]:
    """The issues as the rules tie them together, each group sorted; sorted."""
    root = {issue: issue for issue in scales}

    def find(issue: str) -> str:
        while root[issue] != issue:
            root[issue] = root[root[issue]]
            issue = root[issue]
        return issue

    for rule in rules:
        first, *others = [find(issue) for issue, _ in rule.literals]
        for other in others:
            low, high = sorted((find(first), find(other)))
            root[high] = low
    groups: dict[str, list[str]] = {}
    for issue in sorted(root):
        groups.setdefault(find(issue), []).append(issue)
    return sorted(tuple(g) for g in groups.values())


def _choice(scale: Scale, value: str, rows: Rows, needed: tuple[str, ...]) -> Choice:
    parties = deciding(rows, needed)
    return Choice(
        issue=scale.issue,
        value=value,
        crossed=tuple(c for p in parties for c in crossed(scale, rows.get(p, {}), value)),
        gaps=tuple(
            (p, scale.issue)
            for p in parties
            if state_of(rows, p, value) in ("unknown", "accepts_if")
        ),
    )


def _frontier(
    component: tuple[str, ...], choices: Sequence[Sequence[Choice]], rules: Sequence[Rule]
) -> list[Package]:
    parties = sorted({c.party for group in choices for choice in group for c in choice.crossed})
    complete = prod(len(group) for group in choices) <= MOST_OUTCOMES
    outcomes = islice(product(*choices), MOST_OUTCOMES)
    by_vector: dict[Vector, list[tuple[Choice, ...]]] = {}
    for outcome in outcomes:
        if _obeys(outcome, rules):
            by_vector.setdefault(_vector(outcome, parties), []).append(outcome)
    best = list(_undominated(by_vector))
    kept = [outcome for vector in best for outcome in by_vector[vector]]
    complete = complete and len(kept) <= MOST_PACKAGES
    packages = [_package(component, outcome, complete) for outcome in kept[:MOST_PACKAGES]]
    return sorted(packages, key=lambda p: p.outcome)


def _obeys(outcome: Sequence[Choice], rules: Iterable[Rule]) -> bool:
    held = {(c.issue, c.value) for c in outcome}
    return not any(held.issuperset(rule.literals) for rule in rules)


def _vector(outcome: Sequence[Choice], parties: Sequence[str]) -> Vector:
    counts = {party: [0, 0, 0] for party in parties}
    for choice in outcome:
        for cell in choice.crossed:
            counts[cell.party][WEIGHT[cell.hardness]] += 1
    return tuple((red, firm, soft) for red, firm, soft in counts.values())


def _undominated(vectors: Mapping[Vector, object]) -> Iterator[Vector]:
    """The vectors that no other is at least as good as for every party.

    In lexicographic order a vector comes after all that dominate it, so one look back suffices.
    """
    kept: list[Vector] = []
    for vector in sorted(vectors):
        if not any(all(k <= v for k, v in zip(other, vector, strict=True)) for other in kept):
            kept.append(vector)
            yield vector


def _package(component: tuple[str, ...], outcome: Sequence[Choice], complete: bool) -> Package:
    pairs = tuple((c.issue, c.value) for c in outcome)
    name = " + ".join(component)
    return Package(
        id=identity("package", *(part for pair in pairs for part in pair)),
        component=name,
        outcome=pairs,
        crossed=tuple(
            sorted(
                (c.party, c.issue, c.value, c.hardness or "not declared")
                for choice in outcome
                for c in choice.crossed
            )
        ),
        gaps=tuple(sorted({gap for choice in outcome for gap in choice.gaps})),
        complete=complete,
    )
