"""Tokens and sentences, by the parser and without it."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.language.english import parse_article
from onrecord.language.parse import Parse
from onrecord.records import Article
from tests.test_records import article_of


def paragraphs(*texts: str) -> Article:
    """An article with a block for each text."""
    from dataclasses import replace

    from onrecord.records import Block

    whole = article_of([("\n\n".join(texts), "\n\n".join(texts))])
    blocks, at = [], 0
    for text in texts:
        blocks.append(Block(start=at, end=at + len(text), kind="paragraph"))
        at += len(text) + 2
    return replace(whole, blocks=tuple(blocks))


def said(parse: Parse, article: Article) -> list[str]:
    """The text of each sentence."""
    return [
        article.text[parse.tokens[s.first].start : parse.tokens[s.last - 1].end]
        for s in parse.sentences
    ]


SENTENCES = {
    "an abbreviation ends nothing": (
        "Mr. Oster of the U.S. embassy left. Nobody spoke.",
        ["Mr. Oster of the U.S. embassy left.", "Nobody spoke."],
    ),
    "a closing mark belongs to its sentence": (
        "“We will not go.” She left.",
        ["“We will not go.”", "She left."],
    ),
    "a decimal point is no full stop": (
        "It rose by 3.5 percent. Then it fell.",
        ["It rose by 3.5 percent.", "Then it fell."],
    ),
    "no full stop at all": ("Talks stall", ["Talks stall"]),
}


@pytest.mark.parametrize("light", [True, False], ids=["light", "parser"])
@pytest.mark.parametrize(("text", "expected"), SENTENCES.values(), ids=SENTENCES.keys())
def test_sentences(text, expected, light):
    article = paragraphs(text)
    assert said(parse_article(article, light=light), article) == expected


@pytest.mark.parametrize("light", [True, False], ids=["light", "parser"])
def test_no_sentence_crosses_a_block(light):
    article = paragraphs("the first has no end", "the second neither")
    parse = parse_article(article, light=light)
    assert [s.block for s in parse.sentences] == [0, 1]


def test_the_parser_gives_syntax_and_the_light_mode_none():
    article = paragraphs("The envoy rejected the plan.")
    full, light = parse_article(article), parse_article(article, light=True)
    rejected = full.tokens[2]
    assert full.has_syntax
    assert not light.has_syntax
    assert (rejected.lemma, rejected.dep, rejected.head) == ("reject", "ROOT", rejected)
    assert rejected.child("nsubj").text == "envoy"
    assert [t.text for t in rejected.child("dobj").subtree()] == ["the", "plan"]
    assert light.tokens[2].head is light.tokens[2]


def test_tokens_between_are_those_that_touch():
    article = paragraphs("one two three")
    parse = parse_article(article, light=True)
    assert [t.text for t in parse.between(4, 9)] == ["two", "three"]
    assert [t.text for t in parse.between(3, 4)] == []
    assert parse.sentence_at(5) == parse.sentences[0]


@given(st.text(max_size=200))
def test_light_tokens_stand_in_the_text_in_order(text):
    article = paragraphs(text)
    parse = parse_article(article, light=True)
    assert all(article.text[t.start : t.end] == t.text for t in parse.tokens)
    assert all(a.end <= b.start for a, b in zip(parse.tokens, parse.tokens[1:], strict=False))
    assert [t.i for s in parse.sentences for t in parse.tokens_of(s)] == [t.i for t in parse.tokens]


@pytest.mark.parametrize("text", ["\x00\u202e odd \u2028 marks", "“" * 500, "…" * 50, "1" * 3000])
@pytest.mark.parametrize("light", [True, False], ids=["light", "parser"])
def test_odd_text_is_read(text, light):
    article = paragraphs(text)
    parse = parse_article(article, light=light)
    assert all(article.text[t.start : t.end] == t.text for t in parse.tokens)


def test_a_long_paragraph_takes_linear_time():
    def seconds(words: int) -> float:
        article = paragraphs("nobody spoke, “they said so. " * words)
        started = time.process_time()
        parse_article(article, light=True)
        return time.process_time() - started

    seconds(200)  # warm
    assert seconds(16_000) < 100 * seconds(1_000) + 0.1  # 16 times the words; 256 if quadratic
