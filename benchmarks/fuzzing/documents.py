"""Sound inputs of the formats that documents, databases, mail and the web come in; all invented."""

from __future__ import annotations

import gzip
import io
import zipfile
from functools import cache
from random import Random

from benchmarks.fuzzing.made import ARTICLE, PAGE, TAGS
from benchmarks.fuzzing.mutation import Sources, mutated

PARAGRAPHS = [part.replace("\n", " ") for part in ARTICLE.strip().split("\n\n")]
BODY = "\n\n".join(PARAGRAPHS[1:])
XML_WORDS = (
    b"<!DOCTYPE a [<!ENTITY b 'c'>]>",
    b"&b;",
    b"<![CDATA[",
    b"]]>",
    b"<?xml ",
    b"xmlns:x=",
)
WORD_TAGS = (b"<w:p>", b"</w:p>", b"<w:r>", b"<w:t>", b"<w:tbl>", b"<w:tc>", b"<w:del>", b"w:val=")


def pdf() -> Sources:
    """A PDF of one page, written by hand."""
    lines = [line.encode("ascii", "replace") for line in ARTICLE.splitlines() if line]
    shown = b" ".join(
        b"(" + line.replace(b"(", b"").replace(b")", b"") + b") Tj 0 -14 Td" for line in lines
    )
    stream = b"BT /F1 11 Tf 50 780 Td " + shown + b" ET"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        b"/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%b\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Title(Arland offers)/Author(Ann Berg)/CreationDate(D:20310504)>>",
    ]
    made, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(made))
        made += b"%d 0 obj%b endobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer<</Size 7/Root 1 0 R/Info 6 0 R>>\nstartxref\n%d\n%%%%EOF" % len(made)
    whole = made + b"xref\n0 7\n0000000000 65535 f \n" + table + end
    words = [b" obj", b"endobj", b"stream", b"/Kids", b"/Filter/FlateDecode", b"/Length ", b"3 0 R"]
    return Sources([whole], [*words, b"/Count 99999999", b"<<", b">>", b"Tj", b"Td", b"/Encrypt"])


@cache
def docx() -> Sources:
    """A Word file with headings, a list and a table."""
    import docx as word

    file = word.Document()
    file.add_heading("Arland offers Berland a truce", 1)
    for paragraph in PARAGRAPHS[1:]:
        file.add_paragraph(paragraph)
    file.add_paragraph("The border stays shut.", style="List Bullet")
    file.add_table(1, 2).cell(0, 0).text = "Arland"
    out = io.BytesIO()
    file.save(out)
    return Sources([out.getvalue()], [b"PK\x03\x04", b"PK\x01\x02", b"word/document.xml"])


def odd_docx(random: Random) -> bytes:
    """A sound archive whose parts are not."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx().sound[0])) as sound, zipfile.ZipFile(out, "w") as odd:
        names = [name for name in sound.namelist() if name.endswith((".xml", ".rels"))]
        changed = {"word/document.xml", random.choice(names)}
        for name in sound.namelist():
            data = sound.read(name)
            if name in changed and random.random() < 0.8:
                data = mutated(random, Sources([data], [*XML_WORDS, *WORD_TAGS]))
            odd.writestr(name, data)
    return out.getvalue()


def rtf() -> Sources:
    """Rich text."""
    body = r"\par ".join(p.encode("ascii", "replace").decode() for p in PARAGRAPHS)
    sound = (
        r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Times;}}{\info{\title Arland offers}}"
        rf"\f0\fs24 \b Arland\b0  says: \u8220?No\u8221?. {body} \'e9{{\*\x hidden}}\tab end}}"
    ).encode()
    words = [
        b"{\\",
        b"}",
        b"\\'",
        b"\\u-1 ",
        b"\\bin9999 ",
        b"\\ansicpg65001",
        b"{\\*\\",
        b"\\par ",
    ]
    return Sources([sound], words)


def mail() -> Sources:
    """One message with a text, a page and an attached text."""
    sound = (
        "From: Ann Berg <ann@shore.example>\r\nTo: desk@post.example\r\nSubject: =?utf-8?q?Offer?="
        "\r\nDate: Sun, 4 May 2031 10:00:00 +0000\r\nMessage-ID: <a@shore.example>\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="x"\r\n\r\n--x\r\n'
        "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
        f"{BODY}\r\n--x\r\nContent-Type: text/html\r\n\r\n{PAGE}\r\n--x\r\n"
        'Content-Type: text/plain; name="a.txt"\r\nContent-Disposition: attachment\r\n'
        "Content-Transfer-Encoding: base64\r\n\r\nQXJsYW5kIHdhaXRzLg==\r\n--x--\r\n"
    ).encode()
    words = [b"--x\r\n", b"Content-Type: ", b"multipart/mixed", b"message/rfc822", b"; charset=x"]
    return Sources([sound], [*words, b"=?utf-8?b?/w==?=", b"boundary=", b"\r\n\r\n", b"Date: "])


def mailbox() -> Sources:
    """Two messages in one file."""
    one = mail().sound[0].replace(b"\r\n", b"\n")
    head = b"From ann@shore.example Sun May  4 10:00:00 2031\n"
    return Sources([head + one + b"\n" + head + one], [*mail().words, b"\nFrom ", b"\n>From "])


def databases() -> Sources:
    """Exports of three press databases as text."""
    nexis = (
        "Arland offers Berland a truce\n\nThe Shore\n\nMay 4, 2031 Sunday\n\n"
        "Copyright 2031 Shore Press All Rights Reserved\n\nSection: NEWS; Pg. 4\nLength: 212 words"
        f"\nByline: Ann Berg\n\nBody\n\n\n{BODY}\n\nLoad-Date: May 5, 2031\n\n\nEnd of Document\n\n"
    )
    factiva = (
        "News\nArland offers Berland a truce\nAnn Berg\n212 words\n4 May 2031\nThe Shore\nSHORE\n"
        f"English\nCopyright 2031 Shore Press\n\n{BODY}\n\nDocument SHORE00020310504en540001a\n\n"
    )
    tagged = (
        "HD Arland offers Berland a truce\nBY Ann Berg\nWC 212 words\nPD 4 May 2031\nSN The Shore\n"
        f"SC SHORE\nLA English\nCY Copyright 2031\nLP {PARAGRAPHS[1]}\nTD {PARAGRAPHS[2]}\n"
        "AN Document SHORE00020310504en540001b\n\n"
    )
    proquest = (
        "____________________________________________________________\n\nDocument 1 of 2\n\n"
        f"Arland offers Berland a truce\n\nFull text: {BODY}\n\nTitle: Arland offers\n\n"
        "Author: Berg, Ann\n\nPublication title: The Shore\n\nPublication date: May 4, 2031\n\n"
        "ProQuest document ID: 100200300\n\n"
        "____________________________________________________________\n\n"
    )
    words = [
        b"End of Document",
        b"\nBody\n",
        b"Length: ",
        b"Load-Date: ",
        b"Document 2 of 2",
        b"HD ",
    ]
    words += [b"LP ", b"Full text: ", b"____________________________", b"Publication date: "]
    sound = [(text * 2).encode() for text in (nexis, factiva, tagged, proquest)]
    return Sources(sound, words)


def feed() -> Sources:
    """RSS, Atom, OPML and a sitemap."""
    rss = (
        '<?xml version="1.0"?><rss version="2.0"><channel><title>Shore</title><item><title>Offer'
        "</title><link>https://shore.example/a</link><guid>a1</guid><author>Ann Berg</author>"
        "<pubDate>Sun, 04 May 2031 10:00:00 GMT</pubDate>"
        f"<description><![CDATA[{PAGE}]]></description></item></channel></rss>"
    )
    atom = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Shore</title><entry><id>a</id><title>T'
        '</title><link href="https://shore.example/a"/><published>2031-05-04T10:00:00Z</published>'
        f'<content type="html">{PAGE.replace("&", "&amp;").replace("<", "&lt;")}</content></entry>'
        "</feed>"
    )
    opml = (
        '<opml version="2.0"><body><outline text="Shore" xmlUrl="https://shore.example/f"/></body>'
        "</opml>"
    )
    sitemap = (
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://shore.example'
        "/a</loc><lastmod>2031-05-04</lastmod></url></urlset>"
    )
    sound = [text.encode() for text in (rss, atom, opml, sitemap)]
    return Sources(sound, [*TAGS, *XML_WORDS, b"<item>", b"<entry>", b"<outline ", b"<url><loc>"])


def archive() -> Sources:
    """A web archive of two answers, and the same packed."""
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE.encode()
    head = (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://shore.example/%d\r\n"
        b"WARC-Date: 2031-05-04T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:0000-%d>\r\n"
        b"Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n"
    )
    parts = [head % (n, n, len(answer)) + answer + b"\r\n\r\n" for n in (1, 2)]
    words = [b"WARC/1.0\r\n", b"Content-Length: ", b"WARC-Type: ", b"HTTP/1.1 200 OK", b"chunked"]
    return Sources([b"".join(parts)], [*words, b"Content-Encoding: gzip", b"revisit", b"\r\n\r\n"])


def packed_archive() -> Sources:
    """The same, each record packed."""
    return Sources([gzip.compress(archive().sound[0], mtime=0)], [b"\x1f\x8b\x08"])


def odd_packed_archive(random: Random) -> bytes:
    """A sound packing of an archive that is not."""
    return gzip.compress(mutated(random, archive()), mtime=0)


def gkg() -> Sources:
    """Two lines of the table of GDELT."""
    fields = [""] * 27
    fields[0], fields[1], fields[2] = "20310504-1", "20310504100000", "1"
    fields[3], fields[4] = "shore.example", "https://shore.example/a"
    fields[26] = "<PAGE_TITLE>Arland offers</PAGE_TITLE>"
    line = "\t".join(fields)
    return Sources([f"{line}\n{line}\n".encode()], [b"\t", b"<PAGE_TITLE>", b"http://", b"\n"])
