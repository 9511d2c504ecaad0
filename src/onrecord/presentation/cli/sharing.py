"""Commands that hand the record on: export, dossier."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.presentation.cli.terminal import (
    json_option,
    opened,
    print_json,
    record_argument,
)
from onrecord.presentation.record import ExportFormat

FORMS: tuple[ExportFormat, ...] = ("jsonl", "csv", "xlsx", "ics", "timelines")


@click.command()
@click.argument("form", type=click.Choice(FORMS), metavar="|".join(FORMS))
@record_argument
@click.option("-o", "--out", type=click.Path(path_type=Path), help="Folder, xlsx or ics file.")
@json_option
def export(form: ExportFormat, record: Path | None, out: Path | None, *, as_json: bool) -> None:
    """Write the record in another format: jsonl and csv into a folder, xlsx into one file.

    ics writes the events as a calendar, timelines a file for each actor of an event, in the form of
    SemEval-2015 Task 4.
    """
    source = opened(record)
    suffix = f".{form}" if form in ("xlsx", "ics") else f"-{form}"
    written = source.export(form, out or source.path.with_name(source.path.stem + suffix))
    if as_json:
        print_json({"file": str(path), "bytes": path.stat().st_size} for path in written)
    else:
        click.echo("\n".join(str(path) for path in written))


@click.command()
@record_argument
@click.option("-o", "--out", type=click.Path(path_type=Path), help="The HTML file to write.")
@json_option
def dossier(record: Path | None, out: Path | None, *, as_json: bool) -> None:
    """Write the dossier of a record: one HTML file that opens offline."""
    path = opened(record).dossier(out)
    if as_json:
        print_json([{"file": str(path), "bytes": path.stat().st_size}])
    else:
        click.echo(str(path))
