"""Paths of the rows of one table: stable from run to run, and never two the same."""

from __future__ import annotations

import hashlib


class RowPaths:
    """Gives each row its path: "export.jsonl#<id>", or its line number where it has no id.

    A second row with the same id gets its line number as well, or it would take the place of
    the first. Eight bytes of each id are remembered, not the id.
    """

    def __init__(self, where: str) -> None:
        self._where = where
        self._seen: set[bytes] = set()

    def path(self, row_id: str | None, number: int) -> str:
        """The path of the row with this id (or None) at this line."""
        if row_id is None:
            return f"{self._where}#{number}"
        key = hashlib.blake2b(row_id.encode("utf-8", "surrogatepass"), digest_size=8).digest()
        if key in self._seen:
            return f"{self._where}#{row_id}@{number}"
        self._seen.add(key)
        return f"{self._where}#{row_id}"
