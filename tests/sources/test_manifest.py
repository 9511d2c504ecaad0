"""`articles.csv` beside plain files."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.errors import SourceUnreadable
from onrecord.records import Metadata
from tests.sources.made import found, pages, write

HEADER = "file,outlet,date,url,title\n"


def test_a_manifest_gives_metadata(tmp_path: Path) -> None:
    write(
        tmp_path / "articles.csv",
        HEADER + "war/a.txt,The Shore,2024-06-03,http://s.example,Talks\n",
    )
    write(tmp_path / "war" / "a.txt", "Some text.")
    write(tmp_path / "war" / "b.txt", "Other text.")
    listed, other = pages(tmp_path)
    assert listed.path == "war/a.txt"
    assert listed.metadata == Metadata(
        title="Talks", outlet="The Shore", published="2024-06-03", url="http://s.example"
    )
    assert other.metadata == Metadata()


def test_the_nearer_manifest_counts(tmp_path: Path) -> None:
    write(tmp_path / "articles.csv", HEADER + "war/a.txt,Far,,,\n")
    write(tmp_path / "war" / "articles.csv", "path,publisher\na.txt,Near\n")
    write(tmp_path / "war" / "a.txt", "Some text.")
    assert [page.metadata.outlet for page in pages(tmp_path)] == ["Near"]


def test_a_listed_file_that_is_missing_is_reported(tmp_path: Path) -> None:
    write(tmp_path / "articles.csv", HEADER + "gone.txt,,,,\n../out.txt,,,,\nz.txt,,,,\n")
    write(tmp_path / "z.txt", "Some text.")
    assert found(tmp_path) == [
        "articles.csv, line 2: listed file missing",
        "articles.csv, line 3: listed file outside the folder",
        "z.txt",
    ]


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ("a.txt,,,,\na.txt,,,,\n", "stands in line 2 as well"),
        (",The Shore,,,\n", "no file is named"),
    ],
    ids=["twice", "unnamed"],
)
def test_a_bad_manifest_stops(tmp_path: Path, rows: str, message: str) -> None:
    write(tmp_path / "articles.csv", HEADER + rows)
    write(tmp_path / "a.txt", "Some text.")
    with pytest.raises(SourceUnreadable, match=message):
        found(tmp_path)


def test_a_table_of_articles_may_have_that_name_too(tmp_path: Path) -> None:
    write(tmp_path / "articles.csv", "id,text\n1,Some text.\n")
    assert found(tmp_path) == ["articles.csv#1"]
