"""How the distance between the parties on an ordered issue went, step by step of the record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from onrecord.negotiation.tracks import trace_issues
from onrecord.positions.codebook import Codebook
from onrecord.records import ArticleDate, Movement, Position


def measure_movement(
    positions: Iterable[Position],
    codebook: Codebook,
    slugs: Mapping[str, str] | None = None,
    dates: Iterable[ArticleDate] = (),
) -> tuple[Movement, ...]:
    """The distance after each dated word, sorted by issue and time; undated words are left out.

    The gap counts steps of the scale between the nearest accepted values of all parties whose
    consent is needed (0: a declared overlap). It is None, and the line breaks, where one of them
    has accepted nothing. A word that changes nothing makes no entry. Without `dates` only what
    was said on a known day counts; with them, what was printed by one counts from that day too.
    """
    return tuple(
        Movement(
            issue=track.issue,
            when=point.when,
            gap=point.gap,
            per_party=tuple((s.party, s.nearest) for s in point.stands if s.nearest is not None),
        )
        for track in trace_issues(positions, codebook, slugs, dates)
        if track.ordered
        for point in track.points
    )
