"""How the cost of what stands between the parties grows: `python -m benchmarks.negotiation_scale`.

Positions: 10, 30 and 100 thousand invented ones of twenty parties, a hundred on each issue of five
values; whose consent is needed is read from the positions, and, as the worst case, everybody's.
Twenty of the issues are tied by rules in chains of four. Sequence: 200, 600 and 2,000 steps with
three preconditions for each step, some alternatives, some "with", a tenth of the steps refused.
With `--record FILE` instead: what one supposition costs on that record, for each refusal that is
lifted, from the positions to what changes; and the slowest.
Seconds are processor seconds, the median of three runs; memory is the peak of the process so far,
so that its growth shows. Writes docs/negotiation-time.svg.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import resource
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import TypeVar

from benchmarks.plots import ROOT, Point, drawn
from onrecord.negotiation import (
    build_cells,
    build_packages,
    find_conflicts,
    find_deadlocks,
    find_openings,
    find_steps,
    judge_issues,
    missing_words,
    suppose,
)
from onrecord.negotiation.differences import picture_changes
from onrecord.negotiation.picture import draw_picture
from onrecord.negotiation.suppositions import Supposition
from onrecord.positions.codebook import Codebook, Issue, Rule, Value
from onrecord.presentation.dossier.grounds import grounds_of
from onrecord.presentation.dossier.lookup import gather
from onrecord.presentation.questions import view_codebook
from onrecord.records import Act, Condition, Hardness, Interval, Position, Span
from onrecord.store import View

SIZES = (10_000, 30_000, 100_000)
RUNS = 3
PARTIES = tuple(f"party{n:02}" for n in range(20))
VALUES = tuple(Value(id=f"v{n}", name=f"value {n}") for n in range(5))
ACTS: tuple[Act, ...] = (
    "demand",
    "offer",
    "propose",
    "accept",
    "accept_if",
    "reject",
    "openness",
    "withdraw",
)
LEVELS: tuple[Hardness | None, ...] = (None, "soft", "firm", "red_line")
SPAN = Span(start=0, end=5, text="words")
T = TypeVar("T")


def codebook(issues: int, *, all_have_a_veto: bool = False) -> Codebook:
    """A codebook of so many issues, every other one ordered; chains of four tied by rules."""
    known = tuple(
        Issue(id=f"issue{n:05}", name=f"Issue {n}", group="g", values=VALUES, ordered=n % 2 == 0)
        for n in range(issues)
    )
    rules = tuple(
        Rule(literals=((left.id, "v0"), (right.id, "v4")), why="invented")
        for n, (left, right) in enumerate(pairwise(known[:20]))
        if n % 4 != 3
    )
    consent = dict.fromkeys((i.id for i in known), PARTIES) if all_have_a_veto else {}
    return Codebook(name="scale", issues=known, rules=rules, consent=consent)


def positions(size: int, book: Codebook) -> list[Position]:
    """So many positions, seven in ten of them dated."""
    chance = random.Random(7)  # noqa: S311  the same ones each time
    return [
        _position(
            number,
            chance.choice(PARTIES),
            chance.choice(ACTS),
            issue=chance.choice(book.issues).id,
            value=chance.choice(VALUES).id,
            day=chance.randrange(400) if chance.random() < 0.7 else None,
            hardness=chance.choice(LEVELS),
        )
        for number in range(size)
    ]


def sequence(steps: int) -> list[Position]:
    """Three preconditions for each of so many steps, and refusals of a tenth of them."""
    chance = random.Random(7)  # noqa: S311  the same ones each time
    names = [f"step{n:05}" for n in range(steps)]
    wanted = []
    for number in range(3 * steps):
        step, *needs = chance.sample(names, chance.choice((2, 2, 3)))
        timing = "with" if chance.random() < 0.2 else "before"
        conditions = tuple(_condition(need, timing) for need in needs)
        wanted.append(
            _position(number, chance.choice(PARTIES), "precondition", step=step, on=conditions)
        )
    refused = chance.sample(names, steps // 10)
    return wanted + [
        _position(3 * steps + number, chance.choice(PARTIES), "reject", step=step)
        for number, step in enumerate(refused)
    ]


def _position(
    number: int,
    party: str,
    act: Act,
    *,
    issue: str | None = None,
    value: str | None = None,
    step: str | None = None,
    day: int | None = None,
    hardness: Hardness | None = None,
    on: tuple[Condition, ...] = (),
) -> Position:
    first = dt.date(2031, 1, 1) + dt.timedelta(days=day or 0)
    said = Interval(start=first, end=first + dt.timedelta(days=1), precision="day", basis="made")
    return Position(
        id=f"p{number:07}",
        article=f"a{number // 8:06}",
        spans=(SPAN,),
        voice="party",
        statements=(),
        party=party,
        party_text="it",
        speaker=None,
        about=None,
        issue=issue,
        values=(value,) if value is not None else (),
        step=step,
        act=act,
        conditions=on,
        hardness=hardness,
        said=said if day is not None else None,
    )


def _condition(step: str, timing: str) -> Condition:
    return Condition(
        group=0,
        type="only_after" if timing == "before" else "in_exchange_for",
        party=None,
        issue=None,
        value=None,
        step=step,
        timing="before" if timing == "before" else "with",
        span=SPAN,
    )


def timed(question: Callable[[], T]) -> tuple[T, float]:
    """What a question answers, and its processor seconds, the median of the runs."""
    seconds = []
    for _ in range(RUNS):
        start = time.process_time()
        answer = question()
        seconds.append(time.process_time() - start)
    return answer, median(seconds)


def told(what: str, count: int, seconds: float) -> None:
    """Print one figure."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"  {what:<44}{count:>9,} {seconds:>8.3f} s {peak:>7,.0f} MiB", flush=True)


def on_issues(size: int) -> float:
    """Print what so many positions cost; the seconds of cells and statuses."""
    book = codebook(size // 100)
    held = positions(size, book)
    print(f"{size:,} positions, {len(book.issues):,} issues, {len(PARTIES)} parties")
    cells, cells_took = timed(lambda: build_cells(held, book))
    told("cells", len(cells), cells_took)
    statuses, statuses_took = timed(lambda: judge_issues(cells, held, book))
    told("statuses", len(statuses), statuses_took)
    veto = codebook(size // 100, all_have_a_veto=True)
    all_needed = judge_issues(cells, held, veto)
    for name, own, own_book in (("", statuses, book), (", all have a veto", all_needed, veto)):
        for what, question in (
            ("smallest conflicts", find_conflicts),
            ("openings", find_openings),
            ("packages", build_packages),
            ("missing words", missing_words),
        ):
            found, took = timed(lambda q=question, s=own, b=own_book: q(cells, s, b))  # type: ignore[misc]
            told(what + name, len(found), took)
    return cells_took + statuses_took


def on_steps(steps: int) -> None:
    """Print what so many steps cost."""
    book = codebook(1)
    held = sequence(steps)
    print(f"{steps:,} steps, {3 * steps:,} preconditions, {steps // 10:,} steps refused")
    known, took = timed(lambda: find_steps(held, book))
    told("steps", len(known), took)
    found, took = timed(lambda: find_deadlocks(held, known, book))
    told("circles and refused steps", len(found), took)


def on_record(path: Path) -> None:
    """Print what a supposition costs on a record: the median and the slowest of its refusals."""
    with View(path) as view:
        grounds = grounds_of(gather(view, view_codebook(view)))
        terms = grounds.terms()
    before, took = timed(lambda: draw_picture(grounds.positions, terms))
    print(f"{len(grounds.positions):,} positions, {len(before.statuses):,} issues")
    told("picture of the record", len(before.cells), took)
    seconds = []
    for cell in before.cells:
        if cell.state != "refuses":
            continue
        lifted = Supposition(kind="lifts", party=cell.party, issue=cell.issue, value=cell.value)
        _, took = timed(
            lambda one=lifted: picture_changes(  # type: ignore[misc]
                before, suppose(grounds.positions, [one], terms), grounds.wording
            )
        )
        seconds.append(took)
    told("what if, the median", len(seconds), median(seconds))
    told("what if, the slowest", len(seconds), max(seconds))


def main() -> None:
    """Print the figures and draw those of cells and statuses."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--most", type=int, choices=SIZES, default=SIZES[-1])
    parser.add_argument("--record", type=Path)
    asked = parser.parse_args()
    if asked.record is not None:
        on_record(asked.record)
        return
    sizes = [s for s in SIZES if s <= asked.most]
    points: list[Point] = [(size / 1000, on_issues(size)) for size in sizes]
    for size in sizes:
        on_steps(size // 50)
    drawing = drawn(
        "Cells and statuses grow with the positions",
        "thousand positions",
        "processor seconds",
        points,
        points[-1],
        [f"{seconds:.2f} s" for _, seconds in points],
    )
    (ROOT / "docs" / "negotiation-time.svg").write_text(drawing)


if __name__ == "__main__":
    main()
