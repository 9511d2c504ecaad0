"""Where a position stands on a value, and what counts as a change of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from onrecord.positions.codebook import Codebook
from onrecord.records import Act, Position

Direction = Literal["hardened", "softened", "reworded", "withdrawn", "differently_reported"]
Stance = Literal["wants", "takes_if", "open", "refuses"]

# A threat and a claim about another make no position; a precondition speaks of a step.
STANCES: dict[Act, Stance] = {
    "demand": "wants",
    "offer": "wants",
    "propose": "wants",
    "accept": "wants",
    "commit": "wants",
    "accept_if": "takes_if",
    "openness": "open",
    "reject": "refuses",
}
# Between which stances on one value a change is plain. "Open" after "wants" is not among them:
# another paper's weaker word for the same thing looks just so.
CHANGES: dict[tuple[Stance, Stance], Direction] = {
    ("refuses", "wants"): "softened",
    ("refuses", "takes_if"): "softened",
    ("refuses", "open"): "softened",
    ("takes_if", "wants"): "softened",
    ("open", "wants"): "softened",
    ("open", "takes_if"): "softened",
    ("wants", "refuses"): "hardened",
    ("takes_if", "refuses"): "hardened",
    ("open", "refuses"): "hardened",
    ("wants", "takes_if"): "hardened",
}
WORDS: dict[Stance, str] = {
    "wants": "for it",
    "takes_if": "for it on a condition",
    "open": "open to it",
    "refuses": "against it",
}
ASKS: tuple[Act, ...] = ("demand", "offer", "propose")
LEVELS = ("soft", "firm", "red_line")


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A change with its direction and its words."""

    direction: Direction
    detail: str


def stance(position: Position) -> Stance | None:
    """Where the position stands on its values, or None where its act says nothing of them."""
    found = STANCES.get(position.act)
    if position.polarity == "against" and found is not None and found != "refuses":
        return "refuses" if found == "wants" else None
    if found == "wants" and position.conditions and position.act in ("accept", "offer"):
        return "takes_if"
    return found


def stance_of(position: Position) -> tuple[object, ...]:
    """What makes two positions the same for a shift."""
    return (stance(position), position.act == "withdraw", tuple(sorted(position.values)))


def is_explicit(position: Position) -> bool:
    """Whether it is a party's own word on an issue: not a claim, a threat or a guess."""
    return (
        position.party is not None
        and position.issue is not None
        and position.voice != "other"
        and (position.modality in ("asserted", "intention", "future") or _would_if(position))
        and (position.act == "withdraw" or stance(position) is not None)
    )


def _would_if(position: Position) -> bool:
    """Whether its "would" is the offer itself: it takes the value, and says on which condition."""
    return (
        position.modality == "conditional"
        and position.act == "accept_if"
        and bool(position.conditions)
    )


def withdrawn(earlier: Position, later: Position) -> Change | None:
    """The later word takes the earlier one back."""
    if later.act != "withdraw" or earlier.act == "withdraw":
        return None
    if later.values and earlier.values and not _shared(earlier, later):
        return None
    named = ", ".join(sorted(set(later.values) & set(earlier.values))) or "its position"
    return Change(direction="withdrawn", detail=f"takes back {named}")


def stance_changed(earlier: Position, later: Position) -> Change | None:
    """Another stance on the same value: refused before and accepted now, or the reverse."""
    shared = _shared(earlier, later)
    before, after = stance(earlier), stance(later)
    if not shared or before is None or after is None:
        return None
    direction = CHANGES.get((before, after))
    if direction is None:
        return None
    if earlier.act == "demand" and after == "refuses":
        return Change(direction="withdrawn", detail=f"{_names(shared)}: demanded, then refused")
    return Change(
        direction=direction,
        detail=f"{_names(shared)}: {WORDS[before]}, then {WORDS[after]}",
    )


def hardness_changed(earlier: Position, later: Position) -> Change | None:
    """The same stance on the same value, declared harder or softer by both."""
    if earlier.hardness is None or later.hardness is None or earlier.hardness == later.hardness:
        return None
    if stance(earlier) != stance(later) or not _shared(earlier, later):
        return None
    harder = LEVELS.index(later.hardness) > LEVELS.index(earlier.hardness)
    words = [level.replace("_", " ") for level in (earlier.hardness, later.hardness)]
    return Change(
        direction="hardened" if harder else "softened",
        detail=f"{_names(_shared(earlier, later))}: declared {words[0]}, then {words[1]}",
    )


def scale_changed(
    earlier: Position, later: Position, others: Sequence[Position], codebook: Codebook
) -> Change | None:
    """Another value wanted before and now: nearer to the other parties, farther, or elsewhere."""
    # What a party accepts or does it may want beside other things; what it asks for, it asks for.
    if earlier.act not in ASKS or later.act not in (*ASKS, "accept", "accept_if"):
        return None
    if earlier.polarity == "against" or later.polarity == "against":
        return None
    if not earlier.values or not later.values or _shared(earlier, later):
        return None
    detail = f"{_names(set(earlier.values))}, then {_names(set(later.values))}"
    moved = _moved(earlier, later, others, codebook)
    if moved is None and later.act not in ASKS:
        return None
    if moved is None:
        return Change(direction="reworded", detail=detail)
    return Change(direction=moved, detail=detail)


def _moved(
    earlier: Position, later: Position, others: Sequence[Position], codebook: Codebook
) -> Direction | None:
    """Nearer to (softened) or farther from (hardened) every value that another party wants."""
    if later.issue is None or not codebook.has_issue(later.issue):
        return None
    issue = codebook.issue(later.issue)

    def places(position: Position) -> list[int]:
        found = (issue.position_of(value) for value in position.values)
        return [place for place in found if place is not None]

    before, after = places(earlier), places(later)
    wanted = [at for p in others if stance(p) == "wants" for at in places(p)]
    if not before or not after or not wanted:
        return None
    gaps = [
        min(abs(at - place) for place in after) - min(abs(at - place) for place in before)
        for at in wanted
    ]
    if all(gap < 0 for gap in gaps):
        return "softened"
    return "hardened" if all(gap > 0 for gap in gaps) else None


def _shared(earlier: Position, later: Position) -> set[str]:
    return set(earlier.values) & set(later.values)


def _names(values: set[str]) -> str:
    return ", ".join(sorted(values))
