"""Commands about who is who: actors, decide, decisions."""

from __future__ import annotations

import shlex
import shutil
from pathlib import Path
from typing import get_args

import click

from onrecord.presentation.cli.correcting import correct
from onrecord.presentation.cli.terminal import (
    ID_SHOWN,
    json_option,
    opened,
    print_json,
    print_table,
    printable,
    progress_shown,
    record_and_args,
    record_argument,
)
from onrecord.presentation.deciding import Answer
from onrecord.presentation.exports.places import whole_file
from onrecord.presentation.record import Record
from onrecord.presentation.rows import ActorRow, DecisionRow
from onrecord.records import ActorKind
from onrecord.store.rows import to_json

MOST_ALIASES = 6
MOST_ROLES = 3


@click.command()
@record_argument
@click.option("--name", help="Only actors with these words in a name.")
@click.option("--kind", type=click.Choice(get_args(ActorKind)), help="Only this kind.")
@click.option("--party", help="Only who speaks for this party.")
@click.option("--review", is_flag=True, help="What is doubtful, and the words that settle it.")
@click.option("--suggest", is_flag=True, help="A first parties.yaml for this corpus.")
@click.option("-o", "--out", type=click.Path(path_type=Path), help="Where to write --suggest.")
@click.option("--limit", type=click.IntRange(1), help="So many rows at most.")
@json_option
def actors(
    record: Path | None,
    *,
    name: str | None,
    kind: str | None,
    party: str | None,
    review: bool,
    suggest: bool,
    out: Path | None,
    limit: int | None,
    as_json: bool,
) -> None:
    """Who they are, under all their names, and for whom they speak.

    `onrecord show ID` lists where an actor is named, each with the reason;
    `onrecord decide` corrects.
    """
    chosen = name is not None or kind is not None or party is not None
    if (review and suggest) or ((review or suggest) and chosen):
        raise click.UsageError("--review and --suggest stand alone")
    if out is not None and not suggest:
        raise click.UsageError("-o belongs to --suggest")
    if limit is not None and suggest:
        raise click.UsageError("--limit belongs to the list and to --review")
    held = opened(record)
    if suggest:
        _suggest(held, out, as_json=as_json)
    elif review:
        _review(held, limit, as_json=as_json)
    else:
        found = held.actors(name=name, kind=kind, party=party)[:limit]
        if as_json:
            print_json(found.to_dicts())
        else:
            print_table(
                [("actor", 3), ("speaks for", 3), ("also", 3), ("named", 1.4), ("id", 1.4)],
                (_row(row) for row in found),
                empty="no actor fits",
            )


def _row(row: ActorRow) -> tuple[str, ...]:
    more = len(row.aliases) - MOST_ALIASES
    spoken = [p for p in row.parties if p != row.name]
    roles = "\n".join(row.roles[:MOST_ROLES])
    return (
        f"{row.name}\n{row.kind}",
        "\n".join([*spoken, roles] if spoken else ["itself"] if row.parties else []),
        ", ".join(row.aliases[:MOST_ALIASES]) + (f" + {more}" if more > 0 else ""),
        f"{row.mentions} in {row.articles}\n{row.statements} st.",
        row.id[:ID_SHOWN],
    )


def _suggest(held: Record, out: Path | None, *, as_json: bool) -> None:
    text = held.suggest_parties()
    if out is None:
        if as_json:
            print_json([{"parties": text}])
        else:
            click.echo(printable(text), nl=False)
        return
    if out.exists():
        raise click.UsageError(f"{out} is there already; name another file")
    with whole_file(out) as file:
        file.write(text)
    if as_json:
        print_json([{"file": str(out)}])
    else:
        click.echo(f"{out}: correct it, then read again with --parties {out}")


def _review(held: Record, limit: int | None, *, as_json: bool) -> None:
    found = held.review()[:limit]
    if as_json:
        print_json(found.to_dicts())
        return
    if not found:
        click.echo("nothing is doubtful")
    for number, row in enumerate(found, start=1):
        names = " and ".join(filter(None, (row.left, row.right)))
        many = "" if row.mentions == 1 else "s"
        head = f"{number}. {row.question} {names} ({row.mentions} mention{many})"
        click.echo(click.style(click.wrap_text(printable(head), _width()), bold=True))
        why = f"{row.reason}; closeness {row.closeness:.2f}"
        click.echo(click.wrap_text(printable(why), _width(), "   ", "   "))
        for answer in row.decide:
            click.echo(f"   onrecord decide {shlex.quote(str(held.path))} {printable(answer)}")
        if not row.decide:
            click.echo("   name the party in parties.yaml")


def _width() -> int:
    return shutil.get_terminal_size().columns


@click.command()
@click.argument("args", nargs=-1, metavar="[RECORD] same|apart|name|means|dated|position A B …")
@click.option("--by", "coder", help="Who decides; by default your login name.")
@click.option("--note", default="", help="Why.")
@click.option("--blind", is_flag=True, help="position: judge the machine's reading, not others'.")
@click.option("--party", help="position add: whose position it is.")
@click.option("--act", help="position add: demand, reject, accept_if …")
@click.option("--issue", help="position add: ISSUE or ISSUE=VALUE of the codebook.")
@click.option("--step", help="position add: a step of the codebook.")
@click.option(
    "--condition", "conditions", multiple=True, help='position add: TYPE or "TYPE: words".'
)
@click.option("--speaker", help="position add: who says so.")
@click.option("--about", help="position add: of whom a claim_about_other is.")
@click.option("--hardness", help="position add: soft, firm, red_line.")
@click.option("--modality", help="position add: asserted, future, conditional …")
@click.option("--against", is_flag=True, help="position add: the party is against it.")
@json_option
def decide(
    args: tuple[str, ...],
    *,
    coder: str | None,
    note: str,
    blind: bool,
    conditions: tuple[str, ...],
    against: bool,
    as_json: bool,
    **named: str | None,
) -> None:
    """Settle who is who, a date, or a position; it outranks what was found and can be undone.

    \b
    same  A B       B is the actor A, and goes under A's name
    apart A B       the name B is not the actor A
    name  A NAME    A is shown as NAME
    means ID B      the mention ID (`onrecord show A`), or the source of the
                    statement ID, means B, or nobody

    dated ARTICLE DAY   ARTICLE, a path or id, was published on DAY:
                    2031-07-23, 2031-07 or 2031

    A and B are names or ids of `onrecord actors`.

    \b
    position ID accept | reject
    position ID change FIELD=VALUE …   party, speaker, about, act, issue, values,
                    step, conditions, hardness, polarity, modality; none empties
    position add ARTICLE "exact words" --party P --act ACT [--issue ISSUE=VALUE] …
    """  # noqa: D301  \b is the sign that keeps these lines apart
    held, words = record_and_args(args)
    fields = {name: value for name, value in named.items() if value is not None}
    fields |= {"conditions": "; ".join(conditions)} if conditions else {}
    fields |= {"polarity": "against"} if against else {}
    if words[:1] == ("position",):
        with progress_shown(wanted=not as_json) as progress:
            row = correct(
                held, words[1:], fields, coder=coder, note=note, blind=blind, progress=progress
            )
        _tell_decision(row, as_json=as_json)
        return
    if fields or blind:
        raise click.UsageError("--blind, --party and the like belong to position")
    if len(words) != len(("answer", "A", "B")) or words[0] not in get_args(Answer):
        raise click.UsageError(
            "say same, apart, name, means or dated, and then two names or ids; or position"
        )
    answer: Answer = words[0]  # type: ignore[assignment]  # one of the choices, as just checked
    if not words[2].strip():
        raise click.UsageError("a name cannot be empty")
    with progress_shown(wanted=not as_json) as progress:
        row = held.decide(answer, words[1], words[2], coder=coder, note=note, progress=progress)
    _tell_decision(row, as_json=as_json)


def _tell_decision(row: DecisionRow, *, as_json: bool) -> None:
    if as_json:
        print_json([to_json(row)])
    else:
        click.echo(printable(f"{row.says} ({row.id[:ID_SHOWN]}; `onrecord decisions` undoes it)"))


@click.command()
@record_argument
@click.option("--undo", metavar="ID", is_flag=False, flag_value="", help="Take this decision back.")
@click.option(
    "-o",
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write them to a new file, to share.",
)
@click.option(
    "--apply",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Take over those of such a file.",
)
@json_option
def decisions(
    record: Path | None, *, undo: str | None, out: Path | None, apply: Path | None, as_json: bool
) -> None:
    """What people decided, oldest first; take one back, hand them on, take over a colleague's."""
    if sum(option is not None for option in (undo, out, apply)) > 1:
        raise click.UsageError("--undo, -o and --apply stand alone")
    if out is not None and (out.exists() or not out.name):
        raise click.UsageError(f"{out} is there already; name another file")
    if undo is not None and not undo.strip():
        raise click.UsageError(
            "--undo needs the id of a decision, or its first letters: `onrecord decisions` lists"
            " them with their ids in the last column"
        )
    held = opened(record)
    if undo is not None:
        with progress_shown(wanted=not as_json) as progress:
            row = held.undo(undo, progress=progress)
        _tell({"undone": row.id, "says": row.says}, f"no longer: {row.says}", as_json=as_json)
    elif apply is not None:
        with progress_shown(wanted=not as_json) as progress:
            new = held.apply_decisions(apply, progress=progress)
        _tell({"new": new}, f"{new} decisions taken over", as_json=as_json)
    elif out is not None:
        written = held.write_decisions(out)
        _tell(
            {"file": str(out), "decisions": written},
            f"{out}: {written} decisions",
            as_json=as_json,
        )
    elif as_json:
        print_json(held.decisions().to_dicts())
    else:
        print_table(
            [("decision", 5), ("by", 2), ("note", 2), ("id", 1.4)],
            (
                (
                    row.says + _remark(row),
                    f"{row.coder}\n{row.at[:10]}",
                    row.note,
                    row.id[:ID_SHOWN],
                )
                for row in held.decisions()
            ),
            empty="nobody has decided anything",
        )


def _remark(row: DecisionRow) -> str:
    """Why a decision hangs on nothing, or what of it is no longer there."""
    if not row.placed:
        return f"\nunplaced: {row.why}"
    return f"\nleft out: {row.why}" if row.why else ""


def _tell(values: dict[str, object], words: str, *, as_json: bool) -> None:
    if as_json:
        print_json([values])
    else:
        click.echo(printable(words))
