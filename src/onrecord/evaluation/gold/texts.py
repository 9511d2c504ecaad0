"""Articles out of gold texts: no cleaning, so that every offset of the gold stays what it is."""

from __future__ import annotations

from onrecord.records import Article, Block, BlockKind, Page, Segment


def article_of(path: str, text: str, first: BlockKind = "paragraph") -> Article:
    """An article whose text is the gold's own, one block per line that holds anything.

    `first` is the kind of the first block; all others are paragraphs.
    """
    blocks: list[Block] = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            kind: BlockKind = "paragraph" if blocks else first
            blocks.append(Block(start=start, end=start + len(line), kind=kind))
        start += len(line) + 1
    page = Page(
        path=path,
        original=text.encode("utf-8"),
        raw=text,
        encoding="utf-8",
        media_type="text/plain",
    )
    whole = Segment(start=0, length=len(text), raw_start=0, raw_length=len(text))
    return Article(
        id=page.sha256,
        path=path,
        sha256=page.sha256,
        text=text,
        raw=text,
        encoding="utf-8",
        segments=(whole,),
        blocks=tuple(blocks),
        language="en",
    )
