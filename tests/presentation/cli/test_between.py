"""The commands on what stands between the parties: width, JSON, explanations, exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import onrecord
from onrecord.presentation.cli.main import main
from tests.presentation.test_between import DRAFT

Told = tuple[int, str, str]


def run(capsys: pytest.CaptureFixture[str], *args: str) -> Told:
    """(exit code, output, errors) of a command."""
    with pytest.raises(SystemExit) as end:
        main(list(args))
    told = capsys.readouterr()
    return int(end.value.code or 0), told.out, told.err


def running_text(out: str) -> str:
    """The text of each column of a table, and of lines that are in none, unbroken."""
    rows = [line.split("│")[1:-1] or [line] for line in out.splitlines()]
    columns = range(max(map(len, rows)))
    told = (" ".join(row[n] for row in rows if n < len(row)) for n in columns)
    return " ".join(" ".join(told).split())


@pytest.fixture
def folder(coverage: onrecord.Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a draft and nothing else, as the current one, in a terminal of 80 columns."""
    (tmp_path / "draft.yaml").write_text(DRAFT, encoding="utf-8")
    (tmp_path / "bad.yaml").write_text("clauses:\n  prisoner: all\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    return tmp_path


COMMANDS = {
    "gaps": (["gaps", "R"], "contested on this record"),
    "conflicts": (["conflicts", "R"], "on this record"),
    "deadlocks": (["deadlocks", "R", "--party", "Orvenia"], "Steps that wait for each other"),
    "packages": (["packages", "R"], "only the values that the codebook has"),
    "all packages": (["packages", "R", "--all", "--issue", "prisoners"], "Outcome 1"),
    "ask": (["ask", "R"], "only Orvenia asks for"),
    "movement": (["movement", "R"], "1 step apart on this record"),
    "plan list": (["plan", "list", "R"], "Pellin plan"),
    "plan compare": (["plan", "compare", "R", "pellin"], "silent"),
    "plan file": (["plan", "compare", "R", "draft.yaml"], "the plan has “fire stops” first"),
    "two plans": (["plan", "compare", "R", "draft.yaml", "pellin"], "changed from “some”"),
    "whatif": (["whatif", "R", "--step", "ceasefire"], "with this change no longer"),
    "two": (["whatif", "R", "--step", "ceasefire", "--without", "Open Strait"], "Supposed, not"),
    "flip": (["whatif", "R", "--flip"], "declared levels"),
}


@pytest.mark.parametrize(("args", "words"), COMMANDS.values(), ids=COMMANDS.keys())
@pytest.mark.parametrize("form", ["", "--json", "--explain"])
def test_each_command_is_read_at_80_columns_and_by_programs(
    coverage: onrecord.Record,
    folder: Path,
    capsys: pytest.CaptureFixture[str],
    args: list[str],
    words: str,
    form: str,
) -> None:
    asked = [str(coverage.path) if a == "R" else a for a in args]
    if form == "--explain" and args[:2] == ["plan", "list"]:
        return
    code, out, errors = run(capsys, *asked, *([form] if form else []))
    assert (code, errors) == (0, "")
    assert run(capsys, *asked, *([form] if form else []))[1] == out
    if form == "--json":
        rows = [json.loads(line) for line in out.splitlines()]
        assert all(isinstance(row, dict) for row in rows)
        assert rows
        return
    assert max(map(len, out.splitlines())) <= 80
    assert words in running_text(out)
    if form == "--explain":
        assert "Rule: " in out


WRONG = {
    "a party": (["conflicts", "R", "--party", "Orvania"], 1, "did you mean 'Orvenia'"),
    "an issue": (["gaps", "R", "--issue", "prisonrs"], 1, "did you mean 'Prisoners'"),
    "a plan": (["plan", "compare", "R", "Pelin plan"], 1, "did you mean 'Pellin plan'"),
    "a plan file": (["plan", "compare", "R", "bad.yaml"], 1, "bad.yaml, line 2"),
    "no plan file": (["plan", "compare", "R", "none.yaml"], 1, "none.yaml: cannot be read"),
    "no plan": (["plan", "compare", "R"], 2, "plan list"),
    "three plans": (["plan", "compare", "R", "a", "b", "c"], 2, "name a plan, or two"),
    "nothing supposed": (["whatif", "R"], 2, "--accept"),
    "flip and more": (["whatif", "R", "--flip", "--step", "x"], 2, "--flip alone"),
    "a step": (["whatif", "R", "--step", "ceasfire"], 1, "did you mean 'ceasefire'"),
    "no record": (["ask", "none.onrecord"], 1, "onrecord read"),
    "a party for a record": (
        ["ask", "Orvenia"],
        2,
        "did you mean --party Orvenia or --issue Orven",
    ),
    "an issue for a record": (["gaps", "Who holds it"], 2, "did you mean --issue 'Who holds it'?"),
    "nothing to mean it for": (["whatif", "Orvenia", "--flip"], 1, "onrecord read"),
}


@pytest.mark.parametrize(("args", "code", "words"), WRONG.values(), ids=WRONG.keys())
def test_mistakes_are_told_with_a_remedy(
    coverage: onrecord.Record,
    folder: Path,
    capsys: pytest.CaptureFixture[str],
    args: list[str],
    code: int,
    words: str,
) -> None:
    found, out, errors = run(capsys, *(str(coverage.path) if a == "R" else a for a in args))
    assert (found, out) == (code, "")
    assert words in errors
    assert "Traceback" not in errors


def test_help_lists_them_in_the_order_of_the_work(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "--help")
    listed = out.partition("Commands:")[2].splitlines()
    names = [line.split()[0] for line in listed if line.strip()]
    asked = ["matrix", "gaps", "conflicts", "deadlocks", "packages", "ask", "movement", "plan",
             "whatif", "dossier"]  # fmt: skip
    assert [name for name in names if name in asked] == asked
