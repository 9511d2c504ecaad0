"""A sentence on what stands between the parties, as a record of its own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

from onrecord.records import Cell

GapKind = Literal[
    "own_conflict",
    "blocked_by_red_lines",
    "contested",
    "no_objection",
    "agreed",
    "no_position",
    "circle",
    "refused_step",
    "unanswered",
    "ask",
    "conflict",
    "opening",
    "frontier",
    "supposed",
    "status_change",
    "cell_change",
    "conflict_change",
    "block_change",
    "frontier_change",
    "ask_change",
    "extent",
    "rule",
    "order",
    "clause",
    "movement",
]
LONGEST = 300  # characters of a line that a reader takes in; what is longer is split or cut
ORDER: tuple[GapKind, ...] = get_args(GapKind)


@dataclass(frozen=True, slots=True, kw_only=True)
class GapLine:
    """One sentence on what stands between the parties, and the ids of its positions.

    `unsure`: part of it stands on words alone that were read with low confidence.
    """

    kind: GapKind
    issue: str | None
    text: str
    positions: tuple[str, ...]
    unsure: bool = False


def positions_of(cells: Iterable[Cell]) -> tuple[str, ...]:
    """The ids of the positions that these cells stand on, sorted."""
    return tuple(sorted({p for cell in cells for p in cell.positions}))
