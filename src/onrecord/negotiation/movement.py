"""How the distance between the parties on an ordered issue went, step by step of the record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from onrecord.negotiation.cells import build_cells, preconditions_in, settle
from onrecord.negotiation.scale import Scale, scale_of
from onrecord.negotiation.status import judge_issues, needed_on
from onrecord.negotiation.words import Word, word_of
from onrecord.positions.codebook import Codebook
from onrecord.records import Interval, Movement, Position


def measure_movement(
    positions: Iterable[Position],
    codebook: Codebook,
    slugs: Mapping[str, str] | None = None,
) -> tuple[Movement, ...]:
    """The distance after each dated word, sorted by issue and time; undated words are left out.

    The gap counts steps of the scale between the nearest accepted values of all parties whose
    consent is needed (0: a declared overlap). It is None, and the line breaks, where one of them
    has accepted nothing. A word that changes nothing makes no entry.
    """
    held = sorted({p.id: p for p in positions}.values(), key=lambda p: p.id)
    cells = build_cells(held, codebook)
    rows: dict[str, set[str]] = {}
    for cell in cells:
        rows.setdefault(cell.issue, set()).add(cell.party)
    needed = needed_on(judge_issues(cells, held, codebook, slugs=slugs))
    spoken = [w for p in held if p.said is not None and (w := word_of(p, {})).effect != "silent"]
    by_issue: dict[str, list[Word]] = {}
    for word in spoken:
        if word.position.issue is not None and word.position.values:
            by_issue.setdefault(word.position.issue, []).append(word)
    bound = preconditions_in(spoken, codebook)
    found: list[Movement] = []
    for issue, own in sorted(by_issue.items()):
        scale = scale_of(issue, (v for w in own for v in w.position.values), codebook)
        declared = needed.get(issue, ())
        parties = declared if len(declared) > 1 else tuple(sorted(rows.get(issue, ())))
        if scale.ordered and len(parties) > 1:
            mine = {p: bound.get((p, issue), {}) for p in parties}
            found += _line(scale, own, parties, mine)
    return tuple(found)


def _line(
    scale: Scale,
    own: list[Word],
    parties: tuple[str, ...],
    bound: Mapping[str, Mapping[str, list[Word]]],
) -> Iterator[Movement]:
    """The movements of one issue, by time. Only the rows of who spoke are settled anew."""
    accepted: dict[str, list[int]] = {}
    so_far: dict[str, list[Word]] = {p: [] for p in parties}
    last: Movement | None = None
    for when, words in _by_last_day(own):
        for word in words:
            if word.position.party in so_far:
                so_far[word.position.party].append(word)
        for party in sorted({str(w.position.party) for w in words} & set(parties)):
            binding = {
                value: [w for w in ones if w.end is not None and w.end <= _until(when)]
                for value, ones in bound[party].items()
            }
            row = settle(party, scale, so_far[party], binding)
            accepted[party] = [
                n for n, d in enumerate(row.drafts) if d.state in ("accepts", "accepts_if")
            ]
        movement = _at(scale, when, parties, accepted)
        if last is None or replace(movement, when=last.when) != last:
            last = movement
            yield movement


def _by_last_day(own: Iterable[Word]) -> Iterator[tuple[Interval, list[Word]]]:
    """The words in groups of one last day each, in order, with the interval of that day."""
    groups: dict[dt.date, list[Word]] = {}
    for word in own:
        if word.position.said is not None and word.position.said.end is not None:
            groups.setdefault(word.position.said.end, []).append(word)
    for _, words in sorted(groups.items()):
        said = [w.position.said for w in words if w.position.said is not None]
        # The narrowest interval that ends on this day says best when it was.
        yield max(said, key=lambda i: (i.start or dt.date.min, i.precision, i.basis)), words


def _until(said: Interval) -> dt.date:
    return said.end or dt.date.max


def _at(
    scale: Scale, when: Interval, parties: tuple[str, ...], accepted: Mapping[str, list[int]]
) -> Movement:
    known = [p for p in parties if accepted.get(p)]
    low, high = _narrowest([accepted[p] for p in known], len(scale.values))
    nearest = [next(n for n in accepted[p] if low <= n <= high) for p in known]
    return Movement(
        issue=scale.issue,
        when=when,
        gap=high - low if len(known) == len(parties) else None,
        per_party=tuple((p, scale.values[n]) for p, n in zip(known, nearest, strict=True)),
    )


def _narrowest(accepted: list[list[int]], length: int) -> tuple[int, int]:
    """The narrowest stretch of the scale that holds an accepted value of every party."""
    return next(
        (low, low + width)
        for width in range(length)
        for low in range(length - width)
        if all(any(low <= n <= low + width for n in places) for places in accepted)
    )
