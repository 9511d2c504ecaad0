"""Commands about what belongs together: copies, reports, stories."""

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

MOST_LINES = 6  # articles or origins listed of one row; `--json` has them all
LONGEST = 320  # characters of a statement


@click.command()
@record_argument
@click.option("--outlet", help="Only what this outlet printed or lent.")
@json_option
def copies(record: Path | None, *, outlet: str | None, as_json: bool) -> None:
    """Who carries whose text, whole or in part.

    The lead is the earliest where the dates tell, else the longest. Equal and near copies and
    versions are one witness; who carries some paragraphs goes back to the lead as its source.
    """
    found = opened(record).copies(outlet=outlet)
    if as_json:
        print_json(found.to_dicts())
        return
    print_table(
        [("text of", 3), ("carried by", 3.4), ("basis", 2.6), ("id", 1.4)],
        (
            (
                _lines(row.lead_outlet, row.lead, row.lead_published or "undated"),
                _lines(
                    *_some(
                        [
                            f"{path} ({day or 'undated'})"
                            for path, day in zip(row.articles, row.published, strict=True)
                        ]
                    ),
                    f"[{', '.join(row.outlets[:MOST_LINES])}]" if row.outlets else "",
                ),
                _lines(
                    row.basis,
                    f"share {row.share:.2f}" if row.share else "no share",
                    "one witness" if row.one_witness else "",
                ),
                row.id[:ID_SHOWN],
            )
            for row in found
        ),
        empty="no article carries another's text",
    )


@click.command()
@record_argument
@click.option("--speaker", help="Only this speaker: a name or part of one.")
@click.option("--party", help="Only speakers for this party.")
@click.option("--outlet", help="Only what this outlet reports, too.")
@click.option("--text", help="Only statements that hold these words.")
@click.option(
    "--articles",
    type=click.IntRange(1),
    default=2,
    show_default=True,
    help="Only what so many articles report at least.",
)
@date_options
@json_option
def reports(record: Path | None, *, as_json: bool, **asked: Any) -> None:
    """The same statement in several articles, and the independent origins behind it.

    Each origin is listed with the articles that go back to it, and through whom.
    """
    found = opened(record).reports(**asked)
    if as_json:
        print_json(found.to_dicts())
        return
    print_table(
        [("who", 2), ("what", 3.6), ("origins", 4.4), ("id", 1.4)],
        (
            (
                _lines(
                    row.speaker or f"“{row.speaker_text}”" if row.speaker_text else "unknown",
                    f"for {row.party}" if row.party not in ("", row.speaker) else "",
                ),
                _cut(row.content),
                _lines(
                    f"{_many(row.origins, 'origin')}, {_many(len(row.articles), 'article')}",
                    *(f"- {line}" for line in _some(row.chain)),
                    f"first: {row.first}" if row.first else "",
                    row.first_certainty,
                ),
                row.id[:ID_SHOWN],
            )
            for row in found
        ),
        empty="no statement is reported so often",
    )


@click.command()
@record_argument
@json_option
def stories(record: Path | None, *, as_json: bool) -> None:
    """Articles about one thing that happened, together; those that stand alone are left out."""
    found = opened(record).stories()
    if as_json:
        print_json(found.to_dicts())
        return
    print_table(
        [("story", 4), ("articles", 6)],
        (
            (
                row.title,
                _lines(
                    *_some(
                        [
                            f"{day or 'undated'} {path}"
                            for path, day in zip(row.articles, row.published, strict=True)
                        ]
                    )
                ),
            )
            for row in found
        ),
        empty="no two articles tell one story",
    )


def _lines(*parts: str) -> str:
    return "\n".join(part for part in parts if part)


def _some(lines: Sequence[str]) -> list[str]:
    more = len(lines) - MOST_LINES
    return [*lines[:MOST_LINES], *([f"and {more} more"] if more > 0 else [])]


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"


def _many(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"
