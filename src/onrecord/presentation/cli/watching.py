"""The command that looks again and again: watch."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import click

from onrecord.presentation.cli.reading import SKIPPED
from onrecord.presentation.cli.terminal import (
    json_option,
    only_record,
    print_json,
    printable,
    warn_of_mode,
)
from onrecord.presentation.dossier.words import many
from onrecord.presentation.watching import Round
from onrecord.presentation.watching import watch as watch_sources
from onrecord.store.rows import to_json

UNITS = {"s": 1, "m": 60, "h": 3_600, "d": 86_400}
LEAST = 60  # seconds: a site is not asked more often than once a minute what is new


class Span(click.ParamType[float]):
    """A length of time as 90s, 15m, 2h or 1d, in seconds."""

    name = "time"

    def convert(self, value: Any, param: Any, ctx: Any) -> float:
        """The seconds, or a usage error that shows the form."""
        match = re.fullmatch(r"(\d{1,6})([smhd])", str(value).strip().lower())
        if match is None:
            self.fail(f"{value!r} is no length of time; write it as 15m, 2h or 1d", param, ctx)
        seconds = float(match[1]) * UNITS[match[2]]
        if seconds < LEAST:
            self.fail(f"{value} is too often; once a minute (1m) is the most", param, ctx)
        return seconds


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="FOLDER|FEED|OPML...")
@click.option("-o", "--record", type=click.Path(path_type=Path), help="The record to add to.")
@click.option("--every", type=Span(), default="15m", show_default=True, help="How often.")
@click.option("--once", is_flag=True, help="One round, and done.")
@click.option(
    "--light/--full",
    default=None,
    help="Without parser or model: faster, finds less; by default as the record was read.",
)
@json_option
def watch(
    sources: tuple[str, ...],
    record: Path | None,
    *,
    every: float,
    once: bool,
    light: bool | None,
    as_json: bool,
) -> int:
    """Look for what is new in folders and feeds, and add it to a record, until stopped (Ctrl-C).

    One line a round. A page that is on record is not asked for again. A source that fails is told
    and tried again, each time after twice as long; the others go on.
    """
    path = record or only_record()
    warn_of_mode(path, light)
    code = 0
    if not once and not as_json:
        minutes = many(round(every / 60), "minute")
        click.echo(f"Watching, every {minutes}; Ctrl-C ends it.", err=True)
    for one in watch_sources(sources, path, every=every, once=once, light=light):
        if as_json:
            print_json([to_json(one)])
        else:
            print_round(one, last=once)
        code = SKIPPED if one.skipped or one.failures else 0
    return code


def print_round(one: Round, *, last: bool) -> None:
    """Print what a round added in one line, and what could not be read beside it."""
    parts = [f"{many(len(one.added), 'article')} added"]
    if one.replaced:
        parts.append(f"{one.replaced} replaced")
    if one.skipped:
        parts.append(f"{len(one.skipped)} skipped")
    if one.failures:
        parts.append(f"{many(len(one.failures), 'source')} failing")
    titles = f": {'; '.join(one.added)}" if one.added else ""
    line = printable(f"{one.at:%Y-%m-%d %H:%M}  {', '.join(parts)}{titles}").replace("\n", " ")
    width = shutil.get_terminal_size().columns
    click.echo(line if len(line) <= width else f"{line[: width - 1]}…")
    for skip in one.skipped:
        detail = f": {skip.detail}" if skip.detail else ""
        click.echo(
            printable(f"    {skip.where}: {skip.reason}{detail}\n      {skip.remedy}"), err=True
        )
    for failed in one.failures:
        tried = "" if last else f"; tried again {failed.again:%Y-%m-%d %H:%M}"
        click.echo(printable(f"    {failed.source}: {failed.what}{tried}"), err=True)
