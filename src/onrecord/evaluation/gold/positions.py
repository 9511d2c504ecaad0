"""Positions that people marked by the guideline in `docs/coding.md`: a JSON object a line.

Two forms. A case of our own brings its text: `{"id", "kind", "text", "sentence", "positions"}`,
with words of the sentence for `party`, `matter` and `about`. A label of an article that lies
elsewhere brings no text: `{"article", "sentence": [start, end], "drawn", "positions", "sure"}`,
with raw offsets into the article's original, whose SHA-256 is its id.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from onrecord.articles import read_article
from onrecord.errors import ArticleUnreadable, GoldMissing
from onrecord.evaluation.gold.passages import Fault, ranges_of
from onrecord.evaluation.gold.polnear import Range
from onrecord.evaluation.gold.texts import article_of
from onrecord.records import Act, Article, Page
from onrecord.sources import find_pages

FOLDER = "news_raw"
ACTS = frozenset(get_args(Act))
FORMS = frozenset(("negated", "future", "hypothetical", "conditional", "past"))
CONDITIONS = frozenset(
    ("only_after", "if", "unless", "in_exchange_for", "as_long_as", "until", "by_date")
)
OWN_KEYS = frozenset(("id", "kind", "text", "sentence", "positions"))
DRAWN_KEYS = frozenset(("article", "sentence", "drawn", "positions", "sure"))


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldPosition:
    """One position as a person marked it; ranges are offsets into the article's text.

    `party` is None where the sentence does not name it; `who` is the party's name as written in a
    table; `matter` lies within the sentence.
    """

    party: Range | None
    who: str
    about: Range | None
    act: Act
    matter: Range
    issue: str | None
    value: str | None
    conditions: tuple[str, ...]
    against: bool
    form: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldSentence:
    """A sentence of an article with its positions; `group` is its kind, or how it was drawn."""

    article: Article
    start: int
    end: int
    positions: tuple[GoldPosition, ...]
    group: str
    sure: bool

    @property
    def is_apart(self) -> bool:
        """Whether it belongs to the half that nobody reads while rules are written."""
        return int(self.article.id[:8], 16) % 2 == 1


def read_position_cases(path: Path) -> Iterator[GoldSentence]:
    """Yield our own cases in file order. Raises GoldMissing naming file, line and remedy."""
    for line, row in _rows(path, OWN_KEYS):
        try:
            article = article_of(str(row["id"]), row["text"])
            at = article.text.find(row["sentence"])
            if at < 0:
                raise Fault("the sentence does not stand in the text; copy its exact words")
            yield _sentence(article, at, at + len(row["sentence"]), row, row["kind"], sure=True)
        except Fault as fault:
            raise GoldMissing(f"{path}, line {line}: {fault}") from fault


def read_position_labels(path: Path, gold: Path | None) -> Iterator[GoldSentence]:
    """Yield the labelled sentences of articles of `news_raw`, in the order of the articles.

    Raises GoldMissing if the folder is not there, or labels are not of the form or of other texts.
    """
    if gold is None or not (gold / FOLDER).is_dir():
        raise GoldMissing(
            f"positions are labelled in articles of {FOLDER}, which does not lie in {gold};"
            " name the folder that holds it, or set ONRECORD_GOLD"
        )
    labels: dict[str, list[tuple[int, dict[str, Any]]]] = {}
    for line, row in _rows(path, DRAWN_KEYS):
        labels.setdefault(str(row["article"]), []).append((line, row))
    for page in find_pages(gold / FOLDER):
        if not isinstance(page, Page) or page.sha256 not in labels:
            continue
        try:
            article = read_article(page)
        except ArticleUnreadable as fault:
            raise GoldMissing(f"{path}: {fault}") from fault
        for line, row in labels.pop(page.sha256, ()):
            try:
                start, end = _placed(article, row["sentence"])
                yield _sentence(article, start, end, row, str(row["drawn"]), sure=row["sure"])
            except Fault as fault:
                raise GoldMissing(f"{path}, line {line}: {fault}") from fault
    if labels:
        line, _ = min(labels.values())[0]
        raise GoldMissing(f"{path}, line {line}: {FOLDER} holds no such article; another corpus?")


def _rows(path: Path, keys: frozenset[str]) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield (line number, object) of a file of labels. Raises GoldMissing."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as fault:
        raise GoldMissing(f"{path}: no labels can be read there ({fault})") from fault
    for number, line in enumerate(lines, start=1):
        try:
            row = json.loads(line)
        except ValueError as fault:
            raise GoldMissing(f"{path}, line {number}: no JSON: {fault}") from fault
        if not isinstance(row, dict) or not keys <= set(row):
            raise GoldMissing(f"{path}, line {number}: must be an object with {sorted(keys)}")
        yield number, row


def _sentence(
    article: Article, start: int, end: int, row: dict[str, Any], group: str, *, sure: bool
) -> GoldSentence:
    positions = row["positions"]
    if not isinstance(positions, list):
        raise Fault('"positions" must be a list')
    return GoldSentence(
        article=article,
        start=start,
        end=end,
        positions=tuple(_position(article, start, end, p) for p in positions),
        group=group,
        sure=sure,
    )


def _position(article: Article, start: int, end: int, row: dict[str, Any]) -> GoldPosition:
    """One position, its words or raw offsets turned into offsets of the text. Raises Fault."""
    act: Any = row.get("act")
    form, conditions = row.get("form", []), row.get("conditions", [])
    if act not in ACTS:
        raise Fault(f"unknown act {act!r}; the acts are {', '.join(sorted(ACTS))}")
    if unknown := set(form) - FORMS:
        raise Fault(f"unknown form {min(unknown)!r}; the forms are {', '.join(sorted(FORMS))}")
    if unknown := set(conditions) - CONDITIONS:
        raise Fault(f"unknown condition {min(unknown)!r}; they are {', '.join(sorted(CONDITIONS))}")
    matter = _words(article, start, end, "matter", row.get("matter"))
    if matter is None:
        raise Fault("a position needs its matter")
    return GoldPosition(
        party=_words(article, start, end, "party", row.get("party")),
        who=str(row.get("who") or ""),
        about=_words(article, start, end, "about", row.get("about")),
        act=act,
        matter=matter,
        issue=row.get("issue"),
        value=row.get("value"),
        conditions=tuple(sorted(conditions)),
        against=bool(row.get("against", False)),
        form=frozenset(form),
    )


def _words(article: Article, start: int, end: int, role: str, given: object) -> Range | None:
    """Where words of the sentence stand, given as they are or as raw offsets."""
    if given is None:
        return None
    if isinstance(given, str):
        (found,) = ranges_of(article.text[start:end], role, [given])
        return start + found[0], start + found[1]
    return _placed(article, given)


def _placed(article: Article, given: object) -> Range:
    """Raw offsets `[start, end)` as offsets of the text. Raises Fault."""
    if not (isinstance(given, Sequence) and len(given) == 2 and all(type(n) is int for n in given)):
        raise Fault(f"{given!r} are no two offsets")
    first, last = _of_raw(article, given[0]), _of_raw(article, given[1] - 1)
    if first is None or last is None or last < first:
        raise Fault(f"the offsets {list(given)} have no place in the text; another corpus?")
    return first, last + 1


def _of_raw(article: Article, raw: int) -> int | None:
    """Where a character of the original stands in the text; None: nowhere."""
    at = bisect_right(article.segments, raw, key=lambda s: s.raw_start) - 1
    if at < 0:
        return None
    segment = article.segments[at]
    inside = raw - segment.raw_start
    if inside >= segment.raw_length:
        return None
    return segment.start + (inside if segment.length == segment.raw_length else 0)
