"""Where the gold data is, and what to say when it is not there."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path


def gold_folder() -> Path | None:
    """The folder named by ONRECORD_GOLD; None if it names none that is there."""
    named = os.environ.get("ONRECORD_GOLD")
    return Path(named) if named and Path(named).is_dir() else None


def told_missing(task: str) -> int:
    """Say that nothing was measured; the exit code: a failure where a folder was promised."""
    promised = os.environ.get("ONRECORD_GOLD")
    where = f"{promised} is not there" if promised else "set ONRECORD_GOLD to the folder"
    print(f"{task}: no gold data ({where}); nothing was measured")
    return 1 if promised else 0


def corpus_hash(folder: Path) -> str:
    """A short hash of all files under a folder, by name and content: figures belong to it."""
    digest = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        digest.update(path.relative_to(folder).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
