"""Opening a record file: pragmas, version, shape, and what the database says in words of ours.

A failed write loses nothing that was acknowledged: everything is written in transactions, and a
transaction is on the disk before its commit returns. A file may come from anybody: what it says of
itself is compared with what a record is, and nothing in it is run.
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
from onrecord.store.holders import say_holder
from onrecord.store.migrations import APPLICATION_ID, VERSION, migrate
from onrecord.store.shape import shape_faults

BUSY_MS = 5_000
MOST_CAUSE = 160  # characters of a database's message: more would spill what is in the file
# The largest file that is read is 50 MB (`sources.files`); its text or its offset map, as JSON, may
# be some times as much. What is larger was not written by us.
MOST_VALUE = 500_000_000
PRAGMAS = (
    "foreign_keys=ON",
    # A commit returns when it is on the disk; EXTRA: the folder too, where a record is begun. On a
    # Mac the disk is asked to mean it.
    "synchronous=EXTRA",
    "fullfsync=ON",
    "checkpoint_fullfsync=ON",
    "cell_size_check=ON",  # the file may be damaged, or hostile: pages are checked when read
)
ALONE = "ro&immutable=1"  # the database takes no locks and looks for no log
KEPT = "what was read and decided so far is kept"


@contextmanager
def told_plainly(path: Path) -> Iterator[None]:
    """Turn what the database raises into an error of ours that names file and remedy."""
    try:
        yield
    # The database quotes the file in its messages, and a damaged file is not UTF-8.
    except (DatabaseError, sqlite3.DatabaseError, UnicodeDecodeError) as error:
        raise _told(path, error) from error


def _told(path: Path, error: Exception) -> RecordError:
    """The error of ours for one of the database, by its primary code."""
    found = error.orig if isinstance(error, DatabaseError) else error
    cause = str(found)[:MOST_CAUSE]
    code = getattr(found, "sqlite_errorcode", 0) & 0xFF
    if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return RecordUnwritable(
            f"{path}: another process{say_holder(path)} is writing to this record; wait for it and"
            " try again"
        )
    if code == sqlite3.SQLITE_FULL:
        return RecordUnwritable(
            f"{path}: cannot be written: the disk is full; free some space and run the same command"
            f" again, or choose another place with -o; {KEPT}"
        )
    if code in {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_CANTOPEN}:
        return RecordUnwritable(
            f"{path}: cannot be written ({cause}); see who may write to this file and to its folder"
            f" and whether there is space, or choose another place with -o; {KEPT}"
        )
    if code == sqlite3.SQLITE_IOERR:
        return RecordUnwritable(
            f"{path}: the disk fails ({cause}); see whether it is full, over a quota or"
            f" unplugged, then run the same command again; {KEPT}"
        )
    return RecordCorrupt(
        f"{path}: not a record, or damaged ({cause}); `onrecord verify --repair {path}` mends what"
        " can be mended, or restore a copy"
    )


def open_for_reading(path: Path) -> Engine:
    """An engine on an existing record that never writes to it.

    Raises RecordMissing, RecordTooNew, RecordCorrupt, RecordUnwritable.
    """
    if not path.is_file():
        raise RecordMissing(
            f"{path}: no record here; make one with `onrecord read FOLDER -o {path}`"
        )
    with told_plainly(path), closing(_connect_reading(path)) as db:
        version = _checked_version(path, db)
        if version == 0:
            raise RecordMissing(
                f"{path}: nothing was read into it yet; run `onrecord read FOLDER -o {path}`"
            )
        if version < VERSION:
            raise RecordError(
                f"{path}: written by an earlier onrecord; `onrecord read` brings it up to date, and"
                f" so does `onrecord verify --repair {path}` where there is nothing to read"
            )
        _check_shape(path, shape_faults(db))
    return _engine(path, reading=True)


def is_older(path: Path) -> bool:
    """Whether this is a record of an earlier version, which is to be brought up to date.

    Raises RecordMissing, RecordTooNew, RecordUnwritable; a damaged file is not told here.
    """
    if not path.is_file():
        raise RecordMissing(f"{path}: no record here; see whether this is its name")
    try:
        with told_plainly(path), closing(_connect_reading(path)) as db:
            return 0 < _checked_version(path, db) < VERSION
    except RecordCorrupt:
        return False


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
        if version == VERSION:
            _check_shape(path, shape_faults(db))
        db.execute("PRAGMA journal_mode=WAL")
    engine = _engine(path, reading=False)
    if version < VERSION:
        with told_plainly(path), engine.begin() as connection:
            migrate(connection)
            driver = connection.connection.driver_connection
            assert isinstance(driver, sqlite3.Connection)  # noqa: S101  # as `_engine` makes them
            _check_shape(path, shape_faults(driver))
    return engine


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    # `as_uri` quotes what means something in a URI: "?", "#", "%".
    uri = f"{path.resolve().as_uri()}?mode={mode}"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None)
    try:
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MOST_VALUE)
        for pragma in (f"busy_timeout={BUSY_MS}", *PRAGMAS):
            connection.execute(f"PRAGMA {pragma}")
    except BaseException:
        connection.close()  # no database at all: the first word to it fails
        raise
    return connection


def _connect_reading(path: Path) -> sqlite3.Connection:
    try:
        return _reading(path, open_mode(path))
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_CANTOPEN and has_log(path):
            raise RecordUnwritable(
                f"{path}: {path.name}-wal beside it holds what is not yet in the file, and it"
                " cannot be read here; copy both to a folder where you may write, and open the copy"
            ) from error
        raise


def _reading(path: Path, mode: str) -> sqlite3.Connection:
    connection = _connect(path, mode)
    try:
        connection.execute("PRAGMA query_only=ON")
        # Nothing that the file defines may call a function. A writer needs it ON: the full-text
        # index is a virtual table, and our own triggers on it count as such a call.
        connection.execute("PRAGMA trusted_schema=OFF")
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def open_mode(path: Path) -> str:
    """How the database opens a file that we only read.

    A reader that may write takes the write-ahead log away when it leaves, so that a record at rest
    is one file. One that may not reads beside a writer if there is one; otherwise it reads the
    file as it is, and puts nothing beside it.
    """
    if os.access(path, os.W_OK) and os.access(path.parent, os.W_OK):
        return "rw"
    written = has_log(path) or Path(f"{path}-shm").exists()
    return "ro" if written else ALONE


def stamp(path: Path) -> tuple[int, int, int]:
    """What changes when a file is written to or replaced."""
    found = path.stat()
    return found.st_mtime_ns, found.st_size, found.st_ino


def has_log(path: Path) -> bool:
    """Whether a write-ahead log with something in it lies beside the file."""
    log = Path(f"{path}-wal")
    return log.is_file() and log.stat().st_size > 0


def _checked_version(path: Path, db: sqlite3.Connection) -> int:
    """The version of the file. Raises RecordCorrupt if it is no record, RecordTooNew."""
    application = db.execute("PRAGMA application_id").fetchone()[0]
    version = int(db.execute("PRAGMA user_version").fetchone()[0])
    empty = db.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0] == 0
    if application != APPLICATION_ID and not empty:
        raise RecordCorrupt(
            f"{path}: a database, but not a record of onrecord; name a record, or another file"
            " with -o"
        )
    if version > VERSION:
        raise RecordTooNew(
            f"{path}: written by a later onrecord (format {version}, this one knows {VERSION});"
            " update onrecord to open it"
        )
    return version


def _check_shape(path: Path, faults: tuple[str, ...]) -> None:
    """Pass in silence if there are no faults. Raises RecordCorrupt naming the first."""
    if faults:
        raise RecordCorrupt(
            f"{path}: its tables are not those of a record ({faults[0]}); was it changed with"
            f" another program? `onrecord verify --repair {path}` takes out what is sound"
        )


def _engine(path: Path, *, reading: bool) -> Engine:
    def connect() -> sqlite3.Connection:
        return _connect_reading(path) if reading else _connect(path, "rwc")

    engine = create_engine("sqlite://", creator=connect, poolclass=NullPool)
    event.listen(engine, "begin", _begin_reading if reading else _begin_writing)
    return engine


def _begin_writing(db: Connection) -> None:
    db.exec_driver_sql("BEGIN IMMEDIATE")  # two writers meet here and not at commit


def _begin_reading(db: Connection) -> None:
    db.exec_driver_sql("BEGIN")
