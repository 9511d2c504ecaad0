"""Copies, reports and stories as a user asks for them: table, JSON, chain of origins, dossier."""

import json
from pathlib import Path

import pytest

import onrecord
from tests.presentation.cli.test_commands import run

QUOTE = "“We will open the northern bridge to every farmer before the winter comes,”"
BODY = """{head}

{quote} Ilsa Brandt, the foreign minister of Norland, said on Monday in Lena.

Engineers have worked on the bridge over the Oru since the spring, and the last of the new steel
pillars was set into the river bed ten days ago, a month later than the ministry had promised.

Farmers on the southern bank now drive eighty kilometres to reach the markets of the capital, and
many of them have sold their cattle because the milk spoils on the way in the summer heat.
"""
FILES = {
    "a.txt": ("Harbour Post", "https://post.example/a", "2031-03-04", "Bridge to open in winter"),
    "b.txt": ("Courier", "https://courier.example/b", "2031-03-05", "Farmers wait for a bridge"),
    "c.txt": ("Vale Times", "https://vale.example/c", "2031-03-06", "Ferries stop at Tal"),
}
OWN = """Ferries stop at Tal

{quote} Ilsa Brandt said in Lena, but the ferry crews of Tal did not wait and went on strike.
"""


@pytest.fixture(scope="module")
def record(tmp_path_factory) -> Path:
    """A record of two copies and an article of its own that quote one sentence."""
    place = tmp_path_factory.mktemp("reconciling")
    coverage = place / "coverage"
    coverage.mkdir()
    lines = ["file,outlet,url,date,title"]
    for name, (outlet, url, date, title) in FILES.items():
        text = OWN if name == "c.txt" else BODY
        (coverage / name).write_text(text.format(head=title, quote=QUOTE), encoding="utf-8")
        lines.append(f"{name},{outlet},{url},{date},{title}")
    (coverage / "articles.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    onrecord.read(coverage, place / "talks.onrecord", light=True)
    return place / "talks.onrecord"


def test_copies(record, capsys):
    code, out = run("copies", str(record), capsys=capsys)
    assert code == 0
    assert max(map(len, out.splitlines())) <= 80
    words = " ".join(out.replace("│", " ").split())
    assert "a.txt" in words
    assert "one witness" in words
    (row,) = onrecord.open_record(record).copies()
    assert (row.lead, row.articles, row.one_witness) == ("a.txt", ("b.txt",), True)
    assert len(onrecord.open_record(record).copies(outlet="Courier")) == 1
    assert len(onrecord.open_record(record).copies(outlet="Vale Times")) == 0


def test_reports_show_the_chain_of_origins(record, capsys):
    code, out = run("reports", str(record), "--json", capsys=capsys)
    assert code == 0
    (row,) = [json.loads(line) for line in out.splitlines()]
    assert (row["origins"], len(row["chain"]), len(row["articles"])) == (2, 2, 3)
    assert row["first"] == "Harbour Post (a.txt, 2031-03-04)"
    assert row["first_certainty"] == "by the dates they state"
    code, table = run("reports", str(record), "--speaker", "Brandt", capsys=capsys)
    assert code == 0
    assert "2 origins, 3 articles" in table
    assert max(map(len, table.splitlines())) <= 80


@pytest.mark.parametrize(
    ("asked", "rows"),
    [
        pytest.param({"outlet": "Vale Times"}, 1, id="an outlet among them"),
        pytest.param({"outlet": "Nobody"}, 0, id="no such outlet"),
        pytest.param({"articles": 4}, 0, id="in more articles"),
        pytest.param({"text": "northern bridge"}, 1, id="words"),
        pytest.param({"text": "southern port"}, 0, id="other words"),
        pytest.param({"speaker": "Rask"}, 0, id="another speaker"),
    ],
)
def test_what_is_asked_for(record, asked, rows):
    assert len(onrecord.open_record(record).reports(**asked)) == rows


def test_stories(record, capsys):
    code, out = run("stories", str(record), "--json", capsys=capsys)
    assert code == 0
    (row,) = [json.loads(line) for line in out.splitlines()]
    assert row["articles"][:2] == ["a.txt", "b.txt"]
    code, table = run("stories", str(record), capsys=capsys)
    assert (code, max(map(len, table.splitlines())) <= 80) == (0, True)


def test_the_dossier_unfolds_the_chain(record):
    page = onrecord.open_record(record).dossier().read_text("utf-8")
    _, _, chain = page.partition("<summary>2 origins, 3 articles, 3 outlets</summary>")
    assert "Vale Times (c.txt, 2031-03-06)" in chain.partition("</details>")[0]


def test_a_part_is_no_copy_among_the_articles(record):
    rows = {row.path: row.copy_of for row in onrecord.open_record(record).articles()}
    assert rows == {"a.txt": "", "b.txt": "a.txt", "c.txt": ""}
