"""Quality floors: `python -m benchmarks.quality [--write]`.

Each task is measured on a gold dev set, or on cases of our own that lie in `cases`, and compared
with the floor in `quality.json`, which holds what was reached when it was last written ("reached"),
and that less a hair for other versions of the parser ("floors"). A floor never drops silently:
`--write` raises floors and refuses to lower one. Where the gold itself has changed, its floors say
nothing any more: `--write` then says so and begins anew.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.gold import corpus_hash, gold_folder, told_missing
from onrecord.evaluation import (
    CaseScores,
    evaluate_actors,
    evaluate_acts,
    evaluate_assessments,
    evaluate_cases,
    evaluate_contradictions,
    evaluate_date_cases,
    evaluate_dates,
    evaluate_entities,
    evaluate_events,
    evaluate_places,
    evaluate_positions,
    evaluate_quantities,
    evaluate_reports,
    evaluate_speakers,
    evaluate_statements,
    evaluate_stories,
    evaluate_times,
    evaluate_wires,
)
from onrecord.evaluation.actor_scores import Corpus
from onrecord.evaluation.acts import ActCorpus
from onrecord.evaluation.dates import Corpus as DatedCorpus
from onrecord.evaluation.gold.geoparsing import GeoCorpus
from onrecord.evaluation.position_scores import PositionScores

FLOORS = Path(__file__).with_name("quality.json")
CASES = Path(__file__).with_name("cases")
HAIR = 0.005
Figures = dict[str, float]


@dataclass(frozen=True, slots=True)
class Task:
    """What is measured on which corpus; a corpus of ours is always there."""

    name: str
    corpus: str
    ours: bool
    measure: Callable[[Path], Figures]


def statements(gold: Path, *, light: bool) -> Figures:
    """Linked statements on PolNeAR dev, and the exact spans of their roles."""
    scores = evaluate_statements(gold.parent, light=light)
    figures = {
        "F1 at IoU .3": scores.loose.f1,
        "F1 at IoU .8": scores.strict.f1,
        "right source": scores.source_agreement,
        "articles not lost": 1 - scores.lost / scores.articles,
    }
    return figures | {f"exact {role}, F1": score.f1 for role, score in scores.spans.items()}


def speakers(gold: Path, *, light: bool) -> Figures:
    """Who speaks in sources of PolNeAR dev, by the sort of words that name the source."""
    scores = evaluate_speakers(CASES / "speakers.jsonl", gold.parent, light=light)
    asked = ("named", "pronoun", "description")
    right = {f"right, {k.kind}": k.accuracy or 0.0 for k in scores.kinds if k.kind in asked}
    return right | {"not wrong": 1 - (scores.wrong_share or 0.0)}


def actors(gold: Path, *, corpus: Corpus, light: bool) -> Figures:
    """Whether one actor is one over a whole set of documents, beside what equal words give."""
    scores = evaluate_actors(gold.parent, corpus, light=light)
    return {"CoNLL F1": scores.whole.ours.conll, "above equal words": scores.gain}


def entities(gold: Path, *, light: bool) -> Figures:
    """Names with their classes on CrossNER politics dev: by the labels, and by the flow."""
    flow = evaluate_entities(gold.parent, light=light, rules=True)
    figures = {"flow, F1": flow.micro.f1, "flow, politician = person, F1": flow.merged.f1}
    if light:
        return figures
    labels = evaluate_entities(gold.parent)
    return figures | {
        "labels, F1": labels.micro.f1,
        "labels, politician = person, F1": labels.merged.f1,
    }


def times(gold: Path, *, light: bool) -> Figures:
    """Expressions of time on the part of TempEval-3 from which no rule came."""
    scores = evaluate_times(gold.parent, light=light)
    figures = {"strict": scores.strict, "relaxed": scores.relaxed, "value": scores.value}
    return {f"{name}, F1": score.f1 for name, score in figures.items()}


def date_cases(gold: Path, *, light: bool) -> Figures:
    """Sentences of Recognizers-Text with dates and lengths."""
    scores = evaluate_date_cases(gold.parent, light=light)
    return {"news-like": scores.news_like.recall, "all settled": scores.all_settled.recall}


def dates(gold: Path, *, corpus: DatedCorpus, light: bool) -> Figures:
    """Whether the true day lies in what is inferred of an article's date."""
    scores = evaluate_dates(gold.parent, corpus, light=light)
    return {"held": scores.held or 0.0, "claimed": scores.claimed / scores.documents}


def places(gold: Path, *, corpus: GeoCorpus, light: bool) -> Figures:
    """Places found, and how many of them lie where the gold puts them."""
    scores = evaluate_places(gold, corpus=corpus, light=light)
    return {"found, F1": scores.found.f1, "within 161 km": scores.located.accuracy or 0.0}


def quantities(gold: Path, *, light: bool) -> Figures:
    """Quantities whose value and unit are right: cases that were looked at, and those apart."""
    scores = evaluate_quantities(gold.parent, light=light).scores
    return {
        f"{group}{name}, F1": score.amounts.f1
        for name, part in (("", scores.seen), (", apart", scores.apart))
        for group, score in part.items()
    }


def positions(path: Path, *, light: bool) -> Figures:
    """Positions in sentences of our own, over ten kinds of negotiation."""
    return _of_positions(evaluate_positions(path, None, light=light))


def positions_in_news(gold: Path, *, light: bool) -> Figures:
    """Positions in labelled sentences of articles that lie elsewhere."""
    labels = CASES / "positions-news.jsonl"
    return _of_positions(evaluate_positions(labels, gold.parent, light=light))


def _of_positions(scores: PositionScores) -> Figures:
    figures = {
        "a sentence holds one, F1": scores.sentences.f1,
        "found by the words, F1": scores.paired.f1,
        "whole, precision": scores.whole.precision,
    }
    parts = ("act", "party", "issue")
    return figures | {f"{part} of those found, F1": scores.parts[part].f1 for part in parts}


def wires(gold: Path) -> Figures:
    """Articles of PolNeAR known as an agency's by what they print."""
    scores = evaluate_wires(gold.parent)
    figures = {"text alone": scores.text_alone, "with its byline": scores.with_byline}
    return {f"{name}, F1": score.f1 for name, score in figures.items()}


def stories(gold: Path) -> Figures:
    """Leads of three outlets each, brought together again."""
    return {"B³ F1": evaluate_stories(gold.parent).f1}


def reports(path: Path) -> Figures:
    """Pairs of wordings of our own: one statement or two."""
    return {"joined, F1": evaluate_reports(path).joined.f1}


def contradictions(path: Path) -> Figures:
    """Clashes that we planted in invented coverage, and the near misses beside them."""
    scores = evaluate_contradictions(path)
    return {
        "found by the right rule": scores.by_rule / scores.clashes,
        "quiet near misses": scores.quiet / scores.near_misses,
    }


def assessments(path: Path) -> Figures:
    """What institutes, polls, courts and outside bodies find, in cases of our own."""
    scores = evaluate_assessments(path)
    figures = {f"{field}, F1": score.f1 for field, score in scores.fields}
    return figures | {"quiet": scores.quiet / scores.empty}


def events(gold: Path) -> Figures:
    """Mentions of one event over the documents of ECB+ dev, beside equal lemmas."""
    scores = evaluate_events(gold.parent)
    ours = scores.ours.conll
    return {
        "CoNLL F1": ours,
        "above one lemma": ours - scores.lemma.conll,
        "above one lemma in a topic": ours - scores.lemma_in_topic.conll,
    }


def acts(gold: Path, *, corpus: ActCorpus) -> Figures:
    """Political acts, or stances, in sentences whose source and target are marked."""
    scores = evaluate_acts(gold.parent, corpus)
    return {"macro F1": scores.macro_f1, "accuracy": scores.accuracy}


def cases(path: Path, *, light: bool) -> Figures:
    """Our own cases, both halves: statements, and whatever else the file is about."""
    scores = evaluate_cases(path, light=light)
    return {
        "F1 at IoU .3": scores.loose.f1,
        "F1 at IoU .8": scores.strict.f1,
        "right source": scores.source_agreement,
        "cases wholly right": scores.whole_share,
        **dict(_asked(scores)),
    }


def _asked(scores: CaseScores) -> Iterator[tuple[str, float]]:
    """Yield the figures that only some files ask for."""
    if scores.nested.gold:
        yield "nested, F1 at IoU .8", scores.nested.f1
        yield "nested, F1 at IoU .5", scores.nested_loose.f1
    for label in scores.labels:
        if label.accuracy is not None:
            yield f"right {label.label}", label.accuracy
    if scores.negated is not None:
        yield "negated, F1", scores.negated.f1
    if scores.chains is not None:
        yield "named in via, F1", scores.chains.names.f1


BY_MODE = tuple(
    Task(f"{name}, light" if light else name, corpus, ours, partial(measure, light=light))
    for name, corpus, ours, measure in (
        ("statements", "polnear/dev", False, statements),
        ("speakers", "polnear/dev", False, speakers),
        ("actors, MEANTIME", "meantime_apple", False, partial(actors, corpus="meantime")),
        ("actors, ECB+", "ecbplus", False, partial(actors, corpus="ecbplus")),
        ("entities", "crossner_politics", False, entities),
        ("times, TempEval-3", "tempeval3", False, times),
        ("times, Recognizers-Text", "recognizers_specs", False, date_cases),
        ("dates, PolNeAR", "polnear/dev", False, partial(dates, corpus="polnear")),
        ("dates, TempEval-3", "tempeval3", False, partial(dates, corpus="tempeval3")),
        ("places, TR-News", "geoparsing", False, partial(places, corpus="trnews")),
        ("places, LGL", "geoparsing", False, partial(places, corpus="lgl")),
        ("quantities", "quantulum3_tests", False, quantities),
        ("nesting", "nesting.jsonl", True, cases),
        ("forms", "forms.jsonl", True, cases),
        ("positions", "positions.jsonl", True, positions),
        ("positions, news", "news_raw", False, positions_in_news),
    )
    for light in (False, True)
)
TASKS = (
    *BY_MODE,
    # Read off the text alone: there is one mode of them.
    Task("wires", "polnear", False, wires),
    Task("stories", "neus", False, stories),
    Task("reports", "reports.jsonl", True, reports),
    Task("contradictions", "clashes.jsonl", True, contradictions),
    Task("assessments", "assessments.jsonl", True, assessments),
    Task("events, ECB+", "ecbplus", False, events),
    Task("acts, PLOVER", "plover", False, partial(acts, corpus="plover")),
    Task(
        "acts, directed sentiment", "directed_sentiment", False, partial(acts, corpus="sentiment")
    ),
)


def main() -> int:
    """Print every figure beside its floor; 1 if one lies below."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--write", action="store_true", help="raise the floors to what is reached")
    asked = options.parse_args()
    gold = gold_folder()
    floors = json.loads(FLOORS.read_text()) if FLOORS.exists() else {}
    missed = 0
    for task in TASKS:
        folder = CASES if task.ours else gold
        if folder is not None:
            missed += _held(task, folder / task.corpus, floors, write=asked.write)
    if asked.write:
        FLOORS.write_text(json.dumps(floors, indent=2) + "\n")
    print(f"quality: {missed} below their floor" if missed else "quality: all floors held")
    untold = told_missing("quality on gold sets") if gold is None else 0
    return 1 if missed else untold


def _held(task: Task, corpus: Path, floors: dict[str, dict[str, Any]], *, write: bool) -> int:
    """How many figures of a task lie below their floor; `floors` takes what was reached."""
    found = _hash_of(corpus)
    if write and task.name in floors and floors[task.name]["corpus"] != found:
        print(f"{task.name}: its corpus has changed; measured anew, without floors")
        del floors[task.name]
    known = floors.setdefault(task.name, {"corpus": found, "floors": {}, "reached": {}})
    if known["corpus"] != found:
        print(f"{task.name}: the corpus is not the one that the floors were measured on")
        return 1
    least, reached = known["floors"], known["reached"]
    figures = task.measure(corpus)
    missed = 0
    if least and set(figures) != set(least) and not write:
        print(f"{task.name}: other figures than those that have floors; run with --write")
        missed += 1
    for name, figure in figures.items():
        floor = least.get(name, 0.0)
        verdict = "held" if figure >= floor else "BELOW"
        print(f"{task.name} {name} {figure:.3f} (floor {floor:.3f}) {verdict}")
        missed += figure < floor
        least[name] = max(floor, round(figure - HAIR, 3))
        reached[name] = round(figure, 3)
    return missed


def _hash_of(corpus: Path) -> str:
    """A short hash of a folder's files, or of one file."""
    if corpus.is_dir():
        return corpus_hash(corpus)
    return hashlib.sha256(corpus.read_bytes()).hexdigest()[:16]


if __name__ == "__main__":
    sys.exit(main())
