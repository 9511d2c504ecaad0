"""What a position says of the values it names: it accepts, accepts on a condition, refuses or
takes back; or it says nothing that may stand in a cell.

Only a party's own word on a named value counts. Openness is not acceptance, a threat is not a
position, and what one party says of another never becomes the other's consent.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

from onrecord.records import Act, Condition, Interval, Position

Effect = Literal["accepts", "accepts_if", "refuses", "withdrawn", "silent"]

SILENT_ACTS: frozenset[Act] = frozenset({"openness", "threaten", "claim_about_other"})


class Word(NamedTuple):
    """A position as it bears on its issue.

    `excludes`: it wants its values and thereby refuses the others, by implication. `start` and
    `end` bound when it was said; the day of publication bounds the end, never the start.
    """

    position: Position
    effect: Effect
    explicit: bool
    excludes: bool
    start: dt.date | None
    end: dt.date | None

    def ended_before(self, other: Word) -> bool:
        """Whether it was certainly said before the other."""
        return self.end is not None and other.start is not None and self.end <= other.start


def no_own_word(position: Position) -> Effect | None:
    """Says nothing: no party stands behind it, or it is openness, a threat, a claim on another."""
    foreign = position.party is None or position.voice == "other"
    return "silent" if foreign or position.act in SILENT_ACTS else None


def hedged(position: Position) -> Effect | None:
    """Says nothing: a word in "may" or "might" commits to no value."""
    return "silent" if position.modality == "hedged" else None


def taken_back(position: Position) -> Effect | None:
    """Takes back what the party said of these values before."""
    return "withdrawn" if position.act == "withdraw" else None


# Conditions under which a "not" is a yes to come.
OPENING = ("unless", "only_after", "until", "in_exchange_for")


def refused(position: Position) -> Effect | None:
    """Refuses: a rejection, or words against a value. "Not unless" is a condition, not a no."""
    if position.act != "reject" and position.polarity == "for":
        return None
    opens = any(c.type in OPENING for c in hanging_on(position))
    return "accepts_if" if opens and position.act != "demand" else "refuses"


def conditional(position: Position) -> Effect | None:
    """Accepts on a condition: it is stated, or the words are "would"."""
    on_condition = position.act in ("accept_if", "precondition") or bool(hanging_on(position))
    return "accepts_if" if on_condition or position.modality == "conditional" else None


def wanted(position: Position) -> Effect | None:
    """Accepts: who demands, offers, proposes, commits to or accepts a value takes it."""
    return "accepts" if position.polarity == "for" else None


# The first that fits decides.
READINGS: tuple[Callable[[Position], Effect | None], ...] = (
    no_own_word,
    hedged,
    taken_back,
    refused,
    conditional,
    wanted,
)


def effect_of(position: Position) -> Effect:
    """What a position says of the values (or the step) it names."""
    for reading in READINGS:
        if (effect := reading(position)) is not None:
            return effect
    return "silent"


def hanging_on(position: Position) -> tuple[Condition, ...]:
    """The conditions that its acceptance hangs on; a date to be kept is none."""
    if not position.conditions:  # nearly all
        return ()
    return tuple(c for c in position.conditions if c.type != "by_date")


def word_of(position: Position, published: Mapping[str, Interval]) -> Word:
    """The word that a position is, dated by when it was said or at least printed."""
    effect = effect_of(position)
    said = position.said
    start, end = (said.start, said.end) if said is not None else (None, None)
    if end is None and published:
        printed = published.get(position.article)
        end = printed.end if printed is not None else None
    return Word(
        position=position,
        effect=effect,
        # A precondition tells what must come first; that its party takes the value is implied.
        explicit=position.act != "precondition",
        excludes=position.act == "demand" and effect == "accepts",
        start=start,
        end=end,
    )


def standing(words: Sequence[Word]) -> Sequence[Word]:
    """The words that no later one replaces: later means that the times said cannot overlap."""
    starts = [w.start for w in words if w.start is not None]
    if not starts:
        return words
    latest = max(starts)
    return [w for w in words if w.end is None or w.end > latest]


def in_order(words: Iterable[Word]) -> list[Word]:
    """The words by time, undated ones first, then by id: the same for every order of input."""
    return sorted(
        words,
        key=lambda w: (w.start or dt.date.min, w.end or dt.date.min, w.position.id),
    )
