"""Dates that were given and cannot be read: told with place, value and remedy; nothing is lost."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.sources import SourceOptions, tables
from onrecord.sources.dates import has_two_readings
from tests.sources import databases as made
from tests.sources.made import found, pages, problems, write

UNKNOWN, TWO = "date not understood", "date with two readings"


def told(path: Path, options: SourceOptions | None = None) -> list[tuple[str, str, str]]:
    return [(one.where, one.reason, one.detail) for one in problems(path, options)]


def test_each_line_of_a_manifest_is_named_and_its_article_read(tmp_path: Path) -> None:
    dates = ["2024-06-03", "31.6.2024", "03/04/2024", "", "soon", "3 June 2024"]
    rows = [f"{at}.txt,{date}" for at, date in enumerate(dates)]
    write(tmp_path / "articles.csv", "file,date\n" + "\n".join(rows))
    for at in range(len(dates)):
        write(tmp_path / f"{at}.txt", "Some text.")
    assert told(tmp_path) == [
        ("articles.csv, line 3", UNKNOWN, "“31.6.2024”"),
        ("articles.csv, line 6", UNKNOWN, "“soon”"),
        ("articles.csv, line 4", TWO, "“03/04/2024”"),
    ]
    assert len(pages(tmp_path)) == len(dates)
    assert all("2026-03-02" in one.remedy for one in problems(tmp_path))


def test_a_long_manifest_names_the_first_and_counts_the_others(tmp_path: Path) -> None:
    rows = [f"{at}.txt,some day" for at in range(100)]
    write(tmp_path / "war" / "articles.csv", "file,date\n" + "\n".join(rows))
    for at in range(100):
        write(tmp_path / "war" / f"{at}.txt", "Some text.")
    named = told(tmp_path)
    assert len(named) == 20
    assert named[0] == ("war/articles.csv, line 2", UNKNOWN, "“some day”")
    assert named[-1][2] == "“some day” and 80 more in this file"


def table(path: Path, kind: str, dates: list[str | None]) -> Path:
    rows = [{"text": "Some text.", "date": date} for date in dates]
    if kind == "jsonl":
        return write(path, "\n".join(json.dumps(row) for row in rows))
    if kind == "csv":
        return write(path, "text,date\n" + "\n".join(f"Some text.,{d or ''}" for d in dates))
    import pyarrow as pa
    import pyarrow.parquet as pq

    pq.write_table(pa.Table.from_pylist(rows), path)
    return path


@pytest.mark.parametrize("kind", ["jsonl", "csv", "parquet"])
def test_a_column_is_told_in_one_line_a_reason(tmp_path: Path, kind: str) -> None:
    dates = ["2024-06-03", None, "04/05/2024", "06/05/2024", "13/05/2024", "Thursday week"] * 500
    path = table(tmp_path / f"a.{kind}", kind, dates)
    unit = "line" if kind == "jsonl" else "row"
    assert told(path) == [
        (f"a.{kind}, {unit} 6", UNKNOWN, "“Thursday week” and 499 more in this file"),
        (f"a.{kind}, {unit} 3", TWO, "“04/05/2024” and 999 more in this file"),
    ]
    assert len(pages(path)) == len(dates)


@pytest.mark.parametrize("kind", ["jsonl", "csv", "parquet"])
def test_dates_that_can_be_read_and_none_at_all_are_no_news(tmp_path: Path, kind: str) -> None:
    path = table(
        tmp_path / f"a.{kind}", kind, ["2024-06-03", None, "June 2024", "1717416000", "NaT"]
    )
    assert problems(path) == []


def test_a_broken_table_still_tells_its_dates(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tables, "MOST_FIELD_CHARACTERS", 1000)
    path = write(tmp_path / "a.csv", f"text,date\nSome text.,soon\n{'x' * 2000},soon\n")
    assert found(path) == ["a.csv#1", "a.csv, line 2: broken CSV", f"a.csv, row 1: {UNKNOWN}"]


def test_the_documents_of_an_export_are_counted(tmp_path: Path) -> None:
    written = [replace(story, date="Printemps 2026") for story in made.stories(3)]
    path = write(tmp_path / "a.txt", made.as_text(made.proquest(written)))
    assert told(path) == [
        ("a.txt, document 1", UNKNOWN, "“Printemps 2026” and 2 more in this file")
    ]


def test_a_long_value_is_shown_in_one_short_line(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", json.dumps({"text": "a", "date": "on\n  some day " * 5000}))
    (detail,) = [one.detail for one in problems(path)]
    assert detail.startswith("“on some day")
    assert len(detail) < 80


@pytest.mark.parametrize(
    ("value", "answer"),
    [
        ("03/04/2024", True),
        ("3.4.2024", False),
        ("03-04-2024 10:35", True),
        ("04/04/2024", False),
        ("13/04/2024", False),
        ("13/14/2024", False),
        ("00/04/2024", False),
        ("2024-03-04", False),
        ("soon", False),
    ],
)
def test_two_readings(value: str, answer: bool) -> None:
    assert has_two_readings(value) is answer
