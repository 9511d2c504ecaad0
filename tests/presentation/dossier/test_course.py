"""The drawing of an issue over time, and what the page says beside it."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from onrecord.negotiation import trace_issues
from onrecord.presentation.dossier import DossierContext
from onrecord.presentation.dossier.context import CourseDrawing
from onrecord.presentation.dossier.course import BESIDE, ROW, WIDTH, draw_course
from tests.negotiation.book import book
from tests.negotiation.short import pos
from tests.negotiation.test_sentences import DISHONEST

CODEBOOK = book(dict.fromkeys(("fire", "watch"), ("Norland", "Sudmark")))
NEARER = (
    "Norland demand fire=none 2031-05-01",
    "Sudmark demand fire=general 2031-05-11",
    "Norland accept fire=sector 2031-05-21",
)


def drawn(*lines: str) -> CourseDrawing | None:
    (track,) = trace_issues([pos(line) for line in lines], CODEBOOK)
    values = {v: v for v in track.values}
    return draw_course(track, values, {p: p for p in track.parties}, "in words")


def test_a_row_per_value_in_the_order_of_the_scale() -> None:
    drawing = drawn(*NEARER)
    assert drawing is not None
    assert [name for _, name in drawing.rows] == ["None", "Local", "Sector", "General"]
    heights = [y for y, _ in drawing.rows]
    assert [b - a for a, b in pairwise(heights)] == [ROW] * 3
    assert [day for _, day in drawing.days] == ["1 May 2031", "21 May 2031"]


def test_each_party_stands_on_the_row_of_its_nearest_value() -> None:
    drawing = drawn(*NEARER)
    assert drawing is not None
    rows = {name: y for y, name in drawing.rows}
    norland = [dot.y for dot in drawing.dots if dot.shape == 0]
    assert norland == [rows["None"], rows["None"], rows["Sector"]]
    sudmark = [dot.y for dot in drawing.dots if dot.shape == 1]
    assert sudmark == [rows["General"] + BESIDE] * 2
    assert [dot.label for dot in drawing.dots if dot.label] == ["Norland", "Sudmark"]


def test_a_line_breaks_where_nothing_accepted_is_known() -> None:
    whole = drawn(*NEARER)
    broken = drawn(
        "Norland demand fire=none 2031-05-01",
        "Sudmark demand fire=general 2031-05-02",
        "Sudmark withdraw fire=general 2031-05-11",
        "Sudmark demand fire=general 2031-05-21",
    )
    assert whole is not None
    assert broken is not None
    assert len([p for p, shape in whole.paths if shape == 1]) == 1
    assert [p for p, shape in broken.paths if shape == 1] == []
    assert len([dot for dot in broken.dots if dot.shape == 1]) == 2


def test_lines_run_level_and_then_up_or_down() -> None:
    drawing = drawn(*NEARER)
    assert drawing is not None
    assert all(re.fullmatch(r"M[\d.]+ [\d.]+(?: H[\d.]+ V[\d.]+)+", p) for p, _ in drawing.paths)


@pytest.mark.parametrize(
    "lines",
    [
        ("Norland demand fire=none 2031-05-01", "Sudmark demand fire=general 2031-05-01"),
        ("Norland reject fire=none 2031-05-01", "Sudmark reject fire=general 2031-05-02"),
    ],
    ids=["one day", "nothing accepted"],
)
def test_nothing_is_drawn_where_there_is_no_course(lines: tuple[str, ...]) -> None:
    assert drawn(*lines) is None


def test_days_close_together_do_not_lie_on_each_other() -> None:
    drawing = drawn(
        "Norland demand fire=none 2031-01-01",
        *(f"Sudmark accept fire={v} 2031-12-{d:02}" for d, v in ((28, "general"), (29, "sector"))),
        "Norland accept fire=local 2031-12-30",
    )
    assert drawing is not None
    places = sorted({dot.x for dot in drawing.dots})
    assert len(places) == 4
    assert min(b - a for a, b in pairwise(places)) >= 9
    assert places[-1] < WIDTH


# --- on the page ---------------------------------------------------------------------------


def test_every_course_is_told_in_words_beside_its_drawing(dossier: DossierContext) -> None:
    assert dossier.courses
    for course in dossier.courses:
        assert course.sentences
        if course.drawing is not None:
            assert course.drawing.described == " ".join(s.text for s in course.sentences)


def test_the_page_holds_frontier_flip_test_and_plans(dossier: DossierContext, page: str) -> None:
    assert "If each declared level were one lower" in page
    assert any("declared level" in s.text for s in dossier.between.flip)
    assert "What stands against its steps" in page
    assert all(plan.order for plan in dossier.plans)
    groups = {g.heading: g for g in dossier.between.groups}
    frontier = groups.get("Packages, within the values of this codebook")
    if frontier is not None:
        assert "only the values that the codebook has" in frontier.sentences[-1].text


def test_issues_stand_by_status_the_open_ones_unfolded(dossier: DossierContext, page: str) -> None:
    places = [line.place for line in dossier.between.statuses]
    assert places == sorted(places)
    shown = {line.status for line in dossier.between.statuses if line.open}
    assert shown <= {"blocked_by_red_lines", "contested", "agreed"}
    for line in dossier.between.statuses:
        heading = f"{line.heading} ("
        assert (f"<h3>{heading}" in page) == line.open


def test_our_sentences_on_the_page_are_honest(dossier: DossierContext) -> None:
    told = [s.text for s in dossier.between.flip]
    told += [s.text for g in dossier.between.groups for s in g.sentences]
    told += [s.text for line in dossier.between.statuses for s in line.sentences]
    told += [s.text for c in dossier.courses for s in c.sentences]
    told += [s.text for p in dossier.plans for s in p.order]
    told += [text for pair in dossier.plan_pairs for text in pair.lines]
    assert len(told) > 20
    assert not [text for text in told if DISHONEST.search(text)]
