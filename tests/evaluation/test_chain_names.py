import pytest

from onrecord.evaluation.chains import same_name

NAMES = {
    "equal": ("the Harbor Times", "Harbor Times", True),
    "described": ("the state agency Telvane", "Telvane", True),
    "described, two words": ("the news site Hearth Norr", "Hearth Norr", True),
    "part of a name": ("the Harbor Times", "Times", False),
    "somebody near a person": ("people close to Maren", "Maren", False),
    "a common noun": ("people familiar with the merger", "merger", False),
    "another": ("the state agency Telvane", "Norvire", False),
    "no name": ("the state agency Telvane", "the", False),
}


@pytest.mark.parametrize(("gold", "name", "same"), NAMES.values(), ids=NAMES.keys())
def test_a_name_agrees_with_its_description(gold: str, name: str, same: bool) -> None:
    assert same_name(gold, name) is same
