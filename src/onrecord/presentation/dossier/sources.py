"""The articles that were read, what was left out of them, and what was not read at all."""

from __future__ import annotations

from collections import Counter
from urllib.parse import urlsplit

from onrecord.presentation.dossier.context import LeftOut, SkipGroup, SourceLine
from onrecord.presentation.dossier.dates import interval_words, is_settled
from onrecord.presentation.dossier.evidence import Evidence
from onrecord.presentation.dossier.lookup import Lookup
from onrecord.presentation.dossier.words import many
from onrecord.reconciliation.copies import ONE_TEXT, joined_articles
from onrecord.records import Article, Copy, Excluded, Interval, Skip

LONGEST_PASSAGE = 160  # characters shown of what was left out
MOST_PASSAGES = 25  # of one article
MOST_ARTICLES = 200  # with passages listed
MOST_FILES = 100  # of one reason
MOST_COPIES = 8  # article numbers listed beside one


def build_sources(lookup: Lookup, evidence: Evidence) -> tuple[SourceLine, ...]:
    """Every article by date. Call this last: texts carry the anchors of all quotes made before."""
    counts = Counter(s.article for s in lookup.statements.values())
    copies = _copies(lookup)
    return tuple(
        _source(lookup, evidence, article, counts[article.id], copies.get(article.id))
        for article in lookup.articles.values()
    )


def _source(
    lookup: Lookup, evidence: Evidence, article: Article, statements: int, copy: Copy | None
) -> SourceLine:
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
        copy=copy_words(evidence, article, copy),
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


def copy_words(evidence: Evidence, article: Article, copy: Copy | None) -> str:
    """Whose text an article carries: "same text as article 2 (near copy): one origin"."""
    if copy is None:
        return ""
    group = {copy.lead, *copy.articles} - {article.id}
    if copy.basis not in ONE_TEXT:
        return f"{copy.basis} (article {evidence.number(copy.lead)})"
    numbers = sorted(evidence.number(a) for a in group)
    more = len(numbers) - MOST_COPIES
    listed = ", ".join(str(n) for n in numbers[:MOST_COPIES]) + f" and {more} more" * (more > 0)
    return f"same text as article {listed} ({copy.basis}): one origin"


def _copies(lookup: Lookup) -> dict[str, Copy]:
    """The copy record that tells most of an article: whose whole text it is, else whose part."""
    found: dict[str, Copy] = {}
    for copy in sorted(lookup.copies, key=lambda c: c.basis not in ONE_TEXT):
        whole = copy.basis in ONE_TEXT
        for article in (copy.lead, *copy.articles) if whole else copy.articles:
            if article in lookup.articles:
                found.setdefault(article, copy)
    return found


def origins_in_words(lookup: Lookup) -> str:
    """How many independent texts there are: copies of one text count once."""
    joined = joined_articles(lookup.copies, lookup.articles)
    texts = len(set(joined.values()))
    repeated = len(lookup.articles) - texts
    words = many(texts, "independent text")
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
