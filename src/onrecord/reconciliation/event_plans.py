"""What does not take place as planned: called off, or put off to another day."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from onrecord.language.parse import Parse, Token
from onrecord.reconciliation.event_words import CALLED_OFF, OFF, PUT_OFF
from onrecord.reconciliation.words import listed
from onrecord.records import TimeMention

Off = Literal["planned", "called_off", "put_off"]
# "Put off until Friday": the day after these is the new one.
ONWARD = listed("until till to")
# "Moved from Friday to Monday": alone they may be of place.
MOVED = listed("moved rescheduled shifted pushed brought")
# "Planned for Friday", "due on Friday", "Friday's summit": the day of what was planned.
FOR = listed("for from")
BACK = listed("it that this which")
AHEAD = listed("planned scheduled due set slated expected foreseen")


def off_of(
    trigger: Token,
    clause: Sequence[Token],
    time: TimeMention,
    by_date: str | None,
    parse: Parse,
) -> Off | None:
    """What became of a plan, if the clause says that it fell: nothing is told of other clauses.

    The date must be that of the plan: it lies ahead of the print, it hangs on the event's noun, or
    "for", "due" and the like lead to it. "Cancelled the summit on Monday" may be said of Monday.
    """
    if _was_to_have(clause):
        return "planned"
    how = _how(clause)
    words = parse.between(time.span.start, time.span.end)
    if how is None or not words:
        return None
    before = [t.text.lower() for t in parse.tokens[max(0, words[0].i - 3) : words[0].i]]
    if how == "put_off" and ONWARD.intersection(before[-2:]):
        return "planned" if by_date != "happened" else None
    ahead = by_date == "planned"
    named = bool(FOR.intersection(before[-2:]) or AHEAD.intersection(before))
    own = words[-1].i < trigger.i <= words[-1].i + 3  # "Friday's summit"
    return how if ahead or named or own else None


def _was_to_have(clause: Sequence[Token]) -> bool:
    """Whether it says what was planned and did not come: "were to have met on Friday"."""
    words = [t.text.lower() for t in clause]
    return any(
        words[at] in ("was", "were") and words[at + 1 : at + 3] == ["to", "have"]
        for at in range(len(words) - 2)
    )


def days_moved(
    clause: Sequence[Token], times: Sequence[TimeMention], parse: Parse
) -> tuple[TimeMention, TimeMention] | None:
    """The old day and the new one: "moved from Friday to Monday", "set for June 12, put off to
    June 20"; None where the clause does not give both.
    """
    if _how(clause) != "put_off" and not MOVED.intersection(t.text.lower() for t in clause):
        return None
    own = {t.i for t in clause}
    old, new = [], []
    for time in times:
        words = parse.between(time.span.start, time.span.end)
        if not words or words[0].i not in own or time.type not in ("DATE", "TIME"):
            continue
        before = [t.text.lower() for t in parse.tokens[max(0, words[0].i - 2) : words[0].i]]
        if ONWARD.intersection(before):
            new.append(time)
        elif FOR.intersection(before):
            old.append(time)
    return (old[0], new[0]) if len(old) == len(new) == 1 else None


def is_off_later(trigger: Token, clause: Sequence[Token], sentence: Sequence[Token]) -> bool:
    """Whether a later clause of the sentence takes the plan back: "were to meet, but that was
    cancelled". Its subject must point back, for another thing may have been cancelled.
    """
    own = {t.i for t in clause}
    for token in sentence:
        if token.i <= trigger.i or token.i in own or token.text.lower() not in CALLED_OFF:
            continue
        subjects = [c for c in token.children if c.dep in ("nsubjpass", "nsubj")]
        if any(BACK.intersection(w.text.lower() for w in c.subtree()) for c in subjects):
            return True
    return False


def _how(clause: Sequence[Token]) -> Literal["called_off", "put_off"] | None:
    """Whether a word of the clause calls it off or puts it off."""
    for token in clause:
        word = token.text.lower()
        if word in CALLED_OFF:
            return "called_off"
        if word in PUT_OFF:
            return "put_off"
    for one, two in pairwise(clause):
        if two.text.lower() == "off" and (how := _particle(one.text.lower())):
            return how
    return None


def _particle(word: str) -> Literal["called_off", "put_off"] | None:
    stem = "call" if word in ("call", "calls", "called") else "put" if word == "put" else ""
    found = OFF.get(stem)
    return "called_off" if found == "called_off" else "put_off" if found else None
