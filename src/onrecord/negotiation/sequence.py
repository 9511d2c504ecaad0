"""Which steps can be taken at all: a least fixpoint over what they need.

A step can be taken once nobody in charge of it refuses it and each of its needs has an alternative
that is done: before it, or, for a need of the kind "with", in one package together with it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.negotiation.needs import Need

NeedsByStep = Mapping[str, Sequence[Need]]


@dataclass(frozen=True, slots=True)
class Order:
    """The steps that can be taken, and for each that cannot and is not refused what holds it.

    `rank` numbers the steps that can be taken: each need is met by one of a lower number, or, if
    they come together, of the same. `held_by` gives one unmet need of each other step, none of
    whose alternatives can be taken; these needs alone would hold the steps as well.
    """

    rank: Mapping[str, int]
    held_by: Mapping[str, Need]


def done_steps(
    steps: Iterable[str], needs: NeedsByStep, refused: Collection[str] = ()
) -> frozenset[str]:
    """The steps that can be taken, if these are refused."""
    return frozenset(order_of(steps, needs, refused).rank)


def order_of(steps: Iterable[str], needs: NeedsByStep, refused: Collection[str] = ()) -> Order:
    """What can be taken and what holds the rest; linear in the needs but for packages of "with".

    Source: Dowling and Gallier 1984, with a greatest fixpoint for what comes together.
    """
    left = {s for s in steps if s not in refused}
    needed = [n for s in sorted(left) for n in dict.fromkeys(needs.get(s, ()))]
    unmet = dict.fromkeys(sorted(left), 0)
    waiting: dict[str, list[int]] = {}
    for number, need in enumerate(needed):
        unmet[need.step] += 1
        for alternative in need.alternatives:
            waiting.setdefault(alternative, []).append(number)
    met = bytearray(len(needed))
    new = [s for s, count in unmet.items() if not count]
    rank = {step: number for number, step in enumerate(new)}
    while True:
        while new:
            step = new.pop()
            left.discard(step)
            for number in waiting.get(step, ()):
                if not met[number]:
                    met[number] = 1
                    freed = needed[number].step
                    unmet[freed] -= 1
                    if not unmet[freed] and freed not in rank:
                        rank[freed] = len(rank)
                        new.append(freed)
        new, held_by = _together(left, [n for at, n in enumerate(needed) if not met[at]])
        if not new:
            return Order(rank, held_by)
        rank.update(dict.fromkeys(new, len(rank)))


def _together(
    left: Collection[str], open_needs: Iterable[Need]
) -> tuple[list[str], dict[str, Need]]:
    """The largest set of steps that can be taken now, together; and what holds each of the others.

    Who waits for something before is out, then who waits for one that is out, and so on: the need
    that put a step out is what holds it.
    """
    held_by: dict[str, Need] = {}
    chances: dict[Need, int] = {}
    hoping: dict[str, list[Need]] = {}
    out: list[str] = []
    for need in open_needs:
        partners = [a for a in need.alternatives if a in left] if need.timing == "with" else []
        chances[need] = len(partners)
        for partner in partners:
            hoping.setdefault(partner, []).append(need)
        if not partners and need.step not in held_by:
            held_by[need.step] = need
            out.append(need.step)
    while out:
        for need in hoping.get(out.pop(), ()):
            chances[need] -= 1
            if not chances[need] and need.step not in held_by:
                held_by[need.step] = need
                out.append(need.step)
    return sorted(s for s in left if s not in held_by), held_by


def circles(steps: Collection[str], needs: NeedsByStep) -> tuple[tuple[str, ...], ...]:
    """The circles among these steps: strongly connected by their needs, each sorted; sorted.

    Source: Tarjan 1972, without recursion.
    """
    edges = {
        s: sorted({a for n in needs.get(s, ()) for a in n.alternatives if a in steps})
        for s in sorted(steps)
    }
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    on_stack: set[str] = set()
    found: list[tuple[str, ...]] = []
    for root in edges:
        work = [(root, 0)] if root not in index else []
        while work:
            step, at = work.pop()
            if at == 0:
                index[step] = low[step] = len(index)
                stack.append(step)
                on_stack.add(step)
            else:
                low[step] = min(low[step], low[edges[step][at - 1]])
            if at < len(edges[step]):
                following = edges[step][at]
                work.append((step, at + 1))
                if following not in index:
                    work.append((following, 0))
                elif following in on_stack:
                    low[step] = min(low[step], index[following])
                continue
            if low[step] == index[step]:
                cut = len(stack) - 1
                while stack[cut] != step:
                    cut -= 1
                found.append(tuple(sorted(stack[cut:])))
                on_stack.difference_update(stack[cut:])
                del stack[cut:]
    return tuple(sorted(c for c in found if len(c) > 1 or c[0] in edges[c[0]]))
