"""How copies are found: `python -m benchmarks.copies [-o SHEET]`.

Recall: 300 articles of `news_raw`, drawn by a fixed seed, are edited as a desk would (see
`edits`), put among all others, and looked for; each kind of edit has its own figure. With `-o`,
a sheet for a reader who does not know what was found: up to a hundred pairs of different outlets
that are called copies and a hundred that are not, though the most alike, shuffled, each with the
passages that both have. What was called what stands in SHEET.key.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from benchmarks.edits import EDITS, carrying, edited, paragraphs_of, updated
from benchmarks.gold import gold_folder, told_missing
from onrecord.articles import read_article
from onrecord.errors import ArticleUnreadable
from onrecord.evaluation.gold.polnear import read_polnear
from onrecord.presentation.wording import say_interval
from onrecord.reconciliation import find_copies
from onrecord.reconciliation.copies import ONE_TEXT
from onrecord.reconciliation.fingerprints import (
    Lexicon,
    candidate_pairs,
    fingerprint,
    found_in,
)
from onrecord.reconciliation.groups import Groups
from onrecord.reconciliation.words import plain_words
from onrecord.records import Article, Copy
from onrecord.sources import find_pages

PAIRS = 300
KINDS = (*EDITS, "updated", "six paragraphs among its own")
LEAST_WORDS, LEAST_PARAGRAPHS = 250, 8
RECALL_FLOOR = 0.95
SHOWN = 100  # pairs of each sort on the sheet
ALIKE = 0.4  # of a paragraph's words
MOST_ALIKE = 8  # paragraphs of each article
LONGEST_SHOWN = 400  # characters


@dataclass(frozen=True, kw_only=True)
class Pair:
    """An original, what was made of it, and how."""

    kind: str
    original: Article
    made: Article


def read_articles(folder: Path, limit: int | None = None) -> list[Article]:
    """The articles of a folder, those that cannot be read left out."""
    found: list[Article] = []
    for page in find_pages(folder):
        if limit is not None and len(found) == limit:
            break
        if isinstance(page, ArticleUnreadable):
            continue
        try:
            found.append(read_article(page))
        except ArticleUnreadable:
            continue
    return found


def make_pairs(articles: Sequence[Article], seed: int = 11) -> list[Pair]:
    """The same pairs for the same articles and seed, kind after kind in turn."""
    chance = random.Random(seed)  # noqa: S311  the same draw each time
    long_enough = [
        a
        for a in sorted(articles, key=lambda a: a.path)
        if len(a.text.split()) >= LEAST_WORDS and len(paragraphs_of(a)) >= LEAST_PARAGRAPHS
    ]
    drawn = chance.sample(long_enough, min(PAIRS, len(long_enough)))
    others = chance.sample(long_enough, len(drawn))
    pairs = []
    for number, (one, other) in enumerate(zip(drawn, others, strict=True)):
        kind = KINDS[number % len(KINDS)]
        if kind == "updated":
            made = updated(one, other, chance)
        elif kind in EDITS:
            made = edited(one, EDITS[kind], chance)
        else:
            made = carrying(one, other, chance)
        pairs.append(Pair(kind=kind, original=one, made=made))
    return pairs


def joined(copies: Iterable[Copy]) -> set[tuple[str, str]]:
    """Every two articles that stand in one copy record as lead and copy, in order of their ids."""
    pairs = ((copy.lead, article) for copy in copies for article in copy.articles)
    return {(min(a, b), max(a, b)) for a, b in pairs}


def components(copies: Iterable[Copy]) -> dict[str, str]:
    """For every article of a copy record one article of all that hang together through records."""
    groups = Groups()
    for copy in copies:
        for article in copy.articles:
            groups.join(copy.lead, article)
    return {member: group[0] for group in groups.all() for member in group}


def measure_recall(articles: Sequence[Article], pairs: Sequence[Pair]) -> tuple[int, list[Pair]]:
    """How many of the pairs were found among all articles, and those that were not."""
    started = time.process_time()
    copies = find_copies([*articles, *(p.made for p in pairs)])
    spent = time.process_time() - started
    found = joined(copies)
    one_text = components(c for c in copies if c.basis in ONE_TEXT)
    asked: Counter[str] = Counter(p.kind for p in pairs)
    met: Counter[str] = Counter()
    missed = []
    for pair in pairs:
        a, b = sorted((pair.original.id, pair.made.id))
        if (a, b) in found or one_text.get(a, a) == one_text.get(b, b):
            met[pair.kind] += 1
        else:
            missed.append(pair)
    for kind in KINDS:
        print(f"copies, {kind}: {met[kind]} of {asked[kind]}")
    print(f"copies found: {met.total() / max(1, len(pairs)):.3f} of {len(pairs)} edited pairs")
    print(f"({len(articles) + len(pairs)} articles, {spent:.1f} core-seconds)")
    return met.total(), missed


def most_alike(articles: Sequence[Article], copies: Iterable[Copy]) -> list[tuple[str, str]]:
    """Pairs of different outlets that are no copies, the most alike first.

    Alike is how much of the one's own prose stands in runs of words that the other has, too.
    """
    lexicon = Lexicon()
    prints = [fingerprint(a, lexicon) for a in articles]
    owners = [at for at, one in enumerate(prints) for _ in one.paragraphs()]
    paragraphs = [marks for one in prints for marks in one.paragraphs()]
    met = candidate_pairs(paragraphs, bands=24, rows=2, largest=SHOWN)
    pairs = {(min(owners[a], owners[b]), max(owners[a], owners[b])) for a, b in met}
    group = components(copies)
    found = []
    for a, b in sorted(pairs):
        one, other = prints[a], prints[b]
        ids = (min(one.article, other.article), max(one.article, other.article))
        together = group.get(ids[0], ids[0]) == group.get(ids[1], ids[1])
        if one.outlet == other.outlet or together:
            continue
        alike = found_in(one.marks[one.prose], other.marks[other.prose]).sum()
        found.append((float(alike) / max(1, min(one.words, other.words)), ids))
    return [ids for _, ids in sorted(found, key=lambda f: (-f[0], f[1]))]


def write_sheet(articles: Sequence[Article], path: Path, seed: int = 11) -> tuple[int, int]:
    """How many pairs called copies, and how many near misses, were written, shuffled."""
    chance = random.Random(seed)  # noqa: S311  the same draw each time
    by_id = {a.id: a for a in articles}
    copies = find_copies(articles)
    across = sorted(p for p in joined(copies) if by_id[p[0]].outlet != by_id[p[1]].outlet)
    found = chance.sample(across, min(SHOWN, len(across)))
    misses = most_alike(articles, copies)[:SHOWN]
    rows = [(pair, "copy") for pair in found] + [(pair, "no copy") for pair in misses]
    chance.shuffle(rows)
    with path.open("w", encoding="utf-8") as sheet, _key_of(path).open("w") as key:
        for number, (pair, called) in enumerate(rows, start=1):
            one, other = (by_id[a] for a in pair)
            row = {"n": number, "a": _shown(one, other), "b": _shown(other, one), "verdict": ""}
            sheet.write(json.dumps(row, ensure_ascii=False) + "\n")
            key.write(json.dumps({"n": number, "called": called}) + "\n")
    return len(found), len(misses)


def _key_of(sheet: Path) -> Path:
    return sheet.with_name(f"{sheet.name}.key")


def _shown(one: Article, other: Article) -> dict[str, object]:
    """What a judge sees of an article: where it stands, and what of it the other has, too."""
    lexicon = Lexicon()
    theirs = fingerprint(other, lexicon).marks
    alike = []
    for paragraph in paragraphs_of(one):
        marks = np.fromiter((lexicon[w] for w in plain_words(paragraph)), dtype=np.uint32)
        if len(marks) and np.mean(found_in(marks, theirs)) >= ALIKE:
            alike.append(paragraph[:LONGEST_SHOWN])
    return {
        "outlet": one.outlet,
        "published": say_interval(one.published),
        "title": one.title,
        "begins": " ".join(one.text.split())[:LONGEST_SHOWN],
        "alike": alike[:MOST_ALIKE],
    }


def read_all(gold: Path) -> list[Article]:
    """The articles of `news_raw` and of PolNeAR, each of these with its publisher."""
    found = read_articles(gold / "news_raw")
    for split in ("dev", "train"):
        for document in read_polnear(gold, split):
            outlet = document.article.path.split("_")[0]
            found.append(replace(document.article, outlet=outlet))
    return found


def main() -> int:
    """Print the recall and write the sheet; 1 if the recall lies below its floor."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("-o", "--output", type=Path, help="write a sheet for a reader")
    options.add_argument("--seed", type=int, default=11, help="of the draw of edited articles")
    asked = options.parse_args()
    gold = gold_folder()
    if gold is None:
        return told_missing("copies")
    if asked.output is not None:
        found, misses = write_sheet(read_all(gold), asked.output, asked.seed)
        print(f"{asked.output}: {found} pairs called copies, {misses} near misses, shuffled")
        return 0
    articles = read_articles(gold / "news_raw")
    pairs = make_pairs(articles, asked.seed)
    met, _ = measure_recall(articles, pairs)
    return 0 if met >= RECALL_FLOOR * len(pairs) else 1


if __name__ == "__main__":
    sys.exit(main())
