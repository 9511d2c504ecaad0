"""Lines on refusals that leave no value, and on the frontier of packages; each line short."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from onrecord.negotiation.conflicts import MOST_PARTIES
from onrecord.negotiation.lines import LONGEST, GapLine, positions_of
from onrecord.negotiation.packages import MOST_OUTCOMES, MOST_PACKAGES
from onrecord.negotiation.status import Rows
from onrecord.negotiation.wording import Wording, counted, listed
from onrecord.records import Conflict, Package


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
    """Per component of several issues a head, and a line per outcome that none is better than."""
    components: dict[str, list[Package]] = {}
    for package in packages:
        components.setdefault(package.component, []).append(package)
    for _, group in sorted(components.items()):
        issues = [issue for issue, _ in group[0].outcome]
        if len(issues) < 2:
            continue  # a single issue's frontier is its status in other words
        every = all(p.complete for p in group)
        cut = "complete" if every else f"cut at {MOST_OUTCOMES:,} outcomes, {MOST_PACKAGES} shown"
        cut += f"; the first {SHOWN} shown" if len(group) > SHOWN else ""
        text = (
            f"{_short([wording.issue(i) for i in issues])} hang together: "
            f"{counted(len(group), 'outcome')} of the codebook’s values that no other is better "
            f"than for every party on this record ({cut})"
        )
        cells = [table[i][p][v] for g in group for p, i, v, _ in g.crossed]
        yield GapLine(kind="frontier", issue=None, text=f"{text}.", positions=positions_of(cells))
        for number, package in enumerate(group[:SHOWN], start=1):
            crossed = [table[i][p][v] for p, i, v, _ in package.crossed]
            yield GapLine(
                kind="frontier",
                issue=None,
                text=f"Outcome {number} on this record: {_outcome(package, wording)}.",
                positions=positions_of(crossed),
            )


SHOWN = 5  # outcomes put into lines; the rest is in the packages themselves
MOST_NAMED = 3  # issues or refusals named in a line


def _outcome(package: Package, wording: Wording) -> str:
    """An outcome in words: as many values and refusals as a line holds, the rest counted."""
    values = [f"{wording.issue(i)} {wording.value(i, v)}" for i, v in package.outcome]
    crossed = [
        f"{wording.party(p)} on {wording.value(i, v)} ({_hardness(h)})"
        for p, i, v, h in package.crossed
    ]
    gaps = sorted({wording.party(p) for p, _ in package.gaps})
    line = ""
    for most in (MOST_NAMED, 2, 1):
        parts = [_short(values, most)]
        parts.append(f"crosses {_short(crossed, most)}" if crossed else "crosses nothing")
        if gaps:
            parts.append(f"no unconditional word from {_short(gaps, most)}")
        line = "; ".join(parts)
        if len(line) < LONGEST - len("Outcome 1 on this record: ."):
            break
    return line


def _hardness(level: str) -> str:
    return "hardness not declared" if level == "not declared" else level.replace("_", " ")


def _short(words: Sequence[str], most: int = MOST_NAMED) -> str:
    """The first of these words, and how many there are beside them."""
    if len(words) <= most:
        return listed(words)
    return f"{', '.join(words[:most])} and {len(words) - most} more"
