"""Whose leader "the group's leader" is: of the one armed group named, else of nobody."""

from __future__ import annotations

import pytest

from tests.actors.reading import mention

OF = {
    "in the sentence": ("Hamas will not sign, the group's leader Ilo Maren said.", "Hamas"),
    "behind a comma": ("Hamas will not sign, the group's commander, Ilo Maren, said.", "Hamas"),
    "in the sentence before": (
        "Hamas will not sign. The talks, the rebels’ leader Ilo Maren said, failed.",
        "Hamas",
    ),
    "a state beside it": (
        "Hamas will not sign unless Israel leaves, the group's leader Ilo Maren said.",
        "Hamas",
    ),
    "of two groups": (
        "Hamas and Hezbollah will not sign, the group's leader Ilo Maren said.",
        None,
    ),
    "of one and a body not listed": (
        "The Tolmar Liberation Front, an ally of Hamas, will not sign,"
        " the group's leader Ilo Maren said.",
        None,
    ),
    "far before": (
        "Hamas left. The road was shut. The gate was shut. The mill was shut."
        " The group's leader Ilo Maren left.",
        None,
    ),
    "of a state alone": ("Poland will not sign, the group's leader Ilo Maren said.", None),
    "of a body of another sort": (
        "Hamas will not sign, the company's leader Ilo Maren said.",
        None,
    ),
    "its other one": ("Hamas will not sign, a group's leader Ilo Maren said.", None),
}


@pytest.mark.parametrize(("text", "of"), OF.values(), ids=OF)
def test_whose_leader(text: str, of: str | None) -> None:
    found = mention(text, "Ilo Maren")
    assert found is not None
    assert found.of == of


def test_the_light_parse_leaves_it_open() -> None:
    found = mention(
        "Hamas will not sign, the group's leader Ilo Maren said.", "Ilo Maren", light=True
    )
    assert found is not None
    assert found.of is None
