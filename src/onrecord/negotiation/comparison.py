"""A plan against the record, clause by clause and party by party; and plan against plan.

A party accepts a clause's value, accepts it on a condition, refuses it, has taken its word back, or
is silent: silence is no answer of any kind. Clauses are told one by one and never counted together:
what is said of the parts is not said of the whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from onrecord.negotiation.drafts import Draft, DraftClause
from onrecord.negotiation.held import each_once
from onrecord.negotiation.scale import by_party
from onrecord.negotiation.words import Word, in_order, standing, word_of
from onrecord.records import Cell, Position, Step

Answer = Literal["accepts", "accepts_if", "refuses", "withdrawn", "silent"]
Change = Literal["same", "changed", "deleted", "added"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What one party has said of one clause; `positions` are the ids of the words.

    `withdrawn`: it has taken back what it had said of it, and nothing stands in its place. `cell`
    is None for a step, and where the party is silent.
    """

    clause: DraftClause
    party: str
    answer: Answer
    cell: Cell | None
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
    said = _on_steps(positions, known)
    topics = [c.issue or c.step or "" for c in draft.clauses]
    parties = {*among, *(p for t in topics for p in table.get(t, {}))}
    parties.update(party for party, step in said if step in topics)
    return tuple(
        _reply(clause, party, table, known, said)
        for clause in draft.clauses
        for party in sorted(parties)
    )


def _on_steps(
    positions: Iterable[Position], steps: Mapping[str, Step]
) -> dict[tuple[str, str], list[Word]]:
    """By (party, step), the words that stand on the step itself or on a value that it entails."""
    entailing: dict[tuple[str, str], list[str]] = {}
    for step in steps.values():
        for pair in step.entails:
            entailing.setdefault(pair, []).append(step.id)
    found: dict[tuple[str, str], list[Word]] = {}
    for position in each_once(positions):
        word = word_of(position, {})
        if word.effect == "silent" or position.party is None:
            continue
        pairs = ((position.issue or "", v) for v in position.values)
        topics = {position.step, *(s for pair in pairs for s in entailing.get(pair, ()))}
        for step_id in topics - {None}:
            found.setdefault((position.party, str(step_id)), []).append(word)
    return {key: list(standing(in_order(own))) for key, own in found.items()}


def _reply(
    clause: DraftClause,
    party: str,
    table: Mapping[str, Mapping[str, Mapping[str, Cell]]],
    steps: Mapping[str, Step],
    said: Mapping[tuple[str, str], Sequence[Word]],
) -> Reply:
    answer: Answer = "silent"
    cell = None
    ids: Sequence[str] = ()
    if clause.issue is not None:
        cell = table.get(clause.issue, {}).get(party, {}).get(clause.value or "")
        if cell is not None and cell.positions:
            # A cell with words that says nothing holds a word that was taken back.
            answer = cell.state if cell.state != "unknown" else "withdrawn"
            ids = cell.positions
        else:
            cell = None
    elif clause.step is not None:
        step, words = steps.get(clause.step), said.get((party, clause.step), ())
        refused = step is not None and party in step.refused_by
        answer = "refuses" if refused else _on_the_step(words)
        ids = [w.position.id for w in words if w.effect == answer]
    return Reply(clause=clause, party=party, answer=answer, cell=cell, positions=tuple(ids))


def _on_the_step(words: Sequence[Word]) -> Answer:
    """What words that stand come to; where their order is open the one that gives less counts."""
    effects = {w.effect for w in words}
    return next((e for e in LESS if e in effects), "silent")


LESS: tuple[Answer, ...] = ("refuses", "withdrawn", "accepts_if", "accepts")


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
