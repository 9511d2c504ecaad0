"""Assessments in small texts, and what looks like one: our own cases, a JSON object a line.

`{"id", "published", "text", "assessments": [{"assessor", "kind", "figures": [{"words", "scope"}],
"as_of"}]}`; `assessor` and `words` are exact words of the text ("words#2": their second
occurrence), `as_of` is a day, a month or a year ("2031-03"), null where the text does not tell. Ids
that begin with "test-" are the half at which nobody looks while rules are made.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, get_args

from onrecord.errors import GoldMissing
from onrecord.evaluation.gold.passages import Fault, ranges_of
from onrecord.evaluation.gold.polnear import Range
from onrecord.evaluation.gold.texts import article_of
from onrecord.reconciliation.assessors import AssessorKind
from onrecord.records import Article, Interval


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldAssessment:
    """Where the assessor's words stand, and its figures with their scopes; None: not told.

    `as_of` is `[first day, end)`.
    """

    assessor: Range
    kind: str
    figures: tuple[tuple[Range, str | None], ...]
    as_of: tuple[dt.date, dt.date] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentCase:
    """One text with all its assessments, which may be none."""

    id: str
    article: Article
    assessments: tuple[GoldAssessment, ...]


def read_assessment_cases(path: Path, half: str = "all") -> Iterator[AssessmentCase]:
    """Yield the cases of a half ("dev", "test", "all") in order. Raises GoldMissing."""
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, ValueError) as error:
        raise GoldMissing(f"{path}: no cases of assessments ({error})") from None
    for number, line in enumerate(lines, start=1):
        try:
            case = _case(json.loads(line))
        except (Fault, ValueError, KeyError, TypeError, RecursionError) as error:
            raise GoldMissing(
                f"{path}, line {number}: {error}; expected id, published, text, assessments"
            ) from None
        if half == "all" or case.id.startswith(f"{half}-"):
            yield case


def _case(given: Mapping[str, Any]) -> AssessmentCase:
    day = dt.date.fromisoformat(given["published"])
    published = Interval(
        start=day, end=day + dt.timedelta(days=1), precision="day", basis="metadata"
    )
    article = replace(article_of(given["id"], given["text"]), published=published)
    return AssessmentCase(
        id=given["id"],
        article=article,
        assessments=tuple(_assessment(article.text, a) for a in given["assessments"]),
    )


def _assessment(text: str, given: Mapping[str, Any]) -> GoldAssessment:
    if given["kind"] not in get_args(AssessorKind):
        raise Fault(f"kind is {given['kind']!r}; expected one of {get_args(AssessorKind)}")
    (assessor,) = ranges_of(text, "assessor", [given["assessor"]])
    return GoldAssessment(
        assessor=assessor,
        kind=given["kind"],
        figures=tuple(
            (ranges_of(text, "figures", [figure["words"]])[0], figure["scope"])
            for figure in given["figures"]
        ),
        as_of=_days(given["as_of"]) if given["as_of"] is not None else None,
    )


def _days(given: str) -> tuple[dt.date, dt.date]:
    """The days `[first, end)` of "2031", "2031-03" or "2031-03-05". Raises ValueError."""
    parts = [int(part) for part in given.split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else 1
    if len(parts) == 3:
        day = dt.date(*parts)
        return day, day + dt.timedelta(days=1)
    if len(parts) == 1:
        return dt.date(year, 1, 1), dt.date(year + 1, 1, 1)
    return dt.date(year, month, 1), dt.date(year + month // 12, month % 12 + 1, 1)
