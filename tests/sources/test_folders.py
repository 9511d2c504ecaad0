"""Files and folders: what is read, in which order, and what is passed over."""

from __future__ import annotations

import gzip
import io
import os
import sys
from pathlib import Path

import pytest

from onrecord.errors import SourceUnreadable
from onrecord.records import Page
from onrecord.sources import SourceOptions, find_pages, folders
from onrecord.sources.files import MOST_BYTES
from tests.sources.made import found, pages, problems, write


def test_files_come_in_the_order_of_their_paths(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.md", "a.txt", "a/b/c.html", "a-b.txt", "C.HTM"):
        write(tmp_path / name, "Some text.")
    assert found(tmp_path) == sorted(["b.txt", "a/z.md", "a.txt", "a/b/c.html", "a-b.txt", "C.HTM"])


def test_media_types_by_suffix(tmp_path: Path) -> None:
    for name in ("a.html", "b.md", "c.txt"):
        write(tmp_path / name, "Some text.")
    assert [page.media_type for page in pages(tmp_path)] == [
        "text/html",
        "text/markdown",
        "text/plain",
    ]


def test_a_single_file_is_named_alone(tmp_path: Path) -> None:
    assert found(write(tmp_path / "deep" / "a.txt", "Some text.")) == ["a.txt"]


def test_what_is_not_an_article_is_passed_over(tmp_path: Path) -> None:
    for name in (".hidden.txt", ".git/a.txt", "parties.yaml", "codebook.yaml", "talks.onrecord"):
        write(tmp_path / name, "Some text.")
    write(tmp_path / "talks.onrecord-wal", b"\x00")
    assert found(tmp_path) == []


def test_other_files_are_reported(tmp_path: Path) -> None:
    write(tmp_path / "a.xlsx", b"PK\x03\x04")
    write(tmp_path / "b.txt", "Some text.")
    assert found(tmp_path) == ["a.xlsx: unknown kind of file", "b.txt"]


def test_bad_files_are_reported_and_the_rest_is_read(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", "")
    write(tmp_path / "b.txt", b"\xef\xbb\xbf \n")
    write(tmp_path / "c.txt", b"%PDF-1.7 \x00\x01\x02")
    write(tmp_path / "d.txt", bytes(range(256)) * 4)
    write(tmp_path / "e.txt", "Some text.")
    assert found(tmp_path) == [
        "a.txt: empty file",
        "b.txt: empty file",
        "c.txt: binary file",
        "d.txt: binary file",
        "e.txt",
    ]
    assert all(problem.remedy for problem in problems(tmp_path))


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    with write(tmp_path / "a.txt", "").open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    assert found(tmp_path) == ["a.txt: file too large"]


def test_links(tmp_path: Path) -> None:
    outside = write(tmp_path / "outside.txt", "Secret text.")
    root = tmp_path / "root"
    write(root / "a" / "real.txt", "Some text.")
    os.symlink(outside, root / "b.txt")
    os.symlink(root / "gone", root / "c.txt")
    os.symlink(root, root / "d")
    os.symlink(root / "a" / "real.txt", root / "e.txt")
    assert found(root) == [
        "a/real.txt",
        "b.txt: link out of the folder",
        "c.txt: broken link",
        "e.txt",
    ]


def test_a_closed_file_or_folder_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "a.txt", "Some text.")
    write(tmp_path / "b" / "c.txt", "Some text.")
    write(tmp_path / "d.txt", "Some text.")
    read_bytes, scandir = Path.read_bytes, os.scandir

    def closed_file(path: Path) -> bytes:
        if path.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return read_bytes(path)

    def closed_folder(path: Path) -> object:
        if Path(path).name == "b":
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(Path, "read_bytes", closed_file)
    monkeypatch.setattr(folders.os, "scandir", closed_folder)
    assert found(tmp_path) == ["a.txt: cannot be opened", "b: cannot be opened", "d.txt"]
    assert {one.remedy for one in problems(tmp_path)} == {"check its permissions"}


def test_a_disk_that_fails_is_told_as_that(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "a.txt", "Some text.")

    def failing(path: Path) -> bytes:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "read_bytes", failing)
    (told,) = problems(tmp_path)
    assert (told.detail, "disk" in told.remedy) == ("Input/output error", True)


def test_a_missing_path_stops(tmp_path: Path) -> None:
    for other in ("ftp://paper.example/a.txt", "file:///talks/a.txt"):
        with pytest.raises(SourceUnreadable, match="only addresses with http:// or https://"):
            find_pages(other)
    with pytest.raises(SourceUnreadable, match="no such file or folder"):
        find_pages(tmp_path / "gone")


def test_limit_counts_pages_only(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", "")
    for name in ("b.txt", "c.txt", "d.txt"):
        write(tmp_path / name, "Some text.")
    assert found(tmp_path, SourceOptions(limit=2)) == ["a.txt: empty file", "b.txt", "c.txt"]
    assert found(tmp_path, SourceOptions(limit=0)) == []


def standard_input(monkeypatch: pytest.MonkeyPatch, data: bytes) -> list[str]:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    return [
        f"{one.path} {one.media_type}" if isinstance(one, Page) else f"{one.where}: {one.reason}"
        for one in find_pages("-")
    ]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"Some text.\nMore text.", ["stdin text/plain"]),
        (b"<!doctype html><p>Some text.", ["stdin text/html"]),
        (
            b'\n{"text": "a", "id": "x"}\n\nno\n{"text": "b"}\n',
            ["stdin#x text/plain", "stdin, line 4: broken JSON line", "stdin#5 text/plain"],
        ),
        (b"", ["stdin: empty file"]),
    ],
    ids=["text", "HTML", "JSON lines", "nothing"],
)
def test_standard_input(monkeypatch: pytest.MonkeyPatch, data: bytes, expected: list[str]) -> None:
    assert standard_input(monkeypatch, data) == expected


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.rtf"])
def test_a_packed_text_reads_as_the_text_does(tmp_path: Path, name: str) -> None:
    text = b"{\\rtf1 The talks go on.}" if name == "a.rtf" else b"<p>The talks go on.</p>"
    write(tmp_path / name, text)
    write(tmp_path / f"b{name[1:]}.gz", gzip.compress(text))
    plain, packed = pages(tmp_path)
    assert (packed.raw, packed.media_type) == (plain.raw, plain.media_type)
    write(tmp_path / "c.txt.gz", gzip.compress(text)[:-9])
    write(tmp_path / "d.bin.gz", gzip.compress(text))
    assert found(tmp_path)[2:] == ["c.txt.gz: damaged gzip", "d.bin.gz: unknown kind of file"]
