"""How far two ways of sorting mentions into entities agree: MUC, B³, CEAF-e and their average.

Source: Pradhan et al. 2014, "Scoring Coreference Partitions of Predicted Mentions". Each side may
hold mentions that the other lacks; one of two equal shares that are 0 of 0 counts as 0, as there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

Entity = AbstractSet[Hashable]
Grid = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """One measure's recall, precision and F1."""

    recall: float
    precision: float

    @property
    def f1(self) -> float:
        """The harmonic mean of recall and precision."""
        total = self.recall + self.precision
        return 2 * self.recall * self.precision / total if total else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Coreference:
    """The three measures of one response; `conll` is the average of their F1."""

    muc: Agreement
    b_cubed: Agreement
    ceaf_e: Agreement

    @property
    def conll(self) -> float:
        """The CoNLL figure."""
        return (self.muc.f1 + self.b_cubed.f1 + self.ceaf_e.f1) / 3

    def as_json(self) -> dict[str, float]:
        """The figures as plain JSON values."""
        found = {"conll": self.conll}
        for name, one in (("muc", self.muc), ("b_cubed", self.b_cubed), ("ceaf_e", self.ceaf_e)):
            found |= {
                name: one.f1,
                f"{name}_recall": one.recall,
                f"{name}_precision": one.precision,
            }
        return found


def entities_of(labels: Sequence[Hashable]) -> tuple[frozenset[int], ...]:
    """Mentions 0, 1, … with equal labels together, in the order of their first mention."""
    found: dict[Hashable, list[int]] = defaultdict(list)
    for mention, label in enumerate(labels):
        found[label].append(mention)
    return tuple(frozenset(mentions) for mentions in found.values())


def compare(key: Sequence[Entity], response: Sequence[Entity]) -> Coreference:
    """The agreement of a response with a key; the entities of one side are disjoint."""
    return Coreference(
        muc=Agreement(recall=_linked(key, response), precision=_linked(response, key)),
        b_cubed=Agreement(recall=_shared(key, response), precision=_shared(response, key)),
        ceaf_e=_aligned(key, response),
    )


def align(key: Sequence[Entity], response: Sequence[Entity]) -> tuple[tuple[int, int], ...]:
    """Pairs of entities, each at most once, that share most: by CEAF-e's measure, summed.

    Each pair has its place in `key` and its place in `response`; they share a mention.
    """
    pairs = []
    for rows, columns in _components(key, response):
        grid = np.array([[_likeness(key[k], response[r]) for r in columns] for k in rows])
        pairs += [(rows[k], columns[r]) for k, r in _assign(grid) if grid[k, r] > 0]
    return tuple(sorted(pairs))


def _linked(wanted: Sequence[Entity], given: Sequence[Entity]) -> float:
    """MUC's recall: the share of links that hold each wanted entity together and are given."""
    home = _homes(given)
    links = kept = 0
    for entity in wanted:
        parts = {home.get(mention, ("alone", mention)) for mention in entity}
        links += len(entity) - 1
        kept += len(entity) - len(parts)
    return kept / links if links else 0.0


def _shared(wanted: Sequence[Entity], given: Sequence[Entity]) -> float:
    """B³'s recall: the mean over mentions of how much of their entity is given with them."""
    home = _homes(given)
    mentions, total = 0, 0.0
    for entity in wanted:
        parts: dict[Any, int] = defaultdict(int)
        for mention in entity:
            if mention in home:
                parts[home[mention]] += 1
        mentions += len(entity)
        total += sum(n * n for n in parts.values()) / len(entity)
    return total / mentions if mentions else 0.0


def _aligned(key: Sequence[Entity], response: Sequence[Entity]) -> Agreement:
    """CEAF with the measure "e": likeness of aligned entities per entity of each side."""
    total = sum(_likeness(key[k], response[r]) for k, r in align(key, response))
    return Agreement(
        recall=total / len(key) if key else 0.0,
        precision=total / len(response) if response else 0.0,
    )


def _likeness(one: Entity, other: Entity) -> float:
    return 2 * len(one & other) / (len(one) + len(other))


def _homes(entities: Sequence[Entity]) -> Mapping[Hashable, int]:
    return {mention: i for i, entity in enumerate(entities) for mention in entity}


def _components(
    key: Sequence[Entity], response: Sequence[Entity]
) -> Iterable[tuple[list[int], list[int]]]:
    """Yield places in key and response that hang together by shared mentions.

    Entities of different components share nothing, so each component is assigned alone.
    """
    home, back = _homes(response), _homes(key)
    seen: set[int] = set()
    for start in range(len(key)):
        if start in seen:
            continue
        seen.add(start)
        rows, columns, waiting = [start], set[int](), [start]
        while waiting:
            new = {home[m] for m in key[waiting.pop()] if m in home} - columns
            columns |= new
            met = {back[m] for r in new for m in response[r] if m in back} - seen
            seen |= met
            rows += sorted(met)
            waiting += sorted(met)
        if columns:
            yield sorted(rows), sorted(columns)


def _assign(gain: Grid) -> list[tuple[int, int]]:
    """The pairs of row and column with the greatest sum, each row and column at most once.

    The Hungarian method with potentials: one row after the other, each by a shortest path.
    """
    if gain.shape[0] > gain.shape[1]:
        return [(row, column) for column, row in _assign(gain.T)]
    rows, columns = gain.shape
    cost = np.zeros((rows + 1, columns + 1))  # row and column 0 stand for "none yet"
    cost[1:, 1:] = -gain
    lift, drop = np.zeros(rows + 1), np.zeros(columns + 1)
    owner = np.zeros(columns + 1, dtype=int)  # the row that has the column; 0: nobody
    for row in range(1, rows + 1):
        owner[0], at = row, 0
        least = np.full(columns + 1, np.inf)
        before = np.zeros(columns + 1, dtype=int)
        done = np.zeros(columns + 1, dtype=bool)
        while owner[at]:
            done[at] = True
            here = owner[at]
            reach = cost[here] - lift[here] - drop
            better = ~done & (reach < least)
            least[better], before[better] = reach[better], at
            at = int(np.argmin(np.where(done, np.inf, least)))
            step = least[at]
            lift[owner[done]] += step
            drop[done] -= step
            least[~done] -= step
        while at:
            owner[at] = owner[before[at]]
            at = int(before[at])
    return [(int(owner[c]) - 1, c - 1) for c in range(1, columns + 1) if owner[c]]
