"""Steps, circles, refused steps and the smallest ways out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.negotiation import find_deadlocks, find_steps
from onrecord.negotiation.needs import StepNames, needs_of
from onrecord.negotiation.smallest import smallest_circles
from onrecord.negotiation.ways_out import ways_out
from onrecord.positions import load_codebook
from onrecord.positions.codebook import StepDef
from onrecord.records import Deadlock, Position
from tests.negotiation.book import BOOK
from tests.negotiation.short import cond, pos


def deadlocks(positions: list[Position]) -> tuple[Deadlock, ...]:
    return find_deadlocks(positions, find_steps(positions, BOOK), BOOK)


def wants(line: str, *needs: str, timing: str = "before", group: int = 0) -> Position:
    conditions = tuple(cond(n, timing=timing, group=group) for n in needs)
    return pos(line, conditions=conditions, id=f"{line.split(maxsplit=1)[0]}:{line.split()[2]}")


TERMS_FIRST = wants("S precondition ceasefire", "terms")
FIRE_FIRST = wants("N precondition terms", "ceasefire")
CIRCLES = {
    "two": ([TERMS_FIRST, FIRE_FIRST], [("ceasefire", "terms")]),
    "one way": ([TERMS_FIRST], []),
    "three": (
        [
            TERMS_FIRST,
            wants("N precondition terms", "talks"),
            wants("V precondition talks", "ceasefire"),
        ],
        [("ceasefire", "talks", "terms")],
    ),
    "both may come together": (
        [
            wants("S precondition ceasefire", "terms", timing="with"),
            wants("N precondition terms", "ceasefire", timing="with"),
        ],
        [],
    ),
    "one of them together": (
        [TERMS_FIRST, wants("N precondition terms", "ceasefire", timing="with")],
        [("ceasefire", "terms")],
    ),
    "an alternative opens it": (
        [TERMS_FIRST, wants("N precondition terms", "ceasefire", "talks")],
        [],
    ),
    "a value stands for its step": (
        [TERMS_FIRST, wants("N precondition terms", "fire=general")],
        [("ceasefire", "terms")],
    ),
    "a value without step": (
        [
            wants("S precondition ceasefire", "prisoners=all"),
            wants("N precondition prisoners=all", "ceasefire"),
        ],
        [("ceasefire", "prisoners=all")],
    ),
    "logic closes it": ([wants("N precondition terms", "treaty")], [("terms", "treaty")]),
    "what hangs behind a circle is none": (
        [TERMS_FIRST, FIRE_FIRST, wants("V precondition talks", "terms")],
        [("ceasefire", "terms")],
    ),
    "a claim about another": (
        [TERMS_FIRST, pos("N claim_about_other terms", about="S", conditions=(cond("ceasefire"),))],
        [],
    ),
    "a date is no step": (
        [TERMS_FIRST, pos("N precondition terms", conditions=(cond("ceasefire", "by_date"),))],
        [],
    ),
}


@pytest.mark.parametrize(("positions", "expected"), CIRCLES.values(), ids=CIRCLES)
def test_circles(positions: list[Position], expected: list[tuple[str, ...]]) -> None:
    found = deadlocks(positions)
    assert [d.steps for d in found] == expected
    assert all(d.kind == "circle" for d in found)


def test_circle_quotes_who_wants_what_first() -> None:
    (found,) = deadlocks([TERMS_FIRST, FIRE_FIRST])
    assert [(p.party, p.step, p.needs, p.position) for p in found.preconditions] == [
        ("S", "ceasefire", ("terms",), "S:ceasefire"),
        ("N", "terms", ("ceasefire",), "N:terms"),
    ]
    assert found.ways_out == (("N:terms",), ("S:ceasefire",))


def test_weakening_both_opens_a_circle_of_two() -> None:
    ways = ways_out(["ceasefire", "terms"], needs_of([TERMS_FIRST, FIRE_FIRST], BOOK))
    assert ways.weaken == (("N:terms", "S:ceasefire"),)


def test_weakening_one_suffices_where_the_other_is_weak_already() -> None:
    weak = wants("N precondition terms", "ceasefire", timing="with")
    ways = ways_out(["ceasefire", "terms"], needs_of([TERMS_FIRST, weak], BOOK))
    assert ways.weaken == (("S:ceasefire",),)


def test_what_is_said_twice_goes_together() -> None:
    again = pos("S precondition ceasefire", conditions=(cond("terms"),), id="S:again")
    (found,) = deadlocks([TERMS_FIRST, again, FIRE_FIRST])
    assert found.ways_out == (("N:terms",), ("S:again", "S:ceasefire"))


def test_logic_is_nobodys_to_give_up() -> None:
    (found,) = deadlocks([wants("N precondition terms", "treaty")])
    assert found.ways_out == (("N:terms",),)


def test_later_acceptance_releases_a_precondition() -> None:
    first = pos("S precondition ceasefire 2031-03-01", conditions=(cond("terms"),))
    assert deadlocks([first, FIRE_FIRST])
    assert not deadlocks([first, FIRE_FIRST, pos("S accept ceasefire 2031-04-01")])
    assert deadlocks([first, FIRE_FIRST, pos("S accept ceasefire 2031-02-01")])
    assert deadlocks([first, FIRE_FIRST, pos("N accept ceasefire 2031-04-01")])


NEED = wants("N precondition talks", "withdrawal.S")
REFUSED = {
    "its actor refuses": ([NEED, pos("S reject withdrawal.S")], [("withdrawal.S", "talks")]),
    "nobody refuses": ([NEED], []),
    "another refuses": ([NEED, pos("V reject withdrawal.S")], []),
    "nobody needs it": ([pos("S reject withdrawal.S")], []),
    "an alternative": (
        [wants("N precondition talks", "withdrawal.S", "terms"), pos("S reject withdrawal.S")],
        [],
    ),
    "both alternatives refused": (
        [
            wants("N precondition talks", "withdrawal.S", "terms"),
            pos("S reject withdrawal.S"),
            pos("S reject terms"),
        ],
        [("terms", "withdrawal.S", "talks")],
    ),
    "accepted later": (
        [NEED, pos("S reject withdrawal.S 2031-03-01"), pos("S accept withdrawal.S 2031-04-01")],
        [],
    ),
    "a step of all, refused by one": (
        [wants("N precondition talks", "ceasefire"), pos("S reject ceasefire")],
        [("ceasefire", "talks")],
    ),
    "a value that the step entails is refused": (
        [wants("N precondition talks", "ceasefire"), pos("S reject fire=general")],
        [("ceasefire", "talks")],
    ),
    "refused at one place": (
        [NEED, pos("S reject withdrawal.dam.S=full")],
        [("withdrawal.S", "talks")],
    ),
    "refused at one place, accepted at another": (
        [
            NEED,
            pos("S reject withdrawal.dam.S=full 2031-03-01"),
            pos("S accept withdrawal.bank.S=full 2031-04-01"),
        ],
        [("withdrawal.S", "talks")],
    ),
    "refused at one place, accepted there later": (
        [
            NEED,
            pos("S reject withdrawal.dam.S=full 2031-03-01"),
            pos("S accept withdrawal.dam.S=full 2031-04-01"),
        ],
        [],
    ),
    "refused at one place, the step accepted later": (
        [
            NEED,
            pos("S reject withdrawal.dam.S=full 2031-03-01"),
            pos("S accept withdrawal.S 2031-04-01"),
        ],
        [],
    ),
    "only a part is refused": ([NEED, pos("S reject withdrawal.dam.S=some")], []),
    "another's forces": ([NEED, pos("S reject withdrawal.dam.V=full")], []),
    "another issue": ([NEED, pos("S reject land.dam=theirs")], []),
    "refused unless": (
        [NEED, pos("S reject withdrawal.S", conditions=(cond("terms", "unless"),))],
        [],
    ),
    "what waits for what waits": (
        [NEED, wants("V precondition terms", "talks"), pos("S reject withdrawal.S")],
        [("withdrawal.S", "talks", "terms")],
    ),
}


@pytest.mark.parametrize(("positions", "expected"), REFUSED.values(), ids=REFUSED)
def test_refused_steps(positions: list[Position], expected: list[tuple[str, ...]]) -> None:
    found = deadlocks(positions)
    assert [d.steps for d in found] == expected
    assert all(d.kind == "refused_step" for d in found)


def test_way_out_of_a_refused_step_is_the_precondition() -> None:
    positions = [NEED, wants("V precondition terms", "talks"), pos("S reject withdrawal.S")]
    (found,) = deadlocks(positions)
    assert found.ways_out == (("N:talks",),)


def test_steps_name_their_actor_by_id() -> None:
    positions = [pos("p1 reject withdrawal.sudmark")]
    (step,) = find_steps(positions, BOOK, slugs={"p1": "sudmark"})
    assert (step.actor, step.refused_by) == ("p1", ("p1",))


LONG_WAY = [
    wants("N precondition talks", "terms"),
    wants("V precondition terms", "prisoners=all"),
    wants("N precondition prisoners=all", "ceasefire"),
]
SMALLEST = {
    "a circle of two": ([TERMS_FIRST, FIRE_FIRST], [("ceasefire", "terms")], True),
    "the shorter of two": (
        [TERMS_FIRST, FIRE_FIRST, wants("V precondition talks", "terms"),
         wants("V precondition ceasefire", "talks")],
        [("ceasefire", "terms")],
        True,
    ),
    "two of one length": (
        [TERMS_FIRST, FIRE_FIRST, wants("V precondition talks", "terms"),
         wants("V precondition terms", "talks")],
        [("ceasefire", "terms"), ("talks", "terms")],
        True,
    ),
    "four steps": (
        [*LONG_WAY, wants("S precondition ceasefire", "talks")],
        [("ceasefire", "talks", "terms", "prisoners=all")],
        True,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("positions", "expected", "complete"), SMALLEST.values(), ids=SMALLEST)
def test_smallest_circles(
    positions: list[Position], expected: list[tuple[str, ...]], complete: bool
) -> None:
    (found,) = deadlocks(positions)
    circles = smallest_circles(found)
    assert [tuple(step for step, _, _ in c) for c in circles.shown] == expected
    assert circles.complete == complete
    for circle in circles.shown:
        for step, need, said in circle:
            assert said
            assert all((p.step, p.needs) == (step, (need,)) for p in said)


def test_beyond_three_smallest_circles_the_rest_is_cut() -> None:
    steps = [f"prisoners=v{n}" for n in range(5)]
    pairs = [wants(f"N precondition {s}", "ceasefire") for s in steps]
    pairs += [wants(f"S{n} precondition ceasefire", s) for n, s in enumerate(steps)]
    (found,) = deadlocks(pairs)
    circles = smallest_circles(found)
    assert len(circles.shown) == 3
    assert not circles.complete


def test_a_value_that_names_no_party_is_nobodys_step() -> None:
    """Whose step "buys.<party>" is, an issue without a party does not say; else it is filled in."""
    entailing = StepDef(id="buys.<party>", name="<party> buys", actor="<party>",
                        entails=(("prisoners", "all"),))  # fmt: skip
    leaving = StepDef(id="leaves.<force>", name="<force> leaves", actor="<force>",
                      entails=(("withdrawal.<area>.<force>", "full"),))  # fmt: skip
    names = StepNames(replace(BOOK, steps=(entailing, leaving)))
    assert names.for_value("prisoners", "all") == ("prisoners=all",)
    assert names.for_value("withdrawal.dam.S", "full") == ("leaves.S",)


@pytest.mark.parametrize(
    ("line", "refused_by"),
    [
        ("N reject control.territory=ceded", ("N",)),
        ("N reject control.territory=restored", ()),
        ("N accept control.territory=ceded", ()),
    ],
)
def test_who_refuses_the_value_refuses_the_step_of_the_bundled_codebook(
    line: str, refused_by: tuple[str, ...]
) -> None:
    asked = wants("S precondition talks_begin", "cession")
    steps = {s.id: s for s in find_steps([pos(line), asked], load_codebook())}
    assert steps["cession"].refused_by == refused_by
