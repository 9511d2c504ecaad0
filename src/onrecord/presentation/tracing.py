"""From an id to the words behind it: what a record says, and where it stands in the article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from onrecord.actors import actor_id, read_who
from onrecord.actors.decided import ACTOR
from onrecord.articles import printed_page
from onrecord.errors import NotOnRecord
from onrecord.presentation.correcting import rejected_positions
from onrecord.presentation.notebook import as_quotes
from onrecord.presentation.settled import settled_beside
from onrecord.presentation.wording import say_interval
from onrecord.records import (
    Actor,
    ActorLink,
    ActorMention,
    Article,
    ArticleDate,
    Attribution,
    Decision,
    Position,
    Span,
)
from onrecord.store import View
from onrecord.store.evidence import spans_of
from onrecord.store.rows import to_json
from onrecord.store.schema import KIND_OF

AROUND = 200  # characters of context on each side of a quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A quote with what stands before and after it in its article."""

    path: str
    outlet: str
    published: str
    before: str
    quote: str
    after: str
    start: int
    end: int
    mention: str = ""  # of an actor: the mention's id, for `onrecord decide means`
    reason: str = ""  # of an actor: why these words mean it
    page: int | None = None  # of a PDF


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One record: its kind (the table's name), id, JSON fields, and every passage it cites.

    `beside` holds what was concluded of it (a statement's attribution), or who settled it when and
    how (a position), as JSON. `names` says whom and which article the ids in both mean.
    """

    kind: str
    id: str
    fields: dict[str, Any]
    beside: dict[str, Any] | None
    passages: tuple[Passage, ...]
    names: dict[str, str] = field(default_factory=dict)

    def _repr_html_(self) -> str:
        """Its passages as a notebook shows them."""
        return as_quotes(self.kind, self.id, self.passages, AROUND)


def show(view: View, record_id: str) -> Shown:
    """The record with this id, or the one whose id begins so. Raises NotOnRecord.

    A path of an article serves as its id.
    """
    record = _find(view, record_id)
    fields = to_json(record)
    if isinstance(record, Article):
        fields.pop("raw")
        fields.pop("segments")
    if isinstance(record, Actor):
        return Shown(
            kind=KIND_OF[Actor].table,
            id=record.id,
            fields=fields,
            beside=None,
            passages=tuple(_mentions(view, record)),
        )
    beside = settled_beside(view, record.id) if isinstance(record, Position) else None
    attribution = next(view.all(Attribution, statement=record.id), None)
    spans = dict.fromkeys(
        (article, span) for article, span in spans_of(record) if article is not None
    )
    beside = to_json(attribution) if attribution else beside
    return Shown(
        kind=KIND_OF[type(record)].table,
        id=record.id,
        fields=fields,
        beside=beside,
        passages=tuple(_passage(view, article, span) for article, span in spans),
        names=_names(view, [*fields.values(), *(beside or {}).values()]),
    )


def _names(view: View, values: list[Any]) -> dict[str, str]:
    """What the ids among these values mean: an actor's name, an article's path."""
    ids = {
        v
        for value in values
        for v in (value if isinstance(value, list) else [value])
        if isinstance(v, str)
    }
    known = {a.id: a.name for a in view.all(Actor)} | {a.id: a.path for a in view.articles.values()}
    return {i: known[i] for i in sorted(ids & known.keys())}


def _mentions(view: View, actor: Actor) -> Iterator[Passage]:
    """Yield where the articles mean this actor, each with the reason."""
    found = []
    for link in view.all(ActorLink, actor=actor.id):
        mention = view.get(ActorMention, link.mention)
        if mention is not None:
            passage = _passage(view, mention.article, mention.span)
            found.append(replace(passage, mention=mention.id, reason=link.method))
    yield from sorted(found, key=lambda p: (p.published or "9999", p.path, p.start))


def _find(view: View, record_id: str) -> Any:
    by_path = next(view.all(Article, path=record_id), None)
    if by_path is not None:
        return by_path
    found = view.find(record_id) if record_id else ()
    exact = [record for record in found if record.id == record_id]
    if len(exact) == 1 or len(found) == 1:
        return (exact or found)[0]
    actor = None if found else _named(view, record_id) or _redirected(view, record_id)
    if actor is not None:
        return actor
    if not found:
        gone = [p for p in rejected_positions(view) if record_id and p.id.startswith(record_id)]
        if len(gone) == 1:
            return gone[0]
    if not found:
        raise NotOnRecord(
            f"{record_id}: nothing on record has this id or path; ids stand in the last column of"
            " `onrecord positions`, `statements` and `actors`, paths in `onrecord articles`"
        )
    names = ", ".join(f"{KIND_OF[type(r)].table} {r.id[:12]}" for r in found[:5])
    raise NotOnRecord(f"{record_id}: several ids begin so ({names}); give more of it")


def _named(view: View, name: str) -> Actor | None:
    """The one actor with this name, or None."""
    actors = [a for a in view.all(Actor) if name == a.name]
    return actors[0] if len(actors) == 1 else None


def _redirected(view: View, record_id: str) -> Actor | None:
    """The actor that the one with this id was joined into, over several joins, or None."""
    joins = {
        d.target: actor_id(new.key)
        for d in view.all(Decision)
        if d.field == ACTOR and d.article is None and (new := read_who(d.new)) and new.key
    }
    found = next((t for t in sorted(joins) if record_id and t.startswith(record_id)), None)
    seen: set[str] = set()
    while found is not None and found not in seen:
        seen.add(found)
        actor = view.get(Actor, joins[found])
        if actor is not None:
            return actor
        found = joins[found] if joins[found] in joins else None
    return None


def _passage(view: View, article_id: str, span: Span) -> Passage:
    article = view.articles[article_id]
    date = view.get(ArticleDate, article_id)
    left, right = max(0, span.start - AROUND), span.end + AROUND
    return Passage(
        path=article.path,
        outlet=article.outlet or "",
        published=say_interval(date.published if date else None),
        before=article.text[left : span.start],
        quote=span.text,
        after=article.text[span.end : right],
        start=span.start,
        end=span.end,
        page=printed_page(article, span.start),
    )
