"""A small record that was read and decided on, made once for all tests of damage."""

from __future__ import annotations

from pathlib import Path

from benchmarks.faults import work


def write_record(folder: Path, articles: int = 4) -> tuple[Path, str]:
    """The record, and the print of its exports."""
    work.write_folder(folder / "articles", articles)
    record = folder / "sound.onrecord"
    _, print_of = work.undisturbed(folder / "articles", record)
    return record, print_of
