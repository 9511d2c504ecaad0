"""`articles.csv` beside plain files: outlet, address, date and title of each."""

from __future__ import annotations

import csv
import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from unicodedata import normalize

from onrecord.errors import ArticleUnreadable, SourceUnreadable
from onrecord.records import Metadata
from onrecord.sources.options import SourceOptions
from onrecord.sources.rows import lower_keys, metadata_of_row
from onrecord.sources.tables import csv_rows
from onrecord.sources.unread_dates import UnreadDates

NAME = "articles.csv"
FILE_COLUMNS = ("file", "path", "filename", "file_name")
DATES_NAMED = 20  # of those that cannot be read; more were made by a program, in one way


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a manifest says of the files of its folder and below: by path from the root."""

    metadata: Mapping[str, Metadata] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)
    outside: tuple[tuple[int, str], ...] = ()
    dates: UnreadDates = field(default_factory=UnreadDates)
    found: bool = False

    def of(self, where: str) -> Metadata | None:
        """What is said of the file at this path from the root; None if it is not listed."""
        return self.metadata.get(_composed(where))

    def faults(self, root: Path, where: str) -> Iterator[ArticleUnreadable]:
        """Yield each row whose file is not there, and the dates that cannot be read."""
        for path, line in self.lines.items():
            if not any(_is_there(root / normalize(form, path)) for form in ("NFC", "NFD")):
                yield _bad_row(where, line, "listed file missing", path)
        for line, path in self.outside:
            yield _bad_row(where, line, "listed file outside the folder", path)
        yield from self.dates.told(where)


def is_manifest(path: Path) -> bool:
    """Whether a file named as one is one: a table with a column of files."""
    if not path.is_file():
        return False
    with path.open("rb") as stream, csv_rows(stream) as rows:
        names = {name.strip().lower() for name in rows.fieldnames or () if name}
    return not names.isdisjoint(FILE_COLUMNS)


def _composed(path: str) -> str:
    """A path with its accents as one character: macOS hands names out with two, tables have one."""
    return normalize("NFC", path)


def _is_there(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # a name too long for the system, or with a NUL in it
        return False


def read_manifest(path: Path, folder: str, options: SourceOptions) -> Manifest:
    """The manifest in this file; `folder` is where it stands, from the root ("" is the root).

    Raises SourceUnreadable if two rows name the same file, or it is no table.
    """
    try:
        return _read(path, folder, options)
    except csv.Error as error:
        raise SourceUnreadable(f"{path}: broken CSV ({error}); mend the line") from error


def _read(path: Path, folder: str, options: SourceOptions) -> Manifest:
    metadata: dict[str, Metadata] = {}
    lines: dict[str, int] = {}
    outside: list[tuple[int, str]] = []
    dates = UnreadDates("line", named=DATES_NAMED)
    with path.open("rb") as stream, csv_rows(stream) as rows:
        for number, mixed_case in enumerate(rows, start=2):
            row = lower_keys(mixed_case)
            listed = next((str(row[c]).strip() for c in FILE_COLUMNS if row.get(c)), "")
            if not listed:
                raise SourceUnreadable(
                    f"{path}, line {number}: no file is named; fill in the column or remove the row"
                )
            target = _composed(
                posixpath.normpath(posixpath.join(folder, listed.replace("\\", "/")))
            )
            if target.startswith(("../", "/")):
                outside.append((number, listed))
            elif target in metadata:
                raise SourceUnreadable(
                    f"{path}, line {number}: {listed} stands in line {lines[target]} as well; "
                    "remove one of the two"
                )
            else:
                metadata[target] = metadata_of_row(row, options)
                lines[target] = number
                dates.note(metadata[target].published, number)
    return Manifest(metadata=metadata, lines=lines, outside=tuple(outside), dates=dates, found=True)


def _bad_row(where: str, line: int, reason: str, listed: str) -> ArticleUnreadable:
    return ArticleUnreadable(
        f"{where}, line {line}", reason, listed, "correct the name in the manifest"
    )
