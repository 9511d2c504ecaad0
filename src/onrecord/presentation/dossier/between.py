"""What stands between the parties: circles and refused steps, sentences, issue statuses, asks.

The sentences are those of `negotiation.gap_sentences`; here each gets its quotes and its place.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from onrecord.negotiation import GapLine, flip_test, gap_sentences
from onrecord.presentation.dossier.context import (
    AskLine,
    BetweenContext,
    Sentence,
    SentenceGroup,
    StatusLine,
)
from onrecord.presentation.dossier.deadlocks import block_of, refusals_of
from onrecord.presentation.dossier.evidence import Evidence
from onrecord.presentation.dossier.grounds import Grounds
from onrecord.presentation.dossier.lookup import Lookup
from onrecord.presentation.dossier.matrix import Held, ordered_topics
from onrecord.presentation.dossier.sentences import sentence_of
from onrecord.presentation.dossier.words import STATUSES
from onrecord.records import Conflict, Deadlock, Package

ORDER = ("blocked_by_red_lines", "contested", "agreed", "no_objection", "no_position")
GROUPS: Mapping[str, str] = {
    "blocked_by_red_lines": "Blocked by declared red lines on this record",
    "contested": "Contested on this record",
    "agreed": "Agreed on this record",
    "no_objection": "No objection on this record, consent missing",
    "no_position": "Silent: no value taken on this record",
}
OPEN = ("blocked_by_red_lines", "contested", "agreed")
# What has a place of its own below needs no second one as a sentence.
HEADINGS: Mapping[str, str] = {
    "own_conflict": "Inside one party",
    "unanswered": "Preconditions that wait for a word",
    "conflict": "Refusals that together leave no value",
    "opening": "Without whose refusals an outcome is left",
    "frontier": "Packages, within the values of this codebook",
}


# Beyond so many positions a picture takes longer than a reader waits for 40 of them: then all
# levels are lowered together only (2,000 positions: some 0.2 s a picture).
MOST_FLIPPED_ALONE = 2_000


def build_between(grounds: Grounds, evidence: Evidence, known: Held) -> BetweenContext:
    """Everything that stands between the parties on this record."""
    lookup = grounds.lookup
    deadlocks = tuple(sorted(lookup.view.all(Deadlock), key=lambda d: (d.kind, d.id)))
    in_blocks = {step for deadlock in deadlocks for step in deadlock.steps}
    in_blocks.update(n for d in deadlocks for p in d.preconditions for n in p.needs)
    lines = _gap_lines(grounds, known, deadlocks)
    flipped = flip_test(
        grounds.positions,
        grounds.terms(),
        grounds.wording,
        alone=len(grounds.positions) <= MOST_FLIPPED_ALONE,
    )
    return BetweenContext(
        groups=_groups(lookup, evidence, lines),
        blocks=tuple(block_of(lookup, evidence, deadlock) for deadlock in deadlocks),
        refused=tuple(
            side
            for step in lookup.steps.values()
            if step.refused_by and step.id not in in_blocks
            for side in refusals_of(lookup, evidence, step)
        ),
        asks=_asks(lookup, known),
        statuses=_statuses(lookup, evidence, known, lines),
        flip=tuple(sentence_of(lookup, evidence, line) for line in flipped),
    )


def _gap_lines(
    grounds: Grounds, known: Held, deadlocks: tuple[Deadlock, ...]
) -> tuple[GapLine, ...]:
    lookup = grounds.lookup
    return gap_sentences(
        [cell for cells in known.cells.values() for cell in cells],
        known.statuses.values(),
        lookup.codebook,
        steps=lookup.steps.values(),
        deadlocks=deadlocks,
        conflicts=tuple(lookup.view.all(Conflict)),
        packages=tuple(lookup.view.all(Package)),
        positions=grounds.positions,
        wording=grounds.wording,
    )


def _groups(
    lookup: Lookup, evidence: Evidence, lines: Iterable[GapLine]
) -> tuple[SentenceGroup, ...]:
    """The sentences that belong to no single issue, by kind."""
    found: dict[str, list[Sentence]] = {}
    for line in lines:
        if line.kind in HEADINGS:
            found.setdefault(line.kind, []).append(sentence_of(lookup, evidence, line))
    return tuple(
        SentenceGroup(heading=heading, sentences=tuple(found[kind]), late=kind == "frontier")
        for kind, heading in HEADINGS.items()
        if kind in found
    )


def _asks(lookup: Lookup, known: Held) -> tuple[AskLine, ...]:
    """What each party alone asks for or accepts so far, in the order of the matrix.

    Where no other party has a word on the issue, its status says so already.
    """
    wants: dict[str, list[tuple[str, str, str]]] = {}
    for topic in ordered_topics(lookup, known):
        status = known.statuses.get(topic)
        if len({party for party, issue in known.cells if issue == topic}) < 2:
            continue
        for ask in status.ask if status is not None else ():
            value = lookup.value_name(topic, ask.value)
            href = known.anchors.get((ask.party, topic), "")
            wants.setdefault(ask.party, []).append((lookup.issue_name(topic), value, href))
    return tuple(
        AskLine(party=lookup.actor(party), wants=tuple(wants[party]))
        for party in sorted(wants, key=lambda p: (lookup.actor(p), p))
    )


def _statuses(
    lookup: Lookup, evidence: Evidence, known: Held, lines: tuple[GapLine, ...]
) -> tuple[StatusLine, ...]:
    """Every issue with its status, in the order of ORDER, then of the matrix."""
    topics = {topic: n for n, topic in enumerate(ordered_topics(lookup, known), start=1)}
    told: dict[str, list[Sentence]] = {}
    for line in lines:
        if line.issue is not None and line.kind in STATUSES:
            heading = lookup.issue_name(line.issue)
            sentence = sentence_of(lookup, evidence, line, heading)
            told.setdefault(line.issue, []).append(sentence)
    found = sorted(
        known.statuses.values(),
        key=lambda s: (ORDER.index(s.status), topics.get(s.issue, len(topics) + 1), s.issue),
    )
    return tuple(
        StatusLine(
            place=ORDER.index(s.status),
            heading=GROUPS[s.status],
            open=s.status in OPEN,
            issue=lookup.issue_name(s.issue),
            href=f"issue-{topics[s.issue]}" if s.issue in topics else "",
            status=s.status,
            words=STATUSES[s.status],
            sentences=tuple(told.get(s.issue, ())),
            consent=tuple((lookup.actor(c.party), c.reason) for c in s.consent),
            voices=len({party for party, topic in known.cells if topic == s.issue}),
        )
        for s in found
    )
