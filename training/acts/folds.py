"""What the folds say: scores on sentences that were left out, and how sure the network may be."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from onrecord.evaluation.calibration import calibration_error, reliability
from onrecord.language.acting import ROOTS

HEATS = np.round(np.geomspace(0.3, 4.0, 200), 4)


def judge(
    roots: np.ndarray, root_labels: Sequence[int], leanings: np.ndarray, labels: Sequence[int]
) -> dict[str, Any]:
    """Figures of held-out scores of roots, and the heat that makes chances of scores fit."""
    wanted = np.array(root_labels)
    found = roots.argmax(1)
    f1 = {name: _f1(wanted == at, found == at) for at, name in enumerate(ROOTS)}
    roots_heat = fit_heat(roots, wanted)
    leanings_heat = fit_heat(leanings, np.array(labels))
    return {
        "roots_heat": roots_heat,
        "leanings_heat": leanings_heat,
        "folds": {
            "rule": "fold = SHA-256 of the sentence's words in small letters, modulo 5",
            "sentences": len(wanted),
            "macro_f1": round(float(np.mean(list(f1.values()))), 4),
            "accuracy": round(float((wanted == found).mean()), 4),
            "f1": {name: round(value, 4) for name, value in f1.items()},
            "calibration_error": round(_error(roots, wanted, roots_heat), 4),
        },
    }


def _f1(wanted: np.ndarray, found: np.ndarray) -> float:
    both = int((wanted & found).sum())
    return 2 * both / max(1, int(wanted.sum()) + int(found.sum()))


def fit_heat(scores: np.ndarray, labels: np.ndarray) -> float:
    """The temperature at which the labels are likeliest (Guo et al. 2017)."""
    losses = [-np.log(_chances(scores, h)[range(len(labels)), labels]).sum() for h in HEATS]
    return float(HEATS[int(np.argmin(losses))])


def _chances(scores: np.ndarray, heat: float) -> np.ndarray:
    raised = np.exp((scores.astype(np.float64) - scores.max(1, keepdims=True)) / heat)
    return raised / raised.sum(1, keepdims=True)


def _error(scores: np.ndarray, labels: np.ndarray, heat: float) -> float:
    """Expected calibration error of the likeliest root's chance, over ten bins."""
    chances = _chances(scores, heat)
    judged = zip(chances.max(1).tolist(), (scores.argmax(1) == labels).tolist(), strict=True)
    return calibration_error(reliability(judged)) or 0.0
