"""Peoples that two words name speak for neither state; each beside one state's own."""

from __future__ import annotations

import pytest

from tests.actors.reading import mention, read

BOTH = pytest.mark.parametrize("light", [False, True], ids=["parsed", "light"])

OF = {
    "one state": ("Turkish leader Ilo Maren left.", "Turkey"),
    "a people of another": ("Turkish Cypriot leader Ilo Maren left.", None),
    "the state's own": ("Greek Cypriot leader Ilo Maren left.", "Cyprus"),
    "tied by a hyphen": ("The Turkish-Cypriot leader Ilo Maren said so.", None),
    "the same way round": ("Bosnian Serb leader Ilo Maren left.", None),
    "without a state": ("Iraqi Kurdish leader Ilo Maren left.", None),
    "of a faith": ("The Lebanese Christian leader Ilo Maren left.", None),
    "of a people and a faith": ("The Iraqi Sunni Arab leader Ilo Maren left.", None),
    "a state's with a plain word": ("Iraqi deputy leader Ilo Maren left.", "Iraq"),
    "two states apart": ("He left with the U.S. Polish leader Ilo Maren stayed.", "Poland"),
}


@BOTH
@pytest.mark.parametrize(("text", "of"), OF.values(), ids=OF)
def test_whose_leader(text: str, of: str | None, light: bool) -> None:
    found = mention(text, "Ilo Maren", light=light)
    assert found is not None
    assert found.of == of


STATES = {
    "a people of another": ("Turkish Cypriots left.", []),
    "of a state's name": ("Kosovo Serb voters left.", []),
    "of a state and a name": ("The Syrian Arab Times said so.", ["Syria"]),
    "a place and a state": ("In Kosovo Serbian envoys left.", ["Serbia"]),
    "two states": ("Russian and Turkish envoys left.", ["Russia", "Turkey"]),
}


@pytest.mark.parametrize(("text", "states"), STATES.values(), ids=STATES)
def test_which_states_are_named(text: str, states: list[str]) -> None:
    found = read(text)[2]
    named = [m.name for m in found if m.kind == "government"] + [m.of for m in found if m.of]
    assert named == states
