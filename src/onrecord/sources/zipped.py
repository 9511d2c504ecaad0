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
MOST_PARTS = 10_000  # a Word file has 10 to 30 and one for each picture
MOST_DIRECTORY_BYTES = 4_000_000  # 10,000 parts with names of 300 bytes; zipfile reads it whole
MOST_BYTES = 300_000_000  # of all parts together: a report full of pictures has 50 MB
MOST_XML_BYTES = 50_000_000  # of one part, as of any text file; its tree takes ten times that
XML = (".xml", ".rels")
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
            tail = _tail(stream)
    else:
        tail = _tail(source)
    at = tail.rfind(END)
    if at < 0 or len(tail) - at < END_BYTES:
        raise zipfile.BadZipFile("the end of the archive is missing")
    parts, size = struct.unpack_from("<HI", tail, at + 10)
    if size > MOST_DIRECTORY_BYTES or parts > MOST_PARTS:
        raise _bomb(where, f"its directory lists {parts:,} parts in {size:,} bytes")


def _tail(stream: IO[bytes]) -> bytes:
    size = stream.seek(0, 2)
    stream.seek(max(0, size - END_BYTES - COMMENT_BYTES))
    return stream.read()


def _unpack(archive: zipfile.ZipFile, part: zipfile.ZipInfo, where: str) -> None:
    """Read one part through: it may hold no more than it says, and its checksum has to hold."""
    size, start = 0, b""
    with archive.open(part) as stream:
        while chunk := stream.read(CHUNK):
            size += len(chunk)
            start = start or chunk
            if size > part.file_size:
                raise _bomb(where, f"{part.filename} holds more than it says")
    # No office file has a DTD: whoever puts one in is after the entities.
    if _is_xml(part.filename) and b"<!DOCTYPE" in start.replace(b"\x00", b"").upper():
        raise ArticleUnreadable(
            where, "XML with entities", part.filename, "save it anew with an office program"
        )


def _is_xml(name: str) -> bool:
    return name.lower().endswith(XML)


def _bomb(where: str, detail: str) -> ArticleUnreadable:
    return ArticleUnreadable(where, "zip bomb", detail, "unpack it yourself if you trust it")
