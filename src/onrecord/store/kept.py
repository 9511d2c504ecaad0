"""What the parts of a stage were given when they were last done, so that they need not be again.

A help and no part of the record: without it everything is drawn anew and comes out the same. So it
needs no migration of its own; a file that lacks it gets it with the first run that concludes. What
stands in it may come from anybody: a table that we did not make is no memory, and is made anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, text

# A row goes with the article on which it hangs: what is read again is done again.
TABLE = (
    "CREATE TABLE kept (stage TEXT NOT NULL, part TEXT NOT NULL,"
    " article TEXT REFERENCES articles (id) ON DELETE CASCADE,"
    " given TEXT NOT NULL, made BLOB NOT NULL, PRIMARY KEY (stage, part)) STRICT, WITHOUT ROWID"
)
INDEX = "CREATE INDEX kept_article ON kept (article)"
THERE = text("SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = 'kept'")
ROWS = text("SELECT part, given, made FROM kept WHERE stage = :stage")
PUT = text("INSERT OR REPLACE INTO kept VALUES (:stage, :part, :article, :given, :made)")
TAKE = text("DELETE FROM kept WHERE stage = :stage AND part = :part")


@dataclass(frozen=True, slots=True)
class Done:
    """What a part was given, as a hash, and what it made that is stored nowhere else."""

    given: str
    made: bytes = b""


def read_kept(db: Connection, stage: str) -> dict[str, Done]:
    """What was done of a stage, by part; empty where nothing was kept."""
    if db.execute(THERE).scalar() != TABLE:
        return {}
    rows = db.execute(ROWS, {"stage": stage})
    return {part: Done(given, made) for part, given, made in rows}


def write_kept(
    db: Connection,
    stage: str,
    done: Mapping[str, Done],
    gone: Iterable[str],
    *,
    of_articles: bool,
) -> None:
    """Keep what was done, and forget parts that are no more."""
    if db.execute(THERE).scalar() != TABLE:
        forget_kept(db)
        db.execute(text(TABLE))
        db.execute(text(INDEX))
    if old := [{"stage": stage, "part": part} for part in sorted(gone)]:
        db.execute(TAKE, old)
    rows = [
        {
            "stage": stage,
            "part": part,
            "article": part if of_articles else None,
            "given": one.given,
            "made": one.made,
        }
        for part, one in sorted(done.items())
    ]
    if rows:
        db.execute(PUT, rows)


def forget_kept(db: Connection) -> None:
    """Forget everything: all is done anew."""
    db.execute(text("DROP TABLE IF EXISTS kept"))
