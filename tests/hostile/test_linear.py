"""Time grows with hostile text as the text does: the curves of what was once slower than that."""

from __future__ import annotations

import re
import time

import pytest
from benchmarks.fuzzing.attacks import HOSTILE, pieces, repeated
from benchmarks.linear import Curve, _curve, stage_curves, timed

from onrecord.positions.anchors import Trie
from onrecord.positions.wording import words_of

QUADRATIC = re.compile(r"a+b|(?:x\s*)+y")
LINEAR = re.compile(r"a{1,20}+b|\bthe\b")


def worst(pattern: re.Pattern[str]) -> Curve:
    curves = [_curve(pattern, piece, "made", "made") for piece in pieces(pattern)]
    return max(curves, key=lambda curve: (curve.is_found, curve.growth))


def test_a_pattern_that_is_quadratic_is_found_and_another_is_not() -> None:
    assert worst(QUADRATIC).is_found
    assert not worst(LINEAR).is_found


def test_a_run_that_does_not_end_is_stopped() -> None:
    assert timed(lambda: time.sleep(0) or sum(range(1_000)), 5) is not None

    def endless() -> None:
        while True:
            pass

    assert timed(endless, 0.2) is None


@pytest.mark.parametrize("name", ["digits", "according"])
def test_no_stage_grows_faster_than_its_text(name: str) -> None:
    slow = [curve.line() for curve in stage_curves([name], (5_000, 20_000)) if curve.is_found]
    assert slow == []


def test_one_word_of_a_megabyte_is_looked_up_at_once() -> None:
    from onrecord.evaluation.gold.texts import article_of
    from onrecord.language.english import parse_article

    text = repeated("7", 1_000_000)
    words = words_of(parse_article(article_of("made.txt", text), light=True).tokens)
    trie = Trie([("sanction*", "x"), ("lift ... embargo*", "y")])
    started = time.process_time()
    trie.hits(words)
    assert time.process_time() - started < 1  # 40 ms; looking up every beginning took hours


def test_a_prefix_is_still_found_however_long_the_word_is() -> None:
    from onrecord.evaluation.gold.texts import article_of
    from onrecord.language.english import parse_article

    trie = Trie([("sanction*", "x"), ("sanc*", "y"), ("lift", "z")])
    for word, expected in (
        ("sanctionsanctionsanction", ["x", "y"]),
        ("sanctify", ["y"]),
        ("sanction", ["x", "y"]),
        ("sand", []),
        ("liftoff", []),
    ):
        words = words_of(parse_article(article_of("made.txt", word), light=True).tokens)
        assert sorted(hit.what for hit in trie.hits(words)) == expected


def test_every_hostile_text_is_of_the_length_that_is_asked() -> None:
    assert {len(repeated(piece, 1000)) for piece in HOSTILE.values()} == {1000}
