"""Events: meetings, talks, proposals, signatures, exchanges, deadlines, with their dates.

An event counts only if a date stands in its own clause; what is denied, conditional or only wished
for is no event. The same event in several articles is joined.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from onrecord.reconciliation.event_words import FAMILY
from onrecord.reconciliation.groups import Groups
from onrecord.reconciliation.sightings import Sighting
from onrecord.records import Citation, Event, Interval, identity

# Longer intervals ("in June") join only where the interval is the same and two actors are shared.
LONGEST_JOINED_DAYS = 7
LARGEST_BUCKET = 60


def find_events(sightings: Iterable[Sighting]) -> tuple[Event, ...]:
    """The events of a corpus by date, each with every place where an article tells of it."""
    found = {sighting.id: sighting for sighting in sightings}
    ordered = [found[i] for i in sorted(found)]
    groups = Groups(found)
    for left, right in _candidates(ordered):
        if _same(left, right):
            groups.join(left.id, right.id)
    events = [_event([found[i] for i in group]) for group in groups.all()]
    return tuple(sorted(events, key=_when))


def _when(event: Event) -> tuple[str, str, str]:
    start = event.when.start.isoformat() if event.when and event.when.start else ""
    return start, event.kind, event.id


def _candidates(ordered: Sequence[Sighting]) -> Iterable[tuple[Sighting, Sighting]]:
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
        return same_days and len(shared) >= 2
    # On one day a minister meets many: one shared name of several is not enough.
    same_place = left.place is not None and left.place == right.place
    return same_place or len(shared) >= 2 or (bool(shared) and _one_names_few(left, right))


def _one_names_few(left: Sighting, right: Sighting) -> bool:
    """Whether one account names a single actor, who is in the other, too."""
    return min(len(left.actors), len(right.actors)) == 1


def _event(sightings_: Sequence[Sighting]) -> Event:
    """One event of all its sightings."""
    happened = [s for s in sightings_ if s.status == "happened"]
    told = min(happened or sightings_, key=lambda s: (_length(s.when), -len(s.what), s.id))
    kinds = {s.kind for s in sightings_}
    return Event(
        id=identity("event", *sorted(s.id for s in sightings_)),
        when=told.when,
        what=told.what,
        kind="talks" if "talks" in kinds else told.kind,
        status="happened" if happened else "planned",
        actors=tuple(sorted({a for s in sightings_ for a in s.actors})),
        place=next((s.place for s in sightings_ if s.place is not None), None),
        spans=tuple(sorted({Citation(article=s.article, span=s.span) for s in sightings_})),
        articles=tuple(sorted({s.article for s in sightings_})),
    )


def _length(when: Interval) -> int:
    return (when.end - when.start).days if when.start and when.end else 10**6
