"""How time grows with hostile text: `python -m benchmarks.linear [--patterns] [--stages]`.

Every pattern that onrecord compiles (those made late as well: an article is read first) searches
repeats of its own words and of the beginnings of its matches; every stage that reads an article
reads texts that repeat what it looks for. Four times the text may take four times as long; a
pattern or stage whose time grows faster, or that is stopped at its bound, is a finding. Processor
time counts, and each figure is the better of two runs.
"""

from __future__ import annotations

import argparse
import gc
import importlib
import json
import math
import pkgutil
import re
import signal
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from benchmarks.fuzzing.attacks import HOSTILE, pieces, repeated

SIZES = (4_000, 16_000)  # characters that a pattern searches
STAGE_SIZES = (10_000, 40_000, 160_000)
# Linear is 4, quadratic 16; the first touch of a table and a busy machine make 6 of 4 now and then.
MOST_GROWTH = 8.0
TOO_SHORT = 0.2  # seconds of a stage: below that a figure says nothing about growth
TOO_SHORT_PATTERN = 0.02
MOST_SECONDS = 20.0  # of one stage on one text
PATTERN_SECONDS = 1.0
# Patterns that never see a long text: their module cuts it or passes longer lines over.
BOUNDED = {
    "onrecord.articles.line_rules": 1_400,  # LONGEST_WORD × the most words of any rule
    "onrecord.articles.furniture": 600,  # LONGEST_MENU_CHARS
    "onrecord.actors.press_words": 120,  # REACH_CHARS of press_names
    "onrecord.actors.press_names": 120,
    # REACH_CHARS on the side that a pattern is for, twice that at most
    "onrecord.attribution.carrier_patterns": 320,
    "onrecord.attribution.credit_lines": 320,
    "onrecord.attribution.press": 320,
    "onrecord.quantities.ages": 24,
    "onrecord.positions.anchors": 1_000,  # MAX_LETTERS of one anchor
}
WHOLE = frozenset({"onrecord.articles.line_rules"})  # matched from end to end, never searched
# Matched at one place after another by code that remembers where none can begin any more.
AT_ONE_PLACE = frozenset({"onrecord.articles.markup"})
BOUNDED_SECONDS = 0.1  # of one search on the longest text that such a pattern sees


class _TooSlow(Exception):
    """A run that was stopped."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    """Seconds at each size, for one pattern or stage on one text; None where it was stopped."""

    what: str
    text: str
    seconds: tuple[float | None, ...]
    too_short: float = TOO_SHORT

    @property
    def growth(self) -> float:
        """How many times as long four times the text takes, at its worst."""
        steps = [
            math.inf if later is None else later / max(earlier, self.too_short / 8)
            for earlier, later in pairwise(self.seconds)
            if earlier is not None and (later is None or later >= self.too_short)
        ]
        return max(steps, default=1.0)

    @property
    def is_found(self) -> bool:
        """Whether it grows faster than the text, or was stopped."""
        return self.growth > MOST_GROWTH or None in self.seconds

    def line(self) -> str:
        """One line for a reader."""
        times = " ".join("stopped" if s is None else f"{s:.3f}" for s in self.seconds)
        return f"{self.growth:8.1f}  {times}  {self.what}  on {self.text!r}"


def compiled() -> list[tuple[str, re.Pattern[str]]]:
    """Every pattern of text that onrecord compiles, with the module that asked for it.

    Those that read gold data alone are left out: a user makes these, and waits for his own.
    """
    found: dict[tuple[str, int], tuple[str, re.Pattern[str]]] = {}
    make = re._compile  # type: ignore[attr-defined]

    def noted(pattern: Any, flags: Any) -> Any:
        made = make(pattern, flags)
        frame = sys._getframe(1)
        while frame.f_back and frame.f_globals.get("__name__") == "re":
            frame = frame.f_back
        module = str(frame.f_globals.get("__name__"))
        ours = module.startswith("onrecord") and not module.startswith("onrecord.evaluation")
        if ours and isinstance(made.pattern, str):
            found.setdefault((made.pattern, made.flags), (module, made))
        return made

    re._compile = noted  # type: ignore[attr-defined]
    try:
        import onrecord

        for module in pkgutil.walk_packages(onrecord.__path__, "onrecord."):
            if not module.name.endswith("__main__"):
                importlib.import_module(module.name)
        from benchmarks.fuzzing.flow import read_text
        from benchmarks.fuzzing.made import ARTICLE

        read_text(ARTICLE, light=True)
    finally:
        re._compile = make  # type: ignore[attr-defined]
    return sorted(found.values(), key=lambda one: (one[0], one[1].pattern))


def timed(run: Callable[[], object], most: float) -> float | None:
    """Processor seconds, the better of two runs; None if it took more than `most`."""

    def stop(*_: object) -> None:
        raise _TooSlow

    best: float | None = None
    gc.collect()
    gc.disable()  # how often it comes depends on all that was made before
    before = signal.signal(signal.SIGPROF, stop)
    try:
        for _ in range(2):
            signal.setitimer(signal.ITIMER_PROF, most)
            started = time.process_time()
            run()
            took = time.process_time() - started
            best = took if best is None else min(best, took)
            if took > most / 5:
                break
    except _TooSlow:
        return best
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
        gc.enable()
    return best


def pattern_curves() -> Iterator[Curve]:
    """Yield the worst curve of each pattern."""
    for module, pattern in compiled():
        what = f"{module}: {pattern.pattern[:70]!r}"
        curves = [_curve(pattern, piece, module, what) for piece in pieces(pattern)]
        yield max(curves, key=lambda curve: (curve.is_found, curve.growth, curve.seconds[-1] or 0))


def _curve(pattern: re.Pattern[str], piece: str, module: str, what: str) -> Curve:
    """How a pattern does on repeats of a piece, up to the longest text that it ever sees."""
    most = BOUNDED.get(module)
    seconds: list[float | None] = []
    for size in (most,) if most else SIZES:
        bound = BOUNDED_SECONDS if most else PATTERN_SECONDS
        took = timed(_search(pattern, repeated(piece, size), module), bound)
        seconds.append(took)
        if took is None or took < TOO_SHORT_PATTERN / 16:
            break  # far too fast for a quadratic one
    return Curve(what=what, text=piece[:40], seconds=tuple(seconds), too_short=TOO_SHORT_PATTERN)


def _search(pattern: re.Pattern[str], text: str, module: str) -> Callable[[], object]:
    if module in WHOLE:
        return lambda: pattern.fullmatch(text)
    if module in AT_ONE_PLACE:
        return lambda: pattern.match(text)
    return lambda: sum(1 for _ in pattern.finditer(text))


def stage_curves(names: list[str], sizes: tuple[int, ...] = STAGE_SIZES) -> Iterator[Curve]:
    """Yield a curve for each stage of one article and each hostile text."""
    from benchmarks.fuzzing.flow import stage_seconds

    stage_seconds("Arland waits.", timed, MOST_SECONDS)  # what loads late, loads now
    for name in names:
        by_stage: dict[str, list[float | None]] = {}
        for size in sizes:
            text = repeated(HOSTILE[name], size)
            for stage, seconds in stage_seconds(text, timed, MOST_SECONDS).items():
                by_stage.setdefault(stage, []).append(seconds)
            if any(seconds[-1] is None for seconds in by_stage.values()):
                break
        for stage, curve in by_stage.items():
            yield Curve(what=stage, text=name, seconds=tuple(curve))


def main() -> int:
    """Print what grows faster than its text; 1 if anything does."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--patterns", action="store_true", help="only the patterns")
    options.add_argument("--stages", action="store_true", help="only the stages")
    options.add_argument("--text", action="append", choices=HOSTILE, help="only this hostile text")
    options.add_argument("--all", action="store_true", help="print every curve")
    asked = options.parse_args()
    both = asked.patterns == asked.stages
    found = tried = 0
    kinds: tuple[tuple[bool, Callable[[], Iterator[Curve]]], ...] = (
        (both or asked.patterns, pattern_curves),
        (both or asked.stages, lambda: stage_curves(asked.text or list(HOSTILE))),
    )
    for wanted, curves in kinds:
        for curve in curves() if wanted else ():
            tried += 1
            found += curve.is_found
            if curve.is_found or asked.all:
                print(curve.line(), flush=True)
    print(json.dumps({"tried": tried, "faster than the text": found}))
    return int(found > 0)


if __name__ == "__main__":
    sys.exit(main())
