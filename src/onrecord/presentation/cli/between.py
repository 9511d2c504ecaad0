"""Commands on what stands between the parties: one call of the function of the same name each.

`--explain` prints under each line the rule behind it and the quotes that it stands on. A party,
issue or plan that is not on record is an error (exit code 1) that names what is near.
"""

from __future__ import annotations

import shlex
import shutil
import textwrap
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from onrecord.presentation.cli.terminal import (
    ID_SHOWN,
    json_option,
    opened,
    print_json,
    print_table,
    printable,
    record_argument,
)
from onrecord.presentation.record import Record
from onrecord.presentation.results import Results
from onrecord.presentation.rows import GapRow, PlanRow, ReplyRow

MOST_IDS = 2
WIDEST = 100  # characters of a line of prose; wider ones are hard to read
F = TypeVar("F", bound=Callable[..., Any])


def explain_option(command: F) -> F:
    """The --explain option: the rule and the quotes under each line."""
    words = "Under each line the rule behind it and its quotes."
    return click.option("--explain", is_flag=True, help=words)(command)


def issue_option(command: F) -> F:
    """The --issue option."""
    return click.option("--issue", help="Only this issue: its id or words of its name.")(command)


def party_option(command: F) -> F:
    """The --party option."""
    return click.option("--party", help="Only this party: a name or part of one.")(command)


@click.command()
@record_argument
@issue_option
@explain_option
@json_option
def gaps(record: Path | None, *, as_json: bool, **asked: Any) -> None:
    """What stands between the parties, in sentences: all of it."""
    _print(_opened(record).gaps(**asked), as_json=as_json)


@click.command()
@record_argument
@issue_option
@party_option
@explain_option
@json_option
def conflicts(record: Path | None, *, as_json: bool, **asked: Any) -> None:
    """Whose refusals together leave no value; first what one party's words hold against itself."""
    _print(_opened(record).conflicts(**asked), as_json=as_json, empty="no conflict on this record")


@click.command()
@record_argument
@party_option
@explain_option
@json_option
def deadlocks(record: Path | None, *, as_json: bool, **asked: Any) -> None:
    """Steps that wait for each other or were refused, and the smallest ways out."""
    _print(
        _opened(record).deadlocks(**asked), as_json=as_json, empty="no step waits on this record"
    )


@click.command()
@record_argument
@issue_option
@click.option("--all", "every", is_flag=True, help="Every outcome, those of single issues too.")
@explain_option
@json_option
def packages(record: Path | None, *, as_json: bool, **asked: Any) -> None:
    """Outcomes that no other is better than for every party: both ends and the middle.

    They hold only the values of the codebook, and none is put before another.
    """
    nothing = "no issues hang together on this record; --all shows single ones"
    _print(_opened(record).packages(**asked), as_json=as_json, empty=nothing)


@click.command()
@record_argument
@issue_option
@party_option
@explain_option
@json_option
def ask(record: Path | None, *, as_json: bool, **asked: Any) -> None:
    """What one party alone asks for, and whose word on it is missing."""
    _print(
        _opened(record).ask(**asked), as_json=as_json, empty="nobody stands alone on this record"
    )


@click.command()
@record_argument
@issue_option
@party_option
@explain_option
@json_option
def movement(record: Path | None, *, as_json: bool, **asked: Any) -> None:
    """How far apart the parties were by which day, and who moved."""
    nothing = "no issue with two parties' words on this record"
    _print(_opened(record).movement(**asked), as_json=as_json, empty=nothing)


@click.command()
@record_argument
@click.option("--accept", multiple=True, metavar="WORD", help='"Norland: prisoners=some".')
@click.option("--lift", multiple=True, metavar="WORD", help="Refuses it no longer, says nothing.")
@click.option("--give-up", multiple=True, metavar="ID", help="A position whose condition goes.")
@click.option("--level", multiple=True, metavar="WORD", help='"Norland: prisoners=some: firm".')
@click.option("--step", multiple=True, help="This step is taken: its id or name.")
@click.option("--without", multiple=True, metavar="SOURCE", help="Leave out an outlet or article.")
@click.option("--flip", is_flag=True, help="Each declared level one lower: the flip test.")
@explain_option
@json_option
def whatif(
    record: Path | None, *, flip: bool, explain: bool, as_json: bool, **supposed: Sequence[str]
) -> None:
    """What would change if something were otherwise: only the differences.

    A word is "PARTY: ISSUE=VALUE", in ids or names of the record; --level adds ": LEVEL", one of
    red_line, firm, soft, none. Options add up and may be repeated. Nothing is kept.
    """
    if flip == any(supposed.values()):
        raise click.UsageError(
            "name what to suppose (--accept, --lift, --give-up, --level, --step, --without), or "
            "--flip alone"
        )
    held = _opened(record)
    found = held.flip(explain=explain) if flip else held.whatif(explain=explain, **supposed)
    _print(found, as_json=as_json)


@click.group()
def plan() -> None:
    """Plans on the table: `plan list`, `plan compare`."""


@plan.command("list")
@record_argument
@json_option
def plan_list(record: Path | None, *, as_json: bool) -> None:
    """The plans that the articles name, each with its clauses."""
    found = _opened(record).plan_list()
    if as_json:
        print_json(found.to_dicts())
        return
    print_table(
        [("plan", 2.6), ("clauses", 5), ("id", 1.4)],
        ((_plan_words(row), "\n".join(row.clauses), row.id[:ID_SHOWN]) for row in found),
        empty="no article names a plan",
    )


@plan.command("compare")
@click.argument("args", nargs=-1, metavar="[RECORD] PLAN [OTHER]")
@party_option
@explain_option
@json_option
def plan_compare(args: tuple[str, ...], *, party: str | None, explain: bool, as_json: bool) -> None:
    """What each party has said of each clause of a plan; with OTHER, how the two plans differ.

    A plan is one of the record, by name or id, or a YAML file (the guide docs/between.md shows
    one). Each party accepts a clause, accepts it if, refuses it, or is silent.
    """
    record, named = _record_and_plans(args)
    first = named[0]
    replies = record.plan_compare(first, party=party)
    lines = record.plan_order(first, explain=explain)
    changes = record.plan_changes(first, named[1]) if len(named) == 2 else Results(GapRow, ())
    if as_json:
        print_json([*replies.to_dicts(), *lines.to_dicts(), *changes.to_dicts()])
        return
    print_replies(replies)
    _print(lines, as_json=False)
    if changes:
        _print(changes, as_json=False)


def _opened(path: Path | None) -> Record:
    """The record, as `opened`; a word that is no file is told which option it may be meant for."""
    if path is not None and not path.exists() and path.suffix != ".onrecord":
        known = {parameter.name for parameter in click.get_current_context().command.params}
        meant = [
            f"--{name} {shlex.quote(str(path))}" for name in ("party", "issue") if name in known
        ]
        if meant:
            raise click.UsageError(
                f"there is no record {str(path)!r}; did you mean {' or '.join(meant)}?"
            )
    return opened(path)


def _record_and_plans(args: tuple[str, ...]) -> tuple[Record, tuple[str, ...]]:
    """The record, which may be left out, and one plan or two."""
    if args and Path(args[0]).suffix == ".onrecord":
        record, named = opened(Path(args[0])), args[1:]
    else:
        record, named = opened(None), args
    if not 1 <= len(named) <= 2:
        raise click.UsageError("name a plan, or two; `onrecord plan list` shows those on record")
    return record, named


def _plan_words(row: PlanRow) -> str:
    parts = [row.name, f"by {row.author}" if row.author else "author not known", row.said]
    return "\n".join(part for part in parts if part)


def print_replies(rows: Results[ReplyRow]) -> None:
    """Print what each party has said of each clause."""
    print_table(
        [("clause", 2.4), ("party", 1.6), ("says", 3.8), ("as of", 2.2)],
        (
            (row.clause, row.party, _answer(row), _when(row) if row.answer != "silent" else "")
            for row in rows
        ),
        empty="no party has a word on any clause of this plan",
    )


def _answer(row: ReplyRow) -> str:
    parts = [row.answer]
    if row.answer == "refuses":
        parts[0] += f" ({row.hardness or 'hardness not declared'})"
    if row.implied:
        parts.append("by implication: it follows from")
    parts += [f"condition: {words}" for words in row.conditions[:MOST_IDS]]
    if row.quote:
        parts.append(f"“{row.quote}”")
    return "\n".join([*parts, *(["! low confidence"] if row.unsure else [])])


def _when(row: ReplyRow) -> str:
    said = row.as_of or (f"published {row.published}" if row.published else "not known")
    age = f"{row.age_days} days old" if row.age_days is not None else ""
    return "\n".join(part for part in (said, age, row.speaker, row.outlet) if part)


def _print(rows: Results[GapRow], *, as_json: bool, empty: str = "nothing on record") -> None:
    if as_json:
        print_json(rows.to_dicts())
    elif any(row.rule for row in rows):
        print_explained(rows)
    else:
        print_gaps(rows, empty=empty)


def print_gaps(rows: Iterable[GapRow], *, empty: str = "nothing on record") -> None:
    """Print the sentences, each with the positions it stands on."""
    print_table(
        [("what stands between the parties", 8), ("positions", 1.6)],
        ((row.text, _some_ids(row.positions)) for row in rows),
        empty=empty,
    )


def print_explained(rows: Iterable[GapRow]) -> None:
    """Print the sentences, under each the rule and the quotes."""
    width = min(shutil.get_terminal_size().columns, WIDEST)
    for row in rows:
        click.echo(_folded(row.text, "", width))
        click.echo(_folded(f"Rule: {row.rule}", "  ", width))
        for quote in row.quotes:
            click.echo(_folded(quote, "  - ", width))
        click.echo()


def _folded(text: str, lead: str, width: int) -> str:
    return textwrap.fill(
        printable(text), width, initial_indent=lead, subsequent_indent=" " * len(lead)
    )


def _some_ids(ids: Sequence[str]) -> str:
    """The first ids, for `onrecord show`, and how many more there are (`--json` has them all)."""
    more = len(ids) - MOST_IDS
    shown = [i[:ID_SHOWN] for i in ids[:MOST_IDS]]
    return "\n".join([*shown, *([f"+ {more}"] if more > 0 else [])])
