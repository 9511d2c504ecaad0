"""`onrecord evaluate` on a folder in PolNeAR's form and on cases, each with its own options."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onrecord.presentation.cli.main import main
from tests.evaluation.test_case_scores import FLOW
from tests.presentation.cli.test_commands import run

TEXT = "Ilva Tarrow said on Monday that the bridge was closed.\n"
MARKS = "T1\tSource 0 11\tIlva\nT2\tCue 12 16\tsaid\nT3\tContent 27 53\tthat\n"
LINK = "E1\tAttribution:T9 Source:T1 Cue:T2 Content:T3\n"


@pytest.fixture
def polnear(tmp_path) -> Path:
    dev = tmp_path / "polnear" / "dev"
    for part in ("text", "attributions"):
        (dev / part).mkdir(parents=True)
    (dev / "text" / "a.txt").write_text(TEXT, encoding="utf-8")
    (dev / "attributions" / "a_x.ann").write_text(MARKS + LINK, encoding="utf-8")
    return tmp_path


@pytest.fixture
def cases(tmp_path) -> Path:
    path = tmp_path / "made.jsonl"
    said = {**FLOW["statements"][0], "kind": "direct", "negated": False, "via": []}  # type: ignore[index]
    lines = [{**FLOW, "statements": [said]}, {**FLOW, "id": "test-b", "statements": []}]
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    return path


def evaluate(capsys, *args: str) -> tuple[int, str]:
    return run("evaluate", "statements", *map(str, args), capsys=capsys)


def test_a_folder_is_polnear(polnear, capsys):
    code, out = evaluate(capsys, polnear, "--light")
    shown = " ".join(out.split())
    assert code == 0
    assert "articles of dev, light mode" in shown
    for words in ("indirect by its marks, 1 in the gold", "calibration", "kept from confidence"):
        assert words in shown
    assert max(map(len, out.splitlines())) <= 80
    code, out = evaluate(capsys, polnear, "--light", "--json")
    assert (code, json.loads(out)["content_iou_08"]["f1"]) == (0, 1.0)


def test_a_file_is_cases(cases, capsys):
    code, out = evaluate(capsys, cases, "--light", "--errors", "9")
    shown = " ".join(out.split())
    assert code == 0
    for words in (
        "cases of made.jsonl, light mode",
        "right kind among matched │ 0.000 of 1",
        "right negated among matched │ 1.000 of 1",
        "kind │ direct │ indirect │ 1",
        "found in 1 cases without statements │ 1",
        "other kind: dev-flow at 0",
    ):
        assert words in shown
    assert "not in gold: test-b at 0" in shown
    table = out[: out.index("other kind")]
    assert max(map(len, table.splitlines())) <= 80
    code, out = evaluate(capsys, cases, "--light", "--json", "--errors", "9")
    (line,) = out.splitlines()  # errors are for a reader
    assert json.loads(line)["labels"]["kind"]["confusions"] == [
        {"gold": "direct", "found": "indirect", "n": 1}
    ]


@pytest.mark.parametrize(("half", "gold"), [("all", 2), ("dev", 1), ("test", 1)])
def test_half_of_the_cases(cases, capsys, half, gold):
    _, out = evaluate(capsys, cases, "--light", "--json", "--half", half)
    assert json.loads(out)["cases"] == gold


def test_limit_takes_the_first(cases, capsys):
    _, out = evaluate(capsys, cases, "--light", "--json", "--limit", "1")
    assert (json.loads(out)["cases"], json.loads(out)["cases_without_statements"]) == (1, 0)


@pytest.mark.parametrize("option", [("--split", "dev"), ("--half", "dev")], ids=["split", "half"])
def test_an_option_of_the_other_kind_of_gold_is_wrong_usage(polnear, cases, capsys, option):
    wrong, right = (cases, polnear) if option[0] == "--split" else (polnear, cases)
    assert evaluate(capsys, wrong, "--light", *option)[0] == 2
    assert evaluate(capsys, right, "--light", *option)[0] == 0


def test_gold_that_is_missing_or_faulty_is_told(tmp_path, cases, capsys):
    assert evaluate(capsys, tmp_path / "none.jsonl")[0] == 1
    assert evaluate(capsys, tmp_path / "none", "--split", "dev")[0] == 1
    cases.write_text("{}\n", encoding="utf-8")
    capsys.readouterr()
    with pytest.raises(SystemExit) as end:
        main(["evaluate", "statements", str(cases)])
    assert end.value.code == 1
    assert f"Error: {cases}, line 1: expected an object" in capsys.readouterr().err
