"""Words by which a reporter judges an event, and such as say only what happened."""

import pytest

from onrecord.reconciliation.judging_words import judging_words
from onrecord.reconciliation.synonyms import stem

CASES = [
    pytest.param("The army retreated from the town.", {"retreated"}, id="one"),
    pytest.param("A special military operation began.", {"specialmilitaryoperation"}, id="joined"),
    pytest.param("The siege ended in a massacre.", {"siege", "massacre"}, id="two"),
    pytest.param("The minister read a letter.", set(), id="none"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_judging_words(text, expected):
    assert judging_words(text) == tuple(sorted(stem(word) for word in expected))
