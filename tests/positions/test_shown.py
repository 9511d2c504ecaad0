"""Positions on matters that the codebook does not know: shown, never a cell.

Each positive stands beside a look-alike with the same words.
"""

from __future__ import annotations

import pytest

from tests.positions.stage import shown

SHOWN = {
    "urged": (
        "Ostria urged Belmark to reopen the mountain school.",
        ["Ostria demand | to reopen the mountain school"],
    ),
    "urged as manners": ("Ostria urged Belmark to think.", []),
    "called on": (
        "Ostria called on Belmark to dismantle the old bridge.",
        ["Ostria demand | to dismantle the old bridge"],
    ),
    "called for somebody to do": (
        "Ostria called for Belmark to dismantle the old bridge.",
        ["Ostria demand | for Belmark to dismantle the old bridge"],
    ),
    "called by name": ("Ostria called the bridge a monument.", []),
    "letter urging": (
        "Ostria sent a letter urging Belmark to dismantle the bridge.",
        ["Ostria demand | to dismantle the bridge"],
    ),
    "should, of another": (
        "Belmark should dismantle the old bridge, Ostria said.",
        ["Ostria demand | Belmark should dismantle the old bridge"],
    ),
    "should, of feeling": ("Belmark should be proud, Ostria said.", []),
    "should, inverted": ("Should Belmark dismantle the bridge, fish will return, Ostria said.", []),
    "agreed, a plan": (
        "Ostria agreed to the new fishing plan.",
        ["Ostria accept | the new fishing plan"],
    ),
    "agreed, a judgement": ("Ostria agreed that it was a cold spring.", []),
    "insisted, a fact": ("Ostria insisted that it had never seen the bridge.", []),
    "a group without a name": (
        "Protesters demanded the dismissal of the harbour master.",
        ["Protesters demand | the dismissal of the harbour master"],
    ),
    "an expert": ("An analyst demanded the dismissal of the harbour master.", []),
    "supports a person": ("Ostria supports Ilan Kovar.", []),
    "supports an act": (
        "Ostria supports the dismissal of the harbour master.",
        ["Ostria accept | the dismissal of the harbour master"],
    ),
    "has no objection": (
        "Ostria has no objection to the new fishing plan.",
        ["Ostria accept | the new fishing plan"],
    ),
    "raised an objection": (
        "Ostria raised an objection to the new fishing plan.",
        ["Ostria reject | the new fishing plan"],
    ),
    "opened the door": (
        "Ostria opened the door to a joint harbour office.",
        ["Ostria openness | a joint harbour office"],
    ),
    "opened a door": ("Ostria opened a joint harbour office.", []),
    "signed on": (
        "Ostria signed on to the fishing plan.",
        ["Ostria accept | the fishing plan"],
    ),
    "backed away": (
        "Ostria backed away from the fishing plan.",
        ["Ostria withdraw | the fishing plan"],
    ),
    "acceptable to": (
        "The fishing plan is acceptable to Ostria.",
        ["Ostria accept | The fishing plan"],
    ),
    "unacceptable to": (
        "The fishing plan is not acceptable to Ostria.",
        ["Ostria reject | The fishing plan"],
    ),
    "threatened": (
        "Ostria threatened to close the old bridge.",
        ["Ostria threaten | to close the old bridge"],
    ),
    "did not want": (
        "Ostria does not want a second fishing plan.",
        ["Ostria reject | a second fishing plan"],
    ),
}


@pytest.mark.parametrize(("text", "wanted"), SHOWN.values(), ids=SHOWN)
def test_what_is_shown(text: str, wanted: list[str]) -> None:
    assert shown(text) == wanted
