"""From a record to everything that the dossier shows."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.positions import Codebook
from onrecord.presentation.dossier.between import build_between
from onrecord.presentation.dossier.clashes import build_claims, build_clashes
from onrecord.presentation.dossier.context import (
    BriefLine,
    DossierContext,
    Fact,
    HeadContext,
    MatrixContext,
    StatusLine,
)
from onrecord.presentation.dossier.dates import UNKNOWN, day_words, last_day
from onrecord.presentation.dossier.evidence import Evidence
from onrecord.presentation.dossier.lookup import Lookup, RecordView, gather
from onrecord.presentation.dossier.matrix import build_matrix, held
from onrecord.presentation.dossier.omissions import build_unknown
from onrecord.presentation.dossier.plans import build_plans
from onrecord.presentation.dossier.sources import (
    build_left_out,
    build_skipped,
    build_sources,
    origins_in_words,
)
from onrecord.presentation.dossier.timeline import build_shifts, build_timeline
from onrecord.presentation.dossier.voices import build_assessments, build_voices
from onrecord.presentation.dossier.words import many
from onrecord.records import Skip


def build_dossier(
    view: RecordView, codebook: Codebook, *, title: str | None = None
) -> DossierContext:
    """The dossier of a record; `title` replaces the one made of the parties' names."""
    lookup = gather(view, codebook)
    evidence = Evidence(lookup)
    known = held(lookup)
    matrix = build_matrix(lookup, evidence, known)
    between = build_between(lookup, evidence, known)
    events, events_left_out = build_timeline(lookup, evidence)
    skips = tuple(view.skipped())
    return DossierContext(
        head=_head(lookup, matrix, between.statuses, skips, title),
        between=between,
        matrix=matrix,
        plans=build_plans(lookup, evidence, known),
        clashes=build_clashes(lookup, evidence),
        claims=build_claims(lookup, evidence),
        shifts=build_shifts(lookup, evidence),
        events=events,
        events_left_out=events_left_out,
        voices=build_voices(lookup, evidence),
        assessments=build_assessments(lookup, evidence),
        unknown=build_unknown(lookup, evidence),
        left_out=build_left_out(lookup),
        skipped=build_skipped(skips),
        # Last: the texts carry the anchors of every quote made above.
        sources=build_sources(lookup, evidence),
    )


def _head(
    lookup: Lookup,
    matrix: MatrixContext,
    statuses: tuple[StatusLine, ...],
    skips: tuple[Skip, ...],
    title: str | None,
) -> HeadContext:
    return HeadContext(
        title=title or ", ".join(matrix.parties[:4]) or "No positions on record",
        facts=_facts(lookup, skips),
        as_of=day_words(lookup.as_of) if lookup.as_of is not None else UNKNOWN,
        brief=_brief(statuses),
    )


def _facts(lookup: Lookup, skips: tuple[Skip, ...]) -> tuple[Fact, ...]:
    """What was read, in five lines."""
    outlets = {a.outlet for a in lookup.articles.values() if a.outlet}
    of_outlets = f"of {many(len(outlets), 'outlet')}" if outlets else "of unnamed outlets"
    return (
        Fact(name="Read", value=f"{many(len(lookup.articles), 'article')} {of_outlets}"),
        Fact(name="Origins", value=origins_in_words(lookup)),
        Fact(name="Published", value=_period(lookup)),
        Fact(
            name="On record",
            value=f"{many(len(lookup.statements), 'statement')}, "
            f"{many(len(lookup.positions), 'position')}",
        ),
        Fact(name="Not read", value=many(len(skips), "file") if skips else "nothing was skipped"),
    )


def _period(lookup: Lookup) -> str:
    """From the first to the last settled date, and how many articles have none."""
    dates = list(lookup.published.values())
    settled = [when for when in dates if when and when.start and when.end]
    days = sorted(day for when in settled if (day := last_day(when)) is not None)
    words = [f"{day_words(days[0])} to {day_words(days[-1])}"] if days else []
    undated = dates.count(None)
    bounded = len(dates) - len(settled) - undated
    if bounded:
        words.append(f"{many(bounded, 'article')} dated on one side only")
    if undated:
        words.append(f"{many(undated, 'article')} undated")
    return "; ".join(words) or UNKNOWN


def _brief(statuses: Iterable[StatusLine]) -> tuple[BriefLine, ...]:
    """The issues by status."""
    by_status: dict[str, list[StatusLine]] = {}
    for line in statuses:
        by_status.setdefault(line.status, []).append(line)
    return tuple(
        BriefLine(
            status=status,
            words=lines[0].words,
            # An issue without a row is spoken of in claims about another party alone.
            issues=tuple((line.issue, line.href or "clashes") for line in lines),
        )
        for status, lines in by_status.items()
    )
