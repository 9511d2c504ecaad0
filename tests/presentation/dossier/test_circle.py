"""The drawing of a circle of preconditions."""

from __future__ import annotations

import itertools

import pytest

from onrecord.presentation.dossier.circle import (
    BOX_HEIGHT,
    BOX_WIDTH,
    MOST_BOXES,
    WIDTH,
    draw_circle,
)


def ring(count: int) -> list[tuple[int, int, str]]:
    return [(n, (n + 1) % count, str(n + 1)) for n in range(count)]


@pytest.mark.parametrize("count", range(2, MOST_BOXES + 1))
def test_boxes_stay_inside_and_apart(count: int) -> None:
    drawing = draw_circle([f"step number {n}" for n in range(count)], ring(count), "")
    assert drawing is not None
    for box in drawing.boxes:
        assert 0 <= box.x <= WIDTH - BOX_WIDTH
        assert 0 <= box.y <= drawing.height - BOX_HEIGHT
    for a, b in itertools.combinations(drawing.boxes, 2):
        assert abs(a.x - b.x) >= BOX_WIDTH or abs(a.y - b.y) >= BOX_HEIGHT
    assert [arrow.label for arrow in drawing.arrows] == [str(n + 1) for n in range(count)]
    for arrow in drawing.arrows:
        assert 12 <= arrow.x <= WIDTH - 12
        assert 12 <= arrow.y <= drawing.height - 12


@pytest.mark.parametrize("count", [0, 1, MOST_BOXES + 1])
def test_what_a_drawing_cannot_tell_is_not_drawn(count: int) -> None:
    assert draw_circle(["a step"] * count, [], "") is None


def test_there_and_back_never_lie_on_one_another() -> None:
    drawing = draw_circle(["one", "two"], ring(2), "")
    assert drawing is not None
    there, back = drawing.arrows
    assert abs(there.y - back.y) > 24


def test_a_long_name_is_cut_to_two_lines() -> None:
    drawing = draw_circle(
        ["the withdrawal of every heavy weapon behind the agreed line", "x" * 40], ring(2), ""
    )
    assert drawing is not None
    assert all(1 <= len(box.lines) <= 2 for box in drawing.boxes)
    assert all(len(line) <= 18 for box in drawing.boxes for line in box.lines)
