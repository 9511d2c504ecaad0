"""Commands that ask a record: one call of the function of the same name, then a table."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from onrecord.presentation.cli.correcting import review
from onrecord.presentation.cli.terminal import (
    ID_SHOWN,
    Struck,
    date_options,
    json_option,
    only_record,
    opened,
    print_json,
    print_skips,
    print_table,
    printable,
    record_and_words,
    record_argument,
)
from onrecord.presentation.record import open_record
from onrecord.presentation.rows import PositionRow
from onrecord.store.rows import to_json

# What a passage or the heading shows already, and offsets that only a program reads.
PASSED = ("id", "text", "spans", "article", "sha256", "blocks")


def _lines(*parts: str) -> str:
    return "\n".join(part for part in parts if part)


def _of_no_party(row: PositionRow) -> str:
    return f"{row.speaker}\n(no party)" if row.speaker else "unknown"


def _cut(text: str, length: int = 320) -> str:
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


@click.command()
@record_argument
@json_option
def info(record: Path | None, *, as_json: bool) -> None:
    """What a record holds, and what was not read."""
    held = open_record(record if record is not None else only_record()).info()
    if as_json:
        print_json([{**to_json(held), "path": str(held.path)}])
        return
    period = f"{held.first} to {held.last}" if held.first else "no dates known"
    rows = [
        ("record", str(held.path)),
        ("read from", held.root + (" (light mode)" if held.light else "")),
        ("articles", f"{held.articles} ({held.words:,} words; {period}; {held.undated} undated)"),
        ("outlets", ", ".join(f"{name or 'unknown'} {n}" for name, n in held.outlets)),
        ("parties", ", ".join(held.parties)),
        ("statements", str(held.statements)),
        ("positions", str(held.positions)),
        ("skipped", ", ".join(f"{n} × {reason}" for reason, n in held.skipped) or "nothing"),
    ]
    if not held.concluded:
        rows.append(("note", "a run was stopped: `onrecord read` again finishes it"))
    print_table([("record", 2), (held.path.name, 8)], rows[1:])
    print_skips(held.skips)


@click.command()
@record_argument
@click.option("--outlet", help="Only this outlet.")
@click.option("--undated", is_flag=True, help="Only articles whose date is not settled.")
@json_option
def articles(record: Path | None, *, outlet: str | None, undated: bool, as_json: bool) -> None:
    """The articles on record, earliest first.

    `onrecord decide dated ARTICLE DAY` dates one.
    """
    found = opened(record).articles(outlet=outlet, undated=undated)
    if as_json:
        print_json(found.to_dicts())
        return
    print_table(
        [("published", 2.2), ("outlet", 2), ("article", 5), ("says", 1.4), ("id", 1.6)],
        (
            (
                row.published or row.basis or "unknown",
                row.outlet,
                _lines(
                    row.title,
                    row.path,
                    f"copy of {row.copy_of}" if row.copy_of else "",
                    row.basis if undated else "",
                ),
                f"{row.statements} st.\n{row.positions} pos.",
                row.id[:ID_SHOWN],
            )
            for row in found
        ),
    )


@click.command()
@record_argument
@click.option("--speaker", help="Only this speaker: a name or part of one.")
@click.option("--party", help="Only speakers for this party.")
@click.option("--outlet", help="Only this outlet.")
@click.option("--kind", type=click.Choice(["direct", "indirect", "mixed"]), help="Only this kind.")
@click.option("--text", help="Only statements that hold these words.")
@click.option("--open", "unsettled", is_flag=True, help="Only those whose speaker is not settled.")
@date_options
@json_option
def statements(record: Path | None, *, as_json: bool, **asked: Any) -> None:
    """Who is reported saying what."""
    found = opened(record).statements(**asked)
    if as_json:
        print_json(found.to_dicts())
        return
    print_table(
        [("who", 2.4), ("what", 6), ("where", 2.2), ("id", 1.4)],
        (
            (
                _lines(
                    row.speaker or f"“{row.speaker_text}”" if row.speaker_text else "unknown",
                    f"for {row.party}" if row.party not in ("", row.speaker) else "",
                    f"via {', '.join(row.via)}" if row.via else "",
                ),
                _lines(f"[{row.cue}]", _cut(row.content)),
                _lines(row.outlet or row.path, row.published, f"said {row.said}" * bool(row.said)),
                row.id[:ID_SHOWN],
            )
            for row in found
        ),
        empty="no statement fits",
    )


@click.command()
@record_argument
@click.option("--party", help="Only this party.")
@click.option("--issue", help="Only this issue or step: its id or words of its name.")
@click.option("--act", help="Only this act: demand, reject, accept_if …")
@click.option("--all", "rejected", is_flag=True, help="Also those that people rejected.")
@click.option("--review", "asks", is_flag=True, help="Those most in need of a person, to settle.")
@click.option("--by", "coder", help="--review: who decides; by default your login name.")
@click.option(
    "--blind/--open",
    default=None,
    help="--review: also what others settled, as it was read; or only what nobody has settled."
    " Left out, blind as soon as somebody else has settled one.",
)
@click.option("--limit", type=click.IntRange(1), help="So many at most.")
@date_options
@json_option
def positions(
    record: Path | None,
    *,
    asks: bool,
    coder: str | None,
    blind: bool | None,
    limit: int | None,
    as_json: bool,
    **asked: Any,
) -> None:
    """What each party wants, and on which condition.

    --review asks about the least sure ones, one by one, and keeps every answer at once; without a
    terminal it lists them with the commands that settle them. `onrecord decide position` does the
    same for one.
    """
    if asks:
        beside = {n for n, v in asked.items() if v and n not in ("party", "issue")}
        if beside:
            raise click.UsageError(
                "--review goes with --party, --issue, --by, --blind, --open, --limit"
            )
        review(
            opened(record),
            party=asked["party"],
            issue=asked["issue"],
            coder=coder,
            blind=blind,
            limit=limit,
            as_json=as_json,
        )
        return
    if coder is not None or blind is not None:
        raise click.UsageError("--by, --blind and --open belong to --review")
    found = opened(record).positions(**asked)[:limit]
    if as_json:
        print_json(found.to_dicts())
        return
    print_table(
        [("party", 1.8), ("position", 3.2), ("words", 4.6), ("id", 1.4)],
        (
            (
                _lines(row.party or _of_no_party(row), row.said or row.published),
                (Struck if row.label == "rejected" else str)(
                    _lines(
                        "" if row.label == "machine" else row.method,
                        row.act + (f" ({row.hardness})" if row.hardness else ""),
                        row.issue or row.step or "no issue of the codebook",
                        "; ".join(row.values),
                        *row.conditions,
                        f"about {row.about}" if row.about else "",
                        "! low confidence" if row.unsure else "",
                    )
                ),
                _lines(_cut(row.quote), row.outlet or row.path),
                row.id[:ID_SHOWN],
            )
            for row in found
        ),
        empty="no position fits",
    )


@click.command()
@record_argument
@click.option("--party", help="Only what this party takes part in.")
@click.option(
    "--ics",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write the events into this calendar file instead.",
)
@date_options
@json_option
def timeline(record: Path | None, *, ics: Path | None, as_json: bool, **asked: Any) -> None:
    """Events and dated positions in order of time."""
    if ics is not None:
        path = opened(record).calendar(ics, **asked)
        if as_json:
            print_json([{"file": str(path), "bytes": path.stat().st_size}])
        else:
            click.echo(str(path))
        return
    found = opened(record).timeline(**asked)
    if as_json:
        print_json(found.to_dicts())
        return
    print_table(
        [("when", 2.2), ("who", 2), ("what", 5.4), ("id", 1.4)],
        (
            (
                _lines(row.when or "unknown", row.status),
                ", ".join(row.parties),
                _lines(
                    f"{row.kind}: {row.what}",
                    "" if row.what in row.quote else _cut(row.quote, 200),
                    ", ".join(row.outlets),
                ),
                row.id[:ID_SHOWN],
            )
            for row in found
        ),
    )


@click.command()
@click.argument("args", nargs=-1, metavar="[RECORD] WORDS...")
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True)
@json_option
def search(args: tuple[str, ...], *, limit: int, as_json: bool) -> None:
    """Articles that hold all these words; put "in quotes" what must stand together."""
    record, words = record_and_words(args, "the words to look for")
    found = record.search(words, limit=limit)
    if as_json:
        print_json(found.to_dicts())
        return
    print_table(
        [("where", 3), ("first sentence that fits", 7)],
        (
            (_lines(row.outlet or row.path, row.published, row.article[:ID_SHOWN]), row.sentence)
            for row in found
        ),
        empty="no article holds all these words",
    )


@click.command()
@click.argument("args", nargs=-1, metavar="[RECORD] ID")
@json_option
def show(args: tuple[str, ...], *, as_json: bool) -> None:
    """One record by its id (or the beginning of it), with the passages it stands on."""
    record, record_id = record_and_words(args, "an id")
    shown = record.show(record_id)
    if as_json:
        print_json([to_json(shown)])
        return
    for passage in shown.passages:
        where = f"{passage.outlet or passage.path} {passage.published} ({passage.path})"
        if passage.page:
            where += f", page {passage.page}"
        if passage.mention:
            where += f"\n  {passage.mention[:ID_SHOWN]}: {passage.reason}"
        before, after = printable(passage.before.lstrip()), printable(passage.after.rstrip())
        click.echo(printable(where))
        quote = printable(passage.quote)
        marked = click.style(quote, bold=True) if sys.stdout.isatty() else f"[{quote}]"
        around = f"…{before}{marked}{after}…"
        width = shutil.get_terminal_size().columns
        click.echo(click.wrap_text(around, width, "  ", "  ", preserve_paragraphs=True) + "\n")
    fields = {**shown.fields, **(shown.beside or {})}
    plain = {n: v for n, v in fields.items() if v not in (None, "", []) and n not in PASSED}
    print_table(
        [("field", 2), ("value", 8)],
        ((name, _value(value, shown.names)) for name, value in plain.items()),
        title=f"{shown.kind} {shown.id}",
    )


def _value(value: Any, names: Mapping[str, str]) -> str:
    if isinstance(value, dict):
        told = ", ".join(f"{k} {_value(v, names)}" for k, v in value.items())
        return str(value.get("text") or told)
    if isinstance(value, list):
        return "\n".join(_value(v, names) for v in value)
    return f"{names[value]} ({value[:ID_SHOWN]})" if value in names else str(value)
