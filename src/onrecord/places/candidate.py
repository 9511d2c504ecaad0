"""A name that may be a place, before it is decided."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.places.entry import Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A name at its place, as tokens `[first, last)`; `entries` are empty for a new name.

    `sure` tells whether the place itself shows that a place is meant.
    """

    start: int
    end: int
    first: int
    last: int
    name: str
    entries: tuple[Entry, ...]
    sure: bool
