"""A campaign led by what of our own code an input reaches: `python -m benchmarks.fuzzing.guided`.

The modules of onrecord are instrumented as they are imported (atheris, libFuzzer); an input that
reaches something new is kept and changed further. What dies is counted and the rest is run on.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

MOST_BYTES = 20_000
SECONDS, MEBIBYTES = 20, 2048  # of one input; of the process
MOST_DEATHS = 5
TOLD_EVERY = 500


def guided_campaign(name: str, inputs: int, seed: int) -> dict[str, Any]:
    """What came of so many inputs of one reader, run in processes of their own."""
    started = time.monotonic()
    outcomes: Counter[str] = Counter()
    findings: dict[str, dict[str, Any]] = {}
    done = deaths = reached = 0
    with tempfile.TemporaryDirectory() as folder:
        while done < inputs and deaths < MOST_DEATHS:
            told = Path(folder) / f"told{deaths}.json"
            command = [sys.executable, "-m", "benchmarks.fuzzing.guided", name, folder, str(told)]
            command += [str(inputs - done), str(seed + deaths + 1)]
            run = subprocess.run(
                command, capture_output=True, text=True, errors="replace", check=False
            )
            came = json.loads(told.read_text()) if told.exists() else {}
            outcomes.update(came.get("outcomes", {}))
            for what, sample in came.get("findings", {}).items():
                findings.setdefault(what, {"first": sample})
            done += came.get("inputs", 0)
            reached = max([reached, *_reached(run.stderr)])
            if run.returncode == 0:
                break
            deaths += 1
            findings[_death(run.stderr)] = {"first": _artifact(Path(folder))}
    return {
        "reader": name,
        "guided": True,
        "inputs": done,
        "seed": seed,
        "edges reached": reached,
        "outcomes": dict(sorted(outcomes.items(), key=lambda one: (-one[1], one[0]))),
        "findings": dict(sorted(findings.items())),
        "seconds": round(time.monotonic() - started, 1),
    }


def _reached(log: str) -> list[int]:
    """The edges of our code that libFuzzer says were reached."""
    words = log.split()
    return [int(b) for a, b in pairwise(words) if a == "cov:" and b.isdigit()]


def _death(log: str) -> str:
    lines = [line for line in log.splitlines() if "ERROR" in line or "SUMMARY" in line]
    return lines[-1][:200] if lines else f"left: {log[-200:]}"


def _artifact(folder: Path) -> str:
    found = sorted(folder.glob("died-*"))
    return found[-1].read_bytes()[:300].hex() if found else ""


def main() -> None:
    """Run one process of a campaign; it ends with the inputs or with what kills it."""
    name, folder, told, inputs, seed = sys.argv[1:]
    import atheris

    with atheris.instrument_imports(include=["onrecord"]):
        from benchmarks.fuzzing.bounded import tried
        from benchmarks.fuzzing.readers import readers

        reader = next(one for one in readers() if one.name == name)
        place = Path(folder)
        corpus = place / "corpus"
        (place / "files").mkdir(exist_ok=True)
        read = reader.prepare(place / "files")
    sources = reader.sources()
    if not corpus.exists():
        corpus.mkdir()
        for number, sound in enumerate(sources.sound):
            (corpus / f"sound{number}").write_bytes(sound)
    words = place / "words"
    words.write_text("".join(f'"{_escaped(w)}"\n' for w in sources.words if 0 < len(w) < 60))
    outcomes: Counter[str] = Counter()
    findings: dict[str, str] = {}
    count = 0

    def one(data: bytes) -> None:
        nonlocal count
        kind, _, what = tried(lambda _: read(data), 0).partition(" ")
        count += 1
        fresh = kind == "finding" and what not in findings
        if kind == "finding":
            findings.setdefault(what, data[:300].hex())
        else:
            outcomes[what] += 1
        if fresh or count % TOLD_EVERY == 0 or count >= int(inputs):
            state = {"inputs": count, "outcomes": outcomes, "findings": findings}
            Path(told).write_text(json.dumps(state))

    options = [f"-runs={inputs}", f"-seed={seed}", f"-max_len={MOST_BYTES}", f"-dict={words}"]
    options += [f"-timeout={SECONDS}", f"-rss_limit_mb={MEBIBYTES}"]
    options += [f"-artifact_prefix={place}/died-"]
    atheris.Setup([sys.argv[0], *options, str(corpus)], one)
    atheris.Fuzz()


def _escaped(word: bytes) -> str:
    return "".join(f"\\x{byte:02x}" for byte in word)


if __name__ == "__main__":
    main()
