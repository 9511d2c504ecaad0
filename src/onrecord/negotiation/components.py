"""Issues that the codebook's rules tie together, and what each of their values would cost whom.

A component is settled as a whole: an outcome takes one value of each of its issues and breaks no
rule. Only issues with a closed scale are in one; a free list is never exhausted. `walk_of` takes
the issues in an order in which rules are closed early, so that parts of outcomes can be dropped
before they are outcomes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import prod
from typing import NamedTuple

from onrecord.errors import CodebookError
from onrecord.negotiation.scale import Scale, by_party, crossed, scale_of, silent_steps
from onrecord.negotiation.status import Rows, deciding, needed_on, state_of
from onrecord.positions.codebook import Codebook, Rule
from onrecord.records import Cell, IssueStatus


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of one issue: the refusals it crosses, who accepts it without a condition, whose
    word on it is missing (both in pairs of party and issue), and how many silent steps it lies from
    what a party accepted, where any.
    """

    issue: str
    value: str
    crossed: tuple[Cell, ...]
    accepted: tuple[tuple[str, str], ...]
    gaps: tuple[tuple[str, str], ...]
    silent: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Component:
    """Issues tied together, sorted; the choices of each, in scale order; the rules among them."""

    issues: tuple[str, ...]
    choices: tuple[tuple[Choice, ...], ...]
    rules: tuple[Rule, ...]

    @property
    def outcomes(self) -> int:
        """How many ways there are to take one value of each issue, the rules not looked at."""
        return prod(len(group) for group in self.choices)

    @property
    def parties(self) -> tuple[str, ...]:
        """The parties whose refusals stand in the way of some value, sorted."""
        every = {c.party for group in self.choices for choice in group for c in choice.crossed}
        return tuple(sorted(every))


def find_components(
    cells: Iterable[Cell], statuses: Iterable[IssueStatus], codebook: Codebook
) -> tuple[Component, ...]:
    """The components, sorted by their issues; most hold a single one."""
    table = by_party(cells)
    needed = needed_on(statuses)
    scales = {
        issue: scale
        for issue, rows in table.items()
        if (scale := scale_of(issue, (v for r in rows.values() for v in r), codebook)).closed
    }
    rules = [r for r in codebook.rules_among(scales) if _may_hold(r)]
    found = []
    for issues, own in _tied(scales, rules):
        choices = (_choices(scales[i], table[i], needed.get(i, ())) for i in issues)
        found.append(Component(issues, tuple(choices), tuple(own)))
    return tuple(found)


def _may_hold(rule: Rule) -> bool:
    """Whether its literals can hold together at all: not two values of one issue."""
    return len({issue for issue, _ in rule.literals}) == len(set(rule.literals))


def _tied(
    scales: Iterable[str], rules: Iterable[Rule]
) -> Iterator[tuple[tuple[str, ...], list[Rule]]]:
    """Yield the issues as the rules tie them together, each group sorted, with its rules."""
    root = {issue: issue for issue in scales}

    def find(issue: str) -> str:
        while root[issue] != issue:
            root[issue] = root[root[issue]]
            issue = root[issue]
        return issue

    ruling = list(rules)
    for rule in ruling:
        first, *others = [find(issue) for issue, _ in rule.literals]
        for other in others:
            low, high = sorted((find(first), find(other)))
            root[high] = low
    groups: dict[str, list[str]] = {}
    for issue in sorted(root):
        groups.setdefault(find(issue), []).append(issue)
    among: dict[str, list[Rule]] = {}
    for rule in ruling:
        among.setdefault(find(rule.literals[0][0]), []).append(rule)
    for name, issues in sorted(groups.items()):
        yield tuple(issues), among.get(name, [])


def _choices(scale: Scale, rows: Rows, needed: tuple[str, ...]) -> tuple[Choice, ...]:
    parties = deciding(rows, needed)
    return tuple(
        Choice(
            issue=scale.issue,
            value=value,
            crossed=tuple(c for p in parties for c in crossed(scale, rows.get(p, {}), value)),
            accepted=tuple(
                (p, scale.issue) for p in parties if state_of(rows, p, value) == "accepts"
            ),
            gaps=tuple(
                (p, scale.issue)
                for p in parties
                if state_of(rows, p, value) in ("unknown", "accepts_if")
            ),
            silent=tuple(
                (p, steps)
                for p in parties
                if (steps := silent_steps(scale, rows.get(p, {}), value))
            ),
        )
        for value in scale.values
    )


def rules_leave_nothing(component: Component, codebook: str) -> CodebookError:
    """The error that the rules alone leave no outcome."""
    rules = "; ".join(
        " with ".join(f"{issue}: {value}" for issue, value in rule.literals)
        for rule in component.rules
    )
    return CodebookError(
        f"codebook {codebook!r}: its rules leave no value for {', '.join(component.issues)}, "
        f"whatever the parties say; take one of these `never_together` out: {rules}"
    )


class Turn(NamedTuple):
    """One issue's turn: its choices, each with the rules it keeps (as bits); `closing`: the rules
    all of whose issues have had their turn with it.
    """

    choices: tuple[tuple[Choice, int], ...]
    closing: int


def walk_of(component: Component) -> Iterator[Turn]:
    """Yield the turns of a component's issues; next comes who shares most rules with those before.

    A rule with the number n is bit n; what was kept by one turn needs no looking at in later ones.
    """
    place = {issue: n for n, issue in enumerate(component.issues)}
    touching: list[int] = [0] * len(place)
    for number, rule in enumerate(component.rules):
        for issue, _ in rule.literals:
            touching[place[issue]] |= 1 << number
    left = set(range(len(place)))
    open_rules = 0  # rules with an issue that has had its turn
    while left:
        turn = min(left, key=lambda n: (-(touching[n] & open_rules).bit_count(), n))
        left.remove(turn)
        open_rules |= touching[turn]
        closing = touching[turn]
        for n in left:
            closing &= ~touching[n]
        yield Turn(
            tuple(
                (c, _kept_by(c, component.rules, touching[turn])) for c in component.choices[turn]
            ),
            closing,
        )


def _kept_by(choice: Choice, rules: Sequence[Rule], touching: int) -> int:
    """The rules that this choice keeps: those that speak of another value of its issue."""
    kept = touching
    for number, rule in enumerate(rules):
        if (choice.issue, choice.value) in rule.literals:
            kept &= ~(1 << number)
    return kept
