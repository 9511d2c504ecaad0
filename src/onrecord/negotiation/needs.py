"""What each step needs, by whose word: the preconditions of the record and of plain logic.

A condition names a step, or a value of an issue; a value stands for the steps that entail it, or,
where the codebook has none, for itself, written "issue=value".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from onrecord.negotiation.held import each_once
from onrecord.negotiation.words import Word, hanging_on, word_of
from onrecord.positions.codebook import Codebook, StepDef, bind, fill
from onrecord.records import Condition, Position

WORLD = "_world"  # whose word plain logic is; nobody can give it up


class Need(NamedTuple):
    """That `step` needs one of `alternatives`, before it or with it; `position` says so."""

    step: str
    alternatives: tuple[str, ...]
    timing: Literal["before", "with"]
    party: str
    position: str


class StepNames:
    """Which steps positions and conditions speak of, by a codebook."""

    def __init__(self, codebook: Codebook) -> None:
        self._codebook = codebook
        self._known: dict[str, StepDef | None] = {}
        self._for_value: dict[tuple[str, str], tuple[str, ...]] = {}
        self._entailing: dict[tuple[str, str], list[str]] = {}
        for step in codebook.steps:
            for pair in step.entails:
                self._entailing.setdefault(pair, []).append(step.id)

    def definition(self, step_id: str) -> StepDef | None:
        """The codebook's definition of a step; None if it has none."""
        if step_id not in self._known:
            found = any(bind(step.id, step_id) is not None for step in self._codebook.steps)
            self._known[step_id] = self._codebook.step(step_id) if found else None
        return self._known[step_id]

    def entailed_by(self, step_id: str) -> tuple[tuple[str, str], ...]:
        """The (issue, value) pairs that a step entails."""
        step = self.definition(step_id)
        if step is not None:
            return step.entails
        issue, equals, value = step_id.partition("=")
        return ((issue, value),) if equals else ()

    def for_value(self, issue: str, value: str) -> tuple[str, ...]:
        """The steps that entail a value, or the value as a step of its own."""
        found = self._for_value.get((issue, value))
        if found is None:
            found = self._for_value[issue, value] = self._steps_for(issue, value)
        return found

    def _steps_for(self, issue: str, value: str) -> tuple[str, ...]:
        plain = self._entailing.get((issue, value), [])
        filled = [
            fill(step.id, bound)
            for step in self._codebook.steps
            if "<" in step.id
            for entailed, at in step.entails
            if at == value and (bound := bind(entailed, issue)) is not None
        ]
        # "purchases_made.<party>" where the issue names no party: whose step it is, is not known.
        known = {step for step in (*plain, *filled) if "<" not in step}
        found = known or self._in_general(issue, value)
        return tuple(sorted(found)) or (f"{issue}={value}",)

    def _in_general(self, issue: str, value: str) -> set[str]:
        """The actor's step that an issue speaks of at one place, at the last value of its scale.

        "withdrawal.<party>" is all of "withdrawal.<area>.<force>" without the place; a step that
        says itself what it entails is left at that.
        """
        parts = issue.split(".")
        if len(parts) < 3 or not self._codebook.has_issue(issue):
            return set()
        known = self._codebook.issue(issue)
        if not known.ordered or known.scale[-1:] != (value,):
            return set()
        return {
            fill(step.id, bound)
            for step in self._codebook.steps
            if step.actor is not None and not step.entails
            if (bound := bind(step.id, f"{parts[0]}.{parts[-1]}"))
        }

    def targets(self, position: Position) -> tuple[str, ...]:
        """The steps that a position speaks of."""
        if position.step is not None:
            return (position.step,)
        if position.issue is None:
            return ()
        return tuple(s for v in position.values for s in self.for_value(position.issue, v))

    def asked(self, condition: Condition) -> tuple[str, ...]:
        """The steps that would meet a condition; none if it names neither step nor value."""
        if condition.step is not None:
            return (condition.step,)
        if condition.issue is None or condition.value is None:
            return ()
        return self.for_value(condition.issue, condition.value)


def needs_of(positions: Iterable[Position], codebook: Codebook) -> tuple[Need, ...]:
    """What the parties' own words and the codebook's logic say that steps need, sorted.

    A condition falls when its party later accepts the step without one, or takes it back.
    """
    names = StepNames(codebook)
    held = each_once(positions)
    wanted: list[tuple[Word, list[Need]]] = []
    yielding: list[Word] = []
    for position in held:
        word = word_of(position, {})
        if word.effect == "accepts_if":
            needs = _needs_in(position, names)
            if needs:
                wanted.append((word, needs))
        elif word.effect in ("accepts", "withdrawn"):
            yielding.append(word)
    released = _released(wanted, yielding, names)
    found = {
        need
        for word, needs in wanted
        for need in needs
        if not any(word.ended_before(w) for w in released.get((need.party, need.step), ()))
    }
    found.update(logic_of((s for need in found for s in (need.step, *need.alternatives)), names))
    return tuple(sorted(found))


def _released(
    wanted: Iterable[tuple[Word, list[Need]]], yielding: Iterable[Word], names: StepNames
) -> dict[tuple[str, str], list[Word]]:
    """The words that accept or take back, by party and step, where the party asks for something."""
    released: dict[tuple[str, str], list[Word]] = {}
    for _, needs in wanted:
        for need in needs:
            released.setdefault((need.party, need.step), [])
    asking = {party for party, _ in released}
    for word in yielding:
        if word.position.party in asking:
            for step in names.targets(word.position):
                own = released.get((word.position.party, step))
                if own is not None:
                    own.append(word)
    return released


def _needs_in(position: Position, names: StepNames) -> list[Need]:
    """The needs that one position states: one per group of alternative conditions."""
    groups: dict[int, list[Condition]] = {}
    for condition in hanging_on(position):
        groups.setdefault(condition.group, []).append(condition)
    targets, party = names.targets(position), str(position.party)
    needs = []
    for _, group in sorted(groups.items()):
        asked = [names.asked(c) for c in group]
        if not all(asked):
            continue  # an alternative that no step meets may be met by anything
        alternatives = tuple(sorted({step for steps in asked for step in steps}))
        timing = _timing(group)
        needs += [
            Need(step, alternatives, timing, party, position.id)
            for step in targets
            if step not in alternatives
        ]
    return needs


def _timing(group: Sequence[Condition]) -> Literal["before", "with"]:
    """Before, unless every alternative may come together with the step or in exchange for it."""
    for c in group:
        if c.timing != "with" and not (c.timing is None and c.type == "in_exchange_for"):
            return "before"
    return "with"


def logic_of(steps: Iterable[str], names: StepNames) -> list[Need]:
    """What the codebook's own order asks of these steps, and of what these need."""
    waiting = sorted(set(steps))
    seen = set(waiting)
    needs = []
    while waiting:
        step = names.definition(waiting.pop())
        if step is None:
            continue
        for need in step.needs:
            needs.append(Need(step.id, (need,), "before", WORLD, ""))
            if need not in seen:
                seen.add(need)
                waiting.append(need)
    return needs
