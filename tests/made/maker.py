"""Builds records by hand: every span is found in the article's own text and made by the article."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from onrecord.records import (
    Actor,
    ActorKind,
    ActorLink,
    ActorMention,
    Affiliation,
    Article,
    ArticleDate,
    Attribution,
    Block,
    BlockKind,
    Clause,
    Condition,
    Interval,
    Plan,
    Position,
    Segment,
    Span,
    Statement,
    identity,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeRecord:
    """A whole record from articles to plans, as the readers of text would hand it on."""

    articles: tuple[Article, ...]
    actors: tuple[Actor, ...]
    links: tuple[ActorLink, ...]
    mentions: tuple[ActorMention, ...]
    statements: tuple[Statement, ...]
    attributions: tuple[Attribution, ...]
    positions: tuple[Position, ...]
    plans: tuple[Plan, ...]
    dates: tuple[ArticleDate, ...]

    def party(self, name: str) -> str:
        """The id of the actor with this name."""
        return next(a.id for a in self.actors if a.name == name)

    @property
    def names(self) -> dict[str, str]:
        """The name of each actor, by its id."""
        return {a.id: a.name for a in self.actors}

    @property
    def slugs(self) -> dict[str, str]:
        """The codebook's word for each party, by its id."""
        return {a.id: a.name.lower() for a in self.actors if a.kind == "government"}


def day(text: str) -> Interval:
    """The interval of one day, written 2031-05-03."""
    start = dt.date.fromisoformat(text)
    return Interval(
        start=start, end=start + dt.timedelta(days=1), precision="day", basis=f"text: {text}"
    )


@dataclass(slots=True)
class Maker:
    """Collects the records of one made record; the methods return what they added."""

    articles: list[Article] = field(default_factory=list)
    actors: dict[str, Actor] = field(default_factory=dict)
    links: list[ActorLink] = field(default_factory=list)
    mentions: list[ActorMention] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    attributions: list[Attribution] = field(default_factory=list)
    positions: list[Position] = field(default_factory=list)
    plans: list[Plan] = field(default_factory=list)
    dates: list[ArticleDate] = field(default_factory=list)

    def done(self) -> MadeRecord:
        """Everything, as records."""
        return MadeRecord(
            articles=tuple(self.articles),
            actors=tuple(self.actors.values()),
            links=tuple(self.links),
            mentions=tuple(self.mentions),
            statements=tuple(self.statements),
            attributions=tuple(self.attributions),
            positions=tuple(self.positions),
            plans=tuple(self.plans),
            dates=tuple(self.dates),
        )

    def article(
        self, path: str, outlet: str, published: str | None, title: str, *paragraphs: str
    ) -> Article:
        """An article of a title and paragraphs, whose original is its text."""
        blocks: list[Block] = []
        text = ""
        kinds: list[BlockKind] = ["title"]
        kinds += ["paragraph"] * len(paragraphs)
        for kind, part in zip(kinds, (title, *paragraphs), strict=True):
            text += "\n\n" if text else ""
            blocks.append(Block(start=len(text), end=len(text) + len(part), kind=kind))
            text += part
        sha256 = hashlib.sha256(text.encode()).hexdigest()
        article = Article(
            id=sha256,
            path=path,
            sha256=sha256,
            text=text,
            raw=text,
            encoding="utf-8",
            segments=(Segment(start=0, length=len(text), raw_start=0, raw_length=len(text)),),
            blocks=tuple(blocks),
            title=title,
            outlet=outlet,
            language="en",
            published=replace(day(published), basis="metadata") if published else None,
        )
        self.articles.append(article)
        self.dates.append(ArticleDate(article=article.id, published=article.published))
        return article

    def actor(self, name: str, kind: ActorKind, party: str | None = None, role: str = "") -> Actor:
        """An actor under this name; a government speaks for itself, others for `party`."""
        if name in self.actors:
            return self.actors[name]
        key = name.lower()
        own = identity("actor", key)
        speaks_for: tuple[Affiliation, ...] = ()
        if kind == "government":
            speaks_for = (Affiliation(party=own, role=None, from_=None, to=None, basis="itself"),)
        elif party is not None:
            speaks_for = (
                Affiliation(
                    party=self.actor(party, "government").id,
                    role=role or None,
                    from_=None,
                    to=None,
                    basis=f"text: {role}",
                ),
            )
        actor = Actor(id=own, key=key, name=name, kind=kind, speaks_for=speaks_for)
        self.actors[name] = actor
        return actor

    def says(
        self,
        article: Article,
        *,
        source: str,
        cue: str,
        content: str,
        actor: Actor | None,
        said: str | None = None,
        via: Sequence[Actor] = (),
    ) -> Statement:
        """A statement with its attribution, mention and link.

        Source and cue are looked for in the paragraph that holds the content.
        """
        block = next(b for b in article.blocks if content in article.text[b.start : b.end])
        spans = {
            role: find(article, words, block.start, block.end)
            for role, words in (("source", source), ("cue", cue), ("content", content))
        }
        own = spans["content"]
        quoted = article.text[own.start - 1 : own.start] in {"“", '"'}
        statement = Statement(
            id=identity("statement", article.id, *(f"{s.start}:{s.end}" for s in spans.values())),
            article=article.id,
            source=(spans["source"],),
            cue=(spans["cue"],),
            content=(own,),
            kind="direct" if quoted else "indirect",
            channel="direct_quote" if quoted else "indirect_quote",
        )
        self.statements.append(statement)
        if actor is not None:
            self._mention(article, spans["source"], actor)
        party = actor.speaks_for[0].party if actor is not None and actor.speaks_for else None
        self.attributions.append(
            Attribution(
                statement=statement.id,
                article=article.id,
                speaker=actor.id if actor is not None else None,
                speaker_text=source,
                party=party,
                via=tuple(a.id for a in via),
                said=day(said) if said else None,
                method="named beside the cue",
            )
        )
        return statement

    def _mention(self, article: Article, span: Span, actor: Actor) -> None:
        mention = ActorMention(
            id=identity("mention", article.id, str(span.start), str(span.end)),
            article=article.id,
            span=span,
            form="name",
            kind=actor.kind,
            name=actor.name,
        )
        self.mentions.append(mention)
        self.links.append(
            ActorLink(mention=mention.id, article=article.id, actor=actor.id, method="same name")
        )

    def position(
        self, article: Article, words: str, statement: Statement | None, **fields: Any
    ) -> Position:
        """A position in these words; from a statement it takes speaker, party and time said.

        Without a statement it is the reporter's account, of the party given by `party`.
        """
        span = find(article, words)
        taken: dict[str, Any] = {
            "voice": "reporter",
            "statements": (),
            "party": None,
            "party_text": "",
            "speaker": None,
            "about": None,
            "issue": None,
            "values": (),
            "step": None,
            "said": None,
            "method": "made by hand",
        }
        if statement is not None:
            meant = next(a for a in self.attributions if a.statement == statement.id)
            taken |= {
                "voice": "party",
                "statements": (statement.id,),
                "party": meant.party,
                "party_text": meant.speaker_text or "",
                "speaker": meant.speaker,
                "said": meant.said,
            }
        taken |= fields
        position = Position(
            id=identity(
                "position",
                article.id,
                f"{span.start}:{span.end}",
                taken["act"],
                taken["party_text"],
                str(taken["issue"]),
                str(taken["step"]),
            ),
            article=article.id,
            spans=(span,),
            **taken,
        )
        self.positions.append(position)
        return position

    def plan(
        self, name: str, author: Actor, article: Article, clauses: Sequence[tuple[str, str, str]]
    ) -> Plan:
        """A plan of clauses, each an issue, a value and the words of the article."""
        plan = Plan(
            id=identity("plan", name, article.id),
            name=name,
            author=author.id,
            said=None,
            articles=(article.id,),
            clauses=tuple(
                Clause(
                    issue=issue,
                    value=value,
                    step=None,
                    article=article.id,
                    spans=(find(article, words),),
                )
                for issue, value, words in clauses
            ),
        )
        self.plans.append(plan)
        return plan


def find(article: Article, words: str, start: int = 0, end: int | None = None) -> Span:
    """The span of these words, which must stand exactly once in `text[start:end]`."""
    found = article.text.count(words, start, end)
    if found != 1:
        raise AssertionError(f"{words!r} stands {found} times in the article")
    at = article.text.index(words, start, end)
    return article.span(at, at + len(words))


def needs(
    article: Article,
    words: str,
    *,
    step: str | None = None,
    issue: str | None = None,
    value: str | None = None,
    party: str | None = None,
    group: int = 0,
    **fields: Any,
) -> Condition:
    """The condition that a step, or a value, comes first; in these words."""
    taken: dict[str, Any] = {"type": "only_after", "timing": "before"}
    taken |= fields
    return Condition(
        group=group,
        party=party,
        issue=issue,
        value=value,
        step=step,
        span=find(article, words),
        **taken,
    )
