"""RSS and Atom: the entries of a feed, and whether one carries its article or only announces it.

A feed is trusted for what it says of its own entries: title, authors, and when they were published
(not when they were updated: that is another day's word).
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any
from urllib.parse import urlsplit

from onrecord.errors import ArticleUnreadable
from onrecord.records import Metadata, Page
from onrecord.sources.paths import RowPaths
from onrecord.sources.rows import LONE_SURROGATE
from onrecord.sources.web.kinds import refuse_entities

MOST_ENTRIES = 10_000  # the parser takes 0.4 ms for one, and a feed of news has some dozens
# A publishing system in wide use cuts its excerpts at 55 words; one that is written by hand seldom
# has more than three sentences. What is longer, and does not end in a call to read on, is an
# article. Too high a bound costs a look at the page, too low a one an article in pieces.
FEWEST_WORDS = 80
READ_ON = re.compile(
    r"(?:\[?(?:…|\.\.\.)\]?"
    r"|\b(?:read|continue|see) (?:more|on|reading|the full\b.{0,40}))\W*$",
    re.I,
)
TAG = re.compile(r"<[a-zA-Z/!][^<>]{0,5000}>")
# What is bounded because the parser's time grows with it: 20 µs an element; with the square of the
# number of an element's attributes, of which a feed has some thirty, all in its first one.
MOST_TAGS = 1_000_000
MANY_ATTRIBUTES = re.compile(
    rb"""<[\w:.-]{1,100}(?:\s+[\w:.-]{1,100}\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>]+)){200}"""
)
REFERENCE = re.compile(rb"&#(x[0-9a-fA-F]{4,4000}|[0-9]{5,4000});")
# What the parser raises over some feeds that are not well-formed, found by feeding it such.
PARSER_FAULTS = (LookupError, ValueError, OverflowError, TypeError, AttributeError, AssertionError)
START = re.compile(rb"<(?:\w{1,20}:)?(?:item|entry)[\s>]")
DATED_BY_DC = ("rss10", "rss090")  # RSS 1.0 has no other date than Dublin Core's


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry: `path` is its place in the feed, `link` the address of its page.

    `text` is what the feed carries of it; `whole` says that this is the article itself.
    """

    path: str
    link: str
    text: str
    whole: bool
    metadata: Metadata

    @property
    def page(self) -> Page:
        """The entry's own text as a page. Raises ArticleUnreadable if it only announces one."""
        if not self.whole:
            words = len(_plain(self.text).split())
            raise ArticleUnreadable(
                self.path,
                "summary only",
                f"the feed carries {words} words of it",
                f"read its page: onrecord read {self.link}" if self.link else "find its page",
            )
        return Page(
            path=self.path,
            original=self.text.encode(),
            raw=self.text,
            encoding="utf-8",
            media_type="text/html" if TAG.search(self.text) else "text/plain",
            metadata=self.metadata,
        )


def read_feed(
    data: bytes, where: str, charset: str | None = None
) -> Iterator[Entry | ArticleUnreadable]:
    """Yield the entries of a feed in their order, and what is wrong with it.

    A feed that is cut off or not well-formed gives the entries that can be made out.
    Raises ArticleUnreadable if there is nothing of a feed in it.
    """
    refuse_entities(data, where)
    bounded, more = _bounded(data)
    if bounded.count(b"<") > MOST_TAGS or MANY_ATTRIBUTES.search(bounded):
        detail = f"more than {MOST_TAGS:,} elements, or an element of 200 attributes"
        raise ArticleUnreadable(where, "no feed of news", detail, "look at what it is")
    feed = _parsed(bounded, where, charset)
    fault = _fault(feed) if not more else None
    if not feed.entries and (fault or not feed.get("version")):
        raise ArticleUnreadable(where, "broken feed", fault or "", "fetch it again from its site")
    yield from _entries(feed, where)
    if fault:
        detail = f"{fault}; {len(feed.entries)} entries made out"
        yield ArticleUnreadable(where, "broken feed", detail, "fetch it again from its site")
    if more:
        detail = f"{more:,} entries beyond the first {MOST_ENTRIES:,}"
        yield ArticleUnreadable(where, "feed too long", detail, "cut it into several files")


def _parsed(data: bytes, where: str, charset: str | None) -> Any:
    """The feed as the parser has it. Raises ArticleUnreadable where it gives up."""
    import feedparser  # type: ignore[import-untyped]  # heavy, and few runs need it

    told = {"content-type": f"application/xml; charset={charset}"} if charset else {}
    try:
        # A stream, never the bytes: they could name a file or an address. Sanitising and making
        # links absolute take half of the time, and we show no HTML.
        return feedparser.parse(
            io.BytesIO(REFERENCE.sub(_sound, data)),
            response_headers=told,
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    except PARSER_FAULTS as error:
        detail = f"the parser gives up: {' '.join(str(error).split())[:200]}"
        raise ArticleUnreadable(where, "broken feed", detail, "tell whoever makes it") from error


def _sound(reference: re.Match[bytes]) -> bytes:
    """The reference to a character, or a mark in place of a character that cannot be."""
    digits = reference[1].lower()
    number = int(digits[1:], 16) if digits.startswith(b"x") else int(digits)
    can_be = number < 0xD800 or 0xDFFF < number < 0x110000
    return reference[0] if can_be else b"&#65533;"


def _bounded(data: bytes) -> tuple[bytes, int]:
    """The feed up to the last entry that is read, and how many there are beyond."""
    starts = [match.start() for match in START.finditer(data)]
    if len(starts) <= MOST_ENTRIES:
        return data, 0
    return data[: starts[MOST_ENTRIES]], len(starts) - MOST_ENTRIES


def _fault(feed: Any) -> str | None:
    """What is not well-formed, if it is more than a matter of declared types."""
    import feedparser

    benign = (feedparser.NonXMLContentType, feedparser.CharacterEncodingOverride)
    error = feed.get("bozo_exception") if feed.bozo else None
    if error is None or isinstance(error, benign):
        return None
    return " ".join(str(error).split())[:200] or type(error).__name__


def _entries(feed: Any, where: str) -> Iterator[Entry]:
    paths = RowPaths(where)
    home, name = _host(feed.feed.get("link")), _plain(feed.feed.get("title") or "")
    for number, entry in enumerate(feed.entries, start=1):
        link = entry.get("link") or ""
        text, whole = _text(entry)
        own = _plain((entry.get("source") or {}).get("title") or "")
        of_this_site = home is not None and _host(link) == home  # a collection names others' pages
        yield Entry(
            path=paths.path(" ".join((entry.get("id") or link).split())[:200] or None, number),
            link=link,
            text=text,
            whole=whole,
            metadata=Metadata(
                title=_plain(entry.get("title") or "") or None,
                outlet=own or (name if of_this_site else "") or None,
                published=_published(entry, feed.get("version", "")),
                url=link or None,
                authors=_authors(entry),
            ),
        )


def _text(entry: Any) -> tuple[str, bool]:
    """The longest text that an entry carries, and whether it is the article itself."""
    values = [part.get("value") or "" for part in entry.get("content") or ()]
    values.append(entry.get("summary") or "")
    text = LONE_SURROGATE.sub("\ufffd", max(values, key=len))
    plain = _plain(text)
    return text, len(plain.split()) >= FEWEST_WORDS and not READ_ON.search(plain[-80:])


def _published(entry: Any, version: str) -> str | None:
    value = entry.get("published")
    if not value and version in DATED_BY_DC:
        value = entry.get("updated")
    return value or None


def _authors(entry: Any) -> tuple[str, ...]:
    """The names of the authors, each once; an address of mail is none."""
    # Of "ann@shore.example" alone the parser makes a name of the last letters.
    named = [
        a.get("name") or ""
        for a in entry.get("authors") or ()
        if not a.get("email") or " " in (a.get("name") or "")
    ]
    names = (" ".join(name.split())[:200] for name in named)
    return tuple(dict.fromkeys(name for name in names if name and "@" not in name))


def _plain(text: str) -> str:
    """Text without tags, in one line."""
    return " ".join(unescape(TAG.sub(" ", text)).split()) if text else ""


def _host(url: str | None) -> str | None:
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.") or None
    except ValueError:
        return None
