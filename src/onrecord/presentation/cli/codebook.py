"""Commands about codebooks: show, check, suggest."""

from __future__ import annotations

import shutil
from pathlib import Path

import click

from onrecord.positions import load_codebook
from onrecord.presentation.cli.terminal import (
    json_option,
    opened,
    print_json,
    print_table,
    printable,
    record_argument,
)
from onrecord.presentation.codebooks import (
    IssueRow,
    SuggestionRow,
    codebook_acts,
    codebook_faults,
    codebook_issues,
    codebook_steps,
)
from onrecord.presentation.dossier.words import many
from onrecord.store.rows import to_json

FAULTY = 1
MOST_PARTIES = 5


@click.group()
def codebook() -> None:
    """What is negotiated, in a file that you can read and change: docs/codebook.md.

    Shipped are "default" (war and peace, and much else), "trade" and "labour".
    """


@codebook.command()
@click.argument("file", default="default")
@json_option
def show(file: str, *, as_json: bool) -> None:
    """The issues, steps, rules and words of FILE, or of a shipped codebook by its name."""
    issues, steps, book = codebook_issues(file), codebook_steps(file), load_codebook(file)
    acts = codebook_acts(file)
    rules = [
        {"never_together": [f"{i}={v}" for i, v in rule.literals], "why": rule.why}
        for rule in book.rules
    ]
    if as_json:
        print_json({"kind": "issue", **row} for row in issues.to_dicts())
        print_json({"kind": "step", **row} for row in steps.to_dicts())
        print_json({"kind": "rule", **rule} for rule in rules)
        print_json(
            {"kind": "consent", "issue": key, "parties": list(book.consent[key])}
            for key in book.consent
        )
        print_json(
            {"kind": "hardness", "level": level, "words": list(words)}
            for level, words in book.hardness
        )
        print_json({"kind": "act", "words": row.words, "act": row.act, "form": row.kind,
                    "places": list(row.places)} for row in acts)  # fmt: skip
        return
    print_table(
        [("issue", 3), ("about", 4), ("values", 4)],
        ((f"{row.name}\n{row.id}", row.about, _values(row)) for row in issues),
        title=f"{book.name}: {many(len(issues), 'issue')}",
    )
    print_table(
        [("step", 3), ("who", 1.5), ("entails", 3), ("needs", 2)],
        (
            (f"{s.name}\n{s.id}", s.actor or "together", "\n".join(s.entails), "\n".join(s.needs))
            for s in steps
        ),
        title=many(len(steps), "step"),
        empty="no steps",
    )
    print_table(
        [("never together", 4), ("why", 5)],
        (("\n".join(rule["never_together"]), str(rule["why"])) for rule in rules),
        title=many(len(rules), "rule"),
        empty="no rules",
    )
    print_table(
        [("act", 1.2), ("words that carry it", 6)],
        (
            (
                act.replace("_", " "),
                ", ".join(dict.fromkeys(row.words for row in acts if row.act == act)),
            )
            for act in dict.fromkeys(row.act for row in acts)
        ),
        title="acts",
    )


def _values(row: IssueRow) -> str:
    if not row.values:
        return "named by the text"
    shown = (f"{value} (if unnamed)" if value == row.default else value for value in row.values)
    return (" < " if row.ordered else " | ").join(shown)


@codebook.command()
@click.argument("file")
@json_option
def check(file: str, *, as_json: bool) -> int:
    """Every fault of FILE with its line; exit code 1 if there is one."""
    faults = codebook_faults(file)
    if as_json:
        print_json(faults.to_dicts())
    elif faults:
        for fault in faults:
            line = f", line {fault.line}" if fault.line is not None else ""
            click.echo(printable(f"{fault.where}{line}: {fault.reason}"))
    else:
        click.echo(printable(f"{file}: {many(len(codebook_issues(file)), 'issue')}, no fault"))
    return FAULTY if faults else 0


@codebook.command()
@record_argument
@click.option("--codebook", "book", help="Your codebook.yaml or a name; else the record's own.")
@click.option("--limit", type=click.IntRange(1), default=20, help="So many at most; else 20.")
@json_option
def suggest(record: Path | None, *, book: str | None, limit: int, as_json: bool) -> None:
    """Issues that the articles of RECORD speak of and the codebook lacks.

    Each comes with sentences and with YAML to paste below `issues:` and to correct. About six
    in ten name a matter that parties negotiate.
    """
    found = opened(record).suggest_issues(codebook=book)[:limit]
    if as_json:
        print_json(to_json(row) for row in found)
        return
    if not found:
        click.echo("nothing that the codebook lacks; a record read with --light suggests nothing")
    for number, row in enumerate(found, start=1):
        _print(number, row)


def _print(number: int, row: SuggestionRow) -> None:
    width = shutil.get_terminal_size().columns
    named = ", ".join(row.parties[:MOST_PARTIES])
    more = len(row.parties) - MOST_PARTIES
    by = f"; by {named}{f' and {more} more' if more > 0 else ''}" if named else ""
    places = f"{many(row.count, 'place')} in {many(row.articles, 'article')}"
    head = f"{number}. {row.phrase} ({places}{by})"
    click.echo(click.style(click.wrap_text(printable(head), width), bold=True))
    for sentence, path in zip(row.examples, row.paths, strict=True):
        click.echo(click.wrap_text(printable(f"“{sentence}” {path}"), width, "   ", "   "))
    click.echo(printable(row.stub))
