"""Questions about what third parties find: institutes, polls, courts, outside bodies.

Each is a function of an opened record; none changes it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import pairwise

from onrecord.presentation.assessment_rows import AssessmentRow
from onrecord.presentation.dossier.assessed import Assessed, gather_assessments
from onrecord.presentation.dossier.lookup import Lookup, gather
from onrecord.presentation.questions import lies_within, names_text, view_codebook
from onrecord.presentation.results import Results
from onrecord.presentation.wording import say_code, say_interval
from onrecord.records import Assessment, Span
from onrecord.store import View


def assessments(
    view: View,
    *,
    kind: str | None = None,
    assessor: str | None = None,
    outlet: str | None = None,
    text: str | None = None,
    figures: bool = False,
    since: dt.date | None = None,
    until: dt.date | None = None,
) -> Results[AssessmentRow]:
    """The assessments on record in order of publication; none of them is a position.

    `figures` keeps those that give one; `since` and `until` are days of publication, both included.
    """
    lookup = gather(view, view_codebook(view))
    found = (
        (assessed, _row(assessed, lookup))
        for assessed in gather_assessments(lookup)
        if any(lies_within(lookup.published[a.article], since, until) for a in assessed.members)
    )
    return Results(
        AssessmentRow,
        (
            row
            for assessed, row in found
            if (kind is None or row.kind == kind)
            and (not figures or row.figures)
            and (not assessor or _is_by(assessor, assessed, lookup))
            and (not outlet or any(names_text(outlet, o) for o in row.outlets))
            and (not text or text.casefold() in row.quote.casefold())
        ),
    )


def _is_by(name: str, assessed: Assessed, lookup: Lookup) -> bool:
    return any(
        names_text(name, words)
        for a in assessed.members
        for words in (a.assessor_text, lookup.actor(a.assessor))
    )


def _row(assessed: Assessed, lookup: Lookup) -> AssessmentRow:
    first: Assessment = assessed.members[0]
    articles = list(dict.fromkeys(lookup.articles[a.article] for a in assessed.members))
    return AssessmentRow(
        kind=say_code(first.kind),
        assessor=lookup.actor(first.assessor),
        assessor_text=" ".join(first.assessor_text.split()),
        figures=tuple(f.words for f in assessed.figures),
        scopes=tuple(f.scope for f in assessed.figures),
        figures_as_of=tuple(say_interval(f.as_of) for f in assessed.figures),
        as_of=say_interval(first.as_of),
        quote=_quote(articles[0].text, first.spans),
        origins=len(assessed.report.origins) if assessed.report else 1,
        outlets=tuple(sorted({a.outlet for a in articles if a.outlet})),
        articles=tuple(a.path for a in articles),
        published=say_interval(lookup.published[first.article]),
        quantities=first.quantities,
        statement=first.statement or "",
        id=first.id,
    )


def _quote(text: str, spans: Sequence[Span]) -> str:
    """The words of the spans on one line; an ellipsis only where words were left out."""
    parts = [spans[0].text] if spans else []
    for before, span in pairwise(spans):
        gap = text[before.end : span.start]
        parts += [gap if not any(map(str.isalnum, gap)) else " … ", span.text]
    return " ".join("".join(parts).split())
