"""How these tests read: an invented text in, its statements out, as plain strings."""

from __future__ import annotations

from onrecord.language.english import parse_article
from onrecord.language.weights import encode_article
from onrecord.records import Article, Block, BlockKind, Segment, Statement, identity
from onrecord.statements import find_statements
from onrecord.statements.direct import Page
from onrecord.statements.quotations import find_quotations


def article_of(text: str, kind: BlockKind = "paragraph") -> Article:
    """An article of this text, one block of this kind per line."""
    blocks, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(start=start, end=start + len(line), kind=kind))
        start += len(line) + 1
    whole = Segment(start=0, length=len(text), raw_start=0, raw_length=len(text))
    return Article(
        id=identity("article", text),
        path="valley.txt",
        sha256=identity("article", text),
        text=text,
        raw=text,
        encoding="utf-8",
        segments=(whole,) if text else (),
        blocks=tuple(blocks),
    )


def page_of(text: str, *, light: bool = False) -> Page:
    """The page of a text, as the rules see it."""
    article = article_of(text)
    return Page(text, parse_article(article, light=light), find_quotations(article))


def ruled(text: str) -> list[str]:
    """The statements of a text by rules and parse alone, each as "source | cue | content"."""
    article = article_of(text)
    return [shown(s) for s in find_statements(article, parse_article(article))]


def read(text: str, *, light: bool = False, kind: BlockKind = "paragraph") -> tuple[Statement, ...]:
    """The statements of a text."""
    article = article_of(text, kind)
    encoding = None if light else encode_article(article)
    return find_statements(article, parse_article(article, light=light), encoding)


def shown(statement: Statement) -> str:
    """A statement as "source | cue | content"."""
    roles = (statement.source, statement.cue, statement.content)
    return " | ".join(" … ".join(s.text for s in role) for role in roles)
