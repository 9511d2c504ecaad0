"""quantulum3's own test cases in English: texts with their quantities, JSON lists.

`quantities.json` and `quantities.ambiguity.json` (which need the sense of a unit): `{"req": text,
"res": [{"value", "unit", "uncertainty"}]}`. A value with an uncertainty is the range around it. All
cases count.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from onrecord.errors import GoldMissing
from onrecord.evaluation.gold.amounts import AmountCase, GoldAmount, is_kept_apart
from onrecord.evaluation.gold.entities import set_folder
from onrecord.evaluation.gold.unit_names import factor_of, symbol_of

PLACE = "quantulum3/_lang/en_US/tests"
FILES = ("quantities.json", "quantities.ambiguity.json")


def read_quantulum3(gold: Path | None) -> Iterator[AmountCase]:
    """Yield the cases of both files, in their order. Raises GoldMissing, naming the file."""
    folder = set_folder(gold, "quantulum3_tests", f"{PLACE}/{FILES[0]}") / PLACE
    for name in FILES:
        path = folder / name
        try:
            listed = json.loads(path.read_text(encoding="utf-8"))
            cases = [_case(f"{name}#{at}", case) for at, case in enumerate(listed, start=1)]
        except OSError as error:
            raise GoldMissing(f"{path}: {error.strerror}") from error
        except (ValueError, KeyError, TypeError) as error:
            raise GoldMissing(f"{path}: not a list of cases of quantulum3 ({error})") from None
        yield from cases


def _case(path: str, case: dict[str, object]) -> AmountCase:
    text, results = case["req"], case["res"]
    if not isinstance(text, str) or not isinstance(results, list):
        raise ValueError(f"{path} has no req or no res")
    return AmountCase(
        group="quantulum3",
        path=path,
        text=text,
        amounts=tuple(
            amount_of(float(r["value"]), r.get("uncertainty"), str(r["unit"])) for r in results
        ),
        kept_apart=is_kept_apart(text),
    )


def amount_of(value: float, uncertainty: float | None, unit: str) -> GoldAmount:
    """A quantity as quantulum3 has it: the middle of a range and how far its ends are."""
    off, times = abs(uncertainty or 0.0), factor_of(unit)
    return GoldAmount(low=(value - off) * times, high=(value + off) * times, unit=symbol_of(unit))
