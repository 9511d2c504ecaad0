"""What a user is helped with: doctor, completion, colours, and why a matrix is empty."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import onrecord
from onrecord.presentation import health
from onrecord.presentation.cli.main import main
from tests.engines.test_local import TALKS
from tests.presentation.cli.test_commands import run

HARBOUR = """Ferry talks stall

3 June 2026 - The Harbour Board said on Tuesday that it would not accept the higher ferry fares.

The Ferry Union rejected the night ferry. "We will not sail at night," said Bo Lind, its secretary.
"""
BOOK = """issues:
  fares:
    anchors: [ferry fare*]
    scale: {lower: {anchors: [lower ferry fare*]}, higher: {anchors: [higher ferry fare*]}}
  service: {values: {running: {anchors: [night ferry]}, stopped: no more}}
"""
PARTIES = "parties:\n  Harbour Board: {kind: organization}\n  Ferry Union: {kind: organization}\n"


def told(*args: object, capsys: pytest.CaptureFixture[str], code: int = 0) -> str:
    """What a command prints, its lines joined."""
    ended, out = run(*map(str, args), capsys=capsys)
    assert ended == code, out
    return " ".join(out.split())


@pytest.fixture(scope="module")
def light(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("light")
    (place / "a.txt").write_text(TALKS["a.txt"], encoding="utf-8")
    assert run("read", str(place), "-o", str(place / "r.onrecord"), "--light")[0] == 0
    return place / "r.onrecord"


@pytest.fixture(scope="module")
def ferry(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("ferry")
    (place / "news").mkdir()
    (place / "news" / "a.txt").write_text(HARBOUR, encoding="utf-8")
    (place / "news" / "codebook.yaml").write_text(BOOK, encoding="utf-8")
    assert run("read", str(place / "news"), "-o", str(place / "f.onrecord"))[0] == 0
    return place / "f.onrecord"


# --- the matrix ------------------------------------------------------------------------------


def test_a_matrix_without_parties_says_why_and_what_to_do(ferry, tmp_path, capsys):
    said = told("matrix", ferry, capsys=capsys)
    assert "speak for no known party" in said
    assert "Ferry Union 1" in said
    assert "onrecord actors --suggest" in said
    assert "(no party)" in told("positions", ferry, capsys=capsys)
    draft = tmp_path / "parties.yaml"
    assert run("actors", str(ferry), "--suggest", "-o", str(draft))[0] == 0
    text = draft.read_text("utf-8")
    assert "  Ferry Union:" in text
    assert "  Harbour Board:" in text
    draft.write_text(PARTIES, encoding="utf-8")
    named = tmp_path / "named.onrecord"
    source = ferry.parent / "news"
    assert run("read", str(source), "-o", str(named), "--parties", str(draft))[0] == 0
    said = told("matrix", named, capsys=capsys)
    assert "refuses" in said
    assert "no known party" not in said


def test_an_empty_matrix_says_that_nothing_was_read(light, tmp_path, capsys):
    bare = tmp_path / "bare.onrecord"
    (tmp_path / "b.txt").write_text("Rain\n\nIt rained in the hills, Brandt said.", "utf-8")
    run("read", str(tmp_path), "-o", str(bare), "--light")
    assert "no position is on record; --light" in told("matrix", bare, capsys=capsys)
    assert told("matrix", bare, "--json", capsys=capsys) == ""
    said = told("matrix", bare, "--issue", "prisoners", capsys=capsys)
    assert "without --party and --issue" in said


def test_a_conditional_acceptance_is_shown_with_its_condition(
    coverage: onrecord.Record, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [row for row in coverage.matrix() if row.state == "accepts if"]
    assert rows
    assert all(row.conditions for row in rows)
    out = run("matrix", str(coverage.path), capsys=capsys)[1]
    says = " ".join(line.split("│")[3].strip() for line in out.splitlines() if "│" in line)
    assert rows[0].conditions[0] in " ".join(says.split())
    plain = next(row for row in coverage.matrix() if row.issue == "Prisoners")
    assert plain.conditions == ()


# --- figures of few ----------------------------------------------------------------------------


def test_agreement_on_few_positions_is_marked(ferry, tmp_path, capsys):
    copy = tmp_path / "copy.onrecord"
    shutil.copy(ferry, copy)
    first = json.loads(run("positions", str(copy), "--json", capsys=capsys)[1].splitlines()[0])
    run("decide", str(copy), "position", first["id"], "accept", "--by", "ann", capsys=capsys)
    said = told("agreement", copy, capsys=capsys)
    assert "few: fewer than 30 positions" in said
    assert "fewer than 30" not in told("agreement", ferry, capsys=capsys)  # nobody has judged


# --- show --------------------------------------------------------------------------------------


def test_show_names_whom_an_id_means(coverage, capsys):
    row = next(p for p in coverage.positions() if p.party == "Velundia")
    said = told("show", coverage.path, row.id, capsys=capsys)
    assert "Velundia (" in said
    assert said.index("[") < said.index("┃")  # the words stand before the fields
    shown = json.loads(run("show", str(coverage.path), row.id, "--json", capsys=capsys)[1])
    assert shown["names"][shown["fields"]["party"]] == "Velundia"
    assert shown["fields"]["id"] not in shown["names"]


# --- doctor ------------------------------------------------------------------------------------


def test_doctor_finds_nothing_wrong_here(light, capsys):
    out = run("doctor", str(light), "--json", capsys=capsys)[1]
    found = {row["what"]: row for row in map(json.loads, out.splitlines())}
    assert {"Python", "onrecord", "package spacy", "SQLite", "disk", "cache folder"} <= set(found)
    assert found["model weights/encoder.onnx"]["ok"]
    assert "1 articles" in found["record"]["seen"]
    wrong = [row for row in found.values() if not row["ok"]]
    assert all(row["remedy"] for row in wrong)
    assert not [row for row in wrong if row["what"] != "output"]  # that of a test is no terminal
    assert "packages" in told("doctor", light, capsys=capsys, code=1 if wrong else 0)


def test_doctor_tells_a_damaged_model_and_a_missing_one(tmp_path, monkeypatch, capsys):
    language = tmp_path / "language"
    shutil.copytree(
        health.files("onrecord.language"), language, ignore=shutil.ignore_patterns("*.onnx")
    )
    (language / "mark_weights" / "marks.npz").write_bytes(b"damaged")
    monkeypatch.setattr(health, "files", lambda _: language)
    monkeypatch.chdir(tmp_path)
    assert "wrong" in told("doctor", capsys=capsys, code=1)
    out = run("doctor", "--json", capsys=capsys)[1]
    found = {row["what"]: row for row in map(json.loads, out.splitlines())}
    assert found["model mark_weights/marks.npz"]["seen"].startswith("damaged: sha256 ")
    assert found["model weights/encoder.onnx"]["seen"].startswith("cannot be read")
    assert "--light" in found["model weights/encoder.onnx"]["remedy"]
    assert found["model name_weights/names.npz"]["ok"]  # it goes on to the others


@pytest.mark.parametrize("kind", ["missing", "damaged"])
def test_doctor_tells_a_record_that_does_not_open(kind, tmp_path, capsys):
    record = tmp_path / "r.onrecord"
    if kind == "damaged":
        record.write_bytes(b"no record")
    assert "onrecord verify" in told("doctor", record, capsys=capsys, code=1)


# --- the shell ---------------------------------------------------------------------------------


def completed(words: str, cwd: Path) -> list[str]:
    """What bash is offered for the last of these words."""
    asked = {
        "_ONRECORD_COMPLETE": "bash_complete",
        "COMP_WORDS": words,
        "COMP_CWORD": str(len(words.split(" ")) - 1),
    }
    done = subprocess.run(
        [sys.executable, "-m", "onrecord"],
        cwd=cwd,
        env={**os.environ, **asked},
        capture_output=True,
        text=True,
        check=True,
    )
    return [line.partition(",")[2] for line in done.stdout.splitlines()]


def test_a_shell_is_offered_commands_records_and_options(light):
    assert completed("onrecord mat", light.parent) == ["matrix"]
    assert completed("onrecord matrix ", light.parent) == ["r.onrecord"]  # and not a.txt
    assert completed("onrecord show r", light.parent) == ["r.onrecord"]
    assert completed("onrecord matrix --is", light.parent) == ["--issue"]
    assert "xlsx" in completed("onrecord export x", light.parent)


def test_offering_records_loads_nothing_heavy(light):
    code = (
        "import os, sys; os.environ |= {'_ONRECORD_COMPLETE': 'bash_complete',"
        " 'COMP_WORDS': 'onrecord matrix ', 'COMP_CWORD': '2'};"
        "from onrecord.presentation.cli.main import main\n"
        "try: main([])\n"
        "except SystemExit: pass\n"
        "print(sorted({'spacy', 'sqlalchemy', 'numpy', 'rich'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=light.parent, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines() == ["plain,r.onrecord", "[]"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_a_script_that_asks_us(shell, capsys):
    code, out = run("completion", shell, capsys=capsys)
    assert code == 0
    assert "_ONRECORD_COMPLETE" in out
    assert shell in out
    assert run("completion", "cmd.exe")[0] == 2


@pytest.mark.parametrize(
    ("words", "environment", "coloured"),
    [
        ([], {}, False),
        ([], {"FORCE_COLOR": "1"}, True),
        ([], {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (["--no-color"], {"FORCE_COLOR": "1"}, False),
        ([], {"FORCE_COLOR": ""}, False),
    ],
    ids=["a pipe", "forced", "both", "by option", "empty counts for nothing"],
)
def test_colours_are_given_where_they_are_wanted(
    words, environment, coloured, light, monkeypatch, capsys
):
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in {**environment, "COLUMNS": "80"}.items():
        monkeypatch.setenv(name, value)
    code, out = run(*words, "info", str(light), capsys=capsys)
    assert code == 0
    assert ("\x1b[" in out) == coloured
    assert coloured or max(map(len, out.splitlines())) <= 80


def test_an_output_that_lacks_letters_is_no_crash(light):
    done = subprocess.run(
        [sys.executable, "-m", "onrecord", "statements", str(light)],
        env={**os.environ, "PYTHONIOENCODING": "ascii", "COLUMNS": "80"},
        capture_output=True,
        check=True,
    )
    assert b"Brandt" in done.stdout
    done.stdout.decode("ascii")


@pytest.mark.parametrize(
    ("module", "name", "args", "goes_on"),
    [
        ("reading", "read_record", ("read", "{folder}", "-o", "{record}"), True),
        ("verifying", "repair_record", ("verify", "{record}", "--repair"), False),
    ],
    ids=["read", "repair"],
)
def test_whom_we_stop_is_told_to_go_on_only_where_it_does(
    tmp_path, capsys, monkeypatch, module, name, args, goes_on
):
    def stopped(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(f"onrecord.presentation.cli.{module}.{name}", stopped)
    places = {"folder": str(tmp_path), "record": str(tmp_path / "talks.onrecord")}
    with pytest.raises(SystemExit) as end:
        main([word.format(**places) for word in args])
    told = capsys.readouterr().err
    assert end.value.code == 130
    assert "Stopped. What was read is kept" in told
    assert ("goes on from there" in told) is goes_on


def test_another_mode_is_told_before_it_is_read_in(tmp_path, capsys, monkeypatch):
    (tmp_path / "a.txt").write_text(HARBOUR)
    record = str(tmp_path / "talks.onrecord")
    read = ("read", str(tmp_path), "-o", record)
    said = []
    for mode in (("--light",), (), ("--light",), ("--full",), ()):
        with pytest.raises(SystemExit):
            main([*read, *mode])
        said.append("is read again" in capsys.readouterr().err)
    assert said == [False, False, False, True, False]
