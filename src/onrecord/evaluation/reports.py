"""Whether two reports of one speaker are taken for one utterance, on pairs of our own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from onrecord.evaluation.counts import Score
from onrecord.evaluation.gold.report_cases import ReportCase, read_report_cases
from onrecord.reconciliation.sameness import same_utterance
from onrecord.reconciliation.sayings import read_saying
from onrecord.records import Attribution, Interval

DAY = Interval(
    start=dt.date(2031, 3, 4), end=dt.date(2031, 3, 5), precision="day", basis="metadata"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PairMiss:
    """A pair that was joined though it is two utterances, or kept apart though it is one."""

    id: str
    left: str
    right: str
    same: bool

    def as_text(self) -> str:
        """One line for a reader."""
        what = "one utterance, kept apart" if self.same else "two utterances, joined"
        return f"{self.id}: {what}\n  {self.left}\n  {self.right}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportScores:
    """How well pairs are told: `joined` scores the pairs that were called one utterance."""

    name: str
    half: str
    pairs: int
    joined: Score
    errors: tuple[PairMiss, ...]

    def as_json(self) -> dict[str, object]:
        """The figures for a machine."""
        return {
            "name": self.name,
            "half": self.half,
            "pairs": self.pairs,
            "precision": round(self.joined.precision, 3),
            "recall": round(self.joined.recall, 3),
            "f1": round(self.joined.f1, 3),
        }


def evaluate_reports(path: Path, half: str = "all") -> ReportScores:
    """The scores on a .jsonl file of pairs. Raises GoldMissing."""
    cases = list(read_report_cases(path, half))
    return _score(cases, [_joined(case) for case in cases], path.stem, half)


def _joined(case: ReportCase) -> bool:
    """Whether the two are taken for one, said by one actor and printed on one day."""
    left, right = (
        read_saying(
            statement,
            Attribution(
                statement=statement.id,
                article=statement.article,
                speaker="the speaker",
                speaker_text="the speaker",
                party=None,
            ),
            DAY,
        )
        for statement in case.statements
    )
    return same_utterance(left, right)


def _score(
    cases: Iterable[ReportCase], joined: Iterable[bool], name: str, half: str
) -> ReportScores:
    told = list(zip(cases, joined, strict=True))
    return ReportScores(
        name=name,
        half=half,
        pairs=len(told),
        joined=Score(
            matched=sum(case.same and found for case, found in told),
            found=sum(found for _, found in told),
            gold=sum(case.same for case, _ in told),
        ),
        errors=tuple(
            PairMiss(
                id=case.id,
                left=case.articles[0].text,
                right=case.articles[1].text,
                same=case.same,
            )
            for case, found in told
            if case.same != found
        ),
    )
