"""All faults at full length; the figures go into `benchmarks/faults.json`.

    python -m benchmarks.faults [--only kills|writes|cuts] [--kills 300] [--step 60] [--cuts 300]

The same with few faults is in `tests/faults`.
"""

from __future__ import annotations

import argparse
import json
import platform
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

from benchmarks.faults import work
from benchmarks.faults.disk import Fault, can_fail
from benchmarks.faults.everywhere import fail_everywhere
from benchmarks.faults.kills import kill_at_random
from benchmarks.faults.power import cut_power

FIGURES = Path(__file__).parents[1] / "faults.json"
SEED = 20260704
FEW = 4  # articles where a fault is tried at each write: the writes are of the same kinds
Figures = dict[str, Any]


def main() -> int:
    """The number of faults found, none if all is well."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", choices=["kills", "writes", "cuts"])
    parser.add_argument("--kills", type=int, default=300)
    parser.add_argument("--step", type=int, default=60, help="fail at every so manieth write")
    parser.add_argument("--cuts", type=int, default=300)
    parser.add_argument("--articles", type=int, default=work.ARTICLES)
    parser.add_argument("--out", type=Path, default=FIGURES)
    asked = parser.parse_args()
    figures: Figures = {}
    if asked.only and asked.out.exists():
        figures = json.loads(asked.out.read_text("utf-8"))
    figures.update(
        seed=SEED,
        python=platform.python_version(),
        sqlite=sqlite3.sqlite_version,
        system=platform.system(),
    )
    faults = 0
    with tempfile.TemporaryDirectory() as scratch:
        for name, found, what in _measured(asked, Path(scratch)):
            figures[name] = {**found, "faults": len(what)}
            faults += len(what)
            print(name, json.dumps(figures[name]), *what, sep="\n", flush=True)
            asked.out.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    return faults


def _measured(asked: argparse.Namespace, place: Path) -> Iterator[tuple[str, Figures, list[str]]]:
    """Yield (name, figures, faults) of each kind of fault."""
    work.write_folder(place / "articles", asked.articles)
    work.write_folder(place / "few", FEW)
    if asked.only in {None, "kills"}:
        yield _killed(place, asked.kills)
    if asked.only in {None, "writes"} and can_fail():
        yield from (_failed(place, fault, asked.step) for fault in get_args(Fault))
    if asked.only in {None, "cuts"} and can_fail():
        yield from (_cut(place, asked.cuts, worst=worst) for worst in (False, True))


def _killed(place: Path, kills: int) -> tuple[str, Figures, list[str]]:
    outcome = kill_at_random(place / "articles", _made(place / "kills"), kills, SEED)
    figures = {
        "kills": outcome.kills,
        "before the reading was done": outcome.while_reading,
        "after it, among decisions": outcome.while_deciding,
        "records finished, exports as undisturbed": outcome.finished,
        "articles acknowledged": outcome.articles,
        "decisions acknowledged": outcome.decisions,
    }
    return "kills at random", figures, outcome.faults


def _failed(place: Path, fault: Fault, step: int) -> tuple[str, Figures, list[str]]:
    every = fail_everywhere(place / "few", _made(place / fault), fault, step)
    figures = {
        "writes of the work": every.operations,
        "tried": every.tried,
        "work stopped": every.stopped,
        "records finished, exports as undisturbed": every.outcome.finished,
        "articles acknowledged": every.outcome.articles,
        "decisions acknowledged": every.outcome.decisions,
    }
    return f"{fault} at a write", figures, every.outcome.faults


def _cut(place: Path, cuts: int, *, worst: bool) -> tuple[str, Figures, list[str]]:
    name = "power cuts, all unsynced lost" if worst else "power cuts"
    outcome = cut_power(place / "few", _made(place / name), cuts, SEED, worst=worst)
    figures = {
        "cuts": outcome.cuts,
        "right after an acknowledgement": outcome.after_telling,
    }
    return name, figures, outcome.faults


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


if __name__ == "__main__":
    sys.exit(min(main(), 1))
