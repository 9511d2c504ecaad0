"""From what stands in the articles to what follows from all of them, in one transaction.

A record that is killed in the middle keeps its earlier conclusions, and the next run makes the
new ones. Articles are gone through by several processes, each with a view of its own, one article
in memory at a time; what this process holds grows with the statements only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain, groupby
from pathlib import Path
from typing import Any

from onrecord.engines.options import Progress
from onrecord.engines.processes import Crew
from onrecord.engines.settings import stored_settings
from onrecord.language.parse import Parse
from onrecord.pipeline import (
    PASSES,
    SINGLE,
    Base,
    Cast,
    Codebook,
    Horizon,
    Stage,
    by_kind,
    run_stages,
)
from onrecord.positions import is_about_positions, place_decisions
from onrecord.records import Actor, ActorLink, Article, Decision, Interval, Plan, Position
from onrecord.store import View, Writer
from onrecord.store.schema import KIND_OF
from onrecord.times import decided_dates

LATER = PASSES[1:]  # the first pass is the reading of each article
# Starting a worker costs about 1 s here, an article about 50 ms.
WORTH_WORKERS = 60


def conclude(
    writer: Writer,
    view: View,
    *,
    base: Base,
    codebook: Codebook,
    horizon: Horizon,
    crew: Crew,
    progress: Progress,
) -> None:
    """Replace all that follows from the articles on record. `view` shows them as committed."""
    known: dict[Any, Any] = {Base: base, Codebook: codebook, Horizon: horizon}
    if decided := decided_dates(view.all(Decision)):
        known[Article] = _Dated(view, decided)
    with writer.transaction():
        for number, stages in enumerate(LATER):
            if stages[0].per == "article":
                _over_articles(number, known, view, writer, crew, progress)
            else:
                _over_corpus(stages, known, view, writer, progress)


def redraw(
    writer: Writer,
    view: View,
    articles: Iterable[str],
    *,
    codebook: Codebook,
    horizon: Horizon,
    progress: Progress,
) -> None:
    """Replace what follows from the positions, where nothing but decisions on these has changed.

    The positions of `articles` (ids) are read anew, the others stand; so does all that no position
    is in. The record then is the one that `conclude` makes.
    """
    links, known_actors = tuple(view.all(ActorLink)), tuple(view.all(Actor))
    cast = Cast(actors={a.id: a for a in known_actors}, links={x.mention: x.actor for x in links})
    known: dict[Any, Any] = {Codebook: codebook, Horizon: horizon, ActorLink: links, Cast: cast}
    if decided := decided_dates(view.all(Decision)):
        known[Article] = _Dated(view, decided)
    number = next(n for n, stages in enumerate(LATER) if any(Position in s.writes for s in stages))
    with writer.transaction():
        known[Position] = _positions_read(number, set(articles), known, view, writer, progress)
        changed: set[Any] = {Position}
        for stage in chain.from_iterable(LATER[number + 1 :]):
            follows = not changed.isdisjoint(stage.reads)
            changed.update(stage.writes if follows else ())
            # What is nowhere kept is made again: a stage that follows may ask for it.
            if follows or not any(kind in KIND_OF for kind in stage.writes):
                _over_corpus((stage,), known, view, writer, progress)


def settled_articles(view: View, codebook: Codebook) -> set[str]:
    """The ids of the articles in which decisions on positions stand."""
    made = [d for d in view.all(Decision) if is_about_positions(d)]
    if not made:
        return set()
    placed = place_decisions(made, view.all(Article), view.all(Actor), codebook)
    return {at.article for p in placed if (at := p.position or p.was) is not None}


def _positions_read(
    number: int,
    again: set[str],
    known: dict[Any, Any],
    view: View,
    writer: Writer,
    progress: Progress,
) -> tuple[Position, ...]:
    """All positions as the machine reads them; those of these articles read again, and kept."""
    stages = tuple(stage for stage in LATER[number] if Position in stage.writes)
    ids = view.keys(Article)
    casts = dict(zip(ids, _casts(ids, known), strict=True))
    found: list[Position] = []
    _prepare(view.path, number)
    _OWN["stages"] = stages
    stood = groupby(view.all(Position), key=lambda position: position.article)
    stored = {article: tuple(group) for article, group in stood}
    for article_id in ids:
        own = stored.get(article_id, ())
        if article_id in again:
            own = tuple(_conclude_article((article_id, casts[article_id]))[Position])
            writer.replace_of_article(Position, view.articles[article_id], own)
            progress(stages[0].name, len(found), None)
        found.extend(own)
    _finish()
    return tuple(found)


def _over_corpus(
    stages: tuple[Stage, ...],
    known: dict[Any, Any],
    view: View,
    writer: Writer,
    progress: Progress,
) -> None:
    for stage in stages:
        progress(stage.name, 0, None)
        made = stage.run(*(_of_corpus(kind, known, view) for kind in stage.reads))
        for kind, records in by_kind(stage, made):
            as_before = known.get(kind) is records  # nobody settled anything: written already
            known[kind] = records
            if kind in KIND_OF and not as_before:
                writer.replace_all(kind, records, view.articles)
        progress(stage.name, 1, 1)


def _of_corpus(kind: Any, known: dict[Any, Any], view: View) -> Any:
    """What a corpus stage gets of a kind: what this run made, else what the record holds."""
    return known[kind] if kind in known else _Stored(kind, view)


class _Stored(Iterable[Any]):
    """All stored records of a kind; may be gone through more than once."""

    def __init__(self, kind: type, view: View) -> None:
        self._kind = kind
        self._view = view

    def __iter__(self) -> Iterator[Any]:
        return self._view.all(self._kind)


class _Dated(_Stored):
    """All articles, those that a person dated with that date."""

    def __init__(self, view: View, decided: Mapping[str, Interval]) -> None:
        super().__init__(Article, view)
        self._decided = decided

    def __iter__(self) -> Iterator[Any]:
        for article in super().__iter__():
            yield _as_decided(article, self._decided)


def _as_decided(article: Article, decided: Mapping[str, Interval]) -> Article:
    return replace(article, published=decided.get(article.id, article.published))


def _over_articles(
    number: int,
    known: dict[Any, Any],
    view: View,
    writer: Writer,
    crew: Crew,
    progress: Progress,
) -> None:
    stages = LATER[number]
    kept: dict[type, list[Any]] = {kind: [] for stage in stages for kind in stage.writes}
    # Plans of one article are joined with those of others before they are kept.
    stored = [kind for kind in kept if kind in KIND_OF and kind is not Plan]
    for kind in stored:
        writer.clear(kind)
    ids = view.keys(Article)
    results = crew.each(
        _conclude_article,
        zip(ids, _casts(ids, known), strict=True),
        worth=WORTH_WORKERS,
        prepare=_prepare,
        given=(view.path, number),
    )
    for done, found in enumerate(results):
        progress(stages[0].name, done, len(ids))
        for kind, records in found.items():
            kept[kind].extend(records)
            if kind in stored:
                writer.add(kind, records, view.articles)
    _finish()
    progress(stages[0].name, len(ids), len(ids))
    known.update((kind, tuple(records)) for kind, records in kept.items())


def _casts(ids: Iterable[str], known: dict[Any, Any]) -> Iterator[Cast]:
    """Yield for each article the part of the cast that it can ask for: its actors, their parties.

    The whole cast would have to be sent to every process.
    """
    links: dict[str, list[ActorLink]] = {}
    for link in known[ActorLink]:
        links.setdefault(link.article, []).append(link)
    everyone: Mapping[str, Actor] = known[Cast].actors
    for article_id in ids:
        own = links.get(article_id, [])
        wanted = {link.actor for link in own}
        wanted |= {a.party for i in wanted if i in everyone for a in everyone[i].speaks_for}
        yield Cast(
            actors={i: everyone[i] for i in sorted(wanted) if i in everyone},
            links={link.mention: link.actor for link in own},
        )


_OWN: dict[str, Any] = {}  # what this process concludes with


def _prepare(record: Path, number: int) -> None:
    view = View(record)
    _OWN.update(
        view=view,
        stages=LATER[number],
        codebook=stored_settings(view).load_codebook(),
        decided=decided_dates(view.all(Decision)),
    )


def _finish() -> None:
    """Let go of the record where this very process did the work."""
    view: View | None = _OWN.pop("view", None)
    if view is not None:
        view.close()


def _conclude_article(item: tuple[str, Cast]) -> dict[type, Any]:
    article_id, cast = item
    view: View = _OWN["view"]
    inputs: dict[Any, Any] = {Cast: cast, Codebook: _OWN["codebook"]}
    written = {kind for stage in _OWN["stages"] for kind in stage.writes}
    article = view.articles[article_id]
    for kind in {kind for stage in _OWN["stages"] for kind in stage.reads}:
        if kind is Article:
            inputs[kind] = _as_decided(article, _OWN["decided"])
        elif kind is Parse:
            inputs[kind] = view.parse(article)
        elif kind not in inputs and kind not in written:
            stored = tuple(view.all(kind, article=article_id))
            inputs[kind] = stored[0] if kind in SINGLE else stored
    return run_stages(_OWN["stages"], inputs)
