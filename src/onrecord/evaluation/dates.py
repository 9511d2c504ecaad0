"""The date of an article, inferred from its text alone: metadata and dateline are hidden."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Literal

from onrecord.evaluation.gold.polnear import read_polnear
from onrecord.evaluation.gold.polnear_dates import publication_days
from onrecord.evaluation.gold.timeml import TimeArticle, read_timeml
from onrecord.evaluation.time_scores import DateClaim, DateScores
from onrecord.language.english import parse_article
from onrecord.records import Article, TimeMention
from onrecord.times import find_times, infer_date
from onrecord.times.datelines import dateline_day

Corpus = Literal["polnear", "tempeval3"]
HEAD = 160  # characters of a text in which a dateline may stand; times there are hidden


def evaluate_dates(
    gold: Path | None,
    corpus: Corpus = "polnear",
    split: Literal["dev", "train"] = "dev",
    *,
    light: bool = False,
    limit: int | None = None,
) -> DateScores:
    """Whether the true day lies in what we infer, on PolNeAR or TempEval-3.

    The text's first characters count for nothing where they hold a dateline with a day or month.
    Raises GoldMissing if the folder is not there or not of the form.
    """
    read = _of_polnear if corpus == "polnear" else _of_tempeval
    claims = tuple(_claim(one, light=light) for one in read(gold, split, limit))
    return DateScores(corpus=f"{corpus}, {split}", light=light, claims=claims)


def _of_tempeval(
    gold: Path | None, split: Literal["dev", "train"], limit: int | None
) -> Iterator[TimeArticle]:
    for document in read_timeml(gold, split, limit):
        yield replace(document, article=replace(document.article, published=None))


def _of_polnear(
    gold: Path | None, split: Literal["dev", "train"], limit: int | None
) -> Iterator[TimeArticle]:
    days = publication_days(gold)
    for document in read_polnear(gold, split, limit):
        day = days.get(document.article.path.removesuffix(".txt"))
        if day is not None:
            yield TimeArticle(article=document.article, created=day, times=())


def _claim(document: TimeArticle, *, light: bool) -> DateClaim:
    article = document.article
    parse = parse_article(article, light=light)
    seen = tuple(m for m in find_times(article, parse) if not _in_dateline(article, m))
    found = infer_date(article, parse, seen)
    held = width = None
    if found is not None:
        after_start = found.start is None or found.start <= document.created
        held = after_start and (found.end is None or document.created < found.end)
        if found.start is not None and found.end is not None:
            width = (found.end - found.start).days
    return DateClaim(
        path=article.path,
        truth=document.created.isoformat(),
        held=held,
        width=width,
        basis=found.basis if found else "",
    )


def _in_dateline(article: Article, mention: TimeMention) -> bool:
    return mention.span.end <= HEAD and dateline_day(article) is not None
