"""Pairs of claims: what the reader of ClaimDiff accepts, and which fold a topic is in."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from onrecord.errors import GoldMissing
from onrecord.evaluation.gold.claimdiff import STRENGTH, WEAK, fold_of_topic, read_claimdiff

PAIR = {"pair_id": "p", "topic": "The dam", "claim_a": "It leaks.", "claim_b": "It holds."}


def gold(place: Path, strong: Any, weak: Any) -> Path:
    folder = place / "claimdiff"
    folder.mkdir()
    (folder / STRENGTH).write_text(json.dumps(strong), encoding="utf-8")
    (folder / WEAK).write_text(json.dumps(weak), encoding="utf-8")
    return place


def test_pairs_carry_both_answers(tmp_path: Path) -> None:
    strong = {"data": [PAIR | {"relation": 0}, PAIR | {"pair_id": "q", "relation": 1}]}
    weak = {"data": [PAIR | {"pair_id": "q", "relation": 0}, PAIR | {"relation": 1}]}
    found = read_claimdiff(gold(tmp_path, strong, weak))
    assert [(p.strengthens, p.weakens) for p in found] == [(False, True), (True, False)]
    assert (found[0].topic, found[0].left, found[0].right) == ("The dam", "It leaks.", "It holds.")


@pytest.mark.parametrize(
    ("strong", "weak"),
    [
        pytest.param({"data": [PAIR | {"relation": 0}]}, {"data": []}, id="no second answer"),
        pytest.param({"data": [{"pair_id": "p"}]}, {"data": []}, id="no claims"),
        pytest.param([], {"data": []}, id="no data"),
    ],
)
def test_other_files_are_told(tmp_path: Path, strong: Any, weak: Any) -> None:
    with pytest.raises(GoldMissing):
        read_claimdiff(gold(tmp_path, strong, weak))


def test_no_folder(tmp_path: Path) -> None:
    with pytest.raises(GoldMissing):
        read_claimdiff(tmp_path)


def test_a_topic_is_in_one_fold_however_it_is_written() -> None:
    topics = [f"Topic {n}" for n in range(200)]
    assert {fold_of_topic(topic, 5) for topic in topics} == set(range(5))
    assert fold_of_topic("The  Dam!", 5) == fold_of_topic("the dam", 5)
    assert any(fold_of_topic(t, 5) != fold_of_topic(t, 5, "1") for t in topics)
