"""The command that measures a stage on gold data."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

import click

from onrecord.evaluation import (
    ActorScores,
    ActScores,
    AssessmentScores,
    CaseScores,
    ContradictionScores,
    DateCaseScores,
    DateScores,
    EntityScores,
    EventScores,
    PlaceScores,
    PositionScores,
    QuantityScores,
    ReportScores,
    SpeakerScores,
    StatementScores,
    StoryScores,
    TimeScores,
    WireScores,
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
from onrecord.presentation.cli.figures import (
    print_act_scores,
    print_actor_scores,
    print_assessment_scores,
    print_case_scores,
    print_contradiction_scores,
    print_date_case_scores,
    print_date_scores,
    print_entity_scores,
    print_event_scores,
    print_place_scores,
    print_position_scores,
    print_quantity_scores,
    print_report_scores,
    print_speaker_scores,
    print_statement_scores,
    print_story_scores,
    print_time_scores,
    print_wire_scores,
)
from onrecord.presentation.cli.terminal import (
    json_option,
    print_json,
    printable,
)

FAULTY = 4
# The options of each task; --light, --errors and --json belong to all.
TAKES = {
    "statements": {"--split", "--half", "--limit"},
    "speakers": {"--split", "--labels"},
    "actors": {"--split", "--corpus"},
    "entities": {"--split", "--limit", "--rules"},
    "times": {"--split", "--corpus", "--limit"},
    "dates": {"--split", "--corpus", "--limit"},
    "places": {"--corpus"},
    "positions": {"--labels", "--half"},
    "acts": {"--corpus", "--limit"},
    "quantities": set(),
    "reports": {"--half"},
    "contradictions": {"--half"},
    "assessments": {"--half"},
    "stories": {"--split", "--limit"},
    "wires": {"--split"},
    "events": {"--split"},
}
TASKS = tuple(TAKES)
CORPORA = {
    "actors": ("meantime", "ecbplus"),
    "times": ("tempeval3", "recognizers"),
    "dates": ("polnear", "tempeval3"),
    "places": ("trnews", "lgl"),
    "acts": ("plover", "sentiment", "plv"),
}
Scores = (
    ActorScores
    | ActScores
    | AssessmentScores
    | CaseScores
    | ContradictionScores
    | DateCaseScores
    | DateScores
    | EntityScores
    | EventScores
    | PlaceScores
    | PositionScores
    | QuantityScores
    | ReportScores
    | SpeakerScores
    | StatementScores
    | StoryScores
    | TimeScores
    | WireScores
)
Split = Literal["dev", "train"]
Half = Literal["dev", "test", "all"]


@click.command()
@click.argument("task", type=click.Choice(TASKS))
@click.argument("gold", type=click.Path(path_type=Path), envvar="ONRECORD_GOLD")
@click.option(
    "--split",
    type=click.Choice(["dev", "train"]),
    help="Of PolNeAR, ECB+, NeuS and TempEval-3.  [default: dev; wires: both]",
)
@click.option(
    "--half",
    type=click.Choice(["dev", "test", "all"]),
    help="Of cases: those whose id begins so.  [default: all]",
)
@click.option(
    "--labels",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Of speakers and positions: a .jsonl file of labels.",
)
@click.option(
    "--corpus",
    type=click.Choice(sorted({name for names in CORPORA.values() for name in names})),
    help="Which set of documents; the default is the first: actors meantime or ecbplus, times"
    " tempeval3 or recognizers, dates polnear or tempeval3, places trnews or lgl, acts plover,"
    " sentiment or plv.",
)
@click.option("--rules", is_flag=True, help="Of entities: the flow's actors, not the labels.")
@click.option("--light", is_flag=True, help="Measure the mode without parser or model.")
@click.option("--limit", type=click.IntRange(1), help="So many documents or cases at most.")
@click.option("--errors", type=click.IntRange(0), default=0, help="Print so many errors to read.")
@json_option
def evaluate(
    task: str,
    gold: Path,
    *,
    split: Split | None,
    half: Half | None,
    labels: Path | None,
    corpus: str | None,
    rules: bool,
    light: bool,
    limit: int | None,
    errors: int,
    as_json: bool,
) -> None:
    """Measure TASK on GOLD: a folder with PolNeAR, or a .jsonl file of cases.

    The folder may be named by $ONRECORD_GOLD instead. `benchmarks/cases` holds cases of our own,
    and in `speakers.jsonl` who speaks in sources of PolNeAR. Entities are measured on CrossNER
    politics, quantities on MEANTIME and the cases of two tools, stories on NeuS, wires on
    PolNeAR's table of documents, reports and assessments on a .jsonl file of cases.
    """
    options = {
        "--split": split,
        "--half": half,
        "--labels": labels,
        "--corpus": corpus,
        "--limit": limit,
        "--rules": rules or None,
    }
    _check_options(task, {name for name, value in options.items() if value is not None})
    chosen = _corpus(task, corpus)
    scores: Scores
    if task == "speakers":
        if labels is None:
            raise click.UsageError("speakers need --labels FILE")
        scores = evaluate_speakers(labels, gold, split or "dev", light=light)
    elif task == "positions":
        scores = _of_positions(gold, labels, half or "all", light=light)
    elif task == "assessments":
        scores = evaluate_assessments(gold, half or "all", light=light)
    elif task == "actors":
        scores = evaluate_actors(gold, chosen, split=split or "dev", light=light)
    elif task == "entities":
        scores = evaluate_entities(gold, split or "dev", light=light, rules=rules, limit=limit)
    elif task in {"acts", "places", "quantities"}:
        scores = _of_matters(task, gold, chosen, light=light, limit=limit)
    elif task == "contradictions":
        scores = evaluate_contradictions(gold, half or "all", light=light)
    elif task in ("events", "reports", "stories", "wires"):
        scores = _of_coverage(task, gold, split, half, light=light, limit=limit)
    elif task != "statements":
        scores = _of_times(task, gold, chosen, split, light=light, limit=limit)
    else:
        scores = _measured(gold, split, half, light=light, limit=limit)
    _show(scores, errors, as_json=as_json)


def _show(scores: Scores, errors: int, *, as_json: bool) -> None:
    """Print the scores, and so many errors to read where they are not for a machine."""
    if as_json:
        print_json([scores.as_json()])
        return
    _print(scores)
    if errors:
        click.echo(printable("\n".join(error.as_text() for error in scores.errors[:errors])))


def _corpus(task: str, corpus: str | None) -> Any:
    """The set of documents that was asked for, or the task's first. Raises UsageError."""
    of_task = CORPORA.get(task, ())
    if corpus is not None and corpus not in of_task:
        raise click.UsageError(f"{task} are measured on {' or '.join(of_task)}, not on {corpus}")
    return corpus or next(iter(of_task), None)


def _of_positions(gold: Path, labels: Path | None, half: Half, *, light: bool) -> PositionScores:
    """The scores of positions: on cases that bring their texts, or on labels of articles."""
    if labels is not None:
        return evaluate_positions(labels, gold, half, light=light)
    if gold.is_dir():
        raise click.UsageError("positions in articles need --labels FILE")
    return evaluate_positions(gold, None, half, light=light)


def _of_matters(
    task: str, gold: Path, corpus: Any, *, light: bool, limit: int | None
) -> ActScores | PlaceScores | QuantityScores:
    """The scores of acts, places or quantities. Raises GoldMissing and UsageError."""
    if task == "places":
        return evaluate_places(gold, corpus=corpus, light=light)
    if task == "quantities":
        return evaluate_quantities(gold, light=light)
    if light:
        raise click.UsageError("acts are read by a model: there is no light mode of them")
    return evaluate_acts(gold, corpus, limit=limit)


def _of_coverage(
    task: str,
    gold: Path,
    split: Split | None,
    half: Half | None,
    *,
    light: bool,
    limit: int | None,
) -> EventScores | ReportScores | StoryScores | WireScores:
    """The scores of what belongs together. Raises GoldMissing and UsageError."""
    if task == "events" and not light:
        return evaluate_events(gold, split or "dev")
    if task == "events":
        raise click.UsageError("events are told by the parser: there is no light mode of them")
    if light:
        raise click.UsageError(f"{task} are read without parser or model in any mode")
    if task == "reports":
        return evaluate_reports(gold, half or "all")
    if task == "stories":
        return evaluate_stories(gold, split or "dev", limit)
    return evaluate_wires(gold, split or "both")


def _of_times(
    task: str, gold: Path, corpus: Any, split: Split | None, *, light: bool, limit: int | None
) -> DateCaseScores | DateScores | TimeScores:
    """The scores of times, or of the dates of articles. Raises GoldMissing and UsageError."""
    if task == "dates":
        return evaluate_dates(gold, corpus, split or "dev", light=light, limit=limit)
    if corpus == "tempeval3":
        return evaluate_times(gold, split or "dev", light=light, limit=limit)
    if split is not None:
        raise click.UsageError("--split belongs to TempEval-3, not to recognizers")
    return evaluate_date_cases(gold, light=light, limit=limit)


def _check_options(task: str, given: set[str]) -> None:
    """Raise UsageError for an option of another task."""
    for option in sorted(given - TAKES[task]):
        tasks = " and ".join(name for name, takes in TAKES.items() if option in takes)
        raise click.UsageError(f"{option} belongs to {tasks}, not to {task}")


def _print(scores: Scores) -> None:
    """Print the tables of one evaluation."""
    printers: dict[type, Callable[[Any], None]] = {
        ActorScores: print_actor_scores,
        ActScores: print_act_scores,
        AssessmentScores: print_assessment_scores,
        CaseScores: print_case_scores,
        ContradictionScores: print_contradiction_scores,
        DateCaseScores: print_date_case_scores,
        DateScores: print_date_scores,
        EntityScores: print_entity_scores,
        EventScores: print_event_scores,
        PlaceScores: print_place_scores,
        PositionScores: print_position_scores,
        QuantityScores: print_quantity_scores,
        ReportScores: print_report_scores,
        SpeakerScores: print_speaker_scores,
        StatementScores: print_statement_scores,
        StoryScores: print_story_scores,
        TimeScores: print_time_scores,
        WireScores: print_wire_scores,
    }
    printers[type(scores)](scores)


def _measured(
    gold: Path, split: Split | None, half: Half | None, *, light: bool, limit: int | None
) -> CaseScores | StatementScores:
    """The scores on what the path is. Raises GoldMissing, and UsageError on the other's option."""
    if gold.is_file() or gold.suffix == ".jsonl":
        if split is not None:
            raise click.UsageError("--split belongs to PolNeAR; of cases choose a --half")
        return evaluate_cases(gold, half=half or "all", light=light, limit=limit)
    if half is not None:
        raise click.UsageError("--half belongs to a .jsonl file of cases; PolNeAR has a --split")
    return evaluate_statements(gold, split=split or "dev", light=light, limit=limit)
