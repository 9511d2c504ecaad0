"""Lists of addresses: plain lines, OPML, sitemaps, and the tables of GDELT."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Literal
from xml.etree.ElementTree import Element

from onrecord.errors import ArticleUnreadable
from onrecord.records import Metadata
from onrecord.sources.web.addresses import is_address

MOST_ADDRESSES = 100_000  # two full sitemaps; a day of them at one a second
MOST_BYTES = 100_000_000  # of a list; a table of GDELT has 40 MB
MOST_DEPTH = 50  # of elements in one another
MOST_HELD = 200_000  # elements in memory: twice the feeds of an OPML file that one run opens
GKG = (".gkg.csv", ".gkg.csv.zip")
NEWS = "sitemap-news"  # in the namespace of what is said of a news page
GKG_COLUMNS = 27  # of GKG 2.1
WEB = "1"  # its collection of pages on the web; the others are archives without addresses


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One address of a list, and what the list says of its article.

    A "page" is an article; a "list" is a feed or sitemap that names others; of "any" its text says.
    """

    url: str
    kind: Literal["page", "list", "any"] = "any"
    metadata: Metadata = field(default_factory=Metadata)


Found = Iterator[Listed | ArticleUnreadable]


def read_lines(data: bytes, where: str) -> Found:
    """Yield the address of each line; empty lines and those that begin with # are passed over."""
    for number, line in enumerate(io.BytesIO(data), start=1):
        text = line.decode("utf-8-sig" if number == 1 else "utf-8", "replace").strip()
        if not text or text.startswith("#"):
            continue
        if is_address(text):
            yield Listed(url=text)
        else:
            yield ArticleUnreadable(
                f"{where}, line {number}", "not an address", text[:100],
                "write one address of http or https a line",
            )  # fmt: skip


def read_opml(data: bytes, where: str) -> Found:
    """Yield the feeds of an OPML file, each once, in their order."""
    seen = set()
    for element in _elements(data, where, ("outline",)):
        url = (element.get("xmlUrl") or element.get("xmlurl") or "").strip()
        if url and url not in seen:
            seen.add(url)
            yield Listed(url=url, kind="list")


def read_sitemap(data: bytes, where: str) -> Found:
    """Yield the addresses of a sitemap, or the sitemaps of an index.

    Of a news sitemap the date of publication, the title and the outlet are trusted; `lastmod` says
    when a page was changed and is not.
    """
    for element in _elements(data, where, ("url", "sitemap")):
        # An image or a video has an address and a title of its own: only what stands at its place.
        url = next((_text(part) for part in element if _name(part) == "loc"), "")
        told = {_name(part): _text(part) for part in element.iter() if _is_news(part)}
        if not url:
            continue
        news = Metadata(
            title=told.get("title") or None,
            outlet=told.get("name") or None,
            published=told.get("publication_date") or None,
        )
        is_index = _name(element) == "sitemap"
        yield Listed(url=url, kind="list" if is_index else "page", metadata=news)


def _text(part: Element) -> str:
    return (part.text or "").strip()


def _is_news(part: Element) -> bool:
    """Whether an element belongs to the news of its page, and not to an image or a video."""
    return isinstance(part.tag, str) and (not part.tag.startswith("{") or NEWS in part.tag)


def read_gkg(data: bytes, where: str) -> Found:
    """Yield the addresses of a table of GDELT (GKG 2.1: 27 columns, cut by tabs).

    The outlet is the site's name. The column DATE is when GDELT saw the page: it was published by
    then.
    """
    for number, line in enumerate(io.BytesIO(data), start=1):
        row = line.rstrip(b"\r\n").decode("utf-8", "replace").split("\t")
        if len(row) != GKG_COLUMNS:
            yield ArticleUnreadable(
                f"{where}, line {number}", "not a row of GKG 2.1", f"{len(row)} columns, not 27",
                "fetch the file again from GDELT",
            )  # fmt: skip
        elif row[2] == WEB and is_address(row[4]):
            told = Metadata(outlet=row[3].strip() or None, seen=row[1].strip() or None)
            yield Listed(url=row[4], kind="page", metadata=told)
        else:
            yield ArticleUnreadable(
                f"{where}, line {number}", "no address", row[4][:100], "it stands in an archive"
            )


def read_bytes(path: Path, where: str) -> bytes:
    """The bytes of a list; of a zipped one those of its only file. Raises ArticleUnreadable."""
    with path.open("rb") as stream:
        if not path.name.lower().endswith(".zip"):
            data = stream.read(MOST_BYTES + 1)
        else:
            try:
                with zipfile.ZipFile(stream) as packed, packed.open(packed.infolist()[0]) as one:
                    data = one.read(MOST_BYTES + 1)
            except (zipfile.BadZipFile, IndexError, NotImplementedError, RuntimeError) as error:
                raise ArticleUnreadable(
                    where, "damaged archive", str(error), "fetch the file again"
                ) from error
    if len(data) > MOST_BYTES:
        raise ArticleUnreadable(
            where, "list too long", f"more than {MOST_BYTES:,} bytes", "cut it into several files"
        )
    return data


def at_most(found: Found, where: str) -> Found:
    """Yield so much of a list as one run reads, and say where it ends."""
    yield from islice(found, MOST_ADDRESSES)
    if next(found, None) is not None:
        detail = f"more than {MOST_ADDRESSES:,} addresses"
        yield ArticleUnreadable(where, "list too long", detail, "cut it into several files")


def _elements(data: bytes, where: str, names: tuple[str, ...]) -> Iterator[Element]:
    """Yield the elements of these names; a fault of the XML ends the list and is told."""
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import ParseError, iterparse

    try:
        open_above: list[Element] = []
        held = 0
        for event, element in iterparse(
            io.BytesIO(data), ("start", "end"), forbid_dtd=True, forbid_external=True
        ):
            if event == "start":
                open_above.append(element)
                held += 1
                if len(open_above) > MOST_DEPTH or held > MOST_HELD:
                    raise ParseError(f"nested {MOST_DEPTH} deep, or {MOST_HELD:,} in one element")
                if _name(element) == "outline":
                    yield element
                continue
            open_above.pop()
            if _name(element) in names and _name(element) != "outline":
                yield element
            if len(open_above) == 1:
                open_above[0].remove(element)  # what is read is let go
                held = 0
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        raise ArticleUnreadable(
            where, "broken list", " ".join(str(error).split())[:200], "fetch it again from its site"
        ) from error


def _name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]
