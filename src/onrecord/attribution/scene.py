"""An article as attribution sees it: mentions by place, statements by id, the parse."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.actors import Cast
from onrecord.language.parse import Parse, Token
from onrecord.records import ActorMention, Article, Span, Statement


@dataclass(slots=True)
class Scene:
    """The records of one article, ready to be asked; `mentions` are in text order."""

    article: Article
    parse: Parse
    cast: Cast
    mentions: Sequence[ActorMention]
    statements: dict[str, Statement]
    starts: list[int] = field(default_factory=list)
    titled: dict[str, list[ActorMention]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.starts = [m.span.start for m in self.mentions]
        for mention in self.mentions:
            if mention.role is not None and (actor := self.cast.actor_at(mention.id)) is not None:
                self.titled.setdefault(actor.id, []).append(mention)

    def roles_of(self, actor: str) -> Sequence[ActorMention]:
        """The mentions of an actor that carry a title."""
        return self.titled.get(actor, ())

    def mentions_in(self, start: int, end: int) -> Sequence[ActorMention]:
        """The mentions that lie in the characters `[start, end)`."""
        left = bisect_left(self.starts, start)
        right = bisect_left(self.starts, end)
        return [m for m in self.mentions[left:right] if m.span.end <= end + 2]

    def tokens_in(self, spans: Sequence[Span]) -> list[Token]:
        """The tokens of these spans in text order."""
        return [t for span in spans for t in self.parse.between(span.start, span.end)]


def covers(spans: Sequence[Span], start: int, end: int) -> bool:
    """Whether one of the spans holds all the characters `[start, end)`."""
    return any(s.start <= start and end <= s.end for s in spans)
