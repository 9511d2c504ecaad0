"""Whether assessments are found: who, which figures, what they cover, as of when.

Each case is read by the flow as it runs for a record of one article.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.actors import load_base
from onrecord.evaluation.assessment_scores import AssessmentMiss, AssessmentScores
from onrecord.evaluation.counts import Score
from onrecord.evaluation.gold.assessment_cases import (
    AssessmentCase,
    GoldAssessment,
    read_assessment_cases,
)
from onrecord.evaluation.gold.polnear import Range
from onrecord.evaluation.reading import encoder_of
from onrecord.language.encoding import Encoding
from onrecord.language.english import parse_article
from onrecord.language.parse import Parse
from onrecord.pipeline import FLOW, Base, Gazetteer, run_stages
from onrecord.places import load_places
from onrecord.records import Article, Assessment, Decision, QuantityMention, Span

# What is scored of an assessment, each over all that were found and all that are gold.
FIELDS = ("assessment", "assessor", "kind", "figure", "scope", "as of")
EDGES = " ,;:“”\"'()"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The assessments found in one case, with the quantities that they cite."""

    assessments: tuple[Assessment, ...]
    quantities: dict[str, QuantityMention]


def evaluate_assessments(path: Path, half: str = "all", *, light: bool = False) -> AssessmentScores:
    """The scores on a .jsonl file of cases. Raises GoldMissing."""
    cases = list(read_assessment_cases(path, half))
    encode = encoder_of(light=light)
    shared: dict[Any, Any] = {Base: load_base(), Gazetteer: load_places(), Decision: ()}
    told = [
        (case, _read({**shared, **_parsed(case.article, encode, light=light)})) for case in cases
    ]
    counts = {field: Score(matched=0, found=0, gold=0) for field in FIELDS}
    errors = []
    for case, reading in told:
        found, gold = list(_found_facts(case, reading)), list(_gold_facts(case))
        for field in FIELDS:
            counts[field] = _with(
                counts[field],
                [f for f in found if f[0] == field],
                [g for g in gold if g[0] == field],
            )
        if sorted(map(str, found)) != sorted(map(str, gold)):
            errors.append(_miss(case, reading))
    empty = [reading for case, reading in told if not case.assessments]
    return AssessmentScores(
        name=path.stem,
        half=half,
        cases=len(cases),
        fields=tuple(counts.items()),
        empty=len(empty),
        quiet=sum(not reading.assessments for reading in empty),
        errors=tuple(errors),
    )


def _parsed(article: Article, encode: Any, *, light: bool) -> dict[Any, Any]:
    return {
        Article: article,
        Parse: parse_article(article, light=light),
        Encoding: encode(article),
    }


def _read(known: dict[Any, Any]) -> Reading:
    """What the stages up to assessments give, without those of positions."""
    for stage in FLOW:
        if stage.name.startswith("positions"):
            continue
        given = known if stage.per == "article" else {**known, Article: (known[Article],)}
        run_stages((stage,), given)
        known.update((kind, given[kind]) for kind in stage.writes)
        if Assessment in stage.writes:
            break
    return Reading(
        assessments=known[Assessment], quantities={q.id: q for q in known[QuantityMention]}
    )


Fact = tuple[object, ...]


def _gold_facts(case: AssessmentCase) -> Iterator[Fact]:
    """Yield (field, number of the assessment, value) of what is to be found."""
    for number, gold in enumerate(case.assessments):
        yield "assessment", number
        yield "assessor", number, _trimmed(case, gold.assessor)
        yield "kind", number, gold.kind
        for words, scope in gold.figures:
            yield "figure", number, _trimmed(case, words)
            if scope is not None:
                yield "scope", number, scope
        if gold.as_of is not None:
            yield "as of", number, gold.as_of


def _found_facts(case: AssessmentCase, reading: Reading) -> Iterator[Fact]:
    """Yield the same of what was found; the number is the gold one's, -1 if it is none."""
    for found in reading.assessments:
        number = _number(found, case.assessments)
        yield "assessment", number
        yield "assessor", number, found.assessor_text.strip(EDGES)
        yield "kind", number, found.kind
        gold = case.assessments[number].figures if number >= 0 else ()
        for figure in (reading.quantities[q] for q in found.quantities):
            yield "figure", number, _same_figure(case, figure.span, gold)
            if figure.scope is not None:
                yield "scope", number, figure.scope
        if found.as_of is not None:
            yield "as of", number, (found.as_of.start, found.as_of.end)


def _number(found: Assessment, gold: Sequence[GoldAssessment]) -> int:
    """The gold assessment whose assessor stands in the passage found, nearest to its own words."""
    fitting = [
        (not _names(found, g), number)
        for number, g in enumerate(gold)
        if any(s.start < g.assessor[1] and g.assessor[0] < s.end for s in found.spans)
    ]
    return min(fitting)[1] if fitting else -1


def _names(found: Assessment, gold: GoldAssessment) -> bool:
    return any(
        s.start < gold.assessor[1] and gold.assessor[0] < s.end and s.text == found.assessor_text
        for s in found.spans
    )


def _same_figure(case: AssessmentCase, span: Span, gold: Iterable[tuple[Range, str | None]]) -> str:
    """The gold figure that begins with, or holds, this number; else the number's own words."""
    for words, _ in gold:
        if words[0] <= span.start < words[1]:
            return _trimmed(case, words)
    return span.text


def _trimmed(case: AssessmentCase, words: Range) -> str:
    return case.article.text[words[0] : words[1]].strip(EDGES)


def _with(score: Score, found: list[Fact], gold: list[Fact]) -> Score:
    left = list(gold)
    matched = 0
    for fact in found:
        if fact in left:
            left.remove(fact)
            matched += 1
    return Score(
        matched=score.matched + matched,
        found=score.found + len(found),
        gold=score.gold + len(gold),
    )


def _miss(case: AssessmentCase, reading: Reading) -> AssessmentMiss:
    def told(facts: Iterable[Fact]) -> tuple[str, ...]:
        return tuple(f"{fact[0]}: {fact[2]}" for fact in facts if len(fact) > 2)

    return AssessmentMiss(
        id=case.id,
        text=case.article.text,
        expected=told(_gold_facts(case)),
        found=told(_found_facts(case, reading)),
    )
