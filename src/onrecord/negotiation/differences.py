"""What changes between two pictures, and only that, in sentences.

The first picture is the record; the second what it would be under a supposition. Each sentence
says both: what stands on this record, and what with this change.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from onrecord.negotiation.lines import GapKind, GapLine, positions_of
from onrecord.negotiation.package_lines import short_list
from onrecord.negotiation.picture import Picture
from onrecord.negotiation.scale import by_party
from onrecord.negotiation.sentences import reached_values
from onrecord.negotiation.status import Rows
from onrecord.negotiation.suppositions import SUPPOSED
from onrecord.negotiation.wording import LEVELS, Wording, counted, listed
from onrecord.records import Cell, Deadlock, IssueStatus, Package

T = TypeVar("T")
Tables = tuple[Mapping[str, Rows], Mapping[str, Rows]]
STATUS_WORDS = {
    "no_position": "no position",
    "agreed": "agreed",
    "no_objection": "no objection, consent missing",
    "contested": "contested",
    "blocked_by_red_lines": "blocked by declared red lines",
}
STATES = {"accepts": "accepts", "accepts_if": "accepts on a condition", "refuses": "refuses"}
THEN = "with this change"


def picture_changes(before: Picture, after: Picture, wording: Wording) -> tuple[GapLine, ...]:
    """The differences: statuses, words, conflicts, order of steps, packages, asks; in that order.

    The last line says how many there are, and that they are all.
    """
    tables = by_party(before.cells), by_party(after.cells)
    lines = [
        *_status_changes(before.statuses, after.statuses, tables, wording),
        *_cell_changes(before.cells, after.cells, wording),
        *_conflict_changes(before, after, tables, wording),
        *_block_changes(before, after, wording),
        *_frontier_changes(before.packages, after.packages, wording),
        *_ask_changes(before.statuses, after.statuses, tables, wording),
    ]
    number = counted(len(lines), "difference") if lines else "No difference"
    text = (
        f"{number} to this record in statuses, words, conflicts, order of steps, packages and "
        "asks (complete)."
    )
    return (*lines, line_of("extent", None, text, ()))


def line_of(kind: GapKind, issue: str | None, text: str, positions: Iterable[str]) -> GapLine:
    """A line that leads to those of its positions that somebody has said."""
    own = sorted({p for p in positions if not p.startswith(SUPPOSED)})
    return GapLine(kind=kind, issue=issue, text=text, positions=tuple(own))


def _pairs(
    before: Mapping[Any, T], after: Mapping[Any, T]
) -> Iterator[tuple[Any, T | None, T | None]]:
    """Yield (key, before, after) for all keys whose values differ, sorted."""
    for key in sorted({*before, *after}):
        if before.get(key) != after.get(key):
            yield key, before.get(key), after.get(key)


def _status_changes(
    before: Iterable[IssueStatus], after: Iterable[IssueStatus], tables: Tables, wording: Wording
) -> Iterator[GapLine]:
    """Where an issue stands otherwise, or hangs on other parties' consent."""
    old, new = {s.issue: s for s in before}, {s.issue: s for s in after}
    for issue, left, right in _pairs(old, new):
        name = wording.issue(issue)
        positions = positions_of(
            c for t in tables for r in t.get(issue, {}).values() for c in r.values()
        )
        words = _status(left, tables[0], wording), _status(right, tables[1], wording)
        if words[0] != words[1]:
            text = f"{name}: {words[0]} on this record; {THEN}: {words[1]}."
            yield line_of("status_change", issue, text, positions)
        who = _consent(left, wording), _consent(right, wording)
        if left is not None and right is not None and who[0] != who[1]:
            text = f"{name}: whose consent is needed: {who[0]} on this record; {THEN}: {who[1]}."
            yield line_of("status_change", issue, text, positions)


def _status(status: IssueStatus | None, table: Mapping[str, Rows], wording: Wording) -> str:
    if status is None:
        return "nothing is said on it"
    values = reached_values(status, table.get(status.issue, {}), wording.codebook)
    words = STATUS_WORDS[status.status]
    return (
        f"{words}: {listed([wording.value(status.issue, v) for v in values])}" if values else words
    )


def _consent(status: IssueStatus | None, wording: Wording) -> str:
    parties = [c.party for c in status.consent] if status is not None else []
    return wording.parties(parties) if len(parties) > 1 else "not known"


def _cell_changes(
    before: Iterable[Cell], after: Iterable[Cell], wording: Wording
) -> Iterator[GapLine]:
    """What a party says otherwise of a value, or on fewer independent origins."""
    old = {(c.issue, c.party, c.value): c for c in before if c.state != "unknown"}
    new = {(c.issue, c.party, c.value): c for c in after if c.state != "unknown"}
    for key in sorted({*old, *new}):
        left, right = old.get(key), new.get(key)
        words = _state(left), _state(right)
        if words[0] == words[1]:
            if left is None or right is None or left.origins == right.origins:
                continue
            words = _on_origins(left), _on_origins(right)
        issue, party, value = key
        text = (
            f"{wording.party(party)} on {wording.value(issue, value)} ({wording.issue(issue)}): "
            f"{words[0]} on this record; {THEN}: {words[1]}."
        )
        positions = positions_of(c for c in (left, right) if c is not None)
        yield line_of("cell_change", issue, text, positions)


def _state(cell: Cell | None) -> str:
    if cell is None:
        return "nothing"
    words = STATES[cell.state]
    if cell.state == "refuses":
        words += f" ({LEVELS[cell.hardness]}{', implied' if cell.implied else ''})"
    return words


def _on_origins(cell: Cell) -> str:
    return f"{_state(cell)} on {counted(cell.origins, 'independent origin')}"


def _conflict_changes(
    before: Picture, after: Picture, tables: Tables, wording: Wording
) -> Iterator[GapLine]:
    """Which refusals rule out every value no longer, or do so now."""
    old, new = {c.id: c for c in before.conflicts}, {c.id: c for c in after.conflicts}
    for key, left, right in _pairs(old, new):
        if left is not None and right is not None:
            continue  # its cells tell what is otherwise in it
        conflict, table = (left, tables[0]) if left is not None else (new[key], tables[1])
        names = " and ".join(wording.issue(i) for i in conflict.issues)
        whose = f"the refusals of {wording.parties(conflict.parties)}"
        told = (
            f"no longer rule out every value {THEN}"
            if left is not None
            else (f"rule out every value {THEN}, not on this record")
        )
        cells = [c for p, i, v in conflict.refusals if (c := table[i][p].get(v)) is not None]
        text = f"{names}: {whose} {told}."
        yield line_of("conflict_change", conflict.issues[0], text, positions_of(cells))


def _block_changes(before: Picture, after: Picture, wording: Wording) -> Iterator[GapLine]:
    """Which steps wait for each other, or for a refused one, otherwise than on this record.

    A circle is the one before if they share a step; a refusal is told by the steps refused.
    """
    refused = {s.id for p in (before, after) for s in p.steps if s.refused_by}
    old, new = ({_core(d, refused): d for d in p.deadlocks} for p in (before, after))
    for core in [k for k in new if k not in old and k[0] == "circle"]:
        same = [k for k in old if k[0] == "circle" and set(k[1]) & set(core[1]) and k not in new]
        if same:
            new[min(same)] = new.pop(core)
    for core, left, right in _pairs(old, new):
        text = (_circle if core[0] == "circle" else _refusal)(core[1], left, right, wording)
        if text:
            needs = [p.position for d in (left, right) if d is not None for p in d.preconditions]
            yield line_of("block_change", None, f"{text}.", [p for p in needs if p])


Core = tuple[str, tuple[str, ...]]  # kind, the steps of a circle or those that were refused
MOST_STEPS = 4  # named in a line


def _core(block: Deadlock, refused: Collection[str]) -> Core:
    no = tuple(s for s in block.steps if s in refused)
    return block.kind, block.steps if block.kind == "circle" or not no else no


def _named(steps: Sequence[str], wording: Wording) -> str:
    return short_list([wording.step(s) for s in steps], MOST_STEPS)


def _circle(
    steps: Sequence[str], left: Deadlock | None, right: Deadlock | None, wording: Wording
) -> str:
    named = _named(steps, wording)
    if left is None:
        return f"{named} wait for each other {THEN}, not on this record"
    if right is None:
        return f"{named} wait for each other on this record; {THEN} no longer"
    if left.steps != right.steps:
        then = _named(right.steps, wording)
        return f"{named} wait for each other on this record; {THEN}: {then}"
    counts = [len({(p.party, p.step, p.needs) for p in d.preconditions}) for d in (left, right)]
    if counts[0] != counts[1]:
        hang = f"hang on {counted(counts[0], 'condition')} on this record; {THEN} on {counts[1]}"
        return f"{named} wait for each other, and {hang}"
    return ""


def _refusal(
    no: Sequence[str], left: Deadlock | None, right: Deadlock | None, wording: Wording
) -> str:
    waiting = [
        _named([s for s in d.steps if s not in no], wording) if d is not None else "nothing"
        for d in (left, right)
    ]
    if waiting[0] == waiting[1]:
        return ""
    named = _named(no, wording)
    return f"For {named}, which is refused, {waiting[0]} wait on this record; {THEN}: {waiting[1]}"


def _frontier_changes(
    before: Iterable[Package], after: Iterable[Package], wording: Wording
) -> Iterator[GapLine]:
    """Per component of several issues: which outcomes leave the frontier, and which come in."""
    old, new = _components(before), _components(after)
    for component, left, right in _pairs(old, new):
        was, now = dict(left or {}), dict(right or {})
        issues = component.split(" + ")
        if len(issues) < 2:
            continue  # a single issue's frontier is its status in other words
        stay = [o for o in was if o in now]
        moved = [o for o in stay if _crossed(was[o]) != _crossed(now[o])]
        out, come = len(was) - len(stay), len(now) - len(stay)
        if not (out or come or moved):
            continue
        then = f"{len(now)}" if now else "they no longer hang together"
        parts = [
            f"{counted(len(was), 'outcome')} that no other is better than for every party on this "
            f"record, {THEN}: {then}",
            f"{out} of them left out" if out and now else "",
            f"{come} new" if come else "",
            f"{len(moved)} with other refusals crossed" if moved else "",
            _extent([*was.values(), *now.values()]),
        ]
        text = (
            f"{short_list([wording.issue(i) for i in issues])}: {'; '.join(filter(None, parts))}."
        )
        yield line_of("frontier_change", None, text, ())


def _components(
    packages: Iterable[Package],
) -> dict[str, tuple[tuple[tuple[tuple[str, str], ...], Package], ...]]:
    found: dict[str, list[tuple[tuple[tuple[str, str], ...], Package]]] = {}
    for package in packages:
        found.setdefault(package.component, []).append((package.outcome, package))
    return {name: tuple(own) for name, own in found.items()}


def _crossed(package: Package) -> list[tuple[str, str, str]]:
    """Whose refusals an outcome crosses; at which level they are declared is told by the words."""
    return [(party, issue, value) for party, issue, value, _ in package.crossed]


def _extent(packages: Iterable[Package]) -> str:
    return "complete" if all(p.complete for p in packages) else "the frontier is cut"


def _ask_changes(
    before: Iterable[IssueStatus], after: Iterable[IssueStatus], tables: Tables, wording: Wording
) -> Iterator[GapLine]:
    """Who stands alone with a value no longer, or now."""
    old = {(s.issue, a.party, a.value) for s in before for a in s.ask}
    new = {(s.issue, a.party, a.value) for s in after for a in s.ask}
    for issue, party, value in sorted(old ^ new):
        gone = (issue, party, value) in old
        told = "alone asks for or accepts"
        words = (
            f"{told} {wording.value(issue, value)} on this record; {THEN} no longer"
            if gone
            else f"{told} {wording.value(issue, value)} {THEN}, not on this record"
        )
        cell = tables[0 if gone else 1][issue][party][value]
        text = f"{wording.issue(issue)}: {wording.party(party)} {words}."
        yield line_of("ask_change", issue, text, positions_of([cell]))
