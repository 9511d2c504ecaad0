"""The command about what third parties find: assessments."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import click

from onrecord.presentation.assessment_rows import AssessmentRow
from onrecord.presentation.cli.terminal import (
    ID_SHOWN,
    date_options,
    json_option,
    opened,
    print_json,
    print_table,
    record_argument,
)
from onrecord.reconciliation.assessors import AssessorKind

LONGEST = 320  # characters of a quote in a table; `--json` has all
MOST_FIGURES = 6
KINDS = tuple(kind.replace("_", "-") for kind in get_args(AssessorKind))


@click.command()
@record_argument
@click.option("--kind", type=click.Choice(KINDS), help="Only this kind of assessor.")
@click.option("--assessor", help="Only this one: a name or words of it.")
@click.option("--outlet", help="Only what this outlet reports.")
@click.option("--text", help="Only those whose sentence holds these words.")
@click.option("--figures", is_flag=True, help="Only those that give a figure.")
@date_options
@json_option
def assessments(record: Path | None, *, kind: str | None, as_json: bool, **asked: Any) -> None:
    """What institutes, polls, courts and outside bodies find: who, figure, scope, as of when.

    None of them is a position, and none is judged. Days are those of publication.
    """
    named = kind.replace("-", " ") if kind else None
    found = opened(record).assessments(kind=named, **asked)
    if as_json:
        print_json(found.to_dicts())
        return
    print_table(
        [("who", 2.4), ("figures", 2.8), ("what the article says", 3.6), ("id", 1.4)],
        (
            (
                "\n".join(_who(row)),
                "\n".join(_figures(row)) or "none",
                "\n".join(_told(row)),
                row.id[:ID_SHOWN],
            )
            for row in found
        ),
        empty="no assessment by a third party is on record",
    )


def _who(row: AssessmentRow) -> Iterator[str]:
    yield row.kind
    yield row.assessor or f"“{row.assessor_text}”"
    if row.as_of:
        yield f"as of {row.as_of}"


def _figures(row: AssessmentRow) -> Iterator[str]:
    rows = list(zip(row.figures, row.scopes, row.figures_as_of, strict=True))
    for figure, scope, as_of in rows[:MOST_FIGURES]:
        yield f"- {figure}"
        if scope:
            yield f"  ({scope})"
        if as_of and as_of != row.as_of:
            yield f"  as of {as_of}"
    if len(rows) > MOST_FIGURES:
        yield f"and {len(rows) - MOST_FIGURES} more"


def _told(row: AssessmentRow) -> Iterator[str]:
    short = len(row.quote) <= LONGEST
    yield row.quote if short else f"{row.quote[: LONGEST - 1].rstrip()}…"
    many = f" and {len(row.articles) - 1} more" if len(row.articles) > 1 else ""
    yield f"{row.articles[0]} ({row.published or 'undated'}){many}"
    if len(row.articles) > 1:
        yield f"{row.origins} origin{'' if row.origins == 1 else 's'}"
