"""Which steps can be taken at all: a least fixpoint over what they need.

A step can be taken once nobody in charge of it refuses it and each of its needs has an alternative
that is done: before it, or, for a need of the kind "with", in one package together with it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from onrecord.negotiation.needs import Need

NeedsByStep = Mapping[str, Sequence[Need]]


def done_steps(
    steps: Iterable[str], needs: NeedsByStep, refused: Collection[str] = ()
) -> frozenset[str]:
    """The steps that can be taken, if these are refused."""
    done: set[str] = set()
    left = {s for s in steps if s not in refused}
    while package := _package(left, done, needs):
        done |= package
        left -= package
    return frozenset(done)


def _package(left: set[str], done: set[str], needs: NeedsByStep) -> set[str]:
    """The largest set of steps that can be taken now, together."""
    together = {
        s
        for s in left
        if all(n.timing == "with" or done.intersection(n.alternatives) for n in needs.get(s, ()))
    }
    while True:
        short = {
            s
            for s in together
            if not all(
                any(a in done or a in together for a in n.alternatives)
                for n in needs.get(s, ())
                if n.timing == "with"
            )
        }
        if not short:
            return together
        together -= short


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
                cut = stack.index(step)
                found.append(tuple(sorted(stack[cut:])))
                on_stack.difference_update(stack[cut:])
                del stack[cut:]
    return tuple(sorted(c for c in found if len(c) > 1 or c[0] in edges[c[0]]))
