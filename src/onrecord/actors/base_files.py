"""The bundled tables of the base: tab-separated text that a person can open and correct."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

FOLDER = Path(__file__).parent / "base"


def read_table(name: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a bundled table by column; lines that start with # are notes."""
    lines = (FOLDER / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    head = rows[0]
    for row in rows[1:]:
        yield dict(zip(head, row, strict=True))


def items(cell: str) -> tuple[str, ...]:
    """The parts of a cell that holds a list, split by |."""
    return tuple(part for part in cell.split("|") if part)


def read_items(cell: str) -> tuple[str, ...]:
    """The parts of a cell that text is read by: those in brackets are facts for a person alone."""
    return tuple(part for part in items(cell) if not part.startswith("("))
