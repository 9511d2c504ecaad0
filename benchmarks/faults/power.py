"""Power cuts: what was written and not synced is lost, kept or torn, in any mixture.

The work is done once with every write and sync noted; from the notes the state of the disk is made
for a cut at any moment, and the record opened as it then is. What SQLite says of disks holds here:
a write reaches no byte beside it, and a new file is there once it was synced
(https://www.sqlite.org/psow.html). Shared memory is gone.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.faults import work
from benchmarks.faults.disk import Done, FailingDisk
from benchmarks.faults.kills import Told, add_told
from onrecord.errors import RecordMissing
from onrecord.records import Decision

SECTOR = 512
Note = Done | str  # what was done on the disk, or told to the user


@dataclass(slots=True)
class _File:
    """A file as it is on the disk, None for not there, and what was not synced since."""

    synced: bytes | None = None
    pending: list[Done] = field(default_factory=list)
    was: _File | None = None  # of the same name, deleted before


@dataclass(slots=True)
class Cuts:
    """What came of power cuts: how many, how many right after something was acknowledged."""

    cuts: int = 0
    after_telling: int = 0
    faults: list[str] = field(default_factory=list)


def note_work(
    folder: Path, record: Path, decisions: Sequence[Decision], disk: FailingDisk
) -> list[Note]:
    """Everything that the work did on the disk and told, in order."""
    notes: list[Note] = []
    disk.watch = notes.append
    work.read_folder(folder, record, notes.append)
    work.decide(record, decisions, notes.append)
    disk.watch = None
    return notes


def cut_power(folder: Path, scratch: Path, cuts: int, seed: int, *, worst: bool = False) -> Cuts:
    """The outcome of so many cuts at random moments, and of one after each acknowledgement.

    `worst`: nothing that was not synced is there.
    """
    chance = random.Random(seed)  # noqa: S311  # of moments, not of secrets
    disk = FailingDisk()
    try:
        record = scratch / "noted.onrecord"
        decisions, _ = work.undisturbed(folder, scratch / "undisturbed.onrecord")
        notes = note_work(folder, record, decisions, disk)
    finally:
        disk.remove()
    told_at = [at for at, note in enumerate(notes, start=1) if isinstance(note, str)]
    drawn = [chance.randrange(len(notes) + 1) for _ in range(cuts)]
    outcome = Cuts(after_telling=len(told_at))
    for at in (*told_at, *drawn):
        told = Told()
        for note in notes[:at]:
            if isinstance(note, str):
                add_told(told, note)
        place = scratch / f"cut-{outcome.cuts}"
        _write(place, _state(notes[:at]), chance, worst=worst)
        try:
            found = work.faults(place / record.name, told.articles, decisions[: told.decisions])
        except RecordMissing as error:
            found = [str(error)] if told.articles else []
        outcome.cuts += 1
        outcome.faults += [f"cut at {at}, {told}: {fault}" for fault in found]
    return outcome


def _state(notes: Sequence[Note]) -> dict[str, _File]:
    """The files after these notes, by name."""
    files: dict[str, _File] = {}
    for note in notes:
        if isinstance(note, str):
            continue
        name = Path(note.path).name
        if note.operation == "open":
            files[name] = _File(was=files.get(name))
        elif note.operation == "delete":
            files[name] = _File(was=files.get(name))
            if note.at:  # the folder is synced with it
                _settle(files)
        elif note.operation == "sync":
            file = files[name]
            if file.synced is None and name.endswith(("-wal", "-journal")):
                _settle(files)  # with the first sync of a log SQLite syncs its folder
            file.synced, file.pending, file.was = _applied(file, file.pending), [], None
        else:
            files[name].pending.append(note)
    return files


def _settle(files: dict[str, _File]) -> None:
    """The folder is on the disk: what was deleted from it does not come back."""
    for file in files.values():
        file.was = None


def _applied(file: _File, done: Sequence[Done]) -> bytes:
    data = bytearray(file.synced or b"")
    for one in done:
        if one.operation == "truncate":
            del data[one.at :]
        else:
            data.extend(bytes(max(0, one.at - len(data))))
            data[one.at : one.at + len(one.data)] = one.data
    return bytes(data)


def _write(place: Path, files: dict[str, _File], chance: random.Random, *, worst: bool) -> None:
    """Make the folder as the cut leaves it."""
    place.mkdir()
    for name, file in files.items():
        if not file.pending and file.synced is None:
            if file.was is None or worst or chance.random() < 0.5:
                continue  # deleted, or never there
            file = file.was  # noqa: PLW2901  # deleted, but the folder was not written
        done = (
            [] if worst else [_torn(one, chance) for one in file.pending if chance.random() < 0.5]
        )
        if file.synced is not None or done:
            (place / name).write_bytes(_applied(file, done))


def _torn(done: Done, chance: random.Random) -> Done:
    """The operation, or the beginning of it."""
    if done.operation != "write" or chance.random() < 0.5:
        return done
    sectors = chance.randrange(len(done.data) // SECTOR + 1)
    return Done(done.operation, done.path, done.at, done.data[: sectors * SECTOR])
