"""A disk that fails on purpose: every write that SQLite makes in this process goes through here.

SQLite asks its VFS (https://www.sqlite.org/vfs.html) for every write, truncation, sync, new file,
deletion and growth of shared memory. `FailingDisk` puts itself between the two, counts these
operations, and at the one that was asked for fills the disk, breaks it or kills the process; a
`Recorder` keeps what was written and what of it was synced, for power cuts.
"""

from __future__ import annotations

import _sqlite3
import ctypes
import os
import signal
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

CREATE = 0x4  # SQLITE_OPEN_CREATE
FULL, CANTOPEN = 13, 14
IO_WRITE, IO_SYNC, IO_TRUNCATE = 778, 1034, 1546
IO_DELETE, IO_SHARED = 2570, 4874

Operation = Literal["open", "write", "truncate", "sync", "delete", "share"]
Fault = Literal["full", "broken", "kill", "torn"]
# What the system says on a full disk, which still syncs and deletes, and on one that is broken.
WHEN_FULL = {"open": CANTOPEN, "write": FULL, "share": IO_SHARED}
WHEN_BROKEN = {
    "open": CANTOPEN,
    "write": IO_WRITE,
    "truncate": IO_TRUNCATE,
    "sync": IO_SYNC,
    "delete": IO_DELETE,
    "share": IO_SHARED,
}

INSTALLED: list[FailingDisk] = []  # their callbacks live as long as SQLite may call them

# Names go on as the pointers that they are: SQLite keeps them, and looks for options behind them.
Open = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p
)
Delete = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
Write = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int, ctypes.c_int64
)
Truncate = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int64)
Sync = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int)
Share = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_int, ctypes.c_int, ctypes.c_void_p
)


class _Vfs(ctypes.Structure):
    _fields_ = (
        ("version", ctypes.c_int),
        ("file_size", ctypes.c_int),
        ("longest_path", ctypes.c_int),
        ("following", ctypes.c_void_p),
        ("name", ctypes.c_char_p),
        ("own", ctypes.c_void_p),
        ("open", ctypes.c_void_p),
        ("delete", ctypes.c_void_p),
    )


class _Methods(ctypes.Structure):
    _fields_ = (
        ("version", ctypes.c_int),
        ("close", ctypes.c_void_p),
        ("read", ctypes.c_void_p),
        ("write", ctypes.c_void_p),
        ("truncate", ctypes.c_void_p),
        ("sync", ctypes.c_void_p),
        ("rest_of_first", ctypes.c_void_p * 7),
        ("share", ctypes.c_void_p),
        ("rest", ctypes.c_void_p * 5),
    )


@dataclass(frozen=True, slots=True)
class Done:
    """One operation that was done on a file: at which offset, and what was written.

    Of a deletion, `at` is 1 where the folder was synced after it.
    """

    operation: Operation
    path: str
    at: int = 0
    data: bytes = b""


def can_fail() -> bool:
    """Whether SQLite can be reached here: not where it is built into the interpreter."""
    try:
        return bool(ctypes.CDLL(_sqlite3.__file__).sqlite3_vfs_find)
    except (AttributeError, OSError):
        return False


class FailingDisk:
    """From now on every write of SQLite in this process is counted, and some of them fail.

    `at` is the number of the operation that fails, from 1 on; a full or broken disk stays so until
    `mend`. `watch` is told of every operation that was done.
    """

    def __init__(
        self,
        fault: Fault | None = None,
        at: int = 0,
        watch: Callable[[Done], None] | None = None,
    ) -> None:
        self.fault, self.at, self.count = fault, at, 0
        self.watch = watch
        self._paths: dict[int, str] = {}
        self._ours: dict[int, _Methods] = {}
        self._kept: list[Any] = []
        INSTALLED.append(self)
        library = ctypes.CDLL(_sqlite3.__file__)
        library.sqlite3_vfs_find.restype = ctypes.POINTER(_Vfs)
        self._vfs = library.sqlite3_vfs_find(None)
        self._open = Open(self._vfs.contents.open)
        self._delete = Delete(self._vfs.contents.delete)
        self._vfs.contents.open = self._callback(Open(self._on_open))
        self._vfs.contents.delete = self._callback(Delete(self._on_delete))

    def _done(self, done: Done) -> None:
        if self.watch is not None:
            self.watch(done)

    def mend(self) -> None:
        """Let everything through again."""
        self.fault = None

    def remove(self) -> None:
        """Take this disk out of the way; no database may be open."""
        self._vfs.contents.open = ctypes.cast(self._open, ctypes.c_void_p)
        self._vfs.contents.delete = ctypes.cast(self._delete, ctypes.c_void_p)

    def _callback(self, made: Any) -> Any:
        self._kept.append(made)
        return ctypes.cast(made, ctypes.c_void_p)

    def _failure(self, operation: Operation, torn: Callable[[], object] | None = None) -> int:
        """The error code for this operation, 0 for none; may end the process."""
        self.count += 1
        if self.fault is None or self.count < self.at:
            return 0
        if self.fault in {"kill", "torn"}:
            if self.fault == "torn" and torn is not None:
                torn()
            os.kill(os.getpid(), signal.SIGKILL)
        return (WHEN_FULL if self.fault == "full" else WHEN_BROKEN).get(operation, 0)

    def _on_open(self, vfs: int, name: int | None, file: int, flags: int, out: int) -> int:
        path = os.fsdecode(ctypes.string_at(name)) if name else ""
        makes = bool(flags & CREATE) and bool(path) and not Path(path).exists()
        if makes and (failure := self._failure("open")):
            return failure
        outcome: int = self._open(vfs, name, file, flags, out)
        methods = ctypes.cast(file, ctypes.POINTER(ctypes.c_void_p))
        if outcome == 0 and path and methods[0]:
            self._paths[file] = path
            methods[0] = ctypes.addressof(self._wrapped(methods[0]))
            if makes:
                self._done(Done("open", path))
        return outcome

    def _on_delete(self, vfs: int, name: int, sync: int) -> int:
        if failure := self._failure("delete"):
            return failure
        outcome: int = self._delete(vfs, name, sync)
        self._done(Done("delete", os.fsdecode(ctypes.string_at(name)), sync))
        return outcome

    def _wrapped(self, address: int) -> _Methods:
        """The methods of a file with ours in place of those that write."""
        if address in self._ours:
            return self._ours[address]
        theirs = _Methods.from_address(address)
        ours = _Methods()
        # A VFS of an older version has fewer methods; those that we copy beyond are never called.
        ctypes.memmove(ctypes.addressof(ours), address, ctypes.sizeof(_Methods))
        write, truncate = Write(theirs.write), Truncate(theirs.truncate)
        sync = Sync(theirs.sync)

        def on_write(file: int, data: int, size: int, at: int) -> int:
            if failure := self._failure("write", lambda: write(file, data, size // 2, at)):
                return failure
            outcome: int = write(file, data, size, at)
            self._done(Done("write", self._paths[file], at, ctypes.string_at(data, size)))
            return outcome

        def on_truncate(file: int, size: int) -> int:
            if failure := self._failure("truncate"):
                return failure
            outcome: int = truncate(file, size)
            self._done(Done("truncate", self._paths[file], size))
            return outcome

        def on_sync(file: int, flags: int) -> int:
            if failure := self._failure("sync"):
                return failure
            outcome: int = sync(file, flags)
            self._done(Done("sync", self._paths[file]))
            return outcome

        ours.write = self._callback(Write(on_write))
        ours.truncate = self._callback(Truncate(on_truncate))
        ours.sync = self._callback(Sync(on_sync))
        if theirs.share:  # none where the file is a journal
            ours.share = self._callback(Share(self._on_share(Share(theirs.share))))
        self._ours[address] = ours
        return ours

    def _on_share(self, share: Callable[..., int]) -> Callable[..., int]:
        def on_share(file: int, region: int, size: int, extend: int, out: int) -> int:
            if extend and (failure := self._failure("share")):
                return failure
            return share(file, region, size, extend, out)

        return on_share
