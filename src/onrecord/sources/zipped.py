"""Zip archives from strangers: what they may hold is checked before anything is unpacked."""

from __future__ import annotations

import struct
import zipfile
import zlib
from pathlib import Path
from typing import IO

from onrecord.errors import ArticleUnreadable

END = b"PK\x05\x06"  # the record at the end of every archive; only a comment stands after it
END_BYTES, COMMENT_BYTES = 22, 65_535
# Before that may stand the record of a large archive and the way to it (ZIP64), whose numbers count
# then, whatever the end says.
END_64, WAY_TO_IT = b"PK\x06\x06", b"PK\x06\x07"
END_64_BYTES, WAY_BYTES = 56, 20
MOST_PARTS = 10_000  # a Word file has 10 to 30 and one for each picture
MOST_DIRECTORY_BYTES = 4_000_000  # 10,000 parts with names of 300 bytes; zipfile reads it whole
MOST_BYTES = 300_000_000  # of all parts together: a report full of pictures has 50 MB
MOST_XML_BYTES = 50_000_000  # of one part, as of any text file; its tree takes ten times that
XML = (".xml", ".rels")
MARKS = b" \t\r\n\xef\xbb\xbf\xff\xfe"
CHUNK = 1 << 16


def check_zip(source: Path | IO[bytes], where: str) -> frozenset[str]:
    """The names of the parts of an archive that is sound and of a bearable size.

    The sizes of its directory are added up before anything is unpacked, and every part is then
    unpacked once against them, piece by piece, and dropped. The stream is left at its start.
    Raises ArticleUnreadable if it is a bomb, damaged, encrypted, or declares XML entities.
    """
    try:
        _check_directory(source, where)
        with zipfile.ZipFile(source) as archive:
            parts = archive.infolist()
            total = sum(part.file_size for part in parts)
            largest = max((p.file_size for p in parts if _is_xml(p.filename)), default=0)
            if total > MOST_BYTES or largest > MOST_XML_BYTES or len(parts) > MOST_PARTS:
                raise _bomb(where, f"{len(parts):,} parts unpack to {total:,} bytes")
            if any(
                p.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for p in parts
            ):
                raise zipfile.BadZipFile("packed by a method that no Word file uses")
            for part in parts:
                _unpack(archive, part, where)
            names = frozenset(part.filename for part in parts)
    except (zipfile.BadZipFile, zlib.error, EOFError, struct.error, ValueError) as error:
        raise ArticleUnreadable(
            where, "damaged zip archive", str(error), "fetch the file again"
        ) from error
    except (RuntimeError, NotImplementedError) as error:  # what zipfile says of these
        raise ArticleUnreadable(
            where, "encrypted zip archive", str(error), "save it without a password"
        ) from error
    if not isinstance(source, Path):
        source.seek(0)
    return names


def _check_directory(source: Path | IO[bytes], where: str) -> None:
    """Raise ArticleUnreadable if the directory alone would fill the memory: zipfile loads it."""
    if isinstance(source, Path):
        with source.open("rb") as stream:
            start, tail = _tail(stream)
    else:
        start, tail = _tail(source)
    at = tail.rfind(END)
    if at < 0 or len(tail) - at < END_BYTES:
        raise zipfile.BadZipFile("the end of the archive is missing")
    parts, size = struct.unpack_from("<HI", tail, at + 10)
    way = at - WAY_BYTES
    if way >= 0 and tail.startswith(WAY_TO_IT, way):
        record = way - END_64_BYTES
        (told,) = struct.unpack_from("<Q", tail, way + 8)
        if record < 0 or not tail.startswith(END_64, record) or told != start + record:
            raise zipfile.BadZipFile("what says how large it is is missing")
        parts, size = struct.unpack_from("<QQ", tail, record + 32)
    if size > MOST_DIRECTORY_BYTES or parts > MOST_PARTS:
        raise _bomb(where, f"its directory lists {parts:,} parts in {size:,} bytes")


def _tail(stream: IO[bytes]) -> tuple[int, bytes]:
    """The last bytes, as many as matter, and where they begin."""
    size = stream.seek(0, 2)
    start = stream.seek(max(0, size - END_64_BYTES - WAY_BYTES - END_BYTES - COMMENT_BYTES))
    return start, stream.read()


def _unpack(archive: zipfile.ZipFile, part: zipfile.ZipInfo, where: str) -> None:
    """Read one part through: it may hold no more than it says, and its checksum has to hold."""
    size, start = 0, b""
    with archive.open(part) as stream:
        while chunk := stream.read(CHUNK):
            size += len(chunk)
            start = start or chunk
            if size > part.file_size:
                raise _bomb(where, f"{part.filename} holds more than it says")
    plain = start.replace(b"\x00", b"").upper()  # UTF-16 has a NUL in each character
    # Whatever it is called: which parts are XML is told elsewhere in the file.
    if size > MOST_XML_BYTES and plain.lstrip(MARKS).startswith(b"<"):
        raise _bomb(where, f"{part.filename} unpacks to {size:,} bytes")
    # No office file has a DTD: whoever puts one in is after the entities. A page or a drawing that
    # is put into one has, but declares nothing.
    if (b"<!DOCTYPE" if _is_xml(part.filename) else b"<!ENTITY") in plain:
        raise ArticleUnreadable(
            where, "XML with entities", part.filename, "save it anew with an office program"
        )


def _is_xml(name: str) -> bool:
    return name.lower().endswith(XML)


def _bomb(where: str, detail: str) -> ArticleUnreadable:
    return ArticleUnreadable(where, "zip bomb", detail, "unpack it yourself if you trust it")
