"""Hostile input to every reader: `python -m benchmarks.fuzz [--inputs N] [--reader NAME]`.

Each input is a sound one that was cut, doubled, swapped and filled with what breaks readers, or
one made odd by the form of its format; the same seed makes the same inputs. A reader may answer
with a page or with one of our own errors: anything else is a finding, and so is an input that
takes more than its bound of processor time or memory or that kills the process (each batch runs in
a fork, so that a crash of a native library is found and named). `--guided` leads the readers of
our own Python by what of them an input reaches. Without `--inputs` each reader gets its number
for every change. `--show N` runs one input again and shows where it fails.
"""

from __future__ import annotations

import argparse
import json
import platform
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from benchmarks.fuzzing.bounded import run_inputs
from benchmarks.fuzzing.readers import Reader, readers

RESULTS = Path(__file__).with_name("fuzz.json")


def campaign(reader: Reader, inputs: int, seed: int) -> dict[str, Any]:
    """What came of so many inputs of one reader."""
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        sources = reader.sources()
        read = reader.prepare(Path(folder))
        came = run_inputs(
            lambda number: read(reader.input(seed, number, sources)), inputs, reader.bounds
        )
    return {
        "reader": reader.name,
        "inputs": inputs,
        "seed": seed,
        "outcomes": dict(sorted(came.outcomes.items(), key=lambda one: (-one[1], one[0]))),
        "findings": {
            what: {"inputs": len(numbers), "first": numbers[:3]}
            for what, numbers in sorted(came.findings.items())
        },
        "peak MiB": came.peak_mebibytes,
        "seconds": round(time.monotonic() - started, 1),
    }


def run_apart(reader: Reader, inputs: int | None, seed: int, *, guided: bool) -> dict[str, Any]:
    """A campaign in a process of its own: what it loads and breaks is gone behind it."""
    command = [sys.executable, "-m", "benchmarks.fuzz", "--apart", "--reader", reader.name]
    command += ["--seed", str(seed), "--inputs", str(inputs or reader.quick)]
    command += ["--guided"] if guided else []
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    try:
        found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    except (IndexError, ValueError):
        raise SystemExit(f"the campaign on {reader.name} ended: {done.stderr[-3000:]}") from None
    return found


def show(reader: Reader, seed: int, number: int) -> int:
    """Run one input in this process, unbounded; its bytes and its error are shown."""
    data = reader.input(seed, number, reader.sources())
    print(data[:400], f"… {len(data)} bytes" if len(data) > 400 else "")
    with tempfile.TemporaryDirectory() as folder:
        print(reader.prepare(Path(folder))(data))
    return 0


def main() -> int:
    """Print what came of each campaign; 1 if there is a finding."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--inputs", type=int, help="for each reader")
    options.add_argument("--reader", action="append", help="only this one; may stand several times")
    options.add_argument("--seed", type=int, default=0)
    options.add_argument("--workers", type=int, default=2, help="readers at once")
    options.add_argument("--guided", action="store_true", help="led by what an input reaches")
    options.add_argument("--show", type=int, help="run this one input again")
    options.add_argument("--write", action="store_true", help=f"keep the figures in {RESULTS.name}")
    options.add_argument("--apart", action="store_true", help=argparse.SUPPRESS)
    asked = options.parse_args()
    known = {reader.name: reader for reader in readers()}
    if unknown := [name for name in asked.reader or () if name not in known]:
        options.error(f"no reader {unknown[0]!r}; there are {', '.join(known)}")
    chosen = [r for r in known.values() if not asked.reader or r.name in asked.reader]
    if asked.show is not None:
        return show(chosen[0], asked.seed, asked.show)
    if asked.apart:
        return _apart(chosen[0], asked)
    if asked.guided:
        chosen = [reader for reader in chosen if reader.guided]
    with ThreadPoolExecutor(asked.workers) as pool:
        runs = []
        for run in pool.map(
            lambda reader: run_apart(reader, asked.inputs, asked.seed, guided=asked.guided), chosen
        ):
            runs.append(run)
            print(json.dumps(run, ensure_ascii=False), flush=True)
    if asked.write:
        keep(runs)
    findings = sum(len(run["findings"]) for run in runs)
    inputs = sum(run["inputs"] for run in runs)
    print(f"fuzz: {inputs} inputs to {len(runs)} readers; {findings or 'no'} findings")
    return int(findings > 0)


def _apart(reader: Reader, asked: argparse.Namespace) -> int:
    inputs = asked.inputs or reader.quick
    if asked.guided:
        from benchmarks.fuzzing.guided import guided_campaign

        print(json.dumps(guided_campaign(reader.name, inputs, asked.seed)))
    else:
        print(json.dumps(campaign(reader, inputs, asked.seed)))
    return 0


def keep(runs: list[dict[str, Any]]) -> None:
    """Write the campaigns; one of the same reader and kind takes the place of the earlier."""
    kept = json.loads(RESULTS.read_text())["campaigns"] if RESULTS.exists() else []
    by_name = {(run["reader"], run.get("guided", False)): run for run in (*kept, *runs)}
    machine = f"{platform.machine()}, Python {platform.python_version()}"
    campaigns = [by_name[key] for key in sorted(by_name)]
    text = json.dumps({"machine": machine, "campaigns": campaigns}, indent=1, ensure_ascii=False)
    RESULTS.write_text(text + "\n")


if __name__ == "__main__":
    sys.exit(main())
