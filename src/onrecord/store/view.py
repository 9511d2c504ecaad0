"""Reading a record: every question that is asked of the file, and never a write."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from contextlib import closing
from functools import cache, lru_cache
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar, cast

from sqlalchemy import func, select, text

from onrecord.errors import RecordCorrupt, RecordError
from onrecord.language.parse import Parse
from onrecord.records import Article, Skip
from onrecord.store.files import (
    ALONE,
    MOST_CAUSE,
    open_for_reading,
    open_mode,
    stamp,
    told_plainly,
)
from onrecord.store.kept import Done, read_kept
from onrecord.store.parses import parse_fault, unpack_parse, unpacked
from onrecord.store.rows import columns_of, row_reader
from onrecord.store.schema import (
    HIDDEN,
    KIND_OF,
    KINDS,
    ORIGINALS,
    PARSES,
    READS,
    SETTINGS,
    SKIPS,
    TABLES,
)

T = TypeVar("T")
# Marks that no article text holds (articles have their control characters removed).
HIT_START, HIT_END = "\x02", "\x03"


class StoredArticles(Mapping[str, Article]):
    """The articles of a record by id, the last few kept in memory."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._get = lru_cache(maxsize=64)(self._find)

    def _find(self, article_id: str) -> Article | RecordCorrupt | None:
        # A damaged one is kept in mind too: each of its records asks for it.
        try:
            return self._view.get(Article, article_id)
        except RecordCorrupt as fault:
            return fault

    def __getitem__(self, article_id: str) -> Article:
        article = self._get(article_id)
        if isinstance(article, RecordCorrupt):
            raise article
        if article is None:
            raise KeyError(article_id)
        return article

    def __iter__(self) -> Iterator[str]:
        return (article.id for article in self._view.all(Article))

    def __len__(self) -> int:
        return self._view.count(Article)


class View:
    """A record opened for reading. Use as a context manager, or call `close`.

    Everything is as it stood when the first question was asked, whatever is written meanwhile.
    Raises RecordMissing, RecordTooNew, RecordCorrupt or RecordUnwritable on opening.
    """

    def __init__(self, path: Path | str) -> None:
        self.path = Path(path)
        self._engine = open_for_reading(self.path)
        self._stamp = stamp(self.path) if open_mode(self.path) == ALONE else None
        with told_plainly(self.path):
            self._db = self._engine.connect()
        self.articles = StoredArticles(self)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        tb: TracebackType | None,
    ) -> None:
        self.close()
        if kind is None and self._stamp not in {None, stamp(self.path)}:
            raise RecordError(f"{self.path}: was changed while it was read; ask again")

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()
        self._engine.dispose()

    def all(self, kind: type[T], **where: str | None) -> Iterator[T]:
        """Yield every record of a type in stable order; `where` keeps those with equal columns."""
        for record in self.each(kind, **where):
            if isinstance(record, RecordCorrupt):
                raise record
            yield record

    def each(self, kind: type[T], **where: str | None) -> Iterator[T | RecordCorrupt]:
        """Yield every record as `all` does, and the fault in place of one that is damaged."""
        with told_plainly(self.path):
            for row in self._rows(kind, where):
                yield self._made(kind, row)

    def texts(self) -> Iterator[Article]:
        """Yield every article as a reader saw it, in stable order, without its original.

        `raw` and `segments` are empty: what the original needs is most of what reading costs.
        """
        with told_plainly(self.path):
            for row in self._asked(_query(Article, (), whole=False), ()):
                article = self._made(Article, row)
                if isinstance(article, RecordCorrupt):
                    raise article
                yield article

    def get(self, kind: type[T], key: str) -> T | None:
        """The record of this type with this key, or None."""
        with told_plainly(self.path):
            row = next(self._rows(kind, {KIND_OF[kind].key[0]: key}), None)
            made = self._made(kind, row) if row is not None else None
        if isinstance(made, RecordCorrupt):
            raise made
        return made

    def keys(self, kind: type) -> tuple[str, ...]:
        """The keys of all records of a type, in stable order."""
        about = KIND_OF[kind]
        table = TABLES[about.table]
        query = select(table.c[about.key[0]]).order_by(*(table.c[n] for n in about.order))
        with told_plainly(self.path):
            return tuple(self._db.execute(query).scalars())

    def column(self, kind: type, name: str) -> dict[str, Any]:
        """One column of all records of a type by their key, as the database has it."""
        about = KIND_OF[kind]
        table = TABLES[about.table]
        with told_plainly(self.path):
            rows = self._db.execute(select(table.c[about.key[0]], table.c[name]))
            return {row[0]: row[1] for row in rows}

    def find(self, prefix: str, limit: int = 10) -> tuple[Any, ...]:
        """The records of any kind whose id begins so, in flow order, at most `limit`."""
        found: list[Any] = []
        for about in KINDS:
            table = TABLES[about.table]
            if "id" not in table.c:
                continue
            query = select(table.c.id).where(
                table.c.id >= prefix, table.c.id < prefix + "\U0010ffff"
            )
            with told_plainly(self.path):
                ids = self._db.execute(query.order_by(table.c.id).limit(limit)).scalars().all()
            found.extend(self.get(about.record, found_id) for found_id in ids)
        return tuple(found[:limit])

    def count(self, kind: type) -> int:
        """How many records of a type there are."""
        table = TABLES[KIND_OF[kind].table]
        with told_plainly(self.path):
            return int(self._db.execute(select(func.count()).select_from(table)).scalar_one())

    def parse(self, article: Article) -> Parse:
        """The stored parse of an article. Raises RecordCorrupt if it is damaged or missing."""
        query = select(PARSES.c.parse).where(PARSES.c.article == article.id)
        with told_plainly(self.path):
            data = self._db.execute(query).scalar_one_or_none()
        try:
            return unpack_parse(data or b"", article)
        except ValueError as error:
            raise RecordCorrupt(
                f"{self.path}: {str(error)[:MOST_CAUSE]}; `onrecord verify --repair {self.path}`"
                " makes it anew"
            ) from error

    def parse_fault(self, article: Article) -> str | None:
        """What is wrong with an article's stored parse, as far as it shows; None for nothing."""
        query = select(PARSES.c.parse).where(PARSES.c.article == article.id)
        with told_plainly(self.path):
            data = self._db.execute(query).scalar_one_or_none()
        return parse_fault(data, article) if data is not None else "its stored parse is missing"

    def original(self, article_id: str) -> bytes | None:
        """The original bytes of an article, or None if it is not on record.

        Raises RecordCorrupt if they cannot be unpacked.
        """
        query = select(ORIGINALS.c.original).where(ORIGINALS.c.article == article_id)
        with told_plainly(self.path):
            data = self._db.execute(query).scalar_one_or_none()
        try:
            return unpacked(data) if data is not None else None
        except (zlib.error, TypeError, ValueError) as error:
            raise RecordCorrupt(f"{self.path}: a stored original is damaged ({error})") from error

    def reads(self) -> Mapping[str, tuple[str, str]]:
        """What was read: place → (article id, fingerprint)."""
        with told_plainly(self.path):
            rows = self._db.execute(select(READS.c.place, READS.c.article, READS.c.fingerprint))
            return {place: (article, fingerprint) for place, article, fingerprint in rows}

    def kept(self, stage: str) -> dict[str, Done]:
        """What the parts of a stage were given and made when they were last done."""
        with told_plainly(self.path):
            return read_kept(self._db, stage)

    def skipped(self) -> tuple[Skip, ...]:
        """What was found and not read, by place."""
        query = select(SKIPS).order_by(SKIPS.c.place)
        with told_plainly(self.path):
            return tuple(
                Skip(where=row.place, reason=row.reason, detail=row.detail, remedy=row.remedy)
                for row in self._db.execute(query)
            )

    def setting(self, name: str) -> str | None:
        """A setting of the record, or None."""
        query = select(SETTINGS.c.value).where(SETTINGS.c.name == name)
        with told_plainly(self.path):
            value: str | None = self._db.execute(query).scalar_one_or_none()
        return value

    def search(self, query: str, limit: int) -> Iterator[tuple[Article, int, int]]:
        """Yield (article, start, end) of the best hits first: the first match in each text.

        `query` is plain words, all of which must occur; "in quotes" they must stand together.
        """
        words = _match_expression(query)
        if not words:
            return
        found = text(
            "SELECT a.id, highlight(search, 1, :a, :b) AS marked FROM search"
            " JOIN articles a ON a.number = search.rowid WHERE search MATCH :q"
            " ORDER BY bm25(search), a.path, a.id LIMIT :n"
        )
        values = {"a": HIT_START, "b": HIT_END, "q": words, "n": limit}
        with told_plainly(self.path):
            hits = self._db.execute(found, values).all()
        for article_id, marked in hits:
            start = max(marked.find(HIT_START), 0)
            end = max(marked.find(HIT_END) - 1, start)
            article = self.get(Article, article_id)
            if article is not None:
                yield article, start, end

    def check_integrity(self) -> tuple[str, ...]:
        """What the database itself finds wrong with the file; empty if nothing."""
        with told_plainly(self.path):
            faults = [row[0] for row in self._db.execute(text("PRAGMA integrity_check"))]
            orphans = [
                f"{table} row {row} points at a missing {parent}"
                for table, row, parent, _ in self._db.execute(text("PRAGMA foreign_key_check"))
            ]
        return tuple(fault for fault in (*faults, *orphans) if fault != "ok")

    def _rows(self, kind: type, where: Mapping[str, str | None]) -> Iterator[tuple[Any, ...]]:
        return self._asked(_query(kind, tuple(where)), tuple(where.values()))

    def _asked(self, query: str, values: tuple[str | None, ...]) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of `_query`, as the driver gives them: there are many."""
        found = self._db.exec_driver_sql(query, values)
        with closing(found):
            cursor: Any = found.cursor
            yield from cursor

    def _made(self, kind: type[T], row: tuple[Any, ...]) -> T | RecordCorrupt:
        number, *values = row
        try:
            if kind is Article:
                original, raw = values[-2:]
                del values[-2:]
                at, coded = _places_in_article()
                values.insert(at, _raw(original, raw, values[coded]))
            made: T = row_reader(cast(Any, kind))(values)
            return made
        # An encoding that nobody knows is a LookupError, JSON without end a RecursionError.
        except (ValueError, TypeError, LookupError, RecursionError, zlib.error) as error:
            table = KIND_OF[kind].table
            return RecordCorrupt(
                f"{self.path}: row {number} of {table} is damaged"
                f" ({str(error)[:MOST_CAUSE]}); `onrecord verify --repair {self.path}` mends what"
                " can be mended"
            )


@cache
def _query(kind: type, where: tuple[str, ...], *, whole: bool = True) -> str:
    """The question for all records of a type in stable order, where these columns are so.

    Its rows are a number, the columns in order, and of an article what its raw text is made of.
    """
    about = KIND_OF[kind]
    names = [column.name for column in columns_of(kind) if column.name not in HIDDEN]
    asked = ", ".join(f't."{name}"' for name in ("number", *names))
    source = f'"{about.table}" t'
    if kind is Article and not whole:
        asked = asked.replace('t."segments"', "'[]'") + ", NULL, NULL"
    elif kind is Article:
        asked += ", o.original, o.raw"
        source += ' JOIN "originals" o ON o.article = t.id'
    fits = " AND ".join(f't."{name}" IS ?' for name in where)
    order = ", ".join(f't."{name}"' for name in about.order or about.key)
    return f"SELECT {asked} FROM {source}{' WHERE ' * bool(fits)}{fits} ORDER BY {order}"  # noqa: S608  our names


@cache
def _places_in_article() -> tuple[int, int]:
    """Where an article's raw text stands among its columns, and where its encoding before that."""
    names = [column.name for column in columns_of(Article)]
    return names.index("raw"), [n for n in names if n not in HIDDEN].index("encoding")


def _raw(original: bytes | None, raw: bytes | None, encoding: str) -> str:
    if original is None:  # it was not asked for
        return ""
    if raw is not None:
        return unpacked(raw).decode("utf-8", "surrogatepass")
    return unpacked(original).decode(encoding)


def _match_expression(query: str) -> str:
    """The words as FTS5 strings, so that no sign in them is taken for an operator."""
    parts = query.split('"')
    phrases = parts[1::2]
    words = [word for part in parts[0::2] for word in part.split()]
    return " ".join(f'"{word}"' for word in (*phrases, *words) if word.strip())
