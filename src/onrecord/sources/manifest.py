"""`articles.csv` beside plain files: outlet, address, date and title of each."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from onrecord.errors import ArticleUnreadable, SourceUnreadable
from onrecord.records import Metadata
from onrecord.sources.options import SourceOptions
from onrecord.sources.rows import lower_keys, metadata_of_row
from onrecord.sources.tables import csv_rows

NAME = "articles.csv"
FILE_COLUMNS = ("file", "path", "filename", "file_name")


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a manifest says of the files of its folder and below: by path from the root."""

    metadata: Mapping[str, Metadata] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)
    outside: tuple[tuple[int, str], ...] = ()

    def missing(self, root: Path, where: str) -> Iterator[ArticleUnreadable]:
        """Yield each row whose file is not there."""
        for path, line in self.lines.items():
            if not (root / path).is_file():
                yield _bad_row(where, line, "listed file missing", path)
        for line, path in self.outside:
            yield _bad_row(where, line, "listed file outside the folder", path)


def is_manifest(path: Path) -> bool:
    """Whether a CSV file lists files: by its name and a file column."""
    if path.name.lower() != NAME:
        return False
    with path.open("rb") as stream, csv_rows(stream) as rows:
        names = {name.strip().lower() for name in rows.fieldnames or () if name}
    return not names.isdisjoint(FILE_COLUMNS)


def read_manifest(path: Path, folder: str, options: SourceOptions) -> Manifest:
    """The manifest in this file; `folder` is where it stands, from the root ("" is the root).

    Raises SourceUnreadable if two rows name the same file.
    """
    metadata: dict[str, Metadata] = {}
    lines: dict[str, int] = {}
    outside: list[tuple[int, str]] = []
    with path.open("rb") as stream, csv_rows(stream) as rows:
        for number, mixed_case in enumerate(rows, start=2):
            row = lower_keys(mixed_case)
            listed = next((str(row[c]).strip() for c in FILE_COLUMNS if row.get(c)), "")
            if not listed:
                raise SourceUnreadable(
                    f"{path}, line {number}: no file is named; fill in the column or remove the row"
                )
            target = posixpath.normpath(posixpath.join(folder, listed.replace("\\", "/")))
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
    return Manifest(metadata=metadata, lines=lines, outside=tuple(outside))


def _bad_row(where: str, line: int, reason: str, listed: str) -> ArticleUnreadable:
    return ArticleUnreadable(
        f"{where}, line {line}", reason, listed, "correct the name in the manifest"
    )
