"""Pages made by hand, for the tests of this folder."""

from __future__ import annotations

from typing import Literal

from onrecord.articles import read_article
from onrecord.records import Article, Metadata, Page

MediaType = Literal["text/plain", "text/markdown", "text/html"]
CLOSING = "The ministers of Arland and Berland will meet again in the spring, the mediator said."


def page(raw: str, media_type: MediaType = "text/plain", metadata: Metadata | None = None) -> Page:
    return Page(
        path="made.txt",
        original=raw.encode("utf-8", "surrogatepass"),
        raw=raw,
        encoding="utf-8",
        media_type=media_type,
        metadata=metadata or Metadata(),
    )


def read(
    raw: str, media_type: MediaType = "text/plain", metadata: Metadata | None = None
) -> Article:
    return read_article(page(raw, media_type, metadata))


def blocks(article: Article) -> list[tuple[str, str]]:
    return [(block.kind, article.text[block.start : block.end]) for block in article.blocks]


def left_out(article: Article) -> list[tuple[str, str]]:
    return [(one.reason, one.text) for one in article.excluded]
