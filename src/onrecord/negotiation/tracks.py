"""How each issue went over time: who had accepted what by which day, and how far apart that was.

On an ordered issue the gap counts steps of the scale between the parties' nearest accepted values
(0: a declared overlap); on one without order their values are the same or different. Where a party
whose word is needed has accepted nothing by then, the gap is unknown and the line breaks: nothing
is drawn in between.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from onrecord.negotiation.cells import build_cells, preconditions_in, settle
from onrecord.negotiation.held import each_once
from onrecord.negotiation.scale import Scale, scale_of
from onrecord.negotiation.status import judge_issues, needed_on
from onrecord.negotiation.words import Word, in_order, word_of
from onrecord.positions.codebook import Codebook
from onrecord.records import ArticleDate, Interval, Position

Apart = Literal["same", "different", "unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """What one party accepted by a day, in scale order, and the one that is nearest the others.

    `positions` are the ids of the words that say so; `nearest` is None where it accepted nothing.
    """

    party: str
    accepted: tuple[str, ...]
    nearest: str | None
    positions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """Where an issue stood after the words of one day; `gap` is in steps, None without a scale.

    `when` is the day, or the interval that ends with it; `printed`: it is the day by which the
    words had been printed, since when they were said is not known.
    """

    when: Interval
    printed: bool
    apart: Apart
    gap: int | None
    stands: tuple[Stand, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Displacement:
    """That one party came to accept other values; `steps` nearer the others (below 0: farther).

    `steps` is None where there is no scale, or nobody else had accepted anything to measure by.
    """

    party: str
    when: Interval
    before: Stand
    after: Stand
    steps: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Track:
    """The course of one issue: its values in order, its points by time, who moved, and how.

    `undated` counts the words that no day could be given to.
    """

    issue: str
    values: tuple[str, ...]
    ordered: bool
    parties: tuple[str, ...]
    points: tuple[Point, ...]
    displacements: tuple[Displacement, ...]
    undated: int


def trace_issues(
    positions: Iterable[Position],
    codebook: Codebook,
    slugs: Mapping[str, str] | None = None,
    dates: Iterable[ArticleDate] = (),
) -> tuple[Track, ...]:
    """The track of each issue on which two parties or more have a word, sorted by issue.

    A word counts from the last day of when it was said; where that is not known, from the day by
    which it was printed (`dates`), and words that were only printed replace none. A day that
    changes nothing makes no point.
    """
    held = each_once(positions)
    published = {d.article: d.published for d in dates if d.published is not None}
    cells = build_cells(held, codebook)
    rows: dict[str, set[str]] = {}
    for cell in cells:
        rows.setdefault(cell.issue, set()).add(cell.party)
    needed = needed_on(judge_issues(cells, held, codebook, slugs=slugs))
    spoken = [w for p in held if (w := word_of(p, published)).effect != "silent"]
    by_issue: dict[str, list[Word]] = {}
    for word in spoken:
        if word.position.issue is not None and word.position.values:
            by_issue.setdefault(word.position.issue, []).append(word)
    bound = preconditions_in(spoken, codebook)
    found: list[Track] = []
    for issue, own in sorted(by_issue.items()):
        declared = needed.get(issue, ())
        parties = declared if len(declared) > 1 else tuple(sorted(rows.get(issue, ())))
        if len(parties) > 1:
            scale = scale_of(issue, (v for w in own for v in w.position.values), codebook)
            mine = {p: bound.get((p, issue), {}) for p in parties}
            found.append(_track(scale, own, parties, mine))
    return tuple(found)


def _track(
    scale: Scale,
    own: Sequence[Word],
    parties: tuple[str, ...],
    bound: Mapping[str, Mapping[str, list[Word]]],
) -> Track:
    points: list[Point] = []
    moves: list[Displacement] = []
    stands: dict[str, Stand] = {}
    for when, printed, words, so_far in _by_last_day(own):
        before = dict(stands)
        for party in sorted({str(w.position.party) for w in words} & set(parties)):
            said = [w for w in so_far if w.position.party == party]
            until = when.end or dt.date.max
            binding = {
                v: [w for w in ones if w.end and w.end <= until] for v, ones in bound[party].items()
            }
            stands[party] = _stand(party, scale, said, binding)
        point = _point(scale, when, printed, parties, stands)
        stands = {s.party: s for s in point.stands}
        if not points or _course(point) != _course(points[-1]):
            points.append(point)
        moves += _moves(scale, when, before, stands)
    return Track(
        issue=scale.issue,
        values=scale.values,
        ordered=scale.ordered,
        parties=parties,
        points=tuple(points),
        displacements=tuple(moves),
        undated=sum(w.end is None for w in own if w.position.party in parties),
    )


def _course(point: Point) -> tuple[object, ...]:
    """What a day has to change to be a point."""
    return point.apart, point.gap, tuple((s.party, s.accepted, s.nearest) for s in point.stands)


def _by_last_day(
    own: Sequence[Word],
) -> Iterator[tuple[Interval, bool, list[Word], list[Word]]]:
    """Yield per last day, in order: its interval, whether only printed, its words, all so far."""
    groups: dict[dt.date, list[Word]] = {}
    for word in own:
        if word.end is not None:
            groups.setdefault(word.end, []).append(word)
    so_far: list[Word] = []
    for day, words in sorted(groups.items()):
        so_far += words
        said = [i for w in words if (i := w.position.said) is not None and i.end == day]
        # The narrowest interval that ends on this day says best when it was.
        when = max(said, key=lambda i: (i.start or dt.date.min, i.precision, i.basis), default=None)
        yield when or _by(day), when is None, in_order(words), in_order(so_far)


def _by(day: dt.date) -> Interval:
    return Interval(start=None, end=day, precision="day", basis="printed by then")


def _stand(
    party: str, scale: Scale, said: Iterable[Word], bound: Mapping[str, Sequence[Word]]
) -> Stand:
    """What a party accepts after these words, as its cells would say."""
    row = settle(party, scale, said, bound)
    taken = [d for d in row.drafts if d.state in ("accepts", "accepts_if")]
    ids = dict.fromkeys(w.position.id for d in taken for w in d.standing)
    return Stand(
        party=party,
        accepted=tuple(d.value for d in taken),
        nearest=None,
        positions=tuple(sorted(ids)),
    )


def _point(
    scale: Scale,
    when: Interval,
    printed: bool,
    parties: tuple[str, ...],
    stands: Mapping[str, Stand],
) -> Point:
    known = [stands[p] for p in parties if p in stands and stands[p].accepted]
    everyone = len(known) == len(parties)
    shared = set(scale.values).intersection(*(s.accepted for s in known)) if known else set()
    low, high = 0, 0
    if scale.ordered and known:
        low, high = _narrowest([_places(scale, s) for s in known], len(scale.values))
    placed = []
    for party in parties:
        stand = stands.get(party) or Stand(party=party, accepted=(), nearest=None, positions=())
        placed.append(_placed(scale, stand, low, high, shared))
    apart: Apart = "unknown"
    if everyone:
        apart = "same" if shared else "different"
    return Point(
        when=when,
        printed=printed,
        apart=apart,
        gap=high - low if everyone and scale.ordered else None,
        stands=tuple(placed),
    )


def _places(scale: Scale, stand: Stand) -> list[int]:
    return [scale.values.index(v) for v in stand.accepted]


def _placed(scale: Scale, stand: Stand, low: int, high: int, shared: set[str]) -> Stand:
    """The stand with its value that lies nearest the others'."""
    if not stand.accepted:
        nearest = None
    elif scale.ordered:
        nearest = next(scale.values[n] for n in _places(scale, stand) if low <= n <= high)
    else:
        nearest = next((v for v in stand.accepted if v in shared), stand.accepted[0])
    return Stand(
        party=stand.party, accepted=stand.accepted, nearest=nearest, positions=stand.positions
    )


def _narrowest(accepted: list[list[int]], length: int) -> tuple[int, int]:
    """The narrowest stretch of the scale that holds an accepted value of every party."""
    return next(
        (low, low + width)
        for width in range(length)
        for low in range(length - width)
        if all(any(low <= n <= low + width for n in places) for places in accepted)
    )


def _moves(
    scale: Scale, when: Interval, before: Mapping[str, Stand], after: Mapping[str, Stand]
) -> Iterator[Displacement]:
    """Who accepts other values than before; measured against what the others accept now."""
    for party, stand in sorted(after.items()):
        old = before.get(party)
        if old is None or not old.accepted or old.accepted == stand.accepted:
            continue
        others = [s for p, s in after.items() if p != party and s.accepted]
        steps = None
        if scale.ordered and others and stand.accepted:
            steps = _distance(scale, old, others) - _distance(scale, stand, others)
        yield Displacement(party=party, when=when, before=old, after=stand, steps=steps)


def _distance(scale: Scale, stand: Stand, others: Iterable[Stand]) -> int:
    """The width of the narrowest stretch with a value of this stand and of each other."""
    low, high = _narrowest(
        [_places(scale, stand), *(_places(scale, s) for s in others)], len(scale.values)
    )
    return high - low
