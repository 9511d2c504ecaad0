"""Lists of addresses: lines, OPML, sitemaps, GDELT; and what is hostile in them."""

from __future__ import annotations

import time
import zipfile
from pathlib import Path

import pytest

from onrecord.errors import ArticleUnreadable
from onrecord.records import Metadata
from onrecord.sources.web import lists
from onrecord.sources.web.lists import (
    Listed,
    at_most,
    read_bytes,
    read_gkg,
    read_lines,
    read_opml,
    read_sitemap,
)
from tests.sources.web.made import opml, sitemap
from tests.sources.web.test_feeds import LAUGHS

A, B = "https://shore.example/a", "https://shore.example/b"


def test_lines_are_addresses_and_nothing_else():
    text = f"\ufeff{A}\n\n# a remark\n  {B} \r\nshore.example/c\nfile:///etc/hostname\n"
    found = list(read_lines(text.encode(), "a.urls"))
    assert found[:2] == [Listed(url=A), Listed(url=B)]
    assert [str(one).partition(";")[0] for one in found[2:]] == [
        "a.urls, line 5: not an address: shore.example/c",
        "a.urls, line 6: not an address: file:///etc/hostname",
    ]


def test_opml_names_each_feed_once():
    found = list(read_opml(opml(A, B, A).encode(), "f.opml"))
    assert found == [Listed(url=A, kind="list"), Listed(url=B, kind="list")]


def test_a_sitemap_names_pages_and_an_index_names_sitemaps():
    pages = read_sitemap(sitemap(A, B).encode(), "s.xml")
    assert list(pages) == [Listed(url=A, kind="page"), Listed(url=B, kind="page")]
    index = sitemap(A, root="sitemapindex", child="sitemap")
    assert list(read_sitemap(index.encode(), "s.xml")) == [Listed(url=A, kind="list")]


def test_of_a_news_sitemap_the_publication_is_trusted_and_the_change_is_not():
    news = (
        f"{A} <lastmod>2026-05-05</lastmod><news:news><news:publication><news:name>The Shore"
        "</news:name></news:publication><news:publication_date>2026-03-02</news:publication_date>"
        "<news:title>Talks</news:title></news:news>"
    )
    with_news, without = read_sitemap(
        sitemap(news, f"{B} <lastmod>2026-05-05</lastmod>").encode(), ""
    )
    assert isinstance(with_news, Listed)
    assert isinstance(without, Listed)
    assert with_news.metadata == Metadata(title="Talks", outlet="The Shore", published="2026-03-02")
    assert without.metadata == Metadata()


BROKEN = {
    "laughs": f'<?xml version="1.0"?><!DOCTYPE urlset [<!ENTITY l0 "ha">{LAUGHS}]><urlset>&l11;',
    "a file": '<!DOCTYPE urlset [<!ENTITY a SYSTEM "file:///etc/hostname">]><urlset>&a;</urlset>',
    "cut off": sitemap(A, B)[:-30],
    "no XML": "hello",
    "deep": "<urlset>" + "<url>" * 100_000,
    "wide": "<urlset><url>" + "<a/>" * 500_000 + "</url></urlset>",
}


@pytest.mark.parametrize("text", BROKEN.values(), ids=BROKEN)
def test_a_broken_list_is_told(text):
    started = time.process_time()
    with pytest.raises(ArticleUnreadable, match="broken list"):
        list(read_sitemap(text.encode(), "s.xml"))
    assert time.process_time() - started < 5


def test_of_a_list_that_is_cut_off_the_beginning_is_read():
    found = []
    with pytest.raises(ArticleUnreadable):
        found.extend(read_sitemap(sitemap(A, B)[:-30].encode(), "s.xml"))
    found = []
    reading = read_sitemap(sitemap(A, B)[:-30].encode(), "s.xml")
    found.append(next(reading))
    assert found == [Listed(url=A, kind="page")]


def gkg(url: str, source: str = "shore.example", collection: str = "1") -> str:
    row = ["20260302100000-1", "20260302100000", collection, source, url] + [""] * 22
    return "\t".join(row)


def test_a_table_of_gdelt_names_pages_and_outlets_and_no_date_of_publication():
    text = "\n".join([gkg(A), gkg("JSTOR:1", collection="5"), "short\trow", gkg("not a url"), ""])
    found = list(read_gkg(text.encode(), "x.gkg.csv"))
    told = Metadata(outlet="shore.example", seen="20260302100000")
    assert found[0] == Listed(url=A, kind="page", metadata=told)
    assert [f"{e.where}: {e.reason}" for e in found[1:] if isinstance(e, ArticleUnreadable)] == [
        "x.gkg.csv, line 2: no address",
        "x.gkg.csv, line 3: not a row of GKG 2.1",
        "x.gkg.csv, line 4: no address",
    ]


def test_a_table_of_gdelt_may_be_zipped_as_it_comes(tmp_path: Path):
    path = tmp_path / "1.gkg.csv.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("1.gkg.csv", gkg(A))
    assert read_bytes(path, path.name).decode() == gkg(A)
    for damage in (b"no zip", path.read_bytes()[:60], b""):
        path.write_bytes(damage)
        with pytest.raises(ArticleUnreadable, match="damaged archive"):
            read_bytes(path, path.name)


def test_a_zip_bomb_ends_at_a_bound(tmp_path, monkeypatch):
    monkeypatch.setattr(lists, "MOST_BYTES", 1_000_000)
    path = tmp_path / "1.gkg.csv.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("1.gkg.csv", b"\0" * 5_000_000)
    with pytest.raises(ArticleUnreadable, match="list too long"):
        read_bytes(path, path.name)


def test_a_list_without_end_is_read_to_a_bound(monkeypatch):
    monkeypatch.setattr(lists, "MOST_ADDRESSES", 2)
    found = list(at_most(read_lines(f"{A}\n{B}\n{A}\n".encode(), "a.urls"), "a.urls"))
    assert len(found) == 3
    assert "list too long" in str(found[2])
    assert len(list(at_most(read_lines(f"{A}\n{B}\n".encode(), "a.urls"), "a.urls"))) == 2


def test_a_picture_of_a_page_is_not_its_address() -> None:
    image = "http://www.google.com/schemas/sitemap-image/1.1"
    sitemap = (
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
        f' xmlns:image="{image}"><url><loc>https://shore.example/talks</loc>'
        "<image:image><image:loc>https://shore.example/a.jpg</image:loc>"
        "<image:title>A bridge</image:title></image:image></url></urlset>"
    )
    (one,) = read_sitemap(sitemap.encode(), "sitemap.xml")
    assert isinstance(one, Listed)
    assert (one.url, one.metadata.title) == ("https://shore.example/talks", None)
