"""Who holds a record for writing, where the system tells it."""

from __future__ import annotations

import os
from pathlib import Path

# Linux lists all locks of files here. Asking the file itself (F_GETLK) would cost our own locks:
# closing any handle of a file gives back all that a process holds on it.
LOCKS = Path("/proc/locks")
WRITE_LOCK = 120  # the byte of NAME-shm that a writer locks (https://www.sqlite.org/walformat.html)
MOST_COMMAND = 60


def say_holder(record: Path) -> str:
    """Words like " (number 4711: onrecord read coverage)", or "" where nobody can tell."""
    try:
        shared = os.stat(f"{record}-shm")
        place = f"{os.major(shared.st_dev):02x}:{os.minor(shared.st_dev):02x}:{shared.st_ino}"
        for line in LOCKS.read_text("ascii").splitlines():
            words = line.split()
            # 1: POSIX ADVISORY WRITE 4711 fe:00:123456 120 120; a waiting one has "->" in second
            if len(words) < 8 or words[3] != "WRITE" or words[5] != place:
                continue
            holder, first, last = int(words[4]), words[6], words[7]
            if int(first) <= WRITE_LOCK and (last == "EOF" or int(last) >= WRITE_LOCK):
                return f" ({_named(holder)})" if holder > 0 and holder != os.getpid() else ""
    except (OSError, ValueError):
        pass  # another system, or a lock that is gone already
    return ""


def _named(process: int) -> str:
    try:
        command = Path(f"/proc/{process}/cmdline").read_bytes().decode("utf-8", "replace")
    except OSError:
        return f"number {process}"
    words = [Path(word).name for word in command.split("\0") if word][:4]
    return f"number {process}: {' '.join(words)[:MOST_COMMAND]}" if words else f"number {process}"
