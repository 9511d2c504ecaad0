"""Random records on which an independent solver has to agree, thing by thing."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.negotiation import (
    build_cells,
    build_packages,
    find_conflicts,
    find_deadlocks,
    find_openings,
    judge_issues,
)
from onrecord.negotiation.covers import meeting, members, minimal
from onrecord.negotiation.needs import Need
from onrecord.negotiation.packages import WEIGHT
from onrecord.negotiation.scale import by_party, crossed, scale_of
from onrecord.negotiation.sequence import circles, done_steps, order_of
from onrecord.negotiation.ways_out import LARGEST, ways_out
from onrecord.positions.codebook import Codebook, Issue, Rule, Value
from onrecord.records import Position, Step
from tests.negotiation import oracle
from tests.negotiation.short import cond, pos

ISSUES = {"a": ("a1 a2 a3 a4 a5", True), "b": ("b1 b2", False), "c": ("c1 c2 c3", False)}
LITERALS = [(i, v) for i, (values, _) in ISSUES.items() for v in values.split()]


def _codebook(rules: tuple[Rule, ...], consent: dict[str, tuple[str, ...]]) -> Codebook:
    issues = tuple(
        Issue(
            id=i,
            name=i,
            group="Test",
            values=tuple(Value(id=v, name=v) for v in values.split()),
            ordered=ordered,
        )
        for i, (values, ordered) in ISSUES.items()
    )
    return Codebook(name="test", issues=issues, rules=rules, consent=consent)


@st.composite
def some_record(draw: st.DrawFn) -> tuple[list[Position], Codebook]:
    """Up to ten words of three parties on three issues, up to three rules that tie these."""
    words = draw(
        st.lists(
            st.tuples(
                st.sampled_from("NSV"),
                st.sampled_from(["demand", "demand", "reject", "accept", "accept_if"]),
                st.sampled_from(LITERALS),
                st.sampled_from([None, "soft", "firm", "red_line"]),
            ),
            max_size=10,
        )
    )
    positions = [
        pos(f"{party} {act} {issue}={value}", id=f"p{n}", hardness=hardness)
        for n, (party, act, (issue, value), hardness) in enumerate(words)
    ]
    # Rules speak of what is spoken of, or they would hardly ever matter.
    spoken = st.sampled_from([literal for _, _, literal, _ in words] or LITERALS)
    pairs = st.tuples(spoken, st.one_of(spoken, st.sampled_from(LITERALS)))
    tied = draw(st.lists(pairs.filter(lambda p: p[0][0] != p[1][0]), max_size=4))
    two, three = dict.fromkeys(ISSUES, ("N", "S")), dict.fromkeys(ISSUES, ("N", "S", "V"))
    consent = draw(st.sampled_from([{}, two, three]))
    return positions, _codebook(tuple(Rule(literals=own, why="") for own in tied), consent)


Record = tuple[list[Position], Codebook]


@given(some_record())
@settings(max_examples=100)
def test_statuses(record: Record) -> None:
    positions, codebook = record
    cells = build_cells(positions, codebook)
    found = judge_issues(cells, positions, codebook)
    facts = oracle.facts_of(cells, found, codebook)
    assert {s.issue: s.status for s in found} == oracle.statuses_by_clingo(facts)


@given(some_record())
@settings(max_examples=60)
def test_conflicts(record: Record) -> None:
    positions, codebook = record
    cells = build_cells(positions, codebook)
    statuses = judge_issues(cells, positions, codebook)
    facts = oracle.facts_of(cells, statuses, codebook)
    outcomes = oracle.outcomes_by_clingo(facts, hard=False)
    groups = sorted({g for o in outcomes for g in o.crossed})
    rules = sorted({r for o in outcomes for r in o.broken})
    expected = oracle.smallest_without_outcome(facts, groups, rules)
    found = find_conflicts(cells, statuses, codebook)
    assert all(c.complete for c in found)
    assert len({c.id for c in found}) == len(found)
    shown = sorted((sorted({(p, i) for p, i, _ in c.refusals}), len(c.issues) > 1) for c in found)
    assert shown == sorted((sorted(own), bool(broken)) for own, broken in expected)


@given(some_record())
@settings(max_examples=100)
def test_openings(record: Record) -> None:
    positions, codebook = record
    cells = build_cells(positions, codebook)
    statuses = judge_issues(cells, positions, codebook)
    facts = oracle.facts_of(cells, statuses, codebook)
    outcomes = oracle.outcomes_by_clingo(facts, hard=True)
    parties = sorted({p for c in cells for p in [c.party]})
    for opening in find_openings(cells, statuses, codebook):
        assert opening.complete
        assert all(opening.could_open), "where nothing has to be given up, nothing has to open"
        own = set(opening.issues)
        standing = [{p for p, i in o.crossed if i in own} for o in outcomes]
        assert set(map(frozenset, opening.could_open)) == oracle.smallest_sets(standing)
        clashes = [q for q in _subsets(parties) if all(not s.isdisjoint(q) for s in standing)]
        assert set(map(frozenset, opening.incompatible)) == oracle.smallest_sets(clashes)
    blocked = {i for o in find_openings(cells, statuses, codebook) for i in o.issues}
    assert any(all(i in blocked for _, i in o.crossed) for o in outcomes)


def _subsets(parties: list[str]) -> list[set[str]]:
    return [
        {p for n, p in enumerate(parties) if bits >> n & 1} for bits in range(2 ** len(parties))
    ]


@given(some_record())
@settings(max_examples=100)
def test_frontier(record: Record) -> None:
    positions, codebook = record
    cells = build_cells(positions, codebook)
    statuses = judge_issues(cells, positions, codebook)
    facts = oracle.facts_of(cells, statuses, codebook)
    outcomes = oracle.outcomes_by_clingo(facts, hard=True)
    table = by_party(cells)
    scales = {i: scale_of(i, (), codebook) for i in table}
    consent = {s.issue: [c.party for c in s.consent] for s in statuses}
    packages = build_packages(cells, statuses, codebook)
    for component in sorted({p.component for p in packages}):
        issues = component.split(" + ")
        costs = {}
        yes = {}
        silent = {}
        for outcome in outcomes:
            own = tuple((i, v) for i, v in outcome.picked if i in issues)
            yes[own] = frozenset((p, i) for p, i in outcome.accepted if i in issues)
            silent[own] = frozenset(step for step in outcome.silent if step[1] in issues)
            cost: dict[str, list[int]] = {p: [0, 0, 0] for i in issues for p in table[i]}
            for issue, value in own:
                needed = consent[issue] if len(consent[issue]) > 1 else table[issue]
                for party in needed:
                    row = table[issue].get(party, {})
                    for cell in crossed(scales[issue], row, value):
                        cost[party][WEIGHT[cell.hardness]] += 1
            costs[own] = {p: tuple(c) for p, c in cost.items()}
        best = {
            o
            for o, cost in costs.items()
            if not any(
                oracle.leaves_out(other, cost, (yes[name], yes[o]), (silent[name], silent[o]))
                for name, other in costs.items()
            )
        }
        assert {p.outcome for p in packages if p.component == component} == best


STEPS = "stuvw"


@st.composite
def some_needs(draw: st.DrawFn) -> tuple[list[Need], list[str]]:
    """Up to eight needs among five steps, some of them alternatives, some "with"; refused steps."""
    needs = draw(
        st.lists(
            st.builds(
                lambda step, others, timing, party: Need(
                    step, tuple(sorted(others - {step})), timing, party, ""
                ),
                st.sampled_from(STEPS),
                st.sets(st.sampled_from(STEPS), min_size=1, max_size=2),
                st.sampled_from(["before", "before", "with"]),
                st.sampled_from(["N", "S", "_world"]),
            ).filter(lambda n: n.alternatives),
            max_size=8,
            unique=True,
        )
    )
    refused = draw(st.sets(st.sampled_from(STEPS), max_size=2))
    numbered = [
        Need(n.step, n.alternatives, n.timing, n.party, f"p{k}") for k, n in enumerate(needs)
    ]
    return numbered, sorted(refused)


def _by_step(needs: list[Need]) -> dict[str, list[Need]]:
    return {s: [n for n in needs if n.step == s] for s in STEPS}


@given(some_needs())
@settings(max_examples=120)
def test_steps_that_can_be_taken(case: tuple[list[Need], list[str]]) -> None:
    needs, refused = case
    expected = oracle.done_by_clingo(STEPS, needs, refused)
    order = order_of(STEPS, _by_step(needs), refused)
    assert set(order.rank) == expected == done_steps(STEPS, _by_step(needs), refused)
    assert set(order.held_by) == set(STEPS) - expected - set(refused)
    alone = {s: [n] for s, n in order.held_by.items()}
    assert set(done_steps(STEPS, alone, refused)) == expected, "these needs alone hold the steps"


@given(some_needs())
@settings(max_examples=100)
def test_ways_out(case: tuple[list[Need], list[str]]) -> None:
    needs, no = case
    stuck = sorted(set(STEPS) - set(done_steps(STEPS, _by_step(needs), no)) - set(no))
    found = ways_out(stuck, needs, no)
    for weaken, ways, complete in (
        (False, found.give_up, found.give_up_complete),
        (True, found.weaken, found.weaken_complete),
    ):
        every = oracle.ways_by_clingo(stuck, needs, no, weaken=weaken) if stuck else []
        units = {w: len({oracle.unit(needs[n]) for n in w}) for w in every}
        most = max(LARGEST, min(units.values(), default=0))
        expected = {tuple(sorted(needs[n].position for n in w)) for w in every if units[w] <= most}
        assert set(ways) == expected
        assert complete is all(n <= most for n in units.values()), "it says what is left out"


@given(some_needs())
@settings(max_examples=100)
def test_circles_and_refused_steps(case: tuple[list[Need], list[str]]) -> None:
    needs, refused = case
    positions = [
        pos(
            f"{n.party} precondition {n.step}",
            id=n.position,
            conditions=tuple(cond(a, timing=n.timing) for a in n.alternatives),
        )
        for n in needs
    ]
    steps = [
        Step(id=s, actor=None, entails=(), refused_by=("X",) if s in refused else (), positions=())
        for s in STEPS
    ]
    found = find_deadlocks(positions, steps, Codebook(name="t", issues=()))
    free = oracle.done_by_clingo(STEPS, needs, [])
    unfounded = set(STEPS) - free
    in_circles = {s for d in found if d.kind == "circle" for s in d.steps}
    assert in_circles <= unfounded
    for group in circles(unfounded, _by_step(needs)):
        inside = [n for n in needs if n.step in group and not set(group).isdisjoint(n.alternatives)]
        stuck = oracle.done_by_clingo(group, inside, []) != set(group)
        assert any(d.steps == group for d in found) is stuck
    lost = free - oracle.done_by_clingo(STEPS, needs, refused) - set(refused)
    waiting = {p.step for d in found if d.kind == "refused_step" for p in d.preconditions}
    assert lost <= waiting
    without = oracle.done_by_clingo(STEPS, needs, refused)
    assert waiting.isdisjoint(without)
    for deadlock in found:
        if deadlock.kind == "refused_step":
            own = [s for s in deadlock.steps if s in refused]
            held = {p.step for p in deadlock.preconditions}
            assert own
            assert held.isdisjoint(oracle.done_by_clingo(STEPS, needs, own))


@given(st.lists(st.integers(0, 63), max_size=7))
def test_smallest_meeting_sets(family: list[int]) -> None:
    found = meeting(family, 10_000)
    every = [s for s in range(64) if all(s & edge for edge in family)]
    assert list(found.found) == minimal(every)
    assert found.complete
    cut = meeting(family, 1)
    assert set(cut.found) <= set(found.found)
    assert cut.complete is (len(found.found) <= 1 and cut.found == found.found)
    small = meeting(family, 10_000, largest=2)
    assert small.found == tuple(s for s in found.found if s.bit_count() <= 2)
    assert [sum(1 << n for n in members(s)) for s in found.found] == list(found.found)
