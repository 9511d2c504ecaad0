"""The command that checks a record, and mends it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from onrecord.engines.repairing import Repair
from onrecord.errors import RecordCorrupt
from onrecord.presentation.checking import Verification
from onrecord.presentation.checking import repair as repair_record
from onrecord.presentation.cli.terminal import (
    json_option,
    only_record,
    print_json,
    printable,
    progress_shown,
    record_argument,
)
from onrecord.presentation.record import open_record

SKIPPED, FAULTY = 3, 4


@click.command()
@record_argument
@click.option("--repair", is_flag=True, help="Mend what can be mended; a copy of before is kept.")
@json_option
def verify(record: Path | None, *, repair: bool, as_json: bool) -> int:
    """Check every original, offset and quote of a record; exit code 4 if one is false.

    --repair makes a damaged record anew of the articles and decisions that are sound in it, and
    says what is lost; exit code 3 if something is.
    """
    path = record if record is not None else only_record()
    try:
        done = _repaired(path, as_json=as_json) if repair else None
        found = open_record(path).verify()
    except RecordCorrupt as error:
        click.echo(printable(f"Error: {error}"), err=True)
        return FAULTY
    if as_json:
        print_json([{**_as_json(found), **(_done_as_json(done) if done is not None else {})}])
    else:
        if done is not None:
            _print_repair(done)
        _print_verification(path, found)
    if found.faults:
        return FAULTY
    return SKIPPED if done is not None and done.lost else 0


def _repaired(path: Path, *, as_json: bool) -> Repair:
    with progress_shown(wanted=not as_json) as progress:
        return repair_record(path, progress)


def _as_json(found: Verification) -> dict[str, Any]:
    return {
        "articles": found.articles,
        "records": found.records,
        "spans": found.spans,
        "faults": found.faults.to_dicts(),
        "concluded": found.concluded,
    }


def _done_as_json(done: Repair) -> dict[str, Any]:
    copy = None if done.copy is None else str(done.copy)
    return {"copy": copy, "mended": done.mended, "lost": done.lost}


def _print_repair(done: Repair) -> None:
    if done.copy is None:
        click.echo("nothing to mend")
        return
    click.echo(printable(f"as it was before: {done.copy}"))
    for what in done.mended:
        click.echo(printable(f"  mended: {what}"))
    for what in done.lost:
        click.echo(printable(f"  lost: {what}"), err=True)


def _print_verification(path: Path, found: Verification) -> None:
    click.echo(
        f"{found.articles} articles, {found.records} records, {found.spans} quotes checked:"
        f" {len(found.faults) or 'no'} fault{'' if len(found.faults) == 1 else 's'}"
    )
    for fault in found.faults:
        click.echo(printable(f"  {fault.where}: {fault.what}"), err=True)
    if not found.concluded:
        words = "the conclusions were not drawn to the end and are not checked; `onrecord read`"
        words += f" again draws them, or `onrecord verify --repair {path}`"
        click.echo(printable(words), err=True)
