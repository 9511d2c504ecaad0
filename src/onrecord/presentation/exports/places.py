"""Where an export goes: a file appears whole or not at all."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from onrecord.errors import OnrecordError

MOST_OF_A_LINE = 64_000_000  # bytes: one line of an export may be one article
PAGE_HEAD = 90  # bytes behind the first line of a page: up to the policy that our pages have


def make_folder(folder: Path) -> None:
    """Make the folder of an export. Raises OnrecordError if something else stands there."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OnrecordError(
            f"{folder}: cannot be a folder ({error.strerror}); name another one with -o"
        ) from error


@contextmanager
def whole_file(path: Path) -> Iterator[TextIO]:
    """A text file to write to; it takes its name only when all is written.

    What stands there already is replaced if it is of the same form, as an earlier export is.
    Raises OnrecordError naming the file if it cannot be written, or if it is something else.
    """
    draft = path.with_name(path.name + ".part")
    try:
        draft.unlink(missing_ok=True)  # of a run that was killed; and never a link to follow
        with draft.open("x", encoding="utf-8", newline="\n") as out:
            yield out
        _refuse_others(path, draft)
        os.replace(draft, path)
    except OSError as error:
        with suppress(OSError):  # nothing can be written there, and nothing was
            draft.unlink(missing_ok=True)
        raise OnrecordError(
            f"{path}: cannot be written ({error.strerror}); choose another place with -o"
        ) from error


def _refuse_others(path: Path, draft: Path) -> None:
    """Raise OnrecordError where a file of another form would be lost: an article, a record."""
    if not path.is_file() or path.stat().st_size == 0:
        return
    there, ours = _form(path), _form(draft)
    if there == ours or (ours == "" and isinstance(there, frozenset)):
        return  # lines of JSON may have become none
    draft.unlink()
    raise OnrecordError(
        f"{path}: stands there already and is no earlier export; remove it, or choose another place"
        " with -o"
    )


def _form(path: Path) -> object:
    """What tells files of one kind from others: a JSON line's keys, a page's head, a first line."""
    with path.open("rb") as file:
        line = file.readline(MOST_OF_A_LINE).decode("utf-8", "replace")
        if line.startswith("{"):
            with suppress(ValueError, RecursionError):
                return frozenset(json.loads(line))
        if line.lower().startswith("<!doctype"):
            return line + file.read(PAGE_HEAD).decode("utf-8", "replace")
    return line
