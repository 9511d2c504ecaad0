"""Whether an event has happened: by the date of print first, by the words of its clause else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from onrecord.language.parse import Token
from onrecord.reconciliation.event_words import (
    CALLED_OFF,
    FUTURE,
    PUT_OFF,
    TAKING_PLACE,
    UNREAL,
)
from onrecord.reconciliation.words import listed
from onrecord.records import ArticleDate, TimeMention

Status = Literal["happened", "planned", "called_off", "put_off"]
PAST = listed("was were met held took began said signed had")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")

# Who claims or alleges it vouches for it alone: told so, it is an account, and no event on record.
DENYING = frozenset(("deny", "reject", "refute", "dispute", "dismiss", "doubt", "claim", "allege"))
DENIABLE = frozenset(("ccomp", "dobj", "xcomp"))  # not "rejected the plan after the talks"
REJECTED = frozenset((("rejected", "reports"), ("rejected", "claims"), ("rejects", "reports")))
DENIED = frozenset(
    ("denied", "denies", "refuted", "disputed", "dismissed", "doubted", "claimed", "alleged")
)


def status_of(
    kind: str, trigger: Token, clause: Sequence[Token], time: TimeMention, date: ArticleDate
) -> Status | None:
    """Whether it happened or is planned, by the date of print, else by tense; None: neither."""
    by_date = status_by_date(time, date)
    if kind == "deadline":
        return _deadline_status(clause, time, by_date)
    words = {t.text.lower() for t in clause if t is not trigger and t.text != "May"}
    if words & (UNREAL | CALLED_OFF | PUT_OFF):
        return None
    ahead = bool(words & FUTURE) or any(
        a.text.lower() == "to" and b.text.lower() in TAKING_PLACE for a, b in pairwise(clause)
    )
    if by_date == "happened":
        return None if ahead else "happened"
    if by_date == "planned" or ahead:
        return "planned"
    if any(t.tag in ("VBD", "VBN") for t in clause):
        return "happened"
    past = not trigger.tag and any(t.text.endswith("ed") or t.text in PAST for t in clause)
    return "happened" if past else None


def _deadline_status(
    clause: Sequence[Token], time: TimeMention, by_date: Status | None
) -> Status | None:
    """Whether a deadline has passed; None where a day without its year was taken for a past one
    though the clause looks ahead ("to decide before Thursday's deadline").
    """
    if by_date != "happened" or YEAR.search(time.span.text):
        return by_date or "planned"
    past = any(t.tag == "VBD" or t.text.lower() in PAST for t in clause)
    return "happened" if past else None


def status_by_date(time: TimeMention, date: ArticleDate) -> Literal["happened", "planned"] | None:
    """Before or after the days of print; None where they overlap or are unknown."""
    printed = date.published
    if printed is None:
        return None
    if printed.end is not None and time.start is not None and time.start >= printed.end:
        return "planned"
    if printed.start is not None and time.end is not None and time.end <= printed.start:
        return "happened"
    return None


def is_denied(trigger: Token, sentence: Sequence[Token]) -> bool:
    """Whether someone denies, or alone claims, that it took place; without a parse by any word."""
    if any(word.dep for word in sentence):
        path = (trigger, *trigger.ancestors())
        return any(up.lemma in DENYING and down.dep in DENIABLE for down, up in pairwise(path))
    before = [word.text.lower() for word in sentence if word.i < trigger.i]
    return not DENIED.isdisjoint(before) or any(pair in REJECTED for pair in pairwise(before))
