"""Assessments: what an institute, a poll, a court or an outside body says of the matter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from onrecord.reconciliation.assessed import Surroundings
from onrecord.reconciliation.assessors import AssessorKind, assessor_kind, gives_judgement
from onrecord.reconciliation.findings import find_told
from onrecord.records import (
    ActorMention,
    Article,
    Assessment,
    Attribution,
    QuantityMention,
    Span,
    Statement,
    TimeMention,
    identity,
)

if TYPE_CHECKING:
    from onrecord.actors import Cast

LONGEST_SOURCE = 400  # characters looked at; who says it stands at the head of its phrase


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

    A statement counts by the words of its source; a sentence of the reporter's own only if it
    gives the figure of a poll, a body or an institute, or what a court ruled. What a party says
    that an assessor has found is the party's word.
    """
    own = sorted((s for s in statements if s.article == article.id), key=_start)
    around = Surroundings.of(article, mentions, quantities, times, cast)
    said_by = {a.statement: a for a in attributions}
    by_id = {s.id: s for s in own}
    found = []
    for statement in own:
        holder = by_id.get(statement.inside or "")
        if holder is None or _passes_on(holder, said_by, cast):
            assessment = _of_statement(statement, said_by.get(statement.id), around)
            found += [assessment] if assessment is not None else []
    taken = [s for statement in own for s in (*statement.content, *statement.source)]
    found += find_told(around, taken)
    return tuple(sorted(found, key=lambda a: (a.spans, a.id)))


def _start(statement: Statement) -> tuple[int, str]:
    return (statement.content[0].start if statement.content else 0), statement.id


def _passes_on(holder: Statement, said_by: Mapping[str, Attribution], cast: Cast) -> bool:
    """Whether who reports an assessor's words is an outlet; an assessor's are his own finding."""
    attribution = said_by.get(holder.id)
    speaker = cast.actors.get(attribution.speaker or "") if attribution is not None else None
    return speaker is not None and speaker.kind == "outlet"


def _of_statement(
    statement: Statement, attribution: Attribution | None, around: Surroundings
) -> Assessment | None:
    source = _words(statement.source)
    kind = assessor_kind(source[:LONGEST_SOURCE], person=_is_person(attribution, around.cast))
    if kind is None or not statement.content:
        return None
    if statement.negated and kind != "court":  # a court that dismisses has ruled
        return None
    if attribution is not None and _speaks_for_state(attribution, kind, around.cast):
        return None
    told = (*statement.source, *statement.content) if kind == "poll" else statement.content
    figures = around.figures(told)
    content = _words(statement.content)
    if not gives_judgement(_words(statement.cue), content, kind, has_figure=bool(figures)):
        return None
    speaker = attribution.speaker if attribution is not None else None
    return Assessment(
        id=identity("assessment", around.article.id, statement.id),
        article=around.article.id,
        assessor=speaker or around.body_named(statement.source),
        assessor_text=source,
        kind=kind,
        statement=statement.id,
        spans=tuple(sorted((*statement.source, *statement.cue, *statement.content))),
        quantities=tuple(q.id for q in figures),
        as_of=around.day((*statement.source, *statement.cue), statement.content, figures),
    )


def _words(spans: Sequence[Span]) -> str:
    return " ".join(s.text for s in spans)


def _is_person(attribution: Attribution | None, cast: Cast) -> bool:
    """Whether the speaker is known to be a person."""
    speaker = cast.actors.get(attribution.speaker or "") if attribution is not None else None
    return speaker is not None and speaker.kind == "person"


def _speaks_for_state(attribution: Attribution, kind: AssessorKind, cast: Cast) -> bool:
    """Whether the speaker speaks for a government; a court judges for itself."""
    party = cast.actors.get(attribution.party) if attribution.party is not None else None
    return kind != "court" and party is not None and party.kind == "government"
