"""Questions about what happened and what moved: events, shifts, divided parties.

Each is a function of an opened record; none changes it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path

from onrecord.actors import Cast
from onrecord.presentation.dossier.dates import sort_day
from onrecord.presentation.dossier.held import value_words
from onrecord.presentation.dossier.lookup import Lookup, gather
from onrecord.presentation.dossier.timeline import parties_of
from onrecord.presentation.dossier.vouching import Vouching
from onrecord.presentation.event_rows import EventRow, ShiftRow
from onrecord.presentation.exports.icalendar import write_calendar
from onrecord.presentation.questions import (
    check_party,
    fits_actor,
    lies_within,
    names_issue,
    view_codebook,
)
from onrecord.presentation.results import Results
from onrecord.presentation.wording import join_spans, say_code, say_interval
from onrecord.reconciliation import find_divisions
from onrecord.reconciliation.events import announced, standing
from onrecord.records import ArticleDate, Citation, Event, Interval, Position, Shift
from onrecord.store import View


def events(
    view: View,
    *,
    kind: str | None = None,
    party: str | None = None,
    place: str | None = None,
    status: str | None = None,
    since: dt.date | None = None,
    until: dt.date | None = None,
) -> Results[EventRow]:
    """The events on record in order of time.

    `party` names an actor that takes part or the party it speaks for; `since` and `until` are both
    included. Raises NotOnRecord if nobody has that name.
    """
    lookup = gather(view, view_codebook(view))
    asked = {"kind": kind, "party": party, "place": place, "status": status}
    found = _chosen(view, lookup, since=since, until=until, **asked)
    return Results(EventRow, (row for _, row in found))


def calendar(
    view: View,
    path: Path,
    *,
    party: str | None = None,
    since: dt.date | None = None,
    until: dt.date | None = None,
) -> tuple[Path, ...]:
    """The iCalendar file written: the same events, as far as their days are known."""
    lookup = gather(view, view_codebook(view))
    found = _chosen(view, lookup, party=party, since=since, until=until)
    return write_calendar(found, lookup.as_of, path)


def _chosen(
    view: View,
    lookup: Lookup,
    *,
    kind: str | None = None,
    party: str | None = None,
    place: str | None = None,
    status: str | None = None,
    since: dt.date | None = None,
    until: dt.date | None = None,
) -> list[tuple[Event, EventRow]]:
    """The events that fit, each with its row, in order of time. Raises NotOnRecord."""
    check_party(party, lookup)
    cast = Cast(actors=lookup.actors, links={})
    vouching = Vouching(lookup)
    rows = []
    for event in sorted(view.all(Event), key=lambda e: (sort_day(e.when), e.kind, e.id)):
        parties = parties_of(event, cast)
        if (
            (kind is None or event.kind == kind)
            and (status is None or standing(event) == status)
            and (place is None or place.casefold() in (event.place or "").casefold())
            and (party is None or any(fits_actor(party, a, lookup) for a in involved(event, cast)))
            and lies_within(event.when, since, until)
        ):
            rows.append((event, _event_row(event, parties, lookup, vouching)))
    return rows


def involved(event: Event, cast: Cast) -> tuple[str, ...]:
    """The ids of its actors and of their parties, sorted."""
    return tuple(sorted({*event.actors, *parties_of(event, cast)}))


def _event_row(
    event: Event, parties: Iterable[str], lookup: Lookup, vouching: Vouching
) -> EventRow:
    cited = _by_article(event.spans, lookup)
    disputed = vouching.disputed(event)
    return EventRow(
        when=say_interval(event.when),
        kind=say_code(event.kind),
        what=event.what,
        status=standing(event),
        announced=announced(event),
        said_by=vouching.said_by(event),
        disputed_by=tuple(who for _, who in disputed),
        clashes=tuple(clash for clash, _ in disputed),
        actors=tuple(sorted(lookup.actor(a) for a in event.actors)),
        parties=tuple(sorted(lookup.actor(p) for p in parties)),
        place=event.place or "",
        basis=event.when.basis if event.when else "",
        outlets=tuple(sorted({lookup.outlet(lookup.articles[a]) for a, _ in cited})),
        articles=tuple(lookup.articles[a].path for a, _ in cited),
        quotes=tuple(quote for _, quote in cited),
        first=cited[0][0],
        id=event.id,
    )


def _by_article(spans: Iterable[Citation], lookup: Lookup) -> list[tuple[str, str]]:
    """(article id, its words) in the order of publication; of several words the first."""
    first: dict[str, str] = {}
    for cited in sorted(spans):
        first.setdefault(cited.article, join_spans((cited.span,)))
    return [(a, first[a]) for a in lookup.articles if a in first]


def shifts(
    view: View,
    *,
    party: str | None = None,
    issue: str | None = None,
    direction: str | None = None,
    since: dt.date | None = None,
    until: dt.date | None = None,
) -> Results[ShiftRow]:
    """How the parties' positions moved, by party and date; behind them who is divided.

    `direction` keeps one of `ShiftRow`'s. Raises NotOnRecord if nobody has the party's name.
    """
    lookup = gather(view, view_codebook(view))
    check_party(party, lookup)
    rows = []
    for shift in sorted(view.all(Shift), key=lambda s: (sort_day(s.when), s.id)):
        told = (shift.from_, shift.to, say_code(shift.direction), shift.detail, shift.when)
        rows.append((shift.issue, shift.when, _shift_row(shift.id, *told, lookup)))
    dates = tuple(view.all(ArticleDate))
    for split in find_divisions(lookup.positions.values(), dates):
        told = (split.left, split.right, "divided", split.detail, split.when)
        rows.append((split.issue, split.when, _shift_row(split.id, *told, lookup)))
    kept = [
        row
        for on, when, row in rows
        if row is not None
        and (party is None or fits_actor(party, lookup.positions[row.later_id].party, lookup))
        and (issue is None or names_issue(issue, on, lookup))
        and (direction is None or row.direction == direction.replace("_", " "))
        and lies_within(when, since, until)
    ]
    kept.sort(key=lambda r: (r.direction == "divided", r.party, r.issue))
    return Results(ShiftRow, kept)


def _shift_row(
    row_id: str,
    earlier: str,
    later: str,
    direction: str,
    detail: str,
    when: Interval | None,
    lookup: Lookup,
) -> ShiftRow | None:
    """One row; None where a position is not on record any more."""
    before, after = lookup.positions.get(earlier), lookup.positions.get(later)
    if before is None or after is None or after.issue is None:
        return None
    return ShiftRow(
        party=lookup.actor(after.party),
        issue=lookup.issue_name(after.issue),
        direction=direction,
        detail=detail,
        when=say_interval(when),
        earlier=_words(before, lookup),
        earlier_when=_said(before, lookup),
        earlier_speaker=lookup.actor(before.speaker),
        earlier_outlet=lookup.outlet(lookup.articles[before.article]),
        earlier_quote=join_spans(before.spans),
        earlier_id=before.id,
        later=_words(after, lookup),
        later_when=_said(after, lookup),
        later_speaker=lookup.actor(after.speaker),
        later_outlet=lookup.outlet(lookup.articles[after.article]),
        later_quote=join_spans(after.spans),
        later_id=after.id,
        id=row_id,
    )


def _words(position: Position, lookup: Lookup) -> str:
    return f"{say_code(position.act)}: {value_words(lookup, position)}"


def _said(position: Position, lookup: Lookup) -> str:
    if position.said is not None:
        return say_interval(position.said)
    printed = say_interval(lookup.published.get(position.article))
    return f"published {printed}" if printed else ""
