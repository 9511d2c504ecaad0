"""A fault at every write: disk full, disk broken or process killed at each operation in turn."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.faults import work
from benchmarks.faults.disk import FailingDisk, Fault
from benchmarks.faults.kills import Outcome, Told, check, finish, run_child
from onrecord.records import Decision


@dataclass(slots=True)
class Everywhere:
    """What came of one fault at so many places of the work: `stopped` of them told an error."""

    fault: Fault
    operations: int
    tried: int = 0
    stopped: int = 0
    outcome: Outcome = field(default_factory=Outcome)
    errors: set[str] = field(default_factory=set)


def operations_of(folder: Path, record: Path, decisions: Sequence[Decision]) -> int:
    """How many operations the work makes on the disk."""
    reads, writes = os.pipe()
    if os.fork() == 0:
        disk = FailingDisk()
        work.read_folder(folder, record)
        work.decide(record, decisions)
        os.write(writes, str(disk.count).encode())
        os._exit(0)
    os.close(writes)
    os.wait()
    with os.fdopen(reads) as told:
        return int(told.read())


def fail_everywhere(folder: Path, records: Path, fault: Fault, step: int = 1) -> Everywhere:
    """What comes of the fault at every `step`-th operation of the work, each on a new record."""
    decisions, expected = work.undisturbed(folder, records / f"{fault}.onrecord")
    counted = operations_of(folder, records / f"{fault}-counted.onrecord", decisions)
    made = Everywhere(fault, counted)
    for at in range(1, made.operations + 1, step):
        record, told = records / f"{fault}-{at}.onrecord", Told()
        done = run_child(folder, record, decisions, told, fault=fault, at=at)
        made.tried += 1
        made.stopped += not done
        outcome = made.outcome
        if fault in {"full", "broken"} and not done:
            words = told.error.replace(str(record), "RECORD")
            made.errors.add(words)
            if not words.startswith("RECORD: "):
                outcome.faults.append(f"{record.name}: no error of ours was told: {words!r}")
        check(record, told, decisions, outcome)
        finish(folder, record, decisions, told, expected, outcome)
        for left in records.glob(f"{record.name}*"):
            if left.is_file():
                left.unlink()
    return made
