"""Bytes of one file, or of an attachment, to its pages: by what they begin with, then by name."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.errors import ArticleUnreadable
from onrecord.records import Metadata, Page
from onrecord.sources.docx import read_docx
from onrecord.sources.exports import documents_of, pages_of_bytes, single_articles
from onrecord.sources.files import MARKDOWN, PAGES, PLAIN, RICH
from onrecord.sources.pdf import read_pdf

PDF = (".pdf",)
WORD = (".docx",)
READABLE = PDF + WORD + PLAIN + MARKDOWN + PAGES + RICH
PDF_MARK, ZIP_MARK = b"%PDF-", b"PK\x03\x04"


def pages_of_file(
    data: bytes, where: str, suffix: str = "", metadata: Metadata | None = None
) -> Iterator[Page | ArticleUnreadable]:
    """Yield the pages in the bytes of a PDF, a Word file or a text. Raises ArticleUnreadable."""
    if suffix in PDF or (suffix == "" and data.startswith(PDF_MARK)):
        yield from single_articles(read_pdf(data, where, metadata))
    elif suffix in WORD or (suffix == "" and data.startswith(ZIP_MARK)):
        yield from documents_of(read_docx(data, where, metadata))
    else:
        yield from pages_of_bytes(data, where, suffix, metadata)
