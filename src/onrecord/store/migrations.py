"""Named steps from one version of the record file to the next, each in one transaction.

The version of a file (`PRAGMA user_version`) is the number of migrations that it has seen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sqlalchemy import Connection, text
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from onrecord.store.schema import METADATA

APPLICATION_ID = 0x4F4E5243  # "ONRC", so that `file` and we can tell a record from any database

FULL_TEXT = (
    "CREATE VIRTUAL TABLE search USING fts5(title, text, content='articles',"
    " content_rowid='number', tokenize='unicode61 remove_diacritics 2')",
    "CREATE TRIGGER articles_added AFTER INSERT ON articles BEGIN"
    " INSERT INTO search(rowid, title, text) VALUES (new.number, new.title, new.text); END",
    "CREATE TRIGGER articles_gone AFTER DELETE ON articles BEGIN"
    " INSERT INTO search(search, rowid, title, text)"
    " VALUES ('delete', old.number, old.title, old.text); END",
)


def schema_statements() -> Iterator[str]:
    """Yield the statements that make today's schema, in an order that foreign keys allow."""
    for table in METADATA.sorted_tables:
        yield from statements_of(table.name)
    yield from FULL_TEXT


def statements_of(table: str) -> Iterator[str]:
    """Yield the statements that make one table of today's schema with its indexes."""
    dialect = sqlite.dialect()
    made = METADATA.tables[table]
    yield str(CreateTable(made).compile(dialect=dialect))
    for index in sorted(made.indexes, key=lambda i: str(i.name)):
        yield str(CreateIndex(index).compile(dialect=dialect))


def m001_first_schema(db: Connection) -> None:
    """All tables and the full-text index."""
    for statement in schema_statements():
        db.exec_driver_sql(statement)


def m002_listed_names(db: Connection) -> None:
    """The name that an actor had before a person renamed it; a new file has the column."""
    columns = {row[1] for row in db.exec_driver_sql("PRAGMA table_info(actors)")}
    if "listed" not in columns:
        db.exec_driver_sql("ALTER TABLE actors ADD COLUMN listed TEXT")


def m003_reasons_of_places(db: Connection) -> None:
    """Why a place is this one of its name, and whether an adjective shows it."""
    columns = {row[1] for row in db.exec_driver_sql("PRAGMA table_info(places)")}
    if "form" not in columns:
        db.exec_driver_sql("ALTER TABLE places ADD COLUMN form TEXT NOT NULL DEFAULT 'name'")
        db.exec_driver_sql("ALTER TABLE places ADD COLUMN reason TEXT")


def m004_marks_of_positions(db: Connection) -> None:
    """What reads like a position; the next run, which reads anew, fills the table."""
    names = {row[0] for row in db.exec_driver_sql("SELECT name FROM sqlite_master")}
    if "position_marks" not in names:
        for statement in statements_of("position_marks"):
            db.exec_driver_sql(statement)


def m005_whether_ways_out_are_all(db: Connection) -> None:
    """Whether a deadlock's ways out are all; those of before were cut, the next run finds anew."""
    columns = {row[1] for row in db.exec_driver_sql("PRAGMA table_info(deadlocks)")}
    if "complete" not in columns:
        db.exec_driver_sql("ALTER TABLE deadlocks ADD COLUMN complete INTEGER NOT NULL DEFAULT 0")


def m006_marks_by_clues(db: Connection) -> None:
    """Marks name no party and no form any more; the next run, which reads anew, fills the table."""
    columns = {row[1] for row in db.exec_driver_sql("PRAGMA table_info(position_marks)")}
    if "party_span" in columns:
        db.exec_driver_sql("DROP TABLE position_marks")
        for statement in statements_of("position_marks"):
            db.exec_driver_sql(statement)


def m007_what_need_not_be_done_again(db: Connection) -> None:
    """An onrecord that does not know what is kept would draw conclusions and leave it as it was."""
    db.exec_driver_sql("DROP TABLE IF EXISTS kept")


MIGRATIONS: tuple[Callable[[Connection], None], ...] = (
    m001_first_schema,
    m002_listed_names,
    m003_reasons_of_places,
    m004_marks_of_positions,
    m005_whether_ways_out_are_all,
    m006_marks_by_clues,
    m007_what_need_not_be_done_again,
)
VERSION = len(MIGRATIONS)


def version_of(db: Connection) -> int:
    """The number of migrations that this file has seen; 0 for an empty one."""
    return int(db.execute(text("PRAGMA user_version")).scalar_one())


def migrate(db: Connection) -> None:
    """Bring the file to today's version, inside the transaction that the caller opened."""
    for number, migration in enumerate(MIGRATIONS, start=1):
        if number > version_of(db):
            migration(db)
            db.exec_driver_sql(f"PRAGMA user_version = {number}")
    db.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
