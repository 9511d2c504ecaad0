"""From labels to weights: `python -m training.positions --gold GOLD --out FOLDER`.

GOLD holds news_raw/; the labels (offsets into its articles, no text) and our own cases lie in
benchmarks/cases/. The encoder that ships with onrecord is read as it is, and the networks start
from its upper layers. FOLDER takes the states of the sentences; at the end `FOLDER/weights/` holds
marks.onnx, matters.onnx and marks.json as src/onrecord/language/weights does. One article in six is
kept apart: on it the figures are measured and the chances fitted.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import torch

from onrecord.evaluation.gold.positions import read_position_cases, read_position_labels
from training.positions.data import Example, prepare
from training.positions.export import export
from training.positions.fit import calibration, crossed, fit_chance, fit_gate
from training.positions.judge import read, table
from training.positions.model import Network
from training.positions.start import begin
from training.positions.train import SEED, train, train_gate

CASES = Path(__file__).resolve().parents[2] / "benchmarks" / "cases"
EPOCHS = 10
LEAN = 0.5  # by how much the tag of no matter is made less likely where matters are looked for
LEAST = 0.05  # the chance from which a mark is kept at all


def main() -> int:
    """Train, judge, export."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--gold", type=Path, required=True)
    options.add_argument("--out", type=Path, required=True)
    options.add_argument("--limit", type=int, help="so many sentences of each kind (to try it)")
    options.add_argument("--epochs", type=int, default=EPOCHS)
    asked = options.parse_args()
    torch.set_num_threads(1)  # the same sums in the same order wherever it runs
    learnt, apart = read_examples(asked.gold, asked.out / "states", asked.limit)
    torch.manual_seed(SEED)
    network = Network()
    begin(network)
    network = train(network, learnt, epochs=asked.epochs)
    train_gate(network.gate, learnt)
    torch.save(network.state_dict(), asked.out / "network.pt")
    finish(network, apart, asked.out / "weights")
    return 0


def read_examples(
    gold: Path, kept: Path, limit: int | None = None
) -> tuple[list[Example], list[Example]]:
    """(what is learnt from, what is kept apart)."""
    own = list(prepare(list(read_position_cases(CASES / "positions.jsonl"))[:limit], kept))
    labelled = list(read_position_labels(CASES / "positions-train.jsonl", gold))[:limit]
    drawn = list(prepare(labelled, kept))
    return own + [e for e in drawn if not e.held_out], [e for e in drawn if e.held_out]


def finish(network: Network, apart: list[Example], folder: Path) -> None:
    """Print the figures on the sentences kept apart, and export."""
    reads = read(network, apart, LEAN)
    gate, passed = fit_gate(reads)
    print(f"gate {gate} lets {passed:.3f} of the sentences through")
    print("\n".join(calibration(reads)))
    print("\n".join(table(crossed(reads))))
    judged = {"gate": gate, "lean": LEAN, "least": LEAST, "chance": fit_chance(reads)}
    export(network, judged, folder)


if __name__ == "__main__":
    sys.exit(main())
