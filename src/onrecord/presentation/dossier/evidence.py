"""From a span to the words a reader sees, and from there to the place in the embedded article."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace

from onrecord.presentation.dossier.context import Quote, TextBlock
from onrecord.presentation.dossier.dates import interval_words
from onrecord.presentation.dossier.lookup import Lookup
from onrecord.presentation.dossier.passages import all_blocks, pieces, sentences_in
from onrecord.records import Article, Citation, Span

LONGEST_QUOTE = 600  # characters; a quote is a sentence or two, the rest stands in the article

LONGEST_LABEL = 60
MOST_CONTEXT = 320  # characters shown on either side of the words; longer sentences are cut


class Evidence:
    """Makes quotes, and remembers which passages were quoted so that articles carry their anchors.

    Articles are numbered in order of publication; "a3-120-180" is a span of the third.
    """

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup
        self._numbers = {article: n for n, article in enumerate(lookup.articles, start=1)}
        self._cited: dict[str, set[tuple[int, int]]] = {}
        self._sentences: dict[str, list[tuple[int, int]]] = {}

    def number(self, article_id: str) -> int:
        """The article's number on this page, from 1."""
        return self._numbers[article_id]

    def quote(self, article_id: str, spans: Iterable[Span], *, whole: bool = True) -> Quote | None:
        """The words of these spans, in text order; None if the article or the words are missing.

        `whole` shows the rest of their sentence beside them.
        """
        article = self._lookup.articles.get(article_id)
        ordered = sorted({(s.start, s.end) for s in spans if s.end > s.start})
        if article is None or not ordered:
            return None
        self._cited.setdefault(article_id, set()).update(ordered)
        number = self.number(article_id)
        marks = tuple(f"a{number}-{start}-{end}" for start, end in ordered)
        first, last = ordered[0][0], max(end for _, end in ordered)
        before, after = self._context(article, first, last) if whole else ("", "")
        return Quote(
            text=_clipped(_joined(article.text, ordered)),
            before=before,
            after=after,
            href=marks[0],
            marks=marks,
            outlet=_label(article),
            date=interval_words(self._lookup.published[article_id]),
            title=article.title or "",
        )

    def _context(self, article: Article, start: int, end: int) -> tuple[str, str]:
        """What stands before and after in the sentences of the first and last character."""
        first, _ = self._sentence_at(article, start)
        _, last = self._sentence_at(article, max(start, end - 1))
        before = article.text[max(first, start - MOST_CONTEXT) : start]
        after = article.text[end : min(last, end + MOST_CONTEXT)]
        if first < start - MOST_CONTEXT:
            before = "… " + before.partition(" ")[2]
        if last > end + MOST_CONTEXT:
            after = after.rpartition(" ")[0] + " …"
        return before, after.rstrip()

    def _sentence_at(self, article: Article, at: int) -> tuple[int, int]:
        """The sentence that holds this character."""
        if article.id not in self._sentences:
            self._sentences[article.id] = sentences_in(article)
        sentences = self._sentences[article.id]
        found = sentences[max(0, bisect_right(sentences, (at, len(article.text))) - 1)]
        return found if found[0] <= at < found[1] else (at, at + 1)

    def quotes(self, citations: Iterable[Citation]) -> tuple[Quote, ...]:
        """One quote per article of these citations, in order of publication."""
        by_article: dict[str, list[Span]] = {}
        for citation in citations:
            by_article.setdefault(citation.article, []).append(citation.span)
        known = sorted((a for a in by_article if a in self._numbers), key=self.number)
        made = (self.quote(article, by_article[article]) for article in known)
        return tuple(quote for quote in made if quote is not None)

    def is_cited(self, article_id: str) -> bool:
        """Whether some quote leads to this article."""
        return article_id in self._cited

    def text_of(self, article: Article) -> tuple[TextBlock, ...]:
        """The article block by block, cut wherever a quoted passage starts or ends."""
        spans = sorted(self._cited.get(article.id, ()))
        number = self.number(article.id)
        placed: set[str] = set()
        return tuple(
            TextBlock(kind=block.kind, pieces=pieces(article.text, block, spans, number, placed))
            for block in all_blocks(article)
        )


def _label(article: Article) -> str:
    """What a reader knows the article by: its outlet, else its title, else its file."""
    name = article.outlet or article.title or article.path
    return name if len(name) <= LONGEST_LABEL else name[:LONGEST_LABEL].rsplit(" ", 1)[0] + " …"


def merged(quotes: Iterable[Quote | None]) -> tuple[Quote, ...]:
    """Each wording once, in the order given, with every further place that carries it."""
    found: dict[tuple[str, str, str], Quote] = {}
    for quote in quotes:
        if quote is None:
            continue
        words = (quote.before, quote.text, quote.after)
        first = found.setdefault(words, quote)
        known = {first.href, *(q.href for q in first.also)}
        more = tuple(q for q in (quote, *quote.also) if q.href not in known)
        found[words] = replace(first, also=(*first.also, *more))
    return tuple(found.values())


def _joined(text: str, spans: list[tuple[int, int]]) -> str:
    """The spans' words; what stands between two of them is shown if it is only space or marks."""
    out, at = "", spans[0][0]
    for start, end in spans:
        between = text[at:start]
        out += " … " if any(c.isalnum() for c in between) else between
        out += text[max(at, start) : end]
        at = max(at, end)
    return " ".join(out.split())


def _clipped(text: str) -> str:
    if len(text) <= LONGEST_QUOTE:
        return text
    return text[:LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"
