"""The files of a folder, in the order of their paths."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from onrecord.errors import ArticleUnreadable

# The user's own files that stand beside the articles, and our records.
NOT_ARTICLES = frozenset({"parties.yaml", "parties.yml", "codebook.yaml", "codebook.yml"})
RECORDS = (".onrecord", ".onrecord-wal", ".onrecord-shm", ".onrecord-journal")


def walk(root: Path) -> Iterator[tuple[str, Path] | ArticleUnreadable]:
    """Yield (path from the root, file) in the order of the paths, or why a place is closed.

    Hidden files, the user's settings and records are passed over. A link that leads out of the
    root is reported, a link to a folder inside it is not followed: its files come anyway. Bytes of
    a name that are no UTF-8 are spelt out in the path, which is kept as text.
    """
    waiting = [_entries(root, "")]  # a list, not calls within calls: folders may be very deep
    while waiting:
        place = next(waiting[-1], None)
        if place is None:
            waiting.pop()
        elif isinstance(place, str):
            waiting.append(_entries(root, place))
        else:
            yield place


def _entries(root: Path, folder: str) -> Iterator[tuple[str, Path] | ArticleUnreadable | str]:
    """Yield what stands in one folder; a folder in it as its path from the root."""
    try:
        with os.scandir(root / folder) as found:
            entries = sorted(found, key=_order)
    except OSError as error:
        yield no_permission(spelt(folder) or root.name, error)
        return
    for entry in entries:
        where = f"{folder}/{entry.name}" if folder else entry.name
        if entry.name.startswith(".") or _is_ours(entry.name):
            continue
        if entry.is_symlink() and (problem := _bad_link(root, where)):
            yield problem
        elif entry.is_dir(follow_symlinks=False):
            yield where
        elif not entry.is_dir():
            yield spelt(where), root / where


def spelt(path: str) -> str:
    """A path as text that can be kept: bytes in an old encoding are spelt out."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def no_permission(where: str, error: OSError) -> ArticleUnreadable:
    """What to say of a file or folder that the system does not let us read."""
    is_denied = isinstance(error, PermissionError)
    remedy = "check its permissions" if is_denied else "see whether it and its disk are still there"
    return ArticleUnreadable(where, "cannot be opened", error.strerror or str(error), remedy)


def _order(entry: os.DirEntry[str]) -> str:
    """A folder sorts as its files do, so that the paths come out in order."""
    return entry.name + "/" if entry.is_dir(follow_symlinks=False) else entry.name


def _is_ours(name: str) -> bool:
    return name.lower() in NOT_ARTICLES or name.lower().endswith(RECORDS)


def _bad_link(root: Path, where: str) -> ArticleUnreadable | None:
    try:
        target = (root / where).resolve(strict=True)
    except (OSError, RuntimeError):
        return ArticleUnreadable(spelt(where), "broken link", "", "remove it, or mend its target")
    if target.is_relative_to(root.resolve()):
        return None
    return ArticleUnreadable(
        spelt(where),
        "link out of the folder",
        spelt(target.name),
        "copy the file into the folder",
    )
