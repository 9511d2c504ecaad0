"""ClaimDiff: pairs of claims from two articles on a topic; the second strengthens or weakens.

Two JSON files, one for each question, with the same pairs in both. Source: Ko and others,
"ClaimDiff: Comparing and Contrasting Claims on Contentious Issues", 2022.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.errors import GoldMissing
from onrecord.evaluation.gold.entities import set_folder

STRENGTH, WEAK = "ClaimDiff-strength-train.json", "ClaimDiff-weak-train.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimPair:
    """Two claims, and whether the second strengthens or weakens the first; never both."""

    topic: str
    left: str
    right: str
    strengthens: bool
    weakens: bool


def read_claimdiff(gold: Path | None) -> tuple[ClaimPair, ...]:
    """The pairs of the training part, in the file's order. Raises GoldMissing."""
    folder = set_folder(gold, "claimdiff", STRENGTH)
    strong, weak = (_read(folder / name) for name in (STRENGTH, WEAK))
    try:
        weakens = {pair["pair_id"]: bool(pair["relation"]) for pair in weak}
        return tuple(
            ClaimPair(
                topic=pair["topic"],
                left=pair["claim_a"],
                right=pair["claim_b"],
                strengthens=bool(pair["relation"]),
                weakens=weakens[pair["pair_id"]],
            )
            for pair in strong
        )
    except (KeyError, TypeError) as error:
        raise GoldMissing(f"{folder}: no pairs of ClaimDiff as we know them ({error})") from None


def fold_of_topic(topic: str, folds: int, salt: str = "") -> int:
    """Which fold a topic belongs to: SHA-256 of the salt and its words in small letters, modulo."""
    words = salt + " ".join(re.findall(r"\w+", topic.lower()))
    return int(hashlib.sha256(words.encode()).hexdigest(), 16) % folds


def _read(path: Path) -> list[dict[str, Any]]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))["data"]
    except OSError as error:
        raise GoldMissing(f"{path}: {error.strerror}; expected ClaimDiff's training part") from None
    except (ValueError, KeyError, TypeError) as error:
        raise GoldMissing(f"{path}: no data of ClaimDiff ({error})") from None
    return list(found)
