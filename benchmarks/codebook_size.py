"""What a large codebook costs: `python -m benchmarks.codebook_size [RECORD] [--rounds N]`.

Positions are read from the articles of a record (without one: of the example coverage) with two
codebooks: 50 issues of the default one, and 1,000: those 50 and 950 more that are made from them,
each anchor's last word replaced by one that no text has. So the anchors of the large one begin in
the text as often as real ones do, and both find the same positions, which is checked. The parse is
stored and not counted. Each round reads every article with both in turn; told is the median ratio.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from onrecord.actors import Cast
from onrecord.positions import Codebook, Issue, find_positions, load_codebook
from onrecord.positions.anchors import NAMED
from onrecord.positions.index import compiled
from onrecord.presentation.record import read
from onrecord.records import (
    Actor,
    ActorLink,
    ActorMention,
    Article,
    Attribution,
    Position,
    Statement,
    TimeMention,
)
from onrecord.store import View

SMALL, LARGE = 50, 1_000
CEILING = 1.3  # times the small one's seconds
EXAMPLES = Path(__file__).parents[1] / "examples" / "coverage"
R = TypeVar("R", ActorMention, Attribution, Statement, TimeMention)


def invented(issue: Issue, number: int) -> Issue:
    """An issue that begins like this one in every text and is met in none."""

    def turned(anchors: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(f"{NAMED.sub('', anchor)} qu{number}x" for anchor in anchors)

    values = tuple(replace(v, anchors=turned(v.anchors), near=turned(v.near)) for v in issue.values)
    return replace(
        issue,
        id=f"made_{number}",
        values=values,
        anchors=turned(issue.anchors),
        not_anchors=(),
        parameters=(),
    )


def codebooks() -> tuple[Codebook, Codebook]:
    """The small and the large codebook."""
    book = load_codebook()
    kept = {issue.id for issue in book.issues[:SMALL]}
    steps = tuple(s for s in book.steps if all(issue in kept for issue, _ in s.entails))
    small = replace(book, issues=book.issues[:SMALL], steps=steps, rules=())
    more = (invented(small.issues[n % SMALL], n) for n in range(LARGE - SMALL))
    return small, replace(small, issues=(*small.issues, *more))


def by_article(records: Iterable[R]) -> dict[str, list[R]]:
    """The records of each article."""
    found: dict[str, list[R]] = defaultdict(list)
    for record in records:
        found[record.article].append(record)
    return found


def measure(record: Path, rounds: int) -> tuple[float, list[float], list[float]]:
    """(share of positions that both codebooks find alike, seconds of the small, of the large)."""
    small, large = codebooks()
    for book in (small, large):
        start = time.perf_counter()
        compiled(book)
        anchors = sum(len(i.anchors) + sum(len(v.anchors) for v in i.values) for i in book.issues)
        seconds = time.perf_counter() - start
        print(f"{len(book.issues):,} issues, {anchors:,} anchors: compiled in {seconds:.2f} s")
    with View(record) as view:
        cast = Cast(
            {actor.id: actor for actor in view.all(Actor)},
            {link.mention: link.actor for link in view.all(ActorLink)},
        )
        mentions, statements = by_article(view.all(ActorMention)), by_article(view.all(Statement))
        said, times = by_article(view.all(Attribution)), by_article(view.all(TimeMention))
        articles = [(a, view.parse(a)) for a in view.all(Article)]
    alike, spent = [], ([0.0] * rounds, [0.0] * rounds)
    for number in range(rounds):
        for article, parse in articles:
            answers: list[tuple[Position, ...]] = []
            for book, seconds_of in zip((small, large), spent, strict=True):
                start = time.perf_counter()
                answers.append(
                    find_positions(
                        article,
                        parse,
                        statements[article.id],
                        said[article.id],
                        mentions[article.id],
                        cast,
                        times[article.id],
                        book,
                    )
                )
                seconds_of[number] += time.perf_counter() - start
            alike.append(answers[0] == answers[1])
    return sum(alike) / len(alike), *spent


def main() -> int:
    """Print the figures; 1 if the large codebook reads slower than the ceiling, or otherwise."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("record", nargs="?", type=Path)
    options.add_argument("--rounds", type=int, default=5)
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        record = asked.record
        if record is None:
            record = Path(folder) / "examples.onrecord"
            read(EXAMPLES, record, workers=1)
        alike, small, large = measure(record, asked.rounds)
    ratio = statistics.median(b / a for a, b in zip(small, large, strict=True))
    print(f"{SMALL} issues: {statistics.median(small):.2f} s a round")
    print(f"{LARGE:,} issues: {statistics.median(large):.2f} s a round, {ratio:.2f} times that")
    print(f"articles with the same positions: {alike:.1%}")
    return 1 if ratio > CEILING or alike < 1 else 0


if __name__ == "__main__":
    sys.exit(main())
