"""The same questions put to clingo: independent answers, from the definitions alone.

Every program below states a definition and lets the solver search; none of them shares an
algorithm with the room. Groups, parties and needs are switched on and off by choice atoms.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

import clingo

from onrecord.negotiation.needs import WORLD, Need
from onrecord.negotiation.scale import scale_of
from onrecord.positions.codebook import Codebook
from onrecord.records import Cell, IssueStatus

CELLS = """
taken(P,I,N) :- state(P,I,V,accepts), val(I,V,N).
taken(P,I,N) :- state(P,I,V,accepts_if), val(I,V,N).
mild(P,I,V) :- taken(P,I,N), val(I,V,N).
distance(P,I,V,|N-M|) :- val(I,V,N), taken(P,I,M).
near(P,I,V,W) :- val(I,V,N), ordered(I), D = #min { E : distance(P,I,V,E) },
  W = #min { M : taken(P,I,M), |N-M| = D }, taken(P,I,_).
crossed(P,I,V,V) :- state(P,I,V,refuses), not ordered(I).
crossed(P,I,V,V) :- state(P,I,V,refuses), not taken(P,I,_).
crossed(P,I,V,X) :- near(P,I,V,W), val(I,V,N), val(I,X,M), W < M, M <= N, not mild(P,I,V),
  state(P,I,X,refuses).
crossed(P,I,V,X) :- near(P,I,V,W), val(I,V,N), val(I,X,M), N <= M, M < W, not mild(P,I,V),
  state(P,I,X,refuses).
silent(P,I,V,X) :- near(P,I,V,W), val(I,V,N), val(I,X,M), W < M, M <= N, not mild(P,I,V),
  state(P,I,X,unknown).
silent(P,I,V,X) :- near(P,I,V,W), val(I,V,N), val(I,X,M), N <= M, M < W, not mild(P,I,V),
  state(P,I,X,unknown).
several(I) :- 2 { need(I,P) }, issue(I).
counts(I,P) :- need(I,P), several(I).
counts(I,P) :- state(P,I,_,_), not several(I).
"""
STATUS = """
spoken(I) :- state(_,I,_,S), S != unknown.
agreed(I) :- several(I), val(I,V,_), state(P,I,V,accepts) : need(I,P).
tabled(I,V) :- state(_,I,V,accepts).
tabled(I,V) :- state(P,I,V,accepts_if), not implied(P,I,V).
opposed(I,V) :- crossed(P,I,V,_), counts(I,P).
unopposed(I) :- tabled(I,V), not opposed(I,V).
red(I,V) :- need(I,P), crossed(P,I,V,X), level(P,I,X,red_line).
free(I) :- val(I,V,_), not red(I,V).
free(I) :- issue(I), not closed(I).
status(I,no_position) :- issue(I), not spoken(I).
status(I,agreed) :- agreed(I), spoken(I).
status(I,no_objection) :- unopposed(I), not agreed(I), spoken(I).
status(I,contested) :- free(I), not unopposed(I), not agreed(I), spoken(I).
status(I,blocked_by_red_lines) :- issue(I), not free(I), not unopposed(I), not agreed(I), spoken(I).
#show status/2.
"""
OUTCOMES = """
1 { pick(I,V) : val(I,V,_) } 1 :- issue(I), closed(I).
:- broken(R), hard.
broken(R) :- rule(R), pick(I,V) : literal(R,I,V).
stands(P,I) :- pick(I,V), crossed(P,I,V,_), counts(I,P).
yes(P,I) :- pick(I,V), state(P,I,V,accepts), counts(I,P).
far(P,I,1..K) :- pick(I,V), counts(I,P), near(P,I,V,_), K = #count { X : silent(P,I,V,X) }.
#show pick/2. #show stands/2. #show yes/2. #show far/3. #show broken/1.
"""
STEPS = """
{ at(S,T) : T = 1..n } 1 :- step(S), not refused(S).
done(S) :- at(S,_).
{ gone(N) } :- need(N,_,_), mine(N), choosing.
weak(N) :- kind(N,with).
weak(N) :- gone(N), weakening.
off(N) :- gone(N), not weakening.
ok(N,T) :- at(S,T), need(N,S,_), not off(N), alternative(N,A), at(A,U), U < T.
ok(N,T) :- at(S,T), need(N,S,_), not off(N), alternative(N,A), at(A,T), weak(N).
:- at(S,T), need(N,S,_), not off(N), not ok(N,T).
"""


def _models(program: str, show: str, *arguments: str) -> Iterator[list[clingo.Symbol]]:
    control = clingo.Control(["0", "--warn=none", *arguments])
    control.add("base", [], f"{program}\n{show}")
    control.ground([("base", [])])
    with control.solve(yield_=True) as handle:
        for model in handle:
            yield model.symbols(shown=True)


def _quoted(*words: object) -> str:
    return ",".join(str(w) if isinstance(w, int) else f'"{w}"' for w in words)


def facts_of(cells: Iterable[Cell], statuses: Iterable[IssueStatus], codebook: Codebook) -> str:
    """The cells, whose consent is needed and the scales as facts."""
    lines: list[str] = []
    values: dict[str, set[str]] = {}
    for cell in cells:
        values.setdefault(cell.issue, set()).add(cell.value)
        own = _quoted(cell.party, cell.issue, cell.value)
        lines.append(f"state({own},{cell.state}). level({own},{cell.hardness or 'none'}).")
        if cell.implied:
            lines.append(f"implied({own}).")
    for issue, own_values in values.items():
        scale = scale_of(issue, own_values, codebook)
        lines.append(f'issue("{issue}").')
        lines += [f'closed("{issue}").'] * scale.closed + [f'ordered("{issue}").'] * scale.ordered
        lines += [f"val({_quoted(issue, v, n)})." for n, v in enumerate(scale.values)]
    for status in statuses:
        lines.append(f'issue("{status.issue}").')
        lines += [f"need({_quoted(status.issue, c.party)})." for c in status.consent]
    rules = codebook.rules_among(
        i for i, own in values.items() if scale_of(i, own, codebook).closed
    )
    for number, rule in enumerate(rules):
        lines.append(f"rule({number}).")
        lines += [f"literal({number},{_quoted(i, v)})." for i, v in rule.literals]
    return "\n".join(lines)


def statuses_by_clingo(facts: str) -> dict[str, str]:
    """The status of each issue."""
    (model,) = _models(facts + CELLS + STATUS, "")
    return {s.arguments[0].string: s.arguments[1].name for s in model}


Group = tuple[str, str]  # what a party refuses on an issue
Asks = Callable[[Collection[Group | int]], bool]


class Outcome(NamedTuple):
    """Its values; the (party, issue) pairs that it crosses, that say yes to it; the steps that it
    goes into a party's silence; broken rules.
    """

    picked: tuple[tuple[str, str], ...]
    crossed: frozenset[Group]
    accepted: frozenset[Group]
    silent: frozenset[tuple[str, str, int]]
    broken: frozenset[int]


def outcomes_by_clingo(facts: str, *, hard: bool) -> list[Outcome]:
    """Every outcome, by its values."""
    found = []
    for model in _models(facts + CELLS + OUTCOMES + ("hard." if hard else ""), ""):
        pairs = {name: [] for name in ("pick", "stands", "yes", "far", "broken")}
        for symbol in model:
            pairs[symbol.name].append(symbol.arguments)
        picked = tuple(sorted((i.string, v.string) for i, v in pairs["pick"]))
        crossed, accepted = (
            frozenset((p.string, i.string) for p, i in pairs[name]) for name in ("stands", "yes")
        )
        silent = frozenset((p.string, i.string, step.number) for p, i, step in pairs["far"])
        broken = frozenset(r.number for (r,) in pairs["broken"])
        found.append(Outcome(picked, crossed, accepted, silent, broken))
    return sorted(found, key=lambda o: o.picked)


def asks_for_outcomes(facts: str, groups: Iterable[Group], rules: Iterable[int]) -> Asks:
    """A question whether an outcome is left where only some of these refusals and rules count."""
    control = clingo.Control(["--warn=none"])
    switches = {t: clingo.Function("on", _symbols(t)) for t in (*groups, *rules)}
    choices = "".join(f"{{ {switch} }}." for switch in switches.values())
    refused = ":- stands(P,I), on(P,I). :- broken(R), on(R)."
    control.add("base", [], f"{facts}{CELLS}{OUTCOMES}{choices}{refused} on(no). on(no,no).")
    control.ground([("base", [])])

    def asked(chosen: Collection[Group | int]) -> bool:
        on = [(switch, thing in chosen) for thing, switch in switches.items()]
        return bool(control.solve(assumptions=on).satisfiable)

    return asked


def _symbols(thing: Group | int) -> list[clingo.Symbol]:
    if isinstance(thing, int):
        return [clingo.Number(thing)]
    return [clingo.String(word) for word in thing]


def step_facts(steps: Iterable[str], needs: Sequence[Need], refused: Iterable[str]) -> str:
    """Steps, needs and refusals as facts; what one party says twice is one need to give up."""
    every = sorted({*steps, *refused})
    lines = [f'step("{s}").' for s in every] + [f'refused("{s}").' for s in refused]
    lines += ["refused(none).", "alternative(none,none).", f"#const n = {len(every)}."]
    for number, need in enumerate(needs):
        lines.append(
            f"need({number},{_quoted(need.step, need.party)}). kind({number},{need.timing})."
        )
        lines += [f'alternative({number},"{a}").' for a in need.alternatives]
        if need.party != WORLD:
            lines.append(f"mine({number}).")
        units = [n for n, other in enumerate(needs[:number]) if unit(other) == unit(need)]
        lines += [
            f":- gone({number}), not gone({n}). :- gone({n}), not gone({number})." for n in units
        ]
    return "\n".join(lines)


def unit(need: Need) -> tuple[str, str, tuple[str, ...]]:
    """What one party says once or several times."""
    return need.party, need.step, need.alternatives


def done_by_clingo(steps: Iterable[str], needs: Sequence[Need], refused: Iterable[str]) -> set[str]:
    """The largest set of steps that can be put in an order, some of them together."""
    program = (
        step_facts(steps, needs, tuple(refused))
        + STEPS
        + "mine(none). #maximize { 1,S : done(S) }."
    )
    best: set[str] = set()
    for model in _models(program, "#show done/1.", "--opt-mode=opt"):
        best = {s.arguments[0].string for s in model}
    return best


def ways_by_clingo(
    steps: Iterable[str], needs: Sequence[Need], refused: Iterable[str], *, weaken: bool
) -> list[frozenset[int]]:
    """The minimal sets of needs, by number, that free all these steps."""
    program = (
        step_facts({*steps, *(n.step for n in needs)}, needs, tuple(refused))
        + STEPS
        + "choosing. mine(none)."
        + "".join(f':- not done("{s}").' for s in steps)
    )
    program += "weakening." if weaken else "weakening :- 0 = 1."
    found = {
        frozenset(s.arguments[0].number for s in model)
        for model in _models(program, "#show gone/1. #project gone/1.", "--project")
    }
    useful = {
        f
        if not weaken
        else frozenset(
            n
            for n in f
            if any(needs[m].timing == "before" for m in f if unit(needs[m]) == unit(needs[n]))
        )
        for f in found
    }
    return [f for f in useful if not any(other < f for other in useful)]


def smallest_without_outcome(
    facts: str, groups: Sequence[Group], rules: Sequence[int]
) -> list[tuple[frozenset[Group], frozenset[int]]]:
    """The minimal sets of refusals and rules that leave no outcome, tried one by one."""
    asked = asks_for_outcomes(facts, groups, rules)
    found: list[frozenset[Group | int]] = []
    things = (*groups, *rules)
    for size in range(len(things) + 1):
        for chosen in map(frozenset, combinations(things, size)):
            if not any(f <= chosen for f in found) and not asked(chosen):
                found.append(chosen)
    return [
        (
            frozenset(t for t in f if isinstance(t, tuple)),
            frozenset(t for t in f if isinstance(t, int)),
        )
        for f in found
    ]


def smallest_sets(sets: Iterable[Collection[str]]) -> set[frozenset[str]]:
    """Those of the sets that hold no other."""
    every = {frozenset(s) for s in sets}
    return {s for s in every if not any(other < s for other in every)}


def leaves_out(
    left: Mapping[str, tuple[int, ...]],
    right: Mapping[str, tuple[int, ...]],
    yes: tuple[frozenset[Group], frozenset[Group]],
    silent: tuple[frozenset[tuple[str, str, int]], frozenset[tuple[str, str, int]]],
) -> bool:
    """Whether the left crosses less for one party and more for none, has every yes of the right,
    and goes no farther into the silence of a party for which they cross the same.

    `yes` and `silent` are theirs.
    """
    alike = {p for p in left if left[p] == right[p]}
    return (
        left != right
        and all(left[p] <= right[p] for p in left)
        and yes[1] <= yes[0]
        and {step for step in silent[0] if step[0] in alike} <= silent[1]
    )
