"""Lines on refusals that leave no value, and on the frontier of packages; each line short."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from onrecord.negotiation.conflicts import MOST_CONFLICTS, MOST_TIED
from onrecord.negotiation.frontier import Place, by_component, ends_and_middle
from onrecord.negotiation.lines import LONGEST, GapKind, GapLine
from onrecord.negotiation.packages import MOST_OUTCOMES, MOST_PACKAGES
from onrecord.negotiation.status import Rows
from onrecord.negotiation.wording import LEVELS, LOW, Wording, counted, listed
from onrecord.records import Cell, Conflict, Package

Table = Mapping[str, Rows]


def conflict_line(conflict: Conflict, table: Table, wording: Wording) -> GapLine:
    """Whose refusals, taken together, are every value of an issue, or of issues tied together."""
    name = short_list([wording.issue(i) for i in conflict.issues])
    whose = wording.parties(conflict.parties)
    implied = _implied_words(conflict, table, wording)
    if len(conflict.issues) > 1:
        tied = f"{name}, which rules of the codebook tie together"
        text = f"{tied}: the refusals of {whose} rule out every outcome on this record{implied}"
    elif len(conflict.parties) == 1:
        text = (
            f"{name}: {whose} alone refuses every value on this record{implied}; its words do not "
            "fit"
        )
    else:
        text = (
            f"{name}: the refusals of {whose} together rule out every value on this record{implied}"
        )
    cut = f"cut at {MOST_CONFLICTS if len(conflict.issues) == 1 else MOST_TIED:,} sets"
    text += " (complete)" if conflict.complete else f" ({cut})"
    kind: GapKind = "conflict" if len(conflict.parties) > 1 else "own_conflict"
    used = [table[i][p][v].positions for p, i, v in conflict.refusals]
    return wording.line(kind, conflict.issues[0], text, used)


def _implied_words(conflict: Conflict, table: Table, wording: Wording) -> str:
    """That refusals follow from what is asked for: ", in part by implication (Norland)"."""
    found = [(p, table[i][p][v].implied) for p, i, v in conflict.refusals]
    parties = {p for p, implied in found if implied}
    if not parties:
        return ""
    extent = "" if all(implied for _, implied in found) else "in part "
    whose = f" ({wording.parties(parties)})" if parties != set(conflict.parties) else ""
    return f", {extent}by implication{whose}"


def frontier_lines(
    packages: Iterable[Package], table: Table, wording: Wording, *, every: bool = False
) -> Iterator[GapLine]:
    """Per component of several issues a head, both ends and the middle, and what is not in it.

    `every` gives all outcomes instead, and single issues too, whose frontier is else told by their
    status.
    """
    told = False
    for group in by_component(packages).values():
        issues = [issue for issue, _ in group[0].outcome]
        if len(issues) < 2 and not every:
            continue
        yield _head(group, issues, table, wording)
        places = () if every else ends_and_middle(group)
        for place in places:
            yield _outcome_line(place.package, _where(place, wording), table, wording)
        if not places:
            for number, package in enumerate(group if every else group[:SHOWN], start=1):
                yield _outcome_line(package, f"Outcome {number}", table, wording)
        told = True
    if told:
        text = (
            "These outcomes hold only the values that the codebook has, on this record; a value "
            "that it lacks (a deferral, a zone, a part of it) has to be added by a person"
        )
        yield wording.line("frontier", None, text, ())


SHOWN = 5  # outcomes that cross nothing, put into lines; the others are counted
MOST_NAMED = 3  # issues or refusals named in a line


def _head(
    group: Sequence[Package], issues: Sequence[str], table: Table, wording: Wording
) -> GapLine:
    complete = all(p.complete for p in group)
    cut = "complete" if complete else f"cut at {MOST_OUTCOMES:,} outcomes, {MOST_PACKAGES} kept"
    names = short_list([wording.issue(i) for i in issues])
    hang = f"{names} hang together" if len(issues) > 1 else names
    text = (
        f"{hang}: {counted(len(group), 'outcome')} of the codebook’s values that no other is "
        f"better than for every party on this record ({cut})"
    )
    return wording.line(
        "frontier", None, text, [c.positions for p in group for c in _cells(p, table)]
    )


def _where(place: Place, wording: Wording) -> str:
    """Where on the frontier an outcome stands."""
    if place.party is None:
        return f"In the middle (1 of {place.alike})"
    alike = f"; 1 of {place.alike}" if place.alike > 1 else ""
    return f"End of {wording.party(place.party)} (the least of its refusals crossed{alike})"


def _outcome_line(package: Package, where: str, table: Table, wording: Wording) -> GapLine:
    room = LONGEST - len(where) - len(" on this record: .") - len(LOW)
    text = f"{where} on this record: {outcome_words(package, table, wording, room)}"
    return wording.line("frontier", None, text, [c.positions for c in _cells(package, table)])


def _cells(package: Package, table: Table) -> list[Cell]:
    return [table[i][p][v] for p, i, v, _ in package.crossed]


def outcome_words(package: Package, table: Table, wording: Wording, room: int) -> str:
    """An outcome in words: as many values and refusals as the room holds, the rest counted."""
    values = [f"{wording.issue(i)} {wording.value(i, v)}" for i, v in package.outcome]
    crossed = [
        f"{wording.party(p)} on {wording.value(i, v)} "
        f"({_level(level)}{', implied' if table[i][p][v].implied else ''})"
        for p, i, v, level in package.crossed
    ]
    gaps = sorted({wording.party(p) for p, _ in package.gaps})
    line = ""
    for most, some in ((MOST_NAMED, MOST_NAMED), (MOST_NAMED, 2), (MOST_NAMED, 1), (2, 1), (1, 1)):
        parts = [short_list(values, most)]
        parts.append(f"crosses {short_list(crossed, some)}" if crossed else "crosses nothing")
        if gaps:
            parts.append(f"no unconditional word from {short_list(gaps, some)}")
        line = "; ".join(parts)
        if len(line) < room:
            break
    return line


def _level(level: str) -> str:
    return LEVELS[None] if level not in LEVELS else LEVELS[level].removeprefix("a declared ")


def short_list(words: Sequence[str], most: int = MOST_NAMED) -> str:
    """The first of these words, and how many there are beside them."""
    if len(words) <= most:
        return listed(words)
    return f"{', '.join(words[:most])} and {len(words) - most} more"
