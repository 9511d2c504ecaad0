"""For whom one speaks by words beside a title; each beside one that must stay open."""

from __future__ import annotations

import pytest

from tests.actors.reading import mention

HEADED = {
    "a state's office": ("Anna Maren, who heads Poland's office for Kosovo, said so.", "Poland"),
    "by its adjective": ("Anna Maren, who leads the Polish delegation, said so.", "Poland"),
    "a group": ("Anna Maren, who leads Hamas, said so.", "Hamas"),
    "a state's party": ("Anna Maren, who heads Poland's largest party, said so.", None),
    "an opposition": ("Anna Maren, who heads Poland's opposition delegation, said so.", None),
    "a firm": ("Anna Maren, who heads Poland's largest bank, said so.", None),
    "a state itself": ("Anna Maren, who leads Poland in the polls, said so.", None),
    "in the past": ("Anna Maren, who headed Poland's office for Kosovo, said so.", None),
    "talks with a group": ("Anna Maren, who leads Hamas talks, said so.", None),
    "an office elsewhere": ("Anna Maren, who heads Poland, has an office, said so.", None),
}


@pytest.mark.parametrize(("text", "of"), HEADED.values(), ids=HEADED)
def test_what_one_heads(text: str, of: str | None) -> None:
    found = mention(text, "Anna Maren")
    assert found is not None
    assert found.of == of


LEAD = "Yemen's Houthi movement said it would wait."
QUOTE = "“We wait,” spokesman Ilo Maren said."
SIDES = {
    "the one who spoke": (f"{LEAD} {QUOTE}", "Houthis"),
    "one who spoke and one who acts": (f"{LEAD} Israel left. {QUOTE}", "Houthis"),
    "two who spoke": (f"{LEAD} Israel said it would go. {QUOTE}", None),
    "one who spoke and a person": (f"{LEAD} A teacher said it was late. {QUOTE}", None),
    "nobody who spoke": (f"Yemen's Houthi movement left. {QUOTE}", None),
    "another title": (f"{LEAD} “We wait,” army spokesman Ilo Maren said.", None),
    "one of another elsewhere": (
        f"Kremlin spokesman Ilo Maren left. {LEAD} {QUOTE}",
        None,
    ),
}


@pytest.mark.parametrize(("text", "of"), SIDES.values(), ids=SIDES)
def test_for_whom_a_bare_spokesman_speaks(text: str, of: str | None) -> None:
    found = mention(text, "Ilo Maren")
    assert found is not None
    assert found.of == of
