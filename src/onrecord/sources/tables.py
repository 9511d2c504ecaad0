"""CSV and Parquet to pages, row by row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from onrecord.errors import ArticleUnreadable, SourceUnreadable
from onrecord.records import Page
from onrecord.sources.compressed import ALWAYS_ALLOWED, MOST_GROWTH
from onrecord.sources.encodings import MIXED
from onrecord.sources.options import COLUMNS, Role, SourceOptions
from onrecord.sources.paths import RowPaths
from onrecord.sources.rows import has_column, lower_keys, page_of_row, row_id
from onrecord.sources.unread_dates import UnreadDates

MOST_FIELD_CHARACTERS = 50_000_000
ROWS_AT_ONCE = 64  # of Parquet in memory
# A row that says anything takes a byte; a run of a thousand million empty ones takes a few.
ALWAYS_ALLOWED_ROWS = 1_000_000
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
    """Yield a page, or why there is none, for each row; then the dates that cannot be read.

    Raises SourceUnreadable without a text.
    """
    dates = UnreadDates("row")
    with csv_rows(stream) as rows:
        check_columns(list(rows.fieldnames or ()), where, options)
        try:
            yield from _pages(rows, where, options, dates)
        except csv.Error as error:
            line = f"{where}, line {rows.line_num + 1}"
            yield ArticleUnreadable(line, "broken CSV", str(error), "mend the line")
        yield from dates.told(where)


def read_parquet(
    path: Path, where: str, options: SourceOptions
) -> Iterator[Page | ArticleUnreadable]:
    """Yield a page, or why there is none, for each row; then the dates that cannot be read.

    A few rows are in memory at once.
    """
    import pyarrow as pa  # heavy, and few users have Parquet
    import pyarrow.parquet as pq

    try:
        table = pq.ParquetFile(path)
    except (pa.ArrowException, ValueError, OSError) as error:
        if isinstance(error, OSError) and error.errno:
            raise  # the system does not let us read it
        raise SourceUnreadable(f"{where}: not a Parquet file ({error}); write it again") from error
    with table:
        names = list(table.schema_arrow.names)
        check_columns(names, where, options)
        wanted = [n for n in names if any(has_column([n], role, options) for role in ROLES)]
        _check_growth(table.metadata, path.stat().st_size, where)
        dates = UnreadDates("row")

        def rows() -> Iterator[Mapping[str, object]]:
            for batch in table.iter_batches(batch_size=ROWS_AT_ONCE, columns=wanted):
                yield from _rows_of(batch)

        try:
            yield from _pages(rows(), where, options, dates)
        except (pa.ArrowException, OSError) as error:
            yield ArticleUnreadable(where, "damaged Parquet", str(error), "write the file again")
        yield from dates.told(where)


def _check_growth(about: Any, size: int, where: str) -> None:
    """Raise SourceUnreadable if a small Parquet file says that it holds very much."""
    groups = (about.row_group(n) for n in range(about.num_row_groups))
    columns = sum(g.column(n).total_uncompressed_size for g in groups for n in range(g.num_columns))
    if columns > max(ALWAYS_ALLOWED, MOST_GROWTH * size) or about.num_rows > max(
        ALWAYS_ALLOWED_ROWS, size
    ):
        raise SourceUnreadable(
            f"{where}: unpacks to {about.num_rows:,} rows of {columns:,} bytes, from {size:,};"
            " write it again without what is empty"
        )


def _rows_of(batch: Any) -> list[dict[str, object]]:
    """The rows of a batch; a cell that Python cannot hold (the year 90,000) is None."""
    try:
        rows: list[dict[str, object]] = batch.to_pylist()
    except (ValueError, OverflowError, KeyError):  # one cell of them is enough
        named = dict(zip(batch.schema.names, batch.columns, strict=True))
        return [{n: _cell(c[at]) for n, c in named.items()} for at in range(batch.num_rows)]
    return rows


def _cell(value: Any) -> object:
    try:
        cell: object = value.as_py()
    except UnicodeDecodeError:
        if hasattr(value, "as_buffer"):
            return value.as_buffer().to_pybytes().decode("utf-8", MIXED)
        return None
    except (ValueError, OverflowError, KeyError):
        return None
    return cell


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
    rows: Iterator[Mapping[str, object]], where: str, options: SourceOptions, dates: UnreadDates
) -> Iterator[Page | ArticleUnreadable]:
    paths = RowPaths(where)
    for number, mixed_case in enumerate(rows, start=1):
        row = lower_keys(mixed_case)
        try:
            page = page_of_row(row, paths.path(row_id(row, options), number), options)
        except ArticleUnreadable as unreadable:
            yield unreadable
        else:
            dates.note(page.metadata.published, number)
            yield page
