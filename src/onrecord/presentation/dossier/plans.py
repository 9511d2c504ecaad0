"""What is on the table: each plan clause by clause, with every party's own words on the clause."""

from __future__ import annotations

from onrecord.presentation.dossier.context import ClauseLine, PlanContext, Reply
from onrecord.presentation.dossier.dates import interval_words
from onrecord.presentation.dossier.entries import entries_of
from onrecord.presentation.dossier.evidence import Evidence
from onrecord.presentation.dossier.lookup import Lookup
from onrecord.presentation.dossier.matrix import MOST_COLUMNS, Held, ordered_parties
from onrecord.presentation.dossier.words import sentence_case
from onrecord.records import Cell, Clause, Plan, Position


def build_plans(lookup: Lookup, evidence: Evidence, known: Held) -> tuple[PlanContext, ...]:
    """Every plan, in the order of the record."""
    parties = ordered_parties(lookup, known)[:MOST_COLUMNS]
    return tuple(_plan(lookup, evidence, known, plan, parties) for plan in lookup.view.all(Plan))


def _plan(
    lookup: Lookup, evidence: Evidence, known: Held, plan: Plan, parties: list[str]
) -> PlanContext:
    others = [party for party in parties if party != plan.author]
    return PlanContext(
        name=plan.name,
        author=lookup.actor(plan.author),
        said=interval_words(plan.said),
        parties=tuple(lookup.actor(party) for party in others),
        clauses=tuple(_clause(lookup, evidence, known, c, others) for c in plan.clauses),
    )


def _clause(
    lookup: Lookup, evidence: Evidence, known: Held, clause: Clause, parties: list[str]
) -> ClauseLine:
    topic = clause.issue or clause.step
    parts = [lookup.issue_name(topic)] if topic else []
    if clause.issue is not None and clause.value is not None:
        parts.append(lookup.value_name(clause.issue, clause.value))
    return ClauseLine(
        name=sentence_case(": ".join(parts)) or "a clause that the codebook has no issue for",
        quote=evidence.quote(clause.article, clause.spans, whole=False),
        replies=tuple(_reply(lookup, known, clause, party) for party in parties),
    )


def _reply(lookup: Lookup, known: Held, clause: Clause, party: str) -> Reply:
    """The party's words on the clause's very value, else on its issue; each names its value."""
    topic = clause.issue or clause.step or ""
    cells = known.cells.get((party, topic), [])
    positions = known.positions.get((party, topic), [])
    entries = entries_of(
        lookup,
        [c for c in cells if _is_on(c, clause)],
        [p for p in positions if _speaks_on(p, clause)],
    ) or entries_of(lookup, cells, positions)
    return Reply(
        party=lookup.actor(party),
        entries=entries,
        href=known.anchors.get((party, topic)) if entries else None,
    )


def _is_on(cell: Cell, clause: Clause) -> bool:
    return clause.value is None or cell.value == clause.value


def _speaks_on(position: Position, clause: Clause) -> bool:
    return clause.value is None or not position.values or clause.value in position.values
