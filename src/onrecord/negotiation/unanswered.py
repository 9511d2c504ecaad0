"""Preconditions that wait for a word: a party asks for a step first on which nobody has answered.

No deadlock: the step is not refused, and it hangs in no circle. A step of one party waits for that
party's word, a step that all take for a word of any other. Openness, a threat and what one party
says of another are no answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from onrecord.negotiation.needs import WORLD, Need, StepNames, needs_of
from onrecord.negotiation.words import effect_of, hanging_on
from onrecord.positions.codebook import Codebook
from onrecord.records import Deadlock, Position, Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Unanswered:
    """That `party` asks for one of `needs` before `step`, or with it, and nobody has answered.

    `waits_for` are those who take these steps; () where all take one: then any other party.
    `positions` are the ids of the words that ask for it.
    """

    party: str
    step: str
    needs: tuple[str, ...]
    timing: Literal["before", "with"]
    waits_for: tuple[str, ...]
    positions: tuple[str, ...]


def find_unanswered(
    positions: Iterable[Position],
    steps: Iterable[Step],
    codebook: Codebook,
    deadlocks: Iterable[Deadlock] = (),
) -> tuple[Unanswered, ...]:
    """The preconditions that wait for a word and stand in none of the deadlocks; sorted."""
    held = tuple(positions)
    actors = {step.id: step.actor for step in steps}
    speaking = _speaking(held, StepNames(codebook))
    told = {(p.party, p.step, p.needs) for d in deadlocks for p in d.preconditions}
    asking: dict[tuple[str, str, tuple[str, ...], Literal["before", "with"]], set[str]] = {}
    for need in needs_of(held, codebook):
        unheard = need.party != WORLD and (need.party, need.step, need.alternatives) not in told
        if unheard and not _is_answered(need, actors, speaking):
            key = (need.party, need.step, need.alternatives, need.timing)
            asking.setdefault(key, set()).add(need.position)
    return tuple(
        Unanswered(
            party=party,
            step=step,
            needs=needs,
            timing=timing,
            waits_for=_takers(needs, actors),
            positions=tuple(sorted(ids)),
        )
        for (party, step, needs, timing), ids in sorted(asking.items())
    )


def _speaking(positions: Iterable[Position], names: StepNames) -> dict[str, set[str]]:
    """By step, the parties with a word on it: they take or refuse it, or ask for it themselves."""
    found: dict[str, set[str]] = {}
    for position in positions:
        if position.party is None or effect_of(position) == "silent":
            continue
        asked = (step for c in hanging_on(position) for step in names.asked(c))
        for step in (*names.targets(position), *asked):
            found.setdefault(step, set()).add(position.party)
    return found


def _is_answered(
    need: Need, actors: Mapping[str, str | None], speaking: Mapping[str, set[str]]
) -> bool:
    """Whether somebody has a word on one of the alternatives, or its party takes one itself."""
    for step in need.alternatives:
        actor, parties = actors.get(step), speaking.get(step, set())
        if actor == need.party or actor in parties:
            return True
        if actor is None and parties - {need.party}:
            return True
    return False


def _takers(needs: Iterable[str], actors: Mapping[str, str | None]) -> tuple[str, ...]:
    takers = [actors.get(step) for step in needs]
    return tuple(sorted({t for t in takers if t is not None})) if None not in takers else ()
