"""Whose text an article carries, by its own words: wire texts and credits of PolNeAR."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from onrecord.evaluation.counts import Score
from onrecord.evaluation.gold.polnear_credits import CreditedArticle, read_credits
from onrecord.reconciliation import wire_credit
from onrecord.reconciliation.credits import thanked

THANKS_OF_GOLD = re.compile(r"^h/t:\s*|[\s.]+$")


@dataclass(frozen=True, slots=True, kw_only=True)
class WireMiss:
    """An article whose agency or paper is another than the table says."""

    path: str
    gold: str | None
    found: str | None

    def as_text(self) -> str:
        """One line for a reader."""
        return f"{self.path}: {self.gold or 'no credit'}, found {self.found or 'none'}"


@dataclass(frozen=True, slots=True, kw_only=True)
class WireScores:
    """How well the source of a text is told: by its text alone, with its byline, with all lines.

    `credited` counts wires and lines of thanks together, each as the article prints it.
    """

    split: str
    articles: int
    text_alone: Score
    with_byline: Score
    credited: Score
    errors: tuple[WireMiss, ...]

    def as_json(self) -> dict[str, object]:
        """The figures for a machine."""
        scores = {
            "wire, text alone": self.text_alone,
            "wire, text and byline": self.with_byline,
            "wire and credited, text and all credits": self.credited,
        }
        return {"split": self.split, "articles": self.articles} | {
            name: {"precision": round(s.precision, 3), "recall": round(s.recall, 3)}
            for name, s in scores.items()
        }


def evaluate_wires(
    gold: Path | None, split: Literal["train", "dev", "both"] = "both"
) -> WireScores:
    """The scores on PolNeAR's table of documents. Raises GoldMissing."""
    documents = read_credits(gold, split)
    truth = [d.wire for d in documents]
    alone = [wire_credit(d.article) for d in documents]
    signed = [wire_credit(replace(d.article, authors=_lines(d.byline))) for d in documents]
    all_of = [_credited(d) for d in documents]
    wanted = [d.wire or THANKS_OF_GOLD.sub("", d.credit) or None for d in documents]
    return WireScores(
        split=split,
        articles=len(documents),
        text_alone=_score(alone, truth),
        with_byline=_score(signed, truth),
        credited=_score(all_of, wanted),
        errors=tuple(
            WireMiss(path=d.article.path, gold=gold_name, found=found)
            for d, gold_name, found in zip(documents, wanted, all_of, strict=True)
            if gold_name != found
        ),
    )


def _credited(document: CreditedArticle) -> str | None:
    """Whose text it is, or whom it thanks, by all that the article prints about its makers."""
    article = replace(document.article, authors=_lines(document.byline, document.credit))
    return wire_credit(article) or next(iter(thanked(article)), None)


def _lines(*lines: str) -> tuple[str, ...]:
    return tuple(line for line in lines if line)


def _score(found: Sequence[str | None], gold: Sequence[str | None]) -> Score:
    return Score(
        matched=sum(f is not None and f == g for f, g in zip(found, gold, strict=True)),
        found=sum(f is not None for f in found),
        gold=sum(g is not None for g in gold),
    )
