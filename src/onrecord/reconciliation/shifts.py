"""Shifts: how a party's own explicit position on one issue changed.

Only a plain change counts: another stance on the same value, another place on the same scale, a
hardness that both declare. Silence is none. Where two outlets tell of one utterance or one day, or
differ in their own words alone, the difference is listed as "differently reported". Where two
speakers of one party differ side by side, the party is divided (see `divisions`), not moved.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from onrecord.positions.codebook import Codebook
from onrecord.reconciliation.divisions import voices_of
from onrecord.reconciliation.order import SAID, Dated, came_before, date_positions
from onrecord.reconciliation.stances import (
    Change,
    hardness_changed,
    is_explicit,
    scale_changed,
    stance_changed,
    stance_of,
    withdrawn,
)
from onrecord.reconciliation.telling import Telling, find_tellings
from onrecord.records import (
    Article,
    ArticleDate,
    Position,
    Report,
    Shift,
    Statement,
    identity,
)


def find_shifts(
    positions: Iterable[Position],
    codebook: Codebook,
    dates: Iterable[ArticleDate],
    statements: Iterable[Statement] = (),
    reports: Iterable[Report] = (),
    articles: Iterable[Article] = (),
) -> tuple[Shift, ...]:
    """Every change between an earlier and a later position of one party on one issue, by date.

    The order must be settled: said on days that do not overlap, or, where neither was dated in
    the text, printed on such days (the detail then says "by publication date"). A difference of
    telling needs no order. Statements, reports and articles tell what is quoted, what is one
    utterance and who printed it; without them nothing counts as quoted, and each article as an
    outlet.
    """
    own = [p for p in positions if is_explicit(p)]
    telling = find_tellings(statements, reports, articles)
    by_issue: dict[str, list[Dated]] = defaultdict(list)
    for dated in date_positions(own, dates):
        by_issue[dated.position.issue or ""].append(dated)
    shifts = [
        s for issue in sorted(by_issue) for s in _shifts_on(by_issue[issue], codebook, telling)
    ]
    return tuple(sorted(shifts, key=lambda s: (s.party, s.issue, _day(s), s.id)))


def _day(shift: Shift) -> str:
    start = shift.when.start if shift.when else None
    return start.isoformat() if start else ""


def _shifts_on(positions: Sequence[Dated], codebook: Codebook, telling: Telling) -> list[Shift]:
    """The shifts of all parties on one issue."""
    by_party: dict[str, list[Dated]] = defaultdict(list)
    for dated in positions:
        by_party[dated.position.party or ""].append(dated)
    found = []
    for party in sorted(by_party):
        others = [d.position for d in positions if d.position.party != party]
        found += _shifts_of(by_party[party], others, codebook, telling)
    return found


def _shifts_of(
    own: Sequence[Dated], others: Sequence[Position], codebook: Codebook, telling: Telling
) -> list[Shift]:
    """The shifts of one party on one issue: each position against the last one before it."""
    voices = voices_of(own)
    own = _distinct(own)
    found = _retold_at_once(own, others, codebook, telling)
    seen: set[tuple[str, tuple[object, ...]]] = set()
    for later in own:
        before = [(d, how) for d in own if (how := came_before(d, later)) is not None]
        comparable = [(d, how) for d, how in before if _may_compare(d.position, later.position)]
        if not comparable:
            continue
        earlier, how = comparable[-1]
        together = [d for d, _ in comparable if came_before(d, earlier) is None]
        if any(_stood_so(d.position, earlier.position, later.position) for d in together):
            continue
        change = _change(earlier.position, later.position, others, codebook)
        if change is None or voices.stand_side_by_side(earlier, later):
            continue
        if why := telling.retold(earlier, later, how):
            change = _told_otherwise(change, why)
        elif change.direction == "reworded" and how != SAID:
            continue  # another paper's choice of words looks just so
        key = (earlier.position.id, stance_of(later.position))
        if key not in seen:
            seen.add(key)
            found.append(_shift(earlier.position, later, change, how))
    return found


def _retold_at_once(
    own: Sequence[Dated], others: Sequence[Position], codebook: Codebook, telling: Telling
) -> list[Shift]:
    """What two outlets tell of one time in two ways: each stance against the first of that time."""
    together: dict[tuple[object, ...], list[Dated]] = defaultdict(list)
    for dated in own:
        if dated.lower is not None or dated.printed is not None:
            together[dated.lower, dated.upper, dated.printed].append(dated)
    found = []
    for group in together.values():
        first = group[0]
        for other in group[1:]:
            if not _may_compare(first.position, other.position):
                continue
            change = _change(first.position, other.position, others, codebook)
            why = telling.retold(first, other, None)
            if change is not None and why is not None:
                found.append(_shift(first.position, other, _told_otherwise(change, why), SAID))
    return found


def _told_otherwise(change: Change, why: str) -> Change:
    return Change(direction="differently_reported", detail=f"{change.detail}: {why}")


def _distinct(own: Sequence[Dated]) -> list[Dated]:
    """One of each stance and time: however often it was printed, it is compared once."""
    kept: dict[tuple[object, ...], Dated] = {}
    for dated in own:
        p = dated.position
        key = (stance_of(p), p.hardness, p.scope, p.step, dated.lower, dated.upper, dated.printed)
        kept.setdefault(key, dated)
    return list(kept.values())


def _may_compare(earlier: Position, later: Position) -> bool:
    """Whether both speak of one matter: scopes and steps, where both are named, are the same."""
    return (earlier.scope is None or later.scope is None or earlier.scope == later.scope) and (
        earlier.step == later.step
    )


def _stood_so(one: Position, earlier: Position, later: Position) -> bool:
    """Whether a word from the earlier time stands already where the later one stands."""
    if stance_of(one) != stance_of(later):
        return False
    return stance_of(earlier) != stance_of(later) or one.hardness == later.hardness


def _change(
    earlier: Position, later: Position, others: Sequence[Position], codebook: Codebook
) -> Change | None:
    """What changed, by the first rule that sees a change."""
    return (
        withdrawn(earlier, later)
        or stance_changed(earlier, later)
        or hardness_changed(earlier, later)
        or scale_changed(earlier, later, others, codebook)
    )


def _shift(earlier: Position, later: Dated, change: Change, how: str) -> Shift:
    to = later.position
    detail = change.detail if how == SAID else f"{change.detail}, {how}"
    return Shift(
        id=identity("shift", earlier.id, to.id),
        party=to.party or "",
        issue=to.issue or "",
        from_=earlier.id,
        to=to.id,
        when=later.when,
        direction=change.direction,
        detail=detail,
    )
