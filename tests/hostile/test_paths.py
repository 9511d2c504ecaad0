"""Names and places that a system allows and nobody expects: read or told, and none waited for."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path

import pytest

import onrecord
from onrecord.errors import OnrecordError, SourceUnreadable
from onrecord.records import Page
from onrecord.sources import find_pages
from tests.sources.made import found, pages, write

TEXT = "The envoys of Norland and Sudmark met again on Friday, Ilsa Brandt said in Berlin.\n"
NAMES = [
    b"a\nb.txt",
    b"-rf.txt",
    b"con.txt",
    b"x" * 251 + b".txt",
    b"\x1b[2J.txt",
    b"[link=x]y.txt",
    b"<script>.txt",
    b"=1+1.txt",
    b"caf\xe9.txt",
    b"\xed\xa0\x80.txt",
    b"A.txt",
    b"a.txt",
    b" .txt",
    b"%2e%2e%2f.txt",
    "\u202egnp.txt".encode(),
]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse these names themselves")
def test_every_name_that_a_system_allows_is_read_and_kept(tmp_path: Path) -> None:
    folder = tmp_path / "coverage"
    folder.mkdir()
    for number, name in enumerate(NAMES):
        with open(os.fsencode(folder) + b"/" + name, "w", encoding="utf-8") as file:
            file.write(f"{TEXT}It was the {number}th time.\n")
    record = onrecord.read(folder, tmp_path / "r.onrecord", light=True, workers=1)
    paths = {row.path for row in record.articles()}
    assert len(paths) == len(NAMES)
    assert r"caf\xe9.txt" in paths
    assert len(record.verify().faults) == 0
    again = onrecord.read(folder, tmp_path / "r.onrecord", light=True, workers=1)
    assert again.summary is not None
    assert again.summary.unchanged == len(NAMES)
    record.dossier(tmp_path / "t.html")
    record.export("jsonl", tmp_path / "jsonl")
    assert [p.path for p in pages(Path(os.fsdecode(os.fsencode(folder) + b"/caf\xe9.txt")))] == [
        r"caf\xe9.txt"
    ]


def test_nothing_waits_for_a_pipe_a_socket_or_a_device(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.jsonl", "b.csv", "c.parquet", "d.txt", "e.html", "f.csv.gz", "g/articles.csv"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        os.mkfifo(tmp_path / name)
    write(tmp_path / "g" / "h.txt", TEXT)
    listening = socket.socket(socket.AF_UNIX)
    monkeypatch.chdir(tmp_path)  # the address of a socket may be short only
    listening.bind("i.txt")
    listening.close()
    (tmp_path / "j.txt").symlink_to("/dev/zero")
    plain = "no plain file"
    assert found(tmp_path) == [
        *(f"{n}: {plain}" for n in ("a.jsonl", "b.csv", "c.parquet", "d.txt", "e.html")),
        f"f.csv.gz: {plain}",
        f"g/articles.csv: {plain}",
        "g/h.txt",
        f"i.txt: {plain}",
        "j.txt: link out of the folder",
    ]
    assert found(tmp_path / "a.jsonl") == [f"a.jsonl: {plain}"]


def test_circles_of_links_end(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", TEXT)
    (tmp_path / "one.txt").symlink_to("two.txt")
    (tmp_path / "two.txt").symlink_to("one.txt")
    (tmp_path / "self").symlink_to(".")
    assert found(tmp_path) == ["a.txt", "one.txt: broken link", "two.txt: broken link"]


def test_a_folder_of_1500_folders_in_each_other_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for _ in range(1500):
        os.mkdir("d")
        os.chdir("d")
    Path("deep.txt").write_text(TEXT, encoding="utf-8")
    found_there = [path[-8:] for path in found(tmp_path)]
    Path("deep.txt").unlink()
    for _ in range(1500):  # what removes folders by calls within calls cannot remove these
        os.chdir("..")
        os.rmdir("d")
    assert found_there == ["deep.txt"]


@pytest.mark.parametrize(
    "listed",
    [
        "../up.txt",
        "/etc/passwd",
        "..\\up.txt",
        "x" * 5000,
        "a\x00b",
        "sub/../../up.txt",
        "C:\\x.txt",
    ],
)
def test_a_list_of_files_reaches_nothing_outside_its_folder(tmp_path: Path, listed: str) -> None:
    write(tmp_path / "up.txt", TEXT)
    write(tmp_path / "in" / "a.txt", TEXT)
    write(tmp_path / "in" / "articles.csv", f'file,outlet\n"{listed}",Evil\na.txt,Post\n')
    *told, page = sorted(find_pages(tmp_path / "in"), key=lambda one: isinstance(one, Page))
    assert isinstance(page, Page)
    assert (page.path, page.metadata.outlet) == ("a.txt", "Post")
    assert [one.reason.startswith("listed file") for one in told] == [True]  # type: ignore[union-attr]


def test_a_list_in_capitals_is_not_passed_over_in_silence(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", TEXT)
    write(tmp_path / "ARTICLES.CSV", "file,outlet\na.txt,Post\n")
    assert found(tmp_path) in (
        ["ARTICLES.CSV: unusable table", "a.txt"],
        ["a.txt"],  # where a system knows no capitals, it is the list
    )


def test_a_list_with_a_cell_without_end_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from onrecord.sources import tables

    monkeypatch.setattr(tables, "MOST_FIELD_CHARACTERS", 1000)
    write(tmp_path / "articles.csv", 'file,outlet\na.txt,"' + "x" * 5000)
    with pytest.raises(SourceUnreadable, match="broken CSV"):
        found(tmp_path)


@pytest.mark.parametrize("out", ["none/t.html", ".", "a.txt/t.html", "x" * 300 + ".html"])
def test_an_output_that_cannot_be_written_is_told(tmp_path: Path, out: str) -> None:
    write(tmp_path / "coverage" / "a.txt", TEXT)
    write(tmp_path / "a.txt", TEXT)
    record = onrecord.read(tmp_path / "coverage", tmp_path / "r.onrecord", light=True, workers=1)
    with pytest.raises(OnrecordError, match=r"cannot be|stands there"):
        record.dossier(tmp_path / out)
    if not out.endswith("t.html"):
        with pytest.raises(OnrecordError, match=r"cannot be|stands there"):
            record.export("ics", tmp_path / out)
    with pytest.raises(OnrecordError):
        record.export("csv", tmp_path / "a.txt")
