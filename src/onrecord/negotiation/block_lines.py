"""Sentences on what blocks: circles, refused steps, refusals that leave no value, the frontier."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from onrecord.negotiation.conflicts import MOST_PARTIES
from onrecord.negotiation.lines import GapLine, positions_of
from onrecord.negotiation.needs import WORLD, Need
from onrecord.negotiation.packages import MOST_OUTCOMES, MOST_PACKAGES
from onrecord.negotiation.status import Rows
from onrecord.negotiation.ways_out import LARGEST, ways_out
from onrecord.negotiation.wording import Wording, listed
from onrecord.records import Conflict, Deadlock, Package, Precondition, Step


def deadlock_line(deadlock: Deadlock, steps: Mapping[str, Step], wording: Wording) -> GapLine:
    """The circle, or the refused step and who waits for it, and what holds it."""
    waits = sorted({_wait(p, wording) for p in deadlock.preconditions})
    positions = {p.position for p in deadlock.preconditions if p.position}
    if deadlock.kind == "circle":
        head = "Steps that wait for each other on this record"
    else:
        refused = [steps[s] for s in deadlock.steps if s in steps and steps[s].refused_by]
        positions.update(p for s in refused for p in s.positions)
        who = [f"{wording.parties(s.refused_by)} refused {wording.step(s.id)}" for s in refused]
        head = f"{listed(who)} on this record, and other steps wait for that"
    return GapLine(
        kind=deadlock.kind,
        issue=None,
        text=f"{head}: {'; '.join(waits)}. {_ways_out(deadlock, wording)}",
        positions=tuple(sorted(positions)),
    )


def _wait(precondition: Precondition, wording: Wording) -> str:
    order = "before" if precondition.timing == "before" else "together with"
    needed = wording.steps(precondition.needs)
    if precondition.party == WORLD:
        return f"{needed} has to come {order} {wording.step(precondition.step)}"
    party = wording.party(precondition.party)
    return f"{party} asks for {needed} {order} {wording.step(precondition.step)}"


def _ways_out(deadlock: Deadlock, wording: Wording) -> str:
    """Which preconditions hold the steps, in the words of who holds them."""
    said = {p.position: _wait(p, wording) for p in deadlock.preconditions}
    ways = sorted({" and ".join(sorted({said[p] for p in way})) for way in deadlock.ways_out})
    if not ways:
        return f"No set of up to {LARGEST} of these conditions holds it alone (cut at {LARGEST})."
    shown = "; or ".join(f"that {way}" for way in ways)
    text = f"What would have to be given up, the smallest sets (cut at {LARGEST}): {shown}."
    weaker = _weaker(deadlock, wording)
    return f"{text} {weaker}" if weaker else text


def _weaker(deadlock: Deadlock, wording: Wording) -> str | None:
    """Where asking for "together with" in place of "before" would do."""
    needs = [Need(p.step, p.needs, p.timing, p.party, p.position) for p in deadlock.preconditions]
    if deadlock.kind == "refused_step":
        return None  # a step that is not taken cannot come together with another either
    ways = ways_out(deadlock.steps, needs).weaken
    said = {p.position: wording.party(p.party) for p in deadlock.preconditions}
    who = sorted({listed(sorted({said[p] for p in way})) for way in ways})
    if not who:
        return None
    shown = "; or by ".join(who)
    return f"The same if “together with” were asked for instead (cut at {LARGEST}): by {shown}."


def conflict_line(conflict: Conflict, table: Mapping[str, Rows], wording: Wording) -> GapLine:
    """Whose refusals, taken together, are every value of an issue."""
    issue = conflict.issues[0]
    name, whose = wording.issue(issue), wording.parties(conflict.parties)
    if len(conflict.parties) == 1:
        text = f"{name}: {whose} alone refuses every value on this record; its words do not fit"
    else:
        text = f"{name}: the refusals of {whose} together rule out every value on this record"
    text += " (complete)" if conflict.complete else f" (cut at {MOST_PARTIES} parties)"
    cells = [table[i][p][v] for p, i, v in conflict.refusals]
    return GapLine(
        kind="conflict" if len(conflict.parties) > 1 else "own_conflict",
        issue=issue,
        text=f"{text}.",
        positions=positions_of(cells),
    )


def frontier_lines(
    packages: Iterable[Package], table: Mapping[str, Rows], wording: Wording
) -> Iterator[GapLine]:
    """One line per component of several issues: the outcomes that none is better than for all."""
    components: dict[str, list[Package]] = {}
    for package in packages:
        components.setdefault(package.component, []).append(package)
    for _, group in sorted(components.items()):
        issues = [issue for issue, _ in group[0].outcome]
        if len(issues) < 2:
            continue  # a single issue's frontier is its status in other words
        cells = [table[i][p][v] for g in group for p, i, v, _ in g.crossed]
        every = all(p.complete for p in group)
        cut = "complete" if every else f"cut at {MOST_OUTCOMES:,} outcomes, {MOST_PACKAGES} shown"
        shown = "; or ".join(_outcome(p, wording) for p in group[:SHOWN])
        cut += f"; the first {SHOWN} shown" if len(group) > SHOWN else ""
        yield GapLine(
            kind="frontier",
            issue=None,
            text=(
                f"{listed([wording.issue(i) for i in issues])} hang together. Outcomes that no "
                f"other is better than for every party, among the codebook's values only ({cut})"
                f": {shown}."
            ),
            positions=positions_of(cells),
        )


SHOWN = 5  # outcomes put into a sentence; the rest is in the packages themselves


def _outcome(package: Package, wording: Wording) -> str:
    values = listed([f"{wording.issue(i)} {wording.value(i, v)}" for i, v in package.outcome])
    crossed = [
        f"{wording.party(p)}'s refusal of {wording.value(i, v)} ({h.replace('_', ' ')})"
        for p, i, v, h in package.crossed
    ]
    gaps = sorted({p for p, _ in package.gaps})
    parts = [values, f"crosses {listed(crossed)}" if crossed else "crosses nothing"]
    if gaps:
        parts.append(f"no unconditional word from {wording.parties(gaps)}")
    return ", ".join(parts)
