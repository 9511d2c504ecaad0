"""Opening a record file: pragmas, version, and what the database says in words of ours.

A failed write loses nothing that was acknowledged: everything is written in transactions, and a
person's decision with `synchronous=FULL`.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import NullPool

from onrecord.errors import (
    RecordCorrupt,
    RecordError,
    RecordMissing,
    RecordTooNew,
    RecordUnwritable,
)
from onrecord.store.migrations import APPLICATION_ID, VERSION, migrate

BUSY_MS = 5_000
MOST_CAUSE = 160  # characters of a database's message: more would spill what is in the file
UNWRITABLE = ("full", "readonly", "read-only", "locked", "unable to open", "disk i/o")


@contextmanager
def told_plainly(path: Path) -> Iterator[None]:
    """Turn what the database raises into an error of ours that names file and remedy."""
    try:
        yield
    except (DatabaseError, sqlite3.DatabaseError) as error:
        cause = str(error.orig if isinstance(error, DatabaseError) else error)[:MOST_CAUSE]
        words = cause.lower()
        if "locked" in words:
            raise RecordUnwritable(
                f"{path}: another process is writing to this record; wait for it and try again"
            ) from error
        if any(word in words for word in UNWRITABLE):
            raise RecordUnwritable(
                f"{path}: cannot be written ({cause}); free some space, see who may write there, or"
                " choose another place with -o; what was read so far is kept"
            ) from error
        raise RecordCorrupt(
            f"{path}: not a record, or damaged ({cause}); restore a copy of it, or read the sources"
            " into a new record"
        ) from error


def open_for_reading(path: Path) -> Engine:
    """An engine on an existing record that never writes to it.

    Raises RecordMissing, RecordTooNew, RecordCorrupt.
    """
    if not path.is_file():
        raise RecordMissing(
            f"{path}: no record here; make one with `onrecord read FOLDER -o {path}`"
        )
    with told_plainly(path), closing(_connect(path, "ro")) as db:
        version = _checked_version(path, db)
        if version == 0:
            raise RecordMissing(
                f"{path}: nothing was read into it yet; run `onrecord read FOLDER -o {path}`"
            )
        if version < VERSION:
            raise RecordError(
                f"{path}: written by an earlier onrecord; `onrecord read` brings it up to date"
            )
    return _engine(path, "ro")


def open_for_writing(path: Path) -> Engine:
    """An engine on a record, made if there is none and brought to today's version.

    Raises RecordTooNew, RecordCorrupt, RecordUnwritable.
    """
    if not path.parent.is_dir():
        raise RecordUnwritable(f"{path}: there is no folder {path.parent}; make it first")
    if path.is_dir():
        raise RecordUnwritable(f"{path}: this is a folder; name a file for the record")
    with told_plainly(path), closing(_connect(path, "rwc")) as db:
        version = _checked_version(path, db)
        db.execute("PRAGMA journal_mode=WAL")
    engine = _engine(path, "rwc")
    if version < VERSION:
        with told_plainly(path), engine.begin() as connection:
            migrate(connection)
    return engine


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    # `as_uri` quotes what means something in a URI: "?", "#", "%".
    uri = f"{path.resolve().as_uri()}?mode={_open_mode(path) if mode == 'ro' else mode}"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None)
    try:
        for pragma in (f"busy_timeout={BUSY_MS}", "foreign_keys=ON", "synchronous=NORMAL"):
            connection.execute(f"PRAGMA {pragma}")
        if mode == "ro":
            connection.execute("PRAGMA query_only=ON")
    except sqlite3.Error:
        connection.close()  # no database at all: the first word to it fails
        raise
    return connection


def _open_mode(path: Path) -> str:
    """How the database opens a file that we only read.

    A reader that may write takes the write-ahead log away when it leaves, so that a record at rest
    is one file; where nobody may write, a record without a log cannot change under us.
    """
    if os.access(path, os.W_OK) and os.access(path.parent, os.W_OK):
        return "rw"
    return "ro" if Path(f"{path}-wal").exists() else "ro&immutable=1"


def _checked_version(path: Path, db: sqlite3.Connection) -> int:
    """The version of the file. Raises RecordCorrupt if it is no record, RecordTooNew."""
    application = db.execute("PRAGMA application_id").fetchone()[0]
    version = int(db.execute("PRAGMA user_version").fetchone()[0])
    empty = db.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0] == 0
    if application != APPLICATION_ID and not empty:
        raise RecordCorrupt(f"{path}: a database, but not a record of onrecord")
    if version > VERSION:
        raise RecordTooNew(
            f"{path}: written by a later onrecord (format {version}, this one knows {VERSION});"
            " update onrecord to open it"
        )
    return version


def _engine(path: Path, mode: str) -> Engine:
    engine = create_engine("sqlite://", creator=lambda: _connect(path, mode), poolclass=NullPool)
    event.listen(engine, "begin", _begin_reading if mode == "ro" else _begin_writing)
    return engine


def _begin_writing(db: Connection) -> None:
    db.exec_driver_sql("BEGIN IMMEDIATE")  # two writers meet here and not at commit


def _begin_reading(db: Connection) -> None:
    db.exec_driver_sql("BEGIN")
