"""How far two or more label the same things alike, beyond what chance would give.

A label is a word. What only one has labelled tells nothing of agreement: Cohen's kappa counts the
units that both have, Krippendorff's alpha those that at least two have, and both leave out the
rest, whose number stands beside the value.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

REST = "\x00 any other"  # never a label


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """A value with what it stands on: units that count, of these labelled alike, and left out.

    `value` is None where it is not defined: nothing to compare, or one label only, so that chance
    alone would agree on all.
    """

    value: float | None
    units: int
    agreed: int
    missing: int


Labels = Mapping[str, str]  # unit → label, of one coder


def cohen_kappa(pairs: Iterable[tuple[str, str]]) -> float | None:
    """Cohen's kappa of pairs of labels, from -1 to 1; None where it is not defined.

    kappa = (p_o - p_e) / (1 - p_e): p_o is the share of pairs that agree, p_e what two coders with
    these shares of labels would agree on by chance. Source: J. Cohen, A coefficient of agreement
    for nominal scales, Educational and Psychological Measurement 20 (1960), 37-46.
    """
    counted = Counter(pairs)
    n = counted.total()
    if n == 0:
        return None
    left: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for (a, b), count in counted.items():
        left[a] += count
        right[b] += count
    # Whole numbers until the last division: the same value in whatever order the pairs come.
    agreed = n * sum(count for (a, b), count in counted.items() if a == b)
    chance = sum(left[label] * right[label] for label in left)
    return (agreed - chance) / (n * n - chance) if n * n != chance else None


def krippendorff_alpha(units: Iterable[Sequence[str]]) -> float | None:
    """Krippendorff's alpha for nominal labels, at most 1; None where it is not defined.

    Each unit holds the labels that it was given, by however many; units with fewer than two count
    for nothing. alpha = 1 - (n - 1) * sum o_ck / sum n_c n_k over all c != k, of the coincidences
    o_ck of labels c and k within units. Source: K. Krippendorff, Computing Krippendorff's
    Alpha-Reliability (University of Pennsylvania, 2011), sections B to D.
    """
    told = [Counter(unit) for unit in units if len(unit) > 1]
    totals: Counter[str] = Counter()
    for unit in sorted(tuple(sorted(counted.items())) for counted in told):
        totals.update(dict(unit))
    n = totals.total()
    expected = n * n - sum(count * count for count in totals.values())
    if expected == 0:
        return None
    # Pairs that differ, by the size of their unit: few sizes, so that the sum is the same in any
    # order of the units.
    differing: Counter[int] = Counter()
    for counted in told:
        size = counted.total()
        differing[size] += size * size - sum(count * count for count in counted.values())
    observed = sum(differing[size] / (size - 1) for size in sorted(differing))
    return 1 - (n - 1) * observed / expected


def agreement_of_two(left: Labels, right: Labels, label: str | None = None) -> Agreement:
    """Cohen's kappa of two coders; with `label` of that one against all others."""
    both = sorted(left.keys() & right.keys())
    pairs = [(_as(left[unit], label), _as(right[unit], label)) for unit in both]
    return Agreement(
        value=cohen_kappa(pairs),
        units=len(both),
        agreed=sum(a == b for a, b in pairs),
        missing=len(left.keys() ^ right.keys()),
    )


def agreement_of_all(coders: Iterable[Labels], label: str | None = None) -> Agreement:
    """Krippendorff's alpha of all coders; with `label` of that one against all others."""
    units: dict[str, list[str]] = {}
    for labels in coders:
        for unit, given in labels.items():
            units.setdefault(unit, []).append(_as(given, label))
    pairable = [given for given in units.values() if len(given) > 1]
    return Agreement(
        value=krippendorff_alpha(pairable),
        units=len(pairable),
        agreed=sum(len(set(given)) == 1 for given in pairable),
        missing=len(units) - len(pairable),
    )


def confusions_of_two(left: Labels, right: Labels) -> Mapping[tuple[str, str], int]:
    """How often each pair of labels was given to one unit, most often first."""
    counted = Counter((left[unit], right[unit]) for unit in left.keys() & right.keys())
    return dict(sorted(counted.items(), key=lambda item: (-item[1], item[0])))


def _as(given: str, label: str | None) -> str:
    return given if label is None or given == label else REST
