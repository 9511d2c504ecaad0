"""The child that reads PDFs: see `reader`, which asks it."""

from __future__ import annotations

import faulthandler
import json
import sys
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import IO

from onrecord.errors import ArticleUnreadable
from onrecord.sources.pdf.printed import read_printed
from onrecord.sources.pdf.reader import MOST_SECONDS

LONGEST = MOST_SECONDS + 30.0  # for one file
MOST_MEMORY = 2 << 30  # bytes of address space: 1,000 full pages take 600 MB


def _answer_all(questions: IO[bytes], answers: IO[bytes]) -> None:
    """The child's work: a line with the answer for each question."""
    while line := questions.readline():
        asked = json.loads(line)
        data = questions.read(asked["bytes"])
        source = Path(asked["path"]) if "path" in asked else data
        # The parent stops us before, unless it was killed itself. This clock ends the process from
        # a thread of its own, whatever we hang in.
        faulthandler.dump_traceback_later(LONGEST, exit=True)
        try:
            answer = asdict(read_printed(source, asked["where"]))
        except ArticleUnreadable as error:
            answer = {"reason": error.reason, "detail": error.detail, "remedy": error.remedy}
        faulthandler.cancel_dump_traceback_later()
        answers.write(json.dumps(answer).encode() + b"\n")
        answers.flush()


def _bound_memory() -> None:
    """Let this process have so much memory and no more, where the system can see to that."""
    try:
        import resource
    except ImportError:  # not on Windows
        return
    # A lower bound of the system's own stands; macOS may know none.
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


if __name__ == "__main__":
    _bound_memory()
    _answer_all(sys.stdin.buffer, sys.stdout.buffer)
