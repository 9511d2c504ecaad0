"""The commands that `docs/coding.md` shows for correcting the machine do what it says."""

import re
import shlex
from pathlib import Path

import pytest

from onrecord.presentation.record import open_record
from tests.presentation.cli.test_commands import run

DOCS = Path(__file__).parents[2] / "docs" / "coding.md"


def commands() -> list[list[str]]:
    section = DOCS.read_text("utf-8").partition("## Correct the machine")[2]
    [block] = re.findall(r"```\n(.*?)```", section, re.DOTALL)
    return [shlex.split(line)[1:] for line in block.splitlines()]


def test_every_command_of_the_section_runs_on_the_examples(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for words in commands():
        if "ID" in words:
            queue = open_record("demo/coverage.onrecord").review_positions(limit=1)
            words[words.index("ID")] = queue[0].id[:12]
        assert run(*words)[0] == 0, words
    record = open_record("demo/coverage.onrecord")
    assert len(record.decisions()) == 4
    assert {row.label for row in record.positions(rejected=True)} == {
        "machine",
        "human",
        "rejected",
    }


@pytest.mark.parametrize("word", ["--undo", "--apply", "--blind", "accept", "change", "reject"])
def test_the_section_names_what_a_coder_needs(word):
    assert word in DOCS.read_text("utf-8").partition("## Correct the machine")[2]
