"""Correcting positions in the terminal: the queue, one question at a time, and how coders agree."""

from __future__ import annotations

import shlex
import shutil
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import get_args

import click

from onrecord.engines.options import Progress
from onrecord.errors import OnrecordError
from onrecord.presentation.cli.terminal import (
    json_option,
    opened,
    print_json,
    print_table,
    print_told,
    printable,
    progress_shown,
    record_argument,
)
from onrecord.presentation.correcting import Verdict
from onrecord.presentation.position_fields import ORDER
from onrecord.presentation.record import Record
from onrecord.presentation.rows import DecisionRow, ReviewRow

QUEUE = 20  # positions that are listed where nobody is asked: a page or two
ASKED = "a accept, c change, r reject, s skip, q quit"
MOST_CONFUSIONS = 20
# With 30 units of which eight in ten agree, where five would by chance, a kappa's standard error
# is .15: it may be off by .3 either way (Cohen 1960, for large samples, so it flatters so few).
FEW = 30


def review(
    held: Record,
    *,
    party: str | None,
    issue: str | None,
    coder: str | None,
    blind: bool | None,
    limit: int | None,
    as_json: bool,
) -> None:
    """Ask about the positions most in need of a person; without a terminal list them."""
    asking = sys.stdin.isatty() and not as_json
    most = limit if asking or as_json else limit or QUEUE
    rows = held.review_positions(party=party, issue=issue, coder=coder, blind=blind, limit=most)
    if as_json:
        print_json(rows.to_dicts())
    elif not rows:
        click.echo("no position waits for a person")
    elif asking:
        _tell_others(rows)
        _ask(held, rows, coder)
    else:
        _tell_others(rows)
        for number, row in enumerate(rows, start=1):
            _show(number, row)
            for words in row.decide:
                click.echo(f"   onrecord decide {shlex.quote(str(held.path))} {printable(words)}")


def _tell_others(rows: Sequence[ReviewRow]) -> None:
    """Print who else has settled positions of the queue."""
    counts = Counter(name for row in rows for name in row.settled_by)
    if counts:
        told = ", ".join(f"{name} {count}" for name, count in sorted(counts.items()))
        words = f"Of these {len(rows)} others have settled some ({told}). You see them as the"
        words += " machine read them, not what was settled; --open leaves them out."
        click.echo(_wrapped(words, ""))


def _ask(held: Record, rows: Sequence[ReviewRow], coder: str | None) -> None:
    """Ask one by one. Every answer is on disk before the next question."""
    answered = 0
    for number, row in enumerate(rows, start=1):
        _show(number, row)
        answer = _answer(held, row, coder)
        if answer == "q":
            break
        answered += answer != "s"
    if answered or not held.info().concluded:
        with progress_shown() as progress:
            held.redraw(progress=progress)
    click.echo(f"{answered} settled; `onrecord decisions` lists them, --undo takes one back")


def _answer(held: Record, row: ReviewRow, coder: str | None) -> str:
    """The letter that was answered, what it says kept; asked again where it cannot be kept."""
    verdicts: Mapping[str, Verdict] = {"a": "accept", "c": "change", "r": "reject"}
    while True:
        letter: str = click.prompt(ASKED, type=click.Choice(list("acrsq")), show_choices=False)
        if letter not in verdicts:
            return letter
        try:
            changes = _changes(_changed_words(row)) if letter == "c" else {}
            made = held.decide_position(
                row.id,
                verdicts[letter],
                changes,
                coder=coder,
                blind=bool(row.settled_by),
                redraw=False,
            )
        except (OnrecordError, click.UsageError) as error:
            click.echo(printable(f"Not kept: {error}"))
            continue
        click.echo(printable(f"Kept: {made.says}"))
        return letter


def _changed_words(row: ReviewRow) -> Sequence[str]:
    click.echo(f"FIELD=VALUE …, of {', '.join(ORDER)}")
    # The last command of the row holds the fields as they read now.
    now = row.decide[-1].partition(" change ")[2].partition(" --")[0]
    words: str = click.prompt("change", default=now)
    try:
        return shlex.split(words)
    except ValueError as error:
        raise click.UsageError(f"{words}: {error}") from error


def _show(number: int, row: ReviewRow) -> None:
    """Print one position with all that a person needs to judge it."""
    head = f"{number}. {row.party or 'unknown party'}: {row.act.replace('_', ' ')}"
    head += f" of {row.about}" if row.about else ""
    click.echo("\n" + click.style(_wrapped(head, ""), bold=True))
    topic = row.issue + (f"={'|'.join(row.values)}" if row.values else "") or row.step
    lines = [
        f"{topic} ({row.named})" if topic else "no issue of the codebook",
        *(f"condition {condition}" for condition in row.conditions),
        f"hardness {row.hardness or 'not declared'}, {row.polarity}, {row.modality}",
        f"said by {row.speaker or 'unknown'}; {row.path} at {row.start}",
        f"read by: {row.method}; confidence {row.confidence:.2f}; {row.why}",
        *([f"settled by {', '.join(row.settled_by)}, not shown"] if row.settled_by else []),
    ]
    for line in lines:
        click.echo(_wrapped(line, "   "))
    click.echo(_wrapped(f"words: {row.quote}", "   "))
    if row.sentence != row.quote:
        click.echo(_wrapped(f"in: {row.sentence}", "   "))


def _wrapped(text: str, indent: str) -> str:
    return click.wrap_text(printable(text), shutil.get_terminal_size().columns, indent, indent)


def correct(
    held: Record,
    words: Sequence[str],
    fields: Mapping[str, str],
    *,
    coder: str | None,
    note: str,
    blind: bool,
    progress: Progress,
) -> DecisionRow:
    """The decision that `decide position …` words, kept. A usage error for what is none."""
    if words[:1] == ("add",):
        if len(words) != len(("add", "ARTICLE", "WORDS")):
            raise click.UsageError(
                'say position add ARTICLE "exact words" --party P --act ACT; quote the words'
            )
        if blind:
            raise click.UsageError("--blind belongs to accept, change and reject")
        return held.add_position(
            words[1], words[2], fields, coder=coder, note=note, progress=progress
        )
    if fields:
        raise click.UsageError(
            "--party, --act and the like belong to position add; change takes FIELD=VALUE"
        )
    if len(words) < len(("ID", "accept")) or words[1] not in get_args(Verdict):
        raise click.UsageError(
            "say position ID accept, position ID reject, position ID change FIELD=VALUE … or"
            ' position add ARTICLE "words"'
        )
    verdict: Verdict = words[1]  # type: ignore[assignment]  # one of them, as just checked
    if (verdict == "change") != (len(words) > 2):
        raise click.UsageError("change takes FIELD=VALUE …; accept and reject take nothing more")
    return held.decide_position(
        words[0],
        verdict,
        _changes(words[2:]),
        coder=coder,
        note=note,
        blind=blind,
        progress=progress,
    )


def _changes(words: Sequence[str]) -> dict[str, str]:
    changes: dict[str, str] = {}
    for word in words:
        name, told, value = word.partition("=")
        if not told or not value.strip():
            raise click.UsageError(f"{word}: say FIELD=VALUE; `none` empties a field")
        if name in changes:
            raise click.UsageError(f"{name} is given twice")
        changes[name] = value
    return changes


@click.command()
@record_argument
@json_option
def agreement(record: Path | None, *, as_json: bool) -> None:
    """How far people agree with the machine and with each other on positions.

    Of every position that somebody decided on: Cohen's kappa of every two coders, the machine
    among them, Krippendorff's alpha of all people; over acts and issues, and of each by itself.
    Who has not decided on a position is missing for it.
    """
    held = opened(record)
    rows, confused = held.agreement(), held.confusions()
    if as_json:
        print_json({"kind": "agreement", **row} for row in rows.to_dicts())
        print_json({"kind": "confusion", **row} for row in confused.to_dicts())
        return
    print_table(
        [("coders", 3), ("about", 3), ("measure", 2), ("value", 1.4), ("agreed", 2)],
        (
            (
                row.coders,
                f"{row.about}: {row.label}",
                row.measure,
                "–" if row.value is None else f"{row.value:.3f}",
                f"{row.agreed} of {row.units}"
                + "\nfew" * (row.units < FEW)
                + f"\n{row.missing} missing" * bool(row.missing),
            )
            for row in rows
        ),
        empty="nobody has decided on a position; start with `onrecord positions --review`",
    )
    if any(row.units < FEW for row in rows):
        print_told(
            f"few: fewer than {FEW} positions that both have judged. A kappa or alpha of so few may"
            " be off by .3 and more either way; look at what differs, not at the figure."
        )
    apart = [row for row in confused if row.left != row.right][:MOST_CONFUSIONS]
    if apart:
        print_table(
            [("coders", 3), ("about", 1.2), ("one says", 3), ("the other", 3), ("times", 1)],
            ((r.coders, r.about, r.left, r.right, str(r.count)) for r in apart),
            title="Where they differ",
        )
