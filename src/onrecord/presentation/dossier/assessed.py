"""Assessments for a reader: who, each figure with what it covers and when it holds, in how many."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.presentation.dossier.dates import sort_day
from onrecord.presentation.dossier.lookup import Lookup
from onrecord.records import Assessment, Interval, QuantityMention, Report


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessedFigure:
    """A figure in its own words, what it covers, and when it holds; "" and None where not told."""

    words: str
    scope: str
    as_of: Interval | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessed:
    """One assessment, the earliest printed first, with all that carry the same words."""

    members: tuple[Assessment, ...]
    report: Report | None
    figures: tuple[AssessedFigure, ...]


def gather_assessments(lookup: Lookup) -> tuple[Assessed, ...]:
    """The assessments on record in order of publication; those of one report are one."""
    known = {q.id: q for q in lookup.view.all(QuantityMention)}
    found = [
        Assessed(
            members=tuple(members),
            report=report,
            figures=tuple(
                _figure(known[q], members[0]) for q in members[0].quantities if q in known
            ),
        )
        for members, report in _groups(lookup)
    ]
    return tuple(sorted(found, key=lambda a: _place(lookup, a.members[0])))


def _groups(lookup: Lookup) -> Iterator[tuple[list[Assessment], Report | None]]:
    report_of = {s: r for r in lookup.view.all(Report) for s in r.statements}
    groups: dict[str, list[Assessment]] = {}
    for assessment in lookup.view.all(Assessment):
        report = report_of.get(assessment.statement or "")
        if assessment.article in lookup.articles:
            key = report.id if report is not None else assessment.id
            groups.setdefault(key, []).append(assessment)
    for members in groups.values():
        # Who gives figures tells more than a copy that was cut short.
        members.sort(key=lambda a: (not a.quantities, *_place(lookup, a)))
        yield members, report_of.get(members[0].statement or "")


def _place(lookup: Lookup, assessment: Assessment) -> tuple[object, ...]:
    article = lookup.articles[assessment.article]
    start = assessment.spans[0].start if assessment.spans else 0
    return (*sort_day(lookup.published[article.id]), article.path, start, assessment.id)


def _figure(figure: QuantityMention, assessment: Assessment) -> AssessedFigure:
    words = " ".join(figure.span.text.split())
    known = (words.casefold(), (figure.place or "").casefold())
    if figure.of and not any(figure.of.casefold() in part for part in known):
        words = f"{words} {figure.of}" if figure.unit != "%" else f"{words} of {figure.of}"
    return AssessedFigure(
        words=words,
        scope=", ".join(part for part in (figure.scope, figure.place) if part),
        as_of=figure.as_of or assessment.as_of,
    )
