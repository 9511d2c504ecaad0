"""The positions of a record as the model takes them: each once, and each with what it is about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from onrecord.negotiation.words import Word, effect_of, word_of
from onrecord.records import Position


def each_once(positions: Iterable[Position]) -> list[Position]:
    """The positions, each id once, sorted by id; a withdrawal that names nothing has its object.

    "Norland has withdrawn its offer" names an issue and neither value nor step. Where all that its
    party took on the issue before is one and the same, that is what it takes back; where the party
    took several things, or the order is not known, what it takes back stays open.
    """
    held = {p.id: p for p in positions}
    taken: dict[tuple[str, str], list[Word]] = {}
    bare = [p for p in held.values() if _is_bare(p)]
    places = {(p.party, p.issue) for p in bare}
    for position in held.values() if bare else ():
        party, issue = position.party, position.issue
        if party is None or issue is None or (party, issue) not in places:
            continue
        word = word_of(position, {})
        if word.effect in ("accepts", "accepts_if"):
            taken.setdefault((party, issue), []).append(word)
    for position in bare:
        withdrawal = word_of(position, {})
        earlier = [
            w
            for w in taken.get((str(position.party), str(position.issue)), ())
            if w.ended_before(withdrawal)
        ]
        objects = {(w.position.values, w.position.step) for w in earlier}
        if len(objects) == 1:
            values, step = objects.pop()
            held[position.id] = replace(position, values=values, step=step)
    return sorted(held.values(), key=lambda p: p.id)


def _is_bare(position: Position) -> bool:
    """Whether it is a party's own withdrawal that names an issue and no more."""
    if position.values or position.step is not None or position.issue is None:
        return False  # nearly all
    return effect_of(position) == "withdrawn"
