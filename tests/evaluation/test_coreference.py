"""The measures of coreference on published worked examples, and what holds for any partition."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.evaluation.coreference import align, compare, entities_of

Entities = list[frozenset[str]]


def entities(text: str) -> Entities:
    """Entities by their mentions, one letter each: "a bc def"."""
    return [frozenset(part) for part in text.split()]


# Key, response, then (recall, precision) of MUC, B³ and CEAF-e. `tc`: test cases of the reference
# scorer; `figure`: the worked example of Pradhan et al. 2014; `bagga`: Bagga and Baldwin 1998,
# its CEAF-e from Luo 2005.
PUBLISHED = {
    "tc1": ("a bc def", "a bc def", (1, 1), (1, 1), (1, 1)),
    "tc2": ("a bc def", "a de", (1 / 3, 1), ((1 + 4 / 3) / 6, 1), (0.6, 0.9)),
    "tc3": ("a bc def", "a bcx defy z", (1, 3 / 5), (1, (55 / 12) / 9), (0.88571, 0.66429)),
    "tc4": ("a bc def", "a bcx dy z", (1 / 3, 1 / 3), (5 / 9, 17 / 42), (0.73333, 0.55)),
    "tc5": ("a bc def", "a bcxB dy z", (1 / 3, 1 / 4), (5 / 9, 2.5 / 8), (0.68889, 0.51667)),
    "tc6": ("a bc def", "a bcx dy Bz", (1 / 3, 1 / 4), (5 / 9, 17 / 48), (0.73333, 0.55)),
    "figure": ("abc defg", "ab cd fghi", (0.4, 0.4), (5 / 12, 0.5), (0.65, 13 / 30)),
    "bagga1": ("12345 67 89ABC", "12345 6789ABC", (1, 0.9), (1, 16 / 21), (11 / 18, 11 / 12)),
    "bagga2": ("12345 67 89ABC", "1234589ABC 67", (1, 0.9), (1, 7 / 12), (5 / 9, 5 / 6)),
}


@pytest.mark.parametrize("case", PUBLISHED.values(), ids=PUBLISHED)
def test_published_examples(case):
    key, response, *wanted = case
    found = compare(entities(key), entities(response))
    for measure, (recall, precision) in zip(
        (found.muc, found.b_cubed, found.ceaf_e), wanted, strict=True
    ):
        assert measure.recall == pytest.approx(recall, abs=1e-5)
        assert measure.precision == pytest.approx(precision, abs=1e-5)
    assert found.conll == pytest.approx(
        (found.muc.f1 + found.b_cubed.f1 + found.ceaf_e.f1) / 3, abs=1e-12
    )


def test_nothing_in_common_counts_nothing():
    found = compare(entities("ab c"), entities("de f"))
    assert found.conll == 0
    assert compare([], []).conll == 0


def test_mentions_with_equal_labels_are_one_entity():
    assert entities_of(["x", "y", "x", "z"]) == (
        frozenset({0, 2}),
        frozenset({1}),
        frozenset({3}),
    )


def test_alignment_is_the_best_of_all_not_the_first_best():
    # "abcd" shares two with each, and is more like "cd"; "ef" would take "abef" either way.
    key, response = entities("abcd ef"), entities("abef cd")
    assert align(key, response) == ((0, 1), (1, 0))


LABELS = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), min_size=1, max_size=14)


@given(LABELS)
def test_a_perfect_response_scores_one(pairs):
    labels = [label for label, _ in pairs]
    key = entities_of(labels)
    found = compare(key, list(reversed(key)))
    assert found.b_cubed.f1 == pytest.approx(1)
    assert found.ceaf_e.f1 == pytest.approx(1)
    repeated = len(set(labels)) < len(labels)
    assert found.muc.f1 == (1 if repeated else 0)  # without a link there is nothing to find


@given(LABELS)
def test_swapping_the_sides_swaps_recall_and_precision(pairs):
    key, response = (entities_of([pair[side] for pair in pairs]) for side in (0, 1))
    there, back = compare(key, response), compare(response, key)
    for one, other in (
        (there.muc, back.muc),
        (there.b_cubed, back.b_cubed),
        (there.ceaf_e, back.ceaf_e),
    ):
        assert one.recall == pytest.approx(other.precision)
        assert one.precision == pytest.approx(other.recall)
        assert 0 <= one.f1 <= 1 + 1e-12


@given(LABELS)
def test_alignment_has_the_greatest_sum(pairs):
    key, response = (list(entities_of([p[side] % 4 for p in pairs])) for side in (0, 1))
    while len(response) < len(key):
        response.append(frozenset())
    likeness = [[2 * len(k & r) / (len(k) + len(r)) for r in response] for k in key]
    best = max(
        sum(row[at] for row, at in zip(likeness, order, strict=False))
        for order in permutations(range(len(response)), len(key))
    )
    assert sum(likeness[k][r] for k, r in align(key, response)) == pytest.approx(best)
