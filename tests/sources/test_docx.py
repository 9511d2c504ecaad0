"""Word files: their paragraphs and the page they make, and archives that are attacks."""

from __future__ import annotations

import gzip
import io
import struct
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml.parser import parse_xml

from onrecord.articles import read_article
from onrecord.errors import ArticleUnreadable
from onrecord.sources.docx import read_docx, read_paragraphs
from onrecord.sources.zipped import check_zip
from tests.sources.made import found, problems, write

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
TERMS = "The minister said that the bridge would open in June."


def saved(document: Document) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def made(*bodies: str) -> bytes:
    """A Word file with these elements in its body."""
    document = docx.Document()
    for body in bodies:
        document.element.body.insert(-1, parse_xml(body.replace(">", f" {NAMES}>", 1)))
    return saved(document)


def texts(data: bytes) -> list[str]:
    return [one.text for one in read_paragraphs(io.BytesIO(data), "a.docx")]


def par(*inside: str) -> str:
    return f"<w:p>{''.join(inside)}</w:p>"


def cell(*paragraphs: str) -> str:
    return f"<w:tc>{''.join(paragraphs)}</w:tc>"


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def article_document() -> Document:
    document = docx.Document()
    document.add_heading("Velundia names terms", 0)
    document.add_paragraph("By Anna Perel")
    document.add_heading("The bridge", 1)
    document.add_paragraph(TERMS)
    document.add_paragraph("Guns are withdrawn.", style="List Bullet")
    document.add_paragraph("Lists are exchanged.", style="List Number")
    table = document.add_table(2, 2)
    for row, words in zip(table.rows, (("Party", "Vote"), ("Velundia", "yes")), strict=True):
        for cell, word in zip(row.cells, words, strict=True):
            cell.text = word
    document.sections[0].header.paragraphs[0].text = "The Gaze"
    return document


def test_paragraphs_have_kind_style_and_order() -> None:
    paragraphs = list(read_paragraphs(io.BytesIO(saved(article_document())), "a.docx"))
    assert [(one.kind, one.style, one.text) for one in paragraphs] == [
        ("title", "Title", "Velundia names terms"),
        ("paragraph", "Normal", "By Anna Perel"),
        ("heading", "Heading 1", "The bridge"),
        ("paragraph", "Normal", TERMS),
        ("item", "List Bullet", "Guns are withdrawn."),
        ("item", "List Number", "Lists are exchanged."),
        ("row", "Normal", "Party | Vote"),
        ("row", "Normal", "Velundia | yes"),
    ]


def test_links_lead_to_their_address() -> None:
    document = docx.Document()
    relation = document.part.relate_to(
        "https://gaze.example/1", RELATION + "hyperlink", is_external=True
    )
    link = f'<w:hyperlink r:id="{relation}">{run("the offer")}</w:hyperlink>'
    body = par(run("See "), link).replace("<w:p>", f"<w:p {NAMES}>")
    document.element.body.insert(-1, parse_xml(body))
    (paragraph,) = read_paragraphs(io.BytesIO(saved(document)), "a.docx")
    (found_link,) = paragraph.links
    assert paragraph.text[found_link.start : found_link.end] == "the offer"
    assert found_link.address == "https://gaze.example/1"


BOX = f"<w:txbxContent>{par(run('Boxed.'))}</w:txbxContent>"
BOXES = f"<mc:Choice Requires='wps'>{BOX}</mc:Choice><mc:Fallback>{BOX}</mc:Fallback>"
GONE = "<w:del><w:r><w:delText>may</w:delText></w:r></w:del>"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (par(run("It "), f"<w:ins>{run('will')}</w:ins>", run(" open.")), ["It will open."]),
        (par(run("It "), GONE, run("will.")), ["It will."]),
        (f"<w:sdt><w:sdtContent>{par(run('Inside.'))}</w:sdtContent></w:sdt>", ["Inside."]),
        (
            par("<w:r><w:t>one</w:t><w:br/><w:t>two</w:t><w:tab/><w:t>three</w:t></w:r>"),
            ["one\ntwo\tthree"],
        ),
        (
            par(run("Text."), f"<w:r><mc:AlternateContent>{BOXES}</mc:AlternateContent></w:r>"),
            ["Text.", "Boxed."],
        ),
        (
            f"<w:tbl><w:tr>{cell(par(run('Laid out.')), par(run('In a table.')))}</w:tr></w:tbl>",
            ["Laid out.", "In a table."],
        ),
        (
            f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr>{cell(par(run('gone')))}</w:tr>"
            f"<w:tr>{cell(par(run('a')))}{cell(par(run('b')))}</w:tr></w:tbl>",
            ["a | b"],
        ),
        (par("<w:r><w:instrText>PAGE</w:instrText></w:r>"), [""]),
    ],
    ids=["inserted", "deleted", "control", "breaks", "box", "one column", "deleted row", "field"],
)
def test_what_is_text_and_what_is_not(body: str, expected: list[str]) -> None:
    assert texts(made(body)) == expected


def test_page_breaks_are_told() -> None:
    document = docx.Document()
    document.add_paragraph("one")
    document.add_page_break()
    document.add_paragraph("two")
    document.add_section()
    document.add_paragraph("three")
    stream = io.BytesIO(saved(document))
    assert [(one.text, one.new_page) for one in read_paragraphs(stream, "a.docx")] == [
        ("one", False),
        ("", True),
        ("two", False),
        ("", False),
        ("three", True),
    ]


def test_footnotes_come_last() -> None:
    document = docx.Document()
    note = f'<w:footnote w:id="2">{par(run("As of March."))}</w:footnote>'
    notes = f"<w:footnotes {NAMES}>{note}</w:footnotes>"
    relation = f'<Relationship Id="rId99" Type="{RELATION}footnotes" Target="footnotes.xml"/>'
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/>'
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    body = par(run("It opens"), mark, run(" soon."))

    def before(end: str, new: str) -> Callable[[bytes], bytes]:
        return lambda old: old.replace(end.encode(), new.encode() + end.encode(), 1)

    data = repacked(
        saved(document),
        {
            "word/footnotes.xml": lambda _: notes.encode(),
            "word/document.xml": before("<w:sectPr", body),
            "word/_rels/document.xml.rels": before("</Relationships>", relation),
            "[Content_Types].xml": before("</Types>", part),
        },
    )
    assert texts(data) == ["It opens soon.", "As of March."]


def repacked(data: bytes, changes: Mapping[str, Callable[[bytes], bytes]]) -> bytes:
    """The archive with some parts changed or added."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        held = {name: old.read(name) for name in old.namelist()}
        for name in [*held, *(name for name in changes if name not in held)]:
            content = held.get(name, b"")
            new.writestr(name, changes[name](content) if name in changes else content)
    return out.getvalue()


def test_the_page_and_its_article() -> None:
    page = read_docx(saved(article_document()), "a.docx")
    assert page.raw == (
        f"The Gaze\n\nVelundia names terms\n\nBy Anna Perel\n\nThe bridge\n\n{TERMS}\n\n"
        "- Guns are withdrawn.\n\n- Lists are exchanged.\n\nParty | Vote\n\nVelundia | yes"
    )
    article = read_article(page)
    assert article.title == "Velundia names terms"
    assert [block.kind for block in article.blocks[:4]] == [
        "title",
        "heading",
        "paragraph",
        "bullet",
    ]
    assert ("page header", "The Gaze") in [(one.reason, one.text) for one in article.excluded]
    assert "The Gaze" not in article.text


def test_properties_count_where_the_text_bears_them_out() -> None:
    document = article_document()
    document.core_properties.author = "Anna Perel"
    assert read_docx(saved(document), "a.docx").metadata.authors == ("Anna Perel",)
    document.core_properties.author = "python-docx"
    metadata = read_docx(saved(document), "a.docx").metadata
    assert (metadata.authors, metadata.published) == ((), None)


def test_saving_again_changes_nothing() -> None:
    document = article_document()
    first = read_docx(saved(document), "a.docx")
    document.core_properties.last_modified_by = "somebody"
    assert read_docx(saved(document), "a.docx").sha256 == first.sha256


def test_files_are_found_packed_too(tmp_path: Path) -> None:
    data = saved(article_document())
    write(tmp_path / "a.docx", data)
    write(tmp_path / "b.docx.gz", gzip.compress(data))
    assert found(tmp_path) == ["a.docx", "b.docx.gz"]


def zipped(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("_dot_", "."), data)
    return out.getvalue()


def lying(data: bytes) -> bytes:
    """An archive whose directory says that its part is small."""
    at = data.index(b"PK\x01\x02")
    return data[: at + 24] + (10).to_bytes(4, "little") + data[at + 28 :]


SOUND = saved(article_document())
ENTITIES = b'<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]>'


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "no Word file"),
        (b"Some text.", "no Word file"),
        (zipped(a=b"b"), "no Word file"),
        (SOUND[:2000], "damaged zip archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "encrypted or old Word file"),
        (zipped(word_dot_xml=b" " * 51_000_000), "zip bomb"),
        (zipped(**{f"p{at}": b" " * 40_000_000 for at in range(8)}), "zip bomb"),
        (lying(zipped(word_dot_xml=b" " * 1_000_000)), "damaged zip archive"),
        (
            repacked(SOUND, {"word/document.xml": lambda old: ENTITIES + old.partition(b"?>")[2]}),
            "XML with entities",
        ),
        (repacked(SOUND, {"word/document.xml": lambda old: old[:500]}), "damaged Word file"),
        (
            repacked(
                SOUND,
                {"word/document.xml": lambda old: old.replace(b"<w:p>", b"<w:p>" * 5000, 1)},
            ),
            "damaged Word file",
        ),
        (saved(docx.Document()), "no text"),
    ],
    ids=[
        "empty", "text", "another archive", "cut off", "old", "large part", "large whole", "lie",
        "entities", "broken XML", "deep XML", "nothing in it",
    ],
)  # fmt: skip
def test_what_cannot_be_read(tmp_path: Path, data: bytes, reason: str) -> None:
    write(tmp_path / "a.docx", data)
    assert found(tmp_path) == [f"a.docx: {reason}"]
    assert problems(tmp_path)[0].remedy


def test_xml_is_known_by_its_beginning_whatever_it_is_called() -> None:
    """Which part is the document, a table of the file says: it may be called anything."""
    large = b"\xef\xbb\xbf<a>" + b" " * 51_000_000
    for data, detail in ((large, "51,000,006 bytes"), (ENTITIES + b"<a/>", "word.bin")):
        with pytest.raises(ArticleUnreadable) as error:
            check_zip(io.BytesIO(zipped(word_dot_bin=data)), "a.docx")
        assert detail in error.value.detail
    picture = b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd"><svg/>'
    parts = {"a_dot_svg": picture, "b_dot_htm": b"<!DOCTYPE html><p>", "c_dot_bin": bytes(51 << 20)}
    assert check_zip(io.BytesIO(zipped(**parts)), "a.docx") == {"a.svg", "b.htm", "c.bin"}


def of_64_bits(
    data: bytes, size: int | None = None, record: bytes = b"PK\x06\x06", away: int = 0
) -> bytes:
    """The archive with the record of a large one, which says how large its directory is."""
    at = data.rindex(b"PK\x05\x06")
    count, length, start = struct.unpack_from("<HII", data, at + 10)
    end = struct.pack("<4sQHHIIQQQQ", record, 44, 45, 45, 0, 0, count, count, size or length, start)
    return data[:at] + end + struct.pack("<4sIQI", b"PK\x06\x07", 0, at + away, 1) + data[at:]


def test_of_a_large_archive_its_own_record_says_how_large_the_directory_is() -> None:
    one = zipped(one=b"1")
    assert check_zip(io.BytesIO(of_64_bits(one)), "a.zip") == {"one"}
    with pytest.raises(ArticleUnreadable, match="zip bomb"):
        check_zip(io.BytesIO(of_64_bits(one, size=5_000_000)), "a.zip")
    for broken in (of_64_bits(one, record=b"PK??"), of_64_bits(one, away=-9)):
        with pytest.raises(ArticleUnreadable, match="damaged zip archive"):
            check_zip(io.BytesIO(broken), "a.zip")


def test_an_archive_of_many_parts_is_refused_before_its_directory_is_read() -> None:
    parts = {f"part{at}": b"" for at in range(10_001)}
    with pytest.raises(ArticleUnreadable, match="zip bomb"):
        check_zip(io.BytesIO(zipped(**parts)), "a.zip")
    assert check_zip(io.BytesIO(zipped(one=b"1")), "a.zip") == {"one"}
