"""Fit the weights of `onrecord.evaluation.event_pairs` on ECB+ train, and print them.

    python -m training.events GOLD

Logistic regression by Newton's method; all pairs of one topic weigh as much as those of another of
the same root size, so that no large topic decides. Beside the weights it prints the CoNLL figure
over five folds of topics, in which no topic is scored by weights that saw it.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import numpy as np
import numpy.typing as npt

from onrecord.evaluation.coreference import compare, entities_of
from onrecord.evaluation.event_pairs import WEIGHTS, comparable, join_mentions
from onrecord.evaluation.events import read_gold, topic_of

Grid = npt.NDArray[np.float64]
FOLDS, STEPS, RIDGE = 5, 25, 1e-3


def fit(seen: Grid, right: Grid, weight: Grid) -> Grid:
    """The weights of the features, on their own scales."""
    mean, spread = seen.mean(0), seen.std(0) + 1e-9
    mean[0], spread[0] = 0.0, 1.0
    scaled = (seen - mean) / spread
    weight = weight / weight.sum()
    found = np.zeros(scaled.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-scaled @ found))
        slope = scaled.T @ (weight * (chance - right)) + RIDGE * found
        bend = (scaled * (weight * chance * (1 - chance))[:, None]).T @ scaled
        found -= np.linalg.solve(bend + RIDGE * np.eye(len(found)), slope)
    plain: Grid = found / spread
    plain[0] = found[0] - (found[1:] * mean[1:] / spread[1:]).sum()
    return plain


def main() -> None:
    """Print the figure over folds, then the weights."""
    read = read_gold(Path(sys.argv[1]), "train")
    pairs = list(comparable(read.mentions, read.corpus))
    seen = np.array([f for _, _, f in pairs], float)
    right = np.array([read.events[i] == read.events[j] for i, j, _ in pairs], float)
    topic = np.array([int(topic_of(read.mentions[i].document)) for i, _, _ in pairs])
    sizes = Counter(topic.tolist())
    weight = np.array([sizes[t] ** -0.5 for t in topic.tolist()])
    chance = np.zeros(len(pairs))
    topics = sorted(sizes)
    for fold in range(FOLDS):
        held = np.isin(topic, topics[fold::FOLDS])
        own = fit(seen[~held], right[~held], weight[~held])
        chance[held] = 1 / (1 + np.exp(-seen[held] @ own))
    chances = {(i, j): float(c) for (i, j, _), c in zip(pairs, chance, strict=True)}
    labels = join_mentions(read.mentions, read.corpus, chances)
    print(f"{FOLDS} folds:", compare(entities_of(read.events), entities_of(labels)).as_json())
    for name, value in zip(WEIGHTS, fit(seen, right, weight), strict=True):
        print(f'    "{name}": {value:.2f},')


if __name__ == "__main__":
    main()
