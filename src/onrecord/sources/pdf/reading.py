"""One PDF file to a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from onrecord.errors import ArticleUnreadable
from onrecord.records import Metadata, Page
from onrecord.sources.pdf.printed import OCR, Printed
from onrecord.sources.pdf.reader import ask_reader
from onrecord.sources.properties import borne_out

MOST_BYTES = 300_000_000  # an issue of a newspaper with its pictures has 50 MB
LISTED = 10  # numbers of pages that are named


def read_pdf(
    source: Path | bytes, where: str, metadata: Metadata | None = None
) -> Iterator[Page | ArticleUnreadable]:
    """Yield the page that a PDF makes, and what of it could not be read.

    Raises ArticleUnreadable if it is damaged, encrypted, too large, or has no text.
    """
    size = source.stat().st_size if isinstance(source, Path) else len(source)
    if size == 0:
        raise ArticleUnreadable(where, "empty file", "", "remove it, or fetch the article again")
    if size > MOST_BYTES:
        detail = f"{size:,} bytes, at most {MOST_BYTES:,}"
        raise ArticleUnreadable(where, "file too large", detail, "split it")
    printed = ask_reader(source, where)
    yield Page(
        path=where,
        original=printed.text.encode(),
        raw=printed.text,
        encoding="utf-8",
        media_type="application/pdf",
        metadata=borne_out(printed.title, printed.author, _kept(printed), metadata or Metadata()),
        left_out=printed.left_out,
    )
    if printed.pictures:
        place = f"{where}, page {_listed(printed.pictures)}"
        yield ArticleUnreadable(place, "no text layer", "the other pages are read", OCR)
    if printed.broken:
        place, again = f"{where}, page {_listed(printed.broken)}", "fetch the file again"
        yield ArticleUnreadable(place, "damaged PDF page", "the other pages are read", again)


def _kept(printed: Printed) -> str:
    """The text without what was left out."""
    edges = [edge for one in printed.left_out for edge in (one.raw_start, one.raw_end)]
    edges = [0, *edges, len(printed.text)]
    return "".join(printed.text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True))


def _listed(numbers: Sequence[int]) -> str:
    """The numbers, the first ten of many."""
    more = f" and {len(numbers) - LISTED:,} more" if len(numbers) > LISTED else ""
    return ", ".join(map(str, numbers[:LISTED])) + more
