"""Assessments: what an institute, a poll, a court or an outside body says of the matter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from onrecord.reconciliation.assessors import AssessorKind, assessor_kind, gives_judgement
from onrecord.records import (
    ActorMention,
    Article,
    Assessment,
    Attribution,
    Interval,
    QuantityMention,
    Span,
    Statement,
    TimeMention,
    identity,
)

if TYPE_CHECKING:
    from onrecord.actors import Cast

SENTENCE = re.compile(r"[^.!?\n]{1,600}(?:[.!?](?!\s|$)[^.!?\n]{0,600}){0,20}[.!?]?")
PERSON = re.compile(r"(?:[A-Z][\w.’'-]+ ){1,3}[A-Z][\w’'-]+, (?:an? |the |who |of |with |at )")
# "A survey by … found that 54 % …": the finding itself, in the reporter's own sentence.
POLL_FINDING = re.compile(
    r"\b(?:polls?|surveys?)\b[^.!?\n]{0,200}?\b(?:found|shows?|showed|suggests?|suggested|"
    r"indicates?|indicated|puts?)\b|"
    r"\b\d[^.!?\n]{0,40}\bof (?:respondents|those (?:asked|polled))\b",
    re.IGNORECASE,
)


def find_assessments(
    article: Article,
    statements: Iterable[Statement],
    attributions: Iterable[Attribution],
    mentions: Iterable[ActorMention],
    quantities: Iterable[QuantityMention],
    times: Iterable[TimeMention],
    cast: Cast,
) -> tuple[Assessment, ...]:
    """The assessments of one article, in text order; never a position of a party.

    A statement counts by the words of its source; a sentence without a statement only if it
    gives the finding of a poll with a figure.
    """
    own = sorted((s for s in statements if s.article == article.id), key=_start)
    said_by = {a.statement: a for a in attributions}
    figures = sorted((q for q in quantities if q.article == article.id), key=lambda q: q.span)
    dates = sorted((t for t in times if t.article == article.id), key=lambda t: t.span)
    named = {m.span.start: m for m in mentions if m.article == article.id}
    found = []
    for statement in own:
        assessment = _of_statement(
            article, statement, said_by.get(statement.id), figures, dates, cast
        )
        if assessment is not None:
            found.append(assessment)
    taken = [s for statement in own for s in (*statement.content, *statement.source)]
    found += _of_polls(article, taken, figures, dates, named, cast)
    return tuple(sorted(found, key=lambda a: (a.spans, a.id)))


def _start(statement: Statement) -> tuple[int, str]:
    return (statement.content[0].start if statement.content else 0), statement.id


def _of_statement(
    article: Article,
    statement: Statement,
    attribution: Attribution | None,
    figures: Sequence[QuantityMention],
    dates: Sequence[TimeMention],
    cast: Cast,
) -> Assessment | None:
    source = " ".join(s.text for s in statement.source)
    kind = assessor_kind(source)
    if kind is None or not statement.content or statement.negated:
        return None
    if kind in ("poll", "institute") and _is_person(attribution, source, cast):
        kind = "analysts"  # a member of an institute speaks for himself
    if attribution is not None and _speaks_for_state(attribution, kind, cast):
        return None
    spans = tuple(sorted((*statement.source, *statement.cue, *statement.content)))
    inside = tuple(q.id for q in figures if _is_within(q.span, statement.content))
    cue = " ".join(s.text for s in statement.cue)
    content = " ".join(s.text for s in statement.content)
    if not gives_judgement(cue, content, kind, has_figure=bool(inside)):
        return None
    return Assessment(
        id=identity("assessment", article.id, statement.id),
        article=article.id,
        assessor=attribution.speaker if attribution else None,
        assessor_text=source,
        kind=kind,
        statement=statement.id,
        spans=spans,
        quantities=inside,
        as_of=_only_date(dates, statement.content),
    )


def _is_person(attribution: Attribution | None, source: str, cast: Cast) -> bool:
    """Whether a person speaks: by the actor, else by a name before a comma ("Ann Lee, of …")."""
    speaker = cast.actors.get(attribution.speaker or "") if attribution is not None else None
    if speaker is not None:
        return speaker.kind == "person"
    return PERSON.match(source) is not None


def _speaks_for_state(attribution: Attribution, kind: AssessorKind, cast: Cast) -> bool:
    """Whether the speaker speaks for a government; a court judges for itself."""
    party = cast.actors.get(attribution.party) if attribution.party is not None else None
    return kind != "court" and party is not None and party.kind == "government"


def _of_polls(
    article: Article,
    taken: Sequence[Span],
    figures: Sequence[QuantityMention],
    dates: Sequence[TimeMention],
    named: dict[int, ActorMention],
    cast: Cast,
) -> Iterator[Assessment]:
    """Yield the findings of polls in sentences that no statement covers."""
    for block in article.blocks:
        if block.kind not in ("paragraph", "bullet"):
            continue
        for match in SENTENCE.finditer(article.text, block.start, block.end):
            finding = POLL_FINDING.search(match.group())
            span = article.span(*_trimmed(match))
            if finding is None or any(_touches(span, other) for other in taken):
                continue
            inside = tuple(q.id for q in figures if _is_within(q.span, (span,)))
            if not inside:
                continue
            assessor = _named_in(span, named, cast)
            yield Assessment(
                id=identity("assessment", article.id, str(span.start), str(span.end)),
                article=article.id,
                assessor=assessor,
                assessor_text=finding.group(),
                kind="poll",
                statement=None,
                spans=(span,),
                quantities=inside,
                as_of=_only_date(dates, (span,)),
            )


def _trimmed(match: re.Match[str]) -> tuple[int, int]:
    text = match.group()
    start = match.start() + len(text) - len(text.lstrip())
    return start, max(start, match.end() - (len(text) - len(text.rstrip())))


def _named_in(span: Span, named: dict[int, ActorMention], cast: Cast) -> str | None:
    """The one organisation named in the sentence whose name is an assessor's, or None."""
    found = {
        actor.id
        for start, mention in sorted(named.items())
        if span.start <= start < span.end
        and (actor := cast.actor_at(mention.id)) is not None
        and actor.kind == "organization"
        and assessor_kind(actor.name) is not None
    }
    return found.pop() if len(found) == 1 else None


def _is_within(span: Span, around: Sequence[Span]) -> bool:
    return any(s.start <= span.start and span.end <= s.end for s in around)


def _touches(left: Span, right: Span) -> bool:
    return left.start < right.end and right.start < left.end


def _only_date(dates: Sequence[TimeMention], around: Sequence[Span]) -> Interval | None:
    """The date within, if there is exactly one."""
    inside = [t for t in dates if t.type in ("DATE", "TIME") and _is_within(t.span, around)]
    if len(inside) != 1 or inside[0].precision is None:
        return None
    only = inside[0]
    if only.start is None and only.end is None:
        return None
    return Interval(
        start=only.start,
        end=only.end,
        precision=inside[0].precision,
        basis=f"text: {only.span.text}",
    )
