"""The order that logic puts steps in: a circle there is a fault of the codebook."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence


def refuse_circles(needs: Mapping[str, Sequence[str]], fail: Callable[[str, str], None]) -> None:
    """Call `fail(step, reason)` if the needs of some step lead back to it. Linear."""
    waiting = {step: len(needs[step]) for step in needs}
    behind: dict[str, list[str]] = {}
    for step, needed in needs.items():
        for each in needed:
            behind.setdefault(each, []).append(step)
            waiting.setdefault(each, 0)
    ready = [step for step, count in waiting.items() if not count]
    while ready:
        for step in behind.get(ready.pop(), ()):
            waiting[step] -= 1
            if not waiting[step]:
                ready.append(step)
    stuck = {step: count for step, count in waiting.items() if count}
    if stuck:
        path = _circle(next(iter(stuck)), needs, stuck)
        fail(path[0], f"steps that need each other in a circle: {' → '.join(path)}")


def _circle(start: str, needs: Mapping[str, Sequence[str]], stuck: Mapping[str, int]) -> list[str]:
    """A way through needs that are never met, from a step back to itself."""
    place = {start: 0}
    at = start
    while True:
        at = next(n for n in needs[at] if n in stuck)
        if at in place:
            path = list(place)[place[at] :]
            return [*path, at]
        place[at] = len(place)
