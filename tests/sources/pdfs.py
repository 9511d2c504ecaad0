"""Small PDFs, written by hand in a font whose letters are all .6 of its size wide."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import NamedTuple

WIDTH, HEIGHT = 612, 792
LEVEL, UP = "1 0 0 1", "0 1 -1 0"  # which way a line runs


class Line(NamedTuple):
    """A line of text: its left end, its baseline from the top, in points."""

    x: float
    y: float
    text: str
    size: float = 10
    way: str = LEVEL


def column(
    paragraphs: Sequence[str], *, x: float, y: float, chars: int, size: float = 10, indent: int = 2
) -> list[Line]:
    """Paragraphs set in a column of so many characters, their first lines farther in."""
    lines: list[Line] = []
    for paragraph in paragraphs:
        wrapped = textwrap.wrap(paragraph, chars, initial_indent="\xa0" * indent)
        for at, text in enumerate(wrapped):
            begin = x + (indent * 0.6 * size if at == 0 else 0)
            lines.append(Line(begin, y, text.strip("\xa0 "), size))
            y += 1.2 * size
    return lines


def by_rows(*columns: Sequence[Line]) -> list[Line]:
    """The lines of all columns row by row, as some programs draw them."""
    return sorted((line for one in columns for line in one), key=lambda line: (line.y, line.x))


def pdf(
    *pages: Sequence[Line],
    info: str = "",
    rotate: int = 0,
    pictures: Sequence[int] = (),
    encrypt: bool = False,
) -> bytes:
    """A PDF of these pages; those numbered in `pictures` hold one picture and no text."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"", _FONT, _PICTURE, f"<<{info}>>".encode()]
    kids = []
    for number, lines in enumerate(pages, start=1):
        drawn = (
            "q 612 0 0 792 0 0 cm /I Do Q" if number in pictures else "".join(map(_drawn, lines))
        )
        objects.append(_stream(drawn.encode("cp1252")))
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {WIDTH} {HEIGHT}]/Rotate {rotate}/Resources"
            f"<</Font<</F 3 0 R>>/XObject<</I 4 0 R>>>>/Contents {len(objects)} 0 R>>".encode()
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>".encode()
    if encrypt:
        key = f"<</Filter/Standard/V 1/R 2/O<{'ab' * 32}>/U<{'cd' * 32}>/P -4>>"
        objects.append(key.encode())
    return _file(objects, f"/Encrypt {len(objects)} 0 R/ID[<00><00>]" if encrypt else "")


def _drawn(line: Line) -> str:
    escaped = line.text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    place = f"{line.way} {line.x} {HEIGHT - line.y}"
    return f"BT /F {line.size} Tf {place} Tm ({escaped}) Tj ET\n"


def _stream(data: bytes, entries: bytes = b"") -> bytes:
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(data), entries, data)


def _file(objects: Sequence[bytes], trailer: str) -> bytes:
    out, places = b"%PDF-1.4\n", b""
    for number, one in enumerate(objects, start=1):
        places += b"%010d 00000 n \n" % len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    size = len(objects) + 1
    end = f"trailer<</Size {size}/Root 1 0 R/Info 5 0 R{trailer}>>\nstartxref\n{len(out)}\n%%EOF"
    return out + b"xref\n0 %d\n0000000000 65535 f \n" % size + places + end.encode()


_FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>"
_PICTURE = _stream(
    b"\x80",
    b"/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8",
)
