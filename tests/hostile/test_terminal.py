"""Nothing of an article, a name or a path makes the terminal do anything but show it."""

from __future__ import annotations

import re

import pytest
from click.testing import CliRunner

import onrecord
from onrecord.presentation.cli.main import program
from onrecord.presentation.cli.terminal import printable
from tests.hostile.coverage import LINK, RICH, TURNED

# What a terminal obeys: controls but line end and tab, and what turns the direction of writing.
OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
QUESTIONS = [
    "info",
    "articles",
    "statements",
    "copies",
    "reports",
    "stories",
    "assessments",
    "contradictions",
    "positions",
    "actors",
    "matrix",
    "timeline",
    "events",
    "shifts",
    "gaps",
    "conflicts",
    "deadlocks",
    "packages",
    "movement",
    "decisions",
    "agreement",
    "verify",
]


def shown(*words: str) -> str:
    """Everything that a command writes, on both of its streams."""
    done = CliRunner().invoke(program, words)
    told = str(done.exception) if isinstance(done.exception, onrecord.OnrecordError) else ""
    assert done.exception is None or isinstance(
        done.exception, (SystemExit, onrecord.OnrecordError)
    )
    return done.output + printable(told)


@pytest.mark.parametrize("command", QUESTIONS)
@pytest.mark.parametrize("form", [[], ["--json"]], ids=["table", "json"])
def test_no_answer_holds_a_character_that_a_terminal_obeys(
    hostile: onrecord.Record, command: str, form: list[str]
) -> None:
    out = shown(command, str(hostile.path), *form)
    assert not OBEYED.search(out)


def test_the_words_themselves_are_shown(hostile: onrecord.Record) -> None:
    out = "".join(shown("articles", str(hostile.path)).split())
    assert r"\x1b]8;;" in out
    assert "[red]red[/]" in out  # as it stands, and not in red


@pytest.mark.parametrize("words", [LINK, RICH, TURNED])
def test_one_article_one_search_and_a_wrong_id(hostile: onrecord.Record, words: str) -> None:
    article = next(a for a in hostile.articles() if words in a.title)
    for out in (
        shown("show", str(hostile.path), article.id),
        shown("search", str(hostile.path), "Norland"),
        shown("show", str(hostile.path), words),
        shown("actors", str(hostile.path), "--suggest"),
        shown("actors", str(hostile.path), "--review"),
        shown("read", f"nowhere{words}"),
    ):
        assert not OBEYED.search(out)


def test_what_was_skipped_and_what_was_removed_is_spelt_out(tmp_path) -> None:
    folder = tmp_path / "coverage"
    folder.mkdir()
    text = "The envoys of Norland and Sudmark met again on Friday, Ilsa Brandt said in Berlin.\n"
    (folder / "a\x1b[2J.txt").write_text(text, encoding="utf-8")
    (folder / "b\x1b[2J.txt").touch()
    record = str(tmp_path / "r.onrecord")
    out = shown("read", str(folder), "-o", record, "--light")
    assert r"b\x1b[2J.txt: empty file" in out
    out += shown("remove", record, "a\x1b[2J.txt")
    assert r"a\x1b[2J.txt" in out
    assert not OBEYED.search(out)
