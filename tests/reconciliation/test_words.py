"""Words as a comparison sees them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reconciliation.words import (
    content_words,
    is_negated,
    numbers,
    quoted_parts,
    shingles,
    without_quotations,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The cease-fire holds", ["ceasefire", "hold"], id="hyphen and plural"),
        pytest.param("Norland’s U.S. envoys", ["norland", "us", "envoy"], id="possessive, stops"),
        pytest.param("We won’t leave", ["not", "leave"], id="a negator is kept"),
        pytest.param("1,200 of twenty", ["1200", "20"], id="numbers by value"),
        pytest.param("and so it was", [], id="function words only"),
    ],
)
def test_content_words(text: str, expected: list[str]) -> None:
    assert content_words(text) == expected


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        pytest.param("the river is closed", False, id="plain"),
        pytest.param("the river is not closed", True, id="one negator"),
        pytest.param("nobody said the river is not closed", False, id="two negators"),
    ],
)
def test_negation_by_parity(text: str, negated: bool) -> None:
    assert is_negated(content_words(text)) is negated


def test_one_is_no_number() -> None:
    assert numbers(content_words("one of 12 boats, thirty men")) == {"12", "30"}


@pytest.mark.parametrize(
    ("text", "quoted", "rest"),
    [
        pytest.param("He said “we go” and left.", ["we go"], "He said   and left.", id="curly"),
        pytest.param('"We go," he said.', ["We go,"], "  he said.", id="straight"),
        pytest.param("“We go on", ["We go on"], " ", id="unclosed: to the end"),
        pytest.param("Norland's boats", [], "Norland's boats", id="an apostrophe quotes nothing"),
    ],
)
def test_quotations(text: str, quoted: list[str], rest: str) -> None:
    assert quoted_parts(text) == quoted
    assert without_quotations(text) == rest


@given(st.lists(st.sampled_from("abcdef"), min_size=4, max_size=30), st.integers(0, 20))
def test_a_run_has_the_same_hash_wherever_it_stands(words: list[str], before: int) -> None:
    moved = ["x"] * before + words
    assert set(shingles(words, 4)) <= set(shingles(moved, 4))


def test_order_matters_to_a_run() -> None:
    assert shingles(["a", "b", "c", "d"], 4) != shingles(["d", "c", "b", "a"], 4)
    assert shingles([], 4) == []
