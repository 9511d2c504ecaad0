"""Side by side with quantulum3: `python -m benchmarks.quantities_peer [GOLD] [--classifier]`.

Both read the same cases in one run and are matched by one rule (`evaluation.amount_scores`): both
ends of an amount within a millionth of the gold's, and the same unit after one table
(`evaluation.gold.unit_names`). The value of a quantity of quantulum3 is its value, with its
uncertainty on both sides where it gives one; its kind is that of its unit's entity. A text that it
breaks on counts as one in which it found nothing, and is counted. Its classifier for the sense of
a unit is used with `--classifier`, where scikit-learn is installed and can load it.

quantulum3's own cases are the tests that it is written to pass.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import sys
import time
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.gold import gold_folder, told_missing
from onrecord.evaluation.amount_scores import GROUPS, AmountScores, FoundAmount, Kind, score_amounts
from onrecord.evaluation.gold.amounts import AmountCase
from onrecord.evaluation.gold.quantulum3 import amount_of
from onrecord.evaluation.quantities import find_in_case, read_amount_cases

ENTITIES: dict[str, Kind] = {
    "currency": "currency",
    "time": "time",
    "temperature": "temperature",
    "angle": "dimension",
    "dimensionless": "number",
}

UNITS: dict[str, Kind] = {"percentage": "percent", "degree": "temperature"}


def peer_amounts(parser: Any, text: str) -> Iterator[FoundAmount]:
    """Yield what quantulum3 finds in a text, in our terms."""
    for quantity in parser.parse(text):
        unit = quantity.unit
        amount = amount_of(quantity.value, quantity.uncertainty, unit.name)
        kind = UNITS.get(unit.name) or ENTITIES.get(unit.entity.name, "dimension")
        yield FoundAmount(low=amount.low, high=amount.high, unit=amount.unit, kind=kind)


def read_by_peer(parser: Any, cases: list[AmountCase]) -> tuple[list[list[FoundAmount]], int]:
    """What quantulum3 finds in each case, and on how many it broke."""
    found, broken = [], 0
    for case in cases:
        try:
            found.append(list(peer_amounts(parser, case.text)))
        except Exception:  # whatever another project raises
            found.append([])
            broken += 1
    return found, broken


def table(ours: AmountScores, peer: AmountScores) -> str:
    """A line per group and part: F1 and cases right, ours and the peer's."""
    lines = [f"{'':<20} {'onrecord':>9} {'cases':>9} {'quantulum3':>11} {'cases':>9}   (F1)"]
    for name in ("seen", "apart"):
        for group in GROUPS:
            mine, other = getattr(ours, name)[group], getattr(peer, name)[group]
            left, right = f"{mine.right}/{mine.cases}", f"{other.right}/{other.cases}"
            lines.append(
                f"{f'{group}, {name}':<20} {mine.amounts.f1:9.3f} {left:>9}"
                f" {other.amounts.f1:11.3f} {right:>9}"
            )
    return "\n".join(lines)


def main(argv: list[str] | None = None) -> int:
    """Print both scores; 0 also where quantulum3 or the gold is not there, and says so."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("gold", nargs="?", type=Path, help="folder of gold sets")
    options.add_argument("--classifier", action="store_true", help="with its classifier of units")
    options.add_argument("--light", action="store_true", help="our records without the parser")
    chosen = options.parse_args(argv)
    if importlib.util.find_spec("quantulum3") is None:
        print("quantities_peer: quantulum3 is not installed; nothing was compared")
        return 0
    gold = chosen.gold or gold_folder()
    if gold is None:
        return told_missing("quantities_peer")
    warnings.simplefilter("ignore")
    vars(importlib.import_module("quantulum3.classifier"))["USE_CLF"] = chosen.classifier
    parser = importlib.import_module("quantulum3.parser")
    cases = read_amount_cases(gold)
    start = time.perf_counter()
    ours = [list(find_in_case(case, light=chosen.light)) for case in cases]
    between = time.perf_counter()
    theirs, broken = read_by_peer(parser, cases)
    end = time.perf_counter()
    print(table(score_amounts(cases, ours), score_amounts(cases, theirs)))
    print(f"{len(cases)} cases; quantulum3 broke on {broken}")
    print(f"seconds: onrecord {between - start:.2f}, quantulum3 {end - between:.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
