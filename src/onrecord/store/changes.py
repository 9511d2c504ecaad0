"""Which rows of a table have to change so that it holds these records: mostly few of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection

from onrecord.store.rows import columns_of, row_writer
from onrecord.store.schema import KIND_OF


def rows_to_change(
    db: Connection, kind: type, records: Iterable[Any]
) -> tuple[list[int], list[Any]]:
    """(numbers of the rows to take off, records to add).

    Rows that stand together (those of an article, those of one key) change together, so that they
    keep their order.
    """
    about = KIND_OF[kind]
    write = row_writer(kind)
    names = [column.name for column in columns_of(kind)]
    together = itemgetter(
        *(names.index(n) for n in ((about.article,) if about.article else about.key))
    )
    there: dict[Any, int] = {}
    for _, *row in _rows(db, about.table, names):
        group = together(row)
        there[group] = hash((there.get(group), *row))
    wanted: dict[Any, int] = {}
    groups = []
    for record in records:
        row = write(record)
        group = together(row)
        wanted[group] = hash((wanted.get(group), *row))
        groups.append((group, record))
    changed = {g for g in there.keys() | wanted.keys() if there.get(g) != wanted.get(g)}
    numbers: list[int] = []
    if not changed.isdisjoint(there):
        rows = _rows(db, about.table, names)
        numbers = [number for number, *row in rows if together(row) in changed]
    return numbers, [record for group, record in groups if group in changed]


def _rows(db: Connection, table: str, names: list[str]) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of a table with their numbers, in order; by the driver itself: there are many.

    One hash stands for all rows of a group, for they would fill memory.
    """
    quoted = ", ".join(f'"{name}"' for name in names)
    cursor: Any = db.connection.cursor()
    cursor.execute(f'SELECT number, {quoted} FROM "{table}" ORDER BY number')  # noqa: S608  our names
    yield from cursor
    cursor.close()
