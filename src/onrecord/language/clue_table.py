"""What clues speak for: a linear model's weights, by clue and class, and the file they lie in."""

from __future__ import annotations

import hashlib
import io
import json
import os
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.errors import ModelUnreadable

REMEDY = "install onrecord again, or read with --light, which needs no model"
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ClueTable:
    """Which classes each clue speaks for: `classes` and `values` are one row after the other."""

    clues: Mapping[str, tuple[int, int]]  # a clue → the range of its classes and values
    classes: NDArray[np.int64]
    values: Floats
    width: int  # how many classes there are

    def scores(self, shown: Sequence[Sequence[str]]) -> Floats:
        """How well each class fits each thing that shows these clues [thing, class]."""
        known = [
            (at, *self.clues[clue])
            for at, clues in enumerate(shown)
            for clue in clues
            if clue in self.clues
        ]
        if not known:
            return np.zeros((len(shown), self.width), np.float32)
        at, first, end = np.array(known, np.int64).T
        sizes = end - first
        before = np.cumsum(sizes) - sizes
        places = np.arange(sizes.sum()) + np.repeat(first - before, sizes)
        rows = np.repeat(at, sizes)
        cells = rows * self.width + self.classes[places]
        summed = np.bincount(cells, self.values[places], len(shown) * self.width)
        return summed.reshape(len(shown), self.width).astype(np.float32)


def pack(
    weights: Mapping[str, Mapping[str, float]], names: Sequence[str], **more: NDArray[Any]
) -> bytes:
    """The bytes of a table: for each clue its weight for the classes of these names.

    `more` are further arrays, which `unpack` gives back under their names.
    """
    rows = [
        (clue, sorted((names.index(name), value) for name, value in weights[clue].items()))
        for clue in sorted(weights)
    ]
    arrays: dict[str, NDArray[Any]] = {
        "clues": np.frombuffer("\n".join(clue for clue, _ in rows).encode(), np.uint8),
        "counts": np.array([len(row) for _, row in rows], np.uint8),
        "tags": np.array([tag for _, row in rows for tag, _ in row], np.uint8),
        "values": np.array([value for _, row in rows for _, value in row], np.float16),
        **more,
    }
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, array in arrays.items():
            part = io.BytesIO()
            np.save(part, array)
            # A fixed date: the same weights are the same bytes.
            archive.writestr(zipfile.ZipInfo(f"{name}.npy"), part.getvalue(), zipfile.ZIP_DEFLATED)
    return held.getvalue()


def unpack(raw: bytes, width: int, *more: str) -> tuple[ClueTable, dict[str, Floats]]:
    """The table of these bytes, and further arrays by name.

    Raises ValueError or KeyError if they are of another form, or of more than `width` classes.
    """
    with np.load(io.BytesIO(raw), allow_pickle=False) as held:
        clues = held["clues"].tobytes().decode().split("\n")
        ends = np.cumsum(held["counts"].astype(np.int64))
        classes, values = held["tags"].astype(np.int64), held["values"].astype(np.float32)
        beside = {name: held[name].astype(np.float32) for name in more}
    sizes_fit = len(clues) == len(ends) and len(classes) == len(values) == (
        ends[-1] if len(ends) else 0
    )
    if not sizes_fit or (classes >= width).any():
        raise ValueError("arrays of sizes that do not fit each other")
    starts = np.concatenate([[0], ends[:-1]])
    ranges = zip(starts.tolist(), ends.tolist(), strict=True)
    table = ClueTable(
        clues=dict(zip(clues, ranges, strict=True)), classes=classes, values=values, width=width
    )
    return table, beside


def read_checked(folder: Path, file: str, settings: str) -> tuple[bytes, dict[str, Any]]:
    """(the file's bytes, what the settings beside it say), its hash being the one they record.

    Raises ModelUnreadable.
    """
    try:
        said = json.loads(_read(folder / settings))
        wanted = said["files"][file]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise ModelUnreadable(folder / settings, f"records no sha256 of {file}", REMEDY) from error
    raw = _read(folder / file)
    found = hashlib.sha256(raw).hexdigest()
    if found != wanted:
        what = f"is damaged: sha256 {found}, recorded is {wanted}"
        raise ModelUnreadable(folder / file, what, REMEDY)
    return raw, said


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else str(error)
        raise ModelUnreadable(path, f"cannot be read: {reason}", REMEDY) from error
