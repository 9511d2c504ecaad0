"""CSV and Parquet to pages, row by row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from onrecord.errors import ArticleUnreadable, SourceUnreadable
from onrecord.records import Page
from onrecord.sources.encodings import MIXED
from onrecord.sources.options import COLUMNS, Role, SourceOptions
from onrecord.sources.paths import RowPaths
from onrecord.sources.rows import has_column, lower_keys, page_of_row, row_id

MOST_FIELD_CHARACTERS = 50_000_000
ROWS_AT_ONCE = 64  # of Parquet in memory
ROLES: tuple[Role, ...] = tuple(COLUMNS)


@contextmanager
def csv_rows(stream: IO[bytes]) -> Iterator[csv.DictReader[str]]:
    """A reader of the rows, with the delimiter that its header line uses most."""
    start = io.BufferedReader.peek(stream, 4) if isinstance(stream, io.BufferedReader) else b""
    wide = start[:2] in (b"\xff\xfe", b"\xfe\xff")
    lines = io.TextIOWrapper(
        stream,
        encoding="utf-16" if wide else "utf-8-sig",
        errors="replace" if wide else MIXED,
        newline="",
    )
    header = lines.readline(1_000_000)
    delimiter = max(",;\t|", key=lambda mark: (header.count(mark), mark == ","))
    csv.field_size_limit(MOST_FIELD_CHARACTERS)
    names = next(csv.reader([header], delimiter=delimiter), [])
    try:
        yield csv.DictReader(lines, fieldnames=names, delimiter=delimiter)
    finally:
        lines.detach()  # whoever opened the stream closes it


def read_csv(
    stream: IO[bytes], where: str, options: SourceOptions
) -> Iterator[Page | ArticleUnreadable]:
    """Yield a page, or why there is none, for each row. Raises SourceUnreadable without a text."""
    with csv_rows(stream) as rows:
        check_columns(list(rows.fieldnames or ()), where, options)
        try:
            yield from _pages(rows, where, options)
        except csv.Error as error:
            line = f"{where}, line {rows.line_num + 1}"
            yield ArticleUnreadable(line, "broken CSV", str(error), "mend the line")


def read_parquet(
    path: Path, where: str, options: SourceOptions
) -> Iterator[Page | ArticleUnreadable]:
    """Yield a page, or why there is none, for each row; a few rows are in memory at once."""
    import pyarrow as pa  # heavy, and few users have Parquet
    import pyarrow.parquet as pq

    try:
        table = pq.ParquetFile(path)
    except (pa.ArrowException, ValueError) as error:
        raise SourceUnreadable(f"{where}: not a Parquet file ({error}); write it again") from error
    names = list(table.schema_arrow.names)
    check_columns(names, where, options)
    wanted = [n for n in names if any(has_column([n], role, options) for role in ROLES)]

    def rows() -> Iterator[Mapping[str, object]]:
        for batch in table.iter_batches(batch_size=ROWS_AT_ONCE, columns=wanted):
            yield from batch.to_pylist()

    with table:
        try:
            yield from _pages(rows(), where, options)
        except (pa.ArrowException, OSError) as error:
            yield ArticleUnreadable(where, "damaged Parquet", str(error), "write the file again")


def check_columns(names: list[str], where: str, options: SourceOptions) -> None:
    """Raise SourceUnreadable unless there is a text column, and every column that was named."""
    lowered = {name.strip().lower() for name in names if name}
    found = ", ".join(name.strip() for name in names if name) or "none"
    for role in ROLES:
        named = getattr(options, role)
        if named and named.lower() not in lowered:
            raise SourceUnreadable(
                f"{where}: no column {named!r}; columns found: {found}; set --{role} to one of them"
            )
    if not has_column(lowered, "text", options):
        raise SourceUnreadable(
            f"{where}: no text column; columns found: {found}; name it with --text COLUMN"
        )


def _pages(
    rows: Iterator[Mapping[str, object]], where: str, options: SourceOptions
) -> Iterator[Page | ArticleUnreadable]:
    paths = RowPaths(where)
    for number, mixed_case in enumerate(rows, start=1):
        row = lower_keys(mixed_case)
        try:
            yield page_of_row(row, paths.path(row_id(row, options), number), options)
        except ArticleUnreadable as unreadable:
            yield unreadable
