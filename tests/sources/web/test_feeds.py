"""Feeds: their entries, what is an article and what announces one, and what is hostile."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from onrecord.errors import ArticleUnreadable
from onrecord.records import Metadata
from onrecord.sources.web import feeds
from onrecord.sources.web.feeds import Entry, read_feed
from onrecord.sources.web.kinds import kind_of
from tests.sources.made import found, pages, problems, write
from tests.sources.web.made import SHORT, WHOLE, item, opml, rss, sitemap


def entries(text: str | bytes) -> list[Entry]:
    data = text.encode() if isinstance(text, str) else text
    return [one for one in read_feed(data, "f.rss") if isinstance(one, Entry)]


def faults(text: str | bytes) -> list[ArticleUnreadable]:
    data = text.encode() if isinstance(text, str) else text
    return [one for one in read_feed(data, "f.rss") if isinstance(one, ArticleUnreadable)]


def test_an_entry_says_who_when_and_where():
    more = "<dc:creator>Ann Berg</dc:creator><author>karl@shore.example</author>"
    (entry,) = entries(rss(item(1, content=WHOLE, more=more)))
    assert entry.path == "f.rss#id-1"
    assert entry.metadata == Metadata(
        title="Talks 1",
        outlet="The Shore",
        published="Mon, 02 Mar 2026 10:00:00 GMT",
        url="https://shore.example/1",
        authors=("Ann Berg",),
    )
    assert entry.page.raw == WHOLE
    assert entry.page.media_type == "text/html"


def test_atom_and_rss_1_are_read_alike():
    atom = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>The Shore</title>'
        '<link href="https://shore.example/"/><entry><title>A</title>'
        '<id>tag:1</id><link href="https://shore.example/1"/><published>2026-03-02T10:00:00Z'
        "</published><updated>2026-04-01T10:00:00Z</updated><author><name>Ann Berg</name></author>"
        f'<content type="html"><![CDATA[{WHOLE}]]></content></entry></feed>'
    )
    (entry,) = entries(atom)
    assert entry.whole
    assert entry.metadata.published == "2026-03-02T10:00:00Z"
    assert entry.metadata.authors == ("Ann Berg",)
    rdf = (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
        ' xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        '<channel rdf:about="x"><title>F</title></channel><item rdf:about="y"><title>A</title>'
        "<link>https://shore.example/1</link><dc:date>2026-03-02</dc:date></item></rdf:RDF>"
    )
    (entry,) = entries(rdf)
    assert entry.metadata.published == "2026-03-02"


def test_a_date_of_change_is_no_date_of_publication():
    atom = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>F</title><entry><title>A</title><id>1</id>'
        "<updated>2026-04-01T10:00:00Z</updated></entry></feed>"
    )
    assert entries(atom)[0].metadata.published is None


def test_a_collection_does_not_lend_its_name_to_the_pages_of_others():
    feed = rss(
        item(1, link="https://other.example/1"),
        item(2, more='<source url="https://x.example/">The Hill</source>'),
        item(3, link="https://www.shore.example/3"),
        title="All the news",
    )
    assert [e.metadata.outlet for e in entries(feed)] == [None, "The Hill", "All the news"]


WHOLE_OR_NOT = {
    "content": ({"content": WHOLE}, True),
    "long description": ({"summary": WHOLE}, True),
    "one sentence": ({}, False),
    "short content": ({"content": SHORT}, False),
    "cut off by dots": ({"content": WHOLE.replace("</p>", " […]</p>")}, False),
    "cut off by words": ({"content": WHOLE + '<p><a href="/1">Continue reading</a></p>'}, False),
    "empty": ({"summary": ""}, False),
}


@pytest.mark.parametrize(("given", "whole"), WHOLE_OR_NOT.values(), ids=WHOLE_OR_NOT)
def test_a_summary_is_not_an_article(given, whole):
    (entry,) = entries(rss(item(1, **given)))
    assert entry.whole == whole
    if not whole:
        with pytest.raises(ArticleUnreadable, match="summary only") as error:
            _ = entry.page
        assert "onrecord read https://shore.example/1" in error.value.remedy


def test_paths_are_never_the_same():
    twice = rss(item(1), item(1), "<item><title>x</title></item>")
    assert [e.path for e in entries(twice)] == ["f.rss#id-1", "f.rss#id-1@2", "f.rss#3"]


def test_of_a_feed_that_is_cut_off_the_beginning_is_read():
    text = rss(item(1, content=WHOLE), item(2, content=WHOLE), item(3, content=WHOLE))
    cut = text[: text.index("Talks 3")]
    assert [e.path for e in entries(cut)][:2] == ["f.rss#id-1", "f.rss#id-2"]
    assert [fault.reason for fault in faults(cut)] == ["broken feed"]
    assert not faults(text)


BROKEN = {
    "no feed": "hello",
    "a page": "<html><body>hello</body></html>",
    "no text": "",
    "binary": b"\x00\x01\x02\xff" * 100,
}


@pytest.mark.parametrize("data", BROKEN.values(), ids=BROKEN)
def test_what_is_no_feed_is_told(data):
    with pytest.raises(ArticleUnreadable, match="broken feed"):
        faults(data)


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
HOSTILE = {
    "billion laughs": f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "ha">{LAUGHS}]>',
    "quadratic": f'<!DOCTYPE rss [<!ENTITY a "{"x" * 3_000}">]>',
    "a file": '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/hostname">]>',
    "in small letters": '<!doctype rss [<!entity a "x">]>',
    "behind a comment": "<!-- x --><!DOCTYPE rss [<!ENTITY a 'x'>]>",
    "behind a feigned end": "<!DOCTYPE rss [<!-- ]><rss> --><!ENTITY a 'x'>]>",
}


@pytest.mark.parametrize("prologue", HOSTILE.values(), ids=HOSTILE)
def test_entities_are_refused(prologue):
    feed = rss(item(1, content=WHOLE)).partition("?>")[2].replace("Talks 1", "&l11;&a;")
    started = time.process_time()
    with pytest.raises(ArticleUnreadable, match="entities declared"):
        faults(prologue + feed)
    assert time.process_time() - started < 1


def test_the_word_entity_in_an_article_is_no_declaration():
    assert entries(rss(item(1, content=WHOLE + "<p>&lt;!ENTITY x&gt; <!ENTITY</p>")))[0].whole


def test_where_the_parser_gives_up_the_feed_is_told():
    """A place outside of a place is what it cannot bear; inside of one it can."""
    gml = 'xmlns:gml="http://www.opengis.net/gml"'
    with pytest.raises(ArticleUnreadable, match="the parser gives up"):
        entries(rss(item(1, content=WHOLE, more=f"<gml:pos {gml}>1</gml:pos>")))
    inside = (
        f'<g:where xmlns:g="http://www.georss.org/georss" {gml}><gml:pos>1 2</gml:pos></g:where>'
    )
    assert entries(rss(item(1, content=WHOLE, more=inside)))


@pytest.mark.parametrize("number", ["x110000", "99999999999", "xD800", "9" * 3_000, "x" + "f" * 99])
def test_a_character_that_cannot_be_costs_only_itself(number):
    (entry,) = entries(rss(item(1, summary="a]]>&#" + number + ";b<![CDATA[" + WHOLE)))
    assert entry.whole
    assert "a\ufffdb" in entry.text


def test_bytes_that_name_a_file_open_none(tmp_path):
    path = write(tmp_path / "secret.xml", rss(item(1)))
    with pytest.raises(ArticleUnreadable):
        faults(str(path))


def test_a_feed_without_end_is_read_to_a_bound(monkeypatch):
    monkeypatch.setattr(feeds, "MOST_ENTRIES", 3)
    text = rss(*(item(n) for n in range(10)))
    assert len(entries(text)) == 3
    (fault,) = faults(text)
    assert (fault.reason, fault.detail) == ("feed too long", "7 entries beyond the first 3")


def test_a_hundred_thousand_entries_cost_no_more_than_the_bound(monkeypatch):
    monkeypatch.setattr(feeds, "MOST_ENTRIES", 1_000)
    text = rss(*(f"<item><title>{n}</title></item>" for n in range(100_000)))
    started = time.process_time()
    assert len(entries(text)) == feeds.MOST_ENTRIES
    assert time.process_time() - started < 5


SLOW = {
    "deep": ("<rss>" + "<a>" * 20_000, "broken feed"),
    "many elements": ("<rss>" + "<a/>" * 1_000_001, "no feed of news"),
    "many attributes": (
        "<rss><item " + " ".join(f"a{n}='b'" for n in range(50_000)) + "/></rss>",
        "no feed of news",
    ),
    "many attributes without end": (
        "<rss><item " + " ".join(f'a{n}="b" c=d' for n in range(50_000)), "no feed of news"
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "reason"), SLOW.values(), ids=SLOW)
def test_what_would_take_the_parser_long_is_told(text, reason):
    started = time.process_time()
    with pytest.raises(ArticleUnreadable, match=reason):
        entries(text)
    assert time.process_time() - started < 5


KINDS = {
    "rss": (rss(), "feed"),
    "atom": ('\ufeff<?xml version="1.0"?>\n<!-- x --><feed xmlns="x">', "feed"),
    "rdf": ("<rdf:RDF>", "feed"),
    "stylesheet before it": ('<?xml version="1.0"?><?xml-stylesheet href="x"?><rss>', "feed"),
    "sitemap": (sitemap("https://x.example"), "sitemap"),
    "index": (sitemap("https://x.example", root="sitemapindex", child="sitemap"), "sitemap"),
    "opml": (opml("https://x.example"), "opml"),
    "html": ("<!DOCTYPE html><html>", "page"),
    "text": ("rss is a kind of feed", "page"),
    "a page on feeds": ("<html><rss>", "page"),
    "nothing": ("", "page"),
    "comments without end": ("<!-- --> " * 8 + "<!--" * 4_000 + "-->" * 100, "page"),
}


@pytest.mark.parametrize(("text", "kind"), KINDS.values(), ids=KINDS)
def test_the_first_element_says_what_a_text_is(text, kind):
    assert kind_of(text.encode()) == kind
    assert kind_of(text.encode("utf-16")) == kind


@pytest.mark.parametrize("name", ["f.rss", "f.xml", "f.atom", "F.RSS", "f.xml.gz"])
def test_a_feed_in_a_folder_gives_its_own_texts_and_fetches_nothing(tmp_path: Path, name: str):
    import gzip

    data = rss(item(1, content=WHOLE), item(2)).encode()
    write(tmp_path / name, gzip.compress(data) if name.endswith("gz") else data)
    write(tmp_path / "z.txt", "Some text.")
    assert found(tmp_path) == [f"{name}#id-1", f"{name}#id-2: summary only", "z.txt"]
    assert pages(tmp_path)[0].metadata.published == "Mon, 02 Mar 2026 10:00:00 GMT"


LISTS = {
    "opml": ("feeds.opml", opml("https://x.example/")),
    "sitemap": ("sitemap.xml", sitemap("https://x.example/")),
    "gdelt": ("20260302.gkg.csv", "\t" * 26),
}


@pytest.mark.parametrize(("name", "text"), LISTS.values(), ids=LISTS)
def test_a_list_of_addresses_is_not_fetched_unless_asked(tmp_path, name, text):
    write(tmp_path / name, text)
    for root in (tmp_path, tmp_path / name):
        (problem,) = problems(root)
        assert problem.reason == "list of addresses"
        assert "--urls" in problem.remedy


def test_xml_of_another_kind_is_told(tmp_path):
    write(tmp_path / "a.xml", "<book>Some text.</book>")
    assert found(tmp_path) == ["a.xml: unknown kind of file"]
