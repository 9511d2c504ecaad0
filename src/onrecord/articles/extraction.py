"""What trafilatura takes for the article of a page, as lines, and what it reads about it."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Any

from onrecord.articles.lines import LineMark
from onrecord.records import Metadata

MARKS: dict[str, LineMark] = {"head": "heading", "item": "bullet"}
QUIET = logging.NullHandler()
# The parser looks through all attributes of a tag for each one more: 12,000 take it .6 s, a million
# an hour. Pages as they are have some twenty; half of what stands in one of 20,000 characters is
# a picture or data, and none of it text.
LONGEST_TAG = 20_000  # characters
MOST_WORDS = 1_000  # of a longer tag
BLOCKS = frozenset(
    {"p", "head", "list", "item", "quote", "table", "row", "cell", "code", "ab", "div", "lb"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract:
    """One line of the extraction. `new_block` is False after a mere line break."""

    text: str
    mark: LineMark
    new_block: bool


def _without_crowds(raw: str) -> str:
    """The page with tags of very many attributes bare."""
    parts = raw.split("<")
    if max(map(len, parts)) <= LONGEST_TAG:
        return raw
    for number, part in enumerate(parts):
        if len(part) > LONGEST_TAG and part[:1].isalpha():
            tag, end, rest = part.partition(">")
            words = tag.split(None, MOST_WORDS)
            if len(words) > MOST_WORDS:
                parts[number] = words[0] + end + rest
    return "<".join(parts)


def extract(raw: str, url: str | None) -> tuple[list[Extract], Metadata]:
    """The lines of the article and the page's own metadata; no lines if it finds no article."""
    import trafilatura  # a quarter second to load, needed for HTML only

    for name in ("trafilatura", "htmldate"):  # what it cannot read we report ourselves
        logging.getLogger(name).addHandler(QUIET)
    document = trafilatura.bare_extraction(
        _without_crowds(raw),
        url=url,
        fast=True,
        include_comments=False,
        with_metadata=True,
        # Stated dates only: its extensive search takes any date that stands on the page. Without
        # a last day it takes today's, and the same page would read otherwise tomorrow.
        date_extraction_params={
            "original_date": True,
            "extensive_search": False,
            "max_date": "2999-12-31",
        },
    )
    if document is None:
        return [], Metadata()
    found = Metadata(
        title=document.title or None,
        outlet=document.sitename or None,
        published=document.date or None,
        url=document.url or None,
        authors=tuple(name.strip() for name in (document.author or "").split(";") if name.strip()),
    )
    return _lines(document.body), found


def _lines(body: Any) -> list[Extract]:
    """The text of a tree, block by block."""
    from lxml import etree  # comes with trafilatura, and loads as late

    lines: list[Extract] = []
    text: list[str] = []
    open_marks: list[LineMark] = [""]
    new_block = True

    def flush(next_is_block: bool) -> None:
        nonlocal new_block
        joined = " ".join("".join(text).split())
        text.clear()
        if joined:
            lines.append(Extract(text=joined, mark=open_marks[-1], new_block=new_block))
            new_block = next_is_block
        new_block = new_block or next_is_block

    for event, element in etree.iterwalk(body, events=("start", "end")):
        is_block = element.tag in BLOCKS
        if event == "start":
            if is_block:
                flush(element.tag != "lb")
            open_marks.append(MARKS.get(element.tag, open_marks[-1]))
            text.append(element.text or "")
        else:
            if is_block and element.tag != "lb":
                flush(True)
            open_marks.pop()
            text.append(element.tail or "")
    flush(True)
    return lines
