"""Who said what: every statement once, with its independent origins."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from onrecord.presentation.dossier.context import Quote, VoiceLine, VoicesContext
from onrecord.presentation.dossier.dates import interval_words, sort_day
from onrecord.presentation.dossier.evidence import Evidence
from onrecord.presentation.dossier.lookup import Lookup
from onrecord.presentation.dossier.words import KINDS, many
from onrecord.presentation.origins import report_chain
from onrecord.presentation.wording import join_spans
from onrecord.records import Interval, Report, Statement

# More lines make the file slow to open (measured: about 1 kB a line); the rest is counted and
# stands in the record. Statements behind a position come first.
MOST_LINES = 2_000


def build_voices(lookup: Lookup, evidence: Evidence) -> VoicesContext:
    """One line per report, or per statement that stands in no report; by time."""
    groups = sorted(_groups(lookup), key=lambda g: _order(lookup, g[0]))
    behind = {s for p in lookup.positions.values() for s in p.statements}
    wanted = sorted(groups, key=lambda g: not any(s in behind for s in _ids(g)))[:MOST_LINES]
    kept = {g[0][0].id for g in wanted}
    lines = [_line(lookup, evidence, *g) for g in groups if g[0][0].id in kept]
    shown = tuple(line for line in lines if line is not None)
    return VoicesContext(
        lines=shown,
        left_out=len(groups) - len(shown),
        parties=_choices(line.party for line in shown),
        speakers=_choices(line.speaker for line in shown),
        outlets=_choices(outlet for line in shown for outlet in line.outlets),
    )


Group = tuple[list[Statement], Report | None]


def _ids(group: Group) -> Iterator[str]:
    return (statement.id for statement in group[0])


def _groups(lookup: Lookup) -> Iterator[Group]:
    """The statements, those of one report together, the earliest article's first."""
    place = {article: n for n, article in enumerate(lookup.articles)}
    taken: set[str] = set()
    for report in sorted(lookup.view.all(Report), key=lambda r: r.id):
        members = [lookup.statements[s] for s in report.statements if s in lookup.statements]
        members = [m for m in members if m.article in place and m.id not in taken]
        if members:
            taken.update(m.id for m in members)
            yield sorted(members, key=lambda s: (place[s.article], _start(s), s.id)), report
    for statement in lookup.statements.values():
        if statement.id not in taken and statement.article in place:
            yield [statement], None


def _start(statement: Statement) -> int:
    return min((span.start for span in statement.content), default=0)


def _order(lookup: Lookup, members: list[Statement]) -> tuple[object, ...]:
    first = members[0]
    when = lookup.published.get(first.article)
    return (*sort_day(when), lookup.articles[first.article].path, _start(first), first.id)


def _line(
    lookup: Lookup, evidence: Evidence, members: list[Statement], report: Report | None
) -> VoiceLine | None:
    quotes = [evidence.quote(m.article, m.content or m.cue, whole=False) for m in members]
    found: dict[str, Quote] = {q.href: q for q in quotes if q is not None}
    if not found:
        return None
    first, *also = found.values()
    # The fullest attribution of the group: a copy may have cut the speaker's introduction.
    known = [lookup.attributions[m.id] for m in members if m.id in lookup.attributions]
    best = next((a for a in known if a.speaker is not None), known[0] if known else None)
    speaker = ""
    if best is not None:
        speaker = lookup.actor(best.speaker) or best.speaker_text or ""
    chain = report_chain(report, lookup) if report and len(report.articles) > 1 else ()
    return VoiceLine(
        speaker=speaker,
        party=lookup.actor(best.party) if best is not None else "",
        cue=join_spans(members[0].cue) if members[0].content else "",
        kind=KINDS[members[0].kind],
        via=", citing ".join(lookup.actor(v) for v in best.via) if best is not None else "",
        said=_said(best.said if best is not None else None),
        witnesses=_witnesses(report, {lookup.outlet(lookup.articles[m.article]) for m in members}),
        chain=chain,
        note=(report.note or "") if report is not None else "",
        quote=replace(first, also=tuple(also)),
        outlets=tuple(sorted({q.outlet for q in found.values()})),
    )


def _said(said: Interval | None) -> str:
    return f"said {interval_words(said)}" if said is not None else ""


def _witnesses(report: Report | None, outlets: set[str]) -> str:
    """Independent origins, with articles and outlets beside them; "" for a single article."""
    if report is None or len(report.articles) < 2:
        return ""
    return (
        f"{many(len(report.origins), 'origin')}, {many(len(report.articles), 'article')}, "
        f"{many(len(outlets), 'outlet')}"
    )


def _choices(names: Iterator[str]) -> tuple[str, ...]:
    return tuple(sorted({name for name in names if name}, key=lambda n: (n.casefold(), n)))
