"""The matrix party × issue: who wants what, since when, on how many independent origins."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.presentation.dossier.context import (
    IssueGroup,
    IssueRow,
    MatrixCell,
    MatrixContext,
)
from onrecord.presentation.dossier.entries import entries_of, implied_words
from onrecord.presentation.dossier.evidence import Evidence
from onrecord.presentation.dossier.held import holder_of, in_full, topic_of
from onrecord.presentation.dossier.lookup import Lookup
from onrecord.presentation.dossier.words import STATUSES, plain_name, sentence_case
from onrecord.records import Cell, IssueStatus, Position

MOST_COLUMNS = 6  # a page in landscape holds no more; further parties are named below the matrix
STEPS = "Order of steps"
OUTSIDE = "Not in this codebook"


@dataclass(frozen=True, kw_only=True)
class Held:
    """Cells and positions by (party, topic), and the anchor where each pair stands in full."""

    cells: dict[tuple[str, str], list[Cell]]
    positions: dict[tuple[str, str], list[Position]]
    statuses: dict[str, IssueStatus]
    anchors: dict[tuple[str, str], str]


def held(lookup: Lookup) -> Held:
    """What every party holds on every topic."""
    cells: dict[tuple[str, str], list[Cell]] = {}
    for cell in sorted(lookup.view.all(Cell), key=lambda c: _scale_order(lookup, c)):
        if cell.state != "unknown":
            cells.setdefault((cell.party, cell.issue), []).append(cell)
    positions: dict[tuple[str, str], list[Position]] = {}
    for position in lookup.positions.values():
        party, topic = holder_of(position), topic_of(position)
        if party is not None and topic is not None:
            positions.setdefault((party, topic), []).append(position)
    return Held(
        cells=cells,
        positions=positions,
        statuses={s.issue: s for s in lookup.view.all(IssueStatus)},
        anchors={key: f"held-{n}" for n, key in enumerate(sorted(positions), start=1)},
    )


def _scale_order(lookup: Lookup, cell: Cell) -> tuple[int, str]:
    """Values as the codebook lists them; those it lacks at the end."""
    issue = lookup.issue(cell.issue)
    scale = issue.scale if issue is not None else ()
    place = scale.index(cell.value) if cell.value in scale else len(scale)
    return place, cell.value


def build_matrix(lookup: Lookup, evidence: Evidence, known: Held) -> MatrixContext:
    """The matrix, and every position behind it."""
    topics = ordered_topics(lookup, known)
    columns = ordered_parties(lookup, known)
    shown, others = columns[:MOST_COLUMNS], columns[MOST_COLUMNS:]
    full = in_full(lookup, evidence, topics, known.anchors)
    counts = {h.anchor: len(h.positions) for issue in full for h in issue.holdings}
    groups: dict[str, list[IssueRow]] = {}
    for number, topic in enumerate(topics, start=1):
        row = _row(lookup, known, topic, f"issue-{number}", shown, counts)
        groups.setdefault(_group(lookup, topic), []).append(row)
    return MatrixContext(
        parties=tuple(lookup.actor(party) for party in shown),
        groups=tuple(IssueGroup(name=name, rows=tuple(rows)) for name, rows in groups.items()),
        others=tuple(lookup.actor(party) for party in others),
        in_full=full,
    )


def ordered_topics(lookup: Lookup, known: Held) -> list[str]:
    """The issues in the codebook's order, then the steps, then what the codebook lacks."""
    place = {issue.id: n for n, issue in enumerate(lookup.codebook.issues)}
    topics = {topic for _, topic in (*known.cells, *known.positions)}

    def key(topic: str) -> tuple[int, int, str]:
        issue = lookup.issue(topic)
        if issue is not None:
            return (0, place.get(issue.template or issue.id, len(place)), topic)
        return (1 if _group(lookup, topic) == STEPS else 2, 0, topic)

    return sorted(topics, key=key)


def ordered_parties(lookup: Lookup, known: Held) -> list[str]:
    """Parties whose consent counts first, then those with a word on most issues, then by name."""
    consenting = {c.party for status in known.statuses.values() for c in status.consent}
    spread: dict[str, set[str]] = {}
    for party, topic in (*known.cells, *known.positions):
        spread.setdefault(party, set()).add(topic)
    return sorted(spread, key=lambda p: (p not in consenting, -len(spread[p]), lookup.actor(p), p))


def _group(lookup: Lookup, topic: str) -> str:
    issue = lookup.issue(topic)
    if issue is not None:
        return issue.group
    return STEPS if lookup.step_name(topic) != plain_name(topic) else OUTSIDE


def _row(
    lookup: Lookup,
    known: Held,
    topic: str,
    anchor: str,
    parties: list[str],
    counts: Mapping[str, int],
) -> IssueRow:
    status = known.statuses.get(topic)
    return IssueRow(
        anchor=anchor,
        name=sentence_case(lookup.issue_name(topic)),
        status=status.status if status is not None else "",
        status_words=STATUSES[status.status] if status is not None else "",
        cells=tuple(_cell(lookup, known, party, topic, counts) for party in parties),
    )


def _cell(
    lookup: Lookup, known: Held, party: str, topic: str, counts: Mapping[str, int]
) -> MatrixCell:
    cells = known.cells.get((party, topic), [])
    href = known.anchors.get((party, topic))
    return MatrixCell(
        party=lookup.actor(party),
        entries=entries_of(lookup, cells, known.positions.get((party, topic), [])),
        implied=implied_words(lookup, cells),
        href=href,
        count=counts.get(href or "", 0),
    )
