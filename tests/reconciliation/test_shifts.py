"""How a party's own position changed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from onrecord.positions.codebook import Codebook, Issue, Value
from onrecord.reconciliation import find_shifts
from onrecord.records import ArticleDate, Condition, Interval, Position, Shift, Span
from tests.reconciliation.by_hand import day, disordered

SCALE = ("none", "sector", "general")
CODEBOOK = Codebook(
    name="made",
    issues=(
        Issue(
            id="ceasefire.scope",
            name="what stops",
            group="ending fire",
            values=tuple(Value(id=v, name=v) for v in SCALE),
            ordered=True,
        ),
        Issue(
            id="talks.format",
            name="who talks",
            group="process",
            values=tuple(Value(id=v, name=v) for v in ("direct", "mediated")),
            ordered=False,
        ),
    ),
)


def position(name: str, said: str | None, **fields: Any) -> Position:
    taken: dict[str, Any] = {
        "voice": "party",
        "party": "norland",
        "issue": "ceasefire.scope",
        "values": ("general",),
        "step": None,
        "act": "accept",
        "words": "Norland takes a general truce",
    }
    taken |= fields
    words = taken.pop("words")
    return Position(
        id=name,
        article=taken.pop("article", f"article of {name}"),
        spans=(Span(start=0, end=len(words), text=words),),
        statements=(),
        party_text="Norland",
        speaker=None,
        about=None,
        said=day(said, basis="text") if said else None,
        **taken,
    )


def shifts(*positions: Position, **published: str) -> tuple[Shift, ...]:
    dates = [ArticleDate(article=f"article of {i}", published=day(d)) for i, d in published.items()]
    return find_shifts(positions, CODEBOOK, dates)


IF = Condition(
    group=0, type="if", party=None, issue=None, value=None, step="withdrawal.sudmark",
    timing="before", span=Span(start=0, end=2, text="if"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("words", "count"),
    [
        pytest.param("Norland offers a truce without terms", 1, id="an offer"),
        pytest.param("Norland repeated its offer of a truce", 0, id="an offer repeated"),
        pytest.param("Norland reaffirmed its offer of a truce", 0, id="reaffirmed"),
    ],
)
def test_what_is_repeated_is_not_dated_by_its_print(words: str, count: int) -> None:
    before = position("a", None, act="reject")
    after = position("b", None, act="offer", words=words)
    assert len(shifts(before, after, a=MARCH, b=MAY)) == count


MARCH, MAY = "2031-03-01", "2031-05-01"


@pytest.mark.parametrize(
    ("before", "after", "direction"),
    [
        pytest.param({"act": "reject"}, {"act": "accept"}, "softened", id="refused, then accepted"),
        pytest.param({"act": "reject"}, {"act": "openness"}, "softened", id="refused, then open"),
        pytest.param(
            {"act": "reject"},
            {"act": "accept_if", "modality": "conditional", "conditions": (IF,)},
            "softened",
            id="refused, then would accept if",
        ),
        pytest.param({"act": "offer"}, {"act": "reject"}, "hardened", id="offered, then refused"),
        pytest.param(
            {"act": "accept"}, {"act": "accept_if"}, "hardened", id="a condition was added"
        ),
        pytest.param({"act": "accept_if"}, {"act": "accept"}, "softened", id="a condition fell"),
        pytest.param({"act": "offer"}, {"act": "withdraw"}, "withdrawn", id="offer taken back"),
        pytest.param({"act": "demand"}, {"act": "reject"}, "withdrawn", id="demand taken back"),
        pytest.param(
            {"act": "reject", "hardness": "firm"},
            {"act": "reject", "hardness": "red_line"},
            "hardened",
            id="now a red line",
        ),
        pytest.param(
            {"act": "demand", "values": ("none",)},
            {"act": "offer", "values": ("sector",)},
            "reworded",
            id="another value, nobody else's known",
        ),
    ],
)
def test_shift(before: dict[str, Any], after: dict[str, Any], direction: str) -> None:
    (shift,) = shifts(position("a", MARCH, **before), position("b", MAY, **after))
    assert (shift.from_, shift.to, shift.direction) == ("a", "b", direction)
    assert shift.when == day(MAY, basis="text")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param({"act": "demand"}, {"act": "accept"}, id="the same wish in another word"),
        pytest.param(
            {"act": "reject"},
            {"act": "accept_if", "modality": "conditional"},
            id="would accept, on no condition that is named",
        ),
        pytest.param(
            {"act": "reject"},
            {"act": "accept", "modality": "conditional", "conditions": (IF,)},
            id="would have accepted",
        ),
        pytest.param({"act": "accept"}, {"act": "openness"}, id="a weaker word by another paper"),
        pytest.param(
            {"act": "reject", "hardness": "red_line"},
            {"act": "reject"},
            id="a red line not repeated is no softening",
        ),
        pytest.param(
            {"act": "reject", "values": ("sector",)}, {"act": "accept"}, id="two different values"
        ),
        pytest.param({"act": "reject"}, {"act": "accept", "party": "sudmark"}, id="two parties"),
        pytest.param(
            {"act": "reject"},
            {"act": "accept", "issue": "talks.format"},
            id="two issues",
        ),
        pytest.param({"act": "threaten"}, {"act": "accept"}, id="a threat is no position"),
        pytest.param(
            {"act": "reject"}, {"act": "claim_about_other"}, id="a claim about another is none"
        ),
        pytest.param({"act": "reject", "voice": "other"}, {"act": "accept"}, id="others say so"),
        pytest.param(
            {"act": "reject"}, {"act": "accept", "modality": "hedged"}, id="it may accept"
        ),
        pytest.param(
            {"act": "reject", "scope": "at sea"},
            {"act": "accept", "scope": "in the air"},
            id="two scopes",
        ),
    ],
)
def test_no_shift(before: dict[str, Any], after: dict[str, Any]) -> None:
    assert shifts(position("a", MARCH, **before), position("b", MAY, **after)) == ()


def test_the_same_day_settles_no_order() -> None:
    pair = position("a", MARCH, act="reject"), position("b", MARCH, act="accept")
    assert [s.direction for s in shifts(*pair)] == ["differently_reported"]
    of_one = [replace(p, article="page") for p in pair]
    assert shifts(*of_one) == ()


@pytest.mark.parametrize("length", [2, 5])
def test_days_that_overlap_settle_no_order(length: int) -> None:
    pair = position("a", MARCH, act="reject"), position("b", MARCH, act="accept")
    assert shifts(pair[0], replace(pair[1], said=day(MARCH, length, basis="text"))) == ()


def test_order_by_publication_is_named_so() -> None:
    pair = position("a", None, act="reject"), position("b", None, act="accept")
    assert shifts(*pair) == ()
    assert [s.direction for s in shifts(*pair, a=MARCH, b=MARCH)] == ["differently_reported"]
    (shift,) = shifts(*pair, a=MARCH, b=MAY)
    assert shift.detail.endswith("by publication date")


def test_printed_before_the_other_was_said() -> None:
    pair = position("a", None, act="reject"), position("b", MAY, act="accept")
    (shift,) = shifts(*pair, a=MARCH, b=MAY)
    assert (shift.direction, "publication" in shift.detail) == ("softened", False)


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({"voice": "reporter"}, id="the reporter's account"),
        pytest.param({"words": "Norland had refused earlier"}, id="it looks back"),
    ],
)
def test_publication_dates_only_a_partys_present_words(fields: dict[str, Any]) -> None:
    pair = position("a", None, act="reject"), position("b", None, act="accept", **fields)
    assert shifts(*pair, a=MARCH, b=MAY) == ()


@pytest.mark.parametrize(
    ("other", "direction"),
    [
        pytest.param("general", "softened", id="nearer to the other side"),
        pytest.param("none", "hardened", id="farther from it"),
    ],
)
def test_a_move_on_a_scale(other: str, direction: str) -> None:
    own = (
        position("a", MARCH, act="demand", values=("none",)),
        position("b", MAY, act="offer", values=("sector",)),
    )
    theirs = position("c", MARCH, act="demand", values=(other,), party="sudmark")
    (shift,) = shifts(*own, theirs)
    assert shift.direction == direction


def test_each_step_is_compared_with_the_last() -> None:
    told = (
        position("a", "2031-01-01", act="reject"),
        position("b", "2031-02-01", act="accept_if"),
        position("c", "2031-03-01", act="accept"),
    )
    assert [(s.from_, s.to) for s in shifts(*told)] == [("a", "b"), ("b", "c")]


def test_many_papers_on_one_day_are_one_shift() -> None:
    told = [position("a", MARCH, act="reject")]
    told += [position(f"b{n}", MAY, act="accept") for n in range(4)]
    assert [(s.from_, s.to) for s in shifts(*told)] == [("a", "b0")]


def test_what_was_unclear_before_is_no_shift() -> None:
    told = (
        position("a", MARCH, act="reject"),
        position("b", MARCH, act="accept"),
        position("c", MAY, act="accept"),
    )
    assert [(s.from_, s.to, s.direction) for s in shifts(*told)] == [
        ("a", "b", "differently_reported")
    ]


def test_order_of_records_does_not_matter() -> None:
    told = [
        position(f"p{n}", f"2031-{n % 6 + 1:02}-01", act=("reject", "accept", "accept_if")[n % 3])
        for n in range(18)
    ]
    told += [replace(p, id=f"q{p.id}", party="sudmark") for p in told]
    expected = shifts(*told)
    assert expected
    assert shifts(*disordered(told, 4)) == expected


def test_or_later_settles_no_order() -> None:
    open_end = Interval(start=day(MARCH).start, end=None, precision="fuzzy", basis="text")
    before = replace(position("a", None, act="reject"), said=open_end)
    assert not shifts(before, position("b", MAY))
    assert shifts(position("a", "2031-02-01", act="reject"), replace(before, act="accept"))
