"""What each party has said of each value of each issue, as far as the record goes.

A row exists for a party with a word of its own on the issue; its silent values are `unknown`.
Silence is never consent.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from onrecord.negotiation.cell_rules import RULES, evidence
from onrecord.negotiation.held import each_once
from onrecord.negotiation.needs import StepNames
from onrecord.negotiation.rows import Draft, Row
from onrecord.negotiation.scale import Scale, scale_of
from onrecord.negotiation.witnesses import (
    ONE_PER_ARTICLE,
    CountsOrigins,
    count_origins,
)
from onrecord.negotiation.words import Word, hanging_on, in_order, word_of
from onrecord.positions.codebook import Codebook
from onrecord.records import ArticleDate, Cell, Interval, Position

Places = dict[tuple[str, str], list[Word]]  # the words of (party, issue)


def build_cells(
    positions: Iterable[Position],
    codebook: Codebook,
    witnesses: CountsOrigins = ONE_PER_ARTICLE,
    as_of: dt.date | None = None,
    horizon_days: int | None = None,
    dates: Iterable[ArticleDate] = (),
) -> tuple[Cell, ...]:
    """The cells, sorted by issue, party and value; the same for every order of the positions.

    `as_of` is the day from which age is counted (None: the last day on which something is known
    to have been said); a cell is `stale` if its last word is more than `horizon_days` older
    (None: never). `dates` bound from above when undated words were said.
    """
    published = {d.article: d.published for d in dates if d.published is not None}
    words = [word_of(p, published) for p in each_once(positions)]
    bound = preconditions_in(words, codebook)
    by_place: Places = {}
    for word in words:
        party, issue = word.position.party, word.position.issue
        if word.effect != "silent" and party and issue and word.position.values:
            by_place.setdefault((party, issue), []).append(word)
    today = as_of or _last_day(words)
    oldest = today - dt.timedelta(days=horizon_days) if today and horizon_days is not None else None
    scales = _scales(by_place, codebook)
    cells: list[Cell] = []
    for (party, issue), own in sorted(by_place.items(), key=lambda item: item[0][::-1]):
        row = settle(party, scales[issue], own, bound.get((party, issue), {}))
        cells += [_cell(row, draft, witnesses, oldest) for draft in row.drafts]
    return tuple(sorted(cells, key=lambda c: (c.issue, c.party)))


def settle(
    party: str, scale: Scale, own: Iterable[Word], bound: Mapping[str, Sequence[Word]]
) -> Row:
    """The row of a party on an issue, from its words there, with every rule applied."""
    row = Row(
        party=party,
        scale=scale,
        words=in_order(own),
        drafts=[Draft(value) for value in scale.values],
        preconditions=bound,
    )
    for rule in RULES:
        rule(row)
    return row


def _scales(by_place: Places, codebook: Codebook) -> dict[str, Scale]:
    """The scale of each issue with a word on it."""
    mentioned: dict[str, set[str]] = {}
    for (_, issue), words in by_place.items():
        values = mentioned.setdefault(issue, set())
        for word in words:
            values.update(word.position.values)
    return {issue: scale_of(issue, values, codebook) for issue, values in mentioned.items()}


def preconditions_in(
    words: Iterable[Word], codebook: Codebook
) -> dict[tuple[str, str], dict[str, list[Word]]]:
    """The strict preconditions of each party, by (party, issue) and value.

    A precondition on a step binds the values that the step entails.
    """
    names = StepNames(codebook)
    bound: dict[tuple[str, str], dict[str, list[Word]]] = {}
    for word in words:
        own = word.position
        if word.effect != "accepts_if" or own.party is None or not is_strict(own):
            continue
        targets = [(own.issue, value) for value in own.values if own.issue is not None]
        if own.step is not None:
            targets += names.entailed_by(own.step)
        for issue, value in targets:
            bound.setdefault((own.party, issue), {}).setdefault(value, []).append(word)
    return bound


def is_strict(position: Position) -> bool:
    """Whether it wants something done before, not only together with, what it speaks of."""
    conditions = hanging_on(position)
    if not conditions:
        return position.act == "precondition"
    return any(c.timing != "with" and c.type != "in_exchange_for" for c in conditions)


def _last_day(words: Iterable[Word]) -> dt.date | None:
    """The last day on which something is known to have been said: of settled days alone."""
    said = [w.position.said for w in words if w.position.said is not None]
    ends = [i.end for i in said if i.start is not None and i.end is not None]
    return max(ends) - dt.timedelta(days=1) if ends else None


def _cell(row: Row, draft: Draft, witnesses: CountsOrigins, oldest: dt.date | None) -> Cell:
    words = draft.standing
    said = [w.position.said for w in words if w.position.said is not None]
    ends = [w.end for w in words] if oldest is not None else []
    return Cell(
        party=row.party,
        issue=row.scale.issue,
        value=draft.value,
        state=draft.state,
        hardness=draft.hardness,
        implied=draft.is_implied,
        positions=evidence(draft),
        origins=count_origins([w.position for w in words], witnesses) if words else 0,
        as_of=(max(said, key=_surely_by) if len(said) > 1 else said[0]) if said else None,
        stale=oldest is not None
        and bool(ends)
        and all(e is not None and e <= oldest for e in ends),
        conflict="; ".join(draft.flags) or None,
    )


def _surely_by(said: Interval) -> tuple[dt.date, dt.date, str, str]:
    """Sorts by the latest day that is known to be reached: "2014 or later" reaches 2014 alone."""
    first, end = said.start or dt.date.min, said.end
    last = end - dt.timedelta(days=1) if end is not None else first
    return (last, first, said.precision, said.basis)
