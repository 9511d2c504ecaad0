"""The exported record: JSON lines, one file a kind, UTF-8, stable order, every field present.

Unknown is null, several is a list, a span is {start, end, text, raw_start, raw_end}; a span of a
record over several articles also names its article. A record file gives the same bytes each time.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from onrecord.presentation.correcting import rejected_positions
from onrecord.presentation.exports.places import make_folder, whole_file
from onrecord.records import (
    Actor,
    Article,
    ArticleDate,
    Assessment,
    Attribution,
    Cell,
    Conflict,
    Contradiction,
    Copy,
    Deadlock,
    Decision,
    Event,
    IssueStatus,
    Movement,
    Package,
    PlaceMention,
    Plan,
    Position,
    QuantityMention,
    Report,
    Shift,
    Statement,
    Step,
    TimeMention,
)
from onrecord.store import View
from onrecord.store.rows import to_json

Row = dict[str, Any]


def export_jsonl(view: View, folder: Path) -> tuple[Path, ...]:
    """The files written into `folder`, which is made if it is not there."""
    make_folder(folder)
    written = []
    for name, rows in FILES.items():
        path = folder / f"{name}.jsonl"
        with whole_file(path) as out:
            for row in rows(view):
                line = json.dumps(row, ensure_ascii=False, sort_keys=False)
                # Two characters that some readers of lines take for line ends.
                out.write(line.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029") + "\n")
        written.append(path)
    return tuple(written)


def _articles(view: View) -> Iterator[Row]:
    names = {
        name.casefold(): actor.id
        for actor in view.all(Actor)
        for name in (actor.name, *actor.aliases)
    }
    for article in view.all(Article):
        date = view.get(ArticleDate, article.id)
        cited = (names.get(name.casefold()) for name in article.cites)
        yield {
            "id": article.id,
            "path": article.path,
            "url": article.url,
            "outlet": article.outlet,
            "title": article.title,
            "authors": list(article.authors),
            "language": article.language,
            "text": article.text,
            "published": to_json(date.published if date else article.published),
            "cites": [actor for actor in cited if actor is not None],
            "excluded": to_json(article.excluded),
            "sha256": article.sha256,
        }


def _actors(view: View) -> Iterator[Row]:
    for actor in view.all(Actor):
        row = to_json(actor)
        del row["key"], row["listed"]
        yield row


def _statements(view: View) -> Iterator[Row]:
    attributions = {a.statement: a for a in view.all(Attribution)}
    for statement in view.all(Statement):
        said = attributions.get(statement.id)
        yield {
            **to_json(statement),
            "speaker": said.speaker if said else None,
            "speaker_text": said.speaker_text if said else None,
            "party": said.party if said else None,
            "via": list(said.via) if said else [],
            "said": to_json(said.said) if said else None,
            "method": said.method if said else None,
            "label": said.label if said else "machine",
        }


def _in_statements(kind: type, field: str, *names: str) -> Callable[[View], Iterator[Row]]:
    """Rows of mentions, each with the statement that it stands in; the innermost wins."""

    def rows(view: View) -> Iterator[Row]:
        holders: dict[str, str] = {}
        for attribution in view.all(Attribution):
            for mention in getattr(attribution, field):
                holders[mention] = attribution.statement
        for mention in view.all(kind):
            row = to_json(mention)
            first = {name: row[name] for name in ("id", "article", "span")}
            yield {**first, "statement": holders.get(mention.id), **{n: row[n] for n in names}}

    return rows


def _positions(view: View) -> Iterator[Row]:
    """The positions, behind them those that people rejected, whose label says so."""
    yield from map(to_json, view.all(Position))
    for position in sorted(rejected_positions(view), key=lambda p: (p.article, p.spans, p.id)):
        yield {**to_json(position), "label": "rejected"}


def _plans(view: View) -> Iterator[Row]:
    for plan in view.all(Plan):
        row = to_json(plan)
        for clause in row["clauses"]:
            article = clause.pop("article")
            clause["spans"] = [{"article": article, **span} for span in clause["spans"]]
        yield row


def _events(view: View) -> Iterator[Row]:
    for event in view.all(Event):
        row = to_json(event)
        row["spans"] = [{"article": c["article"], **c["span"]} for c in row["spans"]]
        yield row


def _as_it_is(kind: type[Any]) -> Callable[[View], Iterator[Row]]:
    return lambda view: map(to_json, view.all(kind))


FILES: dict[str, Callable[[View], Iterator[Row]]] = {
    "articles": _articles,
    "actors": _actors,
    "statements": _statements,
    "times": _in_statements(TimeMention, "times", "start", "end", "precision", "timex3", "type"),
    "places": _in_statements(
        PlaceMention,
        "places",
        "name",
        "geonames",
        "lat",
        "lon",
        "admin1",
        "country",
        "form",
        "reason",
    ),
    "quantities": _in_statements(
        QuantityMention,
        "quantities",
        "low",
        "high",
        "unit",
        "bound",
        "of",
        "scope",
        "place",
        "as_of",
    ),
    "positions": _positions,
    "plans": _plans,
    "events": _events,
    "reports": _as_it_is(Report),
    "copies": _as_it_is(Copy),
    "contradictions": _as_it_is(Contradiction),
    "shifts": _as_it_is(Shift),
    "movements": _as_it_is(Movement),
    "assessments": _as_it_is(Assessment),
    "cells": _as_it_is(Cell),
    "issues": _as_it_is(IssueStatus),
    "steps": _as_it_is(Step),
    "deadlocks": _as_it_is(Deadlock),
    "conflicts": _as_it_is(Conflict),
    "packages": _as_it_is(Package),
    "decisions": _as_it_is(Decision),
}
