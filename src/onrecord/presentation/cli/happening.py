"""Commands about what happened and what moved: events, shifts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from onrecord.presentation.cli.terminal import (
    ID_SHOWN,
    date_options,
    json_option,
    opened,
    print_json,
    print_table,
    record_argument,
)

LONGEST = 220  # characters of a quote in a table; `--json` has all
MOST_QUOTES = 3
DIRECTIONS = (
    "hardened",
    "softened",
    "reworded",
    "withdrawn",
    "differently-reported",
    "divided",
)


@click.command()
@record_argument
@click.option("--kind", help="Only this kind: talks, meeting, signature, exchange, vote …")
@click.option("--party", help="Only what this party, or one who speaks for it, takes part in.")
@click.option("--place", help="Only at this place.")
@click.option(
    "--status",
    type=click.Choice(["happened", "planned", "called-off", "put-off"]),
    help="Only what stands so.",
)
@date_options
@json_option
def events(record: Path | None, *, status: str | None, as_json: bool, **asked: Any) -> None:
    """What happened and what is planned, each once however many articles tell of it.

    What was planned and then reported as held has happened, and its plan stands beside it.
    """
    found = opened(record).events(status=status.replace("-", " ") if status else None, **asked)
    if as_json:
        print_json(found.to_dicts())
        return
    print_table(
        [("when", 2), ("event", 3.4), ("told by", 4), ("id", 1.4)],
        (
            (
                _lines(row.when, row.status),
                _lines(
                    f"{row.kind}: {row.what}",
                    ", ".join(row.actors),
                    f"at {row.place}" if row.place else "",
                    f"planned as: {row.announced}" if row.announced else "",
                    f"on the word of {', '.join(row.said_by)}" if row.said_by else "",
                    *(
                        f"another account by {who or 'an unnamed source'}: {clash[:ID_SHOWN]}"
                        for who, clash in zip(row.disputed_by, row.clashes, strict=True)
                    ),
                ),
                _lines(
                    *_some(
                        [
                            f"{path}: “{_cut(quote)}”"
                            for path, quote in zip(row.articles, row.quotes, strict=True)
                        ]
                    )
                ),
                row.id[:ID_SHOWN],
            )
            for row in found
        ),
        empty="no event with a date is on record",
    )


@click.command()
@record_argument
@click.option("--party", help="Only this party.")
@click.option("--issue", help="Only this issue: its id or words of its name.")
@click.option("--direction", type=click.Choice(DIRECTIONS), help="Only this direction.")
@date_options
@json_option
def shifts(record: Path | None, *, direction: str | None, as_json: bool, **asked: Any) -> None:
    """A party's earlier and later word on one issue, side by side.

    "Differently reported" is two outlets' wording and no shift; "divided" are two speakers of one
    party at the same time.
    """
    named = direction.replace("-", " ") if direction else None
    found = opened(record).shifts(direction=named, **asked)
    if as_json:
        print_json(found.to_dicts())
        return
    print_table(
        [("who moved", 2.4), ("earlier", 3.6), ("later", 3.6)],
        (
            (
                _lines(row.party, row.issue, row.direction, f"({row.detail})", row.id[:ID_SHOWN]),
                _side(row.earlier_when, row.earlier_speaker, row.earlier, row.earlier_quote)
                + f"\n{row.earlier_outlet} {row.earlier_id[:ID_SHOWN]}",
                _side(row.later_when, row.later_speaker, row.later, row.later_quote)
                + f"\n{row.later_outlet} {row.later_id[:ID_SHOWN]}",
            )
            for row in found
        ),
        empty="no position moved on record, and no party is divided",
    )


def _side(when: str, speaker: str, words: str, quote: str) -> str:
    return _lines(when or "undated", speaker, words, f"“{_cut(quote)}”")


def _lines(*parts: str) -> str:
    return "\n".join(part for part in parts if part)


def _some(lines: Sequence[str]) -> list[str]:
    more = len(lines) - MOST_QUOTES
    return [*lines[:MOST_QUOTES], *([f"and {more} more"] if more > 0 else [])]


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"
