"""What stands against a plan itself: its own order of steps, and rules that its clauses break."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from onrecord.negotiation.drafts import Draft, DraftClause
from onrecord.negotiation.needs import Need, StepNames, logic_of, needs_of
from onrecord.negotiation.steps import is_refused
from onrecord.positions.codebook import Codebook, Rule
from onrecord.records import Position, Step

Fault = Literal["order", "missing", "refused"]


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


def order_faults(
    draft: Draft, positions: Iterable[Position], steps: Iterable[Step], codebook: Codebook
) -> tuple[OrderFault, ...]:
    """What parties, or logic, put first and the plan does not; what it takes and is refused.

    Without an order only what the plan does not hold at all is found. A value that the plan holds
    counts as the steps that entail it, at an unknown place.
    """
    names = StepNames(codebook)
    place = {step: n for n, entry in enumerate(draft.order) for step in entry}
    unplaced = {s for c in draft.clauses for s in _steps_in(c, names)} - set(place)
    held = {*place, *unplaced}
    found: dict[tuple[object, ...], OrderFault] = {}
    # Logic that nobody on record has touched: only between steps that the plan has itself.
    own_logic = (n for n in logic_of(held, names) if not held.isdisjoint(n.alternatives))
    for need in sorted({*needs_of(positions, codebook), *own_logic}):
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


def broken_rules(draft: Draft, codebook: Codebook) -> tuple[Rule, ...]:
    """The rules of the codebook all of whose values the plan holds, in the codebook's order.

    It holds the values of its clauses, and those that its steps entail.
    """
    names = StepNames(codebook)
    steps = {c.step for c in draft.clauses if c.step is not None}
    steps.update(step for entry in draft.order for step in entry)
    held = {(c.issue, c.value) for c in draft.clauses if c.issue is not None}
    held.update(pair for step in steps for pair in names.entailed_by(step))
    rules = codebook.rules_among({issue for issue, _ in held if issue is not None})
    return tuple(rule for rule in rules if held.issuperset(rule.literals))
