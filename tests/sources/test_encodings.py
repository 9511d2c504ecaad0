"""Bytes in every encoding that is met, and those that are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.sources.encodings import decode, is_binary

TEXT = "The café’s “answer” – no."
RUSSIAN = "Министры обоих государств встретились в понедельник, чтобы обсудить мост через реку."


@pytest.mark.parametrize(
    ("data", "html", "expected"),
    [
        (TEXT.encode(), False, (TEXT, "utf-8")),
        (TEXT.encode("utf-8-sig"), False, (TEXT, "utf-8-sig")),
        (TEXT.encode("utf-16"), False, (TEXT, "utf-16")),
        (TEXT.encode("cp1252"), False, (TEXT, "cp1252")),
        (TEXT.encode() * 3 + b" It\x92s mixed", False, (TEXT * 3 + " It’s mixed", "utf-8+cp1252")),
        (
            b'<meta charset="windows-1251">' + RUSSIAN.encode("cp1251"),
            True,
            ('<meta charset="windows-1251">' + RUSSIAN, "cp1251"),
        ),
        (
            b"<meta content='text/html; charset=iso-8859-1'>\x93No\x94",
            True,
            ("<meta content='text/html; charset=iso-8859-1'>“No”", "cp1252"),
        ),
        (b'<meta charset="no-such">\x93No\x94', True, ('<meta charset="no-such">“No”', "cp1252")),
        (b'<meta charset="latin-1">caf\xc3\xa9', True, ('<meta charset="latin-1">café', "utf-8")),
    ],
    ids=[
        "UTF-8",
        "byte order mark",
        "UTF-16",
        "Windows-1252",
        "mixed",
        "declared",
        "latin-1 means Windows",
        "unknown charset",
        "declared wrongly",
    ],
)
def test_decode(data: bytes, html: bool, expected: tuple[str, str]) -> None:
    assert decode(data, html=html) == expected


def test_undeclared_cyrillic_is_guessed() -> None:
    text, encoding = decode((RUSSIAN * 5).encode("cp1251"))
    assert encoding != "cp1252"
    assert text == RUSSIAN * 5


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"%PDF-1.4 text", True),
        (b"\x00\x01\x02\x03" * 50, True),
        (b"Plain text, and one stray \x00 in it, which is not enough to make it binary.", False),
        (TEXT.encode("utf-16"), False),
        ("Текст".encode(), False),
        (b"", False),
    ],
    ids=["mark", "controls", "stray NUL", "UTF-16", "Cyrillic", "nothing"],
)
def test_is_binary(data: bytes, expected: bool) -> None:
    assert is_binary(data) is expected


@given(st.binary(max_size=200), st.booleans())
def test_any_bytes_can_be_decoded(data: bytes, html: bool) -> None:
    text, encoding = decode(data, html=html)
    assert isinstance(text, str)
    assert encoding


@given(st.text(st.characters(codec="utf-8"), max_size=100))
def test_sound_utf8_is_read_as_such(text: str) -> None:
    assert decode(text.encode())[0] in {text, text.removeprefix("\ufeff")}
