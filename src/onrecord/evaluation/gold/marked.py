"""Sentences with who acts and who is acted upon marked in them, as gold sets of acts have them."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from onrecord.errors import GoldMissing
from onrecord.language.acting import Pair


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedSentence:
    """A sentence with its marks, and what the gold says of it.

    `label` is one of the classes that we tell apart, `event` the set's own word for it. `path` is
    the set's file and the number of the sentence in it, from 1.
    """

    path: str
    pair: Pair
    label: str
    event: str


class Marking:
    """A text put together out of parts, some of which are marked."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.spans: dict[str, list[tuple[int, int]]] = {}

    def put(self, part: str, mark: str | None = None) -> None:
        """Add a part; one that is marked loses nothing, but its mark leaves out outer blanks."""
        start = self.length + len(part) - len(part.lstrip())
        end = self.length + len(part.rstrip())
        if mark is not None and start < end:
            self.spans.setdefault(mark, []).append((start, end))
        self.parts.append(part)
        self.length += len(part)

    def pair(self, source: str, target: str) -> Pair:
        """The text with the spans of these two marks."""
        return Pair(
            text="".join(self.parts),
            source=tuple(self.spans.get(source, ())),
            target=tuple(self.spans.get(target, ())),
        )


def read_rows(path: Path, columns: tuple[str, ...] | None = None) -> Iterator[Mapping[str, str]]:
    """Yield the rows of a table with tabs; `columns` names them where the file does not.

    Raises GoldMissing, naming the file, if it cannot be read.
    """
    try:
        with path.open(encoding="utf-8", newline="") as file:
            yield from csv.DictReader(file, fieldnames=columns, delimiter="\t")
    except (OSError, csv.Error, UnicodeDecodeError) as error:
        raise GoldMissing(f"{path}: cannot be read ({error})") from None
