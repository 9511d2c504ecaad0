"""Codebooks on the command line: show, check, suggest; and the guide's own examples load."""

import json
import re
from pathlib import Path

import pytest

from onrecord.positions.codebook_file import read_codebook
from onrecord.presentation.record import open_record
from tests.presentation.cli.test_commands import run

GUIDE = Path(__file__).parents[3] / "docs" / "codebook.md"
TEXTS = (
    "Norland's foreign minister Ilsa Brandt said Norland must expand the fishing grounds.",
    "Norland's foreign minister Ilsa Brandt said Norland would never shrink the fishing grounds.",
)


def test_show_lists_issues_steps_and_rules(capsys):
    code, out = run("codebook", "show", "labour", "--json", capsys=capsys)
    rows = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert {row["kind"] for row in rows} == {"issue", "step", "rule", "hardness", "act"}
    told = {(row["act"], row["words"]): row for row in rows if row["kind"] == "act"}
    assert told["reject", "rule out"]["places"] == ["something", "doing", "that"]
    assert told["openness", "leave door open"]["form"] == "phrase"
    assert next(r for r in rows if r.get("id") == "pay")["values"] == ["cut", "freeze", "raise"]
    code, out = run("codebook", "show", capsys=capsys)
    assert (code, "Default codebook" in out, "words that carry it" in out) == (0, True, True)


def test_check_tells_every_fault_and_exits_with_one(tmp_path, capsys):
    book = tmp_path / "mine.yaml"
    book.write_text("issues:\n  gate: {scale: [shut]}\n  toll: {default: paid}\n")
    code, out = run("codebook", "check", str(book), "--json", capsys=capsys)
    assert (code, [json.loads(line)["line"] for line in out.splitlines()]) == (1, [2, 3])
    code, out = run("codebook", "check", str(book), capsys=capsys)
    assert (code, out.count(f"{book}, line ")) == (1, 2)
    book.write_text("issues:\n  gate: {scale: [shut, open]}\n")
    assert run("codebook", "check", str(book), capsys=capsys) == (0, f"{book}: 1 issue, no fault\n")


def test_suggest_proposes_what_the_book_lacks(tmp_path, capsys):
    (tmp_path / "coverage").mkdir()
    for number, text in enumerate(TEXTS):
        (tmp_path / "coverage" / f"{number}.txt").write_text(f"{text}\n", encoding="utf-8")
    record = tmp_path / "talks.onrecord"
    assert (
        run("read", str(tmp_path / "coverage"), "-o", str(record), "--codebook", "labour")[0] == 0
    )
    capsys.readouterr()
    code, out = run("codebook", "suggest", str(record), "--json", capsys=capsys)
    assert code == 0
    (row,) = [json.loads(line) for line in out.splitlines()]
    assert (row["phrase"], row["articles"]) == ("fishing ground", 2)
    read_codebook("issues:\n" + row["stub"], "pasted.yaml")
    mine = tmp_path / "mine.yaml"
    mine.write_text("issues:\n" + row["stub"].replace("fishing ground\n", "fishing grounds\n"))
    assert not open_record(record).suggest_issues(codebook=mine)


BOOKS = re.findall(r"```yaml[^\n]*\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)


@pytest.mark.parametrize("snippet", BOOKS)
def test_the_guide_s_books_load(snippet):
    assert read_codebook(snippet, "guide").issues
