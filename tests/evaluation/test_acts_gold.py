"""Acts and stances against gold: readers of tiny files of our own, and the scores."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onrecord.errors import GoldMissing
from onrecord.evaluation.acts import evaluate_acts, score_acts
from onrecord.evaluation.gold.directed_sentiment import read_directed_sentiment
from onrecord.evaluation.gold.marked import MarkedSentence
from onrecord.evaluation.gold.plover import read_plover
from onrecord.evaluation.gold.plv import FOLDS, fold_of, read_plv
from onrecord.language.acting import LEANINGS, ROOTS, ActReading, Pair

PLV = (
    "\tsentence\tmarked_sentence\tgold_root\n"
    "4\tx\t<s>Orvenia </s>met <t>Velundia</t>, not <t>Tollan</t>.\tCONSULT\n"
    "9\tx\t<t>Velundia</t> was bombed.\tASSAULT\n"
)
PLOVER = [
    {"id": "0", "event": "DOCUMENT"},
    {
        "id": "a-1",
        "event": "DEMAND",
        "textInfo": {"markup": "(SRC: Orvenia) (EVT: told) (TAR: Velundia (the isle)) to go."},
    },
    {
        "id": "a-2",
        "event": "CONCEDE",
        "textInfo": {"markup": "(SRC/TAR: Orvenia) and (SRC/TAR: Velundia) gave in (LOC: there)."},
    },
]
SENTIMENT = (
    "[Orvenia] thanked [Velundia]s envoys.\tOrvenia\tVelundia\t1\n"
    "[Tarrow] and [Tarrow] left.\tTarrow\tTarrow\t0\n"
)


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    (tmp_path / "plv").mkdir()
    (tmp_path / "plv" / "PLV_train.tsv").write_text(PLV, encoding="utf-8")
    records = tmp_path / "plover" / "gold_standard_records"
    records.mkdir(parents=True)
    (records / "PLOVER_GSR_CAMEO.txt").write_text(json.dumps(PLOVER), encoding="utf-8")
    (tmp_path / "directed_sentiment").mkdir()
    (tmp_path / "directed_sentiment" / "valid.txt").write_text(SENTIMENT, encoding="utf-8")
    return tmp_path


def named(case: MarkedSentence) -> tuple[list[str], list[str]]:
    pair = case.pair
    return [pair.text[a:b] for a, b in pair.source], [pair.text[a:b] for a, b in pair.target]


def test_plv_is_read_with_its_marks(gold: Path) -> None:
    first, second = read_plv(gold)
    assert first.pair.text == "Orvenia met Velundia, not Tollan."
    assert named(first) == (["Orvenia"], ["Velundia", "Tollan"])
    assert named(second) == ([], ["Velundia"])
    assert (first.label, second.label, second.path) == ("CONSULT", "ASSAULT", "PLV_train.tsv#2")


def test_plover_is_read_without_its_answers(gold: Path) -> None:
    first, second = read_plover(gold)
    assert first.pair.text == "Orvenia told Velundia (the isle) to go."
    assert named(first) == (["Orvenia"], ["Velundia (the isle)"])
    assert named(second) == (["Orvenia"], ["Velundia"])
    assert second.pair.text == "Orvenia and Velundia gave in there."
    assert [(c.label, c.event) for c in (first, second)] == [
        ("REQUEST", "DEMAND"),
        ("YIELD", "CONCEDE"),
    ]


def test_directed_sentiment_is_read_with_both_names(gold: Path) -> None:
    first, second = read_directed_sentiment(gold)
    assert first.pair.text == "Orvenia thanked Velundias envoys."
    assert named(first) == (["Orvenia"], ["Velundia"])
    assert second.pair.source == ((0, 6),)
    assert second.pair.target == ((11, 17),)
    assert (first.label, second.label) == ("for", "neutral")


BROKEN = {
    "plv": ("plv/PLV_train.tsv", PLV.replace("CONSULT", "DANCE"), r"PLV_train\.tsv, row 1"),
    "plover": ("plover/gold_standard_records/PLOVER_GSR_CAMEO.txt", "[{}]", "record 1"),
    "sentiment": ("directed_sentiment/valid.txt", "a\tb\tc\t7\n", r"valid\.txt, row 1"),
}


@pytest.mark.parametrize("corpus", BROKEN)
def test_files_of_another_form_are_named(gold: Path, corpus: str) -> None:
    name, text, told = BROKEN[corpus]
    (gold / name).write_text(text, encoding="utf-8")
    with pytest.raises(GoldMissing, match=told):
        evaluate_acts(gold, corpus)  # type: ignore[arg-type]


def test_a_folder_without_the_set_is_told(tmp_path: Path) -> None:
    with pytest.raises(GoldMissing, match="no plv here"):
        list(read_plv(tmp_path))


def test_folds_go_by_words_alone() -> None:
    assert fold_of("Orvenia met Velundia.") == fold_of("ORVENIA met «Velundia»!")
    sentences = [f"Orvenia met envoy number {n}." for n in range(60)]
    assert {fold_of(s) for s in sentences} == set(range(FOLDS))
    assert max(fold_of(s, 20) for s in sentences) > FOLDS


# --- scores --------------------------------------------------------------------------------------


def reading(root: str, leaning: str = "neutral", sure: float = 0.9) -> ActReading:
    """A reading that is so sure of a root and a leaning."""
    return ActReading(
        roots=tuple(sure if r == root else (1 - sure) / (len(ROOTS) - 1) for r in ROOTS),
        leanings=tuple(sure if n == leaning else (1 - sure) / 4 for n in LEANINGS),
    )


def case(label: str, event: str | None = None) -> MarkedSentence:
    return MarkedSentence(
        path="made#1", pair=Pair(text="Orvenia."), label=label, event=event or label
    )


CASES = [
    case("REQUEST", "DEMAND"),
    case("REJECT"),
    case("AGREE"),
    case("THREATEN"),
    case("YIELD", "CONCEDE"),
    case("AID"),
]


def test_what_is_right_counts_one() -> None:
    scores = score_acts(CASES, [reading(c.label) for c in CASES], corpus="plover")
    assert (scores.accuracy, scores.macro_f1, scores.errors) == (1.0, 1.0, ())
    assert scores.conceded is not None
    assert (scores.conceded.matched, scores.conceded.gold) == (1, 1)
    assert scores.calibration_error == pytest.approx(0.1)


def test_what_is_wrong_costs_both_classes() -> None:
    found = [reading("REJECT"), *(reading(c.label) for c in CASES[1:])]
    scores = score_acts(CASES, found, corpus="plover")
    # REQUEST 0, REJECT 2/3, AGREE 1, THREATEN 1; what is no position is not averaged.
    assert scores.macro_f1 == pytest.approx((0 + 2 / 3 + 1 + 1) / 4)
    assert scores.accuracy == pytest.approx(5 / 6)
    assert [e.as_text() for e in scores.errors] == ["made#1: gold REQUEST, found REJECT: Orvenia."]


def test_all_classes_are_averaged_elsewhere() -> None:
    cases = [case("for"), case("against"), case("neutral")]
    found = [reading("AID", "for"), reading("AID", "neutral"), reading("AID", "neutral")]
    scores = score_acts(cases, found, corpus="sentiment")
    assert scores.macro == ("against", "for", "neutral")
    assert scores.macro_f1 == pytest.approx((0 + 1 + 2 / 3) / 3)
    assert (scores.seen, scores.conceded) == (False, None)


def test_plv_is_said_to_be_seen(gold: Path) -> None:
    scores = evaluate_acts(gold, "plv")
    assert scores.seen
    assert scores.folds is not None
    assert scores.folds["sentences"] > 0
    assert scores.as_json()["learnt from these sentences"] is True
    fresh = evaluate_acts(gold, "plover", limit=1)
    assert (fresh.sentences, fresh.seen, fresh.folds) == (1, False, None)
