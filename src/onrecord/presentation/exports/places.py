"""Where an export goes: a file appears whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from onrecord.errors import OnrecordError


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

    Raises OnrecordError naming the file if it cannot be written.
    """
    draft = path.with_name(path.name + ".part")
    try:
        with draft.open("w", encoding="utf-8", newline="\n") as out:
            yield out
        os.replace(draft, path)
    except OSError as error:
        with suppress(OSError):  # nothing can be written there, and nothing was
            draft.unlink(missing_ok=True)
        raise OnrecordError(
            f"{path}: cannot be written ({error.strerror}); choose another place with -o"
        ) from error
