"""How the cost of actors grows: `python -m benchmarks.actor_scale [--most N]`.

Linking: corpora of 10 thousand, 100 thousand and a million mentions of invented actors, whose names
are drawn as in news: few are named often, most once or twice, surnames are shared, spellings vary,
one mention in three is a surname alone or a pronoun. Mentions: one article of our own example
coverage, made longer and longer. Times are processor seconds; writes docs/actors-time.svg.
"""

from __future__ import annotations

import argparse
import random
import time
from pathlib import Path

from benchmarks.plots import ROOT, Point, drawn
from onrecord.actors import find_doubts, find_mentions, link_actors, load_base
from onrecord.evaluation.gold.texts import article_of
from onrecord.language.english import parse_article
from onrecord.records import ActorMention, Span

SIZES = (10_000, 100_000, 1_000_000)
PER_ARTICLE = 80  # mentions: what an article of `news_raw` has
TIMES = (1, 4, 16)  # how often the example coverage is repeated in one article
PARTS = ("mar", "ko", "vel", "dun", "or", "lo", "tam", "ri", "sen", "bak", "hol", "em", "ya", "zi")


def invented(chance: random.Random, parts: int) -> str:
    """A name of so many syllables."""
    return "".join(chance.choice(PARTS) for _ in range(parts)).capitalize()


def corpus(size: int) -> list[ActorMention]:
    """So many mentions; a twelfth as many actors, named by a power law."""
    chance = random.Random(7)  # noqa: S311  the same corpus each time
    surnames = [invented(chance, 3) for _ in range(max(50, size // 40))]
    names = [
        f"{invented(chance, 2)} {chance.choice(surnames)}"
        if n % 3
        else f"{invented(chance, 2)} {invented(chance, 2)} Council"
        for n in range(size // 12)
    ]
    mentions = []
    for number in range(size):
        name = names[int(len(names) * chance.random() ** 3)]
        person = not name.endswith("Council")
        short = person and chance.random() < 0.25
        pronoun = chance.random() < 0.1
        given = name.rsplit(" ", 1)[-1] if short else name
        article = f"{number // PER_ARTICLE:064d}"
        at = number % PER_ARTICLE * 50
        mentions.append(
            ActorMention(
                id=f"m{number}",
                article=article,
                span=Span(start=at, end=at + len(given), text=given, raw_start=at, raw_end=at),
                form="pronoun" if pronoun else "name",
                kind="person" if person else "organization",
                name=None if pronoun else given,
                method="named",
            )
        )
    return mentions


def linking(size: int) -> tuple[float, float, int]:
    """(processor seconds of linking, of the queue of doubts, how many actors)."""
    mentions, base = corpus(size), load_base()
    start = time.process_time()
    actors, links = link_actors(mentions, base)
    linked = time.process_time()
    named: dict[str, int] = {}
    for link in links:
        named[link.actor] = named.get(link.actor, 0) + 1
    find_doubts(actors, named, base)
    return linked - start, time.process_time() - linked, len(actors)


def finding(times: int) -> tuple[int, float]:
    """(mentions, processor seconds) of one article."""
    folder = ROOT / "examples" / "coverage"
    once = "\n".join(path.read_text() for path in sorted(folder.glob("*.txt")))
    article = article_of("repeated.txt", "\n".join([once] * times))
    parse = parse_article(article)
    start = time.process_time()
    found = find_mentions(article, parse, load_base())
    return len(found), time.process_time() - start


def main() -> None:
    """Print the figures and draw those of linking."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--most", type=int, choices=SIZES, default=SIZES[-1])
    most = parser.parse_args().most
    load_base()
    finding(1)  # loads the parser
    for times in TIMES:
        found, seconds = finding(times)
        print(
            f"one article, {found} mentions: {seconds:.2f} s, {seconds / found * 1e3:.2f} ms each"
        )
    points: list[Point] = []
    for size in (s for s in SIZES if s <= most):
        seconds, doubts, actors = linking(size)
        points.append((size / 1000, seconds))
        print(
            f"corpus, {size:,} mentions, {actors:,} actors: {seconds:.2f} s linking"
            f" ({seconds / size * 1e6:.0f} µs each), {doubts:.2f} s doubts"
        )
    drawing = drawn(
        "Linking grows with the mentions",
        "thousand mentions",
        "processor seconds",
        points,
        points[-1],
        [f"{seconds:.1f} s" for _, seconds in points],
    )
    (Path(ROOT) / "docs" / "actors-time.svg").write_text(drawing)


if __name__ == "__main__":
    main()
