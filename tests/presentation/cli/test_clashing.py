"""Contradictions as a user asks for them: table, JSON, dossier, verify."""

import json
from pathlib import Path

import pytest

import onrecord
from tests.presentation.cli.test_commands import run

FILES = {
    "a.txt": (
        "Harbour Post",
        "2031-03-04",
        "Fire at the gate of Lund\n\n"
        "Ilsa Brandt, the foreign minister of Norland, said that Sudmark had closed the gate at"
        " Lund. Pavo Lindh, the foreign minister of Sudmark, denied the claim.\n\n"
        "The army of Norland has taken control of the Orm province.\n",
    ),
    "b.txt": (
        "Courier",
        "2031-03-05",
        "Snow in the Orm hills\n\nThe army of Norland does not fully control the Orm province.\n\n"
        "Shots were heard on the northern road at night.\n",
    ),
}
PARTIES = """parties:
  Norland: {kind: government}
  Sudmark: {kind: government}
"""


@pytest.fixture(scope="module")
def record(tmp_path_factory) -> Path:
    """A record with a claim denied at once and two reporters who disagree."""
    place = tmp_path_factory.mktemp("clashing")
    coverage = place / "coverage"
    coverage.mkdir()
    lines = ["file,outlet,date"]
    for name, (outlet, day, text) in FILES.items():
        (coverage / name).write_text(text, encoding="utf-8")
        lines.append(f"{name},{outlet},{day}")
    (coverage / "articles.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (coverage / "parties.yaml").write_text(PARTIES, encoding="utf-8")
    onrecord.read(coverage, place / "talks.onrecord")
    return place / "talks.onrecord"


def test_both_sides_stand_side_by_side(record, capsys):
    code, out = run("contradictions", str(record), "--json", capsys=capsys)
    assert code == 0
    rows = {row["rule"]: row for row in map(json.loads, out.splitlines())}
    assert set(rows) == {"claim_denied_at_once", "reporters_disagree"}
    row = rows["reporters_disagree"]
    assert {*row["left_outlets"], *row["right_outlets"]} == {"Harbour Post", "Courier"}
    assert row["explanation"].startswith("Two outlets tell of one thing")
    code, table = run("contradictions", str(record), "--explain", capsys=capsys)
    assert (code, max(map(len, table.splitlines())) <= 80) == (0, True)
    assert "denied the claim" not in table.replace("\n", " ") or "Lindh" in table


@pytest.mark.parametrize(
    ("asked", "rows"),
    [
        pytest.param({"kind": "outlet vs outlet"}, 1, id="a kind"),
        pytest.param({"kind": "self"}, 0, id="another kind"),
        pytest.param({"party": "Brandt"}, 1, id="a speaker"),
        pytest.param({"outlet": "Courier"}, 1, id="an outlet"),
        pytest.param({"text": "Orm province"}, 1, id="words"),
        pytest.param({"text": "no such words"}, 0, id="other words"),
    ],
)
def test_what_is_asked_for(record, asked, rows):
    assert len(onrecord.open_record(record).contradictions(**asked)) == rows


def test_the_record_is_sound_and_exports(record, tmp_path):
    opened = onrecord.open_record(record)
    assert list(opened.verify().faults) == []
    opened.export("jsonl", tmp_path / "out")
    lines = (tmp_path / "out" / "contradictions.jsonl").read_text("utf-8").splitlines()
    assert len(lines) == 2


def test_the_dossier_says_why(record):
    page = onrecord.open_record(record).dossier().read_text("utf-8")
    assert "Found because: Two outlets tell of one thing at one time" in page
