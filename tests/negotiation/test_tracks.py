"""How issues went over time: gaps, breaks, displacements, and days that are not known."""

from __future__ import annotations

import pytest

from onrecord.negotiation import Track, Wording, trace_issues
from onrecord.negotiation.movement_lines import movement_lines
from onrecord.records import ArticleDate
from tests.negotiation.book import BOOK, book
from tests.negotiation.short import pos, when

TWO = dict.fromkeys(("fire", "watch", "prisoners"), ("Norland", "Sudmark"))
CODEBOOK = book(TWO)


def track(*lines: str, dates: dict[str, str] | None = None) -> Track:
    positions = [pos(line, article=f"a{n}", id=f"p{n}") for n, line in enumerate(lines)]
    known = [ArticleDate(article=a, published=when(day)) for a, day in (dates or {}).items()]
    (found,) = trace_issues(positions, CODEBOOK, dates=known)
    return found


@pytest.mark.parametrize(
    ("lines", "course"),
    [
        (["Norland demand fire=none 2031-05-01", "Sudmark demand fire=general 2031-05-02"],
         [("unknown", None), ("different", 3)]),
        (["Norland demand fire=none 2031-05-01", "Sudmark demand fire=general 2031-05-02",
          "Norland accept fire=sector 2031-05-03"],
         [("unknown", None), ("different", 3), ("different", 1)]),
        (["Norland demand fire=none 2031-05-01", "Sudmark accept fire=none 2031-05-02"],
         [("unknown", None), ("same", 0)]),
        (["Norland demand fire=none 2031-05-01", "Sudmark demand fire=general 2031-05-02",
          "Sudmark withdraw fire=general 2031-05-03"],
         [("unknown", None), ("different", 3), ("unknown", None)]),
        (["Norland demand watch=parties 2031-05-01", "Sudmark demand watch=third 2031-05-02",
          "Sudmark accept watch=parties 2031-05-03"],
         [("unknown", None), ("different", None), ("same", None)]),
    ],
    ids=["apart", "nearer", "the same", "unknown breaks the line", "without order"],
)  # fmt: skip
def test_the_course_of_an_issue(lines: list[str], course: list[tuple[str, int | None]]) -> None:
    assert [(p.apart, p.gap) for p in track(*lines).points] == course


def test_a_day_that_changes_nothing_makes_no_point() -> None:
    found = track(
        "Norland demand fire=none 2031-05-01",
        "Sudmark demand fire=general 2031-05-02",
        "Sudmark demand fire=general 2031-05-09",
    )
    assert len(found.points) == 2


def test_who_moved_how_far_with_the_words_of_both_ends() -> None:
    found = track(
        "Norland demand fire=none 2031-05-01",
        "Sudmark demand fire=general 2031-05-01",
        "Sudmark withdraw fire=general 2031-05-08",
        "Sudmark demand fire=sector 2031-05-08",
        "Norland demand fire=local 2031-05-09",
    )
    first = found.displacements[0]
    assert (first.party, first.before.accepted, first.after.accepted) == (
        "Sudmark",
        ("general",),
        ("sector",),
    )
    assert first.steps == 1
    assert first.before.positions == ("p1",)
    assert first.after.positions == ("p3",)
    texts = [line.text for line in movement_lines([found], Wording(CODEBOOK, {}))]
    assert (
        "Fire: Sudmark went from “general” to “sector” by 2031-05-08 on this record, 1 step "
        "nearer to the others." in texts
    )


def test_moving_away_is_told_as_farther() -> None:
    found = track(
        "Norland demand prisoners=some 2031-05-01",
        "Sudmark accept prisoners=all 2031-05-01",
        "Norland withdraw prisoners=some 2031-05-08",
        "Norland accept prisoners=none 2031-05-08",
    )
    assert [(d.party, d.steps) for d in found.displacements] == [("Norland", -1)]


def test_words_that_were_only_printed_count_from_that_day_and_say_so() -> None:
    lines = ("Norland demand fire=none 2031-05-01", "Sudmark demand fire=general")
    assert [p.apart for p in track(*lines).points] == ["unknown"]
    assert track(*lines).undated == 1
    found = track(*lines, dates={"a1": "2031-05-04"})
    assert [(p.apart, p.printed) for p in found.points] == [("unknown", False), ("different", True)]
    texts = [line.text for line in movement_lines([found], Wording(CODEBOOK, {}))]
    assert any(text.startswith("Fire, printed by 2031-05-04: 3 steps apart") for text in texts)
    assert found.undated == 0


def test_one_party_alone_has_no_track() -> None:
    assert trace_issues([pos("Norland demand fire=none 2031-05-01")], BOOK) == ()


def test_the_order_of_the_positions_does_not_count() -> None:
    lines = [
        "Norland demand fire=none 2031-05-01",
        "Sudmark demand fire=general 2031-05-02",
        "Norland accept fire=sector 2031-05-03",
    ]
    positions = [pos(line) for line in lines]
    assert trace_issues(positions, CODEBOOK) == trace_issues(positions[::-1], CODEBOOK)
