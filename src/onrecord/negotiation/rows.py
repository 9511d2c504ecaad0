"""A row of the matrix while it is being settled: one party on one issue.

A `Draft` becomes a cell: the rules of `cell_rules` write to it, `cells.build_cells` reads it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from onrecord.negotiation.scale import Scale
from onrecord.negotiation.words import Effect, Word
from onrecord.records import Hardness

State = Literal["accepts", "accepts_if", "refuses", "unknown"]


@dataclass(slots=True)
class Draft:
    """A cell to be: the words that bear on it, those that stand, and what they come to.

    `beside` are words shown with the cell although they do not decide it.
    """

    value: str
    explicit: list[Word] = field(default_factory=list)
    implied: list[Word] = field(default_factory=list)
    standing: Sequence[Word] = ()
    beside: tuple[Word, ...] = ()
    state: State = "unknown"
    hardness: Hardness | None = None
    is_implied: bool = False
    flags: tuple[str, ...] = ()

    def effect(self, word: Word) -> Effect:
        """What a word says of this value: a wish for others refuses it."""
        return word.effect if self.value in word.position.values else "refuses"


@dataclass(slots=True)
class Row:
    """One party on one issue: its words by time, a draft per value in scale order.

    `preconditions` are the party's strict preconditions on a value, by value.
    """

    party: str
    scale: Scale
    words: list[Word]
    drafts: list[Draft]
    preconditions: Mapping[str, Sequence[Word]]
