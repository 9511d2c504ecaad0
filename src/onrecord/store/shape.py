"""Whether a file has the tables of a record: what it says of itself, compared with the schema."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import cache

from onrecord.store.migrations import FULL_TEXT, schema_statements
from onrecord.store.schema import METADATA

SEARCH = "search"
Column = tuple[str, str, int, int]  # name, type, not null, place in the key


def shape_faults(db: sqlite3.Connection) -> tuple[str, ...]:
    """What is not as in a record of today's version; empty if all is.

    Tables of other names are no fault, views and triggers are: a view in place of a table, or a
    trigger, would act where we only read or write a row.
    """
    return tuple(_faults(db))


def _faults(db: sqlite3.Connection) -> Iterator[str]:
    there: dict[str, tuple[str, str]] = {}
    for kind, name, sql in db.execute("SELECT type, name, sql FROM sqlite_schema"):
        if kind in {"view", "trigger"} and (name not in _acting() or _acting()[name] != sql):
            yield f"a {kind} {str(name)[:60]!r} that a record does not have"
        if kind in {"table", "trigger"}:
            there[str(name)] = (kind, str(sql))
    for name, sql in _acting().items():
        if name not in there:
            yield f"the {'table' if name == SEARCH else 'trigger'} {name} is missing"
        elif there[name][1] != sql:
            yield f"{name} is not what it is in a record"
    for name, sql in _tables().items():
        kind, own = there.get(name, ("", ""))
        if kind != "table":
            yield f"the table {name} is missing"
        # A table to which a migration added a column has other words for the same columns.
        elif own.strip() != sql and _columns(db, name) != _expected()[name]:
            yield f"the table {name} does not have its columns"


@cache
def _acting() -> dict[str, str]:
    """The full-text index and the triggers that keep it, by name."""
    return {sql.split()[3 if "VIRTUAL" in sql else 2]: sql for sql in FULL_TEXT}


@cache
def _tables() -> dict[str, str]:
    """What SQLite keeps as the words that made each table, by name."""
    made = (sql.strip() for sql in schema_statements())
    return {sql.split()[2]: sql for sql in made if sql.startswith("CREATE TABLE ")}


@cache
def _expected() -> dict[str, frozenset[Column]]:
    with closing(sqlite3.connect(":memory:")) as db:
        for sql in schema_statements():
            db.execute(sql)
        return {name: _columns(db, name) for name in METADATA.tables}


def _columns(db: sqlite3.Connection, table: str) -> frozenset[Column]:
    """The columns of a table; one that is computed or hidden counts as none."""
    strict = db.execute("SELECT strict FROM pragma_table_list(?)", [table]).fetchone()
    asked = 'SELECT name, type, "notnull", pk, hidden FROM pragma_table_xinfo(?)'
    rows = db.execute(asked, [table])
    found = {(name, kind, null, key) for name, kind, null, key, hidden in rows if not hidden}
    return frozenset(found) if strict and strict[0] else frozenset()
