"""The flip test: what hangs on one declared level, and what does not."""

from __future__ import annotations

from onrecord.negotiation import Terms, Wording, flip_test
from onrecord.records import Position
from tests.negotiation.book import book
from tests.negotiation.short import pos

BOTH = book({"fire": ("Norland", "Sudmark")})
FAR = pos("Norland reject fire=general|sector", hardness="red_line")
NEAR = pos("Sudmark reject fire=none|local", hardness="red_line")


def flipped(*positions: Position, alone: bool = True) -> list[str]:
    terms = Terms(codebook=BOTH)
    lines = flip_test(positions, terms, Wording(BOTH, {}), alone=alone)
    return [line.text for line in lines]


def test_each_red_line_that_a_block_hangs_on_is_named() -> None:
    told = flipped(FAR, NEAR)
    assert told[0] == (
        "With all 2 declared levels on this record one lower: 1 conclusion would read otherwise."
    )
    changed = "Fire: blocked by declared red lines on this record; with this change: contested."
    assert told.count(changed) == 3
    assert told[-1] == (
        "Lowered alone, 0 of 2 declared levels change nothing on this record (complete)."
    )


def test_a_level_that_carries_nothing_is_counted_and_not_told() -> None:
    told = flipped(FAR, NEAR, pos("Norland demand prisoners=all", hardness="firm"))
    assert told[0].startswith("With all 3 declared levels")
    assert told[-1].startswith("Lowered alone, 1 of 3 declared levels change nothing")
    assert not any("Prisoners" in line for line in told)


def test_where_none_is_declared_none_is_lowered() -> None:
    (told,) = flipped(pos("Norland reject fire=general"))
    assert told == "No level is declared on this record, so none can be lowered (complete)."


def test_a_claim_about_another_declares_no_level() -> None:
    (told,) = flipped(pos("Norland claim_about_other fire=general", hardness="red_line"))
    assert told.startswith("No level is declared")


def test_together_alone_is_the_first_part() -> None:
    assert flipped(FAR, NEAR)[:2] == flipped(FAR, NEAR, alone=False)
