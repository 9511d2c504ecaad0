"""Every stage of one article on any text at all, with what must hold of what they find."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from benchmarks.fuzzing.made import ARTICLE
from onrecord import actors, places
from onrecord.articles import read_article
from onrecord.errors import ArticleUnreadable, OnrecordError
from onrecord.evaluation.gold.texts import article_of
from onrecord.language.encoding import Encoding
from onrecord.language.english import parse_article
from onrecord.language.parse import Parse
from onrecord.pipeline import FLOW, SINGLE, Base, Codebook, Gazetteer, Horizon, run_stages
from onrecord.positions import load_codebook
from onrecord.records import Article, Decision, Metadata, Page
from onrecord.store.evidence import check_evidence

CLOSING = "\n\nThe ministers of Arland and Berland will meet again in the spring, Brandt said.\n"
# What a stage of one article reads one of, and a stage of the corpus one for each article.
OF_ONE = (Article, *(k for s in FLOW if s.per == "article" for k in s.writes if k in SINGLE))


@cache
def _settings() -> dict[Any, Any]:
    return {
        Base: actors.load_base(),
        Gazetteer: places.load_places(),
        Codebook: load_codebook(),
        Horizon: Horizon(),
    }


def page_of(text: str) -> Page:
    """A page of this text."""
    return Page(
        path="made.txt",
        original=text.encode("utf-8", "surrogatepass"),
        raw=text,
        encoding="utf-8",
        media_type="text/plain",
        metadata=Metadata(published="2031-05-04", outlet="The Shore"),
    )


def read_text(text: str, *, light: bool) -> str:
    """The kinds of records that the text held; English is put behind it, so that it is read.

    Raises EvidenceMismatch as RuntimeError where a span is not what stands in the article.
    """
    article = read_article(page_of(f"{ARTICLE[:200]}\n\n{text}{CLOSING}"))
    parse = parse_article(article, light=light)
    encoding = None
    if not light:
        from onrecord.language.weights import encode_article

        encoding = encode_article(article)
    known: dict[Any, Any] = {
        **_settings(), Article: article, Parse: parse, Encoding: encoding, Decision: ()
    }  # fmt: skip
    kinds = 0
    for stage in FLOW:
        several = stage.per == "corpus"
        for kind in OF_ONE:
            known[kind] = _one_or_all(known.get(kind), several=several)
        written = run_stages((stage,), known)
        kinds += sum(1 for records in written.values() if records)
        for records in written.values():
            _check(records, article)
    return f"{kinds // 4 * 4} kinds or more"


def _one_or_all(value: Any, *, several: bool) -> Any:
    """What a stage of one article reads as one record, and a stage of the corpus as all of them."""
    if isinstance(value, tuple):
        return value if several else value[0]
    return (value,) if several else value


def _check(records: Any, article: Article) -> None:
    try:
        for one in records if isinstance(records, tuple) else ():
            if hasattr(one, "id"):
                check_evidence(one, {article.id: article})
    except OnrecordError as error:
        raise RuntimeError(f"evidence: {error}") from error


def stage_seconds(
    text: str, timed: Callable[[Callable[[], object], float], float | None], most: float
) -> dict[str, float | None]:
    """Processor seconds of every stage on this text, from the page on, without the models."""
    page = page_of(text + CLOSING)
    made: list[Article] = []

    def read() -> None:
        try:
            made.append(read_article(page))
        except ArticleUnreadable:  # no English to a guesser; the stages get it all the same
            made.append(article_of("made.txt", text + CLOSING))

    took = {"article": timed(read, most)}
    if took["article"] is None:
        return took
    article = made[0]
    took["parse, light"] = timed(lambda: parse_article(article, light=True), most)
    if took["parse, light"] is None:
        return took
    known: dict[Any, Any] = {
        **_settings(),
        Article: article,
        Parse: parse_article(article, light=True),
        Encoding: None,
        Decision: (),
    }
    for stage in FLOW:
        for kind in OF_ONE:
            known[kind] = _one_or_all(known.get(kind), several=stage.per == "corpus")
        took[stage.name] = timed(lambda s=stage: run_stages((s,), known), most)  # type: ignore[misc]
        if took[stage.name] is None:
            break
    return took
