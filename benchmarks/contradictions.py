"""Found contradictions for a judge: `python -m benchmarks.contradictions`.

`--draw ARTICLES` writes 500 articles of `news_raw` as JSON lines: for each of five topics, named by
words in titles, the hundred successive dated articles (by date, then id) that lie in the fewest
days; `--topic WORDS`, once for each, draws by other words, `--but WORDS` leaves titles out. Read
them (`onrecord read ARTICLES -o RECORD`), then `RECORD -o SHEET` writes up to a hundred
contradictions of that record and as many pairs that are none by our rules though two parties use
many of the same words, shuffled: both sides quoted, with what stands around them, titles and dates,
and no rule. What was called what stands in SHEET.key. "Different wording" is no contradiction and
is left out.
"""

from __future__ import annotations

import argparse
import datetime as dt
import gzip
import json
import random
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.gold import gold_folder, told_missing
from onrecord.actors import Cast
from onrecord.presentation.wording import say_interval
from onrecord.reconciliation.clash_evidence import gather_evidence
from onrecord.reconciliation.fact_rules import two_parties
from onrecord.reconciliation.passages import article_of_passage, cite_passage
from onrecord.reconciliation.told import read_all_told
from onrecord.records import (
    Actor,
    Article,
    Attribution,
    Contradiction,
    Position,
    QuantityMention,
    Report,
    Span,
    Statement,
)
from onrecord.store import View

TOPICS = {
    "Syria": r"\bSyria",
    "Korea": r"\bKorea|\bKim Jong",
    "tariffs": r"\btariff|\btrade\b",
    "Iran": r"\bIran",
    "Gaza": r"\bIsrael|\bGaza|\bPalestin|\bNetanyahu|\bHamas",
}
# On the first three our rules were made; the other two were left unread until they were counted.
SEEN = ("Syria", "Korea", "tariffs")
A_TOPIC = 100
SHOWN = 100
PAIRS = 3  # of one contradiction: its first two accounts, and more where it holds many together
AROUND = 280  # characters before and behind a quote
ALIKE = 0.45  # of the words of either, by weight: a pair that looks like a clash and is not called


def draw(gold: Path, path: Path, of: Mapping[str, str] = TOPICS, but: str | None = None) -> None:
    """Write the articles of the topics, and beside them (PATH.topics) which is of which.

    No title in which the words of `but` stand is drawn.
    """
    source = gold / "news_raw" / "negotiation_topics.jsonl.gz"
    with gzip.open(source, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    rows = [r for r in rows if but is None or not _is_of(r, but)]
    topics: dict[str, str] = {}
    with path.open("w", encoding="utf-8") as out:
        for topic, words in of.items():
            mine = sorted(
                (r for r in rows if r["ID"] not in topics and _is_of(r, words)),
                key=lambda r: (r["date"], r["ID"]),
            )
            days = [dt.date.fromisoformat(r["date"]) for r in mine]
            starts = range(len(mine) - A_TOPIC + 1)
            first = min(starts, key=lambda i: (days[i + A_TOPIC - 1] - days[i], i))
            for row in mine[first : first + A_TOPIC]:
                topics[row["ID"]] = topic
                out.write(json.dumps(row, ensure_ascii=False) + "\n")
    path.with_name(f"{path.name}.topics").write_text(json.dumps(topics), encoding="utf-8")


def _is_of(row: dict[str, Any], words: str) -> bool:
    dated = re.fullmatch(r"\d{4}-\d\d-\d\d", str(row["date"])) is not None
    return dated and re.search(words, row["title"] or "", re.IGNORECASE) is not None


@dataclass(frozen=True, kw_only=True)
class Opened:
    """What a sheet is drawn from: articles, and by id what may stand on a side."""

    articles: dict[str, Article]
    spans: dict[str, tuple[str, tuple[Span, ...]]]
    who: dict[str, str]


def open_record(view: View) -> Opened:
    """The articles of a record and the words of its statements, positions and quantities."""
    spans: dict[str, tuple[str, tuple[Span, ...]]] = {}
    who: dict[str, str] = {}
    for statement in view.all(Statement):
        spans[statement.id] = statement.article, statement.content or statement.cue
        who[statement.id] = " … ".join(s.text for s in (*statement.source, *statement.cue))
    for position in view.all(Position):
        spans[position.id] = position.article, position.spans
        who[position.id] = position.party_text
    for quantity in view.all(QuantityMention):
        spans[quantity.id] = quantity.article, (quantity.span,)
    return Opened(articles={a.id: a for a in view.all(Article)}, spans=spans, who=who)


def write_sheet(view: View, path: Path, seed: int = 11) -> tuple[int, int]:
    """How many contradictions, and how many pairs that look alike, were written, shuffled."""
    chance = random.Random(seed)  # noqa: S311  the same draw each time
    opened = open_record(view)
    clashes = [c for c in view.all(Contradiction) if c.kind != "wording"]
    found = clashes if len(clashes) <= SHOWN else chance.sample(clashes, SHOWN)
    called = {pair for c in clashes for a in c.left for b in c.right for pair in ((a, b), (b, a))}
    alike = [pair for pair in look_alikes(view) if pair not in called][: len(found)]
    rows: list[tuple[str, str, dict[str, Any]]] = [
        (
            c.left[at % len(c.left)],
            c.right[at % len(c.right)],
            {"called": "clash", "kind": c.kind, "rule": c.rule, "id": c.id, "pair": at + 1},
        )
        for c in found
        for at in range(min(PAIRS, max(len(c.left), len(c.right))))
    ]
    rows += [(left, right, {"called": "no clash"}) for left, right in alike]
    chance.shuffle(rows)
    key_path = path.with_name(f"{path.name}.key")
    with path.open("w", encoding="utf-8") as sheet, key_path.open("w") as key:
        for number, (left, right, told) in enumerate(rows, start=1):
            sides = {"a": _shown(left, opened), "b": _shown(right, opened)}
            sheet.write(
                json.dumps({"n": number, **sides, "verdict": ""}, ensure_ascii=False) + "\n"
            )
            where = [_place(left, opened).path, _place(right, opened).path]
            key.write(json.dumps({"n": number, **told, "articles": where}) + "\n")
    return len(found), len(alike)


def look_alikes(view: View) -> Iterator[tuple[str, str]]:
    """Yield (statement, statement) of two parties that share most of their words, in time order."""
    actors = {a.id: a for a in view.all(Actor)}
    cast = Cast(actors=actors, links={})
    told = read_all_told(view.all(Article), view.all(Statement), view.all(Attribution), (), cast)
    evidence = gather_evidence(told, (), view.all(Report), actors)
    tellings = evidence.tellings
    used: set[str] = set()
    for at, telling in enumerate(tellings.every):
        for place in tellings.near(at):
            other = tellings.every[place]
            if {telling.name, other.name} & used or not two_parties(telling, other):
                continue
            a, b = telling.words.keys, other.words.keys
            if len(a & b) >= 4 and ALIKE <= tellings.share(a & b, a | b) < 1:
                used |= {telling.name, other.name}
                yield telling.name, other.name


def _place(name: str, opened: Opened) -> Article:
    return opened.articles[article_of_passage(name) or opened.spans[name][0]]


def _shown(name: str, opened: Opened) -> dict[str, str | None]:
    """What a judge sees of one side."""
    article = _place(name, opened)
    spans: Sequence[Span]
    if article_of_passage(name):
        spans = (cite_passage(name, article).span,)
    else:
        spans = opened.spans[name][1]
    first, last = min(s.start for s in spans), max(s.end for s in spans)
    return {
        "outlet": article.outlet,
        "published": say_interval(article.published),
        "title": article.title,
        "who": opened.who.get(name, ""),
        "words": " … ".join(s.text for s in spans),
        "around": article.text[max(0, first - AROUND) : last + AROUND],
    }


def main() -> int:
    """Draw the articles, or write the sheet."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("record", nargs="?", type=Path, help="a record of the drawn articles")
    options.add_argument("--draw", type=Path, help="write the articles to read")
    options.add_argument("--topic", action="append", metavar="WORDS", help="draw by these instead")
    options.add_argument("--but", metavar="WORDS", help="draw no title with these")
    options.add_argument("-o", "--output", type=Path, help="write a sheet for a reader")
    asked = options.parse_args()
    if asked.draw is not None:
        gold = gold_folder()
        if gold is None:
            return told_missing("contradictions")
        topics = {words: words for words in asked.topic or ()} or TOPICS
        draw(gold, asked.draw, topics, asked.but)
        return 0
    if asked.record is None or asked.output is None:
        options.error("name a RECORD and -o SHEET, or --draw ARTICLES")
    with View(asked.record) as view:
        found, alike = write_sheet(view, asked.output)
    print(f"{asked.output}: {found} contradictions, {alike} pairs that look alike, shuffled")
    return 0


if __name__ == "__main__":
    sys.exit(main())
