"""What if: what each supposition changes, what it leaves alone, and that it says so."""

from __future__ import annotations

import pytest

from onrecord.negotiation import Supposition, Terms, Wording, draw_picture, picture_changes, suppose
from onrecord.records import Position
from tests.negotiation.book import BOOK, book
from tests.negotiation.short import cond, pos

BOTH = book({"fire": ("Norland", "Sudmark"), "prisoners": ("Norland", "Sudmark")})
YES = "Norland demand fire=general 2031-05-03"
NO = "Sudmark reject fire=general 2031-05-04"
CIRCLE = (
    pos("Norland precondition ceasefire", conditions=(cond("terms"),), id="n-terms-first"),
    pos("Sudmark precondition terms", conditions=(cond("ceasefire"),), id="s-fire-first"),
)


def changes(
    positions: tuple[Position, ...] | list[Position], *supposed: Supposition, codebook=BOTH
) -> list[str]:
    terms = Terms(codebook=codebook)
    before = draw_picture(positions, terms)
    after = suppose(positions, supposed, terms)
    return [line.text for line in picture_changes(before, after, Wording(codebook, {}))]


def held(*lines: str, **fields: object) -> list[Position]:
    return [pos(line, **fields) for line in lines]


def on(kind: str, party: str, matter: str) -> Supposition:
    issue, _, value = matter.partition("=")
    return Supposition(kind=kind, party=party, issue=issue, value=value)  # type: ignore[arg-type]


def test_nothing_supposed_changes_nothing() -> None:
    (line,) = changes(held(YES, NO))
    assert line.startswith("No difference to this record")
    assert line.endswith("(complete).")


def test_an_acceptance_settles_the_issue_and_ends_the_conflict() -> None:
    positions = held(YES, NO, "Sudmark demand fire=none 2031-05-04")
    told = changes(positions, on("accepts", "Sudmark", "fire=general"))
    assert "Fire: contested on this record; with this change: agreed: “general”." in told
    assert (
        "Sudmark on “general” (Fire): refuses (hardness not declared) on this record; with this "
        "change: accepts." in told
    )
    assert any("no longer rule out every value" in line for line in told)
    assert told[-1].startswith(f"{len(told) - 1} differences")


def test_a_refusal_that_is_lifted_is_silence_and_no_consent() -> None:
    told = changes(held(YES, NO), on("lifts", "Sudmark", "fire=general"))
    assert any("with this change: nothing." in line for line in told)
    assert not any("agreed" in line for line in told)
    assert any("with this change: no objection, consent missing" in line for line in told)


def test_lifting_what_was_not_refused_changes_no_word() -> None:
    told = changes(held(YES), on("lifts", "Norland", "fire=general"), codebook=BOOK)
    assert not any("Norland on “general”" in line for line in told)


def test_an_acceptance_leaves_other_values_and_parties_alone() -> None:
    positions = held("Norland reject prisoners=some", "Sudmark reject prisoners=some")
    told = changes(positions, on("accepts", "Norland", "prisoners=all"))
    assert not any("“some”" in line for line in told)
    assert any(line.startswith("Norland on “all” (Prisoners): nothing on") for line in told)


@pytest.mark.parametrize(
    ("supposed", "opens"),
    [
        (Supposition(kind="gives_up", positions=("n-terms-first",)), True),
        (Supposition(kind="taken", step="ceasefire"), True),
        (Supposition(kind="taken", step="terms"), True),
        (Supposition(kind="taken", step="talks"), False),
        (Supposition(kind="gives_up", positions=("another",)), False),
    ],
    ids=["a condition given up", "fire stops", "terms agreed", "another step", "another position"],
)
def test_what_opens_a_circle(supposed: Supposition, opens: bool) -> None:
    told = changes(CIRCLE, supposed)
    gone = "wait for each other on this record; with this change no longer."
    assert any(gone in line for line in told) == opens


def test_a_step_taken_meets_the_condition_and_invents_no_consent() -> None:
    positions = [
        *held(YES),
        pos("Sudmark accept_if fire=general", conditions=(cond("terms"),)),
    ]
    told = changes(positions, Supposition(kind="taken", step="terms"))
    assert any("with this change: agreed: “general”" in line for line in told)
    told = changes(positions, Supposition(kind="taken", step="ceasefire"))
    assert not any("agreed" in line for line in told)


def test_a_refusal_that_opens_on_a_condition_is_no_plain_refusal_once_it_is_met() -> None:
    positions = held("Sudmark reject fire=general", conditions=(cond("terms", "unless"),))
    told = changes(positions, Supposition(kind="taken", step="terms"), codebook=BOOK)
    assert any(
        "accepts on a condition on this record; with this change: nothing" in t for t in told
    )


def test_a_lower_level_unblocks() -> None:
    positions = [
        pos("Norland reject fire=general|sector", hardness="red_line", id="n"),
        pos("Sudmark reject fire=none|local", hardness="red_line", id="s"),
    ]
    told = changes(positions, Supposition(kind="level", positions=("n",), level="firm"))
    assert any(
        "blocked by declared red lines on this record; with this change: contested" in t
        for t in told
    )
    assert any(
        "refuses (a declared red line) on this record; with this change: refuses (firm)" in t
        for t in told
    )


def test_an_article_left_out_takes_its_words_and_its_witness_along() -> None:
    positions = [
        pos(YES, article="a1"),
        pos(YES, article="a2", id="again"),
        pos("Sudmark accept prisoners=all", article="a2"),
    ]
    told = changes(positions, Supposition(kind="without", articles=("a2",)))
    assert any(
        "2 independent origins on this record; with this change: accepts on 1" in t for t in told
    )
    assert any(t.startswith("Sudmark on “all” (Prisoners): accepts on this record") for t in told)
    assert len(changes(positions, Supposition(kind="without", articles=("a3",)))) == 1


def test_suppositions_add_up_and_their_order_on_other_matters_does_not_count() -> None:
    positions = held(YES, NO, "Norland demand prisoners=all", "Sudmark reject prisoners=all")
    first, second = (
        on("accepts", "Sudmark", "fire=general"),
        on("lifts", "Sudmark", "prisoners=all"),
    )
    assert changes(positions, first, second) == changes(positions[::-1], second, first)
    assert len(changes(positions, first, second)) > len(changes(positions, first))


def test_the_positions_themselves_stay_as_they_are() -> None:
    positions = held(YES, NO)
    terms = Terms(codebook=BOTH)
    before = draw_picture(positions, terms)
    suppose(positions, [on("accepts", "Sudmark", "fire=general")], terms)
    assert draw_picture(positions, terms) == before


def test_no_line_leads_to_a_position_that_nobody_has_said() -> None:
    positions = held(YES, NO)
    terms = Terms(codebook=BOTH)
    after = suppose(positions, [on("accepts", "Sudmark", "fire=general")], terms)
    lines = picture_changes(draw_picture(positions, terms), after, Wording(BOTH, {}))
    known = {p.id for p in positions}
    assert all(set(line.positions) <= known for line in lines)
