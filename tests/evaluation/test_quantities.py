"""Quantities on gold: readers of three sets in tiny files of our own, the matching, the scores."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onrecord.errors import GoldMissing
from onrecord.evaluation.amount_scores import FoundAmount, score_amounts
from onrecord.evaluation.gold.amounts import AmountCase, GoldAmount, is_kept_apart
from onrecord.evaluation.gold.meantime_values import read_meantime_values, read_value
from onrecord.evaluation.gold.quantulum3 import read_quantulum3
from onrecord.evaluation.gold.recognizers import FILES, read_recognizers
from onrecord.evaluation.gold.unit_names import TABLE, symbol_of
from onrecord.evaluation.quantities import evaluate_quantities

NUMBERS = [
    {"Input": "It freed forty men", "Results": [{"Resolution": {"value": "40"}}]},
    {"Input": "It freed no men", "Results": []},
]
PERCENT = [
    {
        "Input": "It holds 8 percent",
        "Results": [{"Resolution": {"value": "8%"}}, {"Resolution": {"value": "null"}}],
    }
]
MONEY = [
    {
        "Input": "It paid £30 and 4 dollars",
        "Results": [
            {"Resolution": {"value": "30", "unit": "Pound"}},
            {"Resolution": {"value": "4", "unit": "Dollar"}},
        ],
    },
    {
        "Input": "It paid a dollar over",
        "Results": [{"Resolution": {"value": None, "unit": "Dollar"}}],
    },
]
MEASURES = [
    {
        "Input": "It lifts 30 pounds",
        "Results": [{"Resolution": {"value": "30", "unit": "Pound"}}],
    }
]
SPOKEN = [
    {
        "req": "It is 8 to 16 metres in 2031",
        "res": [
            {"value": 12, "unit": "metre", "uncertainty": 4},
            {"value": 2031, "unit": "dimensionless"},
        ],
    },
    {"req": "It buys a dozen eggs", "res": [{"value": 1, "unit": "dozen"}]},
]
SENTENCES = (
    "Orm sells boats",
    "May 4 , 2031",
    "Orm sold 3.5 million boats for $ 40 million , a 5th record .",
)
VALUES = (((2, 2, 3), "QUANTITY"), ((2, 6, 8), "MONEY"), ((2, 11, 11), "QUANTITY"))


def write_recognizers(folder: Path) -> None:
    for name, cases in zip(FILES.values(), (NUMBERS, PERCENT, MONEY, MEASURES), strict=True):
        path = folder / "recognizers_specs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(cases), encoding="utf-8-sig")


def write_quantulum3(folder: Path) -> None:
    home = folder / "quantulum3_tests/quantulum3/_lang/en_US/tests"
    home.mkdir(parents=True)
    (home / "quantities.json").write_text(json.dumps(SPOKEN), "utf-8")
    (home / "quantities.ambiguity.json").write_text("[]", "utf-8")


def write_meantime(folder: Path) -> None:
    home = folder / "meantime_apple/cross/corpus_orm"
    home.mkdir(parents=True)
    words = [(s, i, w) for s, line in enumerate(SENTENCES) for i, w in enumerate(line.split())]
    number = {(s, i): str(at) for at, (s, i, _) in enumerate(words, start=1)}
    tokens = "".join(
        f'<token sentence="{s}" t_id="{number[s, i]}">{w}</token>' for s, i, w in words
    )
    marks = ""
    for (sentence, first, last), kind in VALUES:
        anchors = "".join(
            f'<token_anchor t_id="{number[sentence, i]}"/>' for i in range(first, last + 1)
        )
        marks += f'<VALUE type="{kind}">{anchors}</VALUE>'
    text = f"<Document>{tokens}<Markables>{marks}</Markables></Document>"
    (home / "one.xml").write_text(text, "utf-8")


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """A folder with all three sets."""
    write_recognizers(tmp_path)
    write_quantulum3(tmp_path)
    write_meantime(tmp_path)
    return tmp_path


def values(case: AmountCase) -> list[tuple[float, float, str | None]]:
    return [(a.low, a.high, a.unit) for a in case.amounts]


def test_recognizers_are_read_with_their_units(gold: Path) -> None:
    cases = list(read_recognizers(gold))
    assert [(c.group, values(c)) for c in cases] == [
        ("number", [(40, 40, None)]),
        ("number", []),
        ("percent", [(8, 8, "%")]),
        ("currency", [(30, 30, "GBP"), (4, 4, "USD")]),
        ("currency", []),  # a unit without a value
        ("dimension", [(30, 30, "lb")]),
    ]


def test_an_uncertainty_is_a_range_and_a_dozen_twelve(gold: Path) -> None:
    first, second = read_quantulum3(gold)
    assert values(first) == [(8, 16, "m"), (2031, 2031, None)]
    assert values(second) == [(12, 12, None)]


def test_meantime_values_are_read_off_their_words(gold: Path) -> None:
    (case,) = read_meantime_values(gold)
    assert values(case) == [(3.5e6, 3.5e6, None), (4e7, 4e7, "USD")]  # and no ordinal
    assert case.text.startswith("Orm sells boats\n")


WORDS = {
    "figures": ("2,100", "QUANTITY", (2100, None)),
    "unit": ("3.5-inch", "QUANTITY", (3.5, "in")),
    "data": ("20GB", "QUANTITY", (20, "GB")),
    "thing": ("20 boats", "QUANTITY", (20, None)),
    "small word": ("about two", "QUANTITY", (2, None)),
    "percent": ("71 percent", "PERCENT", (71, "%")),
    "money": ("around £ 3.2 billion", "MONEY", (3.2e9, "GBP")),
    "ordinal": ("5th", "QUANTITY", None),
    "no number": ("many", "QUANTITY", None),
}


@pytest.mark.parametrize(("words", "kind", "wanted"), WORDS.values(), ids=WORDS)
def test_words_of_a_mark(words: str, kind: str, wanted: tuple[float, str | None] | None) -> None:
    amount = read_value(words, kind)
    assert (amount and (amount.low, amount.unit)) == wanted


@pytest.mark.parametrize(
    ("name", "symbol"),
    [
        ("Mile", "mi"),
        ("square kilometre", "km²"),
        ("kilometre per hour", "km/h"),
        ("dollar per hour", "USD/hour"),
        ("USD/hour", "USD/hour"),
        ("km/second²", "km/second²"),
        ("kilometre per square second", "km/second²"),
        ("gram per cubic centimetre", "g/ml"),
        ("g/cm³", "g/ml"),
        ("pound-mass", "lb"),
        ("pound sterling", "GBP"),
        ("dimensionless", None),
        ("dozen", None),
        (None, None),
        ("flurb", "flurb"),
    ],
)
def test_unit_names(name: str | None, symbol: str | None) -> None:
    assert symbol_of(name) == symbol
    assert symbol_of(symbol) == symbol


def test_a_symbol_stays_what_it_is() -> None:
    assert {s for s in TABLE.values() if symbol_of(s) != TABLE.get(s, s)} == set()


def case(group: str, *amounts: GoldAmount, apart: bool = False) -> AmountCase:
    return AmountCase(group=group, path="1", text="t", amounts=amounts, kept_apart=apart)


def gold_amount(value: float, unit: str | None = None) -> GoldAmount:
    return GoldAmount(low=value, high=value, unit=unit)


MATCHES = {
    "right": (FoundAmount(low=40, high=40, unit="dollar", kind="currency"), 1),
    "nearly": (FoundAmount(low=40.00001, high=40.00001, unit="USD", kind="currency"), 1),
    "other value": (FoundAmount(low=40.1, high=40.1, unit="USD", kind="currency"), 0),
    "other end": (FoundAmount(low=40, high=50, unit="USD", kind="currency"), 0),
    "other unit": (FoundAmount(low=40, high=40, unit="EUR", kind="currency"), 0),
}


@pytest.mark.parametrize(("found", "matched"), MATCHES.values(), ids=MATCHES)
def test_value_and_unit_must_be_right(found: FoundAmount, matched: int) -> None:
    scores = score_amounts([case("currency", gold_amount(40, "USD"))], [[found]])
    score = scores.seen["currency"]
    assert (score.amounts.matched, score.amounts.found, score.right) == (matched, 1, matched)
    assert len(scores.misses) == 1 - matched


def test_each_gold_amount_is_matched_once() -> None:
    twice = [FoundAmount(low=40, high=40, unit="USD", kind="currency")] * 2
    score = score_amounts([case("currency", gold_amount(40, "USD"))], [twice]).seen["currency"]
    assert (score.amounts.matched, score.amounts.found, score.right) == (1, 2, 0)


def test_a_group_counts_its_own_kind() -> None:
    found = [
        FoundAmount(low=2, high=3, unit="day", kind="time"),
        FoundAmount(low=8, high=8, unit="%", kind="percent"),
    ]
    groups = ("number", "percent", "currency", "dimension", "meantime", "quantulum3")
    scores = score_amounts([case(group) for group in groups], [found] * len(groups)).seen
    assert {group: scores[group].amounts.found for group in groups} == {
        "number": 3, "percent": 1, "currency": 0, "dimension": 0, "meantime": 1, "quantulum3": 2,
    }  # fmt: skip


def test_what_is_kept_apart_is_scored_apart_and_not_shown() -> None:
    scores = score_amounts([case("percent", gold_amount(8, "%"), apart=True)], [[]])
    assert scores.apart["percent"].cases == 1
    assert scores.seen["percent"].cases == 0
    assert scores.misses == ()


def test_about_a_quarter_is_kept_apart() -> None:
    assert 200 < sum(is_kept_apart(f"case {number}") for number in range(1000)) < 300


@pytest.mark.parametrize("light", [True, False], ids=["light", "parser"])
def test_our_own_cases_are_right(gold: Path, light: bool) -> None:
    scores = evaluate_quantities(gold, light=light)
    assert scores.errors == ()
    for part in (scores.scores.seen, scores.scores.apart):
        assert all(score.right == score.cases for score in part.values())
    assert "quantulum3, apart" in scores.as_text()
    plain = scores.as_json()
    assert json.loads(json.dumps(plain)) == plain
    assert plain["light"] is light


def test_a_miss_says_what_was_missed_and_found() -> None:
    found = [FoundAmount(low=2, high=3, unit=None, kind="number")]
    (miss,) = score_amounts([case("quantulum3", gold_amount(40, "USD"))], [found]).misses
    assert miss.as_text() == "quantulum3 1: missed 40 USD; found instead 2–3"


BROKEN = {
    "recognizers": ("recognizers_specs/" + FILES["percent"], "not a list of cases"),
    "quantulum3": (
        "quantulum3_tests/quantulum3/_lang/en_US/tests/quantities.ambiguity.json",
        "not a list of cases",
    ),
    "meantime": ("meantime_apple/cross/corpus_orm/one.xml", "not a CAT document"),
}


@pytest.mark.parametrize("text", ["{", '[{"Input": 3}]', '[{"req": "a"}]'])
@pytest.mark.parametrize(("path", "message"), BROKEN.values(), ids=BROKEN)
def test_a_broken_file_is_named(gold: Path, path: str, message: str, text: str) -> None:
    (gold / path).write_text(text, "utf-8")
    with pytest.raises(GoldMissing, match=message):
        evaluate_quantities(gold, light=True)


def test_a_missing_set_is_named(tmp_path: Path) -> None:
    with pytest.raises(GoldMissing, match="recognizers_specs"):
        evaluate_quantities(tmp_path)
    write_recognizers(tmp_path)
    with pytest.raises(GoldMissing, match="quantulum3_tests"):
        evaluate_quantities(tmp_path)
