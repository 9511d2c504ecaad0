"""Word files (.docx): their paragraphs in reading order, and the page they make.

python-docx opens the package and knows its styles, relationships and properties. The text itself
is walked by `word_xml`: the library passes over what is in content controls, text boxes and
tracked insertions, and a document that went through an editor has its words there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import IO, TYPE_CHECKING

from onrecord.errors import ArticleUnreadable
from onrecord.records import Excluded, Metadata, Page
from onrecord.sources.files import MOST_BYTES
from onrecord.sources.properties import borne_out
from onrecord.sources.word_xml import Link, Paragraph, Walk
from onrecord.sources.zipped import check_zip

if TYPE_CHECKING:
    from docx.document import Document

__all__ = ["Link", "Paragraph", "open_docx", "read_docx", "read_paragraphs"]
CONTENTS = "table of contents"


def open_docx(source: Path | IO[bytes], where: str) -> Document:
    """The Word file at a path or in a seekable stream, checked before it is opened.

    Raises ArticleUnreadable if it is no Word file, damaged, encrypted, or a zip bomb.
    """
    _check_start(source, where)
    parts = check_zip(source, where)
    if "[Content_Types].xml" not in parts:
        raise ArticleUnreadable(where, "no Word file", "a zip archive", "unpack it first")
    import docx  # a quarter second, and few users have Word files

    with _told_as_damaged(where):
        return docx.Document(str(source) if isinstance(source, Path) else source)


def read_paragraphs(source: Path | IO[bytes], where: str) -> Iterator[Paragraph]:
    """Yield every paragraph of a Word file in reading order, empty ones too, then the footnotes.

    Tables come row by row; a table of one column, which only lays out the page, paragraph by
    paragraph. Tracked insertions are read, tracked deletions and comments are not. Page headers
    and footers do not come. Raises ArticleUnreadable as `open_docx` does.
    """
    document = open_docx(source, where)
    with _told_as_damaged(where):
        yield from Walk.of(document).read()


def read_docx(source: Path | bytes, where: str, metadata: Metadata | None = None) -> Page:
    """The page that a Word file makes: a paragraph a line, a blank line between two.

    List items begin with "- ". Page headers, footers and a table of contents stand in `left_out`.
    Raises ArticleUnreadable as `open_docx` does, and if there is no text.
    """
    size = source.stat().st_size if isinstance(source, Path) else len(source)
    if size > MOST_BYTES:
        detail = f"{size:,} bytes, at most {MOST_BYTES:,}"
        raise ArticleUnreadable(where, "file too large", detail, "save it without its pictures")
    document = open_docx(BytesIO(source) if isinstance(source, bytes) else source, where)
    with _told_as_damaged(where):
        walk = Walk.of(document)
        paragraphs = [one for one in walk.read() if one.text.strip()]
        above, below = walk.running("header"), walk.running("footer")
        properties = document.core_properties
        title = _title(paragraphs) or properties.title
        author = properties.author
    if not paragraphs:
        raise ArticleUnreadable(where, "no text", "", "is it a picture? Save its text")
    parts: list[tuple[str, str | None]] = [(text, "page header") for text in above]
    parts += [(_line(one), CONTENTS if one.kind == "contents" else None) for one in paragraphs]
    parts += [(text, "page footer") for text in below]
    text, left_out = _written(parts)
    body = "\n\n".join(text for text, reason in parts if reason is None)
    return Page(
        path=where,
        original=text.encode("utf-8", "replace"),
        raw=text,
        encoding="utf-8",
        media_type="text/plain",
        metadata=borne_out(title, author, body, metadata or Metadata()),
        left_out=left_out,
    )


def _title(paragraphs: Sequence[Paragraph]) -> str | None:
    """The words that are set as the title, or as a heading above everything."""
    titles = [one.text for one in paragraphs if one.kind == "title"]
    headings = [one.text for one in paragraphs[:1] if one.kind == "heading"]
    return next(iter(titles + headings), None)


def _line(paragraph: Paragraph) -> str:
    text = "\n".join(" ".join(line.split()) for line in paragraph.text.strip().split("\n"))
    return f"- {text}" if paragraph.kind == "item" else text


def _written(parts: Sequence[tuple[str, str | None]]) -> tuple[str, tuple[Excluded, ...]]:
    """The parts as one text, and where in it those stand that have a reason to be left out."""
    left_out: list[Excluded] = []
    at = 0
    for text, reason in parts:
        if reason:
            end = at + len(text)
            left_out.append(Excluded(raw_start=at, raw_end=end, text=text, reason=reason))
        at += len(text) + 2
    return "\n\n".join(text for text, _ in parts), tuple(left_out)


@contextmanager
def _told_as_damaged(where: str) -> Iterator[None]:
    """Whatever the library raises is the file's fault.

    A broken package makes it raise nearly anything, from KeyError to the errors of lxml.
    """
    try:
        yield
    except ArticleUnreadable:
        raise
    except Exception as error:
        detail = f"{type(error).__name__}: {str(error)[:200]}"
        raise ArticleUnreadable(
            where, "damaged Word file", detail, "open it in an office program and save it"
        ) from error


def _check_start(source: Path | IO[bytes], where: str) -> None:
    """Raise ArticleUnreadable for what is no zip archive; old and encrypted files are OLE ones."""
    if isinstance(source, Path):
        with source.open("rb") as stream:
            start = stream.read(8)
    else:
        start = source.read(8)
        source.seek(0)
    if start.startswith(b"\xd0\xcf\x11\xe0"):
        raise ArticleUnreadable(
            where,
            "encrypted or old Word file",
            "",
            "open it in an office program and save it as .docx without a password",
        )
    if not start.startswith(b"PK"):
        raise ArticleUnreadable(where, "no Word file", "", "save it as .docx, or as text")
