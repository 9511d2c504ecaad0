"""Where each issue stands on this record.

The first that fits, in this order: *no position*: no cell says anything. *Agreed*: a value that
all whose consent is needed accept, without a condition. *No objection*: a value that somebody
accepts, that nobody refuses whose consent is needed (nobody at all, where that is not known).
*Contested*: some value crosses no declared red line. *Blocked by red lines*: each value of a
closed scale crosses one of those whose consent is needed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from onrecord.negotiation.consent import consent_on
from onrecord.negotiation.names import NamedParties
from onrecord.negotiation.scale import Scale, by_party, crossed, scale_of
from onrecord.negotiation.witnesses import ONE_PER_ARTICLE, CountsOrigins
from onrecord.positions.codebook import Codebook
from onrecord.records import Ask, Cell, IssueStatus, Position

Rows = Mapping[str, Mapping[str, Cell]]  # the cells of one issue, by party and value
Status = Literal["no_position", "agreed", "no_objection", "contested", "blocked_by_red_lines"]


def judge_issues(
    cells: Iterable[Cell],
    positions: Iterable[Position],
    codebook: Codebook,
    origins: CountsOrigins = ONE_PER_ARTICLE,
    slugs: Mapping[str, str] | None = None,
) -> tuple[IssueStatus, ...]:
    """The status of every issue that a position or a cell is on, sorted by issue.

    `slugs` gives the codebook's word for a party's id, where they differ.
    """
    table = by_party(cells)
    held = {p.id: p for p in positions}.values()
    on_issue: dict[str, list[Position]] = {issue: [] for issue in table}
    for position in held:
        if position.issue is not None:
            on_issue.setdefault(position.issue, []).append(position)
    named = NamedParties(held)
    statuses = []
    for issue, own in sorted(on_issue.items()):
        rows = table.get(issue, {})
        scale = scale_of(issue, (v for row in rows.values() for v in row), codebook)
        consent = consent_on(issue, own, codebook, origins, slugs or {}, named)
        needed = tuple(c.party for c in consent)
        statuses.append(
            IssueStatus(
                issue=issue,
                status=_status(scale, rows, needed),
                consent=consent,
                ask=_asks(scale, rows),
            )
        )
    return tuple(statuses)


def _status(scale: Scale, rows: Rows, needed: tuple[str, ...]) -> Status:
    if all(cell.state == "unknown" for row in rows.values() for cell in row.values()):
        return "no_position"
    if any(is_agreed(value, rows, needed) for value in scale.values):
        return "agreed"
    if any(is_unopposed(scale, value, rows, needed) for value in scale.values):
        return "no_objection"
    if scale.closed and all(_blocked(scale, value, rows, needed) for value in scale.values):
        return "blocked_by_red_lines"
    return "contested"


def is_agreed(value: str, rows: Rows, needed: tuple[str, ...]) -> bool:
    """Whether all whose consent is needed accept the value; one party alone agrees with nobody."""
    return len(needed) > 1 and all(state_of(rows, p, value) == "accepts" for p in needed)


def is_unopposed(scale: Scale, value: str, rows: Rows, needed: tuple[str, ...]) -> bool:
    """Whether somebody asks for the value or accepts it, and none of those who count refuses it."""
    on_the_table = any(takes(rows, party, value) for party in rows)
    return on_the_table and not any(
        crossed(scale, rows.get(p, {}), value) for p in deciding(rows, needed)
    )


def _blocked(scale: Scale, value: str, rows: Rows, needed: tuple[str, ...]) -> bool:
    return any(
        cell.hardness == "red_line"
        for party in needed
        for cell in crossed(scale, rows.get(party, {}), value)
    )


def state_of(rows: Rows, party: str, value: str) -> str:
    """What a party has said of a value; `unknown` where it has no cell."""
    cell = rows.get(party, {}).get(value)
    return cell.state if cell is not None else "unknown"


def takes(rows: Rows, party: str, value: str) -> bool:
    """Whether a party asks for or accepts a value; naming what must come first is neither."""
    cell = rows[party].get(value)
    return cell is not None and (
        cell.state == "accepts" or (cell.state == "accepts_if" and not cell.implied)
    )


def _asks(scale: Scale, rows: Rows) -> tuple[Ask, ...]:
    """Each value that exactly one party asks for or accepts, in scale order."""
    asks = []
    for value in scale.values:
        takers = [p for p in rows if takes(rows, p, value)]
        if len(takers) == 1:
            asks.append(Ask(party=takers[0], value=value))
    return tuple(sorted(asks, key=lambda a: (a.party, scale.values.index(a.value))))


def deciding(rows: Rows, needed: tuple[str, ...]) -> tuple[str, ...]:
    """The parties that count on an issue: those whose consent is needed, else all in its rows."""
    return needed if len(needed) > 1 else tuple(sorted(rows))


def needed_on(statuses: Iterable[IssueStatus]) -> dict[str, tuple[str, ...]]:
    """The parties whose consent is needed, by issue."""
    return {s.issue: tuple(c.party for c in s.consent) for s in statuses}
