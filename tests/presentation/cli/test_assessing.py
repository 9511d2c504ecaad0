"""Assessments as a user asks for them: table, JSON, Python, dossier."""

import json
from pathlib import Path

import pytest

import onrecord
from tests.presentation.cli.test_commands import run

BODY = """{head}

{finding}

Ilsa Brandt, the foreign minister of Norland, said that 90% of her people stood behind her.
"""
UN = "The United Nations counted 412 shells on both sides of the river in April."
FILES = {
    "a.txt": ("Harbour Post", "2031-05-04", "Shells on the river", UN),
    "b.txt": ("Courier", "2031-05-06", "A poll in Tal", "A poll by Vale found 54% for peace."),
    "c.txt": ("Vale Times", "2031-05-07", "A ruling", "The high court struck down the decree."),
}


@pytest.fixture(scope="module")
def record(tmp_path_factory) -> Path:
    """A record of a count, a poll and a ruling, each beside a party's own figure."""
    place = tmp_path_factory.mktemp("assessing")
    coverage = place / "coverage"
    coverage.mkdir()
    lines = ["file,outlet,url,date,title"]
    for name, (outlet, date, title, finding) in FILES.items():
        text = BODY.format(head=title, finding=finding)
        (coverage / name).write_text(text, encoding="utf-8")
        lines.append(f"{name},{outlet},https://{name[0]}.example/,{date},{title}")
    (coverage / "articles.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    onrecord.read(coverage, place / "talks.onrecord", light=True)
    return place / "talks.onrecord"


def test_the_table_tells_who_figure_scope_and_day(record, capsys):
    code, out = run("assessments", str(record), capsys=capsys)
    assert code == 0
    assert max(map(len, out.splitlines())) <= 80
    words = " ".join(out.replace("│", " ").split())
    for told in ("United Nations", "412 shells", "(on both sides)", "as of 2031-04", "54%"):
        assert told in words
    assert "90%" not in words


def test_json_has_every_field(record, capsys):
    code, out = run("assessments", str(record), "--json", capsys=capsys)
    rows = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert [row["kind"] for row in rows] == ["international body", "poll", "court"]
    count = rows[0]
    assert count["figures"] == ["412 shells"]
    assert count["scopes"] == ["on both sides"]
    assert count["figures_as_of"] == ["2031-04"]
    assert (count["origins"], count["articles"], count["outlets"]) == (
        1,
        ["a.txt"],
        ["Harbour Post"],
    )
    assert len(count["quantities"]) == 1


@pytest.mark.parametrize(
    ("asked", "kinds"),
    [
        ({"kind": "poll"}, ["poll"]),
        ({"assessor": "united nations"}, ["international body"]),
        ({"assessor": "Brandt"}, []),
        ({"outlet": "Courier"}, ["poll"]),
        ({"text": "decree"}, ["court"]),
        ({"figures": True}, ["international body", "poll"]),
    ],
)
def test_what_is_asked_for(record, asked, kinds):
    assert [row.kind for row in onrecord.open_record(record).assessments(**asked)] == kinds


def test_days_of_publication(record, capsys):
    code, out = run("assessments", str(record), "--since", "2031-05-06", "--json", capsys=capsys)
    assert (code, len(out.splitlines())) == (0, 2)
    code, out = run("assessments", str(record), "--until", "2031-05-03", capsys=capsys)
    assert code == 0
    assert "no assessment by a third party" in " ".join(out.split())


def test_none_of_them_is_a_position(record):
    told = onrecord.open_record(record)
    quotes = {row.quote for row in told.assessments()}
    assert not quotes & {row.quote for row in told.positions()}


def test_the_dossier_shows_figure_scope_and_day(record, tmp_path):
    out = tmp_path / "talks.html"
    onrecord.open_record(record).dossier(out)
    page = out.read_text(encoding="utf-8")
    section = page[page.index('<section id="assessments"') : page.index('<section id="sources"')]
    for told in ("412 shells", "on both sides", "as of Apr 2031", "international body"):
        assert told in section
    assert "90%" not in section


def test_evaluate(capsys):
    cases = Path(__file__).parents[3] / "benchmarks" / "cases" / "assessments.jsonl"
    asked = ("evaluate", "assessments", str(cases), "--half", "dev", "--light")
    code, out = run(*asked, capsys=capsys)
    assert code == 0
    assert "precision / recall / F1" in " ".join(out.split())
    code, out = run(*asked, "--json", capsys=capsys)
    (scores,) = [json.loads(line) for line in out.splitlines()]
    assert set(scores["fields"]) == {"assessment", "assessor", "kind", "figure", "scope", "as of"}


def test_evaluate_takes_no_split(capsys):
    code, _ = run("evaluate", "assessments", "x.jsonl", "--split", "dev", capsys=capsys)
    assert code == 2


def test_a_place_is_shown_once(tmp_path):
    (tmp_path / "in").mkdir()
    text = "A count\n\nThe Lena Institute puts it at 66% of Velkar Oblast.\n"
    (tmp_path / "in" / "a.txt").write_text(text, encoding="utf-8")
    (row,) = onrecord.read(tmp_path / "in", tmp_path / "t.onrecord", light=True).assessments()
    assert (row.figures, row.scopes) == (("66%",), ("Velkar Oblast",))
