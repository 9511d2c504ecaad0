"""Events: meetings, talks, proposals, signatures, exchanges, attacks, votes, with their dates.

An event counts only if a date stands in its own clause; what is denied, conditional or only wished
for is no event. The same event in several articles is joined. What one article plans and another
reports as held is one event that happened, and the plan stays visible beside it. What was called
off or put off stays planned, and says so: `standing` tells it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from onrecord.reconciliation.event_words import FAMILY
from onrecord.reconciliation.groups import Groups
from onrecord.reconciliation.sightings import Sighting
from onrecord.records import Citation, Event, Interval, identity

# Longer intervals ("in June") join only where the interval is the same and two actors are shared.
LONGEST_JOINED_DAYS = 7
LARGEST_BUCKET = 60
# What the basis of an event's date says of it beside the words of its date.
BEFOREHAND = "announced beforehand: "
CALLED_OFF = "called off: "
PUT_OFF = "put off: "

Standing = Literal["happened", "planned", "called off", "put off"]


def find_events(sightings: Iterable[Sighting]) -> tuple[Event, ...]:
    """The events of a corpus by date, each with every place where an article tells of it."""
    found = {sighting.id: sighting for sighting in sightings}
    ordered = [found[i] for i in sorted(found)]
    groups = Groups(found)
    shared = {sighting.id: _Shared.of(sighting) for sighting in ordered}
    for left, right in sorted(_candidates(ordered), key=_closest):
        one, other = groups.root(left.id), groups.root(right.id)
        if one == other or not _same(left, right):
            continue
        both = shared[one].with_(shared[other])
        if both is not None:
            groups.join(left.id, right.id)
            shared[groups.root(left.id)] = both
    events = [_event([found[i] for i in group]) for group in groups.all()]
    return tuple(sorted(events, key=_when))


def standing(event: Event) -> Standing:
    """Whether it happened, is planned, or was planned and called off or put off."""
    basis = event.when.basis if event.when is not None else ""
    if event.status == "happened":
        return "happened"
    if CALLED_OFF in basis:
        return "called off"
    return "put off" if PUT_OFF in basis else "planned"


def announced(event: Event) -> str:
    """The words in which it was planned, of an event that happened; "" if no article planned it."""
    basis = event.when.basis if event.when is not None else ""
    return basis.partition(BEFOREHAND)[2] if event.status == "happened" else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shared:
    """The days and the place that all sightings of a group have in common."""

    first: int
    last: int
    place: str | None

    @staticmethod
    def of(sighting: Sighting) -> _Shared:
        """What one sighting says; an open side reaches for ever."""
        when = sighting.when
        return _Shared(
            first=when.start.toordinal() if when.start else 0,
            last=when.end.toordinal() if when.end else 10**7,
            place=sighting.place,
        )

    def with_(self, other: _Shared) -> _Shared | None:
        """What is common to both, or None if nothing is: a week joins no Monday to a Friday."""
        first, last = max(self.first, other.first), min(self.last, other.last)
        if first >= last or (self.place and other.place and self.place != other.place):
            return None
        return _Shared(first=first, last=last, place=self.place or other.place)


def _closest(pair: tuple[Sighting, Sighting]) -> tuple[int, str, str]:
    """Exact dates join first; ties by id."""
    left, right = pair
    return _length(left.when) + _length(right.when), left.id, right.id


def _when(event: Event) -> tuple[str, str, str]:
    start = event.when.start.isoformat() if event.when and event.when.start else ""
    return start, event.kind, event.id


def _candidates(ordered: Sequence[Sighting]) -> Iterator[tuple[Sighting, Sighting]]:
    """Yield pairs of one family with a day and an actor or place in common."""
    buckets: dict[tuple[str, int, str], list[Sighting]] = defaultdict(list)
    for sighting in ordered:
        family = FAMILY.get(sighting.kind, sighting.kind)
        marks = [*sighting.actors, *([f"place {sighting.place}"] if sighting.place else [])]
        for day in _days(sighting.when):
            for mark in marks:
                buckets[family, day, mark].append(sighting)
    for _, bucket in sorted(buckets.items()):
        # A wide bucket is strung to its first member: the work stays linear.
        heads = bucket if len(bucket) <= LARGEST_BUCKET else bucket[:1]
        for at, left in enumerate(heads):
            for right in bucket[at + 1 :]:
                yield left, right


def _days(when: Interval) -> list[int]:
    """The days of a short interval, the first day of a long one, as ordinals."""
    if when.start is None or when.end is None:
        return []
    first, last = when.start.toordinal(), when.end.toordinal()
    return list(range(first, last)) if last - first <= LONGEST_JOINED_DAYS else [-first]


def _same(left: Sighting, right: Sighting) -> bool:
    """Whether both tell of one event: overlapping days, and an actor or the place in common."""
    if not left.when.overlaps(right.when):
        return False
    if left.place is not None and right.place is not None and left.place != right.place:
        return False
    shared = set(left.actors) & set(right.actors)
    if _days(left.when)[:1] < [0]:
        same_days = (left.when.start, left.when.end) == (right.when.start, right.when.end)
        same_place = left.place is not None and left.place == right.place
        return same_days and (len(shared) >= 2 or (same_place and bool(shared)))
    # On one day a minister meets many: one shared name of several is not enough.
    same_place = left.place is not None and left.place == right.place
    return same_place or len(shared) >= 2 or (bool(shared) and _one_names_few(left, right))


def _one_names_few(left: Sighting, right: Sighting) -> bool:
    """Whether one account names a single actor, who is in the other, too."""
    return min(len(left.actors), len(right.actors)) == 1


def _event(sightings: Sequence[Sighting]) -> Event:
    """One event of all its sightings."""
    happened = [s for s in sightings if s.status == "happened"]
    told = min(happened or sightings, key=lambda s: (_length(s.when), -len(s.what), s.id))
    kinds = {s.kind for s in sightings}
    return Event(
        id=identity("event", *sorted(s.id for s in sightings)),
        when=replace(told.when, basis="; ".join((told.when.basis, *_beside(sightings)))),
        what=told.what,
        kind="talks" if "talks" in kinds else told.kind,
        status="happened" if happened else "planned",
        actors=tuple(sorted({a for s in sightings for a in s.actors})),
        place=next((s.place for s in sightings if s.place is not None), None),
        spans=tuple(sorted({Citation(article=s.article, span=s.span) for s in sightings})),
        articles=tuple(sorted({s.article for s in sightings})),
    )


def _beside(sightings: Sequence[Sighting]) -> Iterator[str]:
    """Yield what is said of the plan: that it was called off, put off, or announced and kept."""
    said = {status: [s.what for s in sightings if s.status == status] for status in _NOTES}
    kept = any(s.status == "happened" for s in sightings)
    for status, note in _NOTES.items():
        if said[status] and (kept or status != "planned"):
            yield note + min(said[status], key=lambda what: (len(what), what))


_NOTES: dict[str, str] = {"called_off": CALLED_OFF, "put_off": PUT_OFF, "planned": BEFOREHAND}


def _length(when: Interval) -> int:
    return (when.end - when.start).days if when.start and when.end else 10**6
