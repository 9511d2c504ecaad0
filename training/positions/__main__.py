"""From labels to weights: `python -m training.positions --gold GOLD --out FOLDER`.

GOLD holds news_raw/; the labels (offsets into its articles, no text) and our own cases lie in
benchmarks/cases/. One article in six is kept apart: on it the figures are measured. FOLDER takes
marks.npz and marks.json as src/onrecord/language/mark_weights holds them; they are learnt from the
other five. No chance is in it: the same labels give the same weights.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from pathlib import Path

import torch

from onrecord.evaluation.gold.positions import read_position_cases, read_position_labels
from onrecord.language import clue_table
from onrecord.language.marking import CLASSES, FILE, SETTINGS
from training.positions.fit import fit
from training.positions.judge import table
from training.positions.lessons import Lesson, prepare

CASES = Path(__file__).resolve().parents[2] / "benchmarks" / "cases"


def main() -> int:
    """Learn, judge, write."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--gold", type=Path, required=True)
    options.add_argument("--out", type=Path, required=True)
    options.add_argument("--limit", type=int, help="so many sentences of each kind (to try it)")
    asked = options.parse_args()
    torch.set_num_threads(1)  # the same sums in the same order wherever it runs
    learnt, apart = read_lessons(asked.gold, asked.limit)
    packed = clue_table.pack(fit(learnt), CLASSES)
    model, _ = clue_table.unpack(packed, len(CLASSES))
    print(f"{len(learnt)} sentences learnt, {len(apart)} apart, {len(model.clues)} clues")
    print("\n".join(table(model, apart)))
    asked.out.mkdir(parents=True, exist_ok=True)
    (asked.out / FILE).write_bytes(packed)
    settings = {"files": {FILE: hashlib.sha256(packed).hexdigest()}}
    (asked.out / SETTINGS).write_text(json.dumps(settings, indent=2) + "\n", encoding="utf-8")
    return 0


def read_lessons(gold: Path, limit: int | None = None) -> tuple[list[Lesson], list[Lesson]]:
    """(what is learnt from, what is kept apart)."""
    own = list(prepare(list(read_position_cases(CASES / "positions.jsonl"))[:limit]))
    labelled = list(read_position_labels(CASES / "positions-train.jsonl", gold))[:limit]
    drawn = list(prepare(labelled))
    return own + [one for one in drawn if not one.held_out], [one for one in drawn if one.held_out]


if __name__ == "__main__":
    sys.exit(main())
