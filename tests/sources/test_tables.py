"""JSON lines, CSV and Parquet: columns, paths, and what is broken."""

from __future__ import annotations

import gzip
import json
import os
from pathlib import Path

import pytest

from onrecord.errors import SourceUnreadable
from onrecord.records import Metadata
from onrecord.sources import SourceOptions, compressed
from tests.sources.made import found, pages, problems, write

ROW = {
    "ID": "a1",
    "content": "some text",
    "content_original": "Some text.",
    "headline": "Talks",
    "publication_date": "2024-06-03",
    "Source": "The Shore",
    "link": "https://shore.example/1",
    "byline": "By Ann Berg and Karl Holm",
}
METADATA = Metadata(
    title="Talks",
    outlet="The Shore",
    published="2024-06-03",
    url="https://shore.example/1",
    authors=("Ann Berg", "Karl Holm"),
)


def as_csv(rows: list[dict[str, str]], delimiter: str = ",") -> str:
    lines = [delimiter.join(rows[0])]
    lines += [delimiter.join(f'"{value}"' for value in row.values()) for row in rows]
    return "\r\n".join(lines) + "\r\n"


def as_parquet(path: Path, rows: list[dict[str, str]]) -> Path:
    import pyarrow as pa
    import pyarrow.parquet as pq

    pq.write_table(pa.Table.from_pylist(rows), path, row_group_size=2)
    return path


@pytest.mark.parametrize("kind", ["jsonl", "jsonl.gz", "csv", "csv.gz", "tsv", "parquet"])
def test_columns_are_found_by_their_names(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"export.{kind}"
    if kind == "parquet":
        as_parquet(path, [ROW])
    else:
        delimiter = "\t" if kind == "tsv" else ","
        text = json.dumps(ROW) + "\n" if "json" in kind else as_csv([ROW], delimiter)
        write(path, gzip.compress(text.encode()) if kind.endswith(".gz") else text)
    (page,) = pages(path)
    assert page.path == f"export.{kind}#a1"
    assert page.raw == "Some text."
    assert page.original == b"Some text."
    assert page.metadata == METADATA


def test_named_columns_outrank_the_names_that_are_known(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", as_csv([{"text": "no", "Words": "yes", "when": "2020"}]))
    (page,) = pages(path, SourceOptions(text="words", date="when"))
    assert (page.raw, page.metadata.published) == ("yes", "2020")


def test_a_cell_of_html_is_html(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", json.dumps({"body": "<p>Some text.</p>"}))
    assert pages(path)[0].media_type == "text/html"


def test_paths_of_rows_are_never_the_same(tmp_path: Path) -> None:
    rows = [{"id": "x", "text": "a"}, {"id": "x", "text": "b"}, {"text": "c"}]
    path = write(tmp_path / "a.jsonl", "\n".join(json.dumps(row) for row in rows))
    assert found(path) == ["a.jsonl#x", "a.jsonl#x@2", "a.jsonl#3"]


def test_broken_lines_are_named_and_the_rest_is_read(tmp_path: Path) -> None:
    lines = [
        '{"text": "a"}',
        '{"text": "b"',
        "[1]",
        '{"title": "c"}',
        '{"text": " "}',
        '{"text": 1}',
    ]
    path = write(tmp_path / "a.jsonl", "\n".join(lines))
    assert found(path) == [
        "a.jsonl#1",
        "a.jsonl, line 2: broken JSON line",
        "a.jsonl, line 3: broken JSON line",
        "a.jsonl#4: row without text",
        "a.jsonl#5: row without text",
        "a.jsonl#6",
    ]
    assert "title" in problems(path)[2].detail
    assert problems(path)[3].detail == "nothing to read in text"


def test_a_known_text_column_that_is_empty_is_not_to_be_named(tmp_path: Path) -> None:
    lines = '{"title": 7, "text": null}\n{"title": 7}\n'
    known, unknown = problems(write(tmp_path / "a.jsonl", lines))
    assert (known.detail, "--text" in known.remedy) == ("nothing to read in text", False)
    assert (unknown.detail, "--text" in unknown.remedy) == ("found title", True)


def test_very_deep_json_is_told_in_plain_words(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", '{"text": ' + "[" * 100_000 + "]" * 100_000 + "}")
    (told,) = problems(path)
    assert (told.reason, told.detail) == (
        "broken JSON line",
        "too many lists or objects within each other",
    )


def test_a_broken_surrogate_does_no_harm(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", '{"text": "a\\ud800b"}')
    assert pages(path)[0].raw == "a\ufffdb"


def test_csv_with_line_ends_semicolons_and_old_bytes(tmp_path: Path) -> None:
    data = 'text;title\r\n"Caf\xe9\r\nopen; all day";Talks\r\n'.encode("cp1252")
    (page,) = pages(write(tmp_path / "a.csv", data))
    assert page.raw == "Café\r\nopen; all day"
    assert page.metadata.title == "Talks"


def test_a_table_without_text_stops_and_names_its_columns(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", "name,words\na,b\n")
    with pytest.raises(SourceUnreadable, match=r"columns found: name, words; name it with --text"):
        found(path)
    with pytest.raises(SourceUnreadable, match="no column 'story'"):
        found(path, SourceOptions(text="story"))


def test_such_a_table_inside_a_folder_only_is_reported(tmp_path: Path) -> None:
    write(tmp_path / "a.csv", "name,words\na,b\n")
    write(tmp_path / "b.txt", "Some text.")
    as_parquet(tmp_path / "c.parquet", [{"name": "a"}])
    write(tmp_path / "d.parquet", b"no table")
    assert found(tmp_path) == [
        "a.csv: unusable table",
        "b.txt",
        "c.parquet: unusable table",
        "d.parquet: unusable table",
    ]
    assert "name, words" in problems(tmp_path)[0].detail


def test_a_truncated_gzip_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    rows = [{"text": os.urandom(2000).hex()} for _ in range(40)]
    data = gzip.compress("\n".join(json.dumps(row) for row in rows).encode())
    path = write(tmp_path / "a.jsonl.gz", data[: len(data) // 2])
    result = found(path)
    assert result[0] == "a.jsonl.gz#1"
    assert result[-1] == "a.jsonl.gz: damaged gzip"
    assert found(write(tmp_path / "b.csv.gz", b"text\nno gzip")) == ["b.csv.gz: damaged gzip"]


def test_a_gzip_bomb_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compressed, "ALWAYS_ALLOWED", 10_000)
    path = write(tmp_path / "a.jsonl.gz", gzip.compress(b'{"text": "' + b" " * 5_000_000))
    assert found(path) == ["a.jsonl.gz: gzip bomb"]


def test_parquet_comes_in_row_groups(tmp_path: Path) -> None:
    rows = [{"id": str(number), "text": f"Text {number}."} for number in range(5)]
    path = as_parquet(tmp_path / "a.parquet", rows)
    assert found(path) == [f"a.parquet#{number}" for number in range(5)]
