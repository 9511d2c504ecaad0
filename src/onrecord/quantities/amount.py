"""An amount: what is read of a number, or of a range of numbers, with its unit."""

from __future__ import annotations

from dataclasses import dataclass, replace

from onrecord.records import Bound


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A number or range at `[start, end)` of the text, with its unit where one is written.

    `per` is the unit that it is divided by. `bound` is set where the words of the number carry it
    ("hundreds of"); `hyphened` tells a number joined to its unit ("30-day"), `bare` one in plain
    figures without sign, scale or unit, `share` a fraction without a unit ("two thirds").
    """

    start: int
    end: int
    low: float
    high: float
    unit: str | None = None
    per: str | None = None
    bound: Bound | None = None
    hyphened: bool = False
    bare: bool = False
    share: bool = False


def as_share(amount: Amount) -> Amount:
    """The fraction as a percentage to two digits, as "two thirds of the land" has it."""
    low, high = round(amount.low * 100, 2), round(amount.high * 100, 2)
    return replace(amount, low=low, high=high, unit="%")
