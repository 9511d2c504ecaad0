"""From a path to its pages: which reader takes which file."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import IO, cast

from onrecord.errors import ArticleUnreadable, SourceUnreadable
from onrecord.records import Metadata, Page
from onrecord.sources.compressed import open_bytes
from onrecord.sources.files import (
    MARKDOWN,
    MOST_BYTES,
    PAGES,
    PLAIN,
    page_of_bytes,
    read_file,
)
from onrecord.sources.folders import no_permission, walk
from onrecord.sources.jsonlines import is_json_object, read_json_lines
from onrecord.sources.manifest import Manifest, is_manifest, read_manifest
from onrecord.sources.options import SourceOptions
from onrecord.sources.tables import read_csv, read_parquet

Found = Iterator[Page | ArticleUnreadable]
JSON_LINES = (".jsonl", ".ndjson")
CSV = (".csv", ".tsv")
PARQUET = (".parquet", ".pq")
KNOWN = "text, Markdown, HTML, JSON lines, CSV, Parquet"
DEFAULTS = SourceOptions()


def find_pages(root: Path | str, options: SourceOptions = DEFAULTS) -> Found:
    """Yield every page under a file or folder in the order of their paths, or why it is none.

    "-" is standard input. Raises SourceUnreadable if the path is missing, a manifest is bad, or
    the table that was named has no text column; such a table inside a folder is only reported.
    """
    if str(root) == "-":
        found = _standard_input(options)
    else:
        root = Path(root)
        if root.is_dir():
            found = _folder(root, options)
        elif root.exists():
            found = _guarded(_file(root, root.name, Metadata(), options), root.name)
        else:
            raise SourceUnreadable(f"{root}: there is no such file or folder; check the path")
    return _first(found, options.limit)


def _first(found: Found, limit: int | None) -> Found:
    """Everything, or all up to the page with this number."""
    pages = 0
    for page in found:
        if limit is not None and pages >= limit:
            return
        yield page
        pages += isinstance(page, Page)


def _folder(root: Path, options: SourceOptions) -> Found:
    manifests: dict[str, Manifest] = {}
    for place in walk(root):
        if isinstance(place, ArticleUnreadable):
            yield place
            continue
        where, path = place
        folder = where.rpartition("/")[0]
        yield from _enter(root, folder, manifests, options)
        if is_manifest(path):
            yield from manifests[folder].missing(root, where)
        else:
            metadata = _listed(where, manifests)
            yield from _guarded(_inside(_file(path, where, metadata, options), where), where)


def _enter(
    root: Path, folder: str, manifests: dict[str, Manifest], options: SourceOptions
) -> Found:
    """Read the manifest of a folder when its first file comes, and of the folders above."""
    parts = folder.split("/") if folder else []
    for above in ["/".join(parts[:depth]) for depth in range(len(parts) + 1)]:
        if above in manifests:
            continue
        path = root / above / "articles.csv"
        try:
            listed = path.is_file() and is_manifest(path)
            manifests[above] = read_manifest(path, above, options) if listed else Manifest()
        except OSError as error:
            manifests[above] = Manifest()
            yield no_permission(f"{above}/articles.csv".lstrip("/"), error)


def _listed(where: str, manifests: dict[str, Manifest]) -> Metadata:
    """What the nearest manifest says of a file."""
    folder = where
    while folder:
        folder = folder.rpartition("/")[0]
        manifest = manifests.get(folder)
        if manifest and where in manifest.metadata:
            return manifest.metadata[where]
    return Metadata()


def _file(path: Path, where: str, metadata: Metadata, options: SourceOptions) -> Found:
    """Yield the pages of one file by what its name says it is."""
    name = path.name.lower().removesuffix(".gz")
    packed = path.name.lower().endswith(".gz")
    if name.endswith(JSON_LINES):
        with open_bytes(path, where) as stream:
            yield from read_json_lines(stream, where, options)
    elif name.endswith(CSV):
        with open_bytes(path, where) as stream:
            yield from read_csv(stream, where, options)
    elif name.endswith(PARQUET) and not packed:
        yield from read_parquet(path, where, options)
    elif name.endswith(PLAIN + MARKDOWN + PAGES) and not packed and path.is_file():
        yield read_file(path, where, metadata)
    else:
        raise ArticleUnreadable(
            where, "unknown kind of file", path.suffix or "no suffix", f"save it as {KNOWN}"
        )


def _guarded(found: Found, where: str) -> Found:
    """The pages of one file; what stops it is yielded, so that the next file is read."""
    try:
        yield from found
    except ArticleUnreadable as unreadable:
        yield unreadable
    except OSError as error:
        yield no_permission(where, error)


def _inside(found: Found, where: str) -> Found:
    """As above for a table inside a folder, which was not named and stops nothing."""
    try:
        yield from found
    except SourceUnreadable as error:
        detail = str(error).removeprefix(f"{where}: ")
        yield ArticleUnreadable(where, "unusable table", detail)


def _standard_input(options: SourceOptions) -> Found:
    """Yield the one text of standard input, or its JSON lines if its first line is an object."""
    stream: IO[bytes] = sys.stdin.buffer
    first = b""
    while line := stream.readline(MOST_BYTES + 1):
        first += line
        if line.strip() or len(first) > MOST_BYTES:
            break
    if is_json_object(first.strip()):
        rest = io.BufferedReader(cast(io.RawIOBase, _Rejoined(first, stream)))
        yield from _guarded(read_json_lines(rest, "stdin", options), "stdin")
        return
    data = first + stream.read(MOST_BYTES + 1 - len(first))
    if len(data) > MOST_BYTES:
        yield ArticleUnreadable(
            "stdin", "file too large", f"more than {MOST_BYTES:,} bytes", "give it as JSON lines"
        )
        return
    yield from _guarded(chain.from_iterable([_one(data)]), "stdin")


def _one(data: bytes) -> Found:
    yield page_of_bytes(data, "stdin")


class _Rejoined(io.RawIOBase):
    """A stream with the bytes put back that were read from it."""

    def __init__(self, first: bytes, rest: IO[bytes]) -> None:
        self._first = io.BytesIO(first)
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(cast(bytearray, buffer))
        data = self._first.read(len(view)) or self._rest.read(len(view))
        view[: len(data)] = data
        return len(data)
