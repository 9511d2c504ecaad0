"""A whole record checked anew: originals, offset maps, every span, the file itself."""

from __future__ import annotations

import hashlib
import html
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from onrecord.errors import EvidenceMismatch
from onrecord.presentation.results import Results
from onrecord.presentation.rows import FaultRow
from onrecord.records import Article
from onrecord.store import View
from onrecord.store.evidence import check_evidence, spans_of
from onrecord.store.schema import KINDS

# A letter for a letter is a repair of the encoding; a text where one in twenty was repaired is
# none that we have seen (the worst of the examples has one in two hundred), so the map is wrong.
MOST_REPAIRS = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """How much was checked, and what was wrong: no faults, and the record is sound."""

    articles: int
    records: int
    spans: int
    faults: Results[FaultRow]


def verify(view: View) -> Verification:
    """Check every article against its original and every span against its article."""
    faults = [FaultRow(where=str(view.path), what=fault) for fault in view.check_integrity()]
    articles = records = spans = 0
    for article in view.all(Article):
        articles += 1
        faults.extend(_article_faults(view, article))
    for kind in KINDS:
        every: Iterator[Any] = view.all(kind.record)
        for record in every:
            records += 1
            spans += sum(1 for _ in spans_of(record))
            try:
                check_evidence(record, view.articles)
            except EvidenceMismatch as fault:
                faults.append(FaultRow(where=kind.table, what=str(fault)))
    return Verification(
        articles=articles, records=records, spans=spans, faults=Results(FaultRow, faults)
    )


def _article_faults(view: View, article: Article) -> Iterator[FaultRow]:
    original = view.original(article.id)
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
