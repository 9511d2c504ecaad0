"""Commands that measure: verify, evaluate."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from onrecord.errors import RecordCorrupt
from onrecord.evaluation import StatementScores, evaluate_statements
from onrecord.presentation.cli.terminal import (
    json_option,
    opened,
    print_json,
    print_table,
    printable,
    record_argument,
)

FAULTY = 4


@click.command()
@record_argument
@json_option
def verify(record: Path | None, *, as_json: bool) -> int:
    """Check every original, offset and quote of a record; exit code 4 if one is false."""
    try:
        found = opened(record).verify()
    except RecordCorrupt as error:
        click.echo(printable(f"Error: {error}"), err=True)
        return FAULTY
    if as_json:
        print_json(
            [
                {
                    "articles": found.articles,
                    "records": found.records,
                    "spans": found.spans,
                    "faults": found.faults.to_dicts(),
                }
            ]
        )
    else:
        click.echo(
            f"{found.articles} articles, {found.records} records, {found.spans} quotes checked:"
            f" {len(found.faults) or 'no'} fault{'' if len(found.faults) == 1 else 's'}"
        )
        for fault in found.faults:
            click.echo(printable(f"  {fault.where}: {fault.what}"), err=True)
    return FAULTY if found.faults else 0


@click.command()
@click.argument("task", type=click.Choice(["statements"]))
@click.argument("gold", type=click.Path(path_type=Path), envvar="ONRECORD_GOLD")
@click.option("--split", type=click.Choice(["dev", "train"]), default="dev", show_default=True)
@click.option("--light", is_flag=True, help="Measure the mode without parser or model.")
@click.option("--limit", type=click.IntRange(1), help="So many documents at most.")
@click.option("--errors", type=click.IntRange(0), default=0, help="Print so many errors to read.")
@json_option
def evaluate(
    task: str,  # noqa: ARG001  # one choice so far
    gold: Path,
    *,
    split: str,
    light: bool,
    limit: int | None,
    errors: int,
    as_json: bool,
) -> None:
    """Measure TASK on the folder GOLD (or $ONRECORD_GOLD): statements on PolNeAR."""
    scores = evaluate_statements(gold, split=split, light=light, limit=limit)
    if as_json:
        print_json([scores.as_json()])
        return
    print_table([("figure", 7), ("", 3)], _figures(scores))
    if errors:
        click.echo("\n".join(error.as_text() for error in scores.errors[:errors]))


def _figures(scores: StatementScores) -> Iterator[tuple[str, str]]:
    """Yield (what is measured, the figure) for a reader."""
    mode = "light mode" if scores.light else "with the parser"
    yield f"articles of {scores.split}, {mode}", f"{scores.articles} ({scores.lost} lost)"
    for name, score in (("content IoU ≥ .3", scores.loose), ("content IoU ≥ .8", scores.strict)):
        three = f"{score.precision:.3f} / {score.recall:.3f} / {score.f1:.3f}"
        yield f"linked statements, {name}: precision / recall / F1", three
    yield "right source among matched", f"{scores.source_agreement:.3f}"
    yield "source exactly the same", f"{scores.source_exact_agreement:.3f}"
    for role, score in scores.spans.items():
        yield f"exact {role}, F1", f"{score.f1:.3f}"
    for kind, score in scores.by_kind.items():
        yield f"{kind}: precision", f"{score.precision:.3f} of {score.found}"
    yield "articles/s, extractor alone", f"{scores.articles_per_second:.0f}"
