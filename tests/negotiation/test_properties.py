"""What holds for every record: order changes nothing, silence is no consent, copies add nothing."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from onrecord.negotiation import (
    build_cells,
    build_packages,
    find_conflicts,
    find_deadlocks,
    find_openings,
    find_steps,
    gap_sentences,
    judge_issues,
    measure_movement,
    missing_words,
)
from onrecord.negotiation.witnesses import OnePerArticle
from onrecord.records import Origin, Position
from tests.negotiation.book import BOOK
from tests.negotiation.short import cond, pos

ACTS = st.sampled_from(
    [
        "demand",
        "offer",
        "propose",
        "accept",
        "accept_if",
        "reject",
        "precondition",
        "openness",
        "commit",
        "withdraw",
        "threaten",
        "claim_about_other",
    ]
)
MATTERS = st.sampled_from(
    [
        "fire=none",
        "fire=local",
        "fire=sector",
        "fire=general",
        "land.east=ours",
        "land.east=theirs",
        "status.east=given",
        "watch=third",
        "guarantors=v",
        "ceasefire",
        "terms",
        "talks",
        "withdrawal.s",
    ]
)
DAYS = st.sampled_from(["", "2031-03-01", "2031-03-02", "2031-03", "2031-07-09"])


@st.composite
def some_positions(draw: st.DrawFn) -> list[Position]:
    found = {}
    for number in range(draw(st.integers(0, 9))):
        party = draw(st.sampled_from("NSV"))
        position = pos(
            f"{party} {draw(ACTS)} {draw(MATTERS)} {draw(DAYS)}",
            id=f"p{number}",
            article=f"a{draw(st.integers(0, 2))}",
            speaker=draw(st.sampled_from([None, "p1", "p2"])),
            hardness=draw(st.sampled_from([None, "soft", "firm", "red_line"])),
            polarity=draw(st.sampled_from(["for", "against"])),
            about=draw(st.sampled_from([None, "S"])),
            conditions=draw(
                st.sampled_from([(), (cond("terms"),), (cond("ceasefire", timing="with"),)])
            ),
        )
        found[position.id] = position
    return list(found.values())


def everything(positions: list[Position]) -> tuple[object, ...]:
    cells = build_cells(positions, BOOK)
    statuses = judge_issues(cells, positions, BOOK)
    steps = find_steps(positions, BOOK)
    deadlocks = find_deadlocks(positions, steps, BOOK)
    conflicts = find_conflicts(cells, statuses, BOOK)
    packages = build_packages(cells, statuses, BOOK)
    lines = gap_sentences(
        cells, statuses, BOOK,
        steps=steps, deadlocks=deadlocks, conflicts=conflicts, packages=packages,
    )  # fmt: skip
    movement = measure_movement(positions, BOOK)
    beside = find_openings(cells, statuses, BOOK), missing_words(cells, statuses, BOOK)
    return cells, statuses, steps, deadlocks, conflicts, packages, movement, lines, beside


@given(some_positions(), st.randoms(use_true_random=False))
def test_order_of_positions_changes_nothing(positions: list[Position], random: object) -> None:
    shuffled = list(positions)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert everything(positions) == everything(shuffled + positions[:1])


@given(some_positions())
def test_silence_is_never_consent(positions: list[Position]) -> None:
    cells = build_cells(positions, BOOK)
    held = {p.id: p for p in positions}
    for cell in cells:
        if cell.state in ("accepts", "accepts_if"):
            own = [held[p] for p in cell.positions]
            assert any(cell.value in p.values and p.party == cell.party for p in own)
    for status in judge_issues(cells, positions, BOOK):
        if status.status == "agreed":
            rows = {(c.party, c.value): c.state for c in cells if c.issue == status.issue}
            values = {value for _, value in rows}
            assert any(
                all(rows.get((c.party, v)) == "accepts" for c in status.consent) for v in values
            )


class CopiesOfOne(OnePerArticle):
    """Witnesses for whom every article whose id begins alike goes back to one origin."""

    def origins_of(self, article_ids: object, via: object = None) -> tuple[Origin, ...]:
        leads: dict[str, list[str]] = {}
        for article in sorted(set(article_ids)):  # type: ignore[call-overload]
            leads.setdefault(article.split("/")[0], []).append(article)
        return tuple(Origin(origin=k, articles=tuple(v), basis="copy") for k, v in leads.items())


@given(some_positions())
def test_a_copy_adds_no_origin(positions: list[Position]) -> None:
    copies = [replace(p, id=f"{p.id}/copy", article=f"{p.article}/copy") for p in positions]
    before = build_cells(positions, BOOK, CopiesOfOne())
    after = build_cells(positions + copies, BOOK, CopiesOfOne())
    assert [(c.state, c.origins) for c in before] == [(c.state, c.origins) for c in after]
    statuses = [judge_issues(before, positions, BOOK, CopiesOfOne())]
    statuses.append(judge_issues(after, positions + copies, BOOK, CopiesOfOne()))
    assert statuses[0] == statuses[1]
