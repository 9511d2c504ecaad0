"""Articles of Factiva whose fields have tags: HD headline, BY authors, PD date, SN source.

A tag stands at the start of a line: before a tab, a bar (RTF tables), alone on its line (text that
a word processor saved) or between stars (a browser). Tags: the list of fields in Factiva's guides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from onrecord.records import Metadata
from onrecord.sources.documents import Document, outlet_name, paragraphs_of, tidy
from onrecord.sources.rows import split_authors

# Each tag with its place in a document: head, lead, text, indexing, accession number.
HEAD, LEAD, TEXT, INDEXING, NUMBER = range(5)
PLACES = {
    **dict.fromkeys(
        "SE CLM HD BY CR WC PD ET SN SC NGC GC ED PG VOL LA CY CX RST".split(),  # noqa: SIM905
        HEAD,
    ),
    "LP": LEAD,
    "TD": TEXT,
    **dict.fromkeys(
        "ART CT RF CO IN NS RE IPC IPD PUB DE FDS RIC".split(),  # noqa: SIM905
        INDEXING,
    ),
    "AN": NUMBER,
}
FIRST = frozenset({"SE", "CLM", "HD"})
CODED = frozenset({"CO", "IN", "NS", "RE"})  # "gdip : International Relations | …"
TAG = re.compile(
    r"[ |\t]{0,8}\*?(?P<tag>[A-Z]{2,3})\*? {0,3}(?:[|\t]|  |\*|$)[ \t|]*(?P<value>.*)$"
)


def is_tagged(lines: Sequence[str]) -> bool:
    """Whether headline, date and text have tags."""
    found = {match["tag"] for line in lines if (match := TAG.match(line))}
    return {"HD", "PD"} <= found and not {"LP", "TD"}.isdisjoint(found)


def value_of(line: str, tag: str) -> str:
    """What stands behind this tag; the line where it does not begin with it."""
    match = TAG.match(line)
    return match["value"] if match is not None and match["tag"] == tag else line


@dataclass(slots=True)
class _Fields:
    """The fields of the document that is being read, and its place in the order of tags."""

    lines: dict[str, list[str]] = field(default_factory=dict)
    place: int = HEAD
    tag: str = ""

    def takes(self, tag: str, value: str) -> bool:
        """Whether this tag can come here; the letters "IN" may also begin a line of the text."""
        place = PLACES.get(tag)
        if place is None or tag in self.lines or (tag in CODED and value and ":" not in value):
            return False
        return place > self.place or (place == self.place and place in {HEAD, INDEXING})

    def add(self, tag: str, value: str) -> None:
        self.tag, self.place = tag, PLACES[tag]
        self.lines[tag] = [value]


def tagged_documents(lines: Sequence[str]) -> Iterator[Document]:
    """Yield each document; its number closes it, and a new headline where the number is missing."""
    fields = _Fields()
    for line in lines:
        match = TAG.match(line)
        tag = match["tag"] if match is not None else ""
        if tag in FIRST and fields.place > HEAD:
            yield _of_fields(fields, is_whole=True)
            fields = _Fields()
        if match is not None and fields.takes(tag, match["value"]):
            fields.add(tag, match["value"])
        elif fields.place < NUMBER and fields.tag:
            fields.lines[fields.tag].append(line)
    if fields.lines:
        yield _of_fields(fields, is_whole=fields.place == NUMBER)


def _of_fields(fields: _Fields, *, is_whole: bool) -> Document:
    def text(tag: str) -> str:
        return tidy(" ".join(fields.lines.get(tag, ())).replace("|", " "))

    body = [*_cells(fields.lines.get("LP", ())), "", *_cells(fields.lines.get("TD", ()))]
    return Document(
        metadata=Metadata(
            title=text("HD") or None,
            outlet=outlet_name(text("SN")),
            published=text("PD") or None,
            authors=split_authors(text("BY")),
        ),
        body=paragraphs_of(body),
        is_whole=is_whole,
    )


def _cells(lines: Sequence[str]) -> list[str]:
    """The lines of a field without the bar that ends the cell of a table."""
    return [line.rstrip().removesuffix("|") for line in lines]
