"""Whether onrecord can work here: versions, bundled files, SQLite, room, the cache, a record."""

from __future__ import annotations

import hashlib
import json
import os
import platform
import re
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires, version
from importlib.resources import files
from pathlib import Path

from onrecord.errors import OnrecordError
from onrecord.language.weights import REMEDY
from onrecord.presentation.record import open_record
from onrecord.presentation.results import Results

PYTHONS = ((3, 11), (3, 13))  # the first and the last that are supported
# Where each folder of weights records the hashes of its files.
RECORDED = (
    "weights/weights.json",
    "act_weights/acts.json",
    "mark_weights/marks.json",
    "name_weights/names.json",
)
# A change is written beside the record before it takes its place, and SQLite keeps a log as well.
TIMES_THE_RECORD = 2
LEAST_ROOM = 200_000_000  # bytes: a record of a thousand articles, with its log


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingRow:
    """One thing that was looked at: `ok` or not, what was seen, and what to do if it is not."""

    what: str
    ok: bool
    seen: str
    remedy: str


def examine(record: Path | None = None) -> Results[FindingRow]:
    """What was found, in the order of looking. With a record: whether it opens, and its disk.

    Nothing is changed, and nothing is asked of another machine.
    """
    place = record.absolute().parent if record is not None else Path.cwd()
    size = record.stat().st_size if record is not None and record.is_file() else 0
    rows = [_python(), *_packages(), *_models(), *_sqlite(), _room(place, size)]
    rows += [_writable("cache folder", _cache()), _writable("temporary files", _temporary())]
    rows += [_terminal()]
    if record is not None:
        rows += [_record(record)]
    return Results(FindingRow, rows)


def _row(what: str, seen: str, *, ok: bool = True, remedy: str = "") -> FindingRow:
    return FindingRow(what=what, ok=ok, seen=seen, remedy="" if ok else remedy)


def _python() -> FindingRow:
    now, (first, last) = sys.version_info[:2], PYTHONS
    seen = f"{platform.python_version()} on {platform.system()} {platform.machine()}"
    words = f"install onrecord into Python {first[0]}.{first[1]} to {last[0]}.{last[1]}"
    return _row("Python", seen, ok=first <= now <= last, remedy=words)


def _packages() -> Iterator[FindingRow]:
    """Yield onrecord itself and each package that it needs."""
    try:
        needed = requires("onrecord") or []
        yield _row("onrecord", version("onrecord"))
    except PackageNotFoundError:
        needed = []
        yield _row(
            "onrecord",
            "runs from files, not installed",
            ok=False,
            remedy="install it: pip install .",
        )
    names = [m[0] for n in needed if "extra ==" not in n and (m := re.match(r"[\w.-]+", n))]
    for name in sorted(names, key=str.lower):
        try:
            yield _row(f"package {name}", version(name))
        except PackageNotFoundError:
            yield _row(f"package {name}", "missing", ok=False, remedy="install onrecord again")


def _models() -> Iterator[FindingRow]:
    """Yield each bundled model file, its bytes compared with the hash recorded for it."""
    language = files("onrecord.language")
    for settings in RECORDED:
        folder = settings.partition("/")[0]
        try:
            hashes = json.loads(language.joinpath(settings).read_bytes())["files"]
        except (OSError, ValueError, KeyError, TypeError) as error:
            yield _row(f"model {settings}", f"cannot be read ({error})", ok=False, remedy=REMEDY)
            continue
        for name, wanted in sorted(hashes.items()):
            yield _model(f"{folder}/{name}", wanted)


def _model(name: str, wanted: str) -> FindingRow:
    try:
        found = hashlib.sha256(files("onrecord.language").joinpath(name).read_bytes()).hexdigest()
    except OSError as error:
        return _row(f"model {name}", f"cannot be read ({error.strerror})", ok=False, remedy=REMEDY)
    if found == wanted:
        return _row(f"model {name}", f"sha256 {found[:12]} as recorded")
    seen = f"damaged: sha256 {found[:12]}, recorded is {wanted[:12]}"
    return _row(f"model {name}", seen, ok=False, remedy=REMEDY)


def _sqlite() -> Iterator[FindingRow]:
    with sqlite3.connect(":memory:") as db:
        options = sorted(row[0] for row in db.execute("PRAGMA compile_options"))
    db.close()
    has_search = "ENABLE_FTS5" in options
    kept = [o for o in options if o.startswith(("ENABLE_FTS5", "THREADSAFE", "MAX_LENGTH"))]
    yield _row(
        "SQLite",
        f"{sqlite3.sqlite_version} ({', '.join(kept)})",
        ok=has_search,
        remedy="use a Python whose SQLite has FTS5; that of python.org has it",
    )


def _room(place: Path, size: int) -> FindingRow:
    try:
        free = shutil.disk_usage(place).free
    except OSError as error:
        return _row("disk", f"{place}: {error.strerror}", ok=False, remedy="name another folder")
    wanted = max(LEAST_ROOM, TIMES_THE_RECORD * size)
    seen = f"{free / 1e9:.1f} GB free in {place}"
    words = f"free some space: {wanted / 1e9:.1f} GB are wanted beside the record"
    return _row("disk", seen, ok=free >= wanted, remedy=words)


def _cache() -> Path:
    from onrecord.sources.web.cache import default_folder

    return default_folder()


def _temporary() -> Path:
    try:
        return Path(tempfile.gettempdir())
    except OSError:  # nowhere at all
        return Path.cwd()


def _writable(what: str, folder: Path) -> FindingRow:
    """Whether files can be made in a folder, or in the nearest one above it that is there."""
    there = next((p for p in (folder, *folder.parents) if p.exists()), folder)
    ok = there.is_dir() and os.access(there, os.W_OK | os.X_OK)
    seen = f"{folder}" + ("" if there == folder else ", not made yet")
    return _row(what, seen, ok=ok, remedy=f"see who may write in {there}")


def _terminal() -> FindingRow:
    encoding = (getattr(sys.stdout, "encoding", None) or "unknown").lower()
    ok = encoding.replace("-", "") == "utf8"
    words = "set PYTHONUTF8=1, or signs beyond ASCII are spelt out"
    return _row("output", encoding, ok=ok, remedy=words)


def _record(path: Path) -> FindingRow:
    try:
        held = open_record(path).info()
    except OnrecordError as error:
        return _row("record", str(error), ok=False, remedy=f"see `onrecord verify {path}`")
    seen = f"{path}: {held.articles} articles, {held.statements} statements"
    words = "`onrecord read` again finishes a run that was stopped"
    return _row("record", seen, ok=held.concluded, remedy=words)
