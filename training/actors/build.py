"""Write the built tables of the bundled actor base from the dictionaries and the tables here.

    python -m training.actors.build DICTIONARIES src/onrecord/actors/base

DICTIONARIES is a folder with `Phoenix.Countries.actors.txt`, `Phoenix.International.actors.txt`
and `Phoenix.MilNonState.actors.txt` of the Open Event Data Alliance (MIT). Names and dates are
taken from them as facts, and nothing else. `leaders.tsv` beside this script is our own and goes
before the dictionaries; `left_out.tsv` lists bodies of theirs that we do not take. The same
input gives the same bytes.
"""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from onrecord.actors.spelling import fold
from training.actors.bodies import bodies
from training.actors.persons import Service, services, without_common
from training.actors.petrarch import Entry, decode, read_entries

HERE = Path(__file__).parent
BASE = HERE.parents[1] / "src" / "onrecord" / "actors" / "base"
PERSONS = """\
# Who served in which government since 1990. Written by training/actors/build.py: correct and extend
# training/actors/leaders.tsv, not this file. Lists are split by |. `to` is the first day out of
# office; where it is empty nobody knows it, and the row holds only until `known_until`.
name\taliases\tstate\trole\tfrom\tto\tknown_until
"""
BODIES = """\
# International organisations and armed groups that organizations.tsv lacks. Written by
# training/actors/build.py; a line in organizations.tsv goes before one here. Lists are split by |.
key\tkind\tname\taliases\tspeaks_for
"""


def main(dictionaries: str, base: str) -> None:
    """Write `governments.tsv` and `bodies.tsv` into the folder of the base."""
    source, target = Path(dictionaries), Path(base)
    persons = [s.cells() for s in governments(entries(source / "Phoenix.Countries.actors.txt"))]
    write(target / "governments.tsv", PERSONS, persons)
    international = entries(source / "Phoenix.International.actors.txt")
    armed = entries(source / "Phoenix.MilNonState.actors.txt")
    write(target / "bodies.tsv", BODIES, bodies(international, armed, taken(target)))


def entries(path: Path) -> Iterator[Entry]:
    """Yield the entries of one dictionary."""
    return read_entries(decode(path.read_bytes()))


def governments(listed: Iterable[Entry]) -> list[Service]:
    """The rows of `governments.tsv`, sorted: our own, and of the dictionary who is not in them."""
    iso2 = {row["iso3"]: row["iso2"] for row in table(BASE / "states.tsv")}
    ours = list(leaders())
    known, elsewhere = sounds(ours), set(officials())
    rows = set()
    for entry in listed:
        served = list(services(entry, iso2))
        names = sounds(served)
        if not names & known and not {name for name, _ in names} & elsewhere:
            rows |= set(served)
    return sorted(
        {*ours, *without_common(rows)},
        key=lambda s: (s.name, s.state, s.from_ or dt.date.min, s.cells()),
    )


BASE = HERE.parents[1] / "src" / "onrecord" / "actors" / "base"


def sounds(rows: Iterable[Service]) -> set[tuple[str, str]]:
    """The folded names and aliases of these persons, each with its state."""
    return {(fold(name), s.state) for s in rows for name in (s.name, *s.aliases)}


def officials() -> Iterator[str]:
    """Yield the folded names of the persons of `officials.tsv`, of whatever state."""
    for row in table(BASE / "officials.tsv"):
        for name in (row["name"], *row["aliases"].split("|")):
            yield fold(name)


def leaders() -> Iterator[Service]:
    """Yield the terms of our own table."""
    for row in table(HERE / "leaders.tsv"):
        days = [dt.date.fromisoformat(row[k]) if row[k] else None for k in ("from", "to")]
        until = dt.date.fromisoformat(row["known_until"]) if row["known_until"] else None
        yield Service(
            name=row["name"],
            aliases=tuple(a for a in row["aliases"].split("|") if a),
            state=row["state"],
            role=row["role"],
            from_=days[0],
            to=days[1],
            known_until=until,
        )


def taken(base: Path) -> set[str]:
    """The names that the tables made by hand already have, and those that we leave out."""
    found = set()
    for name in ("organizations", "outlets", "states"):
        for row in table(base / f"{name}.tsv"):
            found |= {row["name"], *row["aliases"].split("|")}
    found |= {row["name"] for row in table(HERE / "left_out.tsv")}
    return found - {""}


def table(path: Path) -> Iterator[dict[str, str]]:
    """Yield the rows of a tab-separated table by column; lines that start with # are notes."""
    lines = [
        line
        for line in path.read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    ]
    head = lines[0].split("\t")
    for line in lines[1:]:
        yield dict(zip(head, line.split("\t"), strict=True))


def write(path: Path, head: str, rows: Iterable[list[str]]) -> None:
    """Write a table; its rows come sorted."""
    body = "".join("\t".join(row) + "\n" for row in rows)
    path.write_text(head + body, encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:3])
