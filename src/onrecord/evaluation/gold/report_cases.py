"""Pairs of reports that tell one utterance or two: our own cases, a JSON object a line.

`{"id", "left", "right", "same"}`: words in “curly marks” are quoted. Ids that begin with "test-"
are the half at which nobody looks while rules are made.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from onrecord.errors import GoldMissing
from onrecord.evaluation.gold.texts import article_of
from onrecord.records import Article, Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportCase:
    """Two statements of one speaker, each in an article of its own, and whether they are one."""

    id: str
    articles: tuple[Article, Article]
    statements: tuple[Statement, Statement]
    same: bool


def read_report_cases(path: Path, half: str = "all") -> Iterator[ReportCase]:
    """Yield the cases of a half ("dev", "test", "all") in order. Raises GoldMissing."""
    try:
        lines = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line]
        for line in lines:
            if half == "all" or line["id"].startswith(f"{half}-"):
                left = _statement(f"{line['id']}-1", line["left"])
                right = _statement(f"{line['id']}-2", line["right"])
                yield ReportCase(
                    id=line["id"],
                    articles=(left[0], right[0]),
                    statements=(left[1], right[1]),
                    same=line["same"],
                )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise GoldMissing(f"{path}: no cases of reports ({error})") from None


def _statement(name: str, text: str) -> tuple[Article, Statement]:
    article = article_of(name, text)
    whole = text.startswith("“") and text.find("”") == len(text) - 1
    return article, Statement(
        id=name,
        article=article.id,
        source=(),
        cue=(),
        content=(article.span(0, len(text)),),
        kind="direct" if whole else "mixed" if "“" in text else "indirect",
        channel="indirect_quote",
    )
