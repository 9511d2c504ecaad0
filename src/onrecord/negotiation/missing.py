"""Whose word on which value is missing: what one would have to ask to learn more.

A word is asked for on a value that somebody asks for or accepts. Where nobody whose consent is
needed refuses that value, the missing words are all that stands between it and "agreed on this
record". What a party would answer, nothing here says.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from onrecord.negotiation.scale import Scale, by_party, crossed, scale_of
from onrecord.negotiation.status import Rows, deciding, needed_on, state_of, takes
from onrecord.positions.codebook import Codebook
from onrecord.records import Cell, IssueStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingWord:
    """That `party` has said nothing of a value that others take, or accepts it on a condition only.

    `taken_by` are the others that ask for it or accept it; `refused_by` those that count and
    refuse it, empty where the missing words alone keep it from being agreed.
    """

    issue: str
    value: str
    party: str
    has_said: Literal["nothing", "a condition"]
    taken_by: tuple[str, ...]
    refused_by: tuple[str, ...]


def missing_words(
    cells: Iterable[Cell], statuses: Iterable[IssueStatus], codebook: Codebook
) -> tuple[MissingWord, ...]:
    """The missing words, by issue, value in scale order, party; none where an issue is agreed."""
    held = tuple(statuses)
    table, needed = by_party(cells), needed_on(held)
    found: list[MissingWord] = []
    for status in held:
        rows = table.get(status.issue, {})
        if status.status not in ("agreed", "no_position"):
            scale = scale_of(status.issue, (v for row in rows.values() for v in row), codebook)
            for value in scale.values:
                found += _missing_on(scale, value, rows, deciding(rows, needed[status.issue]))
    return tuple(found)


def _missing_on(
    scale: Scale, value: str, rows: Rows, parties: tuple[str, ...]
) -> list[MissingWord]:
    taken_by = tuple(p for p in sorted(rows) if takes(rows, p, value))
    refused_by = tuple(p for p in parties if crossed(scale, rows.get(p, {}), value))
    if not taken_by:
        return []
    said: dict[str, Literal["nothing", "a condition"]] = {
        "unknown": "nothing",
        "accepts_if": "a condition",
    }
    return [
        MissingWord(
            issue=scale.issue,
            value=value,
            party=party,
            has_said=said[state],
            taken_by=tuple(p for p in taken_by if p != party),
            refused_by=refused_by,
        )
        for party in parties
        if (state := state_of(rows, party, value)) in said
    ]
