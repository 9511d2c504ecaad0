"""A whole record checked anew: originals, offset maps, every span, the file itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.engines.options import Progress, silent
from onrecord.engines.repairing import Repair, bring_up_to_date, rebuild
from onrecord.errors import EvidenceMismatch, RecordCorrupt
from onrecord.pipeline import PASSES
from onrecord.presentation.results import Results
from onrecord.presentation.rows import FaultRow
from onrecord.reconciliation.passages import article_of_passage
from onrecord.records import (
    ActorLink,
    Article,
    ArticleDate,
    Assessment,
    Attribution,
    Cell,
    Contradiction,
    Event,
    Plan,
    Position,
    Report,
    Shift,
    Statement,
    Step,
)
from onrecord.store import View
from onrecord.store.evidence import article_faults, check_evidence, spans_of
from onrecord.store.files import is_older
from onrecord.store.schema import KINDS
from onrecord.store.writer import CONCLUDED

# Fields that hold ids of other records of this file. (A `Precondition` of plain logic names none.)
LINKS: Mapping[type, tuple[str, ...]] = {
    Statement: ("inside",),
    ActorLink: ("mention", "actor"),
    Attribution: ("statement", "speaker", "party", "via", "times", "places", "quantities"),
    Position: ("statements", "party", "speaker", "about"),
    Plan: ("author",),
    Report: ("statements", "first"),
    Contradiction: ("left", "right"),
    Shift: ("party", "from_", "to"),
    Event: ("actors",),
    Assessment: ("assessor", "statement", "quantities"),
    Cell: ("party", "positions"),
    Step: ("positions",),
}
# What follows from the articles together: all that is not written when one is read.
CONCLUSIONS = frozenset(
    kind for stages in PASSES[1:] for stage in stages for kind in stage.writes
) - {kind for stage in PASSES[0] for kind in stage.writes}


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """How much was checked, and what was wrong: no faults, and the record is sound."""

    articles: int
    records: int
    spans: int
    faults: Results[FaultRow]
    concluded: bool


def verify(view: View) -> Verification:
    """Check every article against its original, every span and every link of every record.

    Where a run was stopped before the conclusions were drawn, those that stand are of an earlier
    state, and may cite what has gone since: they are not checked.
    """
    concluded = view.setting(CONCLUDED) is not None
    faults = [FaultRow(where=str(view.path), what=fault) for fault in view.check_integrity()]
    articles = records = spans = 0
    ids: set[str] = set()
    undated: dict[str, str] = {}  # the path of each article whose date was not met yet
    links: list[tuple[str, str]] = []
    for kind in KINDS:
        if not concluded and kind.record in CONCLUSIONS:
            continue
        every: Iterator[Any] = view.each(kind.record)
        for record in every:
            records += 1
            if isinstance(record, RecordCorrupt):
                faults.append(FaultRow(where=kind.table, what=str(record)))
                continue
            if isinstance(record, Article):
                articles += 1
                undated[record.id] = record.path
                faults.extend(_article_faults(view, record))
            if isinstance(record, ArticleDate):
                undated.pop(record.article, None)
            ids.add(getattr(record, "id", ""))
            links.extend((kind.table, link) for link in _links(record))
            spans += sum(1 for _ in spans_of(record))
            faults.extend(_evidence_faults(view, kind.table, record))
    faults.extend(
        FaultRow(where=table, what=f"names {link}, which is not on record")
        for table, link in sorted(set(links))
        if link not in ids
    )
    faults.extend(
        FaultRow(where=path, what="what was read in it is missing")
        for path in sorted(undated.values())
    )
    return Verification(
        articles=articles,
        records=records,
        spans=spans,
        faults=Results(FaultRow, faults),
        concluded=concluded,
    )


def repair(path: Path, progress: Progress = silent) -> Repair:
    """What was mended of a record, and what is lost; nothing was changed where it was sound.

    A copy of before lies beside it. Raises RecordMissing, RecordTooNew, RecordUnwritable, and
    RecordCorrupt where nothing can be taken out of it; the record then is as it was.
    """
    if not is_older(path):
        try:
            with View(path) as view:
                found = verify(view)
        except RecordCorrupt:
            return rebuild(path, progress)
        if found.faults:
            return rebuild(path, progress)
        if found.concluded:
            return Repair(record=path)
    done = bring_up_to_date(path, progress)
    with View(path) as view:
        faulty = bool(verify(view).faults)
    if faulty:
        again = rebuild(path, progress)
        done.mended += again.mended
        done.lost += again.lost
    return done


def _links(record: Any) -> Iterator[str]:
    """Yield the ids of other records that a record names."""
    for field in LINKS.get(type(record), ()):
        value = getattr(record, field)
        named = value if isinstance(value, tuple) else (value,) if value else ()
        # A passage of a reporter is no record: what is on record is its article.
        yield from (article_of_passage(name) or name for name in named)


def _evidence_faults(view: View, table: str, record: Any) -> Iterator[FaultRow]:
    try:
        check_evidence(record, view.articles)
    except (EvidenceMismatch, RecordCorrupt) as fault:
        yield FaultRow(where=table, what=str(fault))


def _article_faults(view: View, article: Article) -> Iterator[FaultRow]:
    try:
        original = view.original(article.id)
    except RecordCorrupt as fault:
        yield FaultRow(where=article.path, what=str(fault))
        return
    for what in (*article_faults(article, original), view.parse_fault(article)):
        if what is not None:
            yield FaultRow(where=article.path, what=what)
