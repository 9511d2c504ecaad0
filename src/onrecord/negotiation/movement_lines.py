"""Lines on how an issue went over time: how far apart by which day, and who moved.

The unknown breaks the line: nothing is said of the days between two points.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.negotiation.lines import GapLine
from onrecord.negotiation.tracks import Displacement, Point, Stand, Track
from onrecord.negotiation.wording import DAY, Wording, counted, listed
from onrecord.records import Interval


def movement_lines(tracks: Iterable[Track], wording: Wording) -> Iterator[GapLine]:
    """Per issue a head, a line per day that changed something, and a line per displacement."""
    for track in tracks:
        name = wording.issue(track.issue)
        yield wording.line("movement", track.issue, f"{name}: {_head(track)}", ())
        for point in track.points:
            text = f"{name}, {day_words(point)}: {point_words(track.issue, point, wording)}"
            used = [s.positions for s in point.stands if s.positions]
            yield wording.line("movement", track.issue, text, used)
        for move in track.displacements:
            text = f"{name}: {move_words(track.issue, move, wording)}"
            used = [s.positions for s in (move.before, move.after) if s.positions]
            yield wording.line("movement", track.issue, text, used)


def _head(track: Track) -> str:
    undated = ""
    if track.undated:
        undated = f"; {counted(track.undated, 'word')} on it with no known day left out"
    if not track.points:
        return f"no word on it has a known day on this record{undated}"
    return f"{counted(len(track.points), 'day')} on this record that changed it (complete){undated}"


def day_words(point: Point) -> str:
    """The day of a point: when its words were said, or by when they had been printed."""
    return f"{'printed' if point.printed else 'said'} by {last_day(point.when)}"


def last_day(when: Interval) -> str:
    """The last day of an interval, as ISO text; "a day not known" where it has no end."""
    return (when.end - DAY).isoformat() if when.end is not None else "a day not known"


def point_words(issue: str, point: Point, wording: Wording) -> str:
    """How far apart the parties were, and which value of each lies nearest the others."""
    known = [s for s in point.stands if s.nearest is not None]
    missing = [s.party for s in point.stands if s.nearest is None]
    stands = listed([_nearest(issue, s, wording) for s in known])
    if missing:
        silent = f"nothing accepted by {wording.parties(missing)}"
        return f"distance unknown on this record, {silent}" + (f"; {stands}" if stands else "")
    if point.apart == "same":
        return f"the same value accepted on this record, without or on a condition: {stands}"
    apart = "apart" if point.gap is None else f"{counted(point.gap, 'step')} apart"
    return f"{apart} on this record: {stands}"


def _nearest(issue: str, stand: Stand, wording: Wording) -> str:
    return f"{wording.party(stand.party)} at {wording.value(issue, str(stand.nearest))}"


def move_words(issue: str, move: Displacement, wording: Wording) -> str:
    """From what to what a party moved, and how much nearer to the others that is."""
    values = [
        listed([wording.value(issue, v) for v in stand.accepted]) or "nothing"
        for stand in (move.before, move.after)
    ]
    text = f"{wording.party(move.party)} went from {values[0]} to {values[1]}"
    text += f" by {last_day(move.when)} on this record"
    if move.steps is None:
        return text
    if move.steps == 0:
        return f"{text}, no nearer to the others and no farther"
    way = "nearer to" if move.steps > 0 else "farther from"
    return f"{text}, {counted(abs(move.steps), 'step')} {way} the others"
