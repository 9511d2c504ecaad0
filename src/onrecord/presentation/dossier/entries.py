"""The lines of one field of the matrix: act, value, hardness, date, age, origins, warnings."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.positions.marked import RULE as LEARNED
from onrecord.presentation.dossier.context import Entry, Flag
from onrecord.presentation.dossier.dates import age_words, said_or_published, surely_by
from onrecord.presentation.dossier.held import by_age, condition_line, value_words
from onrecord.presentation.dossier.lookup import Lookup
from onrecord.presentation.dossier.words import (
    ACTS,
    GLYPHS,
    HARDNESS,
    STATE_OF_ACT,
    STATES,
    many,
)
from onrecord.presentation.origins import positions_chain
from onrecord.records import Cell, Interval, Position

# Acts that make no cell and still tell a reader where a party stands.
WITHOUT_CELL = ("openness", "precondition")


def implied_words(lookup: Lookup, cells: Iterable[Cell]) -> tuple[str, ...]:
    """What follows from other words of the party: "refuses some of them, all of them"."""
    by_state: dict[str, list[str]] = {}
    for cell in cells:
        if cell.implied:
            by_state.setdefault(cell.state, []).append(lookup.value_name(cell.issue, cell.value))
    return tuple(f"{STATES[state]} {', '.join(values)}" for state, values in by_state.items())


def entries_of(
    lookup: Lookup, cells: Iterable[Cell], positions: list[Position]
) -> tuple[Entry, ...]:
    """The lines of one cell: explicit words by state, then what makes no cell of its own."""
    order = ("accepts", "accepts_if", "refuses")
    explicit = sorted((c for c in cells if not c.implied), key=lambda c: order.index(c.state))
    used = {p for cell in explicit for p in cell.positions}
    lines = [_cell_entry(lookup, cell) for cell in explicit]
    others = (
        _other_entry(lookup, p)
        for p in by_age(lookup, positions)
        if p.id not in used and _shown_alone(p, has_cells=bool(explicit))
    )
    latest = {(entry.words, entry.value): entry for entry in others}
    return (*lines, *latest.values())


def _shown_alone(position: Position, *, has_cells: bool) -> bool:
    """Whether it tells where a party stands though it makes no cell.

    Where there are cells, other acts on a value were replaced by a later word, and stand in full.
    What only reads like a position to a model stands there too, where its words are beside it.
    """
    if position.method == LEARNED and position.label != "human":
        return False
    return position.act in WITHOUT_CELL or (not has_cells and position.act != "threaten")


def _cell_entry(lookup: Lookup, cell: Cell) -> Entry:
    known = by_age(lookup, (lookup.positions[p] for p in cell.positions if p in lookup.positions))
    fitting = [p for p in known if STATE_OF_ACT[p.act] == cell.state]
    value = lookup.value_name(cell.issue, cell.value)
    words = ACTS[fitting[-1].act] if fitting else STATES[cell.state]
    if cell.state == "accepts_if":
        needs = [condition_line(lookup, c, p.act).words for p in fitting for c in p.conditions]
        words = "accepts"
        value = f"{value}, {'; '.join(dict.fromkeys(needs[-2:])) or 'on a condition'}"
    when = cell.as_of or _published(lookup, known)
    return Entry(
        state=cell.state,
        glyph=GLYPHS[cell.state],
        words=words,
        value=value,
        hardness=HARDNESS[cell.hardness],
        when=said_or_published(cell.as_of, when),
        age=age_words(when, lookup.as_of),
        origins=many(cell.origins, "origin"),
        chain=positions_chain(known, lookup),
        flags=tuple(_flags(cell, known)),
    )


def _published(lookup: Lookup, positions: list[Position]) -> Interval | None:
    """The latest publication among these positions: the outer bound of when it was said."""
    known = (lookup.published.get(p.article) for p in positions)
    return max((w for w in known if w is not None), key=surely_by, default=None)


def _flags(cell: Cell, positions: list[Position]) -> Iterable[Flag]:
    for words in (cell.conflict or "").split("; "):
        if words:
            yield Flag(word=words, why="read its positions: its own words do not fit together")
    if cell.stale:
        yield Flag(word="stale", why="nothing newer on record within the horizon")
    if any(p.label == "human" for p in positions):
        yield Flag(word="set by a person", why="a person's decision outranks the machine")


def _other_entry(lookup: Lookup, position: Position) -> Entry:
    state = STATE_OF_ACT[position.act]
    needs = ", ".join(condition_line(lookup, c, position.act).words for c in position.conditions)
    value = value_words(lookup, position)
    if position.act == "precondition" and needs:
        words, value = needs, f"({value})" if value and not position.step else ""
    else:
        words = ACTS[position.act] + (":" if position.issue is None else "")
    published = lookup.published.get(position.article)
    when = position.said or published
    return Entry(
        state=state,
        glyph=GLYPHS[state],
        words=words,
        value=value,
        hardness=HARDNESS[position.hardness],
        when=said_or_published(position.said, published),
        age=age_words(when, lookup.as_of),
        origins="",
        chain=(),
        flags=(),
    )
