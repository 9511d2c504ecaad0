"""A refusal of one kind of thing is no refusal of the thing."""

from __future__ import annotations

import pytest

from tests.positions.stage import cells, shown

TRUCE = "Ostria reject ceasefire.scope=general"
NARROWED = {
    "any … that": (
        "Ostria would not sign any ceasefire that left Belmark troops in the valley, Kovar said.",
        "any ceasefire that left Belmark troops in the valley",
    ),
    "a … which": (
        "Kovar said Ostria would not accept a ceasefire which leaves Belmark troops there.",
        "a ceasefire which leaves Belmark troops there",
    ),
    "a … that would": (
        "Ostria rejected a ceasefire that would freeze the conflict.",
        "a ceasefire that would freeze the conflict",
    ),
    "these terms": (
        "Kovar said Ostria will not agree to a ceasefire under these terms.",
        "a ceasefire under these terms",
    ),
    "a participle": (
        "Ostria rejects a ceasefire imposed from outside.",
        "a ceasefire imposed from outside",
    ),
    "a word before it": ("Ostria rejected a unilateral ceasefire.", "a unilateral ceasefire"),
    "talks under fire": ("Ostria refuses to hold talks under fire.", "to hold talks under fire"),
    "talks on such terms": (
        "Ostria refuses to hold talks on such terms.",
        "to hold talks on such terms",
    ),
    "whose observers": (
        "Ostria will never accept peacekeepers from Belmark.",
        "peacekeepers from Belmark",
    ),
}
WHOLE = {
    "nothing behind": ("Ostria rejected a ceasefire.", [TRUCE]),
    "what it is called": ("Ostria rejected a ceasefire, which it called a trap.", [TRUCE]),
    "who wrote it": ("Ostria rejected a ceasefire proposed by Calder.", [TRUCE]),
    "under no circumstances": (
        "Ostria rejected any ceasefire under any circumstances.",
        [TRUCE],
    ),
    "a known one": ("Ostria rejected the ceasefire that began on Monday.", [TRUCE]),
    "whose they are not told": (
        "Ostria will never accept peacekeepers.",
        ["Ostria reject foreign_forces=peacekeepers"],
    ),
    "a yes": (
        "Ostria accepted a ceasefire that lasts a month.",
        ["Ostria accept ceasefire.scope=general"],
    ),
}


@pytest.mark.parametrize(("text", "words"), NARROWED.values(), ids=NARROWED)
def test_a_narrowed_refusal_is_shown_with_its_words_and_makes_no_cell(
    text: str, words: str
) -> None:
    assert cells(text) == []
    assert any(line.startswith("Ostria reject |") and words in line for line in shown(text))


@pytest.mark.parametrize(("text", "said"), WHOLE.values(), ids=WHOLE)
def test_a_refusal_of_the_whole_stands(text: str, said: list[str]) -> None:
    assert cells(text) == said
