"""What runs along the margins of the pages: headers, footers and page numbers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Literal

from onrecord.sources.pdf.columns import Row

Running = Literal["page header", "page footer", "page number"]
MARGIN = 0.15  # of the height of a page, at the top and at the bottom
MARGIN_ROWS = 3  # at most, from the edge
FEWEST_PAGES = 3  # with the same line; two where that is half of the pages
NUMBER = re.compile(
    r"[^\w]*(?:page|pg?\.?)?\s*[a-z]?(\d{1,4})(?:\s*(?:of|/)\s*\d{1,4})?[^\w]*", re.I
)


def running_lines(pages: Sequence[tuple[Sequence[Row], float]]) -> list[dict[int, Running]]:
    """For each page, of its rows and its height, which rows run along its margin.

    A line in the margin that stands on three pages, or on half of them, runs, whatever its
    digits; a bare number does as the outermost line of a page.
    """
    seen: defaultdict[tuple[Running, str], set[int]] = defaultdict(set)
    for number, (rows, height) in enumerate(pages):
        for at, where in _in_margin(rows, height):
            seen[where, _key(rows[at].text)].add(number)
    repeated = {
        key
        for key, on in seen.items()
        if key[1] and (len(on) >= FEWEST_PAGES or (len(on) == 2 and len(pages) <= 4))
    }
    found: list[dict[int, Running]] = []
    for rows, height in pages:
        here: dict[int, Running] = {}
        for at, where in _in_margin(rows, height):
            text = rows[at].text
            if at in {0, len(rows) - 1} and len(text) < 20 and NUMBER.fullmatch(text):
                here[at] = "page number"
            elif (where, _key(text)) in repeated:
                here[at] = where
        found.append(here)
    return found


def _in_margin(rows: Sequence[Row], height: float) -> Iterator[tuple[int, Running]]:
    """Yield the indexes of the rows next to the upper and the lower edge."""
    for at, row in enumerate(rows):
        if at < MARGIN_ROWS and row.base < MARGIN * height:
            yield at, "page header"
        elif at >= len(rows) - MARGIN_ROWS and row.base > (1 - MARGIN) * height:
            yield at, "page footer"


def _key(text: str) -> str:
    """What stays the same from page to page; nothing for a line without letters."""
    key = re.sub(r"\d+", "#", " ".join(text.casefold().split()))
    return key if any(letter.isalpha() for letter in key) else ""
