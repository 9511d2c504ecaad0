"""How good the statements are: linked statements, their sources, and exact spans per role.

Source of the measures: content by characters as in quotation benchmarks (IoU ≥ .3 and ≥ .8), exact
spans as published for PolNeAR (contents split at gaps, edges trimmed of quotes and punctuation).
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from onrecord.evaluation.gold.polnear import GoldArticle, GoldStatement, Range, read_polnear
from onrecord.evaluation.matching import STRICT, is_same_source, match_contents, ranges, trim
from onrecord.evaluation.statement_scores import Miss, Score, StatementScores
from onrecord.language.english import parse_article
from onrecord.language.parse import Parse
from onrecord.records import Article, Statement
from onrecord.statements import find_statements

ROLES = ("source", "cue", "content")


def evaluate_statements(
    gold: Path | None, split: str = "dev", light: bool = False, limit: int | None = None
) -> StatementScores:
    """The scores of `find_statements` on a split of PolNeAR; `limit` takes the first articles.

    Raises GoldMissing if the folder does not hold it.
    """
    tally = Tally()
    for document in read_polnear(gold, split, limit):
        tally.read(document, lambda article: parse_article(article, light=light))
    return tally.scores(split, light)


class Tally:
    """Counts over the articles read so far."""

    def __init__(self) -> None:
        self.articles = self.lost = self.nested = self.found = self.gold = 0
        self.loose = self.strict = self.right = self.exact = self.asked = 0
        self.found_kind: dict[str, int] = {}
        self.right_kind: dict[str, int] = {}
        self.spans = {role: [0, 0, 0] for role in ROLES}
        self.seconds_parse = self.seconds_find = 0.0
        self.errors: list[Miss] = []

    def read(self, document: GoldArticle, parse: Callable[[Article], Parse]) -> None:
        """Find the statements of one article and count them against its gold."""
        start = time.perf_counter()
        parsed = parse(document.article)
        between = time.perf_counter()
        statements = find_statements(document.article, parsed)
        self.seconds_parse += between - start
        self.seconds_find += time.perf_counter() - between
        self.count(document, statements)

    def count(self, document: GoldArticle, statements: Sequence[Statement]) -> None:
        """Count the statements of one article against its gold."""
        text = document.article.text
        outer = [s for s in statements if s.inside is None]
        gold = [g for g in document.statements if g.content]
        self.articles += 1
        self.lost += bool(gold) and not statements
        self.nested += len(statements) - len(outer)
        self.found += len(outer)
        self.gold += len(gold)
        for statement in outer:
            self.found_kind[statement.kind] = self.found_kind.get(statement.kind, 0) + 1
        pairs = match_contents(text, gold, outer)
        for g, s, iou in pairs:
            self._count_pair(document, gold[g], outer[s], iou)
        self._count_spans(text, gold, outer)
        self._note_unmatched(document, gold, outer, pairs)

    def _count_pair(
        self, document: GoldArticle, gold: GoldStatement, found: Statement, iou: float
    ) -> None:
        text = document.article.text
        self.loose += 1
        self.strict += iou >= STRICT
        self.right_kind[found.kind] = self.right_kind.get(found.kind, 0) + 1
        if iou < STRICT:
            self._note(document, "other content", gold, found)
        if gold.source:
            self.asked += 1
            right = is_same_source(text, gold.source, ranges(found.source))
            self.right += right
            self.exact += trim(text, gold.source) == trim(text, ranges(found.source))
            if not right:
                self._note(document, "other source", gold, found)

    def _count_spans(
        self, text: str, gold: Sequence[GoldStatement], found: Sequence[Statement]
    ) -> None:
        for role in ROLES:
            wanted = {r for g in gold for r in trim(text, getattr(g, role))}
            given = {r for s in found for r in trim(text, ranges(getattr(s, role)))}
            for at, number in enumerate((len(wanted & given), len(given), len(wanted))):
                self.spans[role][at] += number

    def _note_unmatched(
        self,
        document: GoldArticle,
        gold: Sequence[GoldStatement],
        found: Sequence[Statement],
        pairs: Iterable[tuple[int, int, float]],
    ) -> None:
        matched = list(pairs)
        for number, wanted in enumerate(gold):
            if all(g != number for g, _, _ in matched):
                self._note(document, "missed", wanted, None)
        for number, given in enumerate(found):
            if all(s != number for _, s, _ in matched):
                self._note(document, "not in gold", None, given)

    def _note(
        self,
        document: GoldArticle,
        error: str,
        gold: GoldStatement | None,
        found: Statement | None,
    ) -> None:
        text = document.article.text
        wanted = {r: getattr(gold, r) if gold else () for r in ROLES}
        given = {r: ranges(getattr(found, r)) if found else () for r in ROLES}
        starts = [a for roles in (wanted, given) for r in roles.values() for a, _ in r]
        self.errors.append(
            Miss(
                article=document.article.path,
                error=error,
                gold=_shown(text, wanted) if gold else "",
                found=_shown(text, given) if found else "",
                start=min(starts, default=0),
            )
        )

    def scores(self, split: str, light: bool) -> StatementScores:
        """The figures of everything counted."""
        return StatementScores(
            split=split,
            light=light,
            articles=self.articles,
            lost=self.lost,
            loose=Score(matched=self.loose, found=self.found, gold=self.gold),
            strict=Score(matched=self.strict, found=self.found, gold=self.gold),
            by_kind={
                kind: Score(
                    matched=self.right_kind.get(kind, 0),
                    found=self.found_kind[kind],
                    gold=self.gold,
                )
                for kind in sorted(self.found_kind)
            },
            source_matches=self.right,
            source_exact=self.exact,
            source_asked=self.asked,
            spans={r: Score(matched=m, found=f, gold=g) for r, (m, f, g) in self.spans.items()},
            nested=self.nested,
            seconds_parse=self.seconds_parse,
            seconds_find=self.seconds_find,
            errors=tuple(self.errors),
        )


def _shown(text: str, roles: dict[str, tuple[Range, ...]]) -> str:
    return " | ".join(
        f"{role}: " + " … ".join(" ".join(text[a:b].split()) for a, b in spans)
        for role, spans in roles.items()
    )
