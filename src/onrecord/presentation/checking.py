"""A whole record checked anew: originals, offset maps, every span, the file itself."""

from __future__ import annotations

import hashlib
import html
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from onrecord.errors import EvidenceMismatch, RecordCorrupt
from onrecord.presentation.results import Results
from onrecord.presentation.rows import FaultRow
from onrecord.reconciliation.passages import article_of_passage
from onrecord.records import (
    ActorLink,
    Article,
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
from onrecord.store.evidence import check_evidence, spans_of
from onrecord.store.schema import KINDS

# A letter for a letter is a repair of the encoding; a text where one in twenty was repaired is
# none that we have seen (the worst of the examples has one in two hundred), so the map is wrong.
MOST_REPAIRS = 0.05

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """How much was checked, and what was wrong: no faults, and the record is sound."""

    articles: int
    records: int
    spans: int
    faults: Results[FaultRow]


def verify(view: View) -> Verification:
    """Check every article against its original, every span and every link of every record."""
    faults = [FaultRow(where=str(view.path), what=fault) for fault in view.check_integrity()]
    articles = records = spans = 0
    ids: set[str] = set()
    links: list[tuple[str, str]] = []
    for kind in KINDS:
        every: Iterator[Any] = view.each(kind.record)
        for record in every:
            records += 1
            if isinstance(record, RecordCorrupt):
                faults.append(FaultRow(where=kind.table, what=str(record)))
                continue
            if isinstance(record, Article):
                articles += 1
                faults.extend(_article_faults(view, record))
            ids.add(getattr(record, "id", ""))
            links.extend((kind.table, link) for link in _links(record))
            spans += sum(1 for _ in spans_of(record))
            faults.extend(_evidence_faults(view, kind.table, record))
    faults.extend(
        FaultRow(where=table, what=f"names {link}, which is not on record")
        for table, link in sorted(set(links))
        if link not in ids
    )
    return Verification(
        articles=articles, records=records, spans=spans, faults=Results(FaultRow, faults)
    )


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
    if original is None or hashlib.sha256(original).hexdigest() != article.sha256:
        yield FaultRow(where=article.path, what="the stored original does not have its hash")
    mapped = changed = 0
    for segment in article.segments:
        same_length = segment.length == segment.raw_length
        raw_end = segment.raw_start + segment.raw_length
        if not 0 <= segment.raw_start <= raw_end <= len(article.raw):
            yield FaultRow(
                where=article.path, what=f"segment at {segment.start} leaves the original"
            )
        elif same_length:
            mapped += segment.length
            text = article.text[segment.start : segment.start + segment.length]
            raw = article.raw[segment.raw_start : raw_end]
            changed += sum(a != b and not a.isspace() for a, b in zip(text, raw, strict=True))
    if changed > MOST_REPAIRS * mapped:
        yield FaultRow(where=article.path, what="its offset map does not fit the original")
    for left_out in article.excluded:
        there = html.unescape(article.raw[left_out.raw_start : left_out.raw_end])
        if not all(word in there for word in left_out.text.split()):  # tags may stand between
            yield FaultRow(
                where=article.path,
                what=f"what was left out at {left_out.raw_start} is not the original's",
            )
