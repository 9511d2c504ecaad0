"""The confidence of a statement, fitted on dev: how often one like it is in the gold.

`python -m training.statements.confidence WEIGHTS GOLD` fits it anew for exported weights; it needs
no torch.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from onrecord.evaluation.gold.polnear import GoldStatement, Range, read_polnear
from onrecord.evaluation.matching import LOOSE, iou_of, is_same_source, trim
from onrecord.language.encoding import encode
from onrecord.language.english import parse_article
from onrecord.language.pieces import Pieces, cut_pieces
from onrecord.language.weights import Model, load_model
from onrecord.statements.finding import find_unsettled
from onrecord.statements.learned import FEATURES, features_of
from onrecord.statements.linked import Linked

STEPS, RIDGE = 60, 1.0
PRECISE, LEAST, RECALL, FLAT = 0.9, 0.2, 0.1, 0.002
Table = NDArray[np.float64]


def fit_confidence(model: Model, gold: Path) -> tuple[dict[str, float], dict[str, float]]:
    """(weights of a logistic regression, from which confidence each preference keeps), on dev.

    Right is content IoU ≥ .3 and the right source.
    """
    rows: list[tuple[float, ...]] = []
    right: list[bool] = []
    wanted_in_all = 0
    for document in read_polnear(gold, "dev"):
        article = document.article
        text, pieces = article.text, cut_pieces(model.tokenizer, article.text)
        seen = find_unsettled(article, parse_article(article), encode(model, pieces))
        linked = [x for x in seen if x.holder is None]
        wanted = [g for g in document.statements if g.content]
        wanted_in_all += len(wanted)
        rows.extend(features_of(x) for x in linked)
        right.extend(_right(text, wanted, [_in_characters(pieces, x) for x in linked]))
    weights = _regress(np.array(rows), np.array(right, np.float64))
    total = weights["bias"] + np.array(rows) @ [weights[name] for name in FEATURES]
    return weights, _bounds(1 / (1 + np.exp(-total)), np.array(right), wanted_in_all)


def _bounds(confidence: Table, right: Table, wanted: int) -> dict[str, float]:
    """Bounds: the lowest of an F1 within FLAT of the best, of PRECISE right, and a low one.

    F1 hardly changes around its best; of bounds that are as good the one that keeps more is taken,
    but none below LEAST.
    """
    order = np.argsort(-confidence)
    kept = np.arange(1, len(order) + 1)
    hits = np.cumsum(right[order])
    f1 = 2 * hits / (kept + wanted)
    best = int(np.flatnonzero(f1 >= f1.max() - FLAT).max())
    precise = int(np.flatnonzero(hits / kept >= PRECISE).max(initial=0))
    return {
        "precision": round(float(confidence[order[precise]]), 2),
        "balance": round(max(float(confidence[order[best]]), LEAST), 2),
        "recall": RECALL,
    }


def _right(
    text: str, wanted: Sequence[GoldStatement], found: Sequence[GoldStatement]
) -> list[bool]:
    """Whether each statement found is one of the gold; each of those is used once, best first."""
    scored = sorted(
        (-iou, g, s)
        for g, left in enumerate([trim(text, x.content) for x in wanted])
        for s, right in enumerate([trim(text, x.content) for x in found])
        if (iou := iou_of(left, right)) >= LOOSE
    )
    used: set[int] = set()
    judged: dict[int, bool] = {}
    for _, g, s in scored:
        if g not in used and s not in judged:
            used.add(g)
            source = wanted[g].source
            judged[s] = not source or is_same_source(text, source, found[s].source)
    return [judged.get(s, False) for s in range(len(found))]


def _in_characters(pieces: Pieces, linked: Linked) -> GoldStatement:
    def characters(ranges: Sequence[Range]) -> tuple[Range, ...]:
        return tuple((int(pieces.starts[a]), int(pieces.ends[b - 1])) for a, b in ranges)

    return GoldStatement(
        source=characters(linked.source),
        cue=characters((linked.cue,)),
        content=characters(linked.content),
    )


def _regress(rows: Table, right: Table) -> dict[str, float]:
    """By Newton's method, with a small ridge on all but the bias."""
    given = np.hstack([np.ones((len(rows), 1)), rows])
    weights = np.zeros(given.shape[1])
    ridge = np.diag([0.0, *[RIDGE] * rows.shape[1]])
    for _ in range(STEPS):
        chances = 1 / (1 + np.exp(-given @ weights))
        slope = given.T @ (right - chances) - ridge @ weights
        curve = (given * (chances * (1 - chances))[:, None]).T @ given + ridge
        weights += np.linalg.solve(curve, slope)
    return dict(zip(("bias", *FEATURES), (round(float(w), 4) for w in weights), strict=True))


def finish(weights: Path, gold: Path) -> None:
    """Fit the confidence of what exported networks find, and write it beside them."""
    fitted, keep = fit_confidence(load_model(weights), gold)
    path = weights / "weights.json"
    settings = json.loads(path.read_text()) | {"confidence": fitted, "keep": keep}
    path.write_text(json.dumps(settings, indent=1) + "\n")
    print(json.dumps({"confidence": fitted, "keep": keep}))


if __name__ == "__main__":
    finish(Path(sys.argv[1]), Path(sys.argv[2]))
