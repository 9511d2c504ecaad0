"""What a run was asked to do and what it did."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from onrecord.records import Preference, Skip
from onrecord.sources import SourceOptions


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """How to read. None: the bundled codebook, no parties of the user's, a worker per core, a
    balance of precision and recall.

    `light` reads without parser or model; None: as the record was read, a new one with them.
    `as_of` is the day from which ages count (None: the latest publication on record);
    `stale_days` flags older words.
    """

    light: bool | None = None
    prefer: Preference | None = None
    workers: int | None = None
    codebook: Path | None = None
    parties: Path | None = None
    as_of: dt.date | None = None
    stale_days: int | None = None
    source: SourceOptions = field(default_factory=SourceOptions)


@dataclass(frozen=True, slots=True, kw_only=True)
class RunSummary:
    """What a run did: articles read, unchanged since before, replaced; what it skipped and why.

    `on_record` are all articles that the record has now. `redone` says for stages that are done
    part by part (an article at a time) how many parts were done again; all others stood.
    """

    record: Path
    read: int
    unchanged: int
    replaced: int
    on_record: int
    redone: Mapping[str, int]
    skipped: tuple[Skip, ...]
    seconds: float

    @property
    def reasons(self) -> dict[str, int]:
        """How many were skipped for each reason, most first."""
        counts: dict[str, int] = {}
        for skip in self.skipped:
            counts[skip.reason] = counts.get(skip.reason, 0) + 1
        return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


# Called with the name of what is done now and how much of it is done of how much (None: unknown).
Progress = Callable[[str, int, int | None], None]


def silent(_what: str, _done: int, _total: int | None) -> None:
    """Show nothing."""
