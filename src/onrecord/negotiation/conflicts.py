"""Which refusals, together, leave an issue no value: the smallest sets of parties, in closed form.

A party that alone refuses every value has an incoherent record (it moved, is divided, or was read
wrongly); such a conflict comes before all others.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import combinations

from onrecord.negotiation.scale import Scale, by_party, scale_of
from onrecord.negotiation.status import Rows, needed_on
from onrecord.positions.codebook import Codebook
from onrecord.records import Cell, Conflict, IssueStatus, identity

MOST_PARTIES = 12  # 2^12 sets; six parties whose consent is needed are many in practice


def find_conflicts(
    cells: Iterable[Cell], statuses: Iterable[IssueStatus], codebook: Codebook
) -> tuple[Conflict, ...]:
    """The smallest sets of refusals that cover all values of an issue; single parties first.

    Only parties whose consent is needed are asked, or all where that is not known.
    """
    needed = needed_on(statuses)
    found = []
    for issue, rows in by_party(cells).items():
        scale = scale_of(issue, (v for row in rows.values() for v in row), codebook)
        if scale.closed:
            found += _within(scale, rows, deciding(rows, needed.get(issue, ())))
    return tuple(sorted(found, key=lambda c: (len(c.parties) > 1, c.issues, c.parties)))


def deciding(rows: Rows, needed: tuple[str, ...]) -> tuple[str, ...]:
    """The parties that count on an issue: those whose consent is needed, else all in its rows."""
    return needed if len(needed) > 1 else tuple(sorted(rows))


def _within(scale: Scale, rows: Rows, parties: tuple[str, ...]) -> list[Conflict]:
    refusals: Mapping[str, frozenset[str]] = {
        p: frozenset(v for v, cell in rows.get(p, {}).items() if cell.state == "refuses")
        for p in parties
    }
    asked = [p for p in parties if refusals[p]]
    complete = len(asked) <= MOST_PARTIES
    every = frozenset(scale.values)
    covers: list[frozenset[str]] = []
    for size in range(1, (len(asked) if complete else 2) + 1):
        for chosen in combinations(asked, size):
            group = frozenset(chosen)
            if any(smaller <= group for smaller in covers):
                continue
            if frozenset().union(*(refusals[p] for p in chosen)) >= every:
                covers.append(group)
    return [
        Conflict(
            id=identity("conflict", scale.issue, *sorted(group)),
            refusals=tuple(
                (p, scale.issue, v) for p in sorted(group) for v in scale.values if v in refusals[p]
            ),
            issues=(scale.issue,),
            parties=tuple(sorted(group)),
            complete=complete,
        )
        for group in covers
    ]
