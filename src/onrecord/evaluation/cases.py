"""How well our own cases are read: statements, nesting, labels, and through whom they came."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from onrecord.evaluation.case_scores import CaseScores
from onrecord.evaluation.chains import ChainTally
from onrecord.evaluation.counts import Score
from onrecord.evaluation.gold.cases import Case, CaseStatement, Half, read_cases
from onrecord.evaluation.labels import LabelTally, differing
from onrecord.evaluation.matching import STRICT, Pair, candidates, choose, ranges, sources_agree
from onrecord.evaluation.misses import Miss, miss_of, unmatched
from onrecord.evaluation.nesting import match_nested
from onrecord.evaluation.reading import Encode, Reading, encoder_of, read_chains, read_statements
from onrecord.records import Article, Statement

NESTED_LOOSE = 0.5


def evaluate_cases(
    path: Path,
    half: Half = "all",
    light: bool = False,
    limit: int | None = None,
    encode: Encode | None = None,
) -> CaseScores:
    """The scores of the flow on a file of cases; `limit` takes the first cases.

    `encode` stands in for the encoder of the package: other networks, or none (the rules alone).
    Raises GoldMissing if the file is not there or a line of it is not of the form, ModelUnreadable.
    """
    cases = read_cases(path, half, limit)
    asks_via = any(s.via is not None for case in cases for s in case.statements)
    read = read_chains if asks_via else read_statements
    encode = encode or encoder_of(light=light)
    tally = CaseTally(asks_via=asks_via)
    for case in cases:
        tally.count(case, read(case.article, encode, light=light))
    return tally.scores(path.name, half, light)


class CaseTally:
    """Counts over the cases read so far."""

    def __init__(self, *, asks_via: bool) -> None:
        self.cases = self.whole = self.found = self.gold = 0
        self.loose = self.strict = self.right = 0
        self.nested = self.nested_loose = self.nested_found = self.nested_gold = 0
        self.empty = self.found_in_empty = 0
        self.labels = LabelTally()
        self.chains = ChainTally() if asks_via else None
        self.errors: list[Miss] = []

    def count(self, case: Case, reading: Reading) -> None:
        """Count what was found in one case against its gold."""
        text, gold, found = case.article.text, case.statements, reading.statements
        self.cases += 1
        self.found += len(found)
        self.gold += len(gold)
        if not gold:
            self.empty += 1
            self.found_in_empty += len(found)
        pairs = _pairs(text, gold, found)
        faults = unmatched(case.article, gold, found, pairs)
        for g, s, iou in pairs:
            faults.extend(self._count_pair(case.article, gold[g], found[s], iou))
        faults.extend(_other_holders(case.article, gold, found, pairs))
        self.whole += not faults
        self._count_nested(text, gold, found)
        self.errors.extend(faults)
        self._count_chains(case, reading, pairs)

    def _count_pair(
        self, article: Article, gold: CaseStatement, found: Statement, iou: float
    ) -> list[Miss]:
        """What is wrong with one matched statement."""
        faults = []
        self.loose += 1
        self.strict += iou >= STRICT
        if iou < STRICT:
            faults.append(miss_of(article, "other content", gold, found))
        right = sources_agree(article.text, gold.source, ranges(found.source))
        self.right += right
        if not right:
            faults.append(miss_of(article, "other source", gold, found))
        self.labels.count(gold, found)
        for label, wanted, given in differing(gold, found):
            words = (f"{wanted}: ", f"{given}: ")
            faults.append(miss_of(article, f"other {label}", gold, found, words))
        return faults

    def _count_nested(
        self, text: str, gold: Sequence[CaseStatement], found: Sequence[Statement]
    ) -> None:
        self.nested_gold += sum(g.inside is not None for g in gold)
        self.nested_found += sum(s.inside is not None for s in found)
        self.nested += len(match_nested(text, gold, found, STRICT))
        self.nested_loose += len(match_nested(text, gold, found, NESTED_LOOSE))

    def _count_chains(self, case: Case, reading: Reading, pairs: Sequence[Pair]) -> None:
        if self.chains is None:
            return
        given = [reading.chains.get(s.id, ()) for s in reading.statements]
        self.chains.count_names([g.via or () for g in case.statements], given)
        for g, s, _ in pairs:
            gold, found = case.statements[g], reading.statements[s]
            if gold.via is None:
                continue
            if not self.chains.count_pair(gold.via, given[s], reading.names):
                shown = (reading.names[actor][0] for actor in given[s])
                words = (f"{', '.join(gold.via)}: ", f"{', '.join(shown)}: ")
                self.errors.append(miss_of(case.article, "other via", gold, found, words))

    def scores(self, name: str, half: Half, light: bool) -> CaseScores:
        """The figures of everything counted."""
        nested = self.nested_found, self.nested_gold
        return CaseScores(
            name=name,
            half=half,
            light=light,
            cases=self.cases,
            whole=self.whole,
            loose=Score(matched=self.loose, found=self.found, gold=self.gold),
            strict=Score(matched=self.strict, found=self.found, gold=self.gold),
            source_matches=self.right,
            nested=Score(matched=self.nested, found=nested[0], gold=nested[1]),
            nested_loose=Score(matched=self.nested_loose, found=nested[0], gold=nested[1]),
            empty=self.empty,
            found_in_empty=self.found_in_empty,
            labels=self.labels.scores(),
            negated=self.labels.negated(),
            chains=self.chains.score() if self.chains is not None else None,
            errors=tuple(self.errors),
        )


def _pairs(text: str, gold: Sequence[CaseStatement], found: Sequence[Statement]) -> list[Pair]:
    """Matches by content; where two are as good, the one whose source agrees.

    Two people may be said to have said the same words.
    """

    def order(pair: Pair) -> tuple[float, bool, int, int]:
        g, s, iou = pair
        agree = sources_agree(text, gold[g].source, ranges(found[s].source))
        return -iou, not agree, g, s

    return choose(sorted(candidates(text, gold, found), key=order))


def _other_holders(
    article: Article,
    gold: Sequence[CaseStatement],
    found: Sequence[Statement],
    pairs: Sequence[Pair],
) -> list[Miss]:
    """Matched statements that stand inside another one than in the gold, or inside none."""
    numbers = {statement.id: n for n, statement in enumerate(found)}
    match_of = {s: g for g, s, _ in pairs}
    return [
        miss_of(article, "other holder", gold[g], found[s])
        for g, s, _ in pairs
        if gold[g].inside != _holder(found[s], numbers, match_of)
    ]


def _holder(statement: Statement, numbers: dict[str, int], match_of: dict[int, int]) -> int | None:
    """The number in the gold of the statement that holds this one; -1: the gold has none such."""
    if statement.inside is None:
        return None
    return match_of.get(numbers.get(statement.inside, -1), -1)
