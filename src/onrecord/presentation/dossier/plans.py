"""What is on the table: each plan clause by clause, with every party's own words on the clause."""

from __future__ import annotations

from itertools import combinations

from onrecord.negotiation import broken_rules, compare_drafts, draft_of, order_faults
from onrecord.negotiation.plan_lines import change_lines, order_lines, rule_lines
from onrecord.presentation.dossier.context import ClauseLine, PlanContext, PlanPair, Reply
from onrecord.presentation.dossier.dates import interval_words
from onrecord.presentation.dossier.entries import entries_of
from onrecord.presentation.dossier.evidence import Evidence
from onrecord.presentation.dossier.grounds import Grounds
from onrecord.presentation.dossier.lookup import Lookup
from onrecord.presentation.dossier.matrix import MOST_COLUMNS, Held, ordered_parties
from onrecord.presentation.dossier.sentences import sentence_of
from onrecord.presentation.dossier.words import sentence_case
from onrecord.records import Cell, Clause, Plan, Position

MOST_PAIRS = 6  # of plans set against each other on the page; `onrecord plan compare` does any


def build_plans(grounds: Grounds, evidence: Evidence, known: Held) -> tuple[PlanContext, ...]:
    """Every plan, in the order of the record."""
    lookup = grounds.lookup
    parties = ordered_parties(lookup, known)[:MOST_COLUMNS]
    plans = lookup.view.all(Plan)
    return tuple(_plan(grounds, evidence, known, plan, parties) for plan in plans)


def build_plan_pairs(grounds: Grounds) -> tuple[PlanPair, ...]:
    """How plans differ that speak of one issue at least both; clauses by clause."""
    plans = sorted(grounds.lookup.view.all(Plan), key=lambda p: (p.name.casefold(), p.id))
    pairs = []
    for left, right in combinations([draft_of(plan) for plan in plans], 2):
        changes = compare_drafts(left, right)
        if any(change.kind in ("same", "changed") for change in changes):
            lines = change_lines(left, right, changes, grounds.wording)
            texts = tuple(line.text for line in lines)
            pairs.append(PlanPair(left=left.name, right=right.name, lines=texts))
    return tuple(pairs[:MOST_PAIRS])


def _plan(
    grounds: Grounds, evidence: Evidence, known: Held, plan: Plan, parties: list[str]
) -> PlanContext:
    lookup, draft = grounds.lookup, draft_of(plan)
    others = [party for party in parties if party != plan.author]
    faults = order_faults(draft, grounds.positions, tuple(lookup.steps.values()), lookup.codebook)
    broken = broken_rules(draft, lookup.codebook)
    lines = (
        *rule_lines(draft, broken, grounds.wording),
        *order_lines(draft, faults, grounds.wording),
    )
    return PlanContext(
        name=plan.name,
        author=lookup.actor(plan.author),
        said=interval_words(plan.said),
        parties=tuple(lookup.actor(party) for party in others),
        clauses=tuple(_clause(lookup, evidence, known, c, others) for c in plan.clauses),
        order=tuple(sentence_of(lookup, evidence, line) for line in lines),
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
    """The party's words on the clause's very value; where it is silent, those on its issue."""
    topic = clause.issue or clause.step or ""
    cells = known.cells.get((party, topic), [])
    positions = known.positions.get((party, topic), [])
    own = entries_of(
        lookup,
        [c for c in cells if _is_on(c, clause)],
        [p for p in positions if _speaks_on(p, clause)],
    )
    entries = own or entries_of(lookup, cells, positions)
    return Reply(
        party=lookup.actor(party),
        entries=entries,
        href=known.anchors.get((party, topic)) if entries else None,
        elsewhere=bool(entries) and not own,
    )


def _is_on(cell: Cell, clause: Clause) -> bool:
    return clause.value is None or cell.value == clause.value


def _speaks_on(position: Position, clause: Clause) -> bool:
    return clause.value is None or not position.values or clause.value in position.values
