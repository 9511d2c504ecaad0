"""The page of all commands, from their own `--help`: `python -m docs.making.commands`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from onrecord.presentation.cli.main import COMMANDS, program

PAGE = Path(__file__).parents[1] / "reference" / "commands.md"
HEAD = """\
# Commands

This page is what `--help` says, command by command. Left out, RECORD is the one `*.onrecord` file
of the current folder. `onrecord completion bash` teaches your shell the names (or zsh, fish);
`onrecord --no-color` and NO_COLOR=1 print without colours, FORCE_COLOR=1 with them into a pipe.

| exit code | when |
|---|---|
| 0 | done |
| 1 | an error, told with its place and what to do |
| 2 | wrong usage: an option or argument that does not exist or does not fit |
| 3 | done, but something was skipped; the reasons are listed |
| 4 | `verify` found faults |
| 130 | stopped from the keyboard; what was read is kept |

"""


def page() -> str:
    """The text of the page."""
    return HEAD + "\n".join(_section(name) for name in sorted(COMMANDS))


def _section(name: str) -> str:
    command = program.get_command(click.Context(program), name)
    assert command is not None  # noqa: S101  # it stands in the list
    parts = "\n\n".join(f"```text\n{told}\n```" for told in _told(command, f"onrecord {name}"))
    return f"## onrecord {name}\n\n{parts}\n"


def _told(command: click.Command, path: str) -> Iterator[str]:
    """Yield the help of a command and of the commands below it, 80 columns wide."""
    context = click.Context(command, info_name=path, terminal_width=80, max_content_width=80)
    yield "\n".join(line.rstrip() for line in command.get_help(context).rstrip().splitlines())
    if isinstance(command, click.Group):
        for name in sorted(command.commands):
            yield from _told(command.commands[name], f"{path} {name}")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
