"""The record, gathered once for the page: by id, with the names a reader knows things by."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol, TypeVar

from onrecord.actors import Cast
from onrecord.errors import CodebookError
from onrecord.positions import Codebook, Issue
from onrecord.presentation.dossier.dates import settled_day, sort_day
from onrecord.presentation.dossier.words import plain_name
from onrecord.reconciliation import Witnesses, find_witnesses
from onrecord.records import (
    Actor,
    Article,
    ArticleDate,
    Attribution,
    Copy,
    Interval,
    Position,
    Skip,
    Statement,
    Step,
)

T = TypeVar("T")


class RecordView(Protocol):
    """What the dossier asks of a record; `store.View` answers it, and so does a test's own."""

    def all(self, kind: type[T], /) -> Iterator[T]:
        """Yield every record of a type, in stable order."""
        ...

    def skipped(self) -> tuple[Skip, ...]:
        """What was found and not read."""
        ...


@dataclass(frozen=True, kw_only=True)
class Lookup:
    """Records by id, articles in order of publication, and the day that ages are counted from.

    That day is the last settled day of publication; "or later" settles none.
    """

    view: RecordView
    codebook: Codebook
    articles: dict[str, Article]
    published: dict[str, Interval | None]
    actors: dict[str, Actor]
    statements: dict[str, Statement]
    attributions: dict[str, Attribution]
    positions: dict[str, Position]
    steps: dict[str, Step]
    copies: tuple[Copy, ...]
    as_of: dt.date | None

    def actor(self, actor_id: str | None) -> str:
        """The name of an actor; "" for None. A party that only a codebook names keeps its slug."""
        if actor_id is None:
            return ""
        known = self.actors.get(actor_id)
        return known.name if known is not None else plain_name(actor_id)

    def issue(self, issue_id: str) -> Issue | None:
        """The codebook's issue of this id; None where this codebook has none."""
        try:
            return self.codebook.issue(issue_id)
        except CodebookError:
            return None

    def issue_name(self, issue_id: str) -> str:
        """The name of an issue or step for a reader; a place left unnamed is "the territory"."""
        issue = self.issue(issue_id)
        if issue is None:
            return self.step_name(issue_id)
        name = issue.name
        for _, unnamed in issue.parameters:
            if unnamed in issue_id.split("."):
                name = name.replace(unnamed.replace("_", " ").title(), f"the {unnamed}")
        return name

    def value_name(self, issue_id: str | None, value: str) -> str:
        """The name of a value of an issue."""
        issue = self.issue(issue_id) if issue_id is not None else None
        known = issue.value(value) if issue is not None else None
        return known.name if known is not None else plain_name(value)

    def step_name(self, step_id: str) -> str:
        """The name of a step; a value of an issue that is asked for as a step is named as such."""
        issue, is_value, value = step_id.partition("=")
        if is_value:
            return f"“{self.value_name(issue, value)}” ({self.issue_name(issue)})"
        try:
            return self.codebook.step(step_id).name
        except CodebookError:
            return plain_name(step_id)

    @cached_property
    def witnesses(self) -> Witnesses:
        """Who printed, copied and passed on what: made when it is first asked for."""
        cast = Cast(actors=self.actors, links={})
        return find_witnesses(self.articles.values(), self.copies, self.attributions.values(), cast)

    def outlet(self, article: Article) -> str:
        """The outlet of an article, or its path where no outlet is known."""
        return article.outlet or article.path


def gather(view: RecordView, codebook: Codebook) -> Lookup:
    """Everything of a record that several sections read."""
    articles = {a.id: a for a in view.all(Article)}
    published = {a.id: a.published for a in articles.values()}
    published.update((d.article, d.published) for d in view.all(ArticleDate) if d.published)
    order = sorted(articles, key=lambda a: (sort_day(published[a]), articles[a].path, a))
    days = [day for when in published.values() if (day := settled_day(when)) is not None]
    return Lookup(
        view=view,
        codebook=codebook,
        articles={a: articles[a] for a in order},
        published=published,
        actors={a.id: a for a in view.all(Actor)},
        statements={s.id: s for s in view.all(Statement)},
        attributions={a.statement: a for a in view.all(Attribution)},
        positions={p.id: p for p in view.all(Position)},
        steps={s.id: s for s in view.all(Step)},
        copies=tuple(view.all(Copy)),
        as_of=max(days, default=None),
    )
