"""Exports of news databases: one file with many documents, each of which becomes a page.

A file is an export by what stands in it, never by its name. The original of a page is the text of
its document in UTF-8: title and paragraphs, a blank line between two, so that the same document is
the same article whether it was exported as Word, RTF, HTML or text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from onrecord.errors import ArticleUnreadable
from onrecord.records import Metadata, Page
from onrecord.sources.documents import Document, Export, lines_of
from onrecord.sources.factiva import is_factiva, read_factiva
from onrecord.sources.files import page_of_bytes
from onrecord.sources.lexis import is_lexis, read_lexis
from onrecord.sources.nexis import is_nexis, read_nexis
from onrecord.sources.nexis_cover import is_contents_list
from onrecord.sources.proquest import is_proquest, read_proquest
from onrecord.sources.rows import MOST_CHARACTERS
from onrecord.sources.rtf import is_rtf, read_rtf
from onrecord.sources.saved_pages import lines_of_html
from onrecord.sources.unread_dates import UnreadDates

Found = Iterator[Page | ArticleUnreadable]

DATABASES: tuple[tuple[Callable[[Sequence[str]], bool], Callable[[Sequence[str]], Export]], ...] = (
    (is_nexis, read_nexis),
    (is_lexis, read_lexis),
    (is_factiva, read_factiva),
    (is_proquest, read_proquest),
)
LONGEST_TITLE = 1000  # characters; more is no title, and stays in the text alone
MARGINS = frozenset({"page header", "page footer"})
# What a saved page of a database has somewhere; parsing every page twice would cost half again.
SAVED = re.compile(r"articleParagraph|ProQuest document ID", re.I)


def read_export(lines: Sequence[str], where: str, listed: Metadata) -> Found | None:
    """The pages of an export, or why a document is none; None if the lines are no export.

    `listed` is what a manifest says of the file: its outlet counts where a document names none.
    Raises ArticleUnreadable for a list of documents without them.
    """
    for is_of, read in DATABASES:
        if is_of(lines):
            return _pages(read(lines), where, listed)
    if is_contents_list(lines):
        raise ArticleUnreadable(
            where,
            "list of documents",
            "the contents list of an export from Nexis, no article",
            "nothing to do if the documents are beside it",
        )
    return None


def pages_of_bytes(
    data: bytes, where: str, suffix: str = "", metadata: Metadata | None = None
) -> Found:
    """Yield the page or the documents in these bytes: plain text, Markdown, HTML or rich text.

    Raises ArticleUnreadable if they are none of these.
    """
    if not is_rtf(data):
        yield from documents_of(page_of_bytes(data, where, suffix, metadata))
        return
    rich = read_rtf(data, where)
    if not rich.text.strip():
        raise ArticleUnreadable(where, "no text", "", "is it a picture?")
    yield from documents_of(
        Page(
            path=where,
            original=rich.text.encode(),
            raw=rich.text,
            encoding="utf-8",
            media_type="text/plain",
            metadata=metadata or Metadata(),
        )
    )
    if not rich.is_whole:
        yield ArticleUnreadable(
            where, "file cut off", "its RTF does not end", "save it again; what is there is read"
        )


def documents_of(page: Page, listed: Metadata | None = None) -> Found:
    """Yield the pages of an export that was read as one page; the page itself if it is none.

    `listed` is what a manifest says, where the page's metadata say more: who sent a mail.
    """
    found: Found | None = None
    listed = page.metadata if listed is None else listed
    if page.media_type == "text/plain":
        found = read_export(lines_of(_without_margins(page)), page.path, listed)
    elif page.media_type == "text/html" and SAVED.search(page.raw):
        found = read_export(lines_of_html(page.raw), page.path, listed)
    yield from found if found is not None else (page,)


def single_articles(found: Found) -> Found:
    """The pages of a PDF as they come.

    Raises ArticleUnreadable if one is an export of several documents: what is title, outlet and
    date of each does not stand in a PDF as it does in the other forms, and all of them as one
    article would be worse than none.
    """
    for one in found:
        if isinstance(one, Page):
            lines = lines_of(_without_margins(one))
            export = next((read(lines) for is_of, read in DATABASES if is_of(lines)), None)
            count = sum(1 for _ in export.documents) if export is not None else 0
            if export is not None and count > 1:
                raise ArticleUnreadable(
                    one.path,
                    "export as PDF",
                    f"{count} documents of {export.database} in one PDF",
                    "export them as Word, RTF or text; or as PDF, one file for each",
                )
        yield one


def _without_margins(page: Page) -> str:
    """The text of a page without the headers and footers of a Word file: they name no document."""
    parts = []
    at = 0
    for one in page.left_out:
        if one.reason in MARGINS:
            parts.append(page.raw[at : one.raw_start])
            at = one.raw_end
    return "".join([*parts, page.raw[at:]])


def _pages(export: Export, where: str, listed: Metadata) -> Found:
    number = 0
    dates = UnreadDates("document")
    for number, document in enumerate(export.documents, start=1):
        path = f"{where}#{number}"
        dates.note(document.metadata.published, number)
        yield _page(document, path, listed) if document.body else _no_text(document, path)
        if not document.is_whole:
            yield ArticleUnreadable(
                path,
                "export cut off",
                "the file ends inside this document",
                "export it again; what is there is read",
            )
    if export.announced not in {None, number}:
        yield ArticleUnreadable(
            where,
            "export incomplete",
            f"{export.database} announces {export.announced} documents, the file has {number}",
            "export it again if some are missing; what is there is read",
        )
    yield from dates.told(where)


def _page(document: Document, path: str, listed: Metadata) -> Page | ArticleUnreadable:
    said = document.metadata
    text = "\n\n".join([*filter(None, [said.title]), *document.body])
    if len(text) > MOST_CHARACTERS:
        return ArticleUnreadable(path, "text too large", f"{len(text):,} characters", "split it")
    return Page(
        path=path,
        original=text.encode(),
        raw=text,
        encoding="utf-8",
        media_type="text/plain",
        metadata=Metadata(
            title=said.title if len(said.title or "") <= LONGEST_TITLE else None,
            outlet=said.outlet or listed.outlet,
            published=said.published,
            url=said.url,
            authors=said.authors,
        ),
    )


def _no_text(document: Document, path: str) -> ArticleUnreadable:
    return ArticleUnreadable(
        path,
        "document without text",
        (document.metadata.title or "")[:200],
        "open it in the database: is it a picture, or a text that may not be exported?",
    )
