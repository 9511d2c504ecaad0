"""Anchors: what a pattern stands for, what it finds, and how long that takes."""

from __future__ import annotations

import time

import pytest

from onrecord.language.english import parse_article
from onrecord.positions.anchors import Trie, readings
from onrecord.positions.wording import words_of
from tests.positions.stage import article_of


@pytest.mark.parametrize(
    ("anchor", "ways"),
    [
        ("lift sanctions", [("lift", "sanctions")]),
        ("(lift|end) sanctions", [("lift", "sanctions"), ("end", "sanctions")]),
        ("full (and|) free", [("full", "and", "free"), ("full", "free")]),
        ("cease-fire", [("cease", "fire")]),
        ("a (b (c|d)|e)", [("a", "b", "c"), ("a", "b", "d"), ("a", "e")]),
    ],
)
def test_readings(anchor: str, ways: list[tuple[str, ...]]) -> None:
    assert readings(anchor) == ways


@pytest.mark.parametrize("anchor", ["(a", "a)", "... a", "a ...", "a*", "()", "(a|b|c|d) " * 8])
def test_malformed(anchor: str) -> None:
    with pytest.raises(ValueError, match=r"brackets|end|star|phrases"):
        readings(anchor)


@pytest.mark.parametrize("light", [False, True])
@pytest.mark.parametrize(
    ("anchor", "text", "found"),
    [
        ("lift ... sanctions", "It lifted all of the many sanctions.", True),
        ("lift ... sanctions", "It lifted, though late, sanctions.", False),
        ("lift sanctions", "It is lifting its sanctions.", True),
        ("lift sanctions", "It lifted most sanctions.", False),
        ("cease fire", "A cease-fire holds.", True),
        ("recognize", "They recognised it.", True),
        ("annex*", "The annexation stands.", True),
        ("annex*", "An annual fair.", False),
    ],
)
def test_hits(anchor: str, text: str, found: bool, light: bool) -> None:
    parse = parse_article(article_of(text), light=light)
    assert bool(Trie([(anchor, "x")]).hits(words_of(parse.tokens))) is found


def test_many_anchors_read_about_as_fast_as_few() -> None:
    text = "the talks on sanctions and water went on for days " * 200
    words = words_of(parse_article(article_of(text), light=True).tokens)
    few = Trie([(f"term{n} ... water", n) for n in range(50)])
    many = Trie([(f"term{n} ... water", n) for n in range(20_000)])

    def seconds(trie: Trie[int]) -> float:
        best = []
        for _ in range(5):
            start = time.process_time()
            trie.hits(words)
            best.append(time.process_time() - start)
        return min(best)

    assert seconds(many) < 3 * seconds(few) + 0.01


def test_long_text_is_linear() -> None:
    words = words_of(parse_article(article_of("lift " * 40_000), light=True).tokens)
    start = time.process_time()
    Trie([("lift ... lift ... lift ... sanctions", "x")]).hits(words)
    assert time.process_time() - start < 20
