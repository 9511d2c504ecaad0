"""Quality floors: `python -m benchmarks.quality [--write]`.

Each task is measured on a gold dev set and compared with the floor in `quality.json`, which holds
what was reached when it was last written ("reached"), and that less a hair for other versions of
the parser ("floors"). A floor
never drops silently: `--write` raises floors and refuses to lower one.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks.gold import corpus_hash, gold_folder, told_missing
from onrecord.evaluation import evaluate_statements

FLOORS = Path(__file__).with_name("quality.json")
HAIR = 0.005


def statements(gold: Path, *, light: bool) -> dict[str, float]:
    """Linked statements on PolNeAR dev."""
    scores = evaluate_statements(gold, light=light)
    return {
        "F1 at IoU .3": scores.loose.f1,
        "F1 at IoU .8": scores.strict.f1,
        "right source": scores.source_agreement,
        "articles not lost": 1 - scores.lost / scores.articles,
    }


TASKS: dict[str, tuple[str, Callable[[Path], dict[str, float]]]] = {
    "statements": ("polnear/dev", lambda gold: statements(gold, light=False)),
    "statements, light": ("polnear/dev", lambda gold: statements(gold, light=True)),
}


def main() -> int:
    """Print every figure beside its floor; 1 if one lies below."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--write", action="store_true", help="raise the floors to what is reached")
    asked = options.parse_args()
    gold = gold_folder()
    if gold is None:
        return told_missing("quality")
    floors = json.loads(FLOORS.read_text()) if FLOORS.exists() else {}
    missed = 0
    for task, (corpus, measure) in TASKS.items():
        known = floors.setdefault(task, {"corpus": corpus_hash(gold / corpus), "floors": {}})
        if known["corpus"] != corpus_hash(gold / corpus):
            print(f"{task}: the corpus is not the one that the floors were measured on")
            missed += 1
            continue
        figures = measure(gold)
        if known["floors"] and set(figures) != set(known["floors"]) and not asked.write:
            print(f"{task}: other figures than those that have floors; run with --write")
            missed += 1
        for name, figure in figures.items():
            floor = known["floors"].get(name, 0.0)
            verdict = "held" if figure >= floor else "BELOW"
            print(f"{task} {name} {figure:.3f} (floor {floor:.3f}) {verdict}")
            missed += figure < floor
            known["floors"][name] = max(floor, round(figure - HAIR, 3))
            known.setdefault("reached", {})[name] = round(figure, 3)
    if asked.write:
        FLOORS.write_text(json.dumps(floors, indent=2) + "\n")
    print(f"quality: {missed} below their floor" if missed else "quality: all floors held")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
