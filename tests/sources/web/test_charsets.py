"""The charset that a server names, and names that are none."""

from __future__ import annotations

import pytest

from onrecord.sources.encodings import decode

TEXT = "Łódź"
POLISH = TEXT.encode("iso8859-2")


def test_what_a_server_says_outranks_what_the_page_says():
    page = b'<meta charset="windows-1252">' + POLISH
    assert decode(page, html=True, declared="ISO-8859-2")[0].endswith(TEXT)
    assert not decode(page, html=True)[0].endswith(TEXT)
    assert decode(TEXT.encode(), declared="iso-8859-2") == (TEXT, "utf-8")  # as the bytes show


NONE = ["hex", "base64", "zlib", "rot13", "idna", "punycode", "undefined", "unicode_escape",
        "no-such", "", "a\0b", "x" * 5_000, "../utf-8", "é"]  # fmt: skip


@pytest.mark.parametrize("name", NONE, ids=lambda name: name[:12].encode("unicode_escape").decode())
def test_what_is_no_charset_is_passed_over(name):
    for text, encoding in (
        decode(b"caf\xe9", declared=name),
        decode(f'<meta charset="{name}">caf'.encode() + b"\xe9", html=True),
    ):
        assert text.endswith("café")
        assert encoding in {"cp1252", "utf-8+cp1252"}
