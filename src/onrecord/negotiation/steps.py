"""The steps that the record speaks of, what each entails, and who has refused it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from onrecord.negotiation.held import each_once
from onrecord.negotiation.needs import StepNames, needs_of
from onrecord.negotiation.words import Word, in_order, standing, word_of
from onrecord.positions.codebook import Codebook
from onrecord.records import Position, Step


def find_steps(
    positions: Iterable[Position], codebook: Codebook, slugs: Mapping[str, str] | None = None
) -> tuple[Step, ...]:
    """The steps that a position or a condition names, and those that these need; sorted by id.

    `slugs` gives the codebook's word for a party's id; a step's actor is the party's id.
    """
    held = each_once(positions)
    names = StepNames(codebook)
    ids = {slug: party for party, slug in sorted((slugs or {}).items(), reverse=True)}
    named = {p.step for p in held if p.step is not None and p.act != "claim_about_other"}
    for need in needs_of(held, codebook):
        named.update((need.step, *need.alternatives))
    refusals = _refusals(held, named, names)
    steps = []
    for step_id in sorted(named):
        definition = names.definition(step_id)
        actor = definition.actor if definition is not None else None
        refused = refusals.get(step_id, {})
        steps.append(
            Step(
                id=step_id,
                actor=ids.get(actor, actor) if actor is not None else None,
                entails=names.entailed_by(step_id),
                refused_by=tuple(sorted(refused)),
                positions=tuple(sorted({p for ids_ in refused.values() for p in ids_})),
            )
        )
    return tuple(steps)


def is_refused(step: Step) -> bool:
    """Whether the step cannot be taken: its actor has refused it, or, if all take it, anyone."""
    return bool(step.refused_by) if step.actor is None else step.actor in step.refused_by


def _refusals(
    held: Iterable[Position], named: Collection[str], names: StepNames
) -> dict[str, dict[str, list[str]]]:
    """By step and party, the ids of the refusals that stand, of the steps that are named.

    A later word on the same matter replaces an earlier one; where the order is open, the refusal
    stands. Refusing a value that a step entails refuses the step; a yes at one place takes back no
    refusal at another.
    """
    said: dict[tuple[str, str, str | None], list[Word]] = {}
    for position in held:
        targets = [s for s in names.targets(position) if s in named]
        word = word_of(position, {}) if targets else None
        if word is None or word.effect == "silent" or not word.explicit:
            continue
        for step in targets:
            said.setdefault((step, str(position.party), position.issue), []).append(word)
    refusals: dict[str, dict[str, list[str]]] = {}
    for (step, party, issue), own in said.items():
        # A word on the step itself bears on it at every place, and on the values that it entails.
        words = own if issue is None else [*own, *said.get((step, party, None), ())]
        against = [w for w in standing(in_order(words)) if w.effect == "refuses"]
        if against:
            ids = refusals.setdefault(step, {}).setdefault(party, [])
            ids += [w.position.id for w in against if w.position.id not in ids]
    return refusals
