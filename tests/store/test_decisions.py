"""Decisions as a plain file: they come back as they were, and a colleague's file is hostile."""

import json

import pytest

from onrecord.actors import Who, same
from onrecord.errors import DecisionsError
from onrecord.records import Decision
from onrecord.store.decisions import MAX_LETTERS, decision_lines, read_decisions
from onrecord.store.rows import to_json
from tests.positions.stage import article_of
from tests.positions.test_settled import TEXT, decided, positions_of

FINE = same(
    Who("person:ilo marenko", "Ilo Marenko"),
    Who(None, "Ilo\u2028Марен\u202eko"),
    "ann",
    "2026-05-01T10:00:00Z",
    "one passport",
)
ON_A_POSITION = decided(*positions_of(article_of(TEXT)), "change")
REJECTED = decided(positions_of(article_of(TEXT))[0], None, "reject")
OTHER = Decision(
    target="p", field="issue", old=None, new="x", action="add", coder="b", at="2026-05-01"
)


def test_what_goes_out_comes_back(tmp_path):
    path = tmp_path / "d.jsonl"
    every = (FINE, OTHER, ON_A_POSITION, REJECTED)
    path.write_text(decision_lines(every), encoding="utf-8")
    assert read_decisions(path) == every


def test_an_empty_file_holds_none(tmp_path):
    path = tmp_path / "d.jsonl"
    path.write_text("\n", encoding="utf-8")
    assert read_decisions(path) == ()


def line(**change: object) -> str:
    return json.dumps({**to_json(FINE), **change})


FAULTY = {
    "not JSON": "{",
    "deep": "[" * 100_000,
    "a list": "[1]",
    "a field too few": json.dumps({"target": "x"}),
    "a field too many": line(extra=1),
    "a number for text": line(coder=7),
    "text for a number": line(article="a", raw_start="0", raw_end=1),
    "true for a number": line(article="a", raw_start=True, raw_end=1),
    "an unknown action": line(action="delete"),
    "too long": line(note="x" * (MAX_LETTERS + 1)),
    "no target": line(target=" "),
    "no time": line(at="yesterday"),
    "a time ahead": line(at="9999-01-01T00:00:00+00:00"),
    "a place far out": line(article="a", raw_start=10**30, raw_end=1),
    "a place before the text": line(article="a", raw_start=-1, raw_end=1),
    "half a character": line(note="\ud800"),
    "not JSON inside": line(new="Lindh"),
    "another at the same time": line(note="two passports"),
    "a position that is none": json.dumps({**to_json(ON_A_POSITION), "new": "{}"}),
    "a position rejected as something": json.dumps({**to_json(ON_A_POSITION), "action": "reject"}),
    "a position without an article": json.dumps({**to_json(REJECTED), "article": None}),
    "an actor without a name": line(new='{"key": null, "name": ""}'),
}


@pytest.mark.parametrize("wrong", FAULTY.values(), ids=FAULTY)
def test_a_fault_is_told_with_its_line_and_nothing_counts(tmp_path, wrong):
    path = tmp_path / "d.jsonl"
    path.write_text(f"{line()}\n{wrong}\n", encoding="utf-8")
    with pytest.raises(DecisionsError, match=r"d\.jsonl:2: "):
        read_decisions(path)


@pytest.mark.parametrize("data", [None, b"\xff\xfe\x00"], ids=["missing", "not UTF-8"])
def test_a_file_that_cannot_be_read_is_told(tmp_path, data):
    path = tmp_path / "d.jsonl"
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(DecisionsError, match=r"d\.jsonl: "):
        read_decisions(path)


def test_a_file_without_end_is_refused_without_reading_it_all(monkeypatch, tmp_path):
    monkeypatch.setattr("onrecord.store.decisions.MAX_BYTES", 1_000)
    path = tmp_path / "d.jsonl"
    path.write_text(line() * 10, encoding="utf-8")
    with pytest.raises(DecisionsError, match="larger than"):
        read_decisions(path)
