"""Every question to a record file, as a user asks them one after another."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from benchmarks.fuzzing.readers import outcome_of
from onrecord.errors import OnrecordError
from onrecord.presentation.record import Record, open_record

QUESTIONS: tuple[Callable[[Record], object], ...] = (
    lambda record: record.info(),
    lambda record: record.verify(),
    lambda record: record.articles(),
    lambda record: record.statements(),
    lambda record: record.positions(),
    lambda record: record.actors(),
    lambda record: record.matrix(),
    lambda record: record.timeline(),
    lambda record: record.gaps(),
    lambda record: record.search("Arland"),
    lambda record: record.decisions(),
)


def ask_everything(path: Path) -> str:
    """How many of the questions were answered, and the first fault that was told."""
    answered, first = 0, ""
    for ask in QUESTIONS:
        try:
            ask(open_record(path))
            answered += 1
        except OnrecordError as error:
            first = first or outcome_of(error)
    if answered:
        with tempfile.TemporaryDirectory() as folder:
            for form in ("jsonl", "csv"):
                try:
                    open_record(path).export(form, Path(folder))  # type: ignore[arg-type]
                except OnrecordError as error:
                    first = first or outcome_of(error)
    return f"{answered} answers {first}".strip()
