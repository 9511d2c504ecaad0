"""The timeline of events, and the shifts of position along it."""

from __future__ import annotations

from onrecord.presentation.dossier.context import EventLine, ShiftLine, Side
from onrecord.presentation.dossier.dates import interval_words, sort_day
from onrecord.presentation.dossier.evidence import Evidence
from onrecord.presentation.dossier.held import said_words, value_words
from onrecord.presentation.dossier.lookup import Lookup
from onrecord.presentation.dossier.words import ACTS, sentence_case
from onrecord.records import Event, Position, Shift

MOST_EVENTS = 400  # beyond that a timeline is no longer read; the rest is counted


def build_timeline(lookup: Lookup, evidence: Evidence) -> tuple[tuple[EventLine, ...], int]:
    """Events by date, the undated at the end, and how many were left out."""
    events = sorted(lookup.view.all(Event), key=lambda e: (sort_day(e.when), e.id))
    # The most widely reported stay.
    kept = {e.id for e in sorted(events, key=lambda e: (-len(e.articles), e.id))[:MOST_EVENTS]}
    lines = tuple(_event(lookup, evidence, e) for e in events if e.id in kept)
    return lines, len(events) - len(lines)


def _event(lookup: Lookup, evidence: Evidence, event: Event) -> EventLine:
    return EventLine(
        when=interval_words(event.when),
        what=sentence_case(event.what),
        status="planned" if event.status == "planned" else "",
        actors=tuple(sorted(lookup.actor(a) for a in event.actors)),
        place=event.place or "",
        quotes=evidence.quotes(event.spans),
    )


def build_shifts(lookup: Lookup, evidence: Evidence) -> tuple[ShiftLine, ...]:
    """Every shift whose two positions are on record, by date."""
    found = []
    for shift in sorted(lookup.view.all(Shift), key=lambda s: (sort_day(s.when), s.id)):
        before, after = lookup.positions.get(shift.from_), lookup.positions.get(shift.to)
        if before is None or after is None:
            continue
        found.append(
            ShiftLine(
                party=lookup.actor(shift.party),
                issue=lookup.issue_name(shift.issue),
                direction=shift.direction,
                detail=shift.detail,
                when=interval_words(shift.when),
                before=position_side(lookup, evidence, before),
                after=position_side(lookup, evidence, after),
            )
        )
    return tuple(found)


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
