"""Lines on a plan: what stands against its order of steps, and how it differs from another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.negotiation.block_lines import wait_sentence
from onrecord.negotiation.comparison import ClauseChange
from onrecord.negotiation.drafts import Draft
from onrecord.negotiation.lines import GapLine
from onrecord.negotiation.plan_order import OrderFault
from onrecord.negotiation.wording import Wording, counted, listed
from onrecord.positions.codebook import Rule


def order_lines(draft: Draft, faults: Iterable[OrderFault], wording: Wording) -> Iterator[GapLine]:
    """A line per fault, then how many there are; and that an order is not given where it is not."""
    found = tuple(faults)
    for fault in found:
        yield wording.line("order", None, _fault_words(fault, wording), [fault.positions])
    told = counted(len(found), "point") if found else "Nothing"
    whole = "its steps" if draft.order else "its steps, of which it gives no order,"
    text = (
        f"{told} on this record and in the codebook’s logic against {whole} in “{draft.name}” "
        "(complete)"
    )
    yield wording.line("order", None, text, ())


def _fault_words(fault: OrderFault, wording: Wording) -> str:
    step = wording.step(fault.step)
    if fault.need is None:
        return f"{wording.parties(fault.parties)} refused {step} on this record; the plan holds it"
    asked = wait_sentence(
        fault.need.party, fault.need.step, fault.need.alternatives, fault.need.timing, wording
    )
    if fault.kind == "missing":
        return f"{asked}; the plan does not hold that"
    return f"{asked}; the plan has {step} first"


def rule_lines(draft: Draft, broken: Iterable[Rule], wording: Wording) -> Iterator[GapLine]:
    """A line per rule of the codebook that the plan's clauses break, with its reason; then how
    many there are.
    """
    rules = tuple(broken)
    book = wording.codebook.name
    for rule in rules:
        values = [f"{wording.value(i, v)} ({wording.issue(i)})" for i, v in rule.literals]
        why = f": {rule.why.rstrip('.')}" if rule.why else ""
        text = f"{listed(values)} exclude each other by a rule of “{book}”{why}; the plan has both"
        yield wording.line("rule", rule.literals[0][0], text, ())
    told = counted(len(rules), "rule") if rules else "No rule"
    text = f"{told} of the codebook “{book}” against the clauses of “{draft.name}” (complete)"
    yield wording.line("rule", None, text, ())


def change_lines(
    left: Draft, right: Draft, changes: Iterable[ClauseChange], wording: Wording
) -> Iterator[GapLine]:
    """A line per clause of two plans, then how many of each kind there are."""
    counts = {"same": 0, "changed": 0, "deleted": 0, "added": 0}
    for change in changes:
        counts[change.kind] += 1
        issue = change.topic if wording.codebook.has_issue(change.topic) else None
        name = wording.issue(change.topic) if issue else wording.step(change.topic)
        yield wording.line("clause", issue, f"{name}: {_change_words(change, wording)}", ())
    parts = ", ".join(f"{number} {kind}" for kind, number in counts.items())
    text = f"From “{left.name}” to “{right.name}” on this record: {parts} (complete)"
    yield wording.line("clause", None, text, ())


def _change_words(change: ClauseChange, wording: Wording) -> str:
    left, right = (
        listed([wording.value(change.topic, v) for v in values])
        for values in (change.left, change.right)
    )
    if change.kind == "same":
        return f"the same in both, {left}" if left else "the same in both"
    if change.kind == "changed":
        return f"changed from {left or 'no value'} to {right or 'no value'}"
    return f"{change.kind}{', ' if left or right else ''}{left or right}"
