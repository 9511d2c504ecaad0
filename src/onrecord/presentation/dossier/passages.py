"""An article's text in the pieces a page shows: blocks, sentences, runs under the same quotes."""

from __future__ import annotations

import re
from itertools import pairwise

from onrecord.presentation.dossier.context import Piece
from onrecord.records import Article, Block

# The end of a sentence, for showing only: no abbreviation of a single capital, no title.
STOP = re.compile(r"(?<![A-Z])(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bMrs)[.!?…][”\"’')\]]{0,3}\s+")


def sentences_in(article: Article) -> list[tuple[int, int]]:
    """The sentences of all blocks, in text order; never empty for an article with text."""
    found = []
    for block in all_blocks(article):
        at = block.start
        for stop in STOP.finditer(article.text, block.start, block.end):
            found.append((at, stop.end()))
            at = stop.end()
        if at < block.end:
            found.append((at, block.end))
    return found


def all_blocks(article: Article) -> list[Block]:
    """The article's blocks, and whatever of its text stands outside them, in text order."""
    found: list[Block] = []
    at = 0
    for block in sorted(article.blocks, key=lambda b: (b.start, b.end)):
        if article.text[at : block.start].strip():
            found.append(Block(start=at, end=block.start, kind="paragraph"))
        found.append(block)
        at = max(at, block.end)
    if article.text[at:].strip():
        found.append(Block(start=at, end=len(article.text), kind="paragraph"))
    return found


def pieces(
    text: str, block: Block, spans: list[tuple[int, int]], number: int, placed: set[str]
) -> tuple[Piece, ...]:
    """The block's text in runs that the same spans cover throughout.

    A span's anchor stands where it first covers text; `placed` holds those that have theirs.
    """
    inside = [(s, e) for s, e in spans if s < block.end and e > block.start]
    cuts = {block.start, block.end}
    for start, end in inside:
        cuts.update((max(start, block.start), min(end, block.end)))
    found = []
    waiting = sorted(inside, reverse=True)
    covering: list[tuple[int, int]] = []
    for start, end in pairwise(sorted(cuts)):
        covering = [span for span in covering if span[1] > start]
        while waiting and waiting[-1][0] < end:
            covering.append(waiting.pop())
        marks = tuple(f"a{number}-{s}-{e}" for s, e in covering)
        anchors = tuple(mark for mark in marks if mark not in placed)
        placed.update(anchors)
        found.append(Piece(text=text[start:end], anchors=anchors, marks=marks))
    return tuple(found)
