"""A rule for one form of an expression: its pattern, and the function that reads a match."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from onrecord.times.readings import Context, Reading


@dataclass(frozen=True, slots=True)
class Rule:
    """`read` gives the meaning of a match of `piece`, or None where it means no time.

    A match of a `whole` rule without meaning is passed over: no part of "31 February" is a date.
    """

    piece: str
    read: Callable[[re.Match[str], Context], Reading | None]
    whole: bool = False
