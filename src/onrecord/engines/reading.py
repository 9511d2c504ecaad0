"""From a page to everything that stands in its article, page by page in several processes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from onrecord.articles import read_article
from onrecord.engines.processes import Crew
from onrecord.engines.settings import load_base_of, load_places_of, stored_settings
from onrecord.errors import ArticleUnreadable
from onrecord.language.encoding import Encoding
from onrecord.language.english import load_parser, parse_article
from onrecord.language.marking import load_mark_table
from onrecord.language.naming import load_name_model
from onrecord.language.parse import Parse
from onrecord.language.weights import encode_article, load_model
from onrecord.pipeline import PASSES, Base, Gazetteer, run_stages
from onrecord.records import Article, Page
from onrecord.store import View
from onrecord.store.parses import pack_parse

# Starting a worker costs about 2 s (imports, parser): below this many pages one process is faster.
WORTH_WORKERS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A page to read, and the id its article takes where the original alone does not tell."""

    page: Page
    article_id: str | None
    fingerprint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What came of a job: the article with its packed parse and all it holds, or why not."""

    job: Job
    article: Article | None = None
    parse: bytes = b""
    found: Mapping[type, tuple[Any, ...]] | None = None
    failure: ArticleUnreadable | None = None


def read_jobs(jobs: Iterable[Job], *, record: Path, crew: Crew) -> Iterator[Result]:
    """Yield the result of each job, in order, read with the settings that the record holds."""
    return crew.each(_read_job, jobs, worth=WORTH_WORKERS, prepare=_prepare, given=(record,))


_OWN: dict[str, Any] = {}  # what this process reads with


def _prepare(record: Path) -> None:
    with View(record) as view:
        settings = stored_settings(view)
    _OWN.update(
        base=load_base_of(settings.parties),
        gazetteer=load_places_of(settings.parties),
        light=settings.light == "yes",
        prefer=settings.prefer or "balance",
    )
    if not _OWN["light"]:
        load_parser()
        load_model()
        load_mark_table()
        load_name_model()


def _read_job(job: Job) -> Result:
    """The result of one job. Our own `ArticleUnreadable` is caught here and nowhere else."""
    try:
        article = read_article(job.page)
    except ArticleUnreadable as failure:
        return Result(job=job, failure=failure)
    if job.article_id is not None:
        article = replace(article, id=job.article_id)
    parse, found = _found_in(article)
    return Result(job=job, article=article, parse=parse, found=found)


def read_anew(
    articles: Iterable[Article], *, record: Path, crew: Crew
) -> Iterator[tuple[Article, bytes, Mapping[type, tuple[Any, ...]]]]:
    """Yield each article with its packed parse and all it holds, with the record's settings."""
    yield from crew.each(
        _read_article, articles, worth=WORTH_WORKERS, prepare=_prepare, given=(record,)
    )


def _read_article(article: Article) -> tuple[Article, bytes, Mapping[type, tuple[Any, ...]]]:
    return article, *_found_in(article)


def _found_in(article: Article) -> tuple[bytes, Mapping[type, tuple[Any, ...]]]:
    """The packed parse of an article, and all that its stages find."""
    parse = parse_article(article, light=_OWN["light"])
    known: dict[Any, Any] = {
        Article: article,
        Parse: parse,
        Encoding: None if _OWN["light"] else encode_article(article, _OWN["prefer"]),
        Base: _OWN["base"],
        Gazetteer: _OWN["gazetteer"],
    }
    return pack_parse(parse), run_stages(PASSES[0], known)
