"""Recognizers-Text: cases of numbers, percentages, money and measures in English, JSON lists.

`Specs/Number/English/NumberModel.json` and `PercentModel.json`, and under `NumberWithUnit/English`
`CurrencyModel.json` and `DimensionModel.json`: a list of `{"Input", "Results": [{"Text",
"Resolution": {"value", "unit"}}]}` behind a byte order mark. Every case of these four files counts,
also one that has no result (then whatever is found of its kind is wrong); a result without a value
(a unit that is only named) does not. In the file of numbers the value alone is gold.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from onrecord.errors import GoldMissing
from onrecord.evaluation.gold.amounts import AmountCase, GoldAmount, is_kept_apart
from onrecord.evaluation.gold.entities import set_folder
from onrecord.evaluation.gold.unit_names import symbol_of

FILES = {
    "number": "Specs/Number/English/NumberModel.json",
    "percent": "Specs/Number/English/PercentModel.json",
    "currency": "Specs/NumberWithUnit/English/CurrencyModel.json",
    "dimension": "Specs/NumberWithUnit/English/DimensionModel.json",
}
# The one name that stands for money in one file and for a weight in the other.
SHARED = {("currency", "Pound"): "GBP"}


def read_recognizers(gold: Path | None) -> Iterator[AmountCase]:
    """Yield the cases of the four files, in their order. Raises GoldMissing, naming the file."""
    folder = set_folder(gold, "recognizers_specs", FILES["number"])
    for group, name in FILES.items():
        path = folder / name
        try:
            listed = json.loads(path.read_text(encoding="utf-8-sig"))
            cases = [_case(group, f"{path.name}#{at}", c) for at, c in enumerate(listed, start=1)]
        except OSError as error:
            raise GoldMissing(f"{path}: {error.strerror}") from error
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise GoldMissing(
                f"{path}: not a list of cases of Recognizers-Text ({error})"
            ) from None
        yield from cases


def _case(group: str, path: str, case: dict[str, object]) -> AmountCase:
    text, results = case["Input"], case["Results"]
    if not isinstance(text, str) or not isinstance(results, list):
        raise ValueError(f"{path} has no Input or no Results")
    amounts = []
    for result in results:
        resolution = result.get("Resolution") or {}
        value, unit = resolution.get("value"), resolution.get("unit") or ""
        if value in {None, "null"}:
            continue
        if group == "percent":
            value, unit = value.removesuffix("%"), "percent"
        symbol = None if group == "number" else SHARED.get((group, unit), symbol_of(unit))
        amounts.append(GoldAmount(low=float(value), high=float(value), unit=symbol))
    return AmountCase(
        group=group,
        path=path,
        text=text,
        amounts=tuple(amounts),
        kept_apart=is_kept_apart(text),
    )
