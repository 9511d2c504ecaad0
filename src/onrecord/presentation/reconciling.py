"""Questions about which articles and statements belong together: copies, reports, stories.

Each is a function of an opened record; none changes it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping

from onrecord.presentation.dossier.lookup import Lookup, gather
from onrecord.presentation.origins import place, report_chain
from onrecord.presentation.questions import fits_actor, lies_within, names_text, view_codebook
from onrecord.presentation.results import Results
from onrecord.presentation.rows import CopyRow, ReportRow, StoryRow
from onrecord.presentation.wording import join_spans, say_interval
from onrecord.reconciliation import find_stories
from onrecord.reconciliation.copies import ONE_TEXT
from onrecord.records import Article, ArticleDate, Copy, Report, Statement
from onrecord.store import View

MOST_ARTICLES = 2  # a report of one article alone is listed only where that is asked for


def copies(view: View, *, outlet: str | None = None) -> Results[CopyRow]:
    """The groups of copies, those with most articles first; `outlet` keeps those it is part of."""
    lookup = gather(view, view_codebook(view))
    rows = []
    for copy in view.all(Copy):
        lead = lookup.articles[copy.lead]
        others = [lookup.articles[a] for a in copy.articles]
        if outlet and not any(names_text(outlet, a.outlet or "") for a in (lead, *others)):
            continue
        rows.append(_copy_row(copy, lead, others, lookup))
    rows.sort(key=lambda r: (-len(r.articles), r.lead, r.basis, r.articles))
    return Results(CopyRow, rows)


def _copy_row(copy: Copy, lead: Article, others: list[Article], lookup: Lookup) -> CopyRow:
    others = sorted(others, key=lambda a: (_day(lookup, a), a.path))
    return CopyRow(
        lead=lead.path,
        lead_outlet=lead.outlet or "",
        lead_published=say_interval(lookup.published[lead.id]),
        basis=copy.basis,
        share=copy.share,
        one_witness=copy.basis in ONE_TEXT,
        articles=tuple(a.path for a in others),
        outlets=tuple(sorted({a.outlet for a in others if a.outlet})),
        published=tuple(say_interval(lookup.published[a.id]) for a in others),
        id=lead.id,
    )


def _day(lookup: Lookup, article: Article) -> str:
    return say_interval(lookup.published[article.id]) or "9999"


def reports(
    view: View,
    *,
    speaker: str | None = None,
    party: str | None = None,
    outlet: str | None = None,
    text: str | None = None,
    articles: int = MOST_ARTICLES,
    since: dt.date | None = None,
    until: dt.date | None = None,
) -> Results[ReportRow]:
    """The statements that several articles report, those with most origins first.

    `articles` is how many articles must report it at least. Dates as for `statements`: a report
    lies within them if one of its statements does.
    """
    lookup = gather(view, view_codebook(view))
    rows = []
    for report in view.all(Report):
        if len(report.articles) < articles:
            continue
        held = [lookup.statements[s] for s in report.statements if s in lookup.statements]
        said = [lookup.attributions.get(s.id) for s in held]
        if (
            any(fits_actor(speaker, a.speaker if a else None, lookup) for a in said)
            and any(fits_actor(party, a.party if a else None, lookup) for a in said)
            and (not outlet or any(names_text(outlet, o) for o in report.outlets))
            and any(text is None or text.casefold() in _words(s).casefold() for s in held)
            and any(_is_within(s, lookup, since, until) for s in held)
        ):
            rows.append(_report_row(report, held, lookup))
    rows.sort(key=lambda r: (-r.origins, -len(r.articles), r.speaker, r.id))
    return Results(ReportRow, rows)


def _words(statement: Statement) -> str:
    return join_spans(statement.content)


def _is_within(
    statement: Statement, lookup: Lookup, since: dt.date | None, until: dt.date | None
) -> bool:
    said = lookup.attributions.get(statement.id)
    when = (said.said if said else None) or lookup.published[statement.article]
    return lies_within(when, since, until)


def _report_row(report: Report, held: list[Statement], lookup: Lookup) -> ReportRow:
    """One report; its words are those of the statement that gives most of them."""
    longest = max(held, key=lambda s: (len(_words(s)), s.id))
    said = next((a for s in held if (a := lookup.attributions.get(s.id)) is not None), None)
    first = lookup.articles.get(report.first) if report.first else None
    return ReportRow(
        id=report.id,
        speaker=lookup.actor(said.speaker) if said else "",
        speaker_text=(said.speaker_text or "") if said else join_spans(longest.source),
        party=lookup.actor(said.party) if said else "",
        content=_words(longest),
        origins=len(report.origins),
        chain=report_chain(report, lookup),
        first=place(first, lookup) if first else "",
        first_certainty=_certainty(report, first, lookup),
        articles=tuple(lookup.articles[a].path for a in report.articles if a in lookup.articles),
        outlets=report.outlets,
        statements=report.statements,
    )


def _certainty(report: Report, first: Article | None, lookup: Lookup) -> str:
    """What the claim of being first on record hangs on."""
    if first is None or report.note:
        return report.note or ""
    if len(report.articles) == 1:
        return "the only article on record"
    when = lookup.published[first.id]
    if when is None or when.precision == "fuzzy":
        return "by an inferred date"
    return "by the dates they state"


def stories(view: View) -> Results[StoryRow]:
    """The articles on record by what they are about; those that stand alone are left out."""
    known = {a.id: a for a in view.all(Article)}
    lookup = gather(view, view_codebook(view))
    found = find_stories(known.values(), view.all(ArticleDate))
    rows = [_story_row(group, known, lookup) for group in found]
    rows.sort(key=lambda r: (r.published[0] or "9999", r.articles))
    return Results(StoryRow, rows)


def _story_row(group: Collection[str], known: Mapping[str, Article], lookup: Lookup) -> StoryRow:
    members = sorted((known[a] for a in group), key=lambda a: (_day(lookup, a), a.path))
    return StoryRow(
        title=members[0].title or members[0].path,
        articles=tuple(a.path for a in members),
        outlets=tuple(sorted({a.outlet for a in members if a.outlet})),
        published=tuple(say_interval(lookup.published[a.id]) for a in members),
    )
