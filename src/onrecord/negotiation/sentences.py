"""What stands between the parties, in sentences; each leads to the positions it is made of.

First what one party's record holds against itself, then the issues, then the order of steps, then
what refusals and packages come to. Every enumeration says whether it is complete.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from onrecord.negotiation.ask_lines import unanswered_lines
from onrecord.negotiation.block_lines import deadlock_lines
from onrecord.negotiation.cell_rules import DISAGREEMENT
from onrecord.negotiation.lines import LONGEST, ORDER, GapKind, GapLine
from onrecord.negotiation.opening_lines import opening_lines
from onrecord.negotiation.openings import find_openings
from onrecord.negotiation.package_lines import conflict_line, frontier_lines
from onrecord.negotiation.scale import by_party, scale_of
from onrecord.negotiation.status import Rows, is_agreed, is_unopposed, state_of
from onrecord.negotiation.unanswered import find_unanswered
from onrecord.negotiation.unplaced import name_no_value, unplaced_phrase, unplaced_words
from onrecord.negotiation.wording import LOW, Wording, listed
from onrecord.negotiation.words import Word
from onrecord.positions.codebook import Codebook
from onrecord.records import Cell, Conflict, Deadlock, IssueStatus, Package, Position, Step


def gap_sentences(
    cells: Iterable[Cell],
    statuses: Iterable[IssueStatus],
    codebook: Codebook,
    *,
    steps: Iterable[Step] = (),
    deadlocks: Iterable[Deadlock] = (),
    conflicts: Iterable[Conflict] = (),
    packages: Iterable[Package] = (),
    positions: Iterable[Position] = (),
    names: Mapping[str, str] | None = None,
    wording: Wording | None = None,
) -> tuple[GapLine, ...]:
    """The sentences, by kind in the order above, then by issue.

    What needs several lines (an issue with many words, a circle, the frontier) has its head first.
    `positions` are needed to tell of words that stand in no cell: those that take no value, and
    preconditions that nobody has answered. `names` gives the name of each actor by its id; a
    `wording` knows them, and the sources.
    """
    wording = wording or Wording(codebook, names or {})
    held, judged, said = tuple(cells), tuple(statuses), tuple(positions)
    table = by_party(held)
    unplaced = unplaced_words(said)
    lines = [*_own_conflicts(held, wording)]
    for status in judged:
        rows = table.get(status.issue, {})
        lines += _status_lines(status, rows, wording, unplaced.get(status.issue, {}))
        lines += _ask_lines(status, rows, wording)
    known = {step.id: step for step in steps}
    blocks = sorted(deadlocks, key=lambda d: (d.kind, len(d.steps), d.steps))
    for deadlock in blocks:
        lines += deadlock_lines(deadlock, known, wording)
    lines += unanswered_lines(find_unanswered(said, known.values(), codebook, blocks), wording)
    lines += [conflict_line(c, table, wording) for c in conflicts]
    lines += opening_lines(find_openings(held, judged, codebook), table, wording)
    lines += frontier_lines(packages, table, wording)
    return tuple(sorted(lines, key=_place))


# Of these each line stands by itself; the lines of any other kind follow their head.
SINGLE: tuple[GapKind, ...] = ("own_conflict", "ask", "conflict", "opening")


def _place(line: GapLine) -> tuple[int, str, str]:
    return ORDER.index(line.kind), line.issue or "", line.text if line.kind in SINGLE else ""


def _own_conflicts(cells: Iterable[Cell], wording: Wording) -> Iterator[GapLine]:
    """What a party's record holds against itself on one value."""
    for cell in cells:
        if cell.conflict is not None and any(flag in cell.conflict for flag in DISAGREEMENT):
            text = (
                f"{wording.issue(cell.issue)}: {wording.party(cell.party)}'s own words on "
                f"{wording.value(cell.issue, cell.value)} disagree; what counts: "
                f"{wording.word(cell)}"
            )
            yield wording.line("own_conflict", cell.issue, text, [cell.positions])


def _status_lines(
    status: IssueStatus, rows: Rows, wording: Wording, unplaced: Mapping[str, Sequence[Word]]
) -> Iterator[GapLine]:
    """Where an issue stands and in which words: one line, or a head and a line per party.

    `unplaced` are the words by party that take no value of the issue.
    """
    if status.status == "no_position" and unplaced:
        yield from _unplaced_lines(status, unplaced, wording)
        return
    name = wording.issue(status.issue)
    needed = tuple(c.party for c in status.consent)
    head = f"{name}: {HEADS[status.status]}{_whereto(status, rows, wording)}"
    silent = [p for p in needed if p not in rows and p not in unplaced]
    if silent:
        head += f"; no word on this record from {wording.parties(silent)}"
    beside = [p for p in needed if p not in rows and p in unplaced]
    if beside:
        head += f"; only words that take no value from {wording.parties(beside)}"
    unknown = len(needed) < 2 and status.status != "no_position"
    if unknown:
        head += "; whose consent is needed is not known from this record"
    order = sorted(rows, key=lambda p: (p not in needed, wording.party(p)))
    said: list[list[tuple[str, Cell]]] = []
    for party in order:
        note = "" if party in needed or unknown else " (its consent is not counted as needed)"
        said.append([(f"{wording.word(c)}{note}", c) for c in _explicit(rows, party)])
    every = [cell for row in rows.values() for cell in row.values()]
    used = [c.positions for c in every] + [[w.position.id for w in unplaced[p]] for p in beside]
    whole = "; ".join([head, *(words for own in said for words, _ in own)])
    if len(whole) < LONGEST - len(LOW):
        yield wording.line(status.status, status.issue, whole, used)
        return
    yield wording.line(status.status, status.issue, head, used)
    for own in said:
        for words, cells in _lines_of(own, name):
            yield wording.line(status.status, status.issue, words, [c.positions for c in cells])


def _unplaced_lines(
    status: IssueStatus, unplaced: Mapping[str, Sequence[Word]], wording: Wording
) -> Iterator[GapLine]:
    """What is on record on an issue although no value of it is accepted or refused."""
    none = "names a value" if name_no_value(unplaced) else "accepts or refuses a value"
    name = wording.issue(status.issue)
    head = f"{name}: words on this record, none of which {none}"
    order = sorted(unplaced, key=wording.party)
    phrases = [unplaced_phrase(p, unplaced[p], wording) for p in order]
    used = [[w.position.id for w in unplaced[p]] for p in order]
    whole = f"{head}: {'; '.join(phrases)}"
    if len(whole) < LONGEST - len(LOW):
        yield wording.line("no_position", status.issue, whole, used)
        return
    yield wording.line("no_position", status.issue, head, used)
    for phrase, own in zip(phrases, used, strict=True):
        yield wording.line("no_position", status.issue, f"{name}: {phrase}{ON_RECORD}", [own])


def _lines_of(said: Iterable[tuple[str, Cell]], name: str) -> Iterator[tuple[str, list[Cell]]]:
    """The words of one party after the issue's name, with their cells, in lines not too long."""
    line, cells = "", list[Cell]()
    for word, cell in said:
        if line and len(line) + len(word) + 2 >= LONGEST - len(ON_RECORD) - len(LOW):
            yield line + ON_RECORD, cells
            line, cells = "", []
        line = f"{line}; {word}" if line else f"{name}: {word}"
        cells = [*cells, cell]
    if line:
        yield line + ON_RECORD, cells


ON_RECORD = ", on this record"


def _whereto(status: IssueStatus, rows: Rows, wording: Wording) -> str:
    found = reached_values(status, rows, wording.codebook)
    return f": {listed([wording.value(status.issue, v) for v in found])}" if found else ""


def reached_values(status: IssueStatus, rows: Rows, codebook: Codebook) -> tuple[str, ...]:
    """The values that are agreed, or that nobody objects to; none for the other statuses."""
    needed = tuple(c.party for c in status.consent)
    scale = scale_of(status.issue, sorted({v for row in rows.values() for v in row}), codebook)
    if status.status == "agreed":
        return tuple(v for v in scale.values if is_agreed(v, rows, needed))
    if status.status == "no_objection":
        return tuple(v for v in scale.values if is_unopposed(scale, v, rows, needed))
    return ()


HEADS = {
    "no_position": "no position on this record",
    "agreed": "agreed on this record",
    "no_objection": "no objection on this record, though consent is missing",
    "contested": "contested on this record",
    "blocked_by_red_lines": "every value is ruled out on this record by a declared red line",
}


def _explicit(rows: Rows, party: str) -> list[Cell]:
    """What a party says on an issue: its explicit words; implied ones only where there are none."""
    said = [c for c in rows[party].values() if c.state != "unknown"]
    return [c for c in said if not c.implied] or said


def _ask_lines(status: IssueStatus, rows: Rows, wording: Wording) -> Iterator[GapLine]:
    """Who stands alone with a value, and whose word on it is not on record.

    Where one party alone has a word on the issue at all, its status says so already.
    """
    if len([p for p in rows if _explicit(rows, p)]) < 2:
        return
    needed = tuple(c.party for c in status.consent)
    for ask in status.ask:
        silent = [p for p in needed if p != ask.party and state_of(rows, p, ask.value) == "unknown"]
        text = (
            f"{wording.issue(status.issue)}: only {wording.party(ask.party)} asks for or accepts "
            f"{wording.value(status.issue, ask.value)} on this record"
        )
        if silent:
            text += f"; nothing on record from {wording.parties(silent)} on it"
        yield wording.line("ask", status.issue, text, [rows[ask.party][ask.value].positions])
