"""Quotes, and the anchors they lead to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.positions import load_codebook
from onrecord.presentation.dossier.evidence import LONGEST_QUOTE, Evidence, merged
from onrecord.presentation.dossier.lookup import gather
from onrecord.records import Article, Span
from tests.made import Maker
from tests.presentation.dossier.shelf import Shelf

CODEBOOK = load_codebook()


def evidence_of(*paragraphs: str) -> tuple[Evidence, Article]:
    article = Maker().article("a.txt", "Harbour Post", "2031-05-04", "Title here", *paragraphs)
    shelf = Shelf()
    shelf.put(Article, [article])
    return Evidence(gather(shelf, CODEBOOK)), article


def span(article: Article, words: str) -> Span:
    at = article.text.index(words)
    return article.span(at, at + len(words))


@pytest.mark.parametrize(
    ("text", "words", "before", "after"),
    [
        pytest.param("We stay. They go. He left.", "They go", "", ".", id="one of three"),
        pytest.param("He said they go now.", "they go", "He said ", " now.", id="both sides"),
        pytest.param("“No.” He said no.", "He said", "", " no.", id="after a closing quote"),
        pytest.param("The U.S. envoy left.", "envoy", "The U.S. ", " left.", id="abbreviation"),
        pytest.param("Mr. Lindh left. Rain.", "Lindh", "Mr. ", " left.", id="title"),
    ],
)
def test_a_quote_shows_its_sentence(text: str, words: str, before: str, after: str) -> None:
    evidence, article = evidence_of(text)
    quote = evidence.quote(article.id, [span(article, words)])
    assert quote is not None
    assert (quote.before, quote.text, quote.after) == (before, words, after)


def test_a_quote_without_words_or_article_is_none() -> None:
    evidence, article = evidence_of("Something.")
    assert evidence.quote(article.id, []) is None
    assert evidence.quote("another", [span(article, "Something")]) is None


def test_parts_are_joined_and_what_stands_between_is_marked_as_left_out() -> None:
    evidence, article = evidence_of("“We stay,” she said, “for now.”")
    quote = evidence.quote(article.id, [span(article, "“We stay,”"), span(article, "“for now.”")])
    assert quote is not None
    assert quote.text == "“We stay,” … “for now.”"
    assert len(quote.marks) == 2


def test_a_very_long_quote_is_cut_and_says_so() -> None:
    evidence, article = evidence_of("word " * 1000)
    quote = evidence.quote(article.id, [article.span(20, 4000)])
    assert quote is not None
    assert len(quote.text) <= LONGEST_QUOTE + 2
    assert quote.text.endswith(" …")


def test_the_same_words_in_two_places_are_one_quote_with_both() -> None:
    evidence, article = evidence_of("We stay.", "We stay.")
    first = evidence.quote(article.id, [article.span(12, 20)])
    second = evidence.quote(article.id, [article.span(22, 30)])
    assert first is not None
    assert second is not None
    assert first.text == second.text
    (one,) = merged([first, second, None])
    assert [q.href for q in one.also] == [second.href]


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30)), max_size=8))
def test_cutting_an_article_at_its_quotes_loses_and_moves_nothing(
    places: list[tuple[int, int]],
) -> None:
    evidence, article = evidence_of("First paragraph, somewhat long.", "Second one.", "Third, end.")
    marks = set()
    for start, length in places:
        end = min(start + length, len(article.text))
        if start < end:
            quote = evidence.quote(article.id, [article.span(start, end)])
            assert quote is not None
            if article.text[start:end].strip():
                marks.update(quote.marks)
    blocks = evidence.text_of(article)
    shown = ["".join(piece.text for piece in block.pieces) for block in blocks]
    assert shown == [article.text[b.start : b.end] for b in article.blocks]
    anchors = [a for block in blocks for piece in block.pieces for a in piece.anchors]
    assert len(anchors) == len(set(anchors))
    assert marks <= set(anchors)
    for block in blocks:
        for piece in block.pieces:
            for mark in piece.marks:
                start, end = (int(n) for n in mark.split("-")[1:])
                assert piece.text in article.text[start:end]
