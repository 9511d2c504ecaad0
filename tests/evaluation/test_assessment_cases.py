"""Cases of assessments: what the reader of cases accepts, and how fields are scored."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from onrecord.errors import GoldMissing
from onrecord.evaluation import evaluate_assessments
from onrecord.evaluation.gold.assessment_cases import read_assessment_cases

CASES = Path(__file__).parents[2] / "benchmarks" / "cases" / "assessments.jsonl"
CASE: dict[str, Any] = {
    "id": "dev-one",
    "published": "2031-05-12",
    "text": "The IMF put the loss at $3 million in 2030.",
    "assessments": [
        {
            "assessor": "The IMF",
            "kind": "international_body",
            "figures": [{"words": "$3 million", "scope": None}],
            "as_of": "2030",
        }
    ],
}


def written(place: Path, *cases: dict[str, Any]) -> Path:
    path = place / "made.jsonl"
    path.write_text("".join(json.dumps(case) + "\n" for case in cases), encoding="utf-8")
    return path


def test_our_own_cases_are_enough_and_half_are_kept_apart() -> None:
    halves = {half: list(read_assessment_cases(CASES, half)) for half in ("dev", "test", "all")}
    assert len(halves["all"]) == len(halves["dev"]) + len(halves["test"]) >= 60
    assert all(len(halves[half]) >= 30 for half in ("dev", "test"))
    assert len({case.id for case in halves["all"]}) == len(halves["all"])
    assert all(any(not c.assessments for c in halves[half]) for half in ("dev", "test"))


def test_every_field_is_scored(tmp_path: Path) -> None:
    wrong = {**CASE, "id": "dev-two"}
    wrong["assessments"] = [
        {
            "assessor": "The IMF",
            "kind": "institute",
            "figures": [{"words": "$3 million", "scope": "a year"}],
            "as_of": None,
        }
    ]
    empty = {**CASE, "id": "dev-three", "text": "The river fell by 3 metres.", "assessments": []}
    scores = evaluate_assessments(written(tmp_path, CASE, wrong, empty), light=True)
    counts = {field: (s.matched, s.found, s.gold) for field, s in scores.fields}
    assert counts == {
        "assessment": (2, 2, 2),
        "assessor": (2, 2, 2),
        "kind": (1, 2, 2),
        "figure": (2, 2, 2),
        "scope": (0, 0, 1),
        "as of": (1, 2, 1),
    }
    assert (scores.empty, scores.quiet) == (1, 1)
    assert [error.id for error in scores.errors] == ["dev-two"]
    assert scores.as_json()["cases"] == 3


def test_what_is_invented_counts_against_precision(tmp_path: Path) -> None:
    scores = evaluate_assessments(written(tmp_path, {**CASE, "assessments": []}), light=True)
    fields = dict(scores.fields)
    assert (fields["assessment"].found, fields["assessment"].gold) == (1, 0)
    assert scores.quiet == 0


def test_the_dev_half_in_light_mode() -> None:
    """Floors: all but one or two were found when the rules were made."""
    scores = evaluate_assessments(CASES, "dev", light=True)
    fields = dict(scores.fields)
    assert fields["assessment"].f1 >= 0.9
    assert fields["figure"].f1 >= 0.9
    assert scores.quiet == scores.empty


@pytest.mark.parametrize(
    ("change", "told"),
    [
        pytest.param({"published": "May"}, "line 1", id="no day"),
        pytest.param({"text": "The OECD said."}, "nowhere", id="words that are not there"),
        pytest.param({"assessments": [{"kind": "oracle"}]}, "oracle", id="a kind we do not know"),
    ],
)
def test_a_case_that_is_none(tmp_path: Path, change: dict[str, Any], told: str) -> None:
    with pytest.raises(GoldMissing, match=told):
        list(read_assessment_cases(written(tmp_path, {**CASE, **change})))


def test_no_file(tmp_path: Path) -> None:
    with pytest.raises(GoldMissing, match="no cases"):
        list(read_assessment_cases(tmp_path / "none.jsonl"))
