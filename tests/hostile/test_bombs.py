"""Small files that stand for very much: bounded, told, and what is beside them is read."""

from __future__ import annotations

import gzip
import json
import resource
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.actors import load_base
from onrecord.errors import CodebookError, OnrecordError, PartiesError, SourceUnreadable
from onrecord.negotiation.drafts import load_draft
from onrecord.positions import load_codebook
from tests.sources.made import found, pages, write

TEXT = "The envoys of Norland and Sudmark met again on Friday, Ilsa Brandt said in Berlin.\n"
LAUGHS = "a: &a [x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
YAML = {
    "laughs": LAUGHS,
    "circle": "issues: &a [*a]\n",
    "object": "issues: !!python/object/apply:os.system [echo]\n",
    "own tag": "issues: !x {}\n",
    "merge": "issues: {<<: {a: 1}, <<: *b}\n",
    "deep brackets": "issues: " + "[" * 100_000,
    "deep braces": "parties: " + "{a: " * 50_000,
    "deep dashes": "parties:\n" + "- " * 50_000,
    "deep blanks": "".join(" " * depth + "a:\n" for depth in range(1000)),
    "one key": "a" * 3_000_000 + ": b\n",
    "no key": "? " * 20_000,
    "surrogate": 'issues: "\\ud800"\n',
    "huge number": "issues: " + "9" * 100_000 + "\n",
    "huge indent": "issues:\n" + " " * 1_000_000 + "a: b\n",
    "anchors": "issues: [" + ", ".join(f"&a{n} x" for n in range(20_000)) + "]",
    "tabs": "issues:\n\t- a\n",
    "nul": "issues: \x00\n",
    "documents": "---\na: b\n" * 1000,
}


def seconds(run: Callable[[], object]) -> float:
    started = time.process_time()
    run()
    return time.process_time() - started


@pytest.mark.parametrize("text", YAML.values(), ids=YAML.keys())
def test_yaml_is_plain_or_it_is_refused(tmp_path: Path, text: str) -> None:
    path = write(tmp_path / "x.yaml", text.encode("utf-8", "surrogatepass"))
    book = load_codebook()

    def refused() -> None:
        for read, error in (
            (lambda: load_base(path), PartiesError),
            (lambda: load_codebook(path), CodebookError),
            (lambda: load_draft(path, book), SourceUnreadable),
        ):
            with pytest.raises(error) as told:
                read()
            assert len(str(told.value)) < 100_000

    assert seconds(refused) < 20


def test_settings_without_end_are_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    with path.open("wb") as file:
        file.truncate(3 << 30)  # three gigabytes of nothing, that take no room on the disk
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for read in (load_base, load_codebook, lambda p: load_draft(p, load_codebook())):
        with pytest.raises(OnrecordError, match=r"larger than|not UTF-8"):
            read(path)
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert grown < 1_000_000  # KiB


@pytest.mark.parametrize("inside", ["[", '{"a":', '["a",'])
def test_json_in_json_without_end_is_one_broken_line(tmp_path: Path, inside: str) -> None:
    bad = f'{{"text": {inside * 200_000}'
    row = json.dumps({"text": TEXT})
    path = write(tmp_path / "a.jsonl", f"{bad}\n{row}\n")
    assert found(path) == ["a.jsonl, line 1: broken JSON line", "a.jsonl#2"]


@pytest.mark.parametrize("value", ["9" * 100_000, "1e400", "-0", "1" + "0" * 4000])
def test_a_huge_number_is_no_text_and_no_harm(tmp_path: Path, value: str) -> None:
    path = write(tmp_path / "a.jsonl", f'{{"text": "{TEXT.strip()}", "id": {value}}}\n')
    assert len(found(path)) == 1


def test_a_cell_of_100_megabytes_is_refused_and_the_memory_holds(tmp_path: Path) -> None:
    path = write(
        tmp_path / "a.csv", b"text,id\n" + TEXT.strip().replace(",", "").encode() + b",1\n"
    )
    with path.open("ab") as file:
        file.write(b'"' + b"x" * 100_000_000 + b'",2\n')
    assert found(path) == ["a.csv#1", "a.csv, line 2: broken CSV"]


def parquet(path: Path, columns: dict[str, object], **how: object) -> Path:
    import pyarrow as pa
    import pyarrow.parquet as pq

    pq.write_table(pa.table(columns), path, **how)
    return path


def test_a_few_kilobytes_of_ten_million_empty_rows_are_refused(tmp_path: Path) -> None:
    import pyarrow as pa

    nothing = pa.nulls(10_000_000, pa.string())
    path = parquet(tmp_path / "a.parquet", {"text": nothing}, row_group_size=10_000_000)
    assert path.stat().st_size < 50_000
    with pytest.raises(SourceUnreadable, match="10,000,000 rows"):
        found(path)
    write(tmp_path / "b.txt", TEXT)
    assert found(tmp_path) == ["a.parquet: unusable table", "b.txt"]


def test_a_packed_column_of_many_megabytes_is_refused(tmp_path: Path) -> None:
    import pyarrow as pa

    text = pa.array(["a" * 150_000_000])
    path = parquet(tmp_path / "a.parquet", {"text": text}, compression="zstd", use_dictionary=False)
    assert path.stat().st_size < 100_000
    with pytest.raises(SourceUnreadable, match="unpacks to"):
        found(path)


def test_as_many_rows_as_news_have_are_read(tmp_path: Path) -> None:
    texts = [f"{TEXT} It was the {number}th time." for number in range(3000)]
    path = parquet(tmp_path / "a.parquet", {"text": texts}, compression="zstd")
    assert len(pages(path)) == 3000


def test_what_python_cannot_hold_costs_a_cell_and_no_row(tmp_path: Path) -> None:
    import pyarrow as pa

    when = pa.array([2**40, 0, None], pa.int64()).cast(pa.timestamp("s"))
    broken = pa.array([TEXT.encode() + b"caf\xe9", b"b", b"c"]).view(pa.binary())
    text = pa.Array.from_buffers(pa.string(), 3, broken.buffers())
    path = parquet(tmp_path / "a.parquet", {"text": text, "date": when})
    first, second, third = pages(path)
    assert first.raw == TEXT + "café"  # as in a file: a stray byte is of Windows
    assert first.metadata.published is None  # the year 36,812
    assert (second.raw, second.metadata.published) == ("b", "1970-01-01T00:00:00")
    assert third.raw == "c"


def test_half_a_character_in_any_field_is_a_character_lost(tmp_path: Path) -> None:
    names = ("text", "title", "source", "url", "date", "id", "authors")
    line = "{" + ", ".join(f'"{name}": "a\\ud800b"' for name in names) + "}"
    (page,) = pages(write(tmp_path / "a.jsonl", line))
    assert page.path == "a.jsonl#a\ufffdb"
    assert page.metadata.title == page.metadata.url == "a\ufffdb"
    assert page.metadata.authors == ("a\ufffdb",)


def test_members_of_an_archive_count_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from onrecord.sources import compressed

    monkeypatch.setattr(compressed, "ALWAYS_ALLOWED", 10_000)
    member = gzip.compress(b'{"text": "' + b" " * 100_000)
    assert found(write(tmp_path / "a.jsonl.gz", member * 100)) == ["a.jsonl.gz: gzip bomb"]


HTML = {
    "100,000 divs": "<div>" * 100_000,
    "100,000 divs with text": "<div>a " * 100_000,
    "100,000 lists": "<ul><li>" * 50_000,
    "a million attributes": "<p " + " ".join(f"a{n}=1" for n in range(1_000_000)) + ">",
    "one attribute": "<p title='" + "x" * 5_000_000 + "'>",
    "100,000 tables": "<table><tr><td>" * 30_000,
    "100,000 links": "<a href=x>a" * 100_000,
    "100,000 spans": "<span>" * 100_000,
    "entities": "&amp;" * 200_000,
    "half entities": "&" * 200_000,
    "comments": "<!--" * 100_000,
    "selects": "<select><option>" * 30_000,
    "formats": "<b><i>" * 30_000,
    "data islands": "<script type='application/ld+json'>" + "[" * 100_000 + "</script>",
}


@pytest.mark.parametrize("html", HTML.values(), ids=HTML.keys())
def test_a_page_of_nothing_but_marks_takes_bounded_time(tmp_path: Path, html: str) -> None:
    from benchmarks.fuzzing.readers import pages_of

    body = "".join(f"<p>{TEXT}</p>" for _ in range(5))
    path = write(tmp_path / "a.html", f"<html><body>{body}{html}<p>{TEXT}</p></body></html>")
    outcome: list[str] = []
    assert seconds(lambda: outcome.append(pages_of(path))) < 60
    assert outcome[0] in {"article", "ArticleUnreadable: no text"}
