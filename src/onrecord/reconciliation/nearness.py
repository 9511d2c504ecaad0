"""How far apart two accounts were printed."""

from __future__ import annotations

from onrecord.records import Interval


def printed_within(left: Interval | None, right: Interval | None, days: int) -> bool:
    """Whether both were printed at most so many days apart; False if a date is unknown."""
    if left is None or right is None:
        return False
    if left.start is None or left.end is None or right.start is None or right.end is None:
        return False
    return max((right.start - left.end).days, (left.start - right.end).days) < days
