"""How words become cells: the rules, in the order in which they are applied to a row.

Each takes a row (one party on one issue) and writes to its drafts; its docstring is the
explanation that a reader sees.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable

from onrecord.negotiation.rows import Draft, Row
from onrecord.negotiation.scale import HARDNESS_RANK, hardest
from onrecord.negotiation.words import Word, in_order, standing

DAY = dt.timedelta(days=1)
SOFTENED = "red line softened"
# Flags that say that a party's words on one value do not fit together.
DISAGREEMENT = ("party divided", "conflict in record", "order unknown")


def taken_back_words_fall(row: Row) -> None:
    """Words that the party later took back no longer count, nor what they implied."""
    takings = [w for w in row.words if w.effect == "withdrawn"]
    if takings:
        row.words = [
            w
            for w in row.words
            if w.effect == "withdrawn"
            or not any(
                w.ended_before(t) and set(w.position.values) & set(t.position.values)
                for t in takings
            )
        ]


def words_bear_on_values(row: Row) -> None:
    """A word bears on the values it names; a demand also refuses, by implication, the others."""
    drafts = {draft.value: draft for draft in row.drafts}
    for word in row.words:
        for value in word.position.values:
            draft = drafts[value]
            (draft.explicit if word.explicit else draft.implied).append(word)
        if word.excludes and row.scale.exclusive:
            for draft in row.drafts:
                if draft.value not in word.position.values:
                    draft.implied.append(word)


def explicit_outranks_implied(row: Row) -> None:
    """Words on this very value outrank what is only implied, whatever the date."""
    for draft in row.drafts:
        draft.standing = draft.explicit or draft.implied
        draft.is_implied = bool(draft.implied) and not draft.explicit


def later_replaces_earlier(row: Row) -> None:
    """The later word replaces the earlier, but only where the times said cannot overlap."""
    for draft in row.drafts:
        if len(draft.standing) > 1:
            draft.standing = standing(draft.standing)


def refusal_stands_while_order_is_open(row: Row) -> None:
    """Where words that disagree may be of one time, both stay and the refusal counts."""
    for draft in row.drafts:
        if not draft.standing:
            continue
        effects = {draft.effect(w) for w in draft.standing}
        if "refuses" in effects:
            draft.state = "refuses"
            draft.hardness = hardest(
                w.position.hardness for w in draft.standing if draft.effect(w) == "refuses"
            )
        elif "withdrawn" not in effects:
            draft.state = "accepts_if" if "accepts_if" in effects else "accepts"
        if effects == {"withdrawn"}:
            draft.flags += ("taken back",)
        if effects > {"refuses"} or effects > {"withdrawn"}:
            _flag_disagreement(row.party, draft)
        if effects == {"refuses"} and all(w.position.conditions for w in draft.standing):
            draft.flags += ("refused under a condition",)


def softened_red_line_stays_visible(row: Row) -> None:
    """A red line that a later word replaced is shown with the day from which it was softened."""
    for draft in row.drafts:
        if draft.hardness == "red_line" or not draft.standing:
            continue
        gone = [
            w
            for w in (*draft.explicit, *draft.implied)
            if w.position.hardness == "red_line" and draft.effect(w) == "refuses"
        ]
        if not gone:
            continue
        later = [w for w in draft.standing if any(g.ended_before(w) for g in gone)]
        if later:
            draft.beside += tuple(gone)
            draft.flags += (f"{SOFTENED} {_day(min(later, key=_start))}",)
        elif draft.state != "refuses":
            # An implied red line loses against an explicit word even if it is the later one.
            draft.beside += tuple(gone)
            draft.flags += ("red line on another value speaks against it",)


def strict_precondition_binds(row: Row) -> None:
    """What a party wants done first makes its acceptance of a value conditional."""
    for draft in row.drafts:
        binding = [
            p
            for p in row.preconditions.get(draft.value, ())
            if not (draft.standing and all(p.ended_before(w) for w in draft.standing))
        ]
        if draft.state == "accepts" and binding:
            draft.state = "accepts_if"
            draft.beside += tuple(binding)


def refusals_close_outwards(row: Row) -> None:
    """On a scale, who refuses a value refuses those behind it at least as hard, by implication."""
    if not row.scale.ordered:
        return
    taken = [n for n, d in enumerate(row.drafts) if d.state in ("accepts", "accepts_if")]
    if not taken:
        return
    for outward in (row.drafts[taken[-1] + 1 :], row.drafts[: taken[0]][::-1]):
        nearer: list[Draft] = []
        for draft in outward:
            if nearer and (draft.state == "unknown" or draft.is_implied):
                _close(draft, nearer)
            if draft.state == "refuses":
                nearer.append(draft)


RULES: tuple[Callable[[Row], None], ...] = (
    taken_back_words_fall,
    words_bear_on_values,
    explicit_outranks_implied,
    later_replaces_earlier,
    refusal_stands_while_order_is_open,
    softened_red_line_stays_visible,
    strict_precondition_binds,
    refusals_close_outwards,
)


def _close(draft: Draft, nearer: Iterable[Draft]) -> None:
    """Refuse what lies behind a refusal; the words of the hardest nearer one are its evidence."""
    hard = max(nearer, key=lambda d: HARDNESS_RANK[d.hardness])
    if draft.flags or (
        draft.state == "refuses" and HARDNESS_RANK[draft.hardness] >= HARDNESS_RANK[hard.hardness]
    ):
        return
    draft.state = "refuses"
    draft.is_implied = True
    draft.hardness = hard.hardness
    draft.standing = hard.standing


def _flag_disagreement(party: str, draft: Draft) -> None:
    """Say why words disagree: two speakers, one day, or an order that is not known."""
    against = [w for w in draft.standing if draft.effect(w) in ("refuses", "withdrawn")]
    others = [w for w in draft.standing if w not in against]
    if not others:  # refused and taken back
        others = [w for w in against if draft.effect(w) == "withdrawn"]
        against = [w for w in against if draft.effect(w) == "refuses"]
    left, right = _persons(against, party), _persons(others, party)
    if left and right and left.isdisjoint(right):
        draft.flags += ("party divided",)
    one_day = len({(w.start, w.end) for w in draft.standing}) == 1
    first = draft.standing[0]
    if one_day and first.start is not None and first.end == first.start + DAY:
        draft.flags += ("conflict in record",)
    else:
        draft.flags += ("order unknown",)


def _persons(words: Iterable[Word], party: str) -> set[str]:
    """Who spoke, the party itself and unknown speakers left out."""
    return {s for w in words if (s := w.position.speaker) is not None and s != party}


def _start(word: Word) -> dt.date:
    return word.start or dt.date.max


def _day(word: Word) -> str:
    """When a word was said, for a reader: the day, or the first one it may be."""
    if word.start is None:
        return "later"
    exact = word.end == word.start + DAY
    return f"on {word.start.isoformat()}" if exact else f"on or after {word.start.isoformat()}"


def evidence(draft: Draft) -> tuple[str, ...]:
    """The ids of the positions that a cell stands on or shows beside, by time."""
    words: Iterable[Word] = draft.standing  # in order already
    if draft.beside:
        words = in_order((*draft.standing, *draft.beside))
    elif len(draft.standing) < 2:
        return tuple(w.position.id for w in draft.standing)
    return tuple(dict.fromkeys([w.position.id for w in words]))
