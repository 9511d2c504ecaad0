"""When two reports of one speaker tell one utterance: figures, polarity and nouns decide."""

from pathlib import Path

import pytest

from onrecord.errors import GoldMissing
from onrecord.evaluation import evaluate_reports
from onrecord.evaluation.gold.report_cases import read_report_cases
from onrecord.reconciliation.sayings import bearing_of, spoken_words
from onrecord.reconciliation.synonyms import stem

CASES = Path(__file__).parents[2] / "benchmarks" / "cases" / "reports.jsonl"


@pytest.mark.parametrize("half", ["dev", "test"])
def test_no_two_utterances_are_joined_and_most_that_are_one(half: str) -> None:
    scores = evaluate_reports(CASES, half)
    assert [error.id for error in scores.errors if not error.same] == []
    assert scores.joined.recall >= 0.8


def test_cases_are_there_for_both_halves_and_verdicts() -> None:
    cases = list(read_report_cases(CASES))
    verdicts = {(case.id.split("-")[0], case.same) for case in cases}
    assert verdicts == {(half, same) for half in ("dev", "test") for same in (True, False)}
    assert {s.kind for case in cases for s in case.statements} == {"direct", "indirect", "mixed"}


def test_cases_that_are_not_there(tmp_path: Path) -> None:
    with pytest.raises(GoldMissing):
        evaluate_reports(tmp_path / "none.jsonl")


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        pytest.param("withdrew", "withdrawal", True, id="noun and verb"),
        pytest.param("releasing", "released", True, id="forms"),
        pytest.param("stopped", "halts", True, id="synonyms in their forms"),
        pytest.param("road", "rail", False, id="alike and not the same"),
        pytest.param("raised", "lowered", False, id="opposites"),
        pytest.param("40", "14", False, id="numbers"),
    ],
)
def test_stems(left: str, right: str, same: bool) -> None:
    assert (stem(left) == stem(right)) is same


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("1.5 million", ["1500000"], id="scaled"),
        pytest.param("1,500,000", ["1500000"], id="written out"),
        pytest.param("twenty-five per cent", ["25", "percent"], id="hyphenated, two words"),
        pytest.param("25%", ["25", "percent"], id="sign"),
        pytest.param("two hundred ships", ["200", "ship"], id="hundreds"),
        pytest.param("12 and 7", ["12", "7"], id="two numbers stay two"),
        pytest.param("before, not after", ["befor", "not", "after"], id="sides are kept"),
    ],
)
def test_spoken_words(text: str, words: list[str]) -> None:
    assert list(spoken_words(text)) == words


@pytest.mark.parametrize(
    ("text", "bearing"),
    [
        pytest.param("they would leave", ("ahead",), id="ahead"),
        pytest.param("they have left", ("done",), id="done"),
        pytest.param("they may leave", ("unsure",), id="unsure"),
        pytest.param("they will leave if asked", ("ahead", "if"), id="on a condition"),
        pytest.param("they leave in May 7", (), id="nothing"),
    ],
)
def test_bearing(text: str, bearing: tuple[str, ...]) -> None:
    assert bearing_of(text) == bearing
