"""The program: its commands, loaded only when one is called, and how it ends."""

from __future__ import annotations

import importlib
import io
import os
import sys
from collections.abc import Sequence
from typing import Any, NoReturn

import click

from onrecord.errors import OnrecordError
from onrecord.presentation.cli.completing import stand_in

TOLD, STOPPED = 1, 130
READING = frozenset({"read", "watch"})  # each article is kept as soon as it is read

# Command → (module under `cli`, what it does). The words stand here so that `--help` loads nothing.
COMMANDS: dict[str, tuple[str, str]] = {
    "read": ("reading", "Read articles into a record and draw its conclusions."),
    "watch": ("watching", "Look for what is new in folders and feeds, and add it."),
    "info": ("asking", "What a record holds, and what was not read."),
    "articles": ("asking", "The articles on record, earliest first."),
    "statements": ("asking", "Who is reported saying what."),
    "copies": ("reconciling", "Who carries whose text, whole or in part."),
    "reports": ("reconciling", "The same statement in several articles, and its origins."),
    "stories": ("reconciling", "Articles about one thing that happened, together."),
    "assessments": ("assessing", "What institutes, polls, courts and outside bodies find."),
    "contradictions": ("clashing", "Accounts that cannot both be exact, side by side."),
    "positions": ("asking", "What each party wants, and on which condition."),
    "actors": ("casting", "Who they are, under all their names, and for whom they speak."),
    "matrix": ("cells", "Party by issue, as of when, on how many origins."),
    "timeline": ("asking", "Events and dated positions in order of time."),
    "events": ("happening", "What happened and what is planned, each once."),
    "shifts": ("happening", "A party's earlier and later word on an issue."),
    "gaps": ("between", "What stands between the parties."),
    "conflicts": ("between", "Whose refusals together leave no value."),
    "deadlocks": ("between", "Steps that wait for each other, and the ways out."),
    "packages": ("between", "Outcomes of issues that hang together: ends and middle."),
    "ask": ("between", "What one party alone asks for; whose word is missing."),
    "movement": ("between", "How far apart the parties were by which day."),
    "plan": ("between", "Plans: list them, compare one with the record."),
    "whatif": ("between", "What would change, and only that, if it were otherwise."),
    "search": ("asking", "Articles that hold all these words."),
    "show": ("asking", "One record with the passages it stands on."),
    "decide": ("casting", "Settle who is who, a date or a position."),
    "decisions": ("casting", "What people decided; take back, hand on, take over."),
    "agreement": ("correcting", "How far people and machine agree on positions."),
    "remove": ("reading", "Take an article off the record."),
    "codebook": ("codebook", "What is negotiated: show, check, suggest issues."),
    "verify": ("verifying", "Check every quote and original anew."),
    "export": ("sharing", "Write the record as jsonl, csv or xlsx."),
    "dossier": ("sharing", "Write the dossier: one HTML file for a reader."),
    "evaluate": ("checks", "Measure a stage on gold data."),
    "doctor": ("setting_up", "Whether onrecord can work here, and what to do if not."),
    "completion": ("setting_up", "Teach your shell the commands."),
    "demo": ("reading", "Read the example coverage and show what comes out."),
}


class Program(click.Group):
    """The group of all commands; a command's module is imported when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The commands in the order of the work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of this name, or None."""
        if cmd_name not in COMMANDS:
            return None
        if (light := stand_in(cmd_name)) is not None:
            return light
        module = importlib.import_module(f"onrecord.presentation.cli.{COMMANDS[cmd_name][0]}")
        command: click.Command = getattr(module, cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the list of commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, words) for name, (_, words) in COMMANDS.items()])


@click.command(
    cls=Program,
    epilog="Exit codes: 0 done, 1 error, 2 wrong usage, 3 done but something was skipped,"
    " 4 verify found faults, 130 stopped.",
)
@click.option("--no-color", is_flag=True, help="Plain output, as with NO_COLOR=1.")
@click.version_option(package_name="onrecord", message="onrecord %(version)s")
@click.pass_context
def program(context: click.Context, *, no_color: bool) -> None:
    """Read press coverage of a negotiation and put every party on the record.

    Start with `onrecord read FOLDER -o talks.onrecord`, then ask: `onrecord matrix talks.onrecord`.
    Every command takes --json and --help.
    """
    # https://no-color.org, https://force-color.org: set and not empty; None asks the terminal.
    if no_color or os.environ.get("NO_COLOR"):
        context.color = False
    elif os.environ.get("FORCE_COLOR"):
        context.color = True


def main(args: Sequence[str] | None = None) -> NoReturn:
    """Run the program and end the process with a documented exit code."""
    _take_all_letters()
    try:
        outcome: Any = program.main(args=args, prog_name="onrecord", standalone_mode=False)
        sys.stdout.flush()
        sys.exit(outcome if isinstance(outcome, int) else 0)
    except click.exceptions.Exit as done:
        sys.exit(done.exit_code)
    except click.ClickException as wrong:
        wrong.show()
        sys.exit(wrong.exit_code)
    except OnrecordError as error:
        from onrecord.presentation.cli.terminal import printable  # loaded by any command that ran

        click.echo(printable(f"Error: {error}"), err=True)
        sys.exit(TOLD)
    except (KeyboardInterrupt, click.Abort):
        goes_on = not READING.isdisjoint(sys.argv[1:] if args is None else args)
        more = "; the same command goes on from there" if goes_on else ""
        click.echo(f"\nStopped. What was read is kept{more}.", err=True)
        sys.exit(STOPPED)
    except BrokenPipeError:
        # The reader of our output has gone (`| head`): not an error, and nothing more to say.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)


def _take_all_letters() -> None:
    """Make an output that cannot hold every letter take them: a file or pipe of Windows, LANG=C.

    What is piped is UTF-8, unless PYTHONIOENCODING says otherwise; a terminal shows what it can.
    """
    for stream in (sys.stdout, sys.stderr):
        encoding = (getattr(stream, "encoding", None) or "").lower().replace("-", "")
        if encoding == "utf8" or not isinstance(stream, io.TextIOWrapper):
            continue
        if stream.isatty() or os.environ.get("PYTHONIOENCODING"):
            stream.reconfigure(errors="backslashreplace")
        else:
            stream.reconfigure(encoding="utf-8")
