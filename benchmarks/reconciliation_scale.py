"""How the cost of reconciliation grows: `python -m benchmarks.reconciliation_scale [--most N]`.

Copies: 1 thousand, 10 thousand and 100 thousand articles of 750 invented words, drawn by a power
law as in news, of which one in ten carries another's text, whole or in part. Reports: 10 thousand,
100 thousand and a million statements of 20 words by speakers of whom few speak often; one in ten is
told again in other words. Contradictions: 10 thousand and 100 thousand such statements, of which
one in four has a "not" in it, by forty people of as many parties, ten to an article; the first of
an article repeats the last of the one before. Ten thousand equal articles come last. Each size is
measured in a process of its own: processor seconds and the most memory it held.
"""

from __future__ import annotations

import argparse
import datetime as dt
import multiprocessing
import random
import resource
import sys
import time
from collections.abc import Callable, Iterator

import numpy as np

from onrecord.actors import Cast
from onrecord.evaluation.gold.texts import article_of
from onrecord.reconciliation import Witnesses, find_contradictions, find_copies, join_reports
from onrecord.records import Article, Attribution, Interval, Span, Statement, identity

SIZES = {
    "copies": (1_000, 10_000, 100_000),
    "reports": (10_000, 100_000, 1_000_000),
    "contradictions": (10_000, 100_000),
}
WORDS = 750
PARAGRAPH = 30  # words
PER_ARTICLE = 20  # statements
TOLD = 10  # statements of an article whose contradictions are looked for
DAYS = 900  # over which its articles are spread
PARTS = ("mar", "ko", "vel", "dun", "or", "lo", "tam", "ri", "sen", "bak", "hol", "em", "ya", "zi")
# Seconds on one core and MiB of the largest size: three and fifteen minutes on two cores.
FLOORS = {
    "copies": (360.0, 4_000.0),
    "reports": (1_800.0, 4_000.0),
    "contradictions": (300.0, 4_000.0),
    "equal": (60.0, 1_000.0),
}
FIRST = dt.date(2031, 1, 1)


def vocabulary(size: int = 50_000) -> list[str]:
    """So many invented words."""
    chance = random.Random(7)  # noqa: S311  the same words each time
    return ["".join(chance.choice(PARTS) for _ in range(2 + n % 3)) for n in range(size)]


def drawn(chance: np.random.Generator, words: list[str], count: int) -> list[str]:
    """Words by a power law: the n-th is drawn about 1/n as often as the first."""
    ranks = np.exp(chance.random(count) * np.log(len(words))).astype(int) - 1
    return [words[rank] for rank in ranks.tolist()]


def articles(size: int) -> Iterator[Article]:
    """Yield the articles one after another; one in ten carries paragraphs of the one before."""
    chance, words = np.random.default_rng(11), vocabulary()
    before: list[str] = []
    for number in range(size):
        text = drawn(chance, words, WORDS)
        paragraphs = [" ".join(text[at : at + PARAGRAPH]) for at in range(0, WORDS, PARAGRAPH)]
        if number % 10 == 9:
            carried = before if number % 20 == 9 else before[:6]
            paragraphs[: len(carried)] = carried
        before = paragraphs
        yield article_of(f"{number}.txt", f"{number}\n" + "\n".join(paragraphs), first="title")


def equals(size: int) -> Iterator[Article]:
    """Yield one article again and again, under other titles."""
    text = " ".join(drawn(np.random.default_rng(3), vocabulary(), WORDS))
    for number in range(size):
        yield article_of(f"{number}.txt", f"{number}\n{text}", first="title")


def statements(size: int) -> Iterator[tuple[Statement, Attribution]]:
    """Yield statements with their speakers; one in ten repeats another with its words moved."""
    chance, words = np.random.default_rng(5), vocabulary()
    speakers = max(20, size // 50)
    kept: list[tuple[str, list[str]]] = []
    for number in range(size):
        if number % 10 == 9:
            speaker, text = kept[number % len(kept)]
            text = [*text[10:], *text[:10]]
        else:
            speaker = f"actor {int(speakers ** chance.random())}"
            text = drawn(chance, words, 20)
            if len(kept) < 5_000:
                kept.append((speaker, text))
        said = " ".join(text)
        article = f"{number // PER_ARTICLE:064d}"
        yield (
            Statement(
                id=f"s{number}",
                article=article,
                source=(),
                cue=(),
                content=(Span(start=0, end=len(said), text=said),),
                kind="indirect",
                channel="indirect_quote",
            ),
            Attribution(
                statement=f"s{number}",
                article=article,
                speaker=speaker,
                speaker_text=speaker,
                party=None,
            ),
        )


def measure_copies(size: int) -> int:
    """How many records of copies were found."""
    return len(find_copies(articles(size)))


def measure_equal(size: int) -> int:
    """How many articles the one record of copies holds."""
    return sum(len(copy.articles) for copy in find_copies(equals(size)))


def measure_reports(size: int) -> int:
    """How many reports were made."""
    pairs = list(statements(size))
    day = _day(0)
    frames = []
    for number in range(size // PER_ARTICLE + 1):
        article = article_of(f"{number}.txt", f"{number}")
        object.__setattr__(article, "id", f"{number:064d}")
        object.__setattr__(article, "published", day)
        frames.append(article)
    known = Witnesses(articles={}, copy_of={}, via={}, article_of={}, names={})
    said = [attribution for _, attribution in pairs]
    return len(join_reports(frames, [statement for statement, _ in pairs], said, known))


def told(size: int) -> Iterator[tuple[Article, list[tuple[Statement, Attribution]]]]:
    """Yield articles of ten statements each: that something was closed, or was not."""
    chance, words = np.random.default_rng(13), vocabulary()
    said: list[str] = []
    for number in range(size // TOLD):
        said = [*said[-1:], *(" ".join(drawn(chance, words, 10)) for _ in range(TOLD))][:TOLD]
        lines = [
            f"{'They did not' if chance.random() < 0.25 else 'The'} {line} was closed."
            for line in said
        ]
        article = article_of(f"{number}.txt", f"{number}\n" + "\n".join(lines), first="title")
        object.__setattr__(article, "published", _day(number % DAYS))
        object.__setattr__(article, "outlet", f"outlet {number % 50}")
        yield article, [_told(article, line, int(chance.integers(40))) for line in lines]


def _told(article: Article, line: str, speaker: int) -> tuple[Statement, Attribution]:
    start = article.text.index(line)
    name = identity("statement", article.id, str(start))
    said = Statement(
        id=name,
        article=article.id,
        source=(),
        cue=(),
        content=(article.span(start, start + len(line)),),
        kind="indirect",
        channel="statement",
    )
    who = f"speaker {speaker}"
    return said, Attribution(
        statement=name, article=article.id, speaker=who, speaker_text=who, party=f"party {speaker}"
    )


def _day(number: int) -> Interval:
    start = FIRST + dt.timedelta(days=number)
    return Interval(
        start=start, end=start + dt.timedelta(days=1), precision="day", basis="metadata"
    )


def measure_contradictions(size: int) -> int:
    """How many contradictions were found."""
    every = list(told(size))
    pairs = [pair for _, own in every for pair in own]
    statements, attributions = [said for said, _ in pairs], [who for _, who in pairs]
    cast = Cast(actors={}, links={})
    found = find_contradictions(
        [article for article, _ in every], statements, attributions, (), (), (), cast
    )
    return len(found)


def _in_a_process(work: Callable[[int], int], size: int) -> tuple[int, float, float]:
    """(what was found, processor seconds, MiB at most) of a piece of work in a fresh process."""
    context = multiprocessing.get_context("spawn")
    with context.Pool(1, maxtasksperchild=1) as pool:
        found: tuple[int, float, float] = pool.apply(_measured, (work, size))
    return found


def _measured(work: Callable[[int], int], size: int) -> tuple[int, float, float]:
    started = time.process_time()
    found = work(size)
    spent = time.process_time() - started
    return found, spent, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> int:
    """Print the figures; 1 if the largest size takes more than its floor."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--most", type=int, default=1_000_000, help="no size above this")
    asked = options.parse_args()
    works = {
        "copies": measure_copies,
        "reports": measure_reports,
        "contradictions": measure_contradictions,
    }
    missed = 0
    runs = [(name, size) for name, sizes in SIZES.items() for size in sizes if size <= asked.most]
    for name, size in [*runs, ("equal", 10_000)]:
        found, seconds, memory = _in_a_process(works.get(name, measure_equal), size)
        print(f"{name} {size:>9,}: {seconds:7.1f} core-seconds, {memory:6.0f} MiB, {found:,} found")
        most_seconds, most_memory = FLOORS[name]
        missed += seconds > most_seconds or memory > most_memory
    print("reconciliation: all floors held" if not missed else f"reconciliation: {missed} missed")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
