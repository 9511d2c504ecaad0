"""Articles made of a few invented sentences, read with both parses."""

from functools import cache

from onrecord.actors import ActorBase, find_mentions, load_base
from onrecord.language.english import parse_article
from onrecord.language.parse import Parse
from onrecord.records import ActorMention, Article, Block, Segment


def article_of(text: str, name: str = "a", outlet: str | None = None) -> Article:
    """An article whose paragraphs are separated by blank lines."""
    blocks, at = [], 0
    for paragraph in text.split("\n\n"):
        blocks.append(Block(start=at, end=at + len(paragraph), kind="paragraph"))
        at += len(paragraph) + 2
    segment = Segment(start=0, length=len(text), raw_start=0, raw_length=len(text))
    return Article(
        id=name,
        path=name,
        sha256=name,
        text=text,
        raw=text,
        encoding="utf-8",
        segments=(segment,),
        blocks=tuple(blocks),
        outlet=outlet,
    )


@cache
def read(
    text: str, *, light: bool = False, name: str = "a"
) -> tuple[Article, Parse, tuple[ActorMention, ...]]:
    """An article with its parse and mentions, by the bundled base alone."""
    return read_with(text, load_base(), light=light, name=name)


def read_with(
    text: str, base: ActorBase, *, light: bool = False, name: str = "a"
) -> tuple[Article, Parse, tuple[ActorMention, ...]]:
    """An article with its parse and mentions, by this base."""
    article = article_of(text, name)
    parse = parse_article(article, light=light)
    return article, parse, find_mentions(article, parse, base)


def mention(text: str, words: str, *, light: bool = False) -> ActorMention | None:
    """The mention of these words, the last where there are several; None where they are none."""
    found = [m for m in read(text, light=light)[2] if m.span.text == words]
    return found[-1] if found else None
