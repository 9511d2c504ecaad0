"""What a shell is offered behind a command: records and folders, without loading the command.

A command's module brings the whole flow with it, a second and more; a shell asks at every press of
a key. So where a record may stand, no module is loaded; where an option may, the real command says.
"""

from __future__ import annotations

import os

import click
from click.shell_completion import CompletionItem

VARIABLE = "_ONRECORD_COMPLETE"  # where click looks whether a shell asks, and which
# What stands first behind these is no record.
OTHERS = frozenset({"codebook", "completion", "demo", "evaluate", "export", "plan", "read"})


def stand_in(name: str) -> click.Command | None:
    """A light command that offers records, where a shell asks for what may be one; else None."""
    if not os.environ.get(VARIABLE, "").endswith("_complete") or name in OTHERS:
        return None
    before, current = _asked()
    if current.startswith("-") or before.startswith("-"):
        return None
    words = click.Argument(["words"], nargs=-1, shell_complete=complete_record)
    return click.Command(name, params=[words])


def _asked() -> tuple[str, str]:
    """The word before the one that a shell asks about, and the beginning of that one."""
    words = os.environ.get("COMP_WORDS", "").split()
    at = os.environ.get("COMP_CWORD", "")
    if at.isdigit() and not os.environ[VARIABLE].startswith("fish"):
        before, current = words[: int(at)], "".join(words[int(at) : int(at) + 1])
    else:  # fish says the beginning itself
        before, current = words[:-1] if words[-1:] == [at] else words, at
    return (before or [""])[-1], current


class RecordPath(click.Path):
    """A path of a record; a shell is offered records and folders alone."""

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """What may follow these letters."""
        return complete_record(ctx, param, incomplete)


def complete_record(
    _ctx: click.Context, _param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """The records that begin so, and the folders where more may lie."""
    folder, beginning = os.path.split(incomplete)
    try:
        found = sorted(os.scandir(folder or "."), key=lambda entry: entry.name)
    except OSError:
        return []
    return [
        CompletionItem(os.path.join(folder, entry.name) + ("/" if entry.is_dir() else ""))
        for entry in found
        if entry.name.startswith(beginning)
        and (beginning or not entry.name.startswith("."))
        and (entry.name.endswith(".onrecord") or entry.is_dir())
    ]
