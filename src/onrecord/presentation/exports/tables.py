"""The answers as tables for a spreadsheet: CSV files, or one XLSX workbook with a sheet each."""

from __future__ import annotations

import csv
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from onrecord.errors import OnrecordError
from onrecord.presentation import between, questions
from onrecord.presentation.exports.places import make_folder, whole_file
from onrecord.presentation.results import Results
from onrecord.store import View

# A spreadsheet takes a cell that begins so for a formula, some also by the wide forms of the signs:
# article text must never be one. (OWASP, "CSV Injection".)
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # noqa: RUF001, RUF100
MOST_CELL_CHARS = 32_767  # what a cell of a workbook can hold
MOST_SHEET_ROWS = 1_048_575


def tables(view: View) -> Iterator[tuple[str, Results[Any]]]:
    """Yield (name, rows) of every table that an export holds."""
    yield "articles", questions.articles(view)
    yield "statements", questions.statements(view)
    yield "positions", questions.positions(view, rejected=True)
    yield "matrix", questions.matrix(view)
    yield "timeline", questions.timeline(view)
    yield "gaps", between.gaps(view)


def export_csv(view: View, folder: Path) -> tuple[Path, ...]:
    """The CSV files written into `folder`: UTF-8 with a mark that spreadsheets know, commas."""
    make_folder(folder)
    written = []
    for name, rows in tables(view):
        path = folder / f"{name}.csv"
        with whole_file(path) as out:
            out.write("\ufeff")
            writer = csv.writer(out)
            writer.writerow(rows.columns)
            writer.writerows([_plain(v) for v in row.values()] for row in rows.to_dicts())
        written.append(path)
    return tuple(written)


def export_xlsx(view: View, path: Path) -> tuple[Path, ...]:
    """The workbook written. Raises OnrecordError where a sheet cannot hold all rows."""
    import xlsxwriter.exceptions  # heavy

    # Seen beforehand: a workbook that cannot be closed leaves its drafts open.
    if path.is_dir() or not path.parent.is_dir():
        raise OnrecordError(f"{path}: cannot be written there; name a file in a folder with -o")
    if path.is_file() and path.stat().st_size and not _is_workbook(path):
        raise OnrecordError(
            f"{path}: stands there already and is no workbook; remove it, or choose another place"
            " with -o"
        )
    options = {"strings_to_formulas": False, "strings_to_urls": False, "constant_memory": True}
    try:
        with xlsxwriter.Workbook(str(path), options) as book:
            bold = book.add_format({"bold": True})
            for name, rows in tables(view):
                if len(rows) > MOST_SHEET_ROWS:
                    raise OnrecordError(
                        f"{path}: {len(rows)} {name} are more than a sheet holds; export csv"
                    )
                sheet = book.add_worksheet(name)
                sheet.freeze_panes(1, 0)
                sheet.write_row(0, 0, rows.columns, bold)
                for number, row in enumerate(rows.to_dicts(), start=1):
                    for column, value in enumerate(row.values()):
                        _write_cell(sheet, number, column, value)
    except (OSError, xlsxwriter.exceptions.FileCreateError) as error:
        raise OnrecordError(f"{path}: cannot be written ({error}); name a file with -o") from error
    return (path,)


def _is_workbook(path: Path) -> bool:
    with suppress(OSError, zipfile.BadZipFile), zipfile.ZipFile(path) as packed:
        return "xl/workbook.xml" in packed.namelist()
    return False


def _write_cell(sheet: Any, row: int, column: int, value: Any) -> None:
    if isinstance(value, bool):
        sheet.write_boolean(row, column, value)
    elif isinstance(value, (int, float)):
        sheet.write_number(row, column, value)
    elif value not in (None, ""):
        sheet.write_string(row, column, _text(value)[:MOST_CELL_CHARS])


def _plain(value: Any) -> Any:
    """A value that no spreadsheet runs: text that looks like a formula gets an apostrophe.

    So does what begins with apostrophes before such a sign: whoever takes one apostrophe away from
    every cell where they stand before a sign has the text as it was.
    """
    if value is None or isinstance(value, (bool, int, float)):
        return value
    text = _text(value)
    return f"'{text}" if text.lstrip("'").startswith(FORMULA_STARTS) else text


def _text(value: Any) -> str:
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)
