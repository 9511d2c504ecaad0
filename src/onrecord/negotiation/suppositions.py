"""What if: positions as they would be under something that nobody has said, for a second picture.

A supposition never enters the record. It changes a copy of the positions: a party accepts a value
or refuses it no longer, gives up a condition, declares another level; a step is taken; an article
is left out.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from onrecord.negotiation.needs import StepNames
from onrecord.negotiation.picture import Picture, Terms, draw_picture
from onrecord.negotiation.words import effect_of, hanging_on
from onrecord.positions.codebook import Codebook
from onrecord.records import Hardness, Position

Kind = Literal["accepts", "lifts", "gives_up", "level", "taken", "without"]
SUPPOSED = "supposed-"  # how the id of a position that nobody has said begins


@dataclass(frozen=True, slots=True, kw_only=True)
class Supposition:
    """One thing supposed; what its kind does not need stays empty.

    `accepts`: `party` accepts `value` of `issue` without a condition. `lifts`: its
    refusals of it are gone. `gives_up`: the conditions in `positions` (ids) are
    gone. `level`: what `positions` declare is `level`. `taken`: `step` has been taken. `without`:
    `articles` are not read; `name` is what a reader knows them by.
    """

    kind: Kind
    party: str | None = None
    issue: str | None = None
    value: str | None = None
    step: str | None = None
    level: Hardness | None = None
    positions: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    name: str = ""


def suppose(
    positions: Iterable[Position], supposed: Sequence[Supposition], terms: Terms
) -> Picture:
    """The picture of these positions under all these suppositions, applied in their order."""
    held: list[Position] = list(positions)
    names = StepNames(terms.codebook)
    for number, one in enumerate(supposed):
        held = _changed(held, one, names, f"{SUPPOSED}{number}")
    taken = {one.step for one in supposed if one.step is not None and one.kind == "taken"}
    if not taken:
        return draw_picture(held, terms)
    # A step that is taken waits for nothing, and nothing waits for it; what its parties have said
    # of the values that it entails stays as it is.
    moving = [p for p in held if taken.isdisjoint(names.targets(p))]
    return draw_picture(held, terms, sequence=moving, order=_without_needs(terms.codebook, taken))


def _changed(
    held: list[Position], one: Supposition, names: StepNames, new_id: str
) -> list[Position]:
    """The positions under one supposition."""
    if one.kind == "without":
        return [p for p in held if p.article not in one.articles]
    if one.kind == "level":
        return [replace(p, hardness=one.level) if p.id in one.positions else p for p in held]
    if one.kind == "gives_up":
        return _kept(_unconditional(p) if p.id in one.positions else p for p in held)
    if one.kind == "taken":
        return _kept(_met(p, str(one.step), names) for p in held)
    return _spoken(held, one, names, new_id)


def _kept(positions: Iterable[Position | None]) -> list[Position]:
    return [p for p in positions if p is not None]


def _spoken(
    held: Iterable[Position], one: Supposition, names: StepNames, new_id: str
) -> list[Position]:
    """The positions with a party's new word on a value, and without what it replaces."""
    value, accepts = str(one.value), one.kind == "accepts"
    steps = set(names.for_value(str(one.issue), value))
    found: list[Position | None] = []
    other_word = False
    for position in held:
        own = position.party == one.party
        if own and position.issue == one.issue and value in position.values:
            if accepts or effect_of(position) == "refuses":
                found.append(_without_value(position, value))
                continue
            other_word |= position.act != "precondition" and effect_of(position) != "silent"
        elif own and accepts and position.step is not None and position.step in steps:
            found.append(_unconditional(position))
            continue
        found.append(position)
    # Where it has said something else of the value, that is left when the refusal goes.
    return _kept(found) if other_word else [*_kept(found), _word(one, new_id)]


def _without_value(position: Position, value: str) -> Position | None:
    left = tuple(v for v in position.values if v != value)
    return replace(position, values=left) if left else None


def _word(one: Supposition, new_id: str) -> Position:
    """The word that nobody has said: undated, without a span, on no article."""
    return Position(
        id=new_id,
        article="",
        spans=(),
        voice="party",
        statements=(),
        party=one.party,
        party_text="",
        speaker=None,
        about=None,
        issue=one.issue,
        values=(str(one.value),),
        step=None,
        act="accept" if one.kind == "accepts" else "withdraw",
        method="supposed",
    )


def _unconditional(position: Position) -> Position | None:
    """The position without its conditions; None where these were all that it said."""
    if not hanging_on(position) and position.act not in ("accept_if", "precondition"):
        return position
    if position.act in ("precondition", "reject") or position.polarity != "for":
        return None
    return replace(
        position,
        act="accept" if position.act == "accept_if" else position.act,
        conditions=tuple(c for c in position.conditions if c.type == "by_date"),
        modality="asserted" if position.modality == "conditional" else position.modality,
    )


def _met(position: Position, step: str, names: StepNames) -> Position | None:
    """The position once this step is taken: the conditions that ask for it are met."""
    met = {c.group for c in hanging_on(position) if step in names.asked(c)}
    if not met:
        return position
    left = tuple(c for c in position.conditions if c.group not in met or c.type == "by_date")
    if all(c.type == "by_date" for c in left):
        return _unconditional(position)
    return replace(position, conditions=left)


def _without_needs(codebook: Codebook, taken: Collection[str]) -> Codebook:
    """The codebook whose logic asks neither for these steps nor anything of them."""
    steps = tuple(
        replace(
            step,
            needs=() if step.id in taken else tuple(n for n in step.needs if n not in taken),
        )
        for step in codebook.steps
    )
    return replace(codebook, steps=steps)
