"""Clashes that were planted in small articles, and near misses: our own, a JSON object a line.

`{"id", "articles": [{"outlet", "published", "text"}], "clash": {"kind", "rule", "left", "right"}}`;
`left` and `right` are exact words of the articles, and `clash` is null where nothing clashes. Ids
that begin with "test-" are the half at which nobody looks while rules are made.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from onrecord.errors import GoldMissing
from onrecord.evaluation.gold.texts import article_of
from onrecord.records import Article, Citation, Interval


@dataclass(frozen=True, slots=True, kw_only=True)
class Planted:
    """Two accounts that cannot both be exact, and what is to find them."""

    kind: str
    rule: str
    left: Citation
    right: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class ClashCase:
    """A few articles, and the one clash in them; None: nothing clashes, though it looks so."""

    id: str
    articles: tuple[Article, ...]
    clash: Planted | None


def read_clash_cases(path: Path, half: str = "all") -> Iterator[ClashCase]:
    """Yield the cases of a half ("dev", "test", "all") in order. Raises GoldMissing."""
    try:
        lines = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line]
        for line in lines:
            if half == "all" or line["id"].startswith(f"{half}-"):
                articles = tuple(
                    _article(f"{line['id']}-{number}", given)
                    for number, given in enumerate(line["articles"], start=1)
                )
                clash = line["clash"]
                yield ClashCase(
                    id=line["id"],
                    articles=articles,
                    clash=_planted(clash, articles) if clash is not None else None,
                )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise GoldMissing(f"{path}: no cases of clashes ({error})") from None


def _article(name: str, given: Mapping[str, str]) -> Article:
    day = dt.date.fromisoformat(given["published"])
    published = Interval(
        start=day, end=day + dt.timedelta(days=1), precision="day", basis="metadata"
    )
    return replace(article_of(name, given["text"]), outlet=given["outlet"], published=published)


def _planted(clash: Mapping[str, Any], articles: tuple[Article, ...]) -> Planted:
    return Planted(
        kind=clash["kind"],
        rule=clash["rule"],
        left=_cited(clash["left"], articles),
        right=_cited(clash["right"], articles),
    )


def _cited(words: str, articles: tuple[Article, ...]) -> Citation:
    for article in articles:
        at = article.text.find(words)
        if at >= 0:
            return Citation(article=article.id, span=article.span(at, at + len(words)))
    raise ValueError(f"no article holds “{words}”")
