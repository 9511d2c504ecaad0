"""Bytes to text: which encoding a file is in, and what to do where it is mixed."""

from __future__ import annotations

import codecs
import re

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
DECLARED = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?([\w.:-]+)""", re.I
)
# As browsers do: pages that say latin-1 mean Windows-1252, whose quotes stand at 0x91–0x94.
MEANT = {"iso8859-1": "cp1252", "ascii": "cp1252"}
# Codecs of Python that are text and no charset of any page.
NO_CHARSETS = frozenset({"idna", "punycode", "unicode-escape", "raw-unicode-escape"})
BINARY_STARTS = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"GIF8",
    b"\xff\xd8\xff",
    b"\x1f\x8b",
    b"\xd0\xcf\x11\xe0",
    b"SQLite format 3\x00",
    b"PAR1",
    b"\x7fELF",
    b"RIFF",
)
CONTROLS = bytes(set(range(32)) - {9, 10, 12, 13, 27})
MIXED = "onrecord-mixed"  # utf-8 whose broken bytes are read as Windows-1252


def _read_as_windows(error: UnicodeError) -> tuple[str, int]:
    """The bytes that are no UTF-8, read as Windows-1252 (latin-1 where that has none)."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    broken = error.object[error.start : error.end]
    text = "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in broken)
    return text, error.end


codecs.register_error(MIXED, _read_as_windows)


def is_binary(data: bytes) -> bool:
    """Whether these bytes are no text in any encoding: a known file mark, or control bytes.

    A few stray NUL bytes make no binary: one control byte in fifty does.
    """
    if data.startswith(BINARY_STARTS):
        return True
    if any(data.startswith(mark) for mark, _ in MARKS):
        return False
    sample = data[:65536]
    controls = len(sample) - len(sample.translate(None, CONTROLS))
    return controls * 50 > len(sample)


def decode(data: bytes, *, html: bool = False, declared: str | None = None) -> tuple[str, str]:
    """The text and the name of the encoding it was read by.

    In this order: byte order mark, UTF-8, the charset that a server (`declared`) or else a page
    declares, UTF-8 with stray Windows-1252 bytes ("utf-8+cp1252"), a guess by charset-normalizer,
    Windows-1252.
    """
    for mark, name in MARKS:
        if data.startswith(mark):
            return data.decode(name, "replace"), name
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    declared = _known(declared) or (_declared(data) if html else None)
    if declared and declared != "utf-8":
        return data.decode(declared, "replace"), declared
    if declared == "utf-8" or _is_mostly_utf8(data):
        return data.decode("utf-8", MIXED), "utf-8+cp1252"
    guessed = _guess(data)
    return data.decode(guessed, MIXED if guessed == "cp1252" else "replace"), guessed


def _declared(data: bytes) -> str | None:
    """The charset named in the head of a page, if Python knows it."""
    match = DECLARED.search(data[:4096])
    return _known(match[1].decode("ascii", "replace")) if match else None


def _known(charset: str | None) -> str | None:
    """The name that Python has for a charset, or None; "hex" and the like are none."""
    try:
        name = codecs.lookup(charset or "").name
        b"a".decode(name, "replace")
    except (LookupError, ValueError):
        return None
    return None if name in NO_CHARSETS else MEANT.get(name, name)


def _is_mostly_utf8(data: bytes) -> bool:
    """Whether more non-ASCII characters are sound UTF-8 than are not."""
    lost = data.decode("utf-8", "replace").count("\ufffd")
    sound = sum(1 for byte in data if byte >= 0xC2) - lost  # a sound character has one lead byte
    return sound > lost


def _guess(data: bytes) -> str:
    """The encoding by charset-normalizer, if it is sure; Windows-1252 otherwise."""
    from charset_normalizer import from_bytes  # heavy, and most files never need it

    best = from_bytes(data[:200_000]).best()
    if best is None or best.encoding in {"ascii", "utf_8"}:
        return "cp1252"
    # Its guesses among the western encodings are a coin toss; Windows-1252 is what is in use.
    if best.alphabets and all("Latin" in name or "Basic" in name for name in best.alphabets):
        return "cp1252"
    if best.language in {"English", "Unknown"}:
        return "cp1252"
    return str(best.encoding)
