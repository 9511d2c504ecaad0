"""The events as a calendar: RFC 5545, one VEVENT each, so that any calendar opens it.

The record knows days, not hours: every event is of whole days (VALUE=DATE), with DTEND the first
day after it. An event of a month or a year spans it, and its description says that the day is not
known. A UID is made of where the event was told first: an export of a record that has grown since
changes what a calendar has, and adds what is new.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from onrecord.presentation.event_rows import EventRow
from onrecord.presentation.exports.places import whole_file
from onrecord.records import Event, Interval, identity

LONGEST_LINE = 75  # octets of a content line, without its line end (RFC 5545, 3.1)
# Some readers of calendars end a line at each of these, though RFC 5545 does not.
LINE_END = re.compile("\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
STATUS = {
    "happened": "CONFIRMED",
    "planned": "TENTATIVE",
    "called off": "CANCELLED",
    "put off": "CANCELLED",  # on this day; the new one is an event of its own
}
EXACT = ("minute", "hour", "day")


def write_calendar(
    events: Iterable[tuple[Event, EventRow]], stamp: dt.date | None, path: Path
) -> tuple[Path, ...]:
    """The file written: every event whose days are known on both sides, in the order given.

    `stamp` is the day that the record stands at (DTSTAMP, which RFC 5545 asks for); two exports of
    one record are the same bytes.
    """
    with whole_file(path) as out:
        for line in _calendar(events, stamp or dt.date(1970, 1, 1)):
            out.write(folded(line) + "\r\n")
    return (path,)


def _calendar(events: Iterable[tuple[Event, EventRow]], stamp: dt.date) -> Iterator[str]:
    yield "BEGIN:VCALENDAR"
    yield "VERSION:2.0"
    yield "PRODID:-//onrecord//timeline//EN"
    yield "CALSCALE:GREGORIAN"
    for event, row in events:
        if event.when is not None and event.when.start and event.when.end:
            yield from _event(event, event.when, row, stamp)
    yield "END:VCALENDAR"


def _event(event: Event, when: Interval, row: EventRow, stamp: dt.date) -> Iterator[str]:
    assert when.start is not None and when.end is not None  # noqa: S101, PT018
    yield "BEGIN:VEVENT"
    yield f"UID:{_uid(event, row)}@onrecord"
    yield f"DTSTAMP:{stamp:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_day(when.start)}"
    yield f"DTEND;VALUE=DATE:{_day(when.end)}"
    gone = f"[{row.status}] " if row.status != "happened" else ""
    yield f"SUMMARY:{escaped(f'{gone}{row.kind}: {row.what}')}"
    yield f"STATUS:{STATUS[row.status]}"
    yield "TRANSP:TRANSPARENT"
    yield f"CATEGORIES:{escaped(row.kind)}"
    if row.place:
        yield f"LOCATION:{escaped(row.place)}"
    yield f"DESCRIPTION:{escaped(_description(when, row))}"
    yield "END:VEVENT"


def _uid(event: Event, row: EventRow) -> str:
    """An id that stays when further articles tell of the event: of its first article's passage."""
    first = min(c for c in event.spans if c.article == row.first)
    return identity("calendar", first.article, str(first.span.start), str(first.span.end))


def _day(day: dt.date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _description(when: Interval, row: EventRow) -> str:
    lines = [
        "" if when.precision in EXACT else f"Some time in {row.when}; the day is not known.",
        f"Taking part: {', '.join(row.actors)}" if row.actors else "",
        f"Planned as: {row.announced}" if row.announced else "",
        f"On the word of {', '.join(row.said_by)}" if row.said_by else "",
        f"Another account by {'; '.join(row.disputed_by)}" if row.disputed_by else "",
        f"The date: {row.basis}",
        *(f"{a}: “{q}”" for a, q in zip(row.articles, row.quotes, strict=True)),
    ]
    return "\n".join(line for line in lines if line)


def escaped(text: str) -> str:
    """Text as a TEXT value: backslash, comma, semicolon and line end escaped (RFC 5545, 3.3.11)."""
    text = CONTROLS.sub(" ", LINE_END.sub("\n", text))
    text = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return text.replace("\n", "\\n")


def folded(line: str) -> str:
    """A content line in pieces of at most 75 octets, none of which cuts a character."""
    pieces: list[str] = []
    piece, octets = "", 0
    for character in line:
        size = len(character.encode("utf-8", "surrogatepass"))
        if octets + size > LONGEST_LINE:
            pieces.append(piece)
            piece, octets = " ", 1  # the blank that marks a continuation counts
        piece += character
        octets += size
    return "\r\n".join((*pieces, piece))
