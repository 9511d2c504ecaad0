"""The flip test: how the picture changes if each declared level were one lower.

How hard a party declares a refusal is strategy and journalism; where a conclusion hangs on one
such word, a reader should know. All levels are lowered together, then each alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from onrecord.negotiation.differences import line_of, picture_changes
from onrecord.negotiation.lines import GapLine
from onrecord.negotiation.picture import Picture, Terms, draw_picture
from onrecord.negotiation.wording import LEVELS, Wording, counted
from onrecord.records import Hardness, Position

LOWER: Mapping[Hardness, Hardness | None] = {"red_line": "firm", "firm": "soft", "soft": None}
MOST_ALONE = 40  # lowered one by one; a picture of 90 positions takes some 8 ms each
Level = tuple[str, str, Hardness]  # party, issue or step, level


def flip_test(
    positions: Iterable[Position], terms: Terms, wording: Wording, *, alone: bool = True
) -> tuple[GapLine, ...]:
    """How many levels are declared, what all of them one lower would change, then each alone.

    A level is what one party declares at one level on one issue, in however many places. Not
    declared stays not declared. Without `alone` they are lowered together only.
    """
    held = tuple(positions)
    declared = _declared(held)
    if not declared:
        text = "No level is declared on this record, so none can be lowered (complete)."
        return (line_of("supposed", None, text, ()),)
    before = draw_picture(held, terms)
    every = sorted(p for ids in declared.values() for p in ids)
    number = counted(len(declared), "declared level")
    together = _changes(before, held, every, terms, wording)
    lines = [_head(f"With all {number} on this record one lower", together, every, None), *together]
    if not alone:
        return tuple(lines)
    untold = 0
    for level, ids in list(declared.items())[:MOST_ALONE]:
        changes = _changes(before, held, ids, terms, wording)
        untold += not changes
        if changes:
            lines += [_head(_alone(level, wording), changes, ids, level[1]), *changes]
    text = (
        f"Lowered alone, {untold} of {number} change nothing on this record "
        f"({_extent(len(declared))})."
    )
    return (*lines, line_of("extent", None, text, ()))


def _declared(held: Iterable[Position]) -> dict[Level, list[str]]:
    """The positions at each declared level, by party and issue; sorted."""
    found: dict[Level, list[str]] = {}
    for position in held:
        topic = position.issue or position.step
        if position.party and topic and position.hardness and position.act != "claim_about_other":
            found.setdefault((position.party, topic, position.hardness), []).append(position.id)
    return dict(sorted(found.items()))


def _changes(
    before: Picture,
    held: Iterable[Position],
    ids: Collection[str],
    terms: Terms,
    wording: Wording,
) -> list[GapLine]:
    """What these levels one lower change, beside the levels themselves."""
    low = [
        replace(p, hardness=LOWER[p.hardness]) if p.hardness and p.id in ids else p for p in held
    ]
    changes = picture_changes(before, draw_picture(low, terms), wording)
    return [line for line in changes if line.kind not in ("cell_change", "extent")]


def _head(
    what: str, changes: Collection[GapLine], ids: Iterable[str], issue: str | None
) -> GapLine:
    told = (
        f"{counted(len(changes), 'conclusion')} would read otherwise"
        if changes
        else ("no status, conflict, order of steps, package or ask would read otherwise")
    )
    return line_of("supposed", issue, f"{what}: {told}.", ids)


def _alone(level: Level, wording: Wording) -> str:
    party, topic, hardness = level
    known = wording.codebook.has_issue(topic)
    on = wording.issue(topic) if known else wording.step(topic)
    return f"{wording.party(party)} on {on}, {LEVELS[hardness]} on this record one lower"


def _extent(number: int) -> str:
    return "complete" if number <= MOST_ALONE else f"cut at {MOST_ALONE}"
