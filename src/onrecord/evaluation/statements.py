"""How good the statements are: linked statements, their sources, and exact spans per role.

Source of the measures: content by characters as in quotation benchmarks (IoU ≥ .3 and ≥ .8), exact
spans as published for PolNeAR (contents split at gaps, edges trimmed of quotes and punctuation).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from onrecord.evaluation.calibration import Sweep, reliability
from onrecord.evaluation.counts import ClassScore, Score
from onrecord.evaluation.gold.polnear import GoldArticle, GoldStatement, read_polnear
from onrecord.evaluation.kinds import KINDS, kind_by_marks
from onrecord.evaluation.matching import (
    STRICT,
    Pair,
    candidates,
    choose,
    is_same_source,
    ranges,
    trim,
)
from onrecord.evaluation.misses import ROLES, Miss, miss_of, unmatched
from onrecord.evaluation.reading import Encode, encoder_of, read_statements
from onrecord.evaluation.statement_scores import StatementScores
from onrecord.records import Article, Statement
from onrecord.statements.quotations import find_quotations


def evaluate_statements(
    gold: Path | None,
    split: str = "dev",
    light: bool = False,
    limit: int | None = None,
    encode: Encode | None = None,
) -> StatementScores:
    """The scores of `find_statements` on a split of PolNeAR; `limit` takes the first articles.

    `encode` stands in for the encoder of the package: other networks, or none (the rules alone).
    Raises GoldMissing if the folder does not hold it, ModelUnreadable.
    """
    tally = Tally()
    for document in read_polnear(gold, split, limit):
        encode = encode or encoder_of(light=light)  # not before the gold is there
        reading = read_statements(document.article, encode, light=light)
        tally.seconds_parse += reading.seconds_parse
        tally.seconds_find += reading.seconds_find
        tally.count(document, reading.statements)
    return tally.scores(split, light)


class Tally:
    """Counts over the articles read so far."""

    def __init__(self) -> None:
        self.articles = self.lost = self.nested = self.found = self.gold = 0
        self.loose = self.strict = self.right = self.exact = self.asked = 0
        self.kinds: Counter[tuple[str, str]] = Counter()  # (what is counted, kind)
        self.spans = {role: [0, 0, 0] for role in ROLES}
        self.judged: list[tuple[float, bool]] = []  # confidence, whether it is right
        self.sweep = Sweep()
        self.seconds_parse = self.seconds_find = 0.0
        self.errors: list[Miss] = []

    def count(self, document: GoldArticle, statements: Sequence[Statement]) -> None:
        """Count the statements of one article against its gold."""
        article = document.article
        outer = [s for s in statements if s.inside is None]
        gold = [g for g in document.statements if g.content]
        self.articles += 1
        self.lost += bool(gold) and not statements
        self.nested += len(statements) - len(outer)
        self.found += len(outer)
        self.gold += len(gold)
        possible = candidates(article.text, gold, outer)
        pairs = choose(possible)
        for g, s, iou in pairs:
            self._count_pair(article, gold[g], outer[s], iou)
        self._count_kinds(article, gold, outer, pairs)
        self._count_confidence(article.text, gold, outer, possible)
        self._count_spans(article.text, gold, outer)
        self.errors.extend(unmatched(article, gold, outer, pairs))

    def _count_pair(
        self, article: Article, gold: GoldStatement, found: Statement, iou: float
    ) -> None:
        self.loose += 1
        self.strict += iou >= STRICT
        if iou < STRICT:
            self.errors.append(miss_of(article, "other content", gold, found))
        if gold.source:
            self.asked += 1
            right = is_same_source(article.text, gold.source, ranges(found.source))
            self.right += right
            self.exact += trim(article.text, gold.source) == trim(
                article.text, ranges(found.source)
            )
            if not right:
                self.errors.append(miss_of(article, "other source", gold, found))

    def _count_kinds(
        self,
        article: Article,
        gold: Sequence[GoldStatement],
        found: Sequence[Statement],
        pairs: Sequence[Pair],
    ) -> None:
        quotations = find_quotations(article)
        wanted = [kind_by_marks(quotations, trim(article.text, g.content)) for g in gold]
        given = [kind_by_marks(quotations, trim(article.text, ranges(s.content))) for s in found]
        self.kinds.update(("gold", kind) for kind in wanted)
        self.kinds.update(("found", kind) for kind in given)
        self.kinds.update(("gold matched", wanted[g]) for g, _, _ in pairs)
        self.kinds.update(("found matched", given[s]) for _, s, _ in pairs)

    def _count_confidence(
        self,
        text: str,
        gold: Sequence[GoldStatement],
        found: Sequence[Statement],
        possible: Sequence[Pair],
    ) -> None:
        # As for the share of right sources: where the gold names none, none can be wrong.
        right = frozenset(
            (g, s)
            for g, s, _ in possible
            if not gold[g].source or is_same_source(text, gold[g].source, ranges(found[s].source))
        )
        matched = {s for g, s, _ in choose(possible) if (g, s) in right}
        self.judged.extend((s.confidence, n in matched) for n, s in enumerate(found))
        self.sweep.count(len(gold), [s.confidence for s in found], possible, right)

    def _count_spans(
        self, text: str, gold: Sequence[GoldStatement], found: Sequence[Statement]
    ) -> None:
        for role in ROLES:
            wanted = {r for g in gold for r in trim(text, getattr(g, role))}
            given = {r for s in found for r in trim(text, ranges(getattr(s, role)))}
            for at, number in enumerate((len(wanted & given), len(given), len(wanted))):
                self.spans[role][at] += number

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
                kind: ClassScore(
                    found_matched=self.kinds["found matched", kind],
                    found=self.kinds["found", kind],
                    gold_matched=self.kinds["gold matched", kind],
                    gold=self.kinds["gold", kind],
                )
                for kind in KINDS
            },
            source_matches=self.right,
            source_exact=self.exact,
            source_asked=self.asked,
            spans={r: Score(matched=m, found=f, gold=g) for r, (m, f, g) in self.spans.items()},
            reliability=reliability(self.judged),
            sweep=self.sweep.points(),
            nested=self.nested,
            seconds_parse=self.seconds_parse,
            seconds_find=self.seconds_find,
            errors=tuple(self.errors),
        )
