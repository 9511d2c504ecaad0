"""Who served in which government when, by full names alone; read when a full name is first asked.

The table is long (some fourteen thousand terms since 1990), so its surnames tell nobody apart: only
a name of two or more words finds a person here, and one that persons of two states bear finds none.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from onrecord.actors.base_files import FOLDER
from onrecord.actors.known import Term
from onrecord.actors.spelling import fold, fold_lines, plain

LISTED = "bundled list of governments"
NAME, ALIASES, STATE, ROLE, FROM, TO, KNOWN_UNTIL = range(7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """A term in a government. `ended` is whether a source knows its end.

    Where none does, the term stops on the day until which the source knew.
    """

    term: Term
    ended: bool


def services_of(names: Iterable[str]) -> tuple[Service, ...]:
    """The terms of the one person whom these names mean, or none if they mean several or nobody."""
    lines, index = _table()
    found = {at for name in names if is_full(name) for at in index.get(fold(name), ())}
    rows = [row for at in sorted(found) for row in _rows_from(lines, at)]
    if len({row[STATE] for row in rows}) != 1:
        return ()
    return tuple(_service(row) for row in rows)


def is_full(name: str) -> bool:
    """Whether a name has two words of more than one letter: "J. Maren" has not."""
    return sum(len(word) > 1 for word in plain(name).split()) > 1


@cache
def _table() -> tuple[list[str], dict[str, tuple[int, ...]]]:
    """The lines of the table, and for every folded full name the first lines of who bears it."""
    text = (FOLDER / "governments.tsv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")][1:]
    names = "\n".join("|".join(line.split("\t", 2)[:STATE]) for line in lines)
    index: dict[str, tuple[int, ...]] = {}
    person = ""
    for at, folded in enumerate(fold_lines(names).split("\n")):
        name, _, state, _ = lines[at].split("\t", 3)
        if person == (person := f"{name}\t{state}"):
            continue  # a later term of the same person
        for key in set(folded.split("|")) - {""}:
            index[key] = (*index.get(key, ()), at)
    return lines, index


def _rows_from(lines: list[str], first: int) -> list[list[str]]:
    """The rows of the person whose first line this is; they stand together."""
    rows = [lines[first].split("\t")]
    for at in range(first + 1, len(lines)):
        row = lines[at].split("\t")
        if (row[NAME], row[STATE]) != (rows[0][NAME], rows[0][STATE]):
            break
        rows.append(row)
    return rows


def _service(row: list[str]) -> Service:
    until = row[KNOWN_UNTIL]
    return Service(
        term=Term(
            party=f"state:{row[STATE]}",
            role=row[ROLE] or None,
            from_=dt.date.fromisoformat(row[FROM]) if row[FROM] else None,
            to=dt.date.fromisoformat(row[TO] or until),
            basis=LISTED if row[TO] else f"{LISTED}, which knew it until {until}",
        ),
        ended=bool(row[TO]),
    )
