"""From an address to its pages: an article, a feed, a sitemap, a list."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from onrecord.errors import SourceUnreadable
from onrecord.records import Metadata, Page, identity
from onrecord.sources import SourceOptions, find_pages
from onrecord.sources.web import Web, pages_at, pages_of_list
from onrecord.sources.web import pages as web_pages
from tests.sources.made import write
from tests.sources.web.made import SHORT, WHOLE, item, opml, rss, said, sitemap


def only(found) -> Page:
    (page,) = list(found)
    assert isinstance(page, Page)
    return page


def test_an_address_gives_its_page(site, webs):
    url = site.give("/a", Last_Modified="Mon, 02 Mar 2026 10:00:00 GMT")
    page = only(pages_at(url + "#part", webs()))
    assert page.path == url
    assert page.media_type == "text/html"
    assert page.metadata == Metadata(url=url)  # when it was last modified is no publication


def test_the_page_is_named_as_asked_and_says_where_it_was(site, webs):
    site.give("/b")
    url = site.answer("/a", 301, headers={"Location": "/b"})
    page = only(pages_at(url, webs()))
    assert (page.path, page.metadata.url) == (url, site.base + "/b")


def test_a_page_is_decoded_as_the_server_says(site, webs):
    url = site.give("/a", "<p>Łódź</p>".encode("iso8859-2"), "text/html; charset=iso-8859-2")
    assert only(pages_at(url, webs())).raw == "<p>Łódź</p>"


NO_PAGE = {
    "picture": ("image/png", b"\x89PNG", "no page"),
    "half a PDF": ("application/pdf", b"%PDF-1.4", "damaged PDF"),
    "music": ("audio/mpeg", b"ID3", "no page"),
    "binary without a kind": ("", b"\x89PNG" + bytes(range(256)), "binary file"),
    "empty": ("text/html", b"", "empty file"),
}


@pytest.mark.parametrize(("kind", "body", "reason"), NO_PAGE.values(), ids=NO_PAGE)
def test_what_is_no_page_is_told(site, webs, kind, body, reason):
    url = site.give("/a", body, kind)
    assert said(pages_at(url, webs())) == [f"{url}: {reason}"]


def test_a_page_that_is_not_free_is_read_and_told(site, webs):
    mark = '<script type="application/ld+json">{"isAccessibleForFree": %s}</script>'
    closed = site.give("/a", mark % "false" + "<p>The beginning.</p>")
    free = site.give("/b", mark % "true" + "<p>All of it.</p>")
    assert said(pages_at(closed, webs())) == [closed, f"{closed}: not free to read"]
    assert said(pages_at(free, webs())) == [free]


def test_of_a_feed_whole_entries_are_read_and_of_others_their_pages(site, webs):
    feed = site.give(
        "/feed?key=secret",
        rss(item(1, content=WHOLE), item(2, link="/2"), item(3, link="/gone"), item(4, link="/2")),
        "application/rss+xml",
    )
    two = site.give("/2")
    found = list(pages_at(feed, webs()))
    assert said(found) == [
        f"{site.base}/feed?~{identity('query', 'key=secret')[:8]}#id-1",
        two,
        f"{site.base}/gone: page not found",
    ]
    own, fetched = found[:2]
    assert isinstance(own, Page)
    assert isinstance(fetched, Page)
    assert own.raw == WHOLE
    assert "Ilya Maren" in fetched.raw
    date = "Mon, 02 Mar 2026 10:00:00 GMT"
    # The page names its own outlet; a feed's title is the name of the feed.
    assert fetched.metadata == Metadata(title="Talks 2", published=date, url=two)
    assert site.paths() == ["/feed?key=secret", "/2", "/gone"]


def test_feeds_that_differ_in_their_query_alone_shadow_none_of_each_other(site, webs):
    feeds = [site.give(f"/f?id={n}", rss(item(1, content=f"{n} {WHOLE}"))) for n in (1, 2)]
    web = webs()
    one, two = (page for feed in feeds for page in pages_at(feed, web))
    assert isinstance(one, Page)
    assert isinstance(two, Page)
    assert one.path != two.path
    assert "id=" not in one.path + two.path
    assert said(pages_at(feeds[1], webs(known=frozenset({one.path})))) == [two.path]


def test_offline_a_feed_is_read_from_what_is_kept(site, webs):
    feed = site.give("/f", rss(item(1, link="/1"), item(2, content=WHOLE)), "text/xml")
    site.give("/1")
    assert said(pages_at(feed, webs())) == [site.base + "/1", f"{site.base}/f#id-2"]
    site.give("/f", rss(item(3, link="/3")))
    before = len(site.asked)
    assert said(pages_at(feed, webs(offline=True))) == [site.base + "/1", f"{site.base}/f#id-2"]
    assert len(site.asked) == before


def test_a_feed_may_lead_to_no_private_place(site, webs):
    feed = site.give(
        "/f", rss(item(1, link="http://10.0.0.1/a"), item(2, link="ftp://x.example/a"))
    )
    assert said(pages_at(feed, webs())) == [
        "http://10.0.0.1/a: address of a private network",
        "ftp://x.example/a: unusable address",
    ]


def test_what_is_known_is_not_asked_for(site, webs):
    feed = site.give("/f", rss(item(1, link="/1"), item(2, link="/2"), item(3, content=WHOLE)))
    site.give("/1")
    two = site.give("/2")
    known = frozenset({site.base + "/1", f"{site.base}/f#id-3"})
    assert said(pages_at(feed, webs(known=known))) == [two]
    assert site.paths() == ["/f", "/2"]


def test_a_sitemap_and_its_index(site, webs):
    a, b = site.give("/a"), site.give("/b", WHOLE)
    inner = sitemap(a, f"{b} <news:publication_date>2026-03-02</news:publication_date>")
    packed = site.give("/inner.xml.gz", gzip.compress(inner.encode()), "application/gzip")
    index = site.give(
        "/index.xml",
        sitemap(packed, site.base + "/index.xml", packed, root="sitemapindex", child="sitemap"),
    )
    found = list(pages_at(index, webs()))
    assert said(found) == [a, b]
    assert isinstance(found[1], Page)
    assert found[1].metadata.published == "2026-03-02"
    assert site.paths() == ["/index.xml", "/inner.xml.gz", "/a", "/b"]  # each once


def test_an_index_of_indexes_without_end_ends(site, webs):
    for n in range(20):
        site.give(f"/{n}", sitemap(f"{site.base}/{n + 1}", root="sitemapindex", child="sitemap"))
    (told,) = said(pages_at(site.base + "/0", webs()))
    assert "too many lists" in told
    assert len(site.paths()) < 10


def test_too_many_lists_end(site, webs, monkeypatch):
    monkeypatch.setattr(web_pages, "MOST_LISTS", 3)
    feeds = [site.give(f"/{n}", rss()) for n in range(9)]
    found = said(pages_at(site.give("/f.opml", opml(*feeds)), webs()))
    assert all("too many lists" in one for one in found)
    assert len(site.paths()) == 3


def test_a_packed_sitemap_that_is_a_bomb_is_told(site, webs, monkeypatch):
    monkeypatch.setattr(web_pages, "MOST_UNPACKED", 10_000)
    url = site.give("/s.xml.gz", gzip.compress(b" " * 100_000), "application/gzip")
    assert said(pages_at(url, webs())) == [f"{url}: gzip bomb"]


def test_a_failing_feed_does_not_stop_the_others(site, webs):
    good = site.give("/good", rss(item(1, content=WHOLE)))
    page = site.give("/page")
    broken = site.give("/broken", "<rss><channel>")
    found = said(
        pages_at(site.give("/f.opml", opml(site.base + "/no", page, broken, good)), webs())
    )
    assert found == [
        f"{site.base}/no: page not found",
        f"{page}: no feed or list",
        f"{broken}: broken feed",
        f"{good}#id-1",
    ]


def test_a_list_of_addresses_in_a_file(site, webs, tmp_path: Path):
    a = site.give("/a")
    feed = site.give("/f", rss(item(1, content=WHOLE)))
    lines = write(tmp_path / "l.txt", f"{a}\n{a}#part\nnonsense\n{feed}\n{site.base}/no\n")
    assert said(pages_of_list(lines, webs())) == [
        a,
        "l.txt, line 3: not an address",
        f"{feed}#id-1",
        f"{site.base}/no: page not found",
    ]
    assert said(pages_of_list(write(tmp_path / "f.opml", opml(feed)), webs())) == [f"{feed}#id-1"]
    assert said(pages_of_list(write(tmp_path / "s.xml", sitemap(a)), webs())) == [a]
    file = write(tmp_path / "f.rss", rss(item(1, link=a, summary=SHORT)))
    assert said(pages_of_list(file, webs())) == [a]


def test_a_list_is_fetched_only_when_it_is_named_as_one(site, webs, tmp_path: Path):
    url = site.give("/a")
    write(tmp_path / "l.urls", url)
    write(
        tmp_path / "p.html", f'<html><p>See <a href="{url}">this</a>.</p><img src="{url}"></html>'
    )
    options = SourceOptions()
    found = [one for root in (tmp_path, tmp_path / "p.html") for one in
             find_pages(root, options, webs())]  # fmt: skip
    assert said(found) == ["l.urls: unknown kind of file", "p.html", "p.html"]
    assert not site.asked
    asked = find_pages(tmp_path / "l.urls", SourceOptions(urls=True), webs())
    assert said(asked) == [url]


@pytest.mark.parametrize("name", ["-", "folder", "missing.urls"])
def test_a_list_is_a_file(tmp_path: Path, name: str):
    (tmp_path / "folder").mkdir()
    root = name if name == "-" else tmp_path / name
    with pytest.raises(SourceUnreadable, match="no file of addresses"):
        list(find_pages(root, SourceOptions(urls=True)))


def test_no_more_is_fetched_than_the_limit(site, webs, tmp_path: Path):
    urls = [site.give(f"/{n}") for n in range(5)]
    path = write(tmp_path / "l.urls", "\n".join(urls))
    found = find_pages(path, SourceOptions(urls=True, limit=2), webs())
    assert said(found) == urls[:2]
    assert site.paths() == ["/0", "/1"]


def test_by_default_a_private_address_is_refused(site):
    url = site.give("/a")
    assert said(find_pages(url)) == [f"{url}: address of a private network"]
    assert not site.asked
    assert Web().admits("8.8.8.8")
