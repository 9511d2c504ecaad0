"""The stages that know one article, over all articles: done again where they are given otherwise.

Several processes share the work, each with a view of its own, one article in memory at a time. What
a stage of one article may know of the corpus is cut out for it here: its own actors and parties.
What it is given so is hashed, and an article that is given the same again is left as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import Any

from onrecord.engines.kept import Kept
from onrecord.engines.options import Progress
from onrecord.engines.packing import maker, pack
from onrecord.engines.parts import Parts
from onrecord.engines.processes import Crew
from onrecord.engines.settings import stored_settings
from onrecord.language.parse import Parse
from onrecord.pipeline import PASSES, SINGLE, Cast, Codebook, Links, run_stages
from onrecord.records import ActorLink, Article, Decision, Interval, Plan, Position
from onrecord.store import View, Writer
from onrecord.store.kept import Done
from onrecord.store.schema import KIND_OF
from onrecord.times import decided_dates

LATER = PASSES[1:]  # the first pass is the reading of each article
# Starting a worker costs about 1 s here, an article about 50 ms.
WORTH_WORKERS = 60
# Plans of one article are joined with those of others before they are stored.
STORED = frozenset(KIND_OF) - {Plan}


class Stamps(dict[str, str]):
    """For each article a hash of everything that the stages before were given of it."""

    def __init__(self, done: Mapping[str, Done]) -> None:
        super().__init__((article, one.given) for article, one in done.items())


def over_articles(
    number: int,
    again: set[str],
    known: dict[Any, Any],
    view: View,
    writer: Writer,
    crew: Crew,
    progress: Progress,
) -> int:
    """How many articles were done again by this pass; `known` then holds what all of them made.

    Those of `again` (ids) are done in any case: what is stored of them is not what was made.
    """
    stages = LATER[number]
    kept = Kept.of(view, stages[0].name)
    parts = Parts(view, known[Cast], known[ActorLink])
    loose = {kind: maker(kind) for stage in stages for kind in stage.writes if kind not in STORED}

    def made_before(value: Any) -> dict[type, Any]:
        return {kind: tuple(map(make, value[kind.__name__])) for kind, make in loose.items()}

    before: dict[str, dict[type, Any]] = {}
    for i in parts.ids:
        if i not in again and kept.stands(i, parts.given(i)):
            before[i] = kept.made(i, made_before)
    ids = [i for i in parts.ids if before.get(i) is None]
    found: dict[str, dict[type, Any]] = {}
    stored = [kind for stage in stages for kind in stage.writes if kind in STORED]
    for kind in stored:  # of all first: what a person settled may have moved from one to another
        writer.forget_of_articles(kind, ids)
    results = crew.each(
        conclude_article,
        ((i, parts.cast(i)) for i in ids),
        worth=WORTH_WORKERS,
        prepare=prepare,
        given=(view.path, number),
    )
    try:
        for article, made in zip(ids, results, strict=True):
            progress(stages[0].name, len(found), len(ids))
            for kind in stored:
                writer.add(kind, made[kind], {article: view.articles[article]})
            kept.note(article, parts.given(article), made=_packed(made))
            found[article] = made
    finally:
        finish()
    kept.write(writer, of_articles=True)
    known[Stamps] = Stamps(kept.now)
    asked = {kind for stages in LATER[number + 1 :] for stage in stages for kind in stage.reads}
    for kind in {kind for stage in stages for kind in stage.writes} & asked:
        known[kind] = tuple(_all(kind, parts.ids, found, before, view))
    progress(stages[0].name, len(ids), len(ids))
    return len(ids)


def read_positions(
    again: set[str], links: Links, cast: Cast, view: View, writer: Writer
) -> tuple[Position, ...]:
    """All positions as the machine reads them; those of these articles read again, and kept."""
    number = next(n for n, stages in enumerate(LATER) if any(Position in s.writes for s in stages))
    parts = Parts(view, cast, links)
    stood = groupby(view.all(Position), key=lambda position: position.article)
    stored = {article: tuple(group) for article, group in stood}
    found: list[Position] = []
    # A settled position bears the id of the one that it replaces, wherever it stands now.
    writer.forget_of_articles(Position, [i for i in parts.ids if i in again])
    prepare(view.path, number, only=Position)
    try:
        for article in parts.ids:
            own = stored.get(article, ())
            if article in again:
                own = tuple(conclude_article((article, parts.cast(article)))[Position])
                writer.add(Position, own, {article: view.articles[article]})
            found.extend(own)
    finally:
        finish()
    return tuple(found)


def _all(
    kind: type,
    ids: Iterable[str],
    found: Mapping[str, dict[type, Any]],
    before: Mapping[str, dict[type, Any]],
    view: View,
) -> Iterator[Any]:
    """Yield what all articles made of a type: of those done again now, of the others before."""
    stored: dict[str, tuple[Any, ...]] = {}
    if kind in STORED and before:
        every: Iterator[Any] = view.all(kind)
        groups = groupby(every, key=lambda record: record.article)
        stored = {article: tuple(group) for article, group in groups if article not in found}
    for article in ids:
        if article in found:
            yield from found[article][kind]
        else:
            yield from stored.get(article, ()) if kind in STORED else before[article][kind]


def _packed(made: Mapping[type, Any]) -> bytes:
    """What is stored nowhere else."""
    return pack({kind.__name__: made[kind] for kind in made if kind not in STORED})


_OWN: dict[str, Any] = {}  # what this process concludes with


def prepare(record: Path, number: int, only: type | None = None) -> None:
    """Make this process ready to do one pass over articles, or of it what writes `only`."""
    finish()  # in a worker: what the pass before was done with
    _OWN["view"] = view = View(record)
    _OWN.update(
        stages=tuple(s for s in LATER[number] if only is None or only in s.writes),
        codebook=stored_settings(view).load_codebook(),
        decided=decided_dates(view.all(Decision)),
    )


def finish() -> None:
    """Let go of the record if this process has it open for the work."""
    view: View | None = _OWN.pop("view", None)
    if view is not None:
        view.close()


def conclude_article(item: tuple[str, Cast]) -> dict[type, Any]:
    """What the stages of the pass make of one article (its id) with its cast."""
    article_id, cast = item
    view: View = _OWN["view"]
    inputs: dict[Any, Any] = {Cast: cast, Codebook: _OWN["codebook"]}
    written = {kind for stage in _OWN["stages"] for kind in stage.writes}
    article = view.articles[article_id]
    for kind in {kind for stage in _OWN["stages"] for kind in stage.reads}:
        if kind is Article:
            inputs[kind] = as_decided(article, _OWN["decided"])
        elif kind is Parse:
            inputs[kind] = view.parse(article)
        elif kind not in inputs and kind not in written:
            stored = tuple(view.all(kind, article=article_id))
            inputs[kind] = stored[0] if kind in SINGLE else stored
    return run_stages(_OWN["stages"], inputs)


def as_decided(article: Article, decided: Mapping[str, Interval]) -> Article:
    """The article with the date that a person gave it."""
    return replace(article, published=decided.get(article.id, article.published))
