"""A reader on many inputs in forked processes, each bounded in time and memory.

What a fork does with an input is written down before it goes on, so that one that dies (native
crash, endless loop, no memory) is known by its number, and the next fork goes on behind it.
"""

from __future__ import annotations

import faulthandler
import os
import re
import resource
import signal
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

Try = Callable[[int], str]  # what came of the input with this number
BATCH = 500  # inputs of one fork: a fork costs some 20 ms
WALL_FACTOR = 12  # on a busy machine an input may wait as many times as long as it works
OURS = re.compile(r"[/\\](?:onrecord|fuzzing)[/\\]")
KILLED = {signal.SIGPROF: "too slow", signal.SIGALRM: "waits for ever", signal.SIGKILL: "killed"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """How much one input may cost: processor seconds, and MiB beyond what the reader holds."""

    seconds: float = 5.0
    mebibytes: int = 1024


@dataclass(slots=True, kw_only=True)
class Campaign:
    """What came of many inputs: outcomes counted, findings with the numbers of their inputs."""

    outcomes: Counter[str] = field(default_factory=Counter)
    findings: dict[str, list[int]] = field(default_factory=dict)
    peak_mebibytes: int = 0

    def found(self, what: str, number: int) -> None:
        """Note a finding of this input."""
        self.findings.setdefault(what, []).append(number)


def run_inputs(try_one: Try, inputs: int, bounds: Bounds) -> Campaign:
    """The outcomes of the inputs 0 to `inputs`, whatever some of them do to the process."""
    campaign = Campaign()
    at = 0
    while at < inputs:
        at = _fork(try_one, at, min(at + BATCH, inputs), bounds, campaign)
    return campaign


def _fork(try_one: Try, start: int, end: int, bounds: Bounds, campaign: Campaign) -> int:
    """Run inputs in a fork; the number of the first one that is still to be run comes back."""
    with tempfile.TemporaryFile() as told, tempfile.TemporaryFile() as trace:
        pid = os.fork()
        if pid == 0:
            _work(try_one, range(start, end), bounds, told, trace)
        _, status, used = os.wait4(pid, 0)
        campaign.peak_mebibytes = max(campaign.peak_mebibytes, used.ru_maxrss // 1024)
        told.seek(0)
        lines = told.read().decode().split("\n")[:-1]
        for number, line in enumerate(lines, start=start):
            kind, _, what = line.partition(" ")
            if kind == "finding":
                campaign.found(what, number)
            else:
                campaign.outcomes[what] += 1
        done = start + len(lines)
        if done < end:
            trace.seek(0)
            campaign.found(_death(status, trace.read().decode("utf-8", "replace")), done)
            done += 1
        return done


def _work(try_one: Try, numbers: range, bounds: Bounds, told: IO[bytes], trace: IO[bytes]) -> None:
    """The life of a fork: it never comes back."""
    code = 1
    try:
        faulthandler.enable(trace)
        faulthandler.register(signal.SIGPROF, trace, all_threads=False, chain=True)
        faulthandler.register(signal.SIGALRM, trace, all_threads=False, chain=True)
        size = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
        most = size + bounds.mebibytes * 2**20
        # The soft limit alone: a reader that works in a child of its own bounds that itself.
        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        for number in numbers:
            signal.setitimer(signal.ITIMER_PROF, bounds.seconds)
            signal.setitimer(signal.ITIMER_REAL, bounds.seconds * WALL_FACTOR)
            os.write(told.fileno(), f"{tried(try_one, number)}\n".encode("utf-8", "replace"))
        code = 0
    finally:
        os._exit(code)


def tried(try_one: Try, number: int) -> str:
    """What came of one input, in one line that begins with "outcome" or "finding"."""
    try:
        return "outcome " + " ".join(try_one(number).split())
    except Exception as error:  # noqa: BLE001, RUF100  # whatever it is, it is what we look for
        return "finding " + named(error)


def named(error: BaseException) -> str:
    """The class of an error and the innermost place in our own code that it went through."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [f for f in frames if OURS.search(f.filename) and "fuzzing" not in f.filename]
    place = f" in {_module(ours[-1].filename)}.{ours[-1].name}" if ours else ""
    return f"{type(error).__name__}{place}"


def _module(file: str) -> str:
    return ".".join(Path(file).with_suffix("").parts[-2:])


def _death(status: int, trace: str) -> str:
    """What a fork died of, and where, in words that are the same for the same fault."""
    if os.WIFSIGNALED(status):
        number = os.WTERMSIG(status)
        what = KILLED.get(signal.Signals(number), f"crash ({signal.Signals(number).name})")
    else:
        what = f"left with {os.waitstatus_to_exitcode(status)}"
    frames = re.findall(r'File "([^"]+)", line \d+ in (\S+)', trace)
    ours = [(f, name) for f, name in frames if OURS.search(f) and "fuzzing" not in f]
    return f"{what} in {_module(ours[0][0])}.{ours[0][1]}" if ours else what


if sys.platform == "win32":
    raise ImportError("campaigns need fork and limits, which this system has not")
