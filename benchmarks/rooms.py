"""What times, places and quantities cost: `python -m benchmarks.rooms [--articles N] [--light]`.

Processor milliseconds for an article of 600 words of `news_raw`, by room, without the parse; and
how many articles a second the three together do on two cores. The best of three runs counts, for
other work on the machine only adds.
"""

from __future__ import annotations

import argparse
import datetime as dt
import gzip
import json
import sys
import time
from collections.abc import Callable
from itertools import islice
from typing import Any

from benchmarks.gold import gold_folder, told_missing
from onrecord.evaluation.gold.texts import article_of
from onrecord.evaluation.gold.timeml import dated
from onrecord.language.english import parse_article
from onrecord.language.parse import Parse
from onrecord.places import find_places
from onrecord.quantities import find_quantities
from onrecord.records import Article
from onrecord.times import find_times

WORDS = 600
CORES = 2
ASKED = 60  # articles a second
ROOMS: dict[str, Callable[[Article, Parse], Any]] = {
    "times": find_times,
    "places": find_places,
    "quantities": find_quantities,
}
Read = list[tuple[Article, Parse]]


def news(articles: int, *, light: bool) -> Read | None:
    """So many articles of `news_raw` with their parses; None without the gold folder."""
    gold = gold_folder()
    if gold is None:
        return None
    with gzip.open(gold / "news_raw" / "negotiation_topics.jsonl.gz", "rt", encoding="utf-8") as f:
        rows = [json.loads(line) for line in islice(f, articles)]
    made = [
        dated(article_of(row["ID"], row["content_original"]), dt.date.fromisoformat(row["date"]))
        for row in rows
        if row["date"]
    ]
    return [(article, parse_article(article, light=light)) for article in made]


def milliseconds(find: Callable[[Article, Parse], Any], read: Read) -> float:
    """Processor milliseconds for 600 words, the best of three runs."""
    words = sum(len(article.text.split()) for article, _ in read)
    best = float("inf")
    for _ in range(3):
        started = time.process_time()
        for article, parse in read:
            find(article, parse)
        best = min(best, time.process_time() - started)
    return 1000 * best * WORDS / words


def main() -> int:
    """Print the cost of each room; 1 if the three together are too slow."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--articles", type=int, default=300)
    options.add_argument("--light", action="store_true", help="without the parser")
    asked = options.parse_args()
    read = news(asked.articles, light=asked.light)
    if read is None:
        return told_missing("the cost of rooms")
    costs = {name: milliseconds(find, read) for name, find in ROOMS.items()}
    for name, cost in costs.items():
        print(f"{name}: {cost:.2f} core-ms")
    rate = CORES * 1000 / sum(costs.values())
    print(f"together {sum(costs.values()):.2f} core-ms: {rate:.0f} articles/s on two cores")
    return int(rate < ASKED)


if __name__ == "__main__":
    sys.exit(main())
