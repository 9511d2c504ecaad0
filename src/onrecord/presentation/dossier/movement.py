"""How far apart the parties were by which day, issue by issue: drawn, and told beside."""

from __future__ import annotations

from onrecord.negotiation import trace_issues
from onrecord.negotiation.movement_lines import movement_lines
from onrecord.negotiation.tracks import Track
from onrecord.presentation.dossier.context import Course
from onrecord.presentation.dossier.course import draw_course
from onrecord.presentation.dossier.evidence import Evidence
from onrecord.presentation.dossier.grounds import Grounds
from onrecord.presentation.dossier.matrix import Held, ordered_topics
from onrecord.presentation.dossier.sentences import sentence_of
from onrecord.presentation.dossier.words import sentence_case


def build_courses(grounds: Grounds, evidence: Evidence, known: Held) -> tuple[Course, ...]:
    """The issues with two parties and a known day, in the order of the matrix; drawn ones first."""
    lookup = grounds.lookup
    tracks = trace_issues(grounds.positions, lookup.codebook, grounds.slugs(), grounds.dates())
    topics = {topic: n for n, topic in enumerate(ordered_topics(lookup, known), start=1)}
    courses = [
        _course(grounds, evidence, track, topics.get(track.issue))
        for track in sorted(tracks, key=lambda t: topics.get(t.issue, len(topics)))
        if track.points
    ]
    return tuple(sorted(courses, key=lambda c: c.drawing is None))


def _course(grounds: Grounds, evidence: Evidence, track: Track, number: int | None) -> Course:
    lookup = grounds.lookup
    lines = list(movement_lines((track,), grounds.wording))
    name = lookup.issue_name(track.issue)
    sentences = tuple(sentence_of(lookup, evidence, line, name) for line in lines)
    return Course(
        issue=sentence_case(name),
        href=f"issue-{number}" if number is not None else "",
        ordered=track.ordered,
        drawing=draw_course(
            track,
            {v: lookup.value_name(track.issue, v) for v in _on_the_line(track)},
            {p: lookup.actor(p) for p in track.parties},
            " ".join(s.text for s in sentences),
        ),
        sentences=sentences,
    )


def _on_the_line(track: Track) -> tuple[str, ...]:
    """The values to draw: the whole scale, or, without an order, those that were accepted."""
    if track.ordered:
        return track.values
    taken = {s.nearest for p in track.points for s in p.stands}
    return tuple(v for v in track.values if v in taken)
