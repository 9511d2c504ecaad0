"""Which army "the army" is: a state's, not an armed group's that has it in its name."""

from __future__ import annotations

import pytest

from tests.actors.reading import mention

PRESIDENT = "Polish President Ilo Burian left."
ARMIES = {
    "a state's": ("The Polish army left.", "Polish Army"),
    "a group's": ("The Rapid Support Forces left.", None),
    "a group's army": ("The Arakan Army left.", None),
    "a group's behind a state's": (
        "The Polish army stayed. The Rapid Support Forces left.",
        "Polish Army",
    ),
    "the army of the one who leads": (
        f"{PRESIDENT} “That is the Burian army,” Hamas said.",
        "Polish Army",
    ),
    "the army of one with a particle": (
        "Polish President Ilo al-Burian left. “That is the Burian army,” Hamas said.",
        "Polish Army",
    ),
    "the army of one who leads nothing": (
        "Mr. Ilo Burian left. “That is the Burian army,” Hamas said.",
        None,
    ),
    "the army of a state not listed": ("The Tolmarian army left.", "Tolmarian Army"),
}


@pytest.mark.parametrize(("text", "name"), ARMIES.values(), ids=ARMIES)
def test_which_army(text: str, name: str | None) -> None:
    found = mention(f"{text} The army said so.", "The army")
    assert (found.name if found else None) == name
