"""What an article's own check takes for sound, and what it tells as a fault."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.articles import read_article
from onrecord.records import Article
from onrecord.store.evidence import article_faults
from tests.articles.pages import CLOSING, MediaType, left_out, page

HEAD = "<html><head><title>Port talks</title></head><body>"
FOOT = f"<article><p>{CLOSING}</p><p>{CLOSING.replace('spring', 'summer')}</p></article>"
BESIDE = {
    "a link within a word": '<p class="byline">By <a href="#">Ann Berg</a>, Arland editor</p>',
    "a mark within a word": "<footer>Prin<b>ted in</b> Arland<!-- at night --></footer>",
    "entities": "<footer>Berg &amp; S&ouml;hne, Arland</footer>",
    "a broken encoding": "<footer>AndrÃ© Berg, Arland</footer>",
}


@pytest.mark.parametrize("beside", BESIDE.values(), ids=BESIDE)
def test_what_a_page_shows_beside_its_article_is_the_original_s(beside):
    made = page(f"{HEAD}{beside}{FOOT}", "text/html")
    article = read_article(made)
    assert any("Arland" in text and "minister" not in text for _, text in left_out(article))
    assert list(article_faults(article, made.original)) == []


@pytest.mark.parametrize(
    ("media_type", "line"),
    [
        ("text/plain", "Photo by Ann &amp; Berg is licensed under CC BY-SA 4.0"),
        ("text/markdown", "Photo by **Ann**, [Berg](http://a.example) is licensed under CC BY 4.0"),
    ],
)
def test_a_line_that_a_rule_leaves_out_is_the_original_s(media_type: MediaType, line):
    made = page(f"{line}\n\n{CLOSING}", media_type)
    article = read_article(made)
    assert "photo credit" in dict(left_out(article)) or "licence line" in dict(left_out(article))
    assert list(article_faults(article, made.original)) == []


def with_left_out(article: Article, text: str, moved: int) -> Article:
    one = article.excluded[-1]
    moved_one = replace(
        one, text=text or one.text, raw_start=one.raw_start + moved, raw_end=one.raw_end + moved
    )
    return replace(article, excluded=(moved_one,))


@pytest.mark.parametrize(
    ("text", "moved"), [("Printed in Berland", 0), ("", 3), ("", -40)], ids=["words", "on", "back"]
)
def test_words_that_do_not_stand_there_are_told(text, moved):
    made = page(f"{HEAD}{FOOT}<footer>Prin<b>ted in</b> Arland</footer></body>", "text/html")
    article = with_left_out(read_article(made), text, moved)
    assert [fault[:19] for fault in article_faults(article, made.original)] == [
        "what was left out a"
    ]
