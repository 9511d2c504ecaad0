"""The chain behind "2 origins": each origin in words, with the articles that go back to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from onrecord.presentation.dossier.lookup import Lookup
from onrecord.presentation.wording import say_interval
from onrecord.records import Article, Origin, Position, Report

MOST_ARTICLES = 8  # of one origin; an agency's text may stand in thousands


def report_chain(report: Report, lookup: Lookup) -> tuple[str, ...]:
    """The origins of a report, a line each."""
    via: dict[str, tuple[str, ...]] = {}
    for statement in report.statements:
        said = lookup.attributions.get(statement)
        if said is not None and said.via:
            via.setdefault(said.article, tuple(lookup.actor(a) for a in said.via))
    return tuple(_line(origin, via, lookup) for origin in report.origins)


def positions_chain(positions: Iterable[Position], lookup: Lookup) -> tuple[str, ...]:
    """The origins behind these positions, a line each, counted as the matrix counts them."""
    held = list(positions)
    own = {p.article for p in held if not p.statements}
    known = lookup.witnesses
    via = known.via_of_statements(sorted({s for p in held for s in p.statements}))
    sources = {a: names for a, names in via.items() if a not in own}
    named = {a: tuple(known.names.get(n, n) for n in names) for a, names in sources.items()}
    origins = known.origins_of(sorted({p.article for p in held}), sources)
    return tuple(_line(origin, named, lookup) for origin in origins)


def _line(origin: Origin, via: Mapping[str, tuple[str, ...]], lookup: Lookup) -> str:
    known = [lookup.articles[a] for a in origin.articles if a in lookup.articles]
    known.sort(key=lambda a: (say_interval(lookup.published[a.id]) or "9999", a.path))
    places = [
        place(article, lookup) + (f" via {', '.join(via[article.id])}" if article.id in via else "")
        for article in known[:MOST_ARTICLES]
    ]
    more = len(known) - MOST_ARTICLES
    listed = "; ".join([*places, *([f"and {more} more"] if more > 0 else [])])
    return f"{origin.basis}: {listed}"


def place(article: Article, lookup: Lookup) -> str:
    """An article as a reader finds it: outlet, file, day."""
    day = say_interval(lookup.published[article.id]) or "undated"
    return f"{article.outlet or 'outlet not known'} ({article.path}, {day})"
