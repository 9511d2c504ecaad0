"""An article as attribution sees it: mentions by place, statements by id, the parse."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.actors import Cast, Serving
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
    serving: Serving = field(init=False)

    def __post_init__(self) -> None:
        self.starts = [m.span.start for m in self.mentions]
        self.serving = Serving(self.mentions, self.cast)

    def mentions_in(self, start: int, end: int) -> Sequence[ActorMention]:
        """The mentions that lie in the characters `[start, end)`."""
        left = bisect_left(self.starts, start)
        right = bisect_left(self.starts, end)
        return [m for m in self.mentions[left:right] if m.span.end <= end + 2]

    def mentions_ending_in(self, start: int, end: int) -> Sequence[ActorMention]:
        """The same, with one that begins before: a source may leave out the "Mr." of "Mr. Dorn"."""
        at = bisect_left(self.starts, start) - 1
        before = [m for m in self.mentions[max(at, 0) : at + 1] if start < m.span.end <= end + 2]
        return [*before, *self.mentions_in(start, end)]

    def tokens_in(self, spans: Sequence[Span]) -> list[Token]:
        """The tokens of these spans in text order."""
        return [t for span in spans for t in self.parse.between(span.start, span.end)]


def covers(spans: Sequence[Span], start: int, end: int) -> bool:
    """Whether one of the spans holds all the characters `[start, end)`."""
    return any(s.start <= start and end <= s.end for s in spans)
