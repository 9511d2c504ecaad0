"""The plots of the statements guide: `python -m benchmarks.plots` writes them into docs/.

`reliability.svg`: confidence against the share that is right, on PolNeAR dev (needs the gold data).
`linear-time.svg`: seconds of the extractor against the length of an article, made of our own
example coverage over and over; no gold data needed.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.gold import gold_folder, told_missing
from onrecord.evaluation import evaluate_statements
from onrecord.evaluation.gold.texts import article_of
from onrecord.language.english import parse_article
from onrecord.language.weights import encode_article
from onrecord.statements import find_statements

ROOT = Path(__file__).parents[1]
TIMES = (1, 2, 4, 8, 16, 32)
WIDTH, HEIGHT, EDGE = 460, 340, 54
Point = tuple[float, float]


def reliability(gold: Path) -> list[tuple[float, float, int]]:
    """(mean confidence, share right, how many) of each bin that holds a statement."""
    bins = evaluate_statements(gold).reliability
    return [(b.confidence, b.right, b.n) for b in bins if b.confidence is not None and b.n]


def seconds() -> list[Point]:
    """(thousands of characters, processor seconds) of the encoder and the extractor."""
    folder = ROOT / "examples" / "coverage"
    once = "\n".join(path.read_text() for path in sorted(folder.glob("*.txt")))
    points = []
    for times in TIMES:
        article = article_of("repeated.txt", "\n".join([once] * times))
        parse = parse_article(article, light=True)
        start = time.process_time()
        find_statements(article, parse, encode_article(article))
        points.append((len(article.text) / 1000, time.process_time() - start))
    return points


def drawn(
    title: str, across: str, up: str, points: Sequence[Point], most: Point, notes: Sequence[str]
) -> str:
    """An SVG of points between (0, 0) and `most`, with a line to compare them with."""
    x: Callable[[float], float] = lambda v: EDGE + v / most[0] * (WIDTH - 2 * EDGE)  # noqa: E731
    y: Callable[[float], float] = lambda v: HEIGHT - EDGE - v / most[1] * (HEIGHT - 2 * EDGE)  # noqa: E731
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img"'
        f' aria-label="{title}" font-family="sans-serif" font-size="11">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
        f'<text x="{WIDTH / 2}" y="24" text-anchor="middle" font-size="13">{title}</text>',
        f'<line x1="{x(0)}" y1="{y(0)}" x2="{x(most[0])}" y2="{y(most[1])}"'
        ' stroke="#999" stroke-dasharray="4 4"/>',
    ]
    for share in (0, 0.25, 0.5, 0.75, 1):
        at, by = most[0] * share, most[1] * share
        parts.append(
            f'<text x="{x(at):.1f}" y="{y(0) + 16}" text-anchor="middle">{at:.3g}</text>'
            f'<text x="{x(0) - 8}" y="{y(by) + 4:.1f}" text-anchor="end">{by:.3g}</text>'
            f'<line x1="{x(0)}" y1="{y(by):.1f}" x2="{x(most[0])}" y2="{y(by):.1f}" stroke="#eee"/>'
        )
    for (a, b), note in zip(points, notes, strict=True):
        parts.append(f'<circle cx="{x(a):.1f}" cy="{y(b):.1f}" r="4" fill="#1f5fa8"/>')
        parts.append(f'<text x="{x(a) + 7:.1f}" y="{y(b) + 13:.1f}" fill="#555">{note}</text>')
    parts.append(
        f'<text x="{WIDTH / 2}" y="{HEIGHT - 14}" text-anchor="middle">{across}</text>'
        f'<text transform="translate(14 {HEIGHT / 2}) rotate(-90)" text-anchor="middle">{up}</text>'
        "</svg>"
    )
    return "\n".join(parts) + "\n"


def main() -> int:
    """Write both plots; the first only where the gold data is."""
    measured = seconds()
    longest = measured[-1]
    (ROOT / "docs" / "linear-time.svg").write_text(
        drawn(
            "Time grows with the length of an article",
            "thousand characters",
            "processor seconds",
            measured,
            longest,
            [f"{b:.1f} s" for _, b in measured],
        )
    )
    print("linear-time.svg:", "; ".join(f"{a:.0f}k {b:.2f} s" for a, b in measured))
    gold = gold_folder()
    if gold is None:
        return told_missing("reliability.svg")
    bins = reliability(gold)
    (ROOT / "docs" / "reliability.svg").write_text(
        drawn(
            "Is a confidence of .8 right four times in five?",
            "mean confidence of a bin",
            "share right",
            [(a, b) for a, b, _ in bins],
            (1.0, 1.0),
            [f"n={n}" for _, _, n in bins],
        )
    )
    print("reliability.svg:", "; ".join(f"{a:.2f} → {b:.2f} (n {n})" for a, b, n in bins))
    return 0


if __name__ == "__main__":
    sys.exit(main())
