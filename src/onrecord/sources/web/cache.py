"""What was fetched, kept in the user's cache folder: for questions of "has it changed?" and for
reading without a network.

One file an address, named by its hash: a line of JSON, then the body. Written beside and moved into
place, so that a reader sees all of it or nothing.
"""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path

from onrecord.errors import SourceUnreadable

MOST_BYTES = 1_000_000_000  # on disk; beyond it what was used longest ago is let go


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """An answer as it is kept: a body, or where the address leads on to (`location`)."""

    url: str
    media_type: str = ""
    charset: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    location: str | None = None
    body: bytes = b""
    age: float = 0.0  # seconds since it was fetched or confirmed

    @property
    def conditions(self) -> dict[str, str]:
        """The headers that ask for it only if it has changed."""
        named = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in named.items() if value}


def default_folder() -> Path:
    """Where a user's cache lies on this system."""
    from platformdirs import user_cache_path  # few runs need it

    return user_cache_path("onrecord", appauthor=False) / "web"


class Cache:
    """The folder of what was fetched; by default where the system has such things."""

    def __init__(self, folder: Path | None = None) -> None:
        self._given = folder

    @cached_property
    def _folder(self) -> Path:
        return self._given or default_folder()

    def load(self, url: str) -> Kept | None:
        """What is kept of an address; None if nothing is, or if the file is damaged."""
        path = self._path(url)
        try:
            head, _, body = path.read_bytes().partition(b"\n")
            fields = json.loads(head)
            age = max(0.0, time.time() - path.stat().st_mtime)
            kept = Kept(**fields, body=body, age=age)
        except (OSError, ValueError, TypeError):
            return None
        return kept if kept.url == url else None

    def store(self, kept: Kept) -> None:
        """Keep an answer in place of an earlier one. Raises SourceUnreadable."""
        fields = {k: v for k, v in asdict(kept).items() if k not in ("body", "age")}
        path = self._path(kept.url)
        try:
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            new = path.with_suffix(f".{os.getpid()}")
            new.write_bytes(json.dumps(fields).encode() + b"\n" + kept.body)
            new.replace(path)
        except OSError as error:
            raise SourceUnreadable(
                f"{self._folder}: cannot keep what is fetched ({error.strerror}); free some space"
                " or see who may write there"
            ) from error

    def confirm(self, url: str) -> None:
        """Note that what is kept is still what the site has."""
        # Another run may have let go of it, or own it: then it only counts as older than it is.
        with suppress(OSError):
            os.utime(self._path(url))

    def trim(self, most: int = MOST_BYTES) -> None:
        """Let go of what was used longest ago, until so many bytes are left."""
        found: list[tuple[float, Path, int]] = []
        for path in self._folder.glob("??/*"):
            try:
                state: os.stat_result = path.stat()
            except OSError:
                continue  # another run let go of it
            found.append((state.st_mtime, path, state.st_size))
        left = sum(size for _, _, size in found)
        for _, path, size in sorted(found):
            if left <= most:
                return
            with suppress(OSError):  # another run let go of it, or none of ours put it there
                path.unlink()
            left -= size

    def _path(self, url: str) -> Path:
        name = hashlib.sha256(url.encode("utf-8", "surrogatepass")).hexdigest()
        return self._folder / name[:2] / name


def header_of(headers: Mapping[str, str], name: str) -> str | None:
    """A header that we send back: bounded and in one line, else None."""
    value = headers.get(name, "")
    return value if 0 < len(value) <= 500 and value.isprintable() else None
