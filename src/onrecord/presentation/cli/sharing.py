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


@click.command()
@click.argument("form", type=click.Choice(["jsonl", "csv", "xlsx"]), metavar="jsonl|csv|xlsx")
@record_argument
@click.option("-o", "--out", type=click.Path(path_type=Path), help="Folder, or the xlsx file.")
@json_option
def export(form: ExportFormat, record: Path | None, out: Path | None, *, as_json: bool) -> None:
    """Write the record in another format: jsonl and csv into a folder, xlsx into one file."""
    source = opened(record)
    suffix = ".xlsx" if form == "xlsx" else f"-{form}"
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
