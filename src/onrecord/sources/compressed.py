"""Bytes of a file, unpacked if it ends in .gz, with a bound on what may come out of it."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, cast

from onrecord.errors import ArticleUnreadable

# News text shrinks by 3 to 5, the most repetitive table by 30 or so; a bomb by 1000.
MOST_GROWTH = 200
ALWAYS_ALLOWED = 100_000_000  # bytes


class _Bounded(io.RawIOBase):
    """A stream that stops when more comes out of it than `most` bytes."""

    def __init__(self, stream: gzip.GzipFile, most: int, where: str) -> None:
        self._stream = stream
        self._left = most
        self._where = where

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(cast(bytearray, buffer))
        data = self._stream.read1(len(view))  # what is there, before the error of what is not
        self._left -= len(data)
        if self._left < 0:
            raise ArticleUnreadable(
                self._where,
                "gzip bomb",
                f"unpacks to more than {MOST_GROWTH} times its size",
                "unpack it yourself if you trust it",
            )
        view[: len(data)] = data
        return len(data)


@contextmanager
def open_bytes(path: Path, where: str) -> Iterator[IO[bytes]]:
    """The file's bytes as a buffered stream; of a .gz what is packed in it.

    A truncated or damaged .gz raises ArticleUnreadable where the damage is met, so that all
    before it has been read.
    """
    with path.open("rb") as packed:
        if path.suffix.lower() != ".gz":
            yield packed
            return
        most = max(ALWAYS_ALLOWED, MOST_GROWTH * path.stat().st_size)
        try:
            with gzip.open(packed) as unpacked:
                bounded = _Bounded(unpacked, most, where)
                yield cast(IO[bytes], io.BufferedReader(bounded, 1 << 16))
        except (EOFError, gzip.BadGzipFile, zlib.error) as error:
            raise ArticleUnreadable(
                where, "damaged gzip", str(error), "fetch the file again; what came before is read"
            ) from error
