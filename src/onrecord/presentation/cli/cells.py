"""The matrix: what each party says on each issue, and why there may be nothing to show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import click

from onrecord.presentation.cli.terminal import (
    json_option,
    opened,
    print_json,
    print_table,
    print_told,
    record_argument,
)
from onrecord.presentation.dossier.words import ACTS, STATE_OF_ACT, many
from onrecord.presentation.record import Record
from onrecord.presentation.results import Results
from onrecord.presentation.rows import MatrixRow, PositionRow
from onrecord.presentation.wording import say_code

# What a party does who takes a value, by the code of the act.
DOES = {say_code(act): ACTS[act] for act, state in STATE_OF_ACT.items() if state == "accepts"}
MOST_NAMED = 5  # holders without a party that are named: one line or two


@click.command()
@record_argument
@click.option("--party", help="Only this party.")
@click.option("--issue", help="Only this issue: its id or words of its name.")
@json_option
def matrix(record: Path | None, *, party: str | None, issue: str | None, as_json: bool) -> None:
    """Party by issue: what each says, on which condition, how firmly, as of when, on whose word."""
    held = opened(record)
    found = held.matrix(party=party, issue=issue)
    if as_json:
        print_json(found.to_dicts())
        return
    if found:
        print_matrix(found)
    elif party is not None or issue is not None:
        print_told("no cell fits; `onrecord matrix` without --party and --issue shows all")
        return
    print_told(*why_no_cells(held, empty=not found))


def print_matrix(rows: Results[MatrixRow]) -> None:
    """Print the matrix, issue by issue."""
    print_table(
        [("issue", 2.6), ("party", 1.8), ("says", 3.6), ("as of", 2)],
        (
            (
                "\n".join(filter(None, (row.issue, f"({row.status})" if row.status else ""))),
                row.party,
                "\n".join(
                    (
                        f"{_says(row)}: {'; '.join(row.values)}",
                        *row.conditions,
                        f"hardness {row.hardness or 'not declared'}",
                        *([f"! {row.conflict}"] if row.conflict else []),
                    )
                ),
                "\n".join(
                    (
                        row.as_of
                        or (f"published {row.published}" if row.published else "not known"),
                        *([f"{many(row.age_days, 'day')} old"] if row.age_days is not None else []),
                        *(["stale"] if row.stale else []),
                        many(row.origins, "origin"),
                    )
                ),
            )
            for row in rows
        ),
    )


def _says(row: MatrixRow) -> str:
    """The verb of a row: whoever demands a value takes it, and is told to demand it."""
    acts = [DOES[act] for act in row.acts if act in DOES]
    return ", ".join(acts) if row.state == "accepts" and acts else row.state


def why_no_cells(held: Record, *, empty: bool) -> list[str]:
    """What keeps positions out of the matrix, in sentences.

    `empty`: there is no cell at all, and then a reason is always said; else one is said where more
    positions lack a party than have one.
    """
    rows = held.positions()
    if not rows:
        about = held.info()
        if not about.concluded:
            return ["no position is on record: the conclusions are not drawn yet"] * empty
        return ["no position is on record" + "; --light hardly reads any" * about.light] * empty
    mapped = [row for row in rows if row.issue or row.step]
    if not mapped and empty:
        return [
            f"{many(len(rows), 'position')} on record, none on an issue of the codebook:"
            " `onrecord codebook suggest` shows what it lacks"
        ]
    homeless = [row for row in mapped if not row.party and row.speaker]
    if not empty and len(homeless) <= sum(bool(row.party) for row in mapped):
        return []
    return (
        _without_party(homeless)
        or [
            f"none of {many(len(rows), 'position')} on record makes a cell: no value of an issue,"
            " or no settled party; `onrecord positions` lists them"
        ]
        * empty
    )


def _without_party(rows: Sequence[PositionRow]) -> list[str]:
    """What to do about holders who speak for no party that is known, most often named first."""
    if not rows:
        return []
    counts = sorted(Counter(row.speaker for row in rows).items(), key=lambda c: (-c[1], c[0]))
    named = ", ".join(f"{name} {count}" for name, count in counts[:MOST_NAMED])
    more = f" and {len(counts) - MOST_NAMED} more" if len(counts) > MOST_NAMED else ""
    return [
        f"Not in the matrix: {many(len(rows), 'position')} on an issue whose holders speak for no"
        f" known party ({named}{more}). To name the parties: `onrecord actors --suggest -o"
        " parties.yaml`, correct the file, and read again with --parties parties.yaml."
    ]
