"""From a path to its pages: which reader takes which file."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO, cast

from onrecord.errors import ArticleUnreadable, SourceUnreadable
from onrecord.records import Metadata, Page
from onrecord.sources.compressed import open_bytes
from onrecord.sources.exports import pages_of_bytes, single_articles
from onrecord.sources.files import (
    MARKDOWN,
    MOST_BYTES,
    PAGES,
    PLAIN,
    RICH,
    read_bytes,
)
from onrecord.sources.folders import no_permission, spelt, walk
from onrecord.sources.formats import PDF, WORD, pages_of_file
from onrecord.sources.jsonlines import is_json_object, read_json_lines
from onrecord.sources.mail import is_mail, read_mail, read_mailbox
from onrecord.sources.mailboxes import begins_mailbox
from onrecord.sources.manifest import NAME, Manifest, is_manifest, read_manifest
from onrecord.sources.options import SourceOptions
from onrecord.sources.pdf import read_pdf
from onrecord.sources.tables import read_csv, read_parquet
from onrecord.sources.web import (
    Web,
    is_address,
    not_there,
    pages_at,
    pages_of_feed,
    pages_of_list,
    read_archive,
)
from onrecord.sources.web.lists import GKG
from onrecord.sources.web.pages import BY_ASKING

Found = Iterator[Page | ArticleUnreadable]
JSON_LINES = (".jsonl", ".ndjson")
CSV = (".csv", ".tsv")
PARQUET = (".parquet", ".pq")
FEEDS = (".rss", ".atom", ".xml", ".opml")
ARCHIVES = (".warc",)
MAIL = (".eml",)
MAILBOXES = (".mbox",)
KNOWN = "text, Markdown, HTML, RTF, PDF, .docx, .eml, .mbox, JSON lines, CSV, Parquet"
DEFAULTS = SourceOptions()


def find_pages(
    root: Path | str, options: SourceOptions = DEFAULTS, web: Web | None = None
) -> Found:
    """Yield every page under a file or folder in the order of their paths, or why it is none.

    "-" is standard input. An address, or with `options.urls` each address of a file, is fetched;
    `web` goes on with what a run has fetched before. Raises SourceUnreadable if the path is
    missing, a manifest is bad, or the table that was named has no text column; such a table inside
    a folder is only reported.
    """
    if options.urls and not is_address(root) and not Path(root).is_file():
        raise SourceUnreadable(f"{root}: no file of addresses; name a file, one address a line")
    if str(root) == "-":
        found = _standard_input(options)
    elif is_address(root):
        found = pages_at(str(root), web or Web(offline=options.offline))
    else:
        given, root = root, Path(root)
        if options.urls:
            pages = pages_of_list(root, web or Web(offline=options.offline))
            found = _guarded(pages, spelt(root.name))
        elif root.is_dir():
            found = _folder(root, options)
        elif root.exists():
            name = spelt(root.name)
            found = _guarded(_file(root, name, Metadata(), options), name)
        else:
            raise SourceUnreadable(f"{given}: {not_there(given)}")
    return _first(found, options.limit)


def _first(found: Found, limit: int | None) -> Found:
    """Everything, or all up to the page with this number."""
    pages = 0
    while limit is None or pages < limit:  # not one more: it may be fetched
        page = next(found, None)
        if page is None:
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
        _enter(root, folder, manifests, options)
        if path.name.lower() == NAME and manifests[folder].found:
            yield from manifests[folder].faults(root, where)
        else:
            metadata = _listed(where, manifests)
            yield from _guarded(_inside(_file(path, where, metadata, options), where), where)


def _enter(root: Path, folder: str, manifests: dict[str, Manifest], options: SourceOptions) -> None:
    """Read the manifest of a folder when its first file comes, and of the folders above."""
    parts = folder.split("/") if folder else []
    for above in ["/".join(parts[:depth]) for depth in range(len(parts) + 1)]:
        if above in manifests:
            continue
        path = root / above / NAME
        manifests[above] = Manifest()
        with suppress(OSError):  # told when its turn comes among the files
            if is_manifest(path):
                manifests[above] = read_manifest(path, above, options)


def _listed(where: str, manifests: dict[str, Manifest]) -> Metadata:
    """What the nearest manifest says of a file."""
    folder = where
    while folder:
        folder = folder.rpartition("/")[0]
        manifest = manifests.get(folder)
        listed = manifest.of(where) if manifest else None
        if listed is not None:
            return listed
    return Metadata()


def _file(path: Path, where: str, metadata: Metadata, options: SourceOptions) -> Found:
    """Yield the pages of one file by what its name says it is."""
    name = path.name.lower().removesuffix(".gz")
    packed = path.name.lower().endswith(".gz")
    if not path.is_file():  # to open a pipe is to wait for whoever writes to it
        raise ArticleUnreadable(
            where, "no plain file", "a pipe, socket or device", "save it as a file, or pipe it to -"
        )
    if name.endswith(JSON_LINES):
        with open_bytes(path, where) as stream:
            yield from read_json_lines(stream, where, options)
    elif name.endswith(GKG):
        what = "a table of GDELT names pages"
        raise ArticleUnreadable(where, "list of addresses", what, BY_ASKING)
    elif name.endswith(FEEDS):
        yield from pages_of_feed(path, where)
    elif name.endswith(ARCHIVES):
        yield from read_archive(path, where)
    elif name.endswith(CSV):
        with open_bytes(path, where) as stream:
            yield from read_csv(stream, where, options)
    elif name.endswith(PARQUET) and not packed:
        yield from read_parquet(path, where, options)
    elif name.endswith(PDF) and not packed:
        yield from single_articles(read_pdf(path, where, metadata))  # may be larger than a text
    elif name.endswith(PDF + WORD + MAIL + MAILBOXES):
        with open_bytes(path, where) as stream:
            yield from _document(stream, where, Path(name).suffix, metadata)
    elif name.endswith(PLAIN + MARKDOWN + PAGES + RICH):
        data = _unpacked(path, where) if packed else read_bytes(path, where)
        yield from pages_of_bytes(data, where, Path(name).suffix, metadata)
    else:
        raise ArticleUnreadable(
            where, "unknown kind of file", path.suffix or "no suffix", f"save it as {KNOWN}"
        )


def _document(stream: IO[bytes], where: str, suffix: str, metadata: Metadata) -> Found:
    """Yield the pages of a PDF, Word file, mail or mailbox."""
    if suffix in MAILBOXES:
        yield from read_mailbox(stream, where)
    elif suffix in MAIL:
        yield from read_mail(_all(stream, where), where, metadata)
    else:
        yield from pages_of_file(_all(stream, where), where, suffix, metadata)


def _unpacked(path: Path, where: str) -> bytes:
    with open_bytes(path, where) as stream:
        return _all(stream, where)


def _all(stream: IO[bytes], where: str) -> bytes:
    """All bytes of a stream. Raises ArticleUnreadable if they are too many."""
    data = stream.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        detail = f"more than {MOST_BYTES:,} bytes"
        raise ArticleUnreadable(where, "file too large", detail, "split it")
    return data


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
    """Yield what stands on standard input: JSON lines, mails, PDF, Word or text, by its start."""
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
    if begins_mailbox(first.lstrip()):
        rest = io.BufferedReader(cast(io.RawIOBase, _Rejoined(first.lstrip(), stream)))
        yield from _guarded(read_mailbox(rest, "stdin"), "stdin")
        return
    data = first + stream.read(MOST_BYTES + 1 - len(first))
    if len(data) > MOST_BYTES:
        yield ArticleUnreadable(
            "stdin", "file too large", f"more than {MOST_BYTES:,} bytes", "give it as JSON lines"
        )
        return
    read = read_mail if is_mail(data) else pages_of_file
    yield from _guarded(read(data, "stdin"), "stdin")


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
