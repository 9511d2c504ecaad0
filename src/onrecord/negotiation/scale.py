"""The values an issue may take on this record, and how far one lies from another.

Invariant: a closed scale holds every value that the codebook knows, in its order. An open one (a
free list, or an issue that the codebook does not know) holds the values that were named, sorted;
it is never ordered and never exhausted, since a value that nobody named may still come.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.positions.codebook import Codebook
from onrecord.records import Cell, Hardness

HARDNESS_RANK: dict[Hardness | None, int] = {None: 0, "soft": 1, "firm": 2, "red_line": 3}


@dataclass(frozen=True, slots=True)
class Scale:
    """The values of one issue: `ordered` if they lie on one line, `closed` if no others exist.

    `exclusive`: an outcome takes one of them, so that a wish for one refuses the others.
    """

    issue: str
    values: tuple[str, ...]
    ordered: bool
    closed: bool
    exclusive: bool


def scale_of(issue_id: str, mentioned: Iterable[str], codebook: Codebook) -> Scale:
    """The scale of an issue; values that the codebook lacks follow its own and open the scale."""
    known: tuple[str, ...] = ()
    ordered = False
    if codebook.has_issue(issue_id):
        issue = codebook.issue(issue_id)
        known, ordered = issue.scale, issue.ordered
    further = tuple(sorted(set(mentioned) - set(known)))
    closed = bool(known) and not further
    return Scale(issue_id, known + further, ordered and closed, closed, bool(known))


def hardest(levels: Iterable[Hardness | None]) -> Hardness | None:
    """The hardest of these levels; None, which was not declared, only if all are."""
    return max(levels, key=HARDNESS_RANK.__getitem__, default=None)


def crossed(scale: Scale, row: Mapping[str, Cell], value: str) -> tuple[Cell, ...]:
    """The refusals of one party that `value` crosses, in scale order.

    On an ordered issue these are all values refused on the way from the party's nearest accepted
    value to this one; elsewhere the refusal of the value itself.
    """
    if _takes(row, value):
        return ()
    own = row.get(value)
    if not scale.ordered:
        return (own,) if own is not None and own.state == "refuses" else ()
    accepted = _accepted(scale, row)
    way = _way_to(scale, accepted, value) if accepted else (value,)
    return tuple(cell for v in way if (cell := row.get(v)) is not None and cell.state == "refuses")


def silent_steps(scale: Scale, row: Mapping[str, Cell], value: str) -> int:
    """How many values without a word lie between what a party accepted and `value`, itself too.

    0 where the party accepted nothing, or the values lie on no line: which of two silent values is
    the farther one is then not known.
    """
    if not scale.ordered or _takes(row, value):
        return 0
    accepted = _accepted(scale, row)
    way = _way_to(scale, accepted, value) if accepted else ()
    return sum(v not in row or row[v].state == "unknown" for v in way)


def _way_to(scale: Scale, accepted: Sequence[int], value: str) -> Sequence[str]:
    """The values from the nearest accepted one (left out) to `value`, in scale order."""
    there = scale.values.index(value)
    near = min(accepted, key=lambda place: (abs(place - there), place))
    return scale.values[near + 1 : there + 1] if near < there else scale.values[there:near]


def _accepted(scale: Scale, row: Mapping[str, Cell]) -> list[int]:
    """The places on the scale that a party accepts, with a condition or without."""
    return [place for place, value in enumerate(scale.values) if _takes(row, value)]


def _takes(row: Mapping[str, Cell], value: str) -> bool:
    own = row.get(value)
    return own is not None and own.state in ("accepts", "accepts_if")


def by_party(cells: Iterable[Cell]) -> dict[str, dict[str, dict[str, Cell]]]:
    """The cells by issue, party and value; issues and parties sorted."""
    table: dict[str, dict[str, dict[str, Cell]]] = {}
    for cell in sorted(cells, key=lambda c: (c.issue, c.party, c.value)):
        table.setdefault(cell.issue, {}).setdefault(cell.party, {})[cell.value] = cell
    return table
