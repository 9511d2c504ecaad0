"""The articles that were read, what was left out of them, and what was not read at all."""

from __future__ import annotations

from collections import Counter
from urllib.parse import urlsplit

from onrecord.presentation.dossier.context import LeftOut, SkipGroup, SourceLine
from onrecord.presentation.dossier.dates import interval_words, is_settled
from onrecord.presentation.dossier.evidence import Evidence
from onrecord.presentation.dossier.lookup import Lookup
from onrecord.presentation.dossier.words import many
from onrecord.records import Article, Excluded, Interval, Skip

LONGEST_PASSAGE = 160  # characters shown of what was left out
MOST_PASSAGES = 25  # of one article
MOST_ARTICLES = 200  # with passages listed
MOST_FILES = 100  # of one reason


def build_sources(lookup: Lookup, evidence: Evidence) -> tuple[SourceLine, ...]:
    """Every article by date. Call this last: texts carry the anchors of all quotes made before."""
    counts = Counter(s.article for s in lookup.statements.values())
    return tuple(
        _source(lookup, evidence, article, counts[article.id])
        for article in lookup.articles.values()
    )


def _source(lookup: Lookup, evidence: Evidence, article: Article, statements: int) -> SourceLine:
    when = lookup.published[article.id]
    return SourceLine(
        number=evidence.number(article.id),
        anchor=f"article-{evidence.number(article.id)}",
        title=article.title or article.path,
        outlet=article.outlet or "outlet not known",
        date=interval_words(when),
        date_basis=_basis_words(when),
        path=article.path,
        url=safe_url(article.url),
        url_text=article.url or "",
        copy=copy_words(lookup, evidence, article),
        statements=statements,
        blocks=evidence.text_of(article) if evidence.is_cited(article.id) else (),
    )


def _basis_words(when: Interval | None) -> str:
    """How a date is known, where it is not simply stated; "" else."""
    if when is None or when.basis == "metadata":
        return ""
    return f"inferred: {when.basis}" if not is_settled(when) else when.basis


def safe_url(url: str | None) -> str | None:
    """The address if a browser may follow it: http or https with a host; else None."""
    if url is None or any(c.isspace() or not c.isprintable() for c in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:  # a bracket in the host that never closes
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None


def copy_words(lookup: Lookup, evidence: Evidence, article: Article) -> str:
    """Whose text an article carries: "same text as 2 (agency named in both)"."""
    for copy in lookup.copies:
        if article.id in copy.articles or article.id == copy.lead:
            group = {copy.lead, *copy.articles} - {article.id}
            numbers = sorted(evidence.number(a) for a in group if a in lookup.articles)
            if numbers:
                listed = ", ".join(str(n) for n in numbers)
                return f"same text as article {listed} ({copy.basis}): one origin"
    return ""


def origins_in_words(lookup: Lookup) -> str:
    """How many independent texts there are: copies of one text count once."""
    repeated = sum(
        len(({copy.lead, *copy.articles}) & lookup.articles.keys()) - 1 for copy in lookup.copies
    )
    words = many(len(lookup.articles) - max(repeated, 0), "independent text")
    return f"{words} ({many(repeated, 'copy', 'copies')} counted once)" if repeated > 0 else words


def build_left_out(lookup: Lookup) -> tuple[LeftOut, ...]:
    """What no reader would have read, by article, with the reason of each passage."""
    found = [article for article in lookup.articles.values() if article.excluded]
    return tuple(
        LeftOut(
            article=f"{lookup.outlet(article)}: {article.title or article.path}",
            passages=tuple(_passage(e) for e in article.excluded[:MOST_PASSAGES]),
            more=max(0, len(article.excluded) - MOST_PASSAGES),
        )
        for article in found[:MOST_ARTICLES]
    )


def _passage(excluded: Excluded) -> tuple[str, str]:
    text = " ".join(excluded.text[: 4 * LONGEST_PASSAGE].split())
    if len(text) > LONGEST_PASSAGE:
        text = text[:LONGEST_PASSAGE] + " …"
    return excluded.reason, text


def build_skipped(skips: tuple[Skip, ...]) -> tuple[SkipGroup, ...]:
    """What was found and not read, by reason, the most frequent first."""
    by_reason: dict[str, list[Skip]] = {}
    for skip in skips:
        by_reason.setdefault(skip.reason, []).append(skip)
    return tuple(
        SkipGroup(
            reason=reason,
            files=tuple((s.where, s.detail, s.remedy) for s in found[:MOST_FILES]),
            more=max(0, len(found) - MOST_FILES),
        )
        for reason, found in sorted(by_reason.items(), key=lambda item: (-len(item[1]), item[0]))
    )
