"""Whether quantities are right in value and unit, on three sets of gold.

* **meantime**: the values marked in MEANTIME's documents, against the records of `find_quantities`;
* **percent**, **currency**, **dimension**: the cases of Recognizers-Text, against the same records;
* **number** (Recognizers-Text) and **quantulum3** (its own test cases): these hold every number a
  quantity, years, ages, versions and the "one" of "last one" among them, which a record leaves out
  on purpose. They are set against `find_amounts`, the reader below the records.

How an amount is matched stands in `amount_scores`, how cases are chosen in the readers of `gold`.
A quarter of each set, chosen by the hash of the text, is kept apart and shown apart.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from onrecord.evaluation.amount_scores import (
    GROUPS,
    AmountMiss,
    AmountScores,
    FoundAmount,
    GroupScore,
    Kind,
    score_amounts,
)
from onrecord.evaluation.counts import plain
from onrecord.evaluation.gold.amounts import AmountCase
from onrecord.evaluation.gold.meantime_values import read_meantime_values
from onrecord.evaluation.gold.quantulum3 import read_quantulum3
from onrecord.evaluation.gold.recognizers import read_recognizers
from onrecord.evaluation.gold.texts import article_of
from onrecord.language.english import parse_article
from onrecord.quantities import find_amounts, find_quantities
from onrecord.quantities.units import MONEY, TIME_UNITS

TEMPERATURES = frozenset(("°C", "°F", "K", "°"))
EVERY_NUMBER = frozenset(("number", "quantulum3"))  # groups that hold every number a quantity

Reader = Callable[[AmountCase], Iterator[FoundAmount]]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantityScores:
    """The figures of one run."""

    light: bool
    scores: AmountScores

    @property
    def errors(self) -> tuple[AmountMiss, ...]:
        """The cases of the seen part with an error."""
        return self.scores.misses

    def as_text(self) -> str:
        """A table: a line per group, the seen part and the part kept apart."""
        lines = [f"{'value and unit right':<20} {'F1':>6} {'P':>6} {'R':>6} {'cases right':>14}"]
        for name, part in (("", self.scores.seen), (", apart", self.scores.apart)):
            for group in GROUPS:
                line = part[group]
                lines.append(
                    f"{group + name:<20} {line.amounts.f1:6.3f} {line.amounts.precision:6.3f}"
                    f" {line.amounts.recall:6.3f} {f'{line.right}/{line.cases}':>14}"
                )
        return "\n".join(lines)

    def as_json(self) -> dict[str, object]:
        """The figures as plain JSON values."""
        return {
            "light": self.light,
            "seen": {group: _plain(score) for group, score in self.scores.seen.items()},
            "apart": {group: _plain(score) for group, score in self.scores.apart.items()},
        }


def evaluate_quantities(gold: Path | None, *, light: bool = False) -> QuantityScores:
    """The scores of quantities on MEANTIME, Recognizers-Text and quantulum3's cases.

    Raises GoldMissing if one of the three folders is not there or not of the form.
    """
    cases = read_amount_cases(gold)
    found = [list(find_in_case(case, light=light)) for case in cases]
    return QuantityScores(light=light, scores=score_amounts(cases, found))


def read_amount_cases(gold: Path | None) -> list[AmountCase]:
    """All cases of the three sets. Raises GoldMissing."""
    return [*read_recognizers(gold), *read_quantulum3(gold), *read_meantime_values(gold)]


def find_in_case(case: AmountCase, *, light: bool) -> Iterator[FoundAmount]:
    """Yield what we find in a case: amounts where every number counts, else records."""
    if case.group in EVERY_NUMBER:
        for amount in find_amounts(case.text, 0, len(case.text)):
            unit = f"{amount.unit}/{amount.per}" if amount.per else amount.unit
            yield FoundAmount(low=amount.low, high=amount.high, unit=unit, kind=_kind(amount.unit))
        return
    article = article_of(case.path, case.text)
    for quantity in find_quantities(article, parse_article(article, light=light)):
        low = quantity.low if quantity.low is not None else quantity.high
        high = quantity.high if quantity.high is not None else quantity.low
        if low is not None and high is not None:
            yield FoundAmount(low=low, high=high, unit=quantity.unit, kind=_kind(quantity.unit))


def _kind(unit: str | None) -> Kind:
    base = (unit or "").partition("/")[0]
    if base == "%":
        return "percent"
    if base in MONEY:
        return "currency"
    if base in TIME_UNITS:
        return "time"
    if base in TEMPERATURES:
        return "temperature"
    return "dimension" if base and base != "×" else "number"


def _plain(score: GroupScore) -> dict[str, float]:
    return {**plain(score.amounts), "right": score.right, "cases": score.cases}
