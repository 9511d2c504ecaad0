"""Adding to a record. Everything goes in by transactions; nothing whose span is false goes in."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, Table, bindparam, delete, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert

from onrecord.errors import NotOnRecord
from onrecord.records import Article, Decision, Page, Skip
from onrecord.store.changes import rows_to_change
from onrecord.store.evidence import check_evidence
from onrecord.store.files import open_for_writing, told_plainly
from onrecord.store.kept import Done, forget_kept, write_kept
from onrecord.store.rows import to_row
from onrecord.store.schema import (
    HIDDEN,
    KIND_OF,
    ORIGINALS,
    PARSES,
    READS,
    SETTINGS,
    SKIPS,
    TABLES,
)

# The setting that says what the conclusions were drawn from. Whatever changes what they follow from
# takes it away in the same transaction: a record left in the middle says that they are not drawn.
CONCLUDED = "concluded"
# The same for what does not hang on decisions about positions.
DRAWN_FROM = "drawn_from"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One article as it was read, with everything that its stages found, by type."""

    page: Page
    place: str  # the name under which this reading is remembered
    article: Article
    parse: bytes  # packed
    found: Mapping[type, Sequence[Any]]
    fingerprint: str


class Writer:
    """A record opened for adding. Use as a context manager, or call `close`.

    What a method wrote is on the disk when it returns, unless it is called inside a `transaction`.

    Raises RecordTooNew, RecordCorrupt or RecordUnwritable on opening and on every write.
    """

    def __init__(self, path: Path | str) -> None:
        self.path = Path(path)
        self._engine = open_for_writing(self.path)
        with told_plainly(self.path):
            self._connection = self._engine.connect()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        tb: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        with told_plainly(self.path):
            self._connection.close()
        self._engine.dispose()

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """All writes inside happen together or not at all; may be nested."""
        with told_plainly(self.path):
            if self._connection.in_transaction():
                yield self._connection
            else:
                with self._connection.begin():
                    yield self._connection

    def add_reading(self, reading: Reading) -> None:
        """Put one article and all that was found in it on record, in place of an earlier version.

        Raises EvidenceMismatch, and then writes nothing of it.
        """
        page, article = reading.page, reading.article
        known = {article.id: article}
        for records in reading.found.values():
            for record in records:
                check_evidence(record, known)
        with self.transaction() as db:
            self._forget_place(db, reading.place)
            db.execute(delete(TABLES["articles"]).where(TABLES["articles"].c.id == article.id))
            row = {k: v for k, v in to_row(article).items() if k not in HIDDEN}
            db.execute(insert(TABLES["articles"]), row)
            db.execute(insert(ORIGINALS), _original_row(page, article))
            db.execute(insert(PARSES), {"article": article.id, "parse": reading.parse})
            for kind, records in reading.found.items():
                self._insert(db, TABLES[KIND_OF[kind].table], records)
            db.execute(
                insert(READS),
                {"place": reading.place, "article": article.id, "fingerprint": reading.fingerprint},
            )
            db.execute(delete(SKIPS).where(SKIPS.c.place == page.path))
            self.keep_setting(CONCLUDED, None)
            self.keep_setting(DRAWN_FROM, None)

    def replace_all(
        self, kind: type, records: Iterable[Any], articles: Mapping[str, Article]
    ) -> None:
        """Put these records in place of all of their type. Raises EvidenceMismatch.

        Those that stand there already stay as they are.
        """
        table = TABLES[KIND_OF[kind].table]
        with self.transaction() as db:
            old, new = rows_to_change(db, kind, records)
            if old:
                gone = delete(table).where(table.c.number == bindparam("gone"))
                db.execute(gone, [{"gone": number} for number in old])
            self.add(kind, new, articles)

    def replace_of_article(self, kind: type, article: Article, records: Sequence[Any]) -> None:
        """Put these records in place of an article's own of this type. Raises EvidenceMismatch."""
        table = TABLES[KIND_OF[kind].table]
        with self.transaction() as db:
            db.execute(delete(table).where(table.c.article == article.id))
            self.add(kind, records, {article.id: article})

    def forget_of_articles(self, kind: type, ids: Iterable[str]) -> None:
        """Take off what stands of this type in these articles."""
        table = TABLES[KIND_OF[kind].table]
        gone = [{"gone": article} for article in ids]
        with self.transaction() as db:
            if gone:
                db.execute(delete(table).where(table.c.article == bindparam("gone")), gone)

    def replace_of_articles(
        self,
        kind: type,
        ids: Iterable[str],
        records: Sequence[Any],
        articles: Mapping[str, Article],
    ) -> None:
        """Put these records in place of all of their type in these articles.

        Raises EvidenceMismatch.
        """
        table = TABLES[KIND_OF[kind].table]
        with self.transaction() as db:
            if gone := [{"gone": article} for article in ids]:
                db.execute(delete(table).where(table.c.article == bindparam("gone")), gone)
            self.add(kind, records, articles)

    def add(self, kind: type, records: Sequence[Any], articles: Mapping[str, Article]) -> None:
        """Add records whose spans stand in these articles. Raises EvidenceMismatch."""
        for record in records:
            check_evidence(record, articles)
        with self.transaction() as db:
            self._insert(db, TABLES[KIND_OF[kind].table], records)

    def keep(
        self, stage: str, done: Mapping[str, Done], gone: Iterable[str], *, of_articles: bool
    ) -> None:
        """Keep what the parts of a stage were given and made; `gone` are parts that are no more.

        A part that is an article goes with it.
        """
        with self.transaction() as db:
            write_kept(db, stage, done, gone, of_articles=of_articles)

    def forget_conclusions(self) -> None:
        """Let the next run conclude everything anew, whatever stands."""
        with self.transaction() as db:
            self.keep_setting(CONCLUDED, None)
            self.keep_setting(DRAWN_FROM, None)
            forget_kept(db)

    def skip(self, skip: Skip) -> None:
        """Note that something was not read, and why; a later note on the same place replaces it."""
        row = {
            "place": skip.where,
            "reason": skip.reason,
            "detail": skip.detail,
            "remedy": skip.remedy,
        }
        with self.transaction() as db:
            db.execute(upsert(SKIPS).values(row).on_conflict_do_update(["place"], set_=row))

    def forget_skips(self) -> None:
        """Take all notes on what was not read off the record: a new run makes its own."""
        with self.transaction() as db:
            db.execute(delete(SKIPS))

    def keep_setting(self, name: str, value: str | None) -> None:
        """Keep a setting of the record; None takes it away."""
        with self.transaction() as db:
            if value is None:
                db.execute(delete(SETTINGS).where(SETTINGS.c.name == name))
                return
            row = {"name": name, "value": value}
            db.execute(upsert(SETTINGS).values(row).on_conflict_do_update(["name"], set_=row))

    def decide(self, decision: Decision) -> None:
        """Keep what a person decided; the conclusions are to be drawn anew."""
        with self.transaction() as db:
            self._insert(db, TABLES["decisions"], [decision])
            self.keep_setting(CONCLUDED, None)

    def withdraw(self, decision: Decision) -> None:
        """Take a decision back; the conclusions are to be drawn anew. Raises NotOnRecord."""
        table = TABLES["decisions"]
        row = to_row(decision)
        own = (table.c[name] == row[name] for name in KIND_OF[Decision].key)
        with self.transaction() as db:
            if not db.execute(delete(table).where(*own)).rowcount:
                raise NotOnRecord("this decision is not on record")
            self.keep_setting(CONCLUDED, None)

    def remove_article(self, article_id: str) -> None:
        """Take an article and all that stands in it off the record. Raises NotOnRecord.

        What was concluded over all articles must be concluded anew by the caller.
        """
        table = TABLES["articles"]
        with self.transaction() as db:
            gone = db.execute(delete(table).where(table.c.id == article_id))
            if not gone.rowcount:
                raise NotOnRecord(f"{article_id}: no article with this id is on record")
            self.keep_setting(CONCLUDED, None)
            self.keep_setting(DRAWN_FROM, None)

    def _forget_place(self, db: Connection, place: str) -> None:
        """Take off what was read from this place before, unless another place still gives it."""
        earlier = db.execute(select(READS.c.article).where(READS.c.place == place)).scalar()
        if earlier is None:
            return
        db.execute(delete(READS).where(READS.c.place == place))
        left = db.execute(select(READS.c.place).where(READS.c.article == earlier)).first()
        if left is None:
            db.execute(delete(TABLES["articles"]).where(TABLES["articles"].c.id == earlier))

    @staticmethod
    def _insert(db: Connection, table: Table, records: Sequence[Any]) -> None:
        if records:
            db.execute(insert(table), [to_row(record) for record in records])


def _original_row(page: Page, article: Article) -> dict[str, object]:
    try:
        same = page.original.decode(article.encoding) == article.raw
    except (UnicodeDecodeError, LookupError):
        same = False
    raw = None if same else zlib.compress(article.raw.encode("utf-8", "surrogatepass"))
    return {"article": article.id, "original": zlib.compress(page.original), "raw": raw}
