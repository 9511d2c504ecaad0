"""The order that logic puts steps in: a circle there is a fault of the codebook."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from onrecord.positions.codebook import StepDef


def refuse_circles(steps: Sequence[StepDef], fail: Callable[[str, str], None]) -> None:
    """Call `fail(step, reason)` if the needs of some step lead back to it."""
    needs = {step.id: step.needs for step in steps}
    done: set[str] = set()
    while True:
        ready = [s for s in needs if s not in done and all(n in done for n in needs[s])]
        if not ready:
            break
        done.update(ready)
    stuck = [s for s in needs if s not in done]
    if stuck:
        path = _circle(stuck[0], needs, done)
        fail(path[0], f"steps that need each other in a circle: {' → '.join(path)}")


def _circle(start: str, needs: dict[str, tuple[str, ...]], done: set[str]) -> list[str]:
    """A way through needs that are never met, from a step back to itself."""
    path = [start]
    while True:
        following = next(n for n in needs[path[-1]] if n not in done)
        if following in path:
            return [*path[path.index(following) :], following]
        path.append(following)
