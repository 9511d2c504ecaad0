"""Expressions of time: TIMEX3 on TempEval-3, and sentences of Recognizers-Text."""

from __future__ import annotations

import datetime as dt
import re
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from onrecord.evaluation.counts import Score
from onrecord.evaluation.gold.recognizer_dates import DateCase, Value, read_date_cases
from onrecord.evaluation.gold.timeml import Part, TimeArticle, read_timeml
from onrecord.evaluation.time_scores import DateCaseScores, TimeMiss, TimeScores
from onrecord.language.english import parse_article
from onrecord.records import Article, TimeMention
from onrecord.times import find_times

SECONDS = {"S": 1, "M": 60, "H": 3600}
DAYS = {"D": 86400, "W": 7 * 86400, "M": 30 * 86400, "Y": 365 * 86400}
ROUGH = re.compile(r"week|month|year|decade", re.I)


def evaluate_times(
    gold: Path | None, part: Part = "dev", *, light: bool = False, limit: int | None = None
) -> TimeScores:
    """The scores on a part of TempEval-3; `seconds` are those of finding, without the parse.

    Raises GoldMissing if the folder is not there or not of the form.
    """
    documents = list(read_timeml(gold, part, limit))
    found: list[tuple[TimeMention, ...]] = []
    seconds = 0.0
    for document in documents:
        parse = parse_article(document.article, light=light)
        started = time.perf_counter()
        found.append(find_times(document.article, parse))
        seconds += time.perf_counter() - started
    return score_times(documents, found, part=part, light=light, seconds=seconds)


def score_times(
    documents: Sequence[TimeArticle],
    found: Sequence[Sequence[TimeMention]],
    *,
    part: str = "all",
    light: bool = False,
    seconds: float = 0.0,
) -> TimeScores:
    """The scores of what was found; each expression matches one other at most, in text order."""
    counts = dict.fromkeys(("strict", "relaxed", "value", "type"), 0)
    errors: list[TimeMiss] = []
    for document, mentions in zip(documents, found, strict=True):
        exact = {(m.span.start, m.span.end) for m in mentions}
        counts["strict"] += sum((g.start, g.end) in exact for g in document.times)
        left = list(mentions)
        for wanted in document.times:
            match = next((m for m in left if _meets(m, wanted.start, wanted.end)), None)
            if match is not None:
                left.remove(match)
                counts["relaxed"] += 1
                counts["value"] += match.timex3 == wanted.value
                counts["type"] += match.type == wanted.type
            if match is None or match.timex3 != wanted.value:
                words = document.article.text[wanted.start : wanted.end]
                errors.append(
                    TimeMiss(
                        path=document.article.path,
                        text=words,
                        gold=wanted.value,
                        found=match.timex3 if match else None,
                    )
                )
        errors.extend(
            TimeMiss(path=document.article.path, text=m.span.text, gold=None, found=m.timex3)
            for m in left
        )
    sizes = {"found": sum(map(len, found)), "gold": sum(len(d.times) for d in documents)}
    scores = {name: Score(matched=n, **sizes) for name, n in counts.items()}
    return TimeScores(
        part=part,
        light=light,
        documents=len(documents),
        seconds=seconds,
        strict=scores["strict"],
        relaxed=scores["relaxed"],
        value=scores["value"],
        type=scores["type"],
        errors=tuple(errors),
    )


def _meets(mention: TimeMention, start: int, end: int) -> bool:
    return mention.span.start < end and start < mention.span.end


def evaluate_date_cases(
    gold: Path | None, *, light: bool = False, limit: int | None = None
) -> DateCaseScores:
    """The share of results read right, of the news-like cases and of all settled ones.

    A result is right if one mention alone stands in its words and means one of its readings; a day
    where weeks, months or years are counted may be anywhere in ours, and either end of a run that
    is counted from today may differ by the one day, for conventions differ there.
    Raises GoldMissing.
    """
    asked = {True: 0, False: 0}
    right = {True: 0, False: 0}
    errors: list[TimeMiss] = []
    for case in read_date_cases(gold, limit):
        found = find_times(case.article, parse_article(case.article, light=light))
        for start, end, values in case.results:
            inside = [m for m in found if _meets(m, start, end)]
            correct = len(inside) == 1 and _means(inside[0], values, case.article.text[start:end])
            asked[case.news_like] += 1
            right[case.news_like] += correct
            if case.news_like and not correct:
                errors.append(_miss(case, start, end, values, inside))
    return DateCaseScores(
        light=light,
        news_like=Score(matched=right[True], found=asked[True], gold=asked[True]),
        all_settled=Score(
            matched=sum(right.values()), found=sum(asked.values()), gold=sum(asked.values())
        ),
        errors=tuple(errors),
    )


def _miss(
    case: DateCase, start: int, end: int, values: frozenset[Value], inside: Sequence[TimeMention]
) -> TimeMiss:
    article: Article = case.article
    return TimeMiss(
        path=article.path,
        text=article.text[start:end],
        gold=" or ".join(sorted(value for _, value in values)),
        found=", ".join(m.timex3 for m in inside) or None,
    )


def _means(mention: TimeMention, values: frozenset[Value], words: str) -> bool:
    """Whether a mention means one of the readings."""
    ours = set(_readings(mention))
    if ours & values:
        return True
    days = [_ends(value) for kind, value in ours if kind == "days"]
    return any(
        _agree(start, end, _ends(value), rough=bool(ROUGH.search(words)))
        for start, end in days
        for kind, value in values
        if kind == "days"
    )


def _agree(start: dt.date, end: dt.date, gold: tuple[dt.date, dt.date], *, rough: bool) -> bool:
    one_day = (gold[1] - gold[0]).days == 1
    if one_day:
        return rough and start <= gold[0] and gold[1] <= end
    return abs((start - gold[0]).days) <= 1 and abs((end - gold[1]).days) <= 1


def _ends(value: str) -> tuple[dt.date, dt.date]:
    start, end = value.split("/")
    return dt.date.fromisoformat(start), dt.date.fromisoformat(end)


def _readings(mention: TimeMention) -> Iterator[Value]:
    if mention.start is not None and mention.end is not None:
        yield "days", f"{mention.start}/{mention.end}"
    length = re.fullmatch(
        r"P(?:(?P<days>(?:[\d.]+[YMWD])+)|T(?P<clock>(?:[\d.]+[HMS])+))", mention.timex3
    )
    if mention.type == "DURATION" and length:
        units = DAYS if length["days"] else SECONDS
        parts = re.findall(r"([\d.]+)([A-Z])", length["days"] or length["clock"])
        yield "length", f"{sum(float(count) * units[unit] for count, unit in parts):g}"
