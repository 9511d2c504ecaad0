"""Cases of quantities: a text and the amounts that stand in it, of whichever set.

A part of every set is kept apart: every fourth case by the hash of its text. Nothing was written
or tuned on those; their figures stand beside the others'.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

KEPT_APART = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldAmount:
    """`[low, high]`, one value twice where it is no range; `unit` a symbol, None for a number."""

    low: float
    high: float
    unit: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AmountCase:
    """A text of a set and its amounts in text order; `kept_apart` ones are for scoring alone."""

    group: str
    path: str
    text: str
    amounts: tuple[GoldAmount, ...]
    kept_apart: bool


def is_kept_apart(key: str) -> bool:
    """Whether a case is of the part that nobody looks at: a quarter, by the hash of its key."""
    return int(hashlib.sha256(key.encode("utf-8")).hexdigest(), 16) % KEPT_APART == 0
