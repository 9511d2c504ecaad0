"""One plain file to a page."""

from __future__ import annotations

from pathlib import Path

from onrecord.errors import ArticleUnreadable
from onrecord.records import Metadata, Page
from onrecord.sources.encodings import decode, is_binary
from onrecord.sources.rows import HTML

MediaTypes = dict[str, str]
MOST_BYTES = 50_000_000  # a long newspaper page is 2 MB; more than this is no article
PLAIN = (".txt", ".text")
MARKDOWN = (".md", ".markdown")
PAGES = (".html", ".htm", ".xhtml")
RICH = (".rtf", ".doc")  # older databases call rich text .doc


def read_bytes(path: Path, where: str) -> bytes:
    """The bytes of a file. Raises ArticleUnreadable if they are too many."""
    size = path.stat().st_size
    if size > MOST_BYTES:
        raise ArticleUnreadable(
            where,
            "file too large",
            f"{size:,} bytes, at most {MOST_BYTES:,}",
            "split it, or give it as JSON lines",
        )
    return path.read_bytes()


def page_of_bytes(
    data: bytes,
    where: str,
    suffix: str = "",
    metadata: Metadata | None = None,
    charset: str | None = None,
) -> Page:
    """The page in these bytes; without a suffix its first characters say what it is.

    `charset` is what a server said of them.
    """
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise ArticleUnreadable(where, "empty file", "", "remove it, or fetch the article again")
    if is_binary(data):
        raise ArticleUnreadable(
            where, "binary file", "these bytes are no text", "save the article as text or HTML"
        )
    raw, encoding = decode(data, html=suffix in PAGES, declared=charset)
    is_page = suffix in PAGES or (suffix == "" and HTML.match(raw[:1000]) is not None)
    return Page(
        path=where,
        original=data,
        raw=raw,
        encoding=encoding,
        media_type=(
            "text/html" if is_page else "text/markdown" if suffix in MARKDOWN else "text/plain"
        ),
        metadata=metadata or Metadata(),
    )
