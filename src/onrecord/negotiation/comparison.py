"""A plan against the record, clause by clause and party by party; and plan against plan.

A party accepts a clause's value, accepts it on a condition, refuses it, or is silent: silence is
no answer of any kind. Clauses are told one by one and never counted together: what is said of the
parts is not said of the whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from onrecord.negotiation.drafts import Draft, DraftClause
from onrecord.negotiation.needs import Need, StepNames, needs_of
from onrecord.negotiation.scale import by_party
from onrecord.negotiation.steps import is_refused
from onrecord.positions.codebook import Codebook
from onrecord.records import Cell, Position, Step

Answer = Literal["accepts", "accepts_if", "refuses", "silent"]
Fault = Literal["order", "missing", "refused"]
Change = Literal["same", "changed", "deleted", "added"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What one party has said of one clause; `positions` are the ids of the words.

    `cell` is None for a step, and where the party is silent.
    """

    clause: DraftClause
    party: str
    answer: Answer
    cell: Cell | None
    positions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderFault:
    """What stands against a plan's own order of steps.

    `order`: it takes `step` before what a party asks for first. `missing`: it does not hold that
    at all. `refused`: who takes the step has refused it. `need` is None for the last.
    """

    kind: Fault
    step: str
    need: Need | None
    parties: tuple[str, ...]
    positions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseChange:
    """One issue or step in two plans: the values that each gives it; () where it has none."""

    kind: Change
    topic: str
    left: tuple[str, ...]
    right: tuple[str, ...]


def replies_to(
    draft: Draft,
    cells: Iterable[Cell],
    steps: Iterable[Step],
    positions: Iterable[Position],
    among: Iterable[str] = (),
) -> tuple[Reply, ...]:
    """The reply to every clause, in plan order, of every party with a word on some clause.

    `among` are parties that are told of even if silent on all. A clause that names an issue
    without a value is answered by nobody: all are silent on it.
    """
    table = by_party(cells)
    known = {s.id: s for s in steps}
    asking = _asking(positions)
    topics = [c.issue or c.step or "" for c in draft.clauses]
    parties = {*among, *(p for t in topics for p in table.get(t, {}))}
    for clause in draft.clauses:
        if clause.step in known:
            parties.update(known[str(clause.step)].refused_by)
        parties.update(party for party, step in asking if step == clause.step)
    return tuple(
        _reply(clause, party, table, known, asking)
        for clause in draft.clauses
        for party in sorted(parties)
    )


def _asking(positions: Iterable[Position]) -> dict[tuple[str, str], list[str]]:
    """By (party, step), the ids of what a party wants done first before that step."""
    found: dict[tuple[str, str], list[str]] = {}
    for position in sorted(positions, key=lambda p: p.id):
        if position.party and position.step and position.act in ("precondition", "accept_if"):
            found.setdefault((position.party, position.step), []).append(position.id)
    return found


def _reply(
    clause: DraftClause,
    party: str,
    table: Mapping[str, Mapping[str, Mapping[str, Cell]]],
    steps: Mapping[str, Step],
    asking: Mapping[tuple[str, str], Sequence[str]],
) -> Reply:
    answer: Answer = "silent"
    cell = None
    ids: Sequence[str] = ()
    if clause.issue is not None:
        cell = table.get(clause.issue, {}).get(party, {}).get(clause.value or "")
        if cell is not None and cell.state != "unknown":
            answer, ids = cell.state, cell.positions
        else:
            cell = None
    elif clause.step is not None:
        step = steps.get(clause.step)
        if step is not None and party in step.refused_by:
            answer, ids = "refuses", step.positions
        elif (party, clause.step) in asking:
            answer, ids = "accepts_if", asking[party, clause.step]
    return Reply(clause=clause, party=party, answer=answer, cell=cell, positions=tuple(ids))


def order_faults(
    draft: Draft, positions: Iterable[Position], steps: Iterable[Step], codebook: Codebook
) -> tuple[OrderFault, ...]:
    """What the parties ask for first and the plan does not do first; what it takes and is refused.

    Without an order only what the plan does not hold at all is found. A value that the plan holds
    counts as the steps that entail it, at an unknown place.
    """
    names = StepNames(codebook)
    place = {step: n for n, entry in enumerate(draft.order) for step in entry}
    unplaced = {s for c in draft.clauses for s in _steps_in(c, names)} - set(place)
    held = {*place, *unplaced}
    found: dict[tuple[object, ...], OrderFault] = {}
    for need in needs_of(positions, codebook):
        if need.step not in held:
            continue
        kind = _fault(need, place, held)
        if kind is None:
            continue
        key = (kind, need.step, need.alternatives, need.timing, need.party)
        before = found[key].positions if key in found else ()
        ids = tuple(sorted({*before, *([need.position] if need.position else [])}))
        found[key] = OrderFault(
            kind=kind, step=need.step, need=need, parties=(need.party,), positions=ids
        )
    faults = [*found.values(), *_refused(held, steps)]
    return tuple(sorted(faults, key=_fault_order))


def _fault_order(fault: OrderFault) -> tuple[int, str, tuple[str, ...], tuple[str, ...]]:
    kinds = ("order", "missing", "refused")
    asked = fault.need.alternatives if fault.need is not None else ()
    return kinds.index(fault.kind), fault.step, asked, fault.parties


def _fault(need: Need, place: Mapping[str, int], held: set[str]) -> Fault | None:
    asked = [s for s in need.alternatives if s in held]
    if not asked:
        return "missing"
    if need.step not in place or any(s not in place for s in asked):
        return None  # no order is given between these
    last = place[need.step] - (need.timing == "before")
    return None if any(place[s] <= last for s in asked) else "order"


def _steps_in(clause: DraftClause, names: StepNames) -> tuple[str, ...]:
    if clause.step is not None:
        return (clause.step,)
    if clause.issue is None or clause.value is None:
        return ()
    return names.for_value(clause.issue, clause.value)


def _refused(held: set[str], steps: Iterable[Step]) -> Iterator[OrderFault]:
    for step in steps:
        if step.id in held and is_refused(step):
            yield OrderFault(
                kind="refused",
                step=step.id,
                need=None,
                parties=step.refused_by,
                positions=step.positions,
            )


def compare_drafts(left: Draft, right: Draft) -> tuple[ClauseChange, ...]:
    """Every issue and step of two plans: same, changed, deleted, added; in the order of the plans.

    A step that only stands in an order is a clause like any other.
    """
    ours, theirs = _topics(left), _topics(right)
    changes = []
    for topic in dict.fromkeys([*ours, *theirs]):
        a, b = ours.get(topic), theirs.get(topic)
        kind: Change
        if a is None:
            kind = "added"
        elif b is None:
            kind = "deleted"
        else:
            kind = "same" if a == b else "changed"
        changes.append(ClauseChange(kind=kind, topic=topic, left=a or (), right=b or ()))
    return tuple(changes)


def _topics(draft: Draft) -> dict[str, tuple[str, ...]]:
    """The values of each issue, sorted; a step has none."""
    found: dict[str, set[str]] = {}
    for clause in draft.clauses:
        own = found.setdefault(clause.issue or clause.step or "", set())
        if clause.value is not None:
            own.add(clause.value)
    for entry in draft.order:
        for step in entry:
            found.setdefault(step, set())
    return {topic: tuple(sorted(values)) for topic, values in found.items()}
