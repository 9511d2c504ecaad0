"""The command about what clashes: contradictions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from onrecord.presentation.clash_rows import ContradictionRow
from onrecord.presentation.cli.terminal import (
    ID_SHOWN,
    date_options,
    json_option,
    opened,
    print_json,
    print_table,
    record_argument,
)

LONGEST = 280  # characters of a quote in a table; `--json` has all
MOST_PLACES = 3
KINDS = (
    "self",
    "account-of-other",
    "party-vs-party",
    "quantity",
    "outlet-vs-outlet",
    "wording",
)


@click.command()
@record_argument
@click.option("--kind", type=click.Choice(KINDS), help="Only this kind.")
@click.option("--party", help="Only with this one on a side: a name or part of one.")
@click.option("--outlet", help="Only with a side that this outlet carries.")
@click.option("--text", help="Only with these words in a quote.")
@click.option("--wording", is_flag=True, help="Different words for one event, too: no clash.")
@click.option("--explain", is_flag=True, help="Say what each rule looks for.")
@date_options
@json_option
def contradictions(
    record: Path | None, *, kind: str | None, explain: bool, as_json: bool, **asked: Any
) -> None:
    """Accounts that cannot both be exact, side by side, each found by a rule with a name.

    Two parties that want different things do not clash, nor does a word that replaces an earlier
    one (see `onrecord shifts`). Nothing is said on who is right.
    """
    named = kind.replace("-", " ") if kind else None
    found = opened(record).contradictions(kind=named, **asked)
    if as_json:
        print_json(found.to_dicts())
        return
    print_table(
        [("one says", 3.7), ("the other says", 3.7), ("kind and rule", 2.2), ("id", 1.4)],
        (
            (
                "\n".join(_side(row.left_who, row.left_when, row.left_words, row.left_outlets)),
                "\n".join(_side(row.right_who, row.right_when, row.right_words, row.right_outlets)),
                "\n".join(_rule(row, explain=explain)),
                row.id[:ID_SHOWN],
            )
            for row in found
        ),
        empty="no clash of accounts on record",
    )


def _side(who: str, when: str, words: Sequence[str], outlets: Sequence[str]) -> Iterator[str]:
    yield who
    first = words[0]
    yield f"“{first if len(first) <= LONGEST else first[: LONGEST - 1].rstrip() + '…'}”"
    if when:
        yield when
    named = list(dict.fromkeys(outlets))
    more = f" and {len(named) - MOST_PLACES} more" if len(named) > MOST_PLACES else ""
    yield f"[{', '.join(named[:MOST_PLACES])}{more}]"
    if len(words) > 1:
        yield f"in {len(words)} wordings"


def _rule(row: ContradictionRow, *, explain: bool) -> Iterator[str]:
    yield row.kind
    yield row.rule.replace("_", " ")
    if explain:
        yield row.explanation
