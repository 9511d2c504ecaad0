"""From a record to everything that the dossier shows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from onrecord.positions import Codebook
from onrecord.presentation.dossier.assessments import build_assessments
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
from onrecord.presentation.dossier.dates import UNKNOWN, day_words, is_settled, last_day
from onrecord.presentation.dossier.evidence import Evidence
from onrecord.presentation.dossier.grounds import grounds_of
from onrecord.presentation.dossier.lookup import Lookup, RecordView, gather
from onrecord.presentation.dossier.matrix import build_matrix, held
from onrecord.presentation.dossier.movement import build_courses
from onrecord.presentation.dossier.omissions import build_unknown
from onrecord.presentation.dossier.plans import build_plan_pairs, build_plans
from onrecord.presentation.dossier.sources import (
    build_left_out,
    build_skipped,
    build_sources,
    origins_in_words,
)
from onrecord.presentation.dossier.timeline import build_lanes, build_shifts, build_timeline
from onrecord.presentation.dossier.voices import build_voices
from onrecord.presentation.dossier.words import many
from onrecord.records import Skip

# What divides the parties comes first.
BRIEF_ORDER = ("blocked_by_red_lines", "contested", "agreed", "no_objection", "no_position")
ONE_VOICE = "only one party has a word on it, no objection on this record"


def build_dossier(
    view: RecordView, codebook: Codebook, *, title: str | None = None
) -> DossierContext:
    """The dossier of a record; `title` replaces the one made of the parties' names."""
    lookup = gather(view, codebook)
    evidence = Evidence(lookup)
    known = held(lookup)
    matrix = build_matrix(lookup, evidence, known)
    grounds = grounds_of(lookup)
    between = build_between(grounds, evidence, known)
    events, events_left_out = build_timeline(lookup, evidence)
    skips = tuple(view.skipped())
    return DossierContext(
        head=_head(lookup, matrix, between.statuses, skips, title),
        between=between,
        matrix=matrix,
        plans=build_plans(grounds, evidence, known),
        plan_pairs=build_plan_pairs(grounds),
        clashes=build_clashes(lookup, evidence),
        claims=build_claims(lookup, evidence),
        shifts=build_shifts(lookup, evidence),
        courses=build_courses(grounds, evidence, known),
        events=events,
        events_left_out=events_left_out,
        lanes=build_lanes(lookup),
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
        as_of=day_words(lookup.as_of) if lookup.as_of is not None else "",
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
    settled = [when for when in dates if when is not None and is_settled(when)]
    first = min((when.start for when in settled if when.start), default=None)
    last = max((day for when in settled if (day := last_day(when))), default=None)
    words = [_from_to(first, last)] if first and last else []
    undated = dates.count(None)
    bounded = len(dates) - len(settled) - undated
    if bounded:
        words.append(f"{many(bounded, 'article')} undated, with bounds drawn from the text")
    if undated:
        words.append(f"{many(undated, 'article')} undated")
    return "; ".join(words) or UNKNOWN


def _from_to(first: dt.date, last: dt.date) -> str:
    return day_words(first) if first == last else f"{day_words(first)} to {day_words(last)}"


def _brief(statuses: Iterable[StatusLine]) -> tuple[BriefLine, ...]:
    """The issues by status; those on which one party alone has a word stand apart."""
    by_status: dict[tuple[str, str], list[StatusLine]] = {}
    for line in statuses:
        alone = line.status == "no_objection" and line.voices == 1
        words = ONE_VOICE if alone else line.words
        by_status.setdefault((line.status, words), []).append(line)
    order = sorted(by_status, key=lambda key: (BRIEF_ORDER.index(key[0]), key[1] == ONE_VOICE))
    return tuple(
        BriefLine(
            status=status,
            words=words,
            # An issue without a row is spoken of in claims about another party alone.
            issues=tuple((line.issue, line.href or "clashes") for line in by_status[status, words]),
        )
        for status, words in order
    )
