"""What of a damaged record is sound, article by article: taken out of a wreck, and checked."""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from onrecord.errors import EvidenceMismatch
from onrecord.records import Article, ArticleDate, Decision, Metadata, Skip
from onrecord.store.evidence import article_faults, check_evidence
from onrecord.store.parses import unpack_parse, unpacked
from onrecord.store.rows import from_row
from onrecord.store.schema import KINDS
from onrecord.store.wreck import Row, Wreck

T = TypeVar("T")
# What a value that is not what it should be makes of our readers.
UNSOUND = (ValueError, TypeError, LookupError, RecursionError, AttributeError, zlib.error)
STATEMENT_KINDS = tuple(kind for kind in KINDS if kind.per == "article" and kind.article)
# Begins the place of an article of which nobody knows any more from where it was read.
UNKNOWN_PLACE = "repaired:"
MOST_NAME = 300  # letters of a path, title or address that we take over unchecked


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What could be taken of one article.

    `article` is None where its text is not sound; with the `original` it can be read again.
    `found` and `parse` are None where one of what stands in it is not sound.
    """

    id: str
    path: str
    place: str
    fingerprint: str
    original: bytes | None
    raw: str | None
    metadata: Metadata
    article: Article | None = None
    parse: bytes | None = None
    found: Mapping[type, tuple[Any, ...]] | None = None


class Salvage:
    """Everything that can be taken out of a wreck. `kinds` are those that an article's reading
    gives; all others follow from them and are not taken.
    """

    def __init__(self, wreck: Wreck, kinds: frozenset[type]) -> None:
        self._wreck = wreck
        self._kinds = tuple(kind for kind in STATEMENT_KINDS if kind.record in kinds)
        self.lost: list[str] = []

    def settings(self) -> dict[str, str]:
        """The settings that can be read."""
        rows = self._wreck.rows("settings")
        return {
            row["name"]: row["value"]
            for row in rows
            if isinstance(row.get("name"), str) and isinstance(row.get("value"), str)
        }

    def skips(self) -> Iterator[Skip]:
        """Yield what was not read."""
        for row in self._wreck.rows("skips"):
            where, reason = row.get("place"), row.get("reason")
            detail, remedy = row.get("detail"), row.get("remedy")
            said = (where, reason, detail, remedy)
            if all(isinstance(value, str) for value in said):
                yield Skip(
                    where=str(where), reason=str(reason), detail=str(detail), remedy=str(remedy)
                )

    def decisions(self) -> Iterator[Decision]:
        """Yield the decisions that are sound; the others are noted as lost."""
        for row in self._wreck.rows("decisions"):
            decision = _made(Decision, row)
            if decision is None:
                words = ", ".join(str(row.get(n))[:40] for n in ("coder", "at", "target", "new"))
                self.lost.append(f"a decision is damaged ({words}): make it again")
            else:
                yield decision

    def articles(self) -> Iterator[Taken]:
        """Yield every article of which something is there, by number; those without one last."""
        wreck = self._wreck
        originals, parses = (wreck.numbers(t, "article") for t in ("originals", "parses"))
        reads = {row["article"]: row for row in wreck.rows("reads") if "article" in row}
        counts = {kind.table: wreck.counts(kind.table) for kind in self._kinds}
        left = set(originals) | {str(article) for article in reads}
        for row in wreck.rows("articles"):
            article_id = str(row.get("id"))
            left.discard(article_id)
            yield self._taken(article_id, row, reads, originals, parses, counts)
        for article_id in sorted(left):
            yield self._taken(article_id, {}, reads, originals, parses, counts)

    def _taken(
        self,
        article_id: str,
        row: Row,
        reads: Mapping[Any, Row],
        originals: Mapping[str, int],
        parses: Mapping[str, int],
        counts: Mapping[str, Counter[str]],
    ) -> Taken:
        stored = self._wreck.row("originals", originals.get(article_id, -1)) or {}
        original = _bytes(stored.get("original"))
        raw = _raw(row, stored, original)
        article = _made(Article, {**row, "raw": raw}) if raw is not None else None
        if article is not None and any(article_faults(article, original)):
            article = None
        read = reads.get(article_id, {})
        place = str(read.get("place") or f"{UNKNOWN_PLACE}{row.get('path') or article_id}")
        parse, found = None, None
        if article is not None:
            packed = self._wreck.row("parses", parses.get(article_id, -1)) or {}
            parse = _parse(packed.get("parse"), article)
            found = self._found(article, counts) if parse is not None else None
        return Taken(
            id=article_id,
            path=str(row.get("path") or place.partition(":")[2])[:MOST_NAME],
            place=place,
            fingerprint=str(read.get("fingerprint") or ""),
            original=original,
            raw=raw,
            metadata=Metadata(
                title=_words(row.get("title")),
                outlet=_words(row.get("outlet")),
                url=_words(row.get("url")),
            ),
            article=article,
            parse=parse,
            found=found,
        )

    def _found(
        self, article: Article, counts: Mapping[str, Counter[str]]
    ) -> Mapping[type, tuple[Any, ...]] | None:
        """What stands in the article, if all of it is there and sound."""
        known = {article.id: article}
        found: dict[type, tuple[Any, ...]] = {}
        for kind in self._kinds:
            rows = self._wreck.rows_of(kind.table, article.id)
            if rows is None or len(rows) != counts[kind.table][article.id]:
                return None
            made = [_made(kind.record, row) for row in rows]
            try:
                for record in made:
                    check_evidence(record, known)
            except (EvidenceMismatch, AttributeError):
                return None
            if None in made:
                return None
            found[kind.record] = tuple(made)
        # Every article that was read has a date, if only that it has none.
        return found if found.get(ArticleDate) else None


def _made(kind: type[T], row: Row) -> T | None:
    try:
        return from_row(kind, row)
    except UNSOUND:
        return None


def _bytes(packed: object) -> bytes | None:
    try:
        return unpacked(packed) if isinstance(packed, bytes) else None
    except UNSOUND:
        return None


def _raw(row: Row, stored: Row, original: bytes | None) -> str | None:
    try:
        if isinstance(stored.get("raw"), bytes):
            return unpacked(stored["raw"]).decode("utf-8", "surrogatepass")
        return original.decode(row["encoding"]) if original is not None else None
    except UNSOUND:
        return None


def _parse(packed: object, article: Article) -> bytes | None:
    try:
        unpack_parse(packed if isinstance(packed, bytes) else b"", article)
    except UNSOUND:
        return None
    return packed if isinstance(packed, bytes) else None


def _words(value: object) -> str | None:
    return value[:MOST_NAME] if isinstance(value, str) else None
