"""The drawing of a circle of preconditions: boxes for steps, arrows to what each needs first.

Coordinates are SVG units on a drawing 360 wide, so that it is read unscaled on a phone.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from onrecord.presentation.dossier.context import Arrow, Box, Drawing

WIDTH = 360
BOX_WIDTH, BOX_HEIGHT = 128.0, 52.0
MOST_BOXES = 6  # more do not fit on the ring without touching; the sentences tell them all
LINE_LENGTH = 16  # characters that fit into a box
Point = tuple[float, float]


def draw_circle(
    names: Sequence[str], edges: Sequence[tuple[int, int, str]], described: str
) -> Drawing | None:
    """The drawing of these steps; an edge is (from, to what it needs, its label).

    None where a drawing would say nothing (one step) or not be read (too many).
    """
    if not 2 <= len(names) <= MOST_BOXES:
        return None
    centres, height = _places(len(names))
    ways = {(a, b) for a, b, _ in edges}
    middle = (WIDTH / 2, height / 2)
    return Drawing(
        width=WIDTH,
        height=height,
        boxes=tuple(
            Box(x=x - BOX_WIDTH / 2, y=y - BOX_HEIGHT / 2, lines=_lines(name))
            for name, (x, y) in zip(names, centres, strict=True)
        ),
        arrows=tuple(
            _arrow(centres[a], centres[b], label, None if (b, a) in ways else middle)
            for a, b, label in edges
            if a != b
        ),
        described=described,
    )


def _places(count: int) -> tuple[list[Point], int]:
    """The centre of each box, and how high the drawing is."""
    if count == 2:
        return [(BOX_WIDTH / 2 + 4, 84.0), (WIDTH - BOX_WIDTH / 2 - 4, 84.0)], 168
    radius_x, radius_y = WIDTH / 2 - BOX_WIDTH / 2 - 4, 40.0 * count / 2 + 50
    middle = radius_y + BOX_HEIGHT / 2 + 6
    turns = [-math.pi / 2 + 2 * math.pi * n / count for n in range(count)]
    points = [
        (round(WIDTH / 2 + radius_x * math.cos(t), 1), round(middle + radius_y * math.sin(t), 1))
        for t in turns
    ]
    return points, round(max(y for _, y in points) + BOX_HEIGHT / 2 + 18)


def _arrow(start: Point, end: Point, label: str, middle: Point | None) -> Arrow:
    """A curve between the edges of two boxes, bent away from the middle of the drawing.

    Without a middle it bends to its own left: so an arrow and its way back lie apart.
    """
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = math.hypot(dx, dy) or 1.0
    bend = 0.28 * length
    if middle is not None:
        left = (middle[0] - start[0]) * dy - (middle[1] - start[1]) * dx
        bend = -0.1 * length if left > 0 else 0.1 * length
    control = (
        (start[0] + end[0]) / 2 + bend * dy / length,
        (start[1] + end[1]) / 2 - bend * dx / length,
    )
    a, b = _edge(start, control), _edge(end, control)
    peak = (
        round((a[0] + 2 * control[0] + b[0]) / 4, 1),
        round((a[1] + 2 * control[1] + b[1]) / 4, 1),
    )
    width = 12.0 + 7.0 * max(len(label), 2)
    path = f"M{a[0]:.1f} {a[1]:.1f} Q{control[0]:.1f} {control[1]:.1f} {b[0]:.1f} {b[1]:.1f}"
    return Arrow(path=path, x=peak[0], y=peak[1], width=width, label=label)


def _edge(centre: Point, towards: Point) -> Point:
    """Where the line from a box's centre towards a point leaves the box, and a little further."""
    dx, dy = towards[0] - centre[0], towards[1] - centre[1]
    scale = min(
        (BOX_WIDTH / 2 + 3) / abs(dx) if dx else math.inf,
        (BOX_HEIGHT / 2 + 3) / abs(dy) if dy else math.inf,
    )
    return centre[0] + dx * scale, centre[1] + dy * scale


def _lines(name: str) -> tuple[str, ...]:
    """A name in at most two lines that fit into a box; what does not fit ends in an ellipsis."""
    lines = [""]
    for word in name.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > LINE_LENGTH:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    if len(lines) > 2:
        lines = [lines[0], lines[1] + " …"]
    return tuple(
        line if len(line) <= LINE_LENGTH + 2 else line[: LINE_LENGTH + 1] + "…" for line in lines
    )
