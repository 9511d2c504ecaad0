"""Agreement of coders: the worked examples of the literature, and what must hold of any labels."""

import json
from pathlib import Path

import pytest
from benchmarks.positions_agreement import main
from hypothesis import given
from hypothesis import strategies as st

from onrecord.evaluation.agreement import (
    agreement_of_all,
    agreement_of_two,
    cohen_kappa,
    confusions_of_two,
    krippendorff_alpha,
)

# Krippendorff (2011), section A: two observers, binary, no missing values.
BINARY = ("0100000010", "1110010000")
# Section B: two observers, five categories.
NOMINAL = ("aabbdcccedda", "babbbccceddd")
# Section C: four observers, "." where one gave none; one unit holds a single value.
MISSING = ("123321412...", "1233224125.3", ".3332342251.", "12332441251.")


def units(rows: tuple[str, ...]) -> list[str]:
    return ["".join(given).replace(".", "") for given in zip(*rows, strict=True)]


@pytest.mark.parametrize(
    ("rows", "alpha"),
    [(BINARY, 0.095), (NOMINAL, 0.692), (MISSING, 0.743)],
    ids=["binary", "nominal", "missing values"],
)
def test_alpha_of_the_worked_examples(rows, alpha):
    assert krippendorff_alpha(units(rows)) == pytest.approx(alpha, abs=0.0005)


def crossed(table: list[list[int]]) -> list[tuple[str, str]]:
    return [
        (str(i), str(j)) for i, row in enumerate(table) for j, n in enumerate(row) for _ in range(n)
    ]


KAPPAS = {
    # Fleiss, Cohen and Everitt (1969), of 200 patients: .44 .07 .09 / .05 .20 .05 / .01 .03 .06.
    "200 patients": ([[88, 14, 18], [10, 40, 10], [2, 6, 12]], 0.492),
    "50 grants": ([[20, 5], [10, 15]], 0.4),
    "as chance would": ([[25, 25], [25, 25]], 0.0),
    "never alike": ([[0, 5], [5, 0]], -1.0),
}


@pytest.mark.parametrize(("table", "kappa"), KAPPAS.values(), ids=KAPPAS)
def test_kappa_of_worked_examples(table, kappa):
    assert cohen_kappa(crossed(table)) == pytest.approx(kappa, abs=0.0005)


@pytest.mark.parametrize("pairs", [[], [("a", "a")] * 5], ids=["nothing", "one label only"])
def test_what_chance_alone_would_give_has_no_value(pairs):
    assert cohen_kappa(pairs) is None
    assert krippendorff_alpha(pairs) is None


LABELS = st.dictionaries(st.text("uvwxyz", min_size=1, max_size=2), st.sampled_from("abc"))


@given(LABELS)
def test_perfect_agreement_is_one(labels):
    for found in (agreement_of_two(labels, labels), agreement_of_all([labels, labels])):
        assert found.agreed == found.units == len(labels)
        assert found.missing == 0
        assert found.value == (1.0 if len(set(labels.values())) > 1 else None)


@given(LABELS, LABELS, LABELS, st.randoms(use_true_random=False))
def test_order_and_names_change_nothing(one, two, three, random):
    def mixed(labels: dict[str, str]) -> dict[str, str]:
        items = list(labels.items())
        random.shuffle(items)
        return {unit: label.upper() for unit, label in items}

    assert agreement_of_two(one, two) == agreement_of_two(mixed(one), mixed(two))
    assert agreement_of_two(one, two) == agreement_of_two(two, one)
    assert agreement_of_all([one, two, three]) == agreement_of_all(
        [mixed(three), mixed(one), mixed(two)]
    )


@given(LABELS, LABELS)
def test_what_one_alone_labelled_counts_for_nothing(one, two):
    alone = {f"only {unit}": label for unit, label in one.items()}
    found, more = agreement_of_two(one, two), agreement_of_two(one | alone, two)
    assert (more.value, more.units, more.agreed) == (found.value, found.units, found.agreed)
    assert more.missing == found.missing + len(alone)
    assert agreement_of_all([one | alone, two]).value == agreement_of_all([one, two]).value
    assert sum(confusions_of_two(one, two).values()) == found.units


def test_one_label_is_set_against_the_rest():
    one = {"1": "a", "2": "b", "3": "c", "4": "a"}
    two = {"1": "a", "2": "c", "3": "b", "4": "a"}
    assert agreement_of_two(one, two, "a").value == 1.0  # b and c are one there
    assert agreement_of_two(one, two).agreed == 2
    assert agreement_of_two(one, two, "b").agreed == 2
    assert confusions_of_two(one, two) == {("a", "a"): 2, ("b", "c"): 1, ("c", "b"): 1}


def labelled(path: Path, *sentences: list[dict[str, object]]) -> Path:
    lines = (
        json.dumps({"article": "a", "sentence": [100 * n, 100 * n + 90], "positions": positions})
        for n, positions in enumerate(sentences)
    )
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_two_files_of_labels_are_compared_by_the_words_they_share(tmp_path, capsys):
    ask = {"act": "demand", "matter": [10, 40], "issue": "road", "conditions": ["if"]}
    one = labelled(tmp_path / "a.jsonl", [ask], [], [{**ask, "matter": [210, 230]}], [ask])
    other = labelled(
        tmp_path / "b.jsonl",
        [{**ask, "act": "propose", "matter": [12, 40]}],
        [],
        [{**ask, "matter": [240, 260]}],
    )
    assert main([str(one), str(other)]) == 0
    told = {line.split("kappa")[0].strip(): line for line in capsys.readouterr().out.splitlines()}
    assert "3 of    3 alike, 1 missing" in told["is a position"]
    assert "0 of    3 alike" in told["act"]  # another act, and two that share no word
    assert "1 of    1 alike" in told["issue"]
    assert main([str(one)]) == 1
    assert "labelled twice" in capsys.readouterr().out
