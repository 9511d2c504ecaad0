"""Names of a chain compared."""

import pytest

from onrecord.evaluation.chains import agreeing, name_words

WRITINGS = {
    "case": ("The Harbour Gull", "the harbour gull", True),
    "determiner": ("the Gull", "Gull", True),
    "punctuation": ("U.S. officials", "U.S officials", True),
    "another word": ("two officials", "officials", False),
    "part of a name": ("Harbour Gull", "Gull", False),
}


@pytest.mark.parametrize(("one", "other", "same"), WRITINGS.values(), ids=WRITINGS.keys())
def test_two_writings_of_a_name(one, other, same):
    assert (name_words(one) == name_words(other)) == same


def test_each_name_agrees_once_and_the_same_place_goes_first():
    names = {"a": ("the Gull",), "b": ("Tern Radio", "Harbour Gull")}
    assert agreeing(["Gull"], ["a", "b"], names) == [(0, 0)]
    assert agreeing(["Harbour Gull", "Gull"], ["a", "b"], names) == [(0, 1), (1, 0)]
    assert agreeing(["Gull", "Gull"], ["b", "a"], names) == [(1, 1)]
    assert agreeing(["Gull", "Gull"], ["a", "a"], names) == [(0, 0), (1, 1)]
    assert agreeing(["Gull"], [], names) == []
    assert agreeing(["Tern"], ["a", "b"], names) == []
