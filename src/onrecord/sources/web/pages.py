"""From an address, or a list of them, to pages."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from pathlib import Path

from onrecord.errors import ArticleUnreadable
from onrecord.records import Metadata, Page
from onrecord.sources.compressed import open_bytes
from onrecord.sources.files import MOST_BYTES, page_of_bytes
from onrecord.sources.formats import pages_of_file
from onrecord.sources.web.addresses import path_of, read_address
from onrecord.sources.web.feeds import Entry, read_feed
from onrecord.sources.web.kinds import kind_of
from onrecord.sources.web.lists import (
    GKG,
    Listed,
    at_most,
    read_bytes,
    read_gkg,
    read_lines,
    read_opml,
    read_sitemap,
)
from onrecord.sources.web.session import Fetched, Web

Found = Iterator[Page | ArticleUnreadable]
MOST_LISTS = 1_000  # feeds and sitemaps that one run opens
MOST_DEPTH = 4  # of lists in one another: OPML, index, sitemap, page
MOST_UNPACKED = 50_000_000  # bytes of a packed sitemap: what the protocol allows one to have
SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
}
DOCUMENTS = {
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}
NO_TEXT = ("image/", "audio/", "video/", "font/", "application/zip")
# schema.org's mark of a page that shows only its beginning to who has not paid.
NOT_FREE = re.compile(r'"isAccessibleForFree"\s{0,5}:\s{0,5}"?false\b', re.I)
KINDS = {"opml": "an OPML file names feeds", "sitemap": "a sitemap names pages"}
BY_ASKING = "read it with --urls FILE: nothing is fetched unless you ask for it"


def pages_at(url: str, web: Web) -> Found:
    """Yield the page at an address, or the pages of the feed or list that stands there."""
    return _Walk(web).open(Listed(url=url))


def pages_of_list(path: Path, web: Web) -> Found:
    """Yield the pages of all addresses in a file.

    The file is a sitemap, an OPML file, a feed (whose pages are fetched), a table of GDELT or plain
    lines, as its content says.
    """
    walk = _Walk(web)
    data = read_bytes(path, path.name)
    kind = kind_of(data)
    if kind == "feed":
        nowhere = Fetched(url="", body=b"", media_type="", charset=None)
        yield from walk.entries(data, path.name, nowhere)
        return
    read = {"sitemap": read_sitemap, "opml": read_opml}.get(kind, read_lines)
    if path.name.lower().endswith(GKG):
        read = read_gkg
    yield from walk.listed(at_most(read(data, path.name), path.name))


def pages_of_feed(path: Path, where: str) -> Found:
    """Yield the articles that a feed itself carries; nothing is fetched.

    Raises ArticleUnreadable for a list of addresses, which is told to be one.
    """
    with open_bytes(path, where) as stream:
        data = stream.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        detail = f"more than {MOST_BYTES:,} bytes"
        raise ArticleUnreadable(where, "file too large", detail, "cut it into several files")
    kind = kind_of(data)
    if kind in ("opml", "sitemap"):
        raise ArticleUnreadable(where, "list of addresses", KINDS[kind], BY_ASKING)
    if kind == "page":
        raise ArticleUnreadable(
            where, "unknown kind of file", "no feed, OPML or sitemap", "save the text as HTML"
        )
    for entry in read_feed(data, where):
        yield _own_text(entry) if isinstance(entry, Entry) else entry


def _own_text(entry: Entry) -> Page | ArticleUnreadable:
    try:
        return entry.page
    except ArticleUnreadable as unreadable:
        return unreadable


class _Walk:
    """One way through feeds, sitemaps and pages: no list is opened twice, no page read twice."""

    def __init__(self, web: Web) -> None:
        self._web = web
        self._opened: set[str] = set()
        self._read: set[str] = set()

    def listed(
        self, found: Iterator[Listed | ArticleUnreadable], base: str = "", depth: int = 0
    ) -> Found:
        """Yield the pages of a list, in its order; a fault of the list is told where it ends it."""
        try:
            for one in found:
                if isinstance(one, ArticleUnreadable):
                    yield one
                elif one.kind == "page":
                    yield from self.page(one, base)
                else:
                    yield from self.open(one, base, depth + 1)
        except ArticleUnreadable as unreadable:
            yield unreadable

    def open(self, listed: Listed, base: str = "", depth: int = 0) -> Found:
        """Yield what stands at an address: one page, or those of a feed or list."""
        try:
            address = read_address(listed.url, base).text
            is_list = listed.kind == "list"
            if address in self._opened | self._read or (not is_list and address in self._web.known):
                return
            self._opened.add(address)
            if depth > MOST_DEPTH or (is_list and len(self._opened) > MOST_LISTS):
                detail = f"more than {MOST_LISTS:,}, or one in another {MOST_DEPTH} times"
                raise ArticleUnreadable(address, "too many lists", detail, "read it by itself")
            fetched = self._web.fetch(address)
            data = _unpacked(fetched, address)
            kind = kind_of(data)
            if kind == "feed":
                yield from self.entries(data, path_of(address), fetched)
            elif kind == "page" and is_list:
                raise ArticleUnreadable(
                    address, "no feed or list", "a page stands there", "give the feed's address"
                )
            elif kind == "page":
                yield from self._page(address, listed.metadata, fetched)
            else:
                read = read_sitemap if kind == "sitemap" else read_opml
                found = at_most(read(data, address), address)
                yield from self.listed(found, fetched.url, depth)
        except ArticleUnreadable as unreadable:
            yield unreadable

    def page(self, listed: Listed, base: str = "") -> Found:
        """Yield the page at an address."""
        try:
            address = read_address(listed.url, base).text
            if address in self._web.known or address in self._read:
                return
            yield from self._page(address, listed.metadata, self._web.fetch(address))
        except ArticleUnreadable as unreadable:
            yield unreadable

    def entries(self, data: bytes, where: str, fetched: Fetched) -> Found:
        """Yield the entries of a feed: its own text where that is the article, else its page."""
        try:
            for entry in read_feed(data, where, fetched.charset):
                if isinstance(entry, ArticleUnreadable):
                    yield entry
                elif entry.whole or not entry.link:
                    if entry.path not in self._web.known:
                        yield _own_text(entry)
                else:
                    told = Listed(url=entry.link, kind="page", metadata=_of_page(entry.metadata))
                    yield from self.page(told, fetched.url)
        except ArticleUnreadable as unreadable:
            yield unreadable

    def _page(self, address: str, metadata: Metadata, fetched: Fetched) -> Found:
        self._read.add(address)
        known = Metadata(
            title=metadata.title,
            outlet=metadata.outlet,
            published=metadata.published,
            url=fetched.url,
            authors=metadata.authors,
            seen=metadata.seen,
        )
        kind = fetched.media_type
        if kind in DOCUMENTS:
            yield from pages_of_file(fetched.body, address, DOCUMENTS[kind], known)
            return
        if kind.startswith(NO_TEXT):
            raise ArticleUnreadable(
                address, "no page", kind, "save it and read the file, if onrecord reads its kind"
            )
        page = page_of_bytes(fetched.body, address, SUFFIXES.get(kind, ""), known, fetched.charset)
        yield page
        if page.media_type == "text/html" and NOT_FREE.search(page.raw):
            yield ArticleUnreadable(
                address,
                "not free to read",
                "the page says so; what it shows was read and may be its beginning",
                "open it where you have paid, save the page and read the file",
            )


def _of_page(metadata: Metadata) -> Metadata:
    """What a feed says that its entry's page does not say better: the page names its own outlet."""
    return Metadata(title=metadata.title, published=metadata.published, authors=metadata.authors)


def _unpacked(fetched: Fetched, where: str) -> bytes:
    """The body; of a packed sitemap (.xml.gz) what is in it, bounded."""
    if not fetched.body.startswith(b"\x1f\x8b"):
        return fetched.body
    try:
        data = zlib.decompressobj(wbits=31).decompress(fetched.body, MOST_UNPACKED + 1)
    except zlib.error as error:
        raise ArticleUnreadable(where, "damaged gzip", str(error), "try again later") from error
    if len(data) > MOST_UNPACKED:
        detail = f"unpacks to more than {MOST_UNPACKED:,} bytes"
        raise ArticleUnreadable(where, "gzip bomb", detail, "unpack it yourself if you trust it")
    return data
