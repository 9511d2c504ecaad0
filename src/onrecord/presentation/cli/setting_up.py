"""Commands about onrecord on this machine: doctor, completion."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

import click
from click.shell_completion import get_completion_class

from onrecord.presentation.cli.completing import VARIABLE
from onrecord.presentation.cli.terminal import (
    json_option,
    only_record_or_none,
    print_json,
    print_table,
    record_argument,
)
from onrecord.presentation.health import FindingRow, examine

FAULTY = 1


@click.command()
@record_argument
@json_option
def doctor(record: Path | None, *, as_json: bool) -> int:
    """Whether onrecord can work here: versions, bundled models, SQLite, room, a record.

    Without RECORD the one of the current folder is looked at, if there is one. Nothing is changed
    and nothing leaves the machine. Exit code 1 if something is wrong; each fault has its remedy.
    """
    found = examine(record if record is not None else only_record_or_none())
    faults = [row for row in found if not row.ok]
    if as_json:
        print_json(found.to_dicts())
    else:
        print_table([("what", 2), ("seen", 8)], _lines(found))
        click.echo(f"{len(faults)} of {len(found)} wrong" if faults else "all is well")
    return FAULTY if faults else 0


def _lines(found: Sequence[FindingRow]) -> Iterator[tuple[str, str]]:
    """Yield a line for each finding; packages and models that are as they should be share one."""
    for group, rows in groupby(found, lambda row: (row.what.split(" ")[0], row.ok)):
        several = list(rows)
        if group in (("package", True), ("model", True)):
            names = (f"{row.what.partition(' ')[2]} {row.seen}" for row in several)
            yield f"{group[0]}s", ", ".join(names)
        else:
            for row in several:
                yield row.what, row.seen if row.ok else f"! {row.seen}\n  {row.remedy}"


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@json_option
def completion(shell: str, *, as_json: bool) -> None:
    """Print the lines that teach your shell the commands, options and records.

    \b
    bash   onrecord completion bash >> ~/.bashrc
    zsh    onrecord completion zsh >> ~/.zshrc
    fish   onrecord completion fish > ~/.config/fish/completions/onrecord.fish
    """  # noqa: D301  \b is the sign that keeps these lines apart
    from onrecord.presentation.cli.main import program

    made = get_completion_class(shell)
    if made is None:
        raise click.UsageError(f"click knows no completion for {shell}")
    script = made(program, {}, "onrecord", VARIABLE).source()
    if as_json:
        print_json([{"shell": shell, "script": script}])
    else:
        click.echo(script)
