"""Which steps wait for a refused one, and by which needs.

A step waits for a refusal if it could be taken but for that, or if it stands in a circle and itself
needs, besides, what is refused or waits for that.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from onrecord.negotiation.needs import Need
from onrecord.negotiation.sequence import NeedsByStep, Order, done_steps

Refusal = tuple[tuple[str, ...], list[Need]]  # the refused steps, the needs that nothing meets


class Waits:
    """What waits for refused steps, by the needs and by the order that holds if nobody refuses."""

    def __init__(self, needs: NeedsByStep, order: Order) -> None:
        self._needs, self._rank = needs, order.rank
        self._asking: dict[str, list[Need]] = {}
        for own in needs.values():
            for need in own:
                for alternative in need.alternatives:
                    self._asking.setdefault(alternative, []).append(need)

    def of(self, refused: Collection[str]) -> Iterator[Refusal]:
        """Yield each refused step that others wait for; last, what only several together hold."""
        explained: set[str] = set()
        for step in sorted(refused):
            needs = self._unmet(frozenset((step,)))
            if needs:
                explained.update(n.step for n in needs)
                yield (step,), sorted(needs)
        needs = self._unmet(frozenset(refused))
        if any(n.step not in explained for n in needs):
            yield self._behind(needs, explained, refused)

    def _unmet(self, no: frozenset[str]) -> set[Need]:
        """The needs that cannot be met while these steps are not taken."""
        direct = {n for n in self._hanging_on(no, surely=True) if n.step not in no}
        doubtful = {n.step for n in self._hanging_on(no, surely=False)} - no
        if not doubtful:
            return direct
        open_needs = {s: self._needs_within(s, doubtful, no) for s in doubtful}
        lost = doubtful - done_steps(doubtful, open_needs)
        direct.update(
            n
            for s in lost
            for n in open_needs[s]
            if all(a in lost or a in no or a not in self._rank for a in n.alternatives)
        )
        return direct

    def _hanging_on(self, no: Iterable[str], *, surely: bool) -> list[Need]:
        """The needs all of whose alternatives are among these steps or hang on them in turn.

        Unless `surely`, only those alternatives are looked at that come before their step in the
        known order: what hangs on none of these steps even so does not need any of them.
        """
        left: dict[Need, int] = {}
        found: list[Need] = []
        gone = set(no)
        waiting = list(gone)
        while waiting:
            step = waiting.pop()
            for need in self._asking.get(step, ()):
                support = need.alternatives if surely else self._supporting(need)
                if step in support:
                    left[need] = left.get(need, len(support)) - 1
                    if not left[need]:
                        found.append(need)
                        # In a circle, or behind one, steps wait for each other as it is.
                        if need.step not in gone and need.step in self._rank:
                            gone.add(need.step)
                            waiting.append(need.step)
        return found

    def _supporting(self, need: Need) -> tuple[str, ...]:
        """The alternatives of a need that come before its step in the known order, or with it."""
        own = self._rank.get(need.step)
        if own is None:
            return ()  # in a circle, or behind one: nothing is lost by a refusal
        last = own if need.timing == "with" else own - 1
        return tuple(a for a in need.alternatives if self._rank.get(a, own + 1) <= last)

    def _needs_within(self, step: str, doubtful: set[str], no: frozenset[str]) -> list[Need]:
        """The needs of a step that nothing outside the doubtful steps meets."""
        return [
            n
            for n in self._needs.get(step, ())
            if not any(
                a in self._rank and a not in doubtful and a not in no for a in n.alternatives
            )
        ]

    def _behind(self, needs: set[Need], explained: set[str], refused: Collection[str]) -> Refusal:
        """What only several refusals together hold, with all that makes it wait for them."""
        by_step: dict[str, list[Need]] = {}
        for need in sorted(needs):
            by_step.setdefault(need.step, []).append(need)
        waiting = sorted(set(by_step) - explained)
        seen = set(waiting)
        kept: list[Need] = []
        while waiting:
            for need in by_step.get(waiting.pop(), ()):
                kept.append(need)
                further = [a for a in need.alternatives if a not in seen]
                seen.update(further)
                waiting += further
        return tuple(sorted(seen.intersection(refused))), sorted(kept)
