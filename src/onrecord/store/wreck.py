"""A damaged record, opened alone to take out of it what is sound.

Nothing is asked of its indices alone, and nothing of what is no plain table: rows are gone through
by their number, and what cannot be read is passed over and noted.
"""

from __future__ import annotations

import os
import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from onrecord.store.files import MOST_VALUE, told_plainly
from onrecord.store.migrations import APPLICATION_ID, VERSION

BUSY_MS = 5_000
MOST_TRIED = 100_000  # row numbers behind damage that are tried one by one
MAGIC = b"SQLite format 3\0"
MOST_GROWTH = 16  # of a file that was cut: less than a sixteenth of it is nothing to mend
PAGE = 4096  # every record has pages of this size
HEADER = 100
Row = Mapping[str, Any]
UNREADABLE = (sqlite3.DatabaseError, UnicodeDecodeError)  # a message may quote what is damaged


class Wreck:
    """A record file that nobody else can open meanwhile. Use as a context manager.

    Raises RecordUnwritable if somebody has it open, RecordCorrupt if the database cannot be
    opened at all.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.unreadable: dict[str, list[str]] = {}
        with told_plainly(path):
            uri = f"{path.resolve().as_uri()}?mode=rw"
            self.db = sqlite3.connect(uri, uri=True, isolation_level=None)
            try:
                self._prepare()
            except BaseException:
                self.db.close()
                raise

    def _prepare(self) -> None:
        self.db.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MOST_VALUE)
        for pragma in (
            f"busy_timeout={BUSY_MS}",
            "trusted_schema=OFF",
            "cell_size_check=ON",
            "locking_mode=EXCLUSIVE",  # kept until we leave: nobody writes what we would undo
            "synchronous=FULL",
            "fullfsync=ON",
        ):
            self.db.execute(f"PRAGMA {pragma}")
        self.db.execute("BEGIN EXCLUSIVE")
        self.db.execute("COMMIT")
        self.db.row_factory = sqlite3.Row
        # A view, or a table that computes what it says, is none of ours.
        self._tables = {
            str(name)
            for name, sql in self.db.execute(
                "SELECT name, sql FROM sqlite_schema WHERE type = 'table'"
            )
            if not str(sql).upper().startswith("CREATE VIRTUAL")
        }

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        tb: TracebackType | None,
    ) -> None:
        self.db.close()

    def rows(self, table: str, only: str | None = None) -> Iterator[Row]:
        """Yield the rows of a table that can be read, by their number; note the others.

        `only` names the one column that is wanted.
        """
        columns = self._columns(table, only)
        if not columns:
            self._note(table, "the table is missing")
            return
        query = f"SELECT rowid AS row_number, {columns} FROM {table} NOT INDEXED"  # noqa: S608
        last = 0
        while True:
            try:
                for row in self.db.execute(f"{query} WHERE rowid > ? ORDER BY rowid", [last]):
                    last = int(row["row_number"])
                    yield dict(row)
                return
            except UNREADABLE:
                following = self._next(query, last)
                if following is None:
                    self._note(table, f"rows {last + 1} to the end cannot be read")
                    return
                found = int(following["row_number"])
                if found > last + 1:
                    self._note(table, f"rows {last + 1} to {found - 1} cannot be read")
                # Alone, for who asks for more at once may be told of the damage behind it first.
                yield following
                last = found

    def row(self, table: str, number: int) -> Row | None:
        """The row of this number, or None if it cannot be read."""
        with suppress(*UNREADABLE):
            query = f"SELECT {self._columns(table)} FROM {table} NOT INDEXED WHERE rowid = ?"  # noqa: S608
            row = self.db.execute(query, [number]).fetchone()
            return dict(row) if row is not None else None
        return None

    def numbers(self, table: str, column: str) -> dict[str, int]:
        """The number of the row for each value of a column."""
        return {str(row[column]): int(row["row_number"]) for row in self.rows(table, column)}

    def counts(self, table: str) -> Counter[str]:
        """How many rows of a table stand in each article."""
        return Counter(str(row["article"]) for row in self.rows(table, "article"))

    def rows_of(self, table: str, article: str) -> list[Row] | None:
        """The rows of an article in their order, by the index; None if they cannot be read."""
        try:
            query = f"SELECT {self._columns(table)} FROM {table} WHERE article = ? ORDER BY number"  # noqa: S608
            return [dict(row) for row in self.db.execute(query, [article])]
        except UNREADABLE:
            return None

    def _columns(self, table: str, only: str | None = None) -> str:
        """The plain columns of a table, or the one, quoted; "" for a table that has none."""
        if table not in self._tables:
            return ""
        with suppress(*UNREADABLE):
            asked = "SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0"
            names = [str(row[0]).replace('"', '""') for row in self.db.execute(asked, [table])]
            return ", ".join(f'"{name}"' for name in names if only in {None, name})
        return ""

    def _next(self, query: str, last: int) -> Row | None:
        """The first row behind damage that can be read, or None.

        Each number is tried: sound rows may stand between two damaged spots.
        """
        end = self._last(query)
        tried = last + MOST_TRIED if end is None else min(end, last + MOST_TRIED)
        for number in range(last + 1, tried + 1):
            if (found := self._first_from(query, number)) is not None:
                return found
        return self._first_from(query, end) if end is not None and end > tried else None

    def _last(self, query: str) -> int | None:
        """The number of the last row; None where that cannot be read."""
        try:
            row = self.db.execute(f"{query} ORDER BY rowid DESC LIMIT 1").fetchone()
        except UNREADABLE:
            return None
        return int(row["row_number"]) if row is not None else None

    def _first_from(self, query: str, number: int) -> Row | None:
        try:
            asked = f"{query} WHERE rowid >= ? ORDER BY rowid LIMIT 1"
            row = self.db.execute(asked, [number]).fetchone()
        except UNREADABLE:
            return None
        return dict(row) if row is not None else None

    def _note(self, table: str, what: str) -> None:
        notes = self.unreadable.setdefault(table, [])
        if what not in notes:
            notes.append(what)


def with_new_header(path: Path, copy: Path) -> None:
    """Make `copy` the file with its log, its first 100 bytes as a record has them.

    All records have the same but for counters that the database does without
    (https://www.sqlite.org/fileformat2.html#the_database_header). A file that was cut gets its
    length back, with nothing in it: the database opens none whose tables begin behind its end.
    """
    data = bytearray(path.read_bytes())
    pages = len(data) // PAGE
    if data[:16] == MAGIC and pages < (named := int.from_bytes(data[28:32], "big")):
        pages = min(named, MOST_GROWTH * pages)
    version = int.from_bytes(data[60:64], "big")
    data[:HEADER] = bytes(HEADER)
    data[:16] = MAGIC
    data[16:24] = PAGE.to_bytes(2, "big") + bytes([2, 2, 0, 64, 32, 32])
    for at, value in (
        (24, 1),  # how often it was changed; as at 92, so that the number of pages counts
        (28, pages),
        (40, 1),  # the schema's cookie
        (44, 4),  # the schema's format
        (56, 1),  # UTF-8
        (60, version if 1 <= version <= VERSION else VERSION),
        (68, APPLICATION_ID),
        (92, 1),
        (96, 3_040_000),  # the SQLite that wrote it
    ):
        data[at : at + 4] = value.to_bytes(4, "big")
    copy.write_bytes(data)
    os.truncate(copy, max(len(data), pages * PAGE))
    log = Path(f"{path}-wal")
    if log.is_file():
        Path(f"{copy}-wal").write_bytes(log.read_bytes())
