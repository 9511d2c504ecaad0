"""Web archives (WARC): the pages that a crawl kept, in their order.

The address of a page is the record's; its date is when the crawler was there: the article was
published by then, and nobody knows when.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING, cast

from onrecord.errors import ArticleUnreadable
from onrecord.records import Metadata, Page
from onrecord.sources.compressed import open_bytes
from onrecord.sources.files import page_of_bytes

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

Found = Iterator[Page | ArticleUnreadable]
CHUNK = 65_536
MOST_RECORD_BYTES = 20_000_000  # as for an answer of the web
SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
}
FETCH_AGAIN = "fetch the archive again; what came before is read"


class _Counted:
    """The archive's bytes, how many were read, and the last of them.

    Whatever is there is given at once, so that an error of the packing comes after all before it.
    """

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = cast(io.BufferedReader, stream)
        self._at = 0
        self._last = b""

    def read(self, size: int = CHUNK) -> bytes:
        data = self._stream.read1(min(size, CHUNK) if size >= 0 else CHUNK)
        self._at += len(data)
        self._last = self._last[-CHUNK:] + data
        return data

    def end_of(self, record: WarcRecord) -> int:
        """Where a record ends whose head was just read."""
        start = self._at - len(self._last)
        head = self._last.find(b"\r\n\r\n", max(0, record.stream_pos - start))
        return start + head + 4 + record.content_length

    def is_over_at(self, end: int) -> bool:
        """Whether nothing but line ends stands behind this place."""
        return end > self._at or not self._last[max(0, end - self._at + len(self._last)) :].strip()

    def tell(self) -> int:
        return self._at

    def seek(self, _offset: int, _whence: int = 0) -> int:
        raise OSError("an archive is read from its beginning to its end")

    def close(self) -> None:
        """Whoever opened the stream closes it."""


def read_archive(path: Path, where: str) -> Found:
    """Yield the page of each response of status 200 that is HTML or text.

    Pages that the crawler met again unchanged, and answers of another status, are counted and told
    at the end. A damaged or truncated archive yields everything before the damage and where it is.
    """
    from fastwarc.warc import ArchiveIterator  # heavy, and few users have archives

    passed: Counter[str] = Counter()
    number = end = 0
    try:
        with open_bytes(path, where) as stream:
            counted = _Counted(stream)
            records = ArchiveIterator(counted, parse_http=False, stream_detect=False)
            for number, record in enumerate(records, start=1):
                end = counted.end_of(record)
                yield from _pages(record, f"{where}#{number}", passed)
        if number == 0 or not counted.is_over_at(end):
            raise OSError("what follows is no record, or the beginning of one")
    except ArticleUnreadable as unreadable:  # of the packing: it does not know the record
        detail = f"after record {number}: {unreadable.detail}"
        yield ArticleUnreadable(where, unreadable.reason, detail, unreadable.remedy)
    except OSError as error:
        yield ArticleUnreadable(
            where, "damaged archive", f"after record {number}: {error}", FETCH_AGAIN
        )
    for reason, count in sorted(passed.items()):
        yield ArticleUnreadable(where, reason, f"{count:,} records", "nothing to do")


def _pages(record: WarcRecord, where: str, passed: Counter[str]) -> Found:
    """Yield the page of one record, or why there is none; count what is passed over."""
    from fastwarc.warc import WarcRecordType as Type

    kind = record.record_type
    if kind == Type.revisit:
        passed["met again unchanged"] += 1
    if kind != Type.response or not record.is_http:
        return
    if record.content_length > MOST_RECORD_BYTES:
        detail = f"{record.content_length:,} bytes, at most {MOST_RECORD_BYTES:,}"
        yield ArticleUnreadable(where, "record too large", detail, "save the page by hand")
        return
    length = record.content_length
    block = record.reader.read(length)
    if len(block) < length:
        detail = f"{len(block):,} of {length:,} bytes"
        yield ArticleUnreadable(where, "truncated archive", detail, FETCH_AGAIN)
        return
    try:
        yield from _page(record, block, where, passed)
    except ArticleUnreadable as unreadable:
        yield unreadable
    except (OSError, ValueError) as error:
        yield ArticleUnreadable(
            where, "broken record", str(error)[:200], "fetch the page again; the others are read"
        )


def _page(record: WarcRecord, block: bytes, where: str, passed: Counter[str]) -> Found:
    url = (record.headers.get("WARC-Target-URI") or "").strip().strip("<>")
    cut = record.headers.get("WARC-Truncated")
    record.set_bytes_content(block)
    record.parse_http(auto_decode="all")
    suffix = SUFFIXES.get((record.http_content_type or "").lower())
    if suffix is None:
        return
    status = record.http_headers.status_code
    if status != 200:
        passed[f"archived with status {status}"] += 1
        return
    body = record.reader.read(MOST_RECORD_BYTES + 1)
    if len(body) > MOST_RECORD_BYTES:
        raise ArticleUnreadable(
            where, "gzip bomb", f"unpacks to more than {MOST_RECORD_BYTES:,} bytes", "pass it over"
        )
    known = Metadata(url=url or None, seen=record.headers.get("WARC-Date"))
    yield page_of_bytes(body, where, suffix, known, record.http_charset)
    if cut:
        yield ArticleUnreadable(where, "cut off by the crawler", cut[:100], "fetch the page again")
