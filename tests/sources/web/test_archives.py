"""Web archives: which records are pages, and what damage costs."""

from __future__ import annotations

import gzip
import time
from pathlib import Path

import pytest

from onrecord.articles import read_article
from onrecord.records import Metadata
from onrecord.sources.web import archives
from tests.sources.made import found, pages, problems, write
from tests.sources.web.made import packed, record

A, B, C = (f"https://shore.example/{n}" for n in "abc")


@pytest.mark.parametrize("name", ["crawl.warc", "crawl.warc.gz"])
def test_the_pages_of_an_archive(tmp_path: Path, name: str):
    records = [
        record(A),
        record("https://shore.example/x.png", b"\x89PNG", media="image/png"),
        record(A, kind="request"),
        record(B, "Café".encode("latin-1"), media="text/plain; charset=ISO-8859-1"),
    ]
    data = packed(*records) if name.endswith("gz") else b"".join(records)
    first, second = pages(write(tmp_path / name, data))
    assert (first.path, second.path) == (f"{name}#1", f"{name}#4")
    # When it was crawled is not when it was published.
    assert first.metadata == Metadata(url=A, seen="2026-03-05T10:00:00Z")
    published = read_article(first).published
    assert published is not None
    assert (published.start, str(published.end)) == (None, "2026-03-07")
    assert (first.media_type, second.media_type) == ("text/html", "text/plain")
    assert second.raw == "Café"
    assert not problems(tmp_path / name)


def test_what_is_passed_over_is_counted(tmp_path):
    gone = record(B, status="404 Not Found")
    data = record(A) + record(A, kind="revisit") * 2 + gone
    told = problems(write(tmp_path / "a.warc", data))
    assert [(one.reason, one.detail) for one in told] == [
        ("archived with status 404", "1 records"),
        ("met again unchanged", "2 records"),
    ]


def test_packed_and_chunked_bodies_are_unpacked(tmp_path):
    body = gzip.compress(b"<html><p>Some text.</p></html>")
    chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body)
    http = "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n"
    path = write(tmp_path / "a.warc", record(A, chunked, http=http))
    assert pages(path)[0].raw == "<html><p>Some text.</p></html>"


def cut(data: bytes, off: int) -> bytes:
    return data[:-off]


DAMAGED = {
    "packed, cut off": ("a.warc.gz", cut(packed(record(A), record(B), record(C)), 30)),
    "packed, cut off in a head": ("a.warc.gz", cut(packed(record(A), record(B), record(C)), 150)),
    "cut off in a body": ("a.warc", cut(record(A) + record(B) + record(C), 15)),
    "cut off in a head": ("a.warc", cut(record(A) + record(B) + record(C), 250)),
    "something else follows": ("a.warc", record(A) + record(B) + b"something else\r\n\r\n"),
    "zeros follow": ("a.warc", record(A) + record(B) + b"\0" * 1000),
    "packing damaged": ("a.warc.gz", packed(record(A), record(B)) + b"\x1f\x8b\x08nonsense"),
}


@pytest.mark.parametrize(("name", "data"), DAMAGED.values(), ids=DAMAGED)
def test_before_the_damage_nothing_is_lost(tmp_path, name, data):
    told = found(write(tmp_path / name, data))
    assert told[:2] == [f"{name}#1", f"{name}#2"]
    assert len(told) == 3
    assert any(word in told[2] for word in ("truncated", "damaged")), told


NONE = {"no archive": b"hello world", "empty": b"", "half a head": record(A)[:40]}


@pytest.mark.parametrize("data", NONE.values(), ids=NONE)
def test_what_is_no_archive_is_told(tmp_path, data):
    path = write(tmp_path / "a.warc", data)
    assert [one.reason for one in problems(path)] == ["damaged archive"]


def test_a_record_that_is_too_large_is_told_and_the_next_is_read(tmp_path, monkeypatch):
    monkeypatch.setattr(archives, "MOST_RECORD_BYTES", 1_000)
    bomb = gzip.compress(b"\0" * 100_000)
    data = record(A, b"x" * 2_000) + record(B, bomb, http="Content-Encoding: gzip\r\n") + record(C)
    assert found(write(tmp_path / "a.warc", data)) == [
        "a.warc#1: record too large",
        "a.warc#2: gzip bomb",
        "a.warc#3",
    ]


def test_a_record_that_says_it_is_endless_is_told(tmp_path):
    data = record(A).replace(b"Content-Length: ", b"Content-Length: 9999999")
    assert found(write(tmp_path / "a.warc", data)) == ["a.warc#1: record too large"]


def test_a_packed_bomb_ends_at_a_bound(tmp_path, monkeypatch):
    from onrecord.sources import compressed

    monkeypatch.setattr(compressed, "ALWAYS_ALLOWED", 100_000)
    bomb = gzip.compress(record(B, b"\0" * 30_000_000))
    started = time.process_time()
    path = write(tmp_path / "a.warc.gz", packed(record(A)) + bomb)
    told = found(path)
    assert told[0] == "a.warc.gz#1"
    assert "a.warc.gz: gzip bomb" in told
    assert time.process_time() - started < 5


def test_what_the_crawler_cut_off_is_read_and_told(tmp_path):
    path = write(tmp_path / "a.warc", record(A, warc="WARC-Truncated: length\r\n"))
    assert found(path) == ["a.warc#1", "a.warc#1: cut off by the crawler"]


HEADS = {
    "no status": record(A).replace(b"HTTP/1.1 200 OK", b"hello"),
    "no line ends": record(A).replace(b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 200 OK      "),
    "nothing": record(A, b"", status="", media=""),
    "status in letters": record(A, status="abc OK"),
    "not packed": record(A, b"plain", http="Content-Encoding: gzip\r\n"),
    "chunks of nothing": record(A, b"zz\r\nplain", http="Transfer-Encoding: chunked\r\n"),
    "no address": record(A).replace(b"WARC-Target-URI: https://shore.example/a\r\n", b""),
    "no length": record(A).replace(b"Content-Length: ", b"X-Length: "),
    "length below nothing": record(A).replace(b"Content-Length: ", b"Content-Length: -"),
}


@pytest.mark.parametrize("data", HEADS.values(), ids=HEADS)
def test_a_record_that_is_broken_stops_nothing(tmp_path, data):
    path = write(tmp_path / "a.warc", record(B) + data)
    assert found(path)[0] == "a.warc#1"
