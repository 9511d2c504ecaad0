"""What holds of every article, whatever the page."""

from __future__ import annotations

import re
from contextlib import suppress
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.articles import read_article
from onrecord.articles.characters import ANY
from onrecord.errors import ArticleUnreadable
from onrecord.records import Article
from tests.articles.pages import CLOSING, MediaType, page, read

LINES = st.sampled_from(
    [
        "Arland and Berland will talk",
        "The envoy of Arland said no.",
        "the talks go on.",
        "- The border stays shut.",
        "* A truce was offered.",
        "## What comes next",
        "> “We wait,” said the envoy.",
        "See the [full text](http://a.example/x) of the offer.",
        "Photo by Ann Berg is licensed under CC BY-SA 4.0",
        "A bridge over the Aa",
        "Leave a Reply",
        "Advertisement",
        "Arlandâ€™s offer\xa0stands.",
        "co\xadop\u200beration\x00 goes on.",
        "Arlandโs answer came lateโtoo late.",
        "",
        "   ",
        "Sources for this article include:",
        "Reuters.com",
    ]
)
PLAIN = st.lists(LINES, max_size=14).map(lambda lines: "\n".join([*lines, CLOSING]))
ODD = st.text(st.characters(codec="utf-8"), max_size=80).map(lambda text: f"{text}\n{CLOSING}")
MEDIA = st.sampled_from(["text/plain", "text/markdown"])


def check(article: Article) -> None:
    text, raw = article.text, article.raw
    at = raw_at = 0
    whole = None
    for segment in article.segments:
        assert segment.start >= at
        # Two halves of one repair both stand for all of it; all others lie side by side.
        place = (segment.raw_start, segment.raw_length)
        assert segment.raw_start >= raw_at or place == whole
        at, raw_at, whole = segment.start + segment.length, sum(place), place
    assert at <= len(text)
    assert raw_at <= len(raw)
    at = 0
    for block in article.blocks:
        assert at <= block.start < block.end <= len(text)
        assert text[block.start : block.end] == text[block.start : block.end].strip()
        span = article.span(block.start, block.end)
        assert span.text == text[block.start : block.end]
        assert span.raw_start is not None
        assert span.raw_end is not None
        assert 0 <= span.raw_start < span.raw_end <= len(raw)
        at = block.end
    assert list(article.excluded) == sorted(article.excluded, key=lambda one: one.raw_start)


def uncovered(article: Article) -> str:
    """What of the original neither stands in the text nor is listed as left out."""
    covered = bytearray(len(article.raw))
    for segment in article.segments:
        covered[segment.raw_start : segment.raw_start + segment.raw_length] = (
            b"\x01" * segment.raw_length
        )
    for one in article.excluded:
        covered[one.raw_start : one.raw_end] = b"\x01" * (one.raw_end - one.raw_start)
    return "".join(c for c, seen in zip(article.raw, covered, strict=True) if not seen)


def mapped_share(article: Article) -> float:
    """How much of the text, without the blank lines between blocks, has its place in the raw."""
    inside = sum(block.end - block.start for block in article.blocks)
    return sum(segment.length for segment in article.segments) / inside


@given(PLAIN | ODD, MEDIA)
@settings(max_examples=150)
def test_every_character_is_mapped_or_left_out_with_a_reason(raw: str, media: MediaType) -> None:
    article = None
    with suppress(ArticleUnreadable):  # random letters may look like another language
        article = read_article(page(raw, media))
    if article is None:
        return
    check(article)
    assert not uncovered(article).strip()
    assert mapped_share(article) == 1


@given(st.lists(st.sampled_from(["Arland", "waits", "for", "Berland.", "\n", " "]), max_size=40))
def test_plain_characters_map_to_themselves(words: list[str]) -> None:
    raw = " ".join(words) + "\n\n" + CLOSING
    article = read(raw)
    for start in range(len(article.text)):
        span = article.span(start, start + 1)
        if span.raw_start is not None and not span.text.isspace():
            assert raw[span.raw_start : span.raw_end] == span.text


HTML_PARTS = st.sampled_from(
    [
        "<p>Arland &amp; Berland will <b>talk</b> in May, the envoys of both sides agreed.</p>",
        "<p>&ldquo;We wait,&rdquo; said\n   the envoy of Arland<br>after a day of talks.</p>",
        "<h2>What comes next</h2>",
        "<ul><li>The border stays shut for now.</li><li>A truce was offered again.</li></ul>",
        "<nav><a href='/'>Home</a> <a href='/w'>World</a></nav>",
        "<figure><img src=a.jpg><figcaption>A bridge. Photo: Ann Berg</figcaption></figure>",
        "<script>if (a < b) { alert('<p>no</p>') }</script>",
        "<!-- <p>hidden words of a comment</p> -->",
        "<p title='a > b'>Arlandâ€™s offer&nbsp;stands, and nobody in Berland has answered it.",
        "<div>5 < 6 & 7</div>",
    ]
)


@given(st.lists(HTML_PARTS, max_size=12))
def test_html_maps_nearly_all_and_shows_nothing_that_is_lost(parts: list[str]) -> None:
    raw = f"<html><body><article>{''.join(parts)}<p>{CLOSING}</p></article></body></html>"
    article = read(raw, "text/html")
    check(article)
    assert mapped_share(article) >= 0.99
    tags = r"<p title='a > b'>|<script.*?</script>|<!--.*?-->|<[/a-z][^<>]*>"
    assert not ANY.sub("", re.sub(tags, "", uncovered(article))).strip()


def seconds(raw: str, media: MediaType) -> float:
    started = process_time()
    with suppress(ArticleUnreadable):
        read_article(page(raw, media))
    return process_time() - started


def test_a_page_of_one_megabyte_in_one_line_takes_linear_time() -> None:
    sentence = "The envoys of Arland and Berland met again, A. Berg/Staff said (Photo: none). "
    whole = sentence * (1_000_000 // len(sentence))
    assert seconds(whole, "text/plain") < 20
    assert seconds(whole, "text/markdown") < 20
    assert seconds(f"<html><body><p>{whole}</p></body></html>", "text/html") < 40


@pytest.mark.parametrize("media", ["text/markdown", "text/html"])
@pytest.mark.parametrize(
    "broken", ["<!--", "<a b='", "<p ", "&amp", "<script>", "[", "**_", "![a]("]
)
def test_broken_markup_takes_linear_time(broken: str, media: MediaType) -> None:
    assert seconds(broken * (100_000 // len(broken)) + CLOSING, media) < 10
