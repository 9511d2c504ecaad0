"""The whole picture of what stands between the parties, drawn at once from a set of positions.

What-if and flip test draw it twice, with the same settings, so that only what was supposed can
make a difference.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from onrecord.negotiation.cells import build_cells
from onrecord.negotiation.conflicts import find_conflicts
from onrecord.negotiation.deadlocks import find_deadlocks
from onrecord.negotiation.packages import build_packages
from onrecord.negotiation.status import judge_issues
from onrecord.negotiation.steps import find_steps
from onrecord.negotiation.witnesses import ONE_PER_ARTICLE, CountsOrigins
from onrecord.positions.codebook import Codebook
from onrecord.records import (
    ArticleDate,
    Cell,
    Conflict,
    Deadlock,
    IssueStatus,
    Package,
    Position,
    Step,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """On which terms a picture is drawn: codebook, who counts origins, names, dates, horizon."""

    codebook: Codebook
    witnesses: CountsOrigins = ONE_PER_ARTICLE
    slugs: Mapping[str, str] = field(default_factory=dict)
    dates: tuple[ArticleDate, ...] = ()
    as_of: dt.date | None = None
    horizon_days: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """What stands between the parties, as the pipeline would keep it."""

    cells: tuple[Cell, ...]
    statuses: tuple[IssueStatus, ...]
    steps: tuple[Step, ...]
    deadlocks: tuple[Deadlock, ...]
    conflicts: tuple[Conflict, ...]
    packages: tuple[Package, ...]


def draw_picture(
    positions: Iterable[Position],
    terms: Terms,
    *,
    sequence: Iterable[Position] | None = None,
    order: Codebook | None = None,
) -> Picture:
    """The picture of these positions.

    `sequence` and `order` are the positions and the codebook that the order of steps is read from,
    where a step that is supposed to be taken makes them differ from the others.
    """
    held = tuple(positions)
    codebook = terms.codebook
    cells = build_cells(
        held,
        codebook,
        terms.witnesses,
        as_of=terms.as_of,
        horizon_days=terms.horizon_days,
        dates=terms.dates,
    )
    statuses = judge_issues(cells, held, codebook, terms.witnesses, slugs=terms.slugs)
    stepping = held if sequence is None else tuple(sequence)
    logic = codebook if order is None else order
    steps = find_steps(stepping, logic, terms.slugs)
    return Picture(
        cells=cells,
        statuses=statuses,
        steps=steps,
        deadlocks=find_deadlocks(stepping, steps, logic),
        conflicts=find_conflicts(cells, statuses, codebook),
        packages=build_packages(cells, statuses, codebook),
    )
