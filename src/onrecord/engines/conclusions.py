"""From what stands in the articles to what follows from all of them, in one transaction.

A record that is killed in the middle keeps its earlier conclusions, and the next run makes the
new ones. What this process holds grows with the texts and the statements only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

from onrecord.engines.articles import (
    LATER,
    Stamps,
    as_decided,
    over_articles,
    read_positions,
)
from onrecord.engines.collecting import uncollected
from onrecord.engines.kept import Kept
from onrecord.engines.options import Progress
from onrecord.engines.processes import Crew
from onrecord.engines.told import over_told
from onrecord.pipeline import Base, Cast, Codebook, Horizon, Links, PartyNames, Stage, Told, by_kind
from onrecord.positions import is_about_positions, place_decisions
from onrecord.reconciliation import party_names
from onrecord.records import (
    Actor,
    ActorLink,
    Article,
    Attribution,
    Decision,
    Interval,
    Position,
    Statement,
)
from onrecord.store import View, Writer
from onrecord.store.schema import KIND_OF
from onrecord.times import decided_dates


def conclude(
    writer: Writer,
    view: View,
    *,
    base: Base,
    codebook: Codebook,
    horizon: Horizon,
    settled_in: set[str],
    crew: Crew,
    progress: Progress,
) -> dict[str, int]:
    """Replace all that follows from the articles on record.

    Returned is how many articles each pass over articles did again, by its first stage. `view`
    shows them as committed; in the articles `settled_in` (ids) people settled positions.
    """
    known: dict[Any, Any] = {Base: base, Codebook: codebook, Horizon: horizon}
    known[Decision] = tuple(view.all(Decision))
    redone: dict[str, int] = {}
    with writer.transaction():
        for number, stages in enumerate(LATER):
            if Told in stages[0].writes:
                done = over_told(stages[0], known, view, writer, progress)
                redone[stages[0].name] = done
            elif stages[0].per == "article":
                done = over_articles(number, settled_in, known, view, writer, crew, progress)
                redone[stages[0].name] = done
            else:
                _over_corpus(stages, known, view, writer, progress)
    return redone


def redraw(
    writer: Writer,
    view: View,
    articles: Iterable[str],
    *,
    codebook: Codebook,
    horizon: Horizon,
    progress: Progress,
) -> dict[str, int]:
    """Replace what follows from the positions, where nothing but decisions on these has changed.

    The positions of `articles` (ids) are read anew, the others stand; so does all that no position
    is in. The record then is the one that `conclude` makes.
    """
    links, known_actors = Links.of(view.all(ActorLink)), tuple(view.all(Actor))
    cast = Cast(actors={a.id: a for a in known_actors}, links={x.mention: x.actor for x in links})
    known: dict[Any, Any] = {Codebook: codebook, Horizon: horizon, ActorLink: links, Cast: cast}
    known[PartyNames] = party_names(known_actors)
    known[Attribution] = tuple(view.all(Attribution))
    known[Decision] = tuple(view.all(Decision))
    number = next(n for n, stages in enumerate(LATER) if any(Position in s.writes for s in stages))
    known[Stamps] = Stamps(view.kept(LATER[number][0].name))
    with writer.transaction():
        progress("positions", 0, None)
        known[Position] = read_positions(set(articles), links, cast, view, writer)
        changed: set[Any] = {Position}
        for stage in chain.from_iterable(LATER[number + 1 :]):
            follows = not changed.isdisjoint(stage.reads)
            changed.update(stage.writes if follows else ())
            # What is nowhere kept is made again: a stage that follows may ask for it.
            if Told in stage.writes:
                over_told(stage, known, view, writer, progress)
            elif follows or not any(kind in KIND_OF for kind in stage.writes):
                _over_corpus((stage,), known, view, writer, progress)
    return {"positions": len(set(articles))}


def settled_articles(view: View, codebook: Codebook) -> set[str]:
    """The ids of the articles in which decisions on positions stand."""
    made = [d for d in view.all(Decision) if is_about_positions(d)]
    if not made:
        return set()
    placed = place_decisions(made, view.all(Article), view.all(Actor), codebook)
    return {at.article for p in placed if (at := p.position or p.was) is not None}


def _over_corpus(
    stages: tuple[Stage, ...],
    known: dict[Any, Any],
    view: View,
    writer: Writer,
    progress: Progress,
) -> None:
    for stage in stages:
        progress(stage.name, 0, None)
        with uncollected():
            _over_all(stage, known, view, writer)
        progress(stage.name, 1, 1)


def _over_all(stage: Stage, known: dict[Any, Any], view: View, writer: Writer) -> None:
    # Passages that people decided on are found by their place in the original.
    whole = Decision in stage.reads and bool(known[Decision])
    given = [_of_corpus(kind, known, view, whole=whole) for kind in stage.reads]
    if stage.remembers:
        kept = Kept.of(view, stage.name)
        made = stage.run(*given, memory=kept)
        kept.write(writer, of_articles=False)
    else:
        made = stage.run(*given)
    for kind, records in by_kind(stage, made):
        as_before = known.get(kind) is records  # nobody settled anything: written already
        known[kind] = records
        if isinstance(records, Links):
            _write_links(stage, records, view, writer)
        elif kind in KIND_OF and not as_before:
            writer.replace_all(kind, records, view.articles)


def _write_links(stage: Stage, links: Links, view: View, writer: Writer) -> None:
    """Put the links on record of those articles where they are others than before."""
    kept = Kept.of(view, stage.name)
    others = [i for i in view.keys(Article) if not kept.stands(i, links.given(i))]
    found = [link for article in others for link in links.of_article(article)]
    writer.replace_of_articles(ActorLink, others, found, view.articles)
    for article in others:
        kept.note(article, links.given(article))
    kept.write(writer, of_articles=True)


def _of_corpus(kind: Any, known: dict[Any, Any], view: View, *, whole: bool) -> Any:
    """What a corpus stage gets of a kind: what this run made, else what the record holds.

    Of articles it gets what a reader saw, and the originals only if it needs the `whole`.
    """
    if kind in {Article, Statement} and kind not in known:  # several ask for all of them
        known[kind] = tuple(_read_by_all(kind, known, view))
    if kind is Article and whole:
        return _Dated(view, decided_dates(known[Decision]))
    return known[kind] if kind in known else _Stored(kind, view)


def _read_by_all(kind: type, known: Mapping[Any, Any], view: View) -> Iterator[Any]:
    if kind is Article:
        decided = decided_dates(known[Decision])
        return (as_decided(article, decided) for article in view.texts())
    return view.all(kind)


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
            yield as_decided(article, self._decided)
