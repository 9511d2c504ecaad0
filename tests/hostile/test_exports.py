"""What leaves the record is data wherever it is opened: no formula, no link, no forged line."""

from __future__ import annotations

import csv
import re
import zipfile
from pathlib import Path

import pytest

import onrecord
from onrecord.errors import OnrecordError
from onrecord.presentation.exports.icalendar import escaped, folded
from onrecord.presentation.exports.tables import _plain
from tests.hostile.coverage import FORMULA, LINES, TEXT

STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
TEXTS = [*(f"{start}1+1" for start in STARTS), "'=1", "''@x", "plain", "'quoted'", "a=b", " =1", ""]


@pytest.mark.parametrize("text", TEXTS)
def test_a_formula_gets_one_apostrophe_that_can_be_taken_away(text: str) -> None:
    cell = _plain(text)
    assert not cell.startswith(STARTS)
    is_marked = cell.startswith("'") and cell.lstrip("'").startswith(STARTS)
    assert (cell[1:] if is_marked else cell) == text


@pytest.mark.parametrize("number", [-5, -0.25, 0, True, None])
def test_a_number_stays_one(number: object) -> None:
    assert _plain(number) is number


def test_no_cell_of_a_table_is_a_formula(hostile: onrecord.Record, tmp_path: Path) -> None:
    marked = 0
    for path in hostile.export("csv", tmp_path / "csv"):
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.reader(file):
                assert not any(cell.startswith(STARTS) for cell in row)
                marked += sum(cell.startswith(f"'{FORMULA}") for cell in row)
    assert marked  # the hostile titles are there, as text


def test_a_workbook_has_neither_formulas_nor_links(
    hostile: onrecord.Record, tmp_path: Path
) -> None:
    hostile.export("xlsx", tmp_path / "t.xlsx")
    with zipfile.ZipFile(tmp_path / "t.xlsx") as book:
        sheets = [name for name in book.namelist() if name.startswith("xl/worksheets/")]
        text = "".join(book.read(name).decode() for name in sheets)
        assert not any("externalLink" in name or "_rels/sheet" in name for name in book.namelist())
    assert "=HYPERLINK" in text  # as text
    assert "<f>" not in text
    assert "<hyperlink" not in text


def test_no_text_forges_a_line_of_a_calendar() -> None:
    line = folded(f"SUMMARY:{escaped(LINES)}")
    assert "\r\nEND:VEVENT" not in line
    assert not re.search(r"(?<!\r)\n|\r(?!\n)", line)
    unfolded = line.replace("\r\n ", "")
    assert unfolded.count("\n") == 0
    assert r"Peace\nEND:VEVENT" in unfolded
    for other in ("\x85END:VEVENT", "\u2028END:VEVENT", "\x0bEND", "\x0cEND", "\x1cEND"):
        assert len(folded(f"SUMMARY:{escaped(other)}").splitlines()) == 1


def test_a_calendar_of_hostile_articles_has_its_own_events_alone(
    hostile: onrecord.Record, tmp_path: Path
) -> None:
    (path,) = hostile.export("ics", tmp_path / "t.ics")
    lines = path.read_bytes().decode().replace("\r\n ", "").split("\r\n")
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") <= len(hostile.events())
    assert not any(line.startswith("SUMMARY:forged") for line in lines)


@pytest.fixture
def record(tmp_path: Path) -> onrecord.Record:
    (tmp_path / "coverage").mkdir()
    text = TEXT.replace("{odd}", "now")
    (tmp_path / "coverage" / "a.txt").write_text(text, encoding="utf-8")
    listed = "file,outlet,date\na.txt,Post,2031-05-04\n"
    (tmp_path / "coverage" / "articles.csv").write_text(listed, encoding="utf-8")
    return onrecord.read(tmp_path / "coverage", tmp_path / "talks.onrecord", light=True, workers=1)


@pytest.mark.parametrize(
    ("write", "name"),
    [
        (lambda record, out: record.dossier(out), "talks.onrecord"),
        (lambda record, out: record.dossier(out), "coverage/a.txt"),
        (lambda record, out: record.export("csv", out.parent), "coverage/articles.csv"),
        (lambda record, out: record.export("ics", out), "coverage/a.txt"),
        (lambda record, out: record.export("xlsx", out), "coverage/a.txt"),
        (lambda record, out: record.write_decisions(out), "talks.onrecord"),
    ],
    ids=["dossier-record", "dossier-article", "csv-list", "ics-article", "xlsx", "decisions"],
)
def test_no_output_takes_the_place_of_an_input(record, tmp_path, write, name) -> None:
    record.decide("dated", "a.txt", "2031-05-05", coder="ann")
    path = tmp_path / name
    before = path.read_bytes()
    with pytest.raises(OnrecordError, match="stands there already"):
        write(record, path)
    assert path.read_bytes() == before
    assert not list(tmp_path.rglob("*.part"))


def test_an_earlier_export_is_replaced(record: onrecord.Record, tmp_path: Path) -> None:
    for _ in range(2):
        record.dossier(tmp_path / "t.html")
        record.export("ics", tmp_path / "t.ics")
        record.export("xlsx", tmp_path / "t.xlsx")
        for form in ("csv", "jsonl", "timelines"):
            record.export(form, tmp_path / form)  # type: ignore[arg-type]
        record.decide("dated", "a.txt", "2031-05-05", coder="ann") if not record.decisions() else 0
        record.write_decisions(tmp_path / "d.jsonl")


def test_a_draft_never_follows_a_link(record: onrecord.Record, tmp_path: Path) -> None:
    victim = tmp_path / "victim.txt"
    victim.write_text("mine", encoding="utf-8")
    (tmp_path / "t.html.part").symlink_to(victim)
    record.dossier(tmp_path / "t.html")
    assert victim.read_text(encoding="utf-8") == "mine"
