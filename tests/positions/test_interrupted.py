"""Clauses that an aside interrupts: "is ready, he said, to leave"."""

from __future__ import annotations

import pytest

from tests.positions.stage import cells

OFFERED = ["Ostria offer sanctions=lift_all"]
HELD_BACK = [
    "Ostria accept_if talks.holding=held [unless sanctions_lifted]",
    "Ostria precondition talks_start [unless sanctions_lifted]",
]
ASIDES = [
    ("ready", "Ostria is ready, Kovar said, to lift its sanctions.", OFFERED),
    ("prepared", "Ostria is prepared, Kovar told reporters, to lift its sanctions.", OFFERED),
    ("open", "Kovar spoke. Ostria is ready, he said, to open the border under Ostrian rule.",
     ["Ostria offer border.border=open"]),
    ("ready as ever", "Ostria is ready, Kovar said, to applause from the hall.", []),
    ("calm", "The town was calm, Kovar said, to lift its spirits.", []),
    ("agreed", "Ostria agreed, Kovar said, to lift its sanctions.",
     ["Ostria accept sanctions=lift_all"]),
    ("refused", "Ostria has refused, Kovar said, to lift its sanctions.",
     ["Ostria reject sanctions=lift_all"]),
    ("unless", "Ostria will not hold talks, Kovar said, unless Belmark lifts its sanctions.",
     HELD_BACK),
    ("when he spoke", "Ostria will hold talks, Kovar said, after Belmark lifted its sanctions.",
     ["Ostria commit talks.holding=held"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), [a[1:] for a in ASIDES], ids=[a[0] for a in ASIDES])
def test_an_aside_ends_no_clause(text: str, told: list[str]) -> None:
    assert cells(text) == told
