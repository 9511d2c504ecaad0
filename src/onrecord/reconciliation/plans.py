"""The same plan in several articles, joined; every clause keeps its own article."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from onrecord.reconciliation.groups import Groups
from onrecord.reconciliation.words import content_words, listed
from onrecord.records import Clause, Interval, Plan, identity

# Words that every plan may have: they tell none from another.
GENERIC = listed(
    "plan proposal peace deal draft framework agreement initiative offer new latest "
    "ceasefire truce document settlement formula roadmap memorandum term revised updated "
    "original full"
)


def merge_plans(plans: Iterable[Plan]) -> tuple[Plan, ...]:
    """Plans of all articles, the same ones joined: one author and one name. Sorted by id.

    Plans said on days that do not overlap are two, and so are "the 8-point plan" and "the
    12-point plan". A plan without an author joins only by a name of at least two words of its own.
    """
    ordered = sorted(plans, key=lambda p: p.id)
    groups = Groups(p.id for p in ordered)
    by_name: dict[tuple[str, ...], list[Plan]] = defaultdict(list)
    for plan in ordered:
        by_name[own_words(plan)].append(plan)
    for words, named in sorted(by_name.items()):
        for plan in named[1:]:
            match = next((p for p in named if p.id != plan.id and _same(p, plan, words)), None)
            if match is not None:
                groups.join(match.id, plan.id)
    by_id = {p.id: p for p in ordered}
    merged = (_merged([by_id[i] for i in group]) for group in groups.all())
    return tuple(sorted(merged, key=lambda p: p.id))


def own_words(plan: Plan) -> tuple[str, ...]:
    """The words of the plan's name that tell it from others, sorted."""
    return tuple(sorted(set(content_words(plan.name)) - GENERIC))


def _same(left: Plan, right: Plan, words: Sequence[str]) -> bool:
    if left.said is not None and right.said is not None and not left.said.overlaps(right.said):
        return False
    if left.author is not None and right.author is not None:
        return left.author == right.author
    return len(words) >= 2


def _merged(parts: Sequence[Plan]) -> Plan:
    """One plan of its parts."""
    if len(parts) == 1:
        return parts[0]
    names = Counter(p.name for p in parts)
    clauses = {_place(c): c for p in parts for c in p.clauses}
    return Plan(
        id=identity("plan", *sorted(p.id for p in parts)),
        name=min(names, key=lambda n: (-names[n], -len(n), n)),
        author=next((p.author for p in parts if p.author is not None), None),
        said=_narrowest([p.said for p in parts if p.said is not None]),
        articles=tuple(sorted({a for p in parts for a in p.articles})),
        clauses=tuple(clauses[key] for key in sorted(clauses)),
    )


def _place(clause: Clause) -> tuple[str, ...]:
    """Where a clause stands: issue, value and step first, so that replies stand together."""
    at = (f"{s.start:09}:{s.end:09}" for s in clause.spans)
    return (clause.issue or "", clause.value or "", clause.step or "", clause.article, *at)


def _narrowest(intervals: Sequence[Interval]) -> Interval | None:
    """The shortest of intervals that all overlap; None if there is none."""

    def days(interval: Interval) -> tuple[float, str]:
        if interval.start is None or interval.end is None:
            return float("inf"), interval.basis
        return (interval.end - interval.start).days, interval.start.isoformat()

    return min(intervals, key=days) if intervals else None
