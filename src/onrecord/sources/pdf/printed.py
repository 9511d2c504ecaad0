"""What stands on the pages of a PDF: asked of pdfium, put in order and written as one text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.errors import ArticleUnreadable
from onrecord.records import Excluded
from onrecord.sources.pdf.columns import columns_of, rows_of
from onrecord.sources.pdf.paragraphs import paragraphs_of
from onrecord.sources.pdf.running import running_lines
from onrecord.sources.pdf.script import Margins, Script, vocabulary_of
from onrecord.sources.pdf.words import PageWords, page_words

if TYPE_CHECKING:
    import pypdfium2

MOST_PAGES = 1_000  # an issue of a newspaper has 100; more is a book, or an attack
MOST_CHARACTERS = 10_000_000  # of all pages: 1,000 full ones
FEWEST_LETTERS = 20  # in a file that is said to have text
FEWEST_READABLE = 0.5  # of all characters: below that a font does not say what its shapes mean
OCR = "recognise its text first, for example by ocrmypdf, and read the result"
PASSWORD, SECURITY = 4, 5  # pdfium's error codes


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """The text of a PDF in reading order, and what of it is no part of the article.

    `title` and `author` are its properties, untouched. `pictures` are the numbers, from 1, of
    pages without text that hold a picture, `broken` of those that could not be opened.
    """

    text: str
    left_out: tuple[Excluded, ...]
    title: str | None
    author: str | None
    pictures: tuple[int, ...]
    broken: tuple[int, ...]


def read_printed(source: Path | bytes, where: str) -> Printed:
    """What stands on the pages of a PDF. Raises ArticleUnreadable if nothing can be read."""
    import pypdfium2  # a library of 8 MB, and few users have PDFs

    try:
        document = pypdfium2.PdfDocument(source)
    except pypdfium2.PdfiumError as error:
        if error.err_code in {PASSWORD, SECURITY}:
            raise ArticleUnreadable(
                where, "encrypted PDF", "", "open it with its password and print it to a new PDF"
            ) from error
        raise ArticleUnreadable(
            where, "damaged PDF", "it cannot be opened", "fetch the file again"
        ) from error
    try:
        _check_pages(len(document), where)
        return _read(document, where)
    finally:
        document.close()


def _check_pages(pages: int, where: str) -> None:
    if pages > MOST_PAGES:
        detail = f"{pages:,} pages, at most {MOST_PAGES:,}"
        raise ArticleUnreadable(where, "too many pages", detail, "split it")
    if pages < 1:
        raise ArticleUnreadable(where, "damaged PDF", "it has no pages", "fetch the file again")


def _read(document: pypdfium2.PdfDocument, where: str) -> Printed:
    import pypdfium2

    pages: list[PageWords] = []
    pictures, broken = [], []
    characters = 0
    for number in range(1, len(document) + 1):
        words = PageWords([], [], 0.0)
        try:
            page = document[number - 1]
            try:
                words = page_words(page)
                if not (words.words or words.sideways) and _has_picture(page):
                    pictures.append(number)
            finally:
                page.close()
        except pypdfium2.PdfiumError:
            broken.append(number)
        except ValueError as error:
            raise _too_large(str(error), where) from error
        pages.append(words)
        characters += sum(len(word.text) for word in words.words)
        if characters > MOST_CHARACTERS:
            raise _too_large(f"more than {MOST_CHARACTERS:,} characters", where)
    text, left_out = text_of(pages)
    _check_text(text, left_out, where)
    return Printed(
        text=text,
        left_out=left_out,
        title=document.get_metadata_value("Title") or None,
        author=document.get_metadata_value("Author") or None,
        pictures=tuple(pictures),
        broken=tuple(broken),
    )


def text_of(pages: Sequence[PageWords]) -> tuple[str, tuple[Excluded, ...]]:
    """The text of these pages in reading order, and what of it is no part of the article."""
    rows = [rows_of(page.words) for page in pages]
    running = running_lines([(r, page.height) for r, page in zip(rows, pages, strict=True)])
    margins, columns = [], []
    for page, its_rows, runs in zip(pages, rows, running, strict=True):
        margin = Margins()
        for at, reason in runs.items():
            side = margin.above if at < len(its_rows) / 2 else margin.below
            side.append((its_rows[at].text, reason))
        if page.sideways:
            margin.below.append((" ".join(page.sideways), "sideways text"))
        margins.append(margin)
        columns.append(columns_of([row for at, row in enumerate(its_rows) if at not in runs]))
    vocabulary = vocabulary_of([row for page in columns for one in page for row in one.rows])
    script = Script(margins)
    return script.write(paragraphs_of(columns), vocabulary), tuple(script.left_out)


def _check_text(text: str, left_out: Sequence[Excluded], where: str) -> None:
    """Raise ArticleUnreadable if there is no text, or none with a meaning."""
    letters = sum(map(str.isalpha, text))
    margins = sum(sum(map(str.isalpha, one.text)) for one in left_out)
    if letters < FEWEST_LETTERS:
        raise ArticleUnreadable(where, "no text layer", "its pages are pictures, or empty", OCR)
    if letters - margins < FEWEST_LETTERS:
        detail = "the same lines on every page, and nothing else"
        raise ArticleUnreadable(where, "no text layer", detail, OCR)
    if sum(map(_is_readable, text)) < FEWEST_READABLE * len(text):
        raise ArticleUnreadable(where, "unreadable text layer", "its letters have no meaning", OCR)


def _has_picture(page: pypdfium2.PdfPage) -> bool:
    from pypdfium2 import raw

    pictures = page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3)
    return next(iter(pictures), None) is not None


def _is_readable(character: str) -> bool:
    return character.isalnum() or character.isspace() or character.isascii()


def _too_large(detail: str, where: str) -> ArticleUnreadable:
    return ArticleUnreadable(where, "text too large", detail, "split it")
