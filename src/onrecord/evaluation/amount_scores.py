"""How amounts are matched and counted: one rule for us and for whoever is set beside us.

A found amount is right if both ends are the gold's within a millionth of it and the unit is the
same symbol after the table of `gold.unit_names`; each gold amount is matched once. In a group only
what is of its kind counts as found: money in "currency", percentages in "percent", other measures
but times and temperatures in "dimension", everything but times in "meantime" (they are not VALUEs
there), everything in "quantulum3", and in "number" each end of whatever is found, without its unit.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from onrecord.evaluation.counts import Score
from onrecord.evaluation.gold.amounts import AmountCase, GoldAmount
from onrecord.evaluation.gold.unit_names import symbol_of

Kind = Literal["number", "percent", "currency", "time", "temperature", "dimension"]
GROUPS = ("number", "percent", "currency", "dimension", "quantulum3", "meantime")
NEARNESS = 1e-6


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundAmount:
    """What a reader found: its ends, its unit (a symbol or a name of the table), its kind."""

    low: float
    high: float
    unit: str | None
    kind: Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class AmountMiss:
    """A case with an amount missed, invented, or of another value or unit."""

    group: str
    path: str
    text: str
    missed: tuple[GoldAmount, ...]
    invented: tuple[GoldAmount, ...]

    def as_text(self) -> str:
        """One line: where, what was missed, what was found instead."""
        missed = ", ".join(_words(a) for a in self.missed) or "nothing"
        invented = ", ".join(_words(a) for a in self.invented) or "nothing"
        return f"{self.group} {self.path}: missed {missed}; found instead {invented}"


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupScore:
    """The counts of one group: amounts, and cases with every amount right and none invented."""

    amounts: Score
    right: int
    cases: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AmountScores:
    """The counts of each group, on what was looked at and on the part kept apart."""

    seen: dict[str, GroupScore]
    apart: dict[str, GroupScore]
    misses: tuple[AmountMiss, ...]


def score_amounts(
    cases: Sequence[AmountCase], found: Sequence[Iterable[FoundAmount]]
) -> AmountScores:
    """The scores of what was found in each case; misses are those of the seen part alone."""
    counts: dict[tuple[bool, str], list[int]] = {}
    misses = []
    for case, given in zip(cases, found, strict=True):
        have = _of_group(case.group, given)
        matched, missed, invented = _match(case.amounts, have)
        count = counts.setdefault((case.kept_apart, case.group), [0, 0, 0, 0, 0])
        right = not missed and not invented
        for at, more in enumerate((matched, len(have), len(case.amounts), right, 1)):
            count[at] += more
        if not right and not case.kept_apart:
            misses.append(
                AmountMiss(
                    group=case.group,
                    path=case.path,
                    text=case.text,
                    missed=tuple(missed),
                    invented=tuple(invented),
                )
            )
    return AmountScores(
        seen={group: _score(counts.get((False, group))) for group in GROUPS},
        apart={group: _score(counts.get((True, group))) for group in GROUPS},
        misses=tuple(misses),
    )


def _of_group(group: str, found: Iterable[FoundAmount]) -> list[GoldAmount]:
    """What counts as found in a group, with the units' symbols."""
    amounts = []
    for one in found:
        unit = symbol_of(one.unit)
        if group == "number":
            ends = (one.low,) if one.low == one.high else (one.low, one.high)
            amounts += [GoldAmount(low=end, high=end, unit=None) for end in ends]
            continue
        if (group in {"percent", "currency", "dimension"} and one.kind != group) or (
            group == "meantime" and one.kind == "time"
        ):
            continue
        if group in {"currency", "meantime"} and unit:
            unit = unit.partition("/")[0]
        amounts.append(GoldAmount(low=one.low, high=one.high, unit=unit))
    return amounts


def _match(
    gold: Sequence[GoldAmount], found: Sequence[GoldAmount]
) -> tuple[int, list[GoldAmount], list[GoldAmount]]:
    """How many match, the gold ones that none does, and the found ones that match none."""
    missed, left = [], list(found)
    for wanted in gold:
        at = next((i for i, have in enumerate(left) if _same(wanted, have)), None)
        if at is None:
            missed.append(wanted)
        else:
            left.pop(at)
    return len(gold) - len(missed), missed, left


def _same(left: GoldAmount, right: GoldAmount) -> bool:
    return (
        left.unit == right.unit
        and math.isclose(left.low, right.low, rel_tol=NEARNESS, abs_tol=1e-12)
        and math.isclose(left.high, right.high, rel_tol=NEARNESS, abs_tol=1e-12)
    )


def _score(counts: list[int] | None) -> GroupScore:
    matched, found, gold, right, cases = counts or [0, 0, 0, 0, 0]
    return GroupScore(
        amounts=Score(matched=matched, found=found, gold=gold), right=right, cases=cases
    )


def _words(amount: GoldAmount) -> str:
    value = f"{amount.low:g}" if amount.low == amount.high else f"{amount.low:g}–{amount.high:g}"
    return f"{value} {amount.unit}" if amount.unit else value
