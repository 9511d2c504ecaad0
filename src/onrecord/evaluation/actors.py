"""Whether one actor is one over a whole set of documents, whatever each document calls it.

Protocol. The gold's mentions are given, so that finding them is not scored. All documents of a set
are one corpus; entities that are mentioned once stay in, and the figures without them stand beside.
The measure is the CoNLL average of MUC, B³ and CEAF-e. All kinds of entity that the gold marks
count, things and times too, though we read actors alone; the figures by kind are for information.

- Surface baseline: mentions with equal words are one entity, over the corpus. "Equal": in folded
  case, without a determiner, possessive ending and marks at the edges.
- Head baseline, for information: mentions with equal head words are one entity.
- Ours: the mentions and links of actors that the flow makes, as `meanings` maps them, and where it
  sees no actor its places. The rest falls back to the baseline's group of its words, but for a name
  that is known elsewhere: see `groups_of`. So ours is the baseline and what our readers know.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from onrecord.actors import load_base
from onrecord.evaluation.actor_scores import (
    ActorMiss,
    ActorScores,
    Compared,
    Corpus,
    SortScore,
)
from onrecord.evaluation.coreference import Coreference, align, compare, entities_of
from onrecord.evaluation.gold.ecbplus import Split, read_ecbplus
from onrecord.evaluation.gold.entities import EntityArticle
from onrecord.evaluation.gold.meantime import read_meantime
from onrecord.evaluation.meanings import Label, Seen, groups_of, meanings
from onrecord.evaluation.surfaces import Sort, surface_of
from onrecord.language.english import parse_article
from onrecord.language.parse import Parse
from onrecord.pipeline import FLOW, Base, Cast, Gazetteer, run_stages
from onrecord.places import load_places
from onrecord.records import ActorMention, Article, Decision, PlaceMention


def evaluate_actors(
    gold: Path | None, corpus: Corpus, *, split: Split = "dev", light: bool = False
) -> ActorScores:
    """The scores of mentions and links on a set with entities across documents.

    `split` is of ECB+ alone. Raises GoldMissing if the set is not there or not of the form.
    """
    read = read_meantime(gold) if corpus == "meantime" else read_ecbplus(gold, split)
    documents = tuple(read)
    known, cast = _run(documents, light=light)
    seen = [
        Seen(path=d.article.path, gold=m, text=d.article.text[m.start : m.end], meant=meant)
        for d, found in zip(documents, known, strict=True)
        for m, meant in zip(
            d.mentions, meanings(d, found[ActorMention], found[PlaceMention], cast), strict=True
        )
    ]
    ours = groups_of(seen, cast)
    kinds = sorted({s.gold.kind for s in seen})
    return ActorScores(
        corpus=corpus,
        light=light,
        documents=len(documents),
        whole=_compared("all", seen, ours),
        repeated=_compared("repeated", seen, ours, least=2),
        kinds=tuple(_of_kind(kind, seen, ours) for kind in kinds),
        sorts=tuple(_sorts(seen, ours)),
        errors=tuple(_misses(seen, ours)),
    )


def _run(documents: Sequence[EntityArticle], *, light: bool) -> tuple[list[dict[Any, Any]], Cast]:
    """What the flow writes of actors and places: records by type per document, and the cast."""
    stages = {stage.name: stage for stage in FLOW}
    base = load_base()
    read: list[dict[Any, Any]] = []
    for document in documents:
        parse = parse_article(document.article, light=light)
        read.append({Article: document.article, Parse: parse, Base: base, Gazetteer: load_places()})
        run_stages((stages["actors.mentions"], stages["places"]), read[-1])
    corpus: dict[Any, Any] = {
        Base: base,
        Article: tuple(document.article for document in documents),
        Decision: (),
        ActorMention: tuple(m for known in read for m in known[ActorMention]),
    }
    run_stages((stages["actors"],), corpus)
    return read, corpus[Cast]


def _compared(
    kind: str, seen: Sequence[Seen], ours: Sequence[Label], *, least: int = 1
) -> Compared:
    """Both baselines and ours against the gold, without entities of fewer than `least` mentions."""
    wanted = [e for e in entities_of([s.gold.cluster for s in seen]) if len(e) >= least]

    def scored(labels: Sequence[object]) -> Coreference:
        return compare(wanted, [e for e in entities_of(labels) if len(e) >= least])

    return Compared(
        kind=kind,
        mentions=sum(map(len, wanted)),
        entities=len(wanted),
        ours=scored(ours),
        surface=scored([surface_of(s.text) for s in seen]),
        head=scored([s.head for s in seen]),
    )


def _of_kind(kind: str, seen: Sequence[Seen], ours: Sequence[Label]) -> Compared:
    """The comparison on mentions of one kind alone."""
    chosen = [i for i, s in enumerate(seen) if s.gold.kind == kind]
    return _compared(kind, [seen[i] for i in chosen], [ours[i] for i in chosen])


def _right(seen: Sequence[Seen], ours: Sequence[Label]) -> list[bool]:
    """Whether each mention stands in the group that CEAF-e aligns with its entity."""
    wanted = entities_of([s.gold.cluster for s in seen])
    groups = entities_of(ours)
    right = [False] * len(seen)
    for entity, group in align(wanted, groups):
        for mention in wanted[entity] & groups[group]:
            right[mention] = True
    return right


def _sorts(seen: Sequence[Seen], ours: Sequence[Label]) -> Iterator[SortScore]:
    """Yield names, descriptions and pronouns, as far as there are any."""
    right = _right(seen, ours)
    sorts: tuple[Sort, ...] = ("name", "description", "pronoun")
    for sort in sorts:
        chosen = [i for i, s in enumerate(seen) if s.sort == sort]
        if chosen:
            yield SortScore(
                sort=sort,
                mentions=len(chosen),
                linked=sum(seen[i].meant is not None for i in chosen),
                right=sum(right[i] for i in chosen),
            )


def _misses(seen: Sequence[Seen], ours: Sequence[Label]) -> Iterator[ActorMiss]:
    """Yield what stands elsewhere than most of its entity, in the order of the documents."""
    names: dict[str, Counter[str]] = defaultdict(Counter)
    for s in seen:
        names[s.gold.cluster][s.text] += s.sort == "name"
    for s, right in zip(seen, _right(seen, ours), strict=True):
        if not right:
            called = names[s.gold.cluster]
            yield ActorMiss(
                path=s.path,
                kind=s.gold.kind,
                sort=s.sort,
                text=s.text,
                wanted=min(called, key=lambda name: (-called[name], name)),
                found=s.meant.name if s.meant else None,
            )
