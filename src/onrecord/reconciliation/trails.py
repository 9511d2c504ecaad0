"""From who passes a thing on to who has it first, as far as the articles at hand tell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Trails:
    """Where names lead: `onward` from an outlet to whom it has the matter from.

    `circles` leads from the smallest name of each circle to all that stand in it, sorted.
    """

    onward: Mapping[str, frozenset[str]]
    circles: Mapping[str, tuple[str, ...]]

    def ends_of(self, names: Iterable[str]) -> tuple[str, ...]:
        """Where these names lead in the end; a circle counts as its smallest name. Sorted."""
        return tuple(sorted({end for name in names for end in self._ends(name)}))

    def followed(self, name: str) -> frozenset[str]:
        """Where a name leads that passes on what another has; nothing for a first hand."""
        ends = self._ends(name)
        return frozenset() if ends == {name} else ends

    def _ends(self, name: str) -> frozenset[str]:
        reached = _reached(name, self.onward)
        ends = {n for n in reached if n not in self.onward}
        ends |= {first for first, circle in self.circles.items() if reached.intersection(circle)}
        return frozenset(ends)


def find_trails(
    sources: Mapping[str, Iterable[str]], outlets: Mapping[str, frozenset[str]]
) -> Trails:
    """The trails among texts, by whom each names as its source and who printed it.

    An outlet leads on only if none of its texts has the matter at first hand.
    """
    at_first_hand: set[str] = set()
    onward: dict[str, set[str]] = {}
    for text, named in sources.items():
        names = set(named)
        at_first_hand |= outlets[text] & names
        for outlet in outlets[text]:
            onward.setdefault(outlet, set()).update(names)
    led = {name: frozenset(to) for name, to in onward.items() if name not in at_first_hand}
    return Trails(onward=led, circles=_circles(led))


def _circles(onward: Mapping[str, frozenset[str]]) -> dict[str, tuple[str, ...]]:
    """Every circle by its smallest name: names that lead back to themselves."""
    reach = {name: _reached(name, onward) for name in onward}
    found: dict[str, tuple[str, ...]] = {}
    for name in sorted(onward):
        circle = sorted(n for n in reach[name] if n in reach and name in reach[n])
        if len(circle) > 1:
            found[circle[0]] = tuple(circle)
    return found


def _reached(name: str, onward: Mapping[str, frozenset[str]]) -> set[str]:
    """The name and all to which it leads."""
    seen, left = {name}, [name]
    while left:
        for further in sorted(onward.get(left.pop(), ())):
            if further not in seen:
                seen.add(further)
                left.append(further)
    return seen
