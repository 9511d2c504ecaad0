"""Which deed a denial names, and what takes up a claim without naming one."""

from __future__ import annotations

import pytest

from onrecord.reconciliation.denied_deeds import deeds_denied, kinds_of, takes_up, what_is_denied
from onrecord.reconciliation.synonyms import stem


@pytest.mark.parametrize(
    ("denial", "claim", "expected"),
    [
        pytest.param("having poisoned the wells", "poisoned", True, id="the same verb"),
        pytest.param("that boats had entered the bay", "crossed", True, id="another verb for it"),
        pytest.param("that boats had entered the bay", "blocked", False, id="another deed"),
        pytest.param("sending any military support", "armed", True, id="a noun for it"),
        pytest.param("sending the boats home", "armed", False, id="the verb alone"),
        pytest.param("aiding crews who were at sea", "armed", True, id="a form in -ing first"),
        pytest.param("seeking to meddle in the vote", "interfered", True, id="behind a light verb"),
        pytest.param("the claim that it had sold maps", "sold", True, id="behind the claim"),
        pytest.param("It is untrue that it sold maps", "sold", True, id="behind untrue"),
    ],
)
def test_deeds_denied(denial: str, claim: str, expected: bool) -> None:
    assert (not deeds_denied(denial).isdisjoint(kinds_of([stem(claim)]))) is expected


@pytest.mark.parametrize(
    "denial",
    [
        pytest.param("any involvement in the raid", id="involvement"),
        pytest.param("that it was behind the raid", id="behind it"),
        pytest.param("that it had anything to do with the raid", id="anything to do with it"),
    ],
)
def test_any_part_is_no_one_deed(denial: str) -> None:
    assert deeds_denied(denial) == frozenset()


@pytest.mark.parametrize(
    ("denial", "expected"),
    [
        pytest.param("it", True, id="it"),
        pytest.param("it within an hour", True, id="it, and when"),
        pytest.param("that", True, id="that"),
        pytest.param("the accusations to reporters", True, id="a word for it"),
        pytest.param("that any such thing had been settled", True, id="any such thing"),
        pytest.param("it had sold maps", False, id="it as a subject"),
        pytest.param("that the maps were sold", False, id="that as a joint"),
        pytest.param("the accusation that it had sold maps", False, id="what the claim was"),
        pytest.param("claims about the maps", False, id="what the claim was about"),
        pytest.param("accusations by Norland that it had sold maps", False, id="and whose"),
    ],
)
def test_takes_up(denial: str, expected: bool) -> None:
    assert takes_up(denial) is expected


def test_what_is_denied() -> None:
    told = "accusations by Norland that it had sold maps"
    assert what_is_denied(told) == "it had sold maps"
    assert what_is_denied("having sold maps") == "having sold maps"
    assert what_is_denied("the claim") == ""
