"""Whether planted clashes are found, each by its rule, and near misses left alone.

Each case is a record of its own: its articles are read by the flow as it runs for any record.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from onrecord.actors import load_base
from onrecord.evaluation.counts import Score
from onrecord.evaluation.gold.clash_cases import ClashCase, Planted, read_clash_cases
from onrecord.evaluation.reading import Encode, encoder_of
from onrecord.language.encoding import Encoding
from onrecord.language.english import parse_article
from onrecord.language.parse import Parse
from onrecord.pipeline import (
    PASSES,
    SINGLE,
    Base,
    Cast,
    Codebook,
    Gazetteer,
    Horizon,
    PartyNames,
    by_kind,
    run_stages,
)
from onrecord.places import load_places
from onrecord.positions import load_codebook
from onrecord.reconciliation.passages import article_of_passage, cite_passage
from onrecord.records import (
    Article,
    Citation,
    Contradiction,
    Decision,
    Position,
    QuantityMention,
    Statement,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClashMiss:
    """A clash that was not found or by another rule, or what was found where nothing clashes."""

    id: str
    expected: str
    found: tuple[str, ...]

    def as_text(self) -> str:
        """A few lines for a reader."""
        found = "; ".join(self.found) or "nothing"
        return f"{self.id}: expected {self.expected}, found {found}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ContradictionScores:
    """How many planted clashes were found: at all, as the right kind, by the right rule.

    `of_kind` scores the kind over all cases: whatever else is found, in a near miss too, counts
    against its precision. `quiet` are the near misses in which nothing was found.
    """

    name: str
    half: str
    clashes: int
    found: int
    by_rule: int
    of_kind: Score
    near_misses: int
    quiet: int
    errors: tuple[ClashMiss, ...]

    def as_json(self) -> dict[str, object]:
        """The figures for a machine."""
        return {
            "name": self.name,
            "half": self.half,
            "clashes": self.clashes,
            "found": self.found,
            "by the right rule": self.by_rule,
            "right kind, precision": round(self.of_kind.precision, 3),
            "right kind, recall": round(self.of_kind.recall, 3),
            "near misses": self.near_misses,
            "quiet": self.quiet,
        }


def evaluate_contradictions(
    path: Path, half: str = "all", *, light: bool = False
) -> ContradictionScores:
    """The scores on a .jsonl file of cases. Raises GoldMissing.

    Parties that are invented stand beside it ("cases.jsonl" and "cases-parties.yaml").
    """
    cases = list(read_clash_cases(path, half))
    parties = path.with_name(f"{path.stem}-parties.yaml")
    shared: dict[Any, Any] = {
        Base: load_base(parties if parties.exists() else None),
        Gazetteer: load_places(),
        Codebook: load_codebook(),
        Horizon: Horizon(),
    }
    encode = encoder_of(light=light)
    told = [
        (case, _found(case, read_corpus(case.articles, shared, encode, light=light)))
        for case in cases
    ]
    return _score(told, path.stem, half)


def read_corpus(
    articles: Sequence[Article], shared: Mapping[Any, Any], encode: Encode, *, light: bool
) -> dict[Any, Any]:
    """All that is known of these articles as a record of their own, contradictions included."""
    own: dict[str, dict[Any, Any]] = {}
    corpus: dict[Any, Any] = {**shared, Article: tuple(articles), Decision: ()}
    for article in articles:
        parse = parse_article(article, light=light)
        own[article.id] = {
            **shared,
            Article: article,
            Parse: parse,
            Encoding: encode(article),
        }
    for stages in PASSES:
        if stages[0].per == "article":
            for known in own.values():
                known.update((kind, corpus[kind]) for kind in (Cast, PartyNames) if kind in corpus)
                run_stages(stages, known)
            written = {kind for stage in stages for kind in stage.writes}
            for kind in written:
                every = (k[kind] if kind not in SINGLE else (k[kind],) for k in own.values())
                corpus[kind] = tuple(chain.from_iterable(every))
            continue
        for stage in stages:
            corpus.update(by_kind(stage, stage.run(*(corpus[kind] for kind in stage.reads))))
            if Contradiction in stage.writes:
                return corpus
    return corpus


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A contradiction, and the words of both sides."""

    kind: str
    rule: str
    left: tuple[Citation, ...]
    right: tuple[Citation, ...]

    def meets(self, planted: Planted) -> bool:
        """Whether each side touches one of the planted words."""
        return (_touches(self.left, planted.left) and _touches(self.right, planted.right)) or (
            _touches(self.left, planted.right) and _touches(self.right, planted.left)
        )


def _found(case: ClashCase, corpus: Mapping[Any, Any]) -> list[Found]:
    articles = {a.id: a for a in case.articles}
    spans: dict[str, tuple[Citation, ...]] = {}
    for statement in corpus[Statement]:
        parts = (*statement.cue, *statement.content)
        spans[statement.id] = tuple(Citation(article=statement.article, span=s) for s in parts)
    for position in corpus[Position]:
        cited = (Citation(article=position.article, span=s) for s in position.spans)
        spans[position.id] = tuple(cited)
    for quantity in corpus[QuantityMention]:
        spans[quantity.id] = (Citation(article=quantity.article, span=quantity.span),)

    def cited_by(ids: Iterable[str]) -> tuple[Citation, ...]:
        found: list[Citation] = []
        for name in ids:
            article = article_of_passage(name)
            found.extend(
                (cite_passage(name, articles[article]),) if article else spans.get(name, ())
            )
        return tuple(found)

    return [
        Found(kind=c.kind, rule=c.rule, left=cited_by(c.left), right=cited_by(c.right))
        for c in corpus[Contradiction]
    ]


def _touches(cited: Iterable[Citation], planted: Citation) -> bool:
    return any(
        c.article == planted.article
        and c.span.start < planted.span.end
        and planted.span.start < c.span.end
        for c in cited
    )


def _score(
    told: Sequence[tuple[ClashCase, Sequence[Found]]], name: str, half: str
) -> ContradictionScores:
    met = [(case, [f for f in found if case.clash and f.meets(case.clash)]) for case, found in told]
    clashes = [(case.clash, found) for case, found in met if case.clash is not None]
    kinds = sum(any(f.kind == clash.kind for f in found) for clash, found in clashes)
    near = [found for case, found in told if case.clash is None]
    return ContradictionScores(
        name=name,
        half=half,
        clashes=len(clashes),
        found=sum(bool(found) for _, found in clashes),
        by_rule=sum(any(f.rule == clash.rule for f in found) for clash, found in clashes),
        of_kind=Score(
            matched=kinds,
            found=sum(len({(f.kind, f.left, f.right) for f in found}) for _, found in told),
            gold=len(clashes),
        ),
        near_misses=len(near),
        quiet=sum(not found for found in near),
        errors=tuple(_misses(told)),
    )


def _misses(told: Sequence[tuple[ClashCase, Sequence[Found]]]) -> Iterable[ClashMiss]:
    for case, found in told:
        rules = tuple(f"{f.kind} by {f.rule}" for f in found)
        if case.clash is None:
            if found:
                yield ClashMiss(id=case.id, expected="nothing", found=rules)
        elif [f.rule for f in found if f.meets(case.clash)] != [case.clash.rule] or len(found) > 1:
            yield ClashMiss(id=case.id, expected=case.clash.rule, found=rules)
