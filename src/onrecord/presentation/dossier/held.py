"""Every position a party holds, in words, with its quote: what a cell of the matrix leads to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from onrecord.presentation.dossier.context import (
    ConditionLine,
    Holding,
    IssueInFull,
    PositionLine,
)
from onrecord.presentation.dossier.dates import interval_words, said_or_published, sort_day
from onrecord.presentation.dossier.evidence import Evidence, merged
from onrecord.presentation.dossier.lookup import Lookup
from onrecord.presentation.dossier.words import (
    ACTS,
    HARDNESS,
    STATE_OF_ACT,
    VOICES,
    condition_words,
    plain_name,
    sentence_case,
)
from onrecord.records import Condition, Position


def topic_of(position: Position) -> str | None:
    """What a position is about, for a row of the matrix: its issue, else its step."""
    return position.issue or position.step


def holder_of(position: Position) -> str | None:
    """Whose row entry it is; a claim about another party is nobody's position."""
    return None if position.act == "claim_about_other" else position.party


def value_words(lookup: Lookup, position: Position) -> str:
    """What a position wants, in the codebook's words, else in the article's."""
    if position.values:
        names = (lookup.value_name(position.issue, value) for value in position.values)
        return ", ".join(names)
    if position.step is not None:
        return lookup.step_name(position.step)
    return position.object or ""


def condition_line(lookup: Lookup, condition: Condition, act: str) -> ConditionLine:
    """A condition of such an act in the codebook's words, and as the article has it."""
    text = " ".join(condition.span.text.split())
    if condition.step is not None:
        named = lookup.step_name(condition.step)
    elif condition.issue is not None:
        parts = [lookup.issue_name(condition.issue)]
        if condition.value is not None:
            parts.append(lookup.value_name(condition.issue, condition.value))
        named = ": ".join(parts)
    else:  # the codebook has no word for it: the article's own
        return ConditionLine(words=f"on a condition: “{text}”", text="")
    party = lookup.actor(condition.party)
    who = f"{party}: " if party and party not in named else ""
    return ConditionLine(words=f"{condition_words(condition, act)} {who}{named}", text=text)


def said_words(lookup: Lookup, position: Position) -> str:
    """When it was said; where that is unknown, when it was published, and named so."""
    if position.said is not None:
        return f"said {interval_words(position.said)}"
    return said_or_published(None, lookup.published.get(position.article))


def by_age(lookup: Lookup, positions: Iterable[Position]) -> list[Position]:
    """Positions in order of time, by what was said, else published; ties by id.

    The undated come first: what comes last is taken as the latest word.
    """

    def key(position: Position) -> tuple[bool, dt.date, str]:
        undated, day = sort_day(position.said or lookup.published.get(position.article))
        return not undated, day, position.id

    return sorted(positions, key=key)


def position_line(lookup: Lookup, evidence: Evidence, position: Position) -> PositionLine | None:
    """One position for a reader; None if its article is not on record."""
    quote = evidence.quote(position.article, position.spans)
    if quote is None:
        return None
    declared = position.hardness_span
    return PositionLine(
        state=STATE_OF_ACT[position.act],
        act=ACTS[position.act] + (":" if position.issue is None else ""),
        value=value_words(lookup, position),
        speaker=lookup.actor(position.speaker) or position.party_text,
        said=said_words(lookup, position),
        hardness=HARDNESS[position.hardness],
        declared_by=declared.text if declared is not None else "",
        conditions=tuple(condition_line(lookup, c, position.act) for c in position.conditions),
        reason=position.reason or "",
        voice=VOICES[position.voice],
        about=lookup.actor(position.about),
        quote=quote,
        # Its method then says who settled it, how and when.
        label=f"settled by a person: {position.method}" if position.label == "human" else "",
    )


def in_full(
    lookup: Lookup, evidence: Evidence, topics: Iterable[str], anchors: dict[tuple[str, str], str]
) -> tuple[IssueInFull, ...]:
    """Every topic with every party's positions, latest first; `anchors` by (party, topic)."""
    grouped: dict[tuple[str, str], list[Position]] = {}
    for position in lookup.positions.values():
        party, topic = holder_of(position), topic_of(position)
        if party is not None and topic is not None:
            grouped.setdefault((party, topic), []).append(position)
    found = []
    for number, topic in enumerate(topics, start=1):
        holdings = [
            _holding(lookup, evidence, key, grouped[key], anchors[key])
            for key in sorted(grouped, key=lambda k: (lookup.actor(k[0]), k))
            if key[1] == topic
        ]
        issue = lookup.issue(topic)
        found.append(
            IssueInFull(
                anchor=f"issue-{number}",
                name=sentence_case(lookup.issue_name(topic)),
                description=issue.description if issue is not None else "",
                holdings=tuple(h for h in holdings if h.positions),
            )
        )
    return tuple(found)


def _holding(
    lookup: Lookup,
    evidence: Evidence,
    key: tuple[str, str],
    positions: list[Position],
    anchor: str,
) -> Holding:
    lines: dict[tuple[str, str, str], PositionLine] = {}
    for position in reversed(by_age(lookup, positions)):
        line = position_line(lookup, evidence, position)
        if line is None:
            continue
        # Copies of one text say the same in the same words: one line, with every place.
        same = (line.act, line.value, line.quote.text)
        if same in lines:
            first = lines[same]
            line = replace(first, quote=merged((first.quote, line.quote))[0])
        lines[same] = line
    return Holding(
        anchor=anchor,
        party=lookup.actor(key[0]) or plain_name(key[0]),
        positions=tuple(lines.values()),
    )
