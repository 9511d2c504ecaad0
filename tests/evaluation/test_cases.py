"""The reader of our own cases, and the cases themselves."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from onrecord.errors import GoldMissing
from onrecord.evaluation.gold import cases
from onrecord.evaluation.gold.cases import read_cases
from tests.evaluation.hand import case_of

FOLDER = Path(__file__).parents[2] / "benchmarks" / "cases"
# Labels of who speaks stand in the same folder and have a reader of their own.
OURS = [FOLDER / f"{name}.jsonl" for name in ("forms", "nesting")]
TEXT = "The ferry is late, she said.\nHe said she said the ferry is late."
GOOD: dict[str, Any] = {"source": ["she"], "cue": ["said"], "content": ["The ferry is late"]}
CASE: dict[str, Any] = {"id": "dev-a", "text": TEXT, "statements": [{**GOOD, "inside": None}]}


def write(folder: Path, *cases: Any) -> Path:
    path = folder / "made.jsonl"
    path.write_text("".join(f"{json.dumps(c)}\n" for c in cases), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("given", "at", "words"),
    [
        ("said", [23], "said"),
        ("said#2", [32], "said"),
        ("said#3", [41], "said"),
        ("he", None, ""),  # only within "The", "she" and "the", and "He" is another word
        ("She", None, ""),
        ("He", [29], "He"),
        ("ferry is late#2", [50], "ferry is late"),
        ("said#4", None, ""),
        ("ferry is la", None, ""),
    ],
)
def test_words_become_ranges(tmp_path, given, at, words):
    if at is None:
        with pytest.raises(GoldMissing, match="copy its exact words"):
            case_of(tmp_path, TEXT, {"content": ["The ferry is late"], "cue": [given]})
        return
    case = case_of(tmp_path, TEXT, {"content": ["The ferry is late"], "cue": [given]})
    (place,) = case.statements[0].cue
    assert [place[0]] == at
    assert case.article.text[slice(*place)] == words


def test_several_strings_are_one_span_in_text_order(tmp_path):
    parts = ["said the ferry is late", "The ferry"]
    case = case_of(tmp_path, TEXT, {"content": parts})
    assert case.statements[0].content == ((0, 9), (41, 63))


def test_the_article_is_the_text_with_a_block_for_each_line(tmp_path):
    article = case_of(tmp_path, TEXT).article
    assert article.text == TEXT
    assert [article.text[b.start : b.end] for b in article.blocks] == TEXT.split("\n")
    assert {b.kind for b in article.blocks} == {"paragraph"}


def test_what_a_file_is_not_about_is_unknown(tmp_path):
    (plain,) = case_of(tmp_path, TEXT, {"content": ["The ferry"]}).statements
    assert (plain.kind, plain.channel, plain.modality, plain.negated, plain.via) == (None,) * 5
    labels = {"kind": "direct", "negated": False, "via": []}
    (full,) = case_of(tmp_path, TEXT, {"content": ["The ferry"], **labels}).statements
    assert (full.kind, full.negated, full.via) == ("direct", False, ())


def statement(**changes: Any) -> dict[str, Any]:
    return {**CASE, "statements": [{**GOOD, "inside": None, **changes}]}


FAULTS = {
    "no JSON": ("{", "no JSON"),
    "a list": ([], "expected an object"),
    "another key": ({**CASE, "txt": ""}, "exactly"),
    "no id": ({**CASE, "id": " "}, "short name"),
    "no text": ({**CASE, "text": ""}, "must hold text"),
    "statements no list": ({**CASE, "statements": {}}, "must be a list"),
    "a role is missing": ({**CASE, "statements": [GOOD]}, "expected source, cue, content, inside"),
    "an unknown label": (statement(mood="grim"), "expected source"),
    "a role is a string": (statement(cue="said"), "list of strings"),
    "an empty string": (statement(cue=[""]), "list of strings"),
    "no content": (statement(content=[], cue=[]), "no content and no cue"),
    "words that are not there": (statement(content=["the boat"]), "nowhere"),
    "too high a number": (statement(cue=["said#7"]), "only 3 times"),
    "strings that overlap": (statement(content=["The ferry", "ferry is"]), "overlap at 'ferry'"),
    "another kind": (statement(kind="quoted"), "direct, indirect, mixed"),
    "negated is a word": (statement(negated="no"), "true or false"),
    "inside is true": (statement(inside=True), "number of a statement"),
    "inside nobody": (statement(inside=4), "no statement 4"),
    "inside itself": (statement(inside=0), "circle"),
    "via is a string": (statement(via="the Gull"), "list of strings"),
}


@pytest.mark.parametrize(("given", "told"), FAULTS.values(), ids=FAULTS.keys())
def test_a_faulty_line_is_named(tmp_path, given, told):
    path = write(tmp_path, {**CASE, "id": "first"}, given)
    if isinstance(given, str):
        path.write_text(json.dumps({**CASE, "id": "first"}) + "\n" + given, encoding="utf-8")
    with pytest.raises(GoldMissing, match=told) as caught:
        read_cases(path)
    assert str(caught.value).startswith(f"{path}, line 2: ")


def test_an_id_stands_once(tmp_path):
    assert len(read_cases(write(tmp_path, CASE, {**CASE, "id": "b"}))) == 2
    with pytest.raises(GoldMissing, match="line 2: the id 'dev-a' stands in line 1 too"):
        read_cases(write(tmp_path, CASE, CASE))


def test_a_half_is_chosen_by_the_id(tmp_path):
    path = write(tmp_path, CASE, {**CASE, "id": "test-b"}, {**CASE, "id": "development"})
    ids = {half: [c.article.path for c in read_cases(path, half)] for half in ("all", "dev")}
    assert ids == {"all": ["dev-a", "test-b", "development"], "dev": ["dev-a"]}
    assert [c.article.path for c in read_cases(path, limit=1)] == ["dev-a"]
    with pytest.raises(GoldMissing, match="no case whose id begins with test-"):
        read_cases(write(tmp_path, CASE), "test")


def test_a_file_that_is_not_there_or_empty(tmp_path):
    with pytest.raises(GoldMissing, match="no such file"):
        read_cases(tmp_path / "none.jsonl")
    with pytest.raises(GoldMissing, match="no case"):
        read_cases(write(tmp_path))


def test_bytes_and_sizes_that_are_no_cases(tmp_path, monkeypatch):
    path = tmp_path / "made.jsonl"
    path.write_bytes(b"\xff\xfe{")
    with pytest.raises(GoldMissing, match="not UTF-8"):
        read_cases(path)
    write(tmp_path, CASE, {**CASE, "id": "b"})
    monkeypatch.setattr(cases, "MAX_CASES", 1)
    with pytest.raises(GoldMissing, match="more than 1 lines"):
        read_cases(path)
    monkeypatch.setattr(cases, "MAX_LINE_CHARS", 40)
    with pytest.raises(GoldMissing, match="line 1: longer than 40"):
        read_cases(path)


@pytest.mark.parametrize("path", OURS, ids=[p.stem for p in OURS])
def test_our_cases_are_of_the_form_and_have_both_halves(path):
    halves = {case.article.path.split("-")[0] for case in read_cases(path)}
    assert halves == {"dev", "test"}
