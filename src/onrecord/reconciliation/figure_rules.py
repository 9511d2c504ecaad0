"""The rule about counts of one thing."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.reconciliation.clash_evidence import Evidence
from onrecord.reconciliation.figures import (
    Figure,
    are_disjoint,
    pairs_to_compare,
    same_matter,
    same_origin,
    same_time,
)
from onrecord.records import Contradiction, identity

FIGURE_DAYS = 3  # figures without a date of their own are compared if printed within these days


def figures_differ(evidence: Evidence) -> Iterator[Contradiction]:
    """Two witnesses count the same thing, in the same place and at the same time, and their
    ranges do not meet.
    """
    clashes: dict[tuple[object, ...], tuple[dict[str, Figure], dict[str, Figure]]] = {}
    for pair in pairs_to_compare(evidence.figures):
        left, right = sorted(pair, key=lambda f: (f.low, f.high, f.quantity.id))
        if not are_disjoint(left, right) or not same_matter(left, right):
            continue
        if not same_time(left, right, FIGURE_DAYS) or same_origin(left, right, evidence.together):
            continue
        if left.speaker is not None and left.speaker == right.speaker:
            continue
        # A copy repeats the clash and is none of its own: its figure joins the side it is on.
        key = (left.counted, left.low, left.high, right.low, right.high)
        sides = clashes.setdefault(key, ({}, {}))
        sides[0][left.quantity.id], sides[1][right.quantity.id] = left, right
    for low, high in clashes.values():
        a, b = min(low), min(high)
        yield Contradiction(
            id=identity("contradiction", "quantity", *sorted((*low, *high))),
            kind="quantity",
            left=tuple(sorted(low)),
            right=tuple(sorted(high)),
            rule="figures_differ",
            detail=f"{_counted(low[a])}: “{low[a].quantity.span.text}” here,"
            f" “{high[b].quantity.span.text}” there",
            confidence=0.7,
        )


def _counted(figure: Figure) -> str:
    return figure.quantity.of or figure.quantity.unit or "a figure"
