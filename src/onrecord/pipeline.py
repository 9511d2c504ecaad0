"""The flow as one list of stages, from a page to what stands between the parties.

A stage is a plain function: it gets what it `reads` in that order and gives what it `writes`.
`per` tells an engine what may be split: an "article" stage knows one article and nothing of the
others; a "corpus" stage knows them all. Records of an article stage come as a tuple, in the order
of the text; a corpus stage gets the records of all articles in the record's stable order.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Literal

from onrecord import actors, negotiation, places, positions, quantities, reconciliation, times
from onrecord.attribution import attribute
from onrecord.language.encoding import Encoding
from onrecord.language.marking import mark_positions
from onrecord.language.parse import Parse
from onrecord.positions.holders import slug
from onrecord.records import (
    Actor,
    ActorLink,
    ActorMention,
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
    PositionMark,
    QuantityMention,
    Report,
    Shift,
    Statement,
    Step,
    TimeMention,
)
from onrecord.statements import find_statements


@dataclass(frozen=True, slots=True, kw_only=True)
class Horizon:
    """As of which day the record is read, and after how many days a word counts as stale.

    Both None: as of the latest publication on record, and nothing grows stale.
    """

    as_of: dt.date | None = None
    days: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One step of the flow; see the top of this file.

    What `remembers` is also given, as `memory`, what its parts made before.
    """

    name: str
    reads: tuple[Any, ...]
    writes: tuple[type, ...]
    run: Callable[..., Any]
    per: Literal["article", "corpus"]
    remembers: bool = False


Base = actors.ActorBase
Gazetteer = places.Gazetteer
Cast = actors.Cast
Codebook = positions.Codebook
Links = actors.Links
PartyNames = reconciliation.PartyNames
Sighting = reconciliation.Sighting
Told = reconciliation.Told
Witnesses = reconciliation.Witnesses

# What a stage gets one of; of everything else it gets all there is. In the light mode the encoding
# is None.
SINGLE = frozenset(
    {
        Article,
        Parse,
        Encoding,
        ArticleDate,
        Base,
        Cast,
        Codebook,
        Gazetteer,
        Horizon,
        PartyNames,
        Told,
        Witnesses,
    }
)


def _stage(
    name: str,
    per: Literal["article", "corpus"],
    run: Callable[..., Any],
    reads: tuple[Any, ...],
    *writes: type,
    remembers: bool = False,
) -> Stage:
    return Stage(name=name, reads=reads, writes=writes, run=run, per=per, remembers=remembers)


def _link_actors(
    mentions: Iterable[ActorMention],
    articles: Iterable[Article],
    base: Base,
    decisions: Iterable[Decision],
) -> tuple[tuple[Actor, ...], Links, Cast, PartyNames]:
    cited = sorted({name for article in articles for name in article.cites})
    found, links = actors.find_links(mentions, base, cited, decisions)
    meant = {mention: actor for own in links.by_article.values() for mention, actor, _, _ in own}
    cast = Cast(actors={a.id: a for a in found}, links=meant)
    return found, links, cast, reconciliation.party_names(found)


def _build_cells(
    found: Iterable[Position],
    codebook: Codebook,
    witnesses: Witnesses,
    horizon: Horizon,
    dates: Iterable[ArticleDate],
) -> tuple[Cell, ...]:
    return negotiation.build_cells(
        found,
        codebook,
        witnesses,
        as_of=horizon.as_of,
        horizon_days=horizon.days,
        dates=tuple(dates),
    )


def _judge_issues(
    cells: Iterable[Cell],
    found: Iterable[Position],
    codebook: Codebook,
    witnesses: Witnesses,
    known: Iterable[Actor],
) -> tuple[IssueStatus, ...]:
    return negotiation.judge_issues(cells, found, codebook, witnesses, slugs=_slugs(known))


def _find_steps(
    found: Iterable[Position], codebook: Codebook, known: Iterable[Actor]
) -> tuple[Step, ...]:
    return negotiation.find_steps(found, codebook, slugs=_slugs(known))


def _measure_movement(
    found: Iterable[Position],
    codebook: Codebook,
    known: Iterable[Actor],
    dates: Iterable[ArticleDate],
) -> tuple[Movement, ...]:
    return negotiation.measure_movement(found, codebook, slugs=_slugs(known), dates=tuple(dates))


def _slugs(known: Iterable[Actor]) -> dict[str, str]:
    """The codebook's word for each party, by the party's id."""
    return {actor.id: slug(actor.listed_name) for actor in known if actor.kind != "unnamed"}


FLOW: tuple[Stage, ...] = (
    # What stands in one article.
    _stage("statements", "article", find_statements, (Article, Parse, Encoding), Statement),
    _stage("positions.marks", "article", mark_positions, (Article, Parse), PositionMark),
    _stage(
        "actors.mentions", "article", actors.find_mentions, (Article, Parse, Base), ActorMention
    ),
    _stage("times", "article", times.find_times, (Article, Parse), TimeMention),
    _stage("times.date", "article", times.date_article, (Article, Parse, TimeMention), ArticleDate),
    _stage("places", "article", places.find_places, (Article, Parse, Gazetteer), PlaceMention),
    _stage("quantities", "article", quantities.find_quantities, (Article, Parse), QuantityMention),
    # Who they are, over all articles.
    _stage(
        "actors",
        "corpus",
        _link_actors,
        (ActorMention, Article, Base, Decision),
        Actor,
        ActorLink,
        Cast,
        PartyNames,
    ),
    # Who said it, for whom, and what they want.
    _stage(
        "attribution",
        "article",
        attribute,
        (
            Article,
            Parse,
            Statement,
            ActorMention,
            Cast,
            TimeMention,
            PlaceMention,
            QuantityMention,
            ArticleDate,
        ),
        Attribution,
    ),
    _stage(
        "positions",
        "article",
        positions.find_positions,
        (
            Article,
            Parse,
            Statement,
            Attribution,
            ActorMention,
            Cast,
            TimeMention,
            Codebook,
            PositionMark,
        ),
        Position,
    ),
    _stage(
        "positions.plans",
        "article",
        positions.find_plans,
        (Article, Parse, ActorMention, Cast, TimeMention, Codebook),
        Plan,
    ),
    _stage(
        "reconciliation.assessments",
        "article",
        reconciliation.find_assessments,
        (Article, Statement, Attribution, ActorMention, QuantityMention, TimeMention, Cast),
        Assessment,
    ),
    _stage(
        "reconciliation.sightings",
        "article",
        reconciliation.find_sightings,
        (Article, Parse, TimeMention, PlaceMention, ActorMention, ArticleDate, Cast),
        Sighting,
    ),
    # What people settled outranks what was read.
    _stage(
        "positions.settled",
        "corpus",
        positions.settle_positions,
        (Position, Decision, Article, Statement, Actor, Codebook),
        Position,
    ),
    # Which reports agree, who copied whom, what clashes, what moved.
    _stage(
        "reconciliation.copies",
        "corpus",
        reconciliation.find_copies,
        (Article,),
        Copy,
        remembers=True,
    ),
    _stage(
        "reconciliation.witnesses",
        "corpus",
        reconciliation.find_witnesses,
        (Article, Copy, Attribution, Cast),
        Witnesses,
    ),
    _stage(
        "reconciliation.reports",
        "corpus",
        reconciliation.join_reports,
        (Article, Statement, Attribution, Witnesses, ArticleDate),
        Report,
        remembers=True,
    ),
    _stage(
        "reconciliation.dates",
        "corpus",
        reconciliation.date_by_reports,
        (Article, Attribution, Report, ArticleDate),
        ArticleDate,
    ),
    _stage(
        "reconciliation.told",
        "article",
        reconciliation.read_told,
        (Article, Statement, Attribution, QuantityMention, PartyNames),
        Told,
    ),
    _stage(
        "reconciliation.contradictions",
        "corpus",
        reconciliation.compare_told,
        (Told, Position, Report, Cast),
        Contradiction,
    ),
    _stage(
        "reconciliation.shifts",
        "corpus",
        reconciliation.find_shifts,
        (Position, Codebook, ArticleDate, Statement, Report, Article),
        Shift,
    ),
    _stage("reconciliation.events", "corpus", reconciliation.find_events, (Sighting,), Event),
    _stage("reconciliation.plans", "corpus", reconciliation.merge_plans, (Plan,), Plan),
    # What stands between the parties.
    _stage(
        "negotiation.cells",
        "corpus",
        _build_cells,
        (Position, Codebook, Witnesses, Horizon, ArticleDate),
        Cell,
    ),
    _stage(
        "negotiation.issues",
        "corpus",
        _judge_issues,
        (Cell, Position, Codebook, Witnesses, Actor),
        IssueStatus,
    ),
    _stage("negotiation.steps", "corpus", _find_steps, (Position, Codebook, Actor), Step),
    _stage(
        "negotiation.deadlocks",
        "corpus",
        negotiation.find_deadlocks,
        (Position, Step, Codebook),
        Deadlock,
    ),
    _stage(
        "negotiation.conflicts",
        "corpus",
        negotiation.find_conflicts,
        (Cell, IssueStatus, Codebook),
        Conflict,
    ),
    _stage(
        "negotiation.packages",
        "corpus",
        negotiation.build_packages,
        (Cell, IssueStatus, Codebook),
        Package,
    ),
    _stage(
        "negotiation.movement",
        "corpus",
        _measure_movement,
        (Position, Codebook, Actor, ArticleDate),
        Movement,
    ),
)

# Passes over the record: stages that can run together on one article, or on the whole corpus.
PASSES: tuple[tuple[Stage, ...], ...] = tuple(
    tuple(stages) for _, stages in groupby(FLOW, key=lambda stage: stage.per)
)


def run_stages(stages: Iterable[Stage], known: dict[Any, Any]) -> dict[type, Any]:
    """What these stages of one article write, by type; `known` holds what they may read."""
    written: dict[type, Any] = {}
    for stage in stages:
        made = stage.run(*(known[kind] for kind in stage.reads))
        for kind, records in by_kind(stage, made):
            known[kind] = records
            written[kind] = (records,) if kind in SINGLE else records
    return written


def by_kind(stage: Stage, made: Any) -> Iterator[tuple[type, Any]]:
    """Yield (type, records) of what a stage gave: one result, or one for each type it writes."""
    yield from zip(stage.writes, made if len(stage.writes) > 1 else (made,), strict=True)
