"""The timeline of events, by party and one by one, and the shifts of position along it."""

from __future__ import annotations

from onrecord.actors import Cast
from onrecord.presentation.dossier.context import EventLine, LaneDrawing, ShiftLine, Side
from onrecord.presentation.dossier.dates import interval_words, sort_day
from onrecord.presentation.dossier.evidence import Evidence
from onrecord.presentation.dossier.held import said_words, value_words
from onrecord.presentation.dossier.lanes import Happening, draw_lanes
from onrecord.presentation.dossier.lookup import Lookup
from onrecord.presentation.dossier.vouching import Vouching
from onrecord.presentation.dossier.words import ACTS, plain_name, sentence_case
from onrecord.reconciliation import find_divisions
from onrecord.reconciliation.events import announced, standing
from onrecord.records import ArticleDate, Event, Interval, Position, Shift

MOST_EVENTS = 400  # beyond that a timeline is no longer read; the rest is counted


def build_timeline(lookup: Lookup, evidence: Evidence) -> tuple[tuple[EventLine, ...], int]:
    """Events by date, the undated at the end, and how many were left out."""
    events, left_out = _shown(lookup)
    vouching = Vouching(lookup)
    lines = (_event(lookup, evidence, vouching, n, e) for n, e in enumerate(events, start=1))
    return tuple(lines), left_out


def _shown(lookup: Lookup) -> tuple[list[Event], int]:
    """The events that the page shows, in order of time, and how many it does not."""
    events = sorted(lookup.view.all(Event), key=lambda e: (sort_day(e.when), e.id))
    # The most widely reported stay.
    kept = {e.id for e in sorted(events, key=lambda e: (-len(e.articles), e.id))[:MOST_EVENTS]}
    return [e for e in events if e.id in kept], len(events) - len(kept)


def _event(
    lookup: Lookup, evidence: Evidence, vouching: Vouching, number: int, event: Event
) -> EventLine:
    how = standing(event)
    return EventLine(
        anchor=f"event-{number}",
        when=interval_words(event.when),
        what=sentence_case(event.what),
        status="" if how == "happened" else how,
        announced=announced(event),
        said_by=vouching.said_by(event),
        disputed_by=tuple(dict.fromkeys(who for _, who in vouching.disputed(event))),
        actors=tuple(sorted(lookup.actor(a) for a in event.actors)),
        place=event.place or "",
        quotes=evidence.quotes(event.spans),
    )


def build_lanes(lookup: Lookup) -> LaneDrawing | None:
    """The drawing of the shown events by party; None where there is too little to draw."""
    cast = Cast(actors=lookup.actors, links={})
    events, _ = _shown(lookup)
    return draw_lanes(
        [
            Happening(
                when=event.when,
                status=standing(event),
                name=f"{interval_words(event.when)}: {event.what}",
                href=f"event-{number}",
                parties=tuple(lookup.actor(p) for p in parties_of(event, cast)),
                articles=len(event.articles),
            )
            for number, event in enumerate(events, start=1)
        ]
    )


def parties_of(event: Event, cast: Cast) -> tuple[str, ...]:
    """The ids of the parties for whom its actors speak, each once; sorted."""
    found = {cast.party_of(actor, event.when) for actor in event.actors}
    return tuple(sorted(party for party in found if party is not None))


def build_shifts(lookup: Lookup, evidence: Evidence) -> tuple[ShiftLine, ...]:
    """Every shift whose two positions are on record, by date; behind them who is divided."""
    found = []
    for shift in sorted(lookup.view.all(Shift), key=lambda s: (sort_day(s.when), s.id)):
        group = "told" if shift.direction == "differently_reported" else "moved"
        named = plain_name(shift.direction)
        ends = shift.from_, shift.to
        found.append(_shift(lookup, evidence, group, named, ends, shift.detail, shift.when))
    dates = tuple(lookup.view.all(ArticleDate))
    for split in find_divisions(lookup.positions.values(), dates):
        ends = split.left, split.right
        found.append(_shift(lookup, evidence, "divided", "divided", ends, split.detail, split.when))
    return tuple(line for line in found if line is not None)


def _shift(
    lookup: Lookup,
    evidence: Evidence,
    group: str,
    direction: str,
    ends: tuple[str, str],
    detail: str,
    when: Interval | None,
) -> ShiftLine | None:
    before, after = (lookup.positions.get(end) for end in ends)
    if before is None or after is None or after.issue is None:
        return None
    return ShiftLine(
        group=group,
        party=lookup.actor(after.party),
        issue=lookup.issue_name(after.issue),
        direction=direction,
        detail=detail,
        when=interval_words(when),
        before=position_side(lookup, evidence, before),
        after=position_side(lookup, evidence, after),
    )


def position_side(lookup: Lookup, evidence: Evidence, position: Position) -> Side:
    """A position as one side of a comparison: who, when, act and value, quote."""
    quote = evidence.quote(position.article, position.spans)
    value = value_words(lookup, position)
    about = lookup.actor(position.about)
    if position.act == "claim_about_other":
        verb = f"says of {about}:" if about else ACTS[position.act]
        verb += " against" if position.polarity == "against" else ""
    else:
        verb = ACTS[position.act]
    speaker = lookup.actor(position.speaker) if position.act == "claim_about_other" else ""
    return Side(
        who=speaker or lookup.actor(position.party) or position.party_text,
        when=said_words(lookup, position),
        words=f"{verb} “{value}”" if value else verb,
        quotes=(quote,) if quote is not None else (),
    )
