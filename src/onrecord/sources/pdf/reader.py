"""A process of its own that reads PDFs, so that a hostile one can be stopped.

pdfium unpacks what a file tells it to, in C, where nothing of ours can step in: a file of a few
kilobytes can keep it busy for hours and fill the memory. So it runs in a child with a bound on its
memory, which is killed when a file takes too long, and started again for the next file. Between
the two go lines of JSON; the child ends when its parent does.
"""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import Any

from onrecord.errors import ArticleUnreadable
from onrecord.records import Excluded
from onrecord.sources.pdf.printed import Printed

MOST_SECONDS = 120.0  # for one file: the largest that is allowed takes 20
REMEDY = "print it to a new PDF, or save its text"

_LOCK = threading.Lock()  # one file at a time
_CHILD: list[subprocess.Popen[bytes]] = []  # the running child, if any


def ask_reader(source: Path | bytes, where: str, seconds: float = MOST_SECONDS) -> Printed:
    """What stands on the pages of a PDF. Raises ArticleUnreadable if the child cannot tell."""
    data = source if isinstance(source, bytes) else b""
    question: dict[str, Any] = {"where": where, "bytes": len(data)}
    if isinstance(source, Path):
        question["path"] = str(source.resolve())
    with _LOCK:
        answer = _asked(json.dumps(question).encode() + b"\n" + data, seconds)
    if answer is None:
        detail = f"more than {seconds:g} s or 2 GB, or it broke the reader"
        raise ArticleUnreadable(where, "PDF too heavy", detail, REMEDY)
    if "reason" in answer:
        raise ArticleUnreadable(where, answer["reason"], answer["detail"], answer["remedy"])
    return Printed(
        text=answer["text"],
        left_out=tuple(Excluded(**one) for one in answer["left_out"]),
        title=answer["title"],
        author=answer["author"],
        pictures=tuple(answer["pictures"]),
        broken=tuple(answer["broken"]),
    )


def _asked(question: bytes, seconds: float) -> dict[str, Any] | None:
    """The child's answer; None if it was stopped or broke on the way."""
    if not _CHILD:
        _CHILD.append(_started())
    child = _CHILD[0]
    stdin, stdout = child.stdin, child.stdout
    if stdin is None or stdout is None:
        raise RuntimeError("the child has no pipes")
    timer = threading.Timer(seconds, child.kill)
    timer.start()
    try:
        stdin.write(question)
        stdin.flush()
        line = stdout.readline()
    except OSError:
        line = b""
    except BaseException:  # Ctrl-C: an answer left in the pipe would be taken for the next file's
        _stop()
        raise
    finally:
        timer.cancel()
    if not line.endswith(b"\n"):
        _stop()
        return None
    answer: dict[str, Any] = json.loads(line)
    return answer


def _started() -> subprocess.Popen[bytes]:
    package = str(Path(__file__).parents[3])
    others = os.environ.get("PYTHONPATH")
    paths = package + (os.pathsep + others if others else "")
    # -P: not the current folder, where a file of the user's may have the name of a module.
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "onrecord.sources.pdf"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": paths},
    )


@atexit.register
def _stop() -> None:
    """End the child, if there is one."""
    while _CHILD:
        child = _CHILD.pop()
        child.kill()
        child.wait()
        for pipe in (child.stdin, child.stdout):
            if pipe is not None:
                with suppress(OSError):  # what was not sent yet can no longer be
                    pipe.close()
