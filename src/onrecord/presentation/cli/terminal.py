"""What the commands share: the record argument, JSON output, tables, progress."""

from __future__ import annotations

import datetime as dt
import json
import re
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TypeVar

import click

from onrecord.engines.options import Progress, silent
from onrecord.errors import RecordError
from onrecord.presentation.cli.completing import RecordPath
from onrecord.presentation.record import Record, open_record
from onrecord.records import Article, Skip
from onrecord.store import View
from onrecord.store.writer import CONCLUDED

MOST_SKIPS_SHOWN = 10
ID_SHOWN = 8  # enough of an id for `onrecord show`
IDS = ("id", "positions")
# C0 and C1 controls but tab and line end, and the characters that turn the direction of writing.
UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
F = TypeVar("F", bound=Callable[..., Any])


def record_argument(command: F) -> F:
    """The RECORD argument; left out, the one record in the current folder is meant."""
    return click.argument("record", required=False, type=RecordPath(path_type=Path))(command)


def json_option(command: F) -> F:
    """The --json option: one JSON object a line."""
    return click.option("--json", "as_json", is_flag=True, help="JSON, one object a line.")(command)


def date_options(command: F) -> F:
    """The options --since and --until."""
    until = click.option("--until", type=DAY, help="Up to this day, included: 2026-06-30.")
    since = click.option("--since", type=DAY, help="From this day on: 2026-05-01.")
    return since(until(command))


class Day(click.ParamType[dt.date]):
    """A day as YYYY-MM-DD."""

    name = "day"

    def convert(self, value: Any, param: Any, ctx: Any) -> dt.date:
        """The day, or a usage error that shows the form."""
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is not a day; write it as 2026-05-31", param, ctx)


DAY = Day()


def opened(path: Path | None) -> Record:
    """The record that was named, or the only one in the current folder.

    Where its conclusions are not drawn, that is said: what is asked of it may be missing, or of
    before.
    """
    where = path if path is not None else only_record()
    with suppress(RecordError), View(where) as view:  # who asks next is told of it
        if view.setting(CONCLUDED) is None and view.count(Article):
            words = f"{where}: a run was stopped or is still at work, and the conclusions are not"
            words += " drawn yet: what follows from all articles together is missing or of before;"
            words += f" `onrecord read` again draws them, or `onrecord verify --repair {where}`"
            click.echo(printable(words), err=True)
    return open_record(where)


def warn_of_mode(path: Path, light: bool | None) -> None:
    """Say before anything is read that a mode was asked for in which the record was not read."""
    if light is None or not path.is_file():
        return
    with suppress(RecordError), View(path) as view:
        was = view.setting("light") == "yes"
        if was is not light and view.count(Article):
            now, lost = ("--light", ", and most positions go") if light else ("--full", "")
            before = "in light mode" if was else "with parser and models"
            words = f"{path} was read {before}: what of it stands in this source is read again with"
            click.echo(printable(f"{words} {now}{lost}"), err=True)


def only_record() -> Path:
    """The one record file of the current folder; a usage error if there is none or several."""
    here = sorted(Path().glob("*.onrecord"))
    if len(here) == 1:
        return here[0]
    if not here:
        raise click.UsageError("name a record; there is none in this folder")
    raise click.UsageError(f"name a record; this folder has {', '.join(map(str, here))}")


def only_record_or_none() -> Path | None:
    """The one record file of the current folder; None if there is none or several."""
    here = sorted(Path().glob("*.onrecord"))
    return here[0] if len(here) == 1 else None


def record_and_words(args: Sequence[str], what: str) -> tuple[Record, str]:
    """The record and the rest of the words; the record may be left out."""
    if not args:
        raise click.UsageError(f"name {what}")
    record, words = record_and_args(args)
    return record, " ".join(words)


def record_and_args(args: Sequence[str]) -> tuple[Record, tuple[str, ...]]:
    """The record and the other arguments; the record may be left out."""
    first = Path(args[0]) if args else Path()
    if len(args) > 1 and (first.suffix == ".onrecord" or first.is_file()):
        return opened(first), tuple(args[1:])
    return opened(None), tuple(args)


def print_json(values: Iterable[Any]) -> None:
    """Print one JSON object a line; what a terminal would obey is written as JSON's escapes."""
    for value in values:
        line = json.dumps(value, ensure_ascii=False, default=str)
        click.echo(UNPRINTABLE.sub(lambda m: f"\\u{ord(m.group()):04x}", line))


class Struck(str):
    """A cell of a table that is shown struck out."""

    __slots__ = ()


def printable(text: str) -> str:
    """Text that a terminal only shows: control and direction characters are spelt out.

    Article text, titles and file names come from outside, and a terminal obeys some characters.
    """
    return UNPRINTABLE.sub(lambda m: m.group().encode("unicode_escape").decode(), text)


def print_table(
    columns: Sequence[tuple[str, float]],
    rows: Iterable[Sequence[str]],
    *,
    title: str = "",
    empty: str = "nothing on record",
) -> None:
    """Print rows as a table as wide as the terminal; a column is a name and its share of it."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(title=title or None, title_justify="left", header_style="bold", pad_edge=False)
    for name, share in columns:
        if name in IDS:  # an id is there to be copied: never broken
            table.add_column(name, no_wrap=True, min_width=ID_SHOWN)
        else:
            table.add_column(printable(name), ratio=max(1, round(share * 10)), overflow="fold")
    count = 0
    for row in rows:
        # Text, not markup: an article may hold "[red]".
        table.add_row(
            *(Text(printable(c), "strike" if isinstance(c, Struck) else "") for c in row),
            end_section=True,
        )
        count += 1
    console = Console(**told_colours())
    if count:
        table.expand = True
        console.print(table)
    else:
        console.print(Text(empty))


def told_colours() -> dict[str, Any]:
    """What a console is told of colours: what was said on the command line or in the environment.

    NO_COLOR and FORCE_COLOR count if they are not empty; the former goes before the latter.
    """
    context = click.get_current_context(silent=True)
    wanted = context.color if context is not None else None
    if wanted is None:
        return {}
    return {"force_terminal": True} if wanted else {"color_system": None, "no_color": True}


def print_told(*sentences: str) -> None:
    """Print sentences below or in place of a table, wrapped at the width of the terminal."""
    for sentence in sentences:
        click.echo(click.wrap_text(printable(sentence), shutil.get_terminal_size().columns))


def print_skips(skips: Sequence[Skip], *, err: bool = False) -> None:
    """Print the first of what was not read: where, why, and what can be done."""
    for skip in skips[:MOST_SKIPS_SHOWN]:
        detail = f": {skip.detail}" if skip.detail else ""
        remedy = f"\n      {skip.remedy}" if skip.remedy else ""
        where = skip.where.replace("\n", "\\n")
        click.echo(printable(f"    {where}: {skip.reason}{detail}{remedy}"), err=err)
    more = len(skips) - MOST_SKIPS_SHOWN
    if more > 0:
        click.echo(f"    … and {more} more; `onrecord info --json` lists them all", err=err)


@contextmanager
def progress_shown(*, wanted: bool = True) -> Iterator[Progress]:
    """A progress line on the terminal; silent where there is none."""
    if not wanted or not sys.stderr.isatty():
        yield silent
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        SpinnerColumn,
        TextColumn,
        TimeElapsedColumn,
    )
    from rich.progress import (
        Progress as Bars,
    )

    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.completed:.0f}{task.fields[of]}"),
        TimeElapsedColumn(),
    )
    with Bars(*columns, console=Console(stderr=True), transient=True) as bars:
        task = bars.add_task("starting", total=None, of="")

        def show(what: str, done: int, total: int | None) -> None:
            of = f" of {total}" if total else ""
            bars.update(task, description=what, completed=done, total=total, of=of)

        yield show
