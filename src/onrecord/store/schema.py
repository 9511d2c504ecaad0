"""The tables of a record file. One table per kind of record, its columns derived from the fields.

`KINDS` says for each record type its table, its key, which column names the article it stands in
(rows go when the article goes) and what else is looked up often. Whatever changes the tables needs
a migration; a test compares this schema with the one that the migrations make.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from sqlalchemy import (
    REAL,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
)

from onrecord import records as r
from onrecord.store.rows import columns_of

SQL_TYPES = {"TEXT": Text, "INTEGER": Integer, "REAL": REAL}


@dataclass(frozen=True, slots=True)
class Kind:
    """How one record type is kept. `order` is the stable order in which it is read back."""

    record: type
    table: str
    key: tuple[str, ...]
    article: str | None = None
    indexed: tuple[str, ...] = ()
    order: tuple[str, ...] = ()
    per: str = "corpus"


def _in_article(record: type, table: str, *indexed: str, key: tuple[str, ...] = ("id",)) -> Kind:
    return Kind(record, table, key, "article", indexed, ("article", "number"), "article")


# In flow order. Records of an article keep the order in which their stage gave them.
KINDS: tuple[Kind, ...] = (
    Kind(r.Article, "articles", ("id",), None, ("path",), ("path", "id"), "article"),
    _in_article(r.Statement, "statements", "inside"),
    _in_article(r.PositionMark, "position_marks"),
    _in_article(r.ActorMention, "actor_mentions"),
    _in_article(r.TimeMention, "times"),
    _in_article(r.ArticleDate, "article_dates", key=("article",)),
    _in_article(r.PlaceMention, "places"),
    _in_article(r.QuantityMention, "quantities"),
    Kind(r.Actor, "actors", ("id",), order=("name", "id")),
    _in_article(r.ActorLink, "actor_links", "actor", key=("mention",)),
    _in_article(r.Attribution, "attributions", "speaker", "party", key=("statement",)),
    _in_article(r.Position, "positions", "party", "issue"),
    Kind(r.Plan, "plans", ("id",)),
    Kind(r.Copy, "copies", ("lead", "articles")),
    Kind(r.Report, "reports", ("id",)),
    Kind(r.Contradiction, "contradictions", ("id",)),
    Kind(r.Shift, "shifts", ("id",)),
    Kind(r.Event, "events", ("id",)),
    _in_article(r.Assessment, "assessments"),
    Kind(r.Cell, "cells", ("party", "issue", "value")),
    Kind(r.IssueStatus, "issues", ("issue",)),
    Kind(r.Movement, "movements", ("issue", "when")),
    Kind(r.Step, "steps", ("id",)),
    Kind(r.Deadlock, "deadlocks", ("id",)),
    Kind(r.Conflict, "conflicts", ("id",)),
    Kind(r.Package, "packages", ("id",)),
    Kind(r.Decision, "decisions", ("target", "field", "coder", "at")),
)
KIND_OF: Mapping[type, Kind] = MappingProxyType({kind.record: kind for kind in KINDS})
HIDDEN = frozenset({"raw"})  # Article.raw lives compressed beside the original

METADATA = MetaData()


def _table(kind: Kind) -> Table:
    parts: list[Column[object] | PrimaryKeyConstraint | Index] = []
    keys_are_unique = kind.record is not r.Movement  # an undated movement has a null key
    # `number` keeps the order of the stage, and gives the full-text index a lasting row number.
    parts.append(Column("number", Integer, primary_key=True))
    for column in columns_of(kind.record):
        if column.name in HIDDEN:
            continue
        references = (
            (ForeignKey("articles.id", ondelete="CASCADE"),) if column.name == kind.article else ()
        )
        parts.append(
            Column(
                column.name,
                SQL_TYPES[column.sql],
                *references,
                nullable=column.optional,
            )
        )
    parts.append(Index(f"{kind.table}_key", *kind.key, unique=keys_are_unique))
    for name in (*((kind.article,) if kind.article else ()), *kind.indexed):
        parts.append(Index(f"{kind.table}_{name}", name))
    return Table(kind.table, METADATA, *parts, sqlite_strict=True)


TABLES: Mapping[str, Table] = MappingProxyType({kind.table: _table(kind) for kind in KINDS})


def _of_article(table: str, *columns: Column[object]) -> Table:
    return Table(
        table,
        METADATA,
        Column("article", Text, ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
        *columns,
        sqlite_strict=True,
    )


# The original bytes, and the decoded text where decoding again would not give it (both zlib).
ORIGINALS = _of_article(
    "originals",
    Column("original", LargeBinary, nullable=False),
    Column("raw", LargeBinary, nullable=True),
)
# The stored parse (zlib of JSON), so that a new codebook does not mean a new parse.
PARSES = _of_article("parses", Column("parse", LargeBinary, nullable=False))
# What was read from where: a place with the same fingerprint is not read again.
READS = Table(
    "reads",
    METADATA,
    Column("place", Text, primary_key=True),
    Column(
        "article", Text, ForeignKey("articles.id", ondelete="CASCADE"), nullable=False, index=True
    ),
    Column("fingerprint", Text, nullable=False),
    sqlite_strict=True,
)
SKIPS = Table(
    "skips",
    METADATA,
    Column("place", Text, primary_key=True),
    Column("reason", Text, nullable=False),
    Column("detail", Text, nullable=False),
    Column("remedy", Text, nullable=False),
    sqlite_strict=True,
)
SETTINGS = Table(
    "settings",
    METADATA,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
    sqlite_strict=True,
)
