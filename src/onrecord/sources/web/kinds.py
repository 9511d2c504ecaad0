"""What a text of the web is, by its first element: a feed, a list of addresses, or a page."""

from __future__ import annotations

import re
from typing import Literal

from onrecord.errors import ArticleUnreadable

Kind = Literal["feed", "sitemap", "opml", "page"]
ROOTS: dict[bytes, Kind] = {
    b"rss": "feed",
    b"feed": "feed",
    b"rdf": "feed",
    b"urlset": "sitemap",
    b"sitemapindex": "sitemap",
    b"opml": "opml",
}
HEAD = 20_000  # bytes; the first element of a feed stands within the first few hundred
MOST_PARTS = 20  # declarations and comments before it
ELEMENT = re.compile(rb"<(?:\w{1,20}:)?(\w{1,20})")
PARTS = ((b"<?", b"?>"), (b"<!--", b"-->"), (b"<!", b">"))
MARKS = b" \t\r\n\xef\xbb\xbf\xff\xfe"


def kind_of(data: bytes) -> Kind:
    """What this text is; "page" is everything that is no feed and no list."""
    match = ELEMENT.match(_parts(data)[1])
    return ROOTS.get(match[1].lower(), "page") if match else "page"


def refuse_entities(data: bytes, where: str) -> None:
    """Raise ArticleUnreadable if a DOCTYPE of a text declares something of its own.

    No feed needs that, and a few lines of entities can stand for gigabytes.
    """
    for part in _parts(data)[0]:
        if part.startswith(b"<!") and not part.startswith(b"<!--") and b"[" in part:
            raise ArticleUnreadable(
                where, "entities declared", "no feed needs its own", "fetch it again from its site"
            )


def _parts(data: bytes) -> tuple[list[bytes], bytes]:
    """The declarations and comments that stand before the first element, and what follows them."""
    rest = data[:HEAD].replace(b"\x00", b"").lstrip(MARKS)  # UTF-16 has a NUL in each character
    parts: list[bytes] = []
    while len(parts) < MOST_PARTS:
        ends = next((end for start, end in PARTS if rest.startswith(start)), None)
        if ends is None or ends not in rest:
            break
        part, _, rest = rest.partition(ends)
        parts.append(part)
        rest = rest.lstrip(MARKS)
    return parts, rest
