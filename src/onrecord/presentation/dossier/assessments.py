"""What institutes, polls, courts and outside bodies find: never a position."""

from __future__ import annotations

from dataclasses import replace

from onrecord.presentation.dossier.assessed import Assessed, AssessedFigure, gather_assessments
from onrecord.presentation.dossier.context import AssessmentLine, FigureLine
from onrecord.presentation.dossier.dates import interval_words
from onrecord.presentation.dossier.evidence import Evidence
from onrecord.presentation.dossier.lookup import Lookup
from onrecord.presentation.dossier.words import ASSESSORS, many
from onrecord.presentation.origins import report_chain
from onrecord.records import Interval


def build_assessments(lookup: Lookup, evidence: Evidence) -> tuple[AssessmentLine, ...]:
    """One line per assessment, however many articles carry it; in order of publication."""
    lines = (_line(assessed, lookup, evidence) for assessed in gather_assessments(lookup))
    return tuple(line for line in lines if line is not None)


def _line(assessed: Assessed, lookup: Lookup, evidence: Evidence) -> AssessmentLine | None:
    quotes = [evidence.quote(a.article, a.spans) for a in assessed.members]
    found = [quote for quote in quotes if quote is not None]
    if not found:
        return None
    first, report = assessed.members[0], assessed.report
    chain = report_chain(report, lookup) if report and len(report.articles) > 1 else ()
    return AssessmentLine(
        assessor=lookup.actor(first.assessor) or first.assessor_text,
        kind=ASSESSORS[first.kind],
        as_of=_as_of(first.as_of),
        figures=tuple(_figure(figure, first.as_of) for figure in assessed.figures),
        witnesses=many(len(report.origins), "origin") if report and chain else "",
        chain=chain,
        quote=replace(found[0], also=tuple(found[1:])),
    )


def _figure(figure: AssessedFigure, as_of: Interval | None) -> FigureLine:
    """A figure; its day only where it is not the whole assessment's."""
    return FigureLine(
        words=figure.words,
        scope=figure.scope,
        as_of=_as_of(figure.as_of) if figure.as_of != as_of else "",
    )


def _as_of(when: Interval | None) -> str:
    return f"as of {interval_words(when)}" if when is not None else ""
