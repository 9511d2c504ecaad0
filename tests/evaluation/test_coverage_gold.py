"""Wires, credits and stories against gold: readers of tiny files of our own, and the scores."""

from pathlib import Path

import pytest

from onrecord.errors import GoldMissing
from onrecord.evaluation import evaluate_stories, evaluate_wires
from onrecord.evaluation.stories import b_cubed

COLUMNS = ["compartment", "filename", "author", "credit", "wire"]
ROWS = (
    ("train", "a", "AP", "None", "AP", "Head.\n\nEnvoys met."),
    ("train", "b", "Jan Olt", "None", "UPI", "Head.\n\nLENA, May 4 (UPI) — Envoys met."),
    ("train", "c", "Jan Olt", "h/t: The Courier ", "NA", "Head.\n\nEnvoys met."),
    ("train", "d", "Reuters", "None", "None", "Head.\n\nEnvoys met."),
    ("dev", "e", "Jan Olt", "None", "reuters", "Head.\n\nEnvoys met."),
    ("test", "f", "AP", "None", "AP", "Head.\n\nEnvoys met."),
)


@pytest.fixture
def polnear(tmp_path: Path) -> Path:
    """Five documents of train and dev; the row of another split has no text here."""
    folder = tmp_path / "polnear"
    (folder / "dev" / "attributions").mkdir(parents=True)
    lines = ["\t".join(COLUMNS)]
    for split, name, author, credit, wire, text in ROWS:
        lines.append("\t".join((split, name, author, credit, wire)))
        if split != "test":
            place = folder / split / "text"
            place.mkdir(parents=True, exist_ok=True)
            (place / f"{name}.txt").write_text(text, encoding="utf-8")
    (folder / "metadata.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return tmp_path


def test_wires(polnear: Path) -> None:
    scores = evaluate_wires(polnear)
    assert scores.articles == 5
    counts = [
        (s.matched, s.found, s.gold)
        for s in (scores.text_alone, scores.with_byline, scores.credited)
    ]
    assert counts == [(1, 1, 3), (2, 3, 3), (3, 4, 4)]
    assert [(e.path, e.gold, e.found) for e in scores.errors] == [
        ("d.txt", None, "Reuters"),
        ("e.txt", "Reuters", None),
    ]
    assert evaluate_wires(polnear, "dev").articles == 1


def test_a_table_that_is_not_there(polnear: Path) -> None:
    (polnear / "polnear" / "metadata.tsv").write_text("other\tcolumns\n1\t2\n", encoding="utf-8")
    with pytest.raises(GoldMissing):
        evaluate_wires(polnear)


STORY = "TITLE=> {a}. ARTICLE=> {b} [SEP] TITLE=> {b}. ARTICLE=> {a}\n"


@pytest.fixture
def neus(tmp_path: Path) -> Path:
    """Two stories of two leads each."""
    folder = tmp_path / "neus"
    folder.mkdir()
    bridge = {"a": "Norland opens the Oru bridge", "b": "The Oru bridge opens in Norland"}
    ferry = {"a": "Ferry strike shuts Tal harbour", "b": "Tal harbour shut by ferry strike"}
    lines = [STORY.format(**bridge), STORY.format(**ferry)]
    (folder / "val.source").write_text("".join(lines), encoding="utf-8")
    return tmp_path


def test_stories(neus: Path) -> None:
    scores = evaluate_stories(neus)
    assert (scores.articles, scores.stories, scores.groups) == (4, 2, 2)
    assert (scores.precision, scores.recall, scores.f1, scores.errors) == (1.0, 1.0, 1.0, ())


def test_a_line_of_another_form(neus: Path) -> None:
    (neus / "neus" / "val.source").write_text("no title\n", encoding="utf-8")
    with pytest.raises(GoldMissing):
        evaluate_stories(neus)
    with pytest.raises(GoldMissing):
        evaluate_stories(neus, "train")


@pytest.mark.parametrize(
    ("groups", "expected"),
    [
        pytest.param([("a", "b"), ("c", "d")], (1.0, 1.0), id="right"),
        pytest.param([("a", "b", "c", "d")], (0.5, 1.0), id="all together"),
        pytest.param([], (1.0, 0.5), id="all alone"),
    ],
)
def test_b_cubed(groups: list[tuple[str, ...]], expected: tuple[float, float]) -> None:
    assert b_cubed({"a": "1", "b": "1", "c": "2", "d": "2"}, groups) == expected
