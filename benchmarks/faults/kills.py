"""Kills at any moment: a child reads and decides, the parent ends it without warning.

Each child is forked from this process, so that it starts at once. It goes on with the record that
the last kill left, until its work is done; then a new record is begun.
"""

from __future__ import annotations

import os
import random
import signal
import time
import traceback
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from benchmarks.faults import work
from benchmarks.faults.disk import FailingDisk, Fault
from onrecord.errors import RecordError
from onrecord.records import Decision

KILLS_EACH = 6  # of one record: the first ones fall into its reading, the later into decisions
EMPTY = "nothing was read into it yet"


@dataclass(slots=True)
class Told:
    """What was acknowledged on one record so far."""

    articles: int = 0
    decisions: int = 0
    read: bool = False
    error: str = ""


@dataclass(slots=True)
class Outcome:
    """What came of kills: how many fell where, what was acknowledged, and what was lost."""

    kills: int = 0
    finished: int = 0
    articles: int = 0
    decisions: int = 0
    while_reading: int = 0
    while_deciding: int = 0
    faults: list[str] = field(default_factory=list)


def run_child(
    folder: Path,
    record: Path,
    decisions: Sequence[Decision],
    told: Told,
    *,
    after: float | None = None,
    fault: Fault | None = None,
    at: int = 0,
) -> bool:
    """Whether a child did all its work; what it told is added to `told`.

    It is killed `after` so many seconds, or at the disk's operation `at`.
    """
    reads, writes = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reads)
        _work(folder, record, decisions, writes, fault, at)
    os.close(writes)
    if after is not None:
        time.sleep(after)
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    with os.fdopen(reads, encoding="utf-8") as lines:
        for line in lines.read().splitlines():
            add_told(told, line)
    return status == 0


def _work(
    folder: Path,
    record: Path,
    decisions: Sequence[Decision],
    out: int,
    fault: Fault | None,
    at: int,
) -> None:
    """Do all the work in this process, and end it."""
    status = 1
    try:
        if fault is not None:
            FailingDisk(fault, at)

        def tell(what: str) -> None:
            os.write(out, f"{what}\n".encode())

        work.read_folder(folder, record, tell)
        work.decide(record, decisions, tell)
        status = 0
    except RecordError as error:
        os.write(out, f"error {error}\n".encode())
    except Exception:
        os.write(out, f"error {traceback.format_exc()[-300:]!r}\n".encode())
    finally:
        os._exit(status)


def add_told(told: Told, line: str) -> None:
    """Add one line of what a child told."""
    what, _, rest = line.partition(" ")
    if what == "articles":
        told.articles = max(told.articles, int(rest))
    elif what == "decisions":
        told.decisions = max(told.decisions, int(rest))
    elif what == "read":
        told.read = True
    elif what == "error":
        told.error = rest


def kill_at_random(folder: Path, records: Path, kills: int, seed: int) -> Outcome:
    """The outcome of so many kills, at any moment of the time that the whole work takes."""
    chance = random.Random(seed)  # noqa: S311  # of times, not of secrets
    decisions, expected = work.undisturbed(folder, records / "undisturbed.onrecord")
    began = time.monotonic()
    run_child(folder, records / "timed.onrecord", decisions, Told())
    whole = time.monotonic() - began
    outcome = Outcome()
    for number in count():
        if outcome.kills == kills:
            return outcome
        record, told = records / f"{number}.onrecord", Told()
        for _ in range(min(KILLS_EACH, kills - outcome.kills)):
            after = chance.uniform(0, whole)
            if run_child(folder, record, decisions, told, after=after):
                break
            outcome.kills += 1
            outcome.while_deciding += told.read
            outcome.while_reading += not told.read
            check(record, told, decisions, outcome)
        finish(folder, record, decisions, told, expected, outcome)
    raise AssertionError("count has no end")


def check(record: Path, told: Told, decisions: Sequence[Decision], outcome: Outcome) -> None:
    """Add to the outcome what is wrong with a record right after its child ended."""
    try:
        found = work.faults(record, told.articles, decisions[: told.decisions])
    except RecordError as error:
        # A file without anything in it is no fault while nothing was acknowledged.
        found = [] if not told.articles and EMPTY in str(error) else [str(error)]
    outcome.faults += [f"{record.name} after {told}: {fault}" for fault in found]


def finish(
    folder: Path,
    record: Path,
    decisions: Sequence[Decision],
    told: Told,
    expected: str,
    outcome: Outcome,
) -> None:
    """Do the rest of the work undisturbed; its exports must be those of an undisturbed run."""
    outcome.articles += told.articles
    outcome.decisions += told.decisions
    if not run_child(folder, record, decisions, told):
        outcome.faults.append(f"{record.name}: the work could not be finished")
    elif work.print_of(record) != expected:
        outcome.faults.append(f"{record.name}: exports differ from those of an undisturbed run")
    else:
        outcome.finished += 1
    check(record, told, decisions, outcome)
