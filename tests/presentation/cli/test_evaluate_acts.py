"""`onrecord evaluate acts` on a tiny folder of our own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onrecord.presentation.cli.main import main
from tests.evaluation.test_acts_gold import PLOVER, PLV, SENTIMENT


@pytest.fixture
def gold(tmp_path: Path) -> str:
    records = tmp_path / "plover" / "gold_standard_records"
    records.mkdir(parents=True)
    (records / "PLOVER_GSR_CAMEO.txt").write_text(json.dumps(PLOVER), encoding="utf-8")
    for name, file, text in (
        ("plv", "PLV_train.tsv", PLV),
        ("directed_sentiment", "valid.txt", SENTIMENT),
    ):
        (tmp_path / name).mkdir()
        (tmp_path / name / file).write_text(text, encoding="utf-8")
    return str(tmp_path)


def code(*args: str) -> int:
    """The exit code of a command."""
    with pytest.raises(SystemExit) as end:
        main(list(args))
    return int(end.value.code or 0)


def test_plover_comes_first(gold: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert code("evaluate", "acts", gold) == 0
    told = capsys.readouterr().out
    assert "Acts on plover: 2 sentences" in told
    assert "prove nothing" not in told


def test_plv_is_told_to_be_seen(gold: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert code("evaluate", "acts", gold, "--corpus", "plv") == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "learnt from" in told
    assert "by folds left out: macro F1" in told


def test_sentiment_as_json(gold: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert code("evaluate", "acts", gold, "--corpus", "sentiment", "--limit", "1", "--json") == 0
    held = json.loads(capsys.readouterr().out)
    assert (held["sentences"], held["learnt from these sentences"]) == (1, False)
    assert 0.0 <= held["macro F1"] <= 1.0


WRONG = {
    "light mode": (["--light"], "no light mode"),
    "a corpus of another task": (["--corpus", "trnews"], "not on trnews"),
    "an option of another task": (["--split", "dev"], "--split belongs to"),
}


@pytest.mark.parametrize(("options", "told"), WRONG.values(), ids=WRONG)
def test_wrong_usage_is_told(
    gold: str, options: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert code("evaluate", "acts", gold, *options) == 2
    assert told in " ".join(capsys.readouterr().err.split())
