"""Rich text: what it says, and what is meant to stall or break its reader."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from onrecord.errors import ArticleUnreadable
from onrecord.sources.rtf import DEEPEST, is_rtf, read_rtf
from tests.sources.made import found, pages, write

HEAD = (
    rb"{\rtf1\ansi\ansicpg1252\deff0"
    rb"{\fonttbl{\f0\fswiss\fcharset0 Arial;}{\f1\froman\fcharset204 Times;}}\f0 "
)
TEXTS = {
    "paragraphs and line breaks": (rb"One.\par Two,\line three.\par}", "One.\nTwo,\nthree.\n"),
    "characters by number": (rb"Orvenia\u8217?s caf\u233\'e9\par}", "Orvenia’s café\n"),
    "two characters to pass over": (rb"{\uc2 a\u8217??b}c}", "a’bc"),
    "beyond sixteen bits": (rb"a\u-10179?\u-8704?b}", "a\U0001f600b"),
    "half of such a character": (rb"a\u-10179?b}", "a\ufffdb"),
    "old bytes": (rb"\'93Yes\'94 \'96 no}", "“Yes” – no"),
    "old bytes of another script": (rb"{\f1 \'e4\'e0}}", "да"),
    "raw bytes": ("caf\xe9}".encode("cp1252"), "café"),
    "raw bytes in UTF-8": ("café}".encode(), "café"),
    "named characters": (
        rb"\ldblquote Yes\rdblquote  \endash  no\emdash\~so}",
        "“Yes” – no—\xa0so",
    ),
    "a link": (
        rb'See {\field{\*\fldinst{HYPERLINK "http://a.example/a b"}}{\fldrslt{\ul The title}}}.}',
        "See The title.",
    ),
    "two links on a line": (
        rb'{\field{\*\fldinst HYPERLINK "x"}{\fldrslt One}} {\field{\*\fldinst HYPERLINK "y"}'
        rb"{\fldrslt Two}}}",
        "One Two",
    ),
    "a table": (rb"\trowd\cellx1\intbl HD\cell Talks\cell\row after}", "HD|Talks|\nafter"),
    "a picture": (rb"a{\pict\pngblip 89504e47}b{\*\shppict{\pict ff}}c}", "abc"),
    "a picture in bytes": (rb"a{\pict\bin5 }}{\x}b}", "ab"),
    "bytes outside a picture": (rb"a\bin3 }}}b}", "ab"),
    "hidden tables": (rb"{\stylesheet{\s0 Normal;}}{\info{\title No}}{\*\other no}Text}", "Text"),
    "escaped braces": (rb"a \{b\} \\c}", r"a {b} \c"),
    "bad numbers": (rb"a\u9999999999 \u x\uc y\uc-1 \uc99 z\ansicpg99999 \'zz}", "a\ufffdxyzzz"),
    "a word behind what is taken out": (
        rb"\pard{\pict ff}Talks\b{\*\shppict ff}open\i\bin2 xxtoday\b\uc99 at \u noon}",
        "Talksopentodayat noon",
    ),
    "a link, spaced": (
        b'{\\field{ \\*\n\\fldinst{HYPERLINK "a"}}{ \\fldrslt The title}}}',
        " The title",
    ),
    "nothing": (rb"}", ""),
}


@pytest.mark.parametrize(("written", "text"), TEXTS.values(), ids=TEXTS)
def test_rich_text(written: bytes, text: str) -> None:
    rich = read_rtf(HEAD + written, "a.rtf")
    assert rich.text == text
    assert rich.is_whole
    rich.text.encode()  # no half characters


def test_a_text_without_its_end_is_read_as_far_as_it_goes() -> None:
    rich = read_rtf(HEAD + rb"One.\par {\b Two", "a.rtf")
    assert (rich.text, rich.is_whole) == ("One.\nTwo", False)


def test_two_texts_joined_end_to_end_are_both_read() -> None:
    both = HEAD + rb"One.\par}" + b"\r\n\x00" + HEAD + rb"Two.\par}"
    assert read_rtf(both, "a.rtf").text.split() == ["One.", "Two."]


@pytest.mark.parametrize(
    ("data", "answer"),
    [
        (HEAD, True),
        (b"\xef\xbb\xbf" + HEAD, True),
        (b"\r\n" + HEAD, True),
        (b"rtf {\\rtf1", False),
        (b"{ a }", False),
        (b"", False),
    ],
)
def test_rich_text_is_known_by_its_first_bytes(data: bytes, answer: bool) -> None:
    assert is_rtf(data) is answer


def test_nesting_has_an_end() -> None:
    deep = HEAD + b"{" * (DEEPEST - 1) + b"x" + b"}" * DEEPEST
    assert read_rtf(deep, "a.rtf").text == "x"
    for opening in (b"{", rb"{\pict{"):
        with pytest.raises(ArticleUnreadable, match="nested too deeply"):
            read_rtf(HEAD + opening * 2_000_000, "a.rtf")


HOSTILE = {
    "fonts without a set": rb"{\rtf1{\fonttbl" + rb"\f1" * 300_000,
    "fonts without an end": rb"{\rtf1{\fonttbl" + rb"\f0\fcharset0" * 80_000,
    "links without an end": HEAD + rb"{\field{\*\fldinst{" * 100 + rb' HYPERLINK "a"' * 60_000,
    "spaced links without an end": HEAD
    + b"{\\field{ \\*\\fldinst{" * 100
    + rb' HYPERLINK "a"' * 60_000,
    "links side by side": HEAD
    + rb'{\field{\*\fldinst{HYPERLINK "a"}}{\fldrslt z}}' * 20_000
    + b"}",
    "old bytes": HEAD + rb"\'e9" * 250_000 + b"}",
    "one paragraph": HEAD + b"word and another " * 60_000 + b"}",
    "closed again and again": HEAD + b"}" * 1_000_000,
    "stars": HEAD + rb"{\*" * 400 + rb"\*" * 400_000,
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE)
def test_a_megabyte_of_anything_takes_seconds_at_most(data: bytes) -> None:
    started = time.process_time()
    read_rtf(data, "a.rtf")
    assert time.process_time() - started < 5  # a square of it would take minutes


def test_a_plain_rich_text_is_one_article(tmp_path: Path) -> None:
    write(tmp_path / "a.rtf", HEAD + rb"Talks open\par The council met in Port Alen.\par}")
    write(tmp_path / "b.rtf", HEAD + rb"Talks open\par The council {\b met in")
    write(tmp_path / "c.rtf", HEAD + rb"{\pict ff}\par}")
    write(tmp_path / "d.rtf", "Talks open\n\nNo rich text at all.")
    write(tmp_path / "e.doc", HEAD + rb"The council met.\par}")
    write(tmp_path / "f.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 100)
    assert found(tmp_path) == [
        "a.rtf", "b.rtf", "b.rtf: file cut off", "c.rtf: no text", "d.rtf", "e.doc",
        "f.doc: binary file",
    ]  # fmt: skip
    page = pages(tmp_path)[0]
    assert page.raw == "Talks open\nThe council met in Port Alen.\n"
    assert (page.original, page.encoding) == (page.raw.encode(), "utf-8")


@pytest.mark.parametrize("count", ["-10", "-1", "0", "3"])
def test_binary_data_of_less_than_nothing_ends(count: str) -> None:
    text = read_rtf(rf"{{\rtf1 Before\bin{count} abc after}}".encode(), "a.rtf")
    assert "Before" in str(text)
    assert "after" in str(text)
