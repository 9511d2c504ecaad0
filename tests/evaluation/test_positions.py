"""Scores of positions on a few sentences of our own, and faults of label files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from onrecord.errors import GoldMissing
from onrecord.evaluation import evaluate_positions

PARTIES = "parties:\n  Norrland: {kind: government}\n  Sund: {kind: government}\n"


def case(name: str, text: str, *positions: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": name,
        "kind": "border",
        "text": text,
        "sentence": text,
        "positions": list(positions),
    }


def position(act: str, matter: str, **more: Any) -> dict[str, Any]:
    return {"party": "Norrland", "who": "Norrland", "act": act, "matter": matter, **more}


CASES = [
    case(
        "demand",
        "Norrland demanded an immediate ceasefire.",
        position("demand", "an immediate ceasefire", issue="ceasefire.scope", value="general"),
    ),
    case(
        "other act",
        "Norrland rejected the fishing plan.",
        position("accept", "the fishing plan"),
    ),
    case("look-alike", "Norrland demanded silence and got it."),
    case("nothing", "Ships left the harbour of Lund at noon."),
]


def written(folder: Path, rows: list[dict[str, Any]]) -> Path:
    path = folder / "cases.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    (folder / "cases-parties.yaml").write_text(PARTIES)
    return path


def test_what_is_right_and_what_is_not(tmp_path: Path) -> None:
    scores = evaluate_positions(written(tmp_path, CASES), None, light=True)
    assert scores.count == 4
    assert (scores.paired.matched, scores.paired.gold) == (1, 2)
    full = evaluate_positions(written(tmp_path, CASES), None)
    assert (full.paired.matched, full.paired.gold) == (2, 2)
    assert (full.parts["act"].matched, full.parts["act"].gold) == (1, 2)
    assert (full.parts["party"].matched, full.parts["value"].matched) == (2, 1)
    assert (full.whole.matched, full.cells.matched) == (1, 1)
    assert any("found Norrland (Norrland) reject" in e.as_text() for e in full.errors)


def test_an_act_by_another_name_counts_under_the_one_that_was_marked(tmp_path: Path) -> None:
    waiting = position("precondition", "talks until the truce holds", conditions=["until"])
    text = "Norrland refused to hold talks until the truce holds."
    acts = evaluate_positions(written(tmp_path, [case("waiting", text, waiting)]), None).acts
    assert (acts["precondition"].matched, acts["precondition"].found) == (1, 1)
    assert all(score.matched <= score.found for score in acts.values())


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ({**CASES[0], "sentence": "Not there."}, "line 1: the sentence does not stand"),
        (case("x", "Norrland left.", position("leave", "left")), "unknown act 'leave'"),
        (case("x", "Norrland left.", position("demand", "gone")), "matter 'gone' stands nowhere"),
        (
            case("x", "Norrland left.", position("demand", "left", conditions=["when"])),
            "unknown condition 'when'",
        ),
        ({"id": "x"}, "must be an object with"),
    ],
    ids=["sentence", "act", "matter", "condition", "keys"],
)
def test_faults_name_the_line(tmp_path: Path, row: dict[str, Any], told: str) -> None:
    with pytest.raises(GoldMissing, match=told):
        evaluate_positions(written(tmp_path, [row]), None, light=True)


def test_labels_of_articles_need_the_articles(tmp_path: Path) -> None:
    labels = tmp_path / "labels.jsonl"
    labels.write_text("")
    with pytest.raises(GoldMissing, match="news_raw"):
        evaluate_positions(labels, tmp_path)
    (tmp_path / "news_raw").mkdir()
    row = {"article": "0" * 64, "sentence": [0, 4], "drawn": "cue", "positions": [], "sure": True}
    labels.write_text(json.dumps(row) + "\n")
    with pytest.raises(GoldMissing, match="no such article"):
        evaluate_positions(labels, tmp_path)
