"""Where the gold data is, and what to say when it is not there."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path


def gold_folder() -> Path | None:
    """The folder named by ONRECORD_GOLD, or `../shared/gold` beside the checkout, or None."""
    named = os.environ.get("ONRECORD_GOLD")
    beside = Path(__file__).parents[2] / "shared" / "gold"
    folder = Path(named) if named else beside
    return folder if folder.is_dir() else None


def corpus_hash(folder: Path) -> str:
    """A short hash of all files under a folder, by name and content: figures belong to it."""
    digest = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        digest.update(path.relative_to(folder).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
