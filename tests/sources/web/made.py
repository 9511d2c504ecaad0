"""Feeds, lists and archives in few words."""

from __future__ import annotations

import gzip
from collections.abc import Iterable

from onrecord.errors import ArticleUnreadable
from onrecord.records import Page

# More words than a summary has, of nobody in particular.
WHOLE = "<p>" + " ".join(f"Velundia waits for answer number {n} from Orvenia." for n in range(15))
WHOLE += "</p>"
SHORT = "<p>Velundia waits.</p>"


def item(
    number: int, *, content: str = "", summary: str = SHORT, link: str = "", more: str = ""
) -> str:
    """One item of an RSS feed."""
    link = link or f"https://shore.example/{number}"
    return (
        f"<item><title>Talks {number}</title><link>{link}</link><guid>id-{number}</guid>"
        f"<pubDate>Mon, 02 Mar 2026 10:00:00 GMT</pubDate><description><![CDATA[{summary}]]>"
        "</description>"
        + (f"<content:encoded><![CDATA[{content}]]></content:encoded>" if content else "")
        + f"{more}</item>"
    )


def rss(*items: str, title: str = "The Shore", link: str = "https://shore.example/") -> str:
    """An RSS feed of these items."""
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"'
        ' xmlns:content="http://purl.org/rss/1.0/modules/content/"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>'
        f"<title>{title}</title><link>{link}</link>{''.join(items)}</channel></rss>"
    )


def sitemap(*urls: str, root: str = "urlset", child: str = "url") -> str:
    """A sitemap of these addresses; a part may follow an address after a blank."""
    parts = (url.partition(" ") for url in urls)
    inside = "".join(f"<{child}><loc>{url}</loc>{more}</{child}>" for url, _, more in parts)
    return (
        f'<?xml version="1.0"?><{root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
        f' xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">{inside}</{root}>'
    )


def opml(*feeds: str) -> str:
    inside = "".join(f'<outline text="f" type="rss" xmlUrl="{feed}"/>' for feed in feeds)
    return f'<opml version="2.0"><head/><body><outline text="all">{inside}</outline></body></opml>'


def record(
    url: str,
    body: bytes = b"<html><p>Some text.</p></html>",
    *,
    status: str = "200 OK",
    kind: str = "response",
    media: str = "text/html; charset=utf-8",
    http: str = "",
    warc: str = "",
) -> bytes:
    """One record of a web archive."""
    block = f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\n{http}\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\n"
        f"WARC-Date: 2026-03-05T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:{abs(hash(url))}>\r\n{warc}"
        f"Content-Type: application/http; msgtype={kind}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def packed(*records: bytes) -> bytes:
    """A .warc.gz as crawlers write it: each record packed by itself."""
    return b"".join(gzip.compress(one) for one in records)


def said(found: Iterable[object]) -> list[str]:
    """The path of each page, or "where: reason" of what is none."""
    told = []
    for one in found:
        if isinstance(one, ArticleUnreadable):
            assert one.remedy, f"{one}: nothing is said of what to do"
            told.append(f"{one.where}: {one.reason}")
        elif isinstance(one, Page):
            told.append(one.path)
        else:
            told.append(str(one))
    return told
