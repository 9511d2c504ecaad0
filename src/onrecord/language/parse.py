"""The parse of an article: tokens with their syntax, in sentences, in plain values.

Readers above use these and never the parser's own objects, so that a stored parse, a fresh one
and the light mode look the same. Without a parser `Parse.has_syntax` is False: `pos`, `tag`,
`dep` are "" and `lemma` is the lower-cased word, and every head is the token itself.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field


@dataclass(slots=True, eq=False)
class Token:
    """One token: `text` stands at `[start, end)` of the article's text.

    `i` counts from 0 through the article; `pos` are Universal Dependencies tags, `dep` ClearNLP
    labels ("nsubj", "ccomp", "ROOT"); `head` is the token itself at a root; `ent` is the label of
    the named entity that it belongs to ("PERSON") or "".
    """

    i: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    ent: str
    sentence: int
    head: Token = field(init=False, repr=False)
    children: list[Token] = field(default_factory=list, repr=False)

    def subtree(self) -> list[Token]:
        """This token and all below it, in text order."""
        found, stack = [], [self]
        while stack:
            token = stack.pop()
            found.append(token)
            stack.extend(token.children)
        return sorted(found, key=lambda t: t.i)

    def ancestors(self) -> Iterator[Token]:
        """The heads above this token, nearest first."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    def child(self, *deps: str) -> Token | None:
        """The first child with one of these dependency labels."""
        return next((c for c in self.children if c.dep in deps), None)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: tokens `[first, last)`; `block` is the index into `Article.blocks`."""

    i: int
    first: int
    last: int
    block: int


@dataclass(frozen=True, slots=True)
class Entity:
    """A named entity by the parser: tokens `[first, last)`, OntoNotes label ("GPE")."""

    first: int
    last: int
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Parse:
    """All tokens of an article in text order, its sentences and named entities."""

    article: str
    tokens: Sequence[Token]
    sentences: Sequence[Sentence]
    entities: Sequence[Entity]
    has_syntax: bool

    def tokens_of(self, sentence: Sentence) -> Sequence[Token]:
        """The tokens of one sentence."""
        return self.tokens[sentence.first : sentence.last]

    def between(self, start: int, end: int) -> Sequence[Token]:
        """The tokens that touch the characters `[start, end)`."""
        first = bisect_right(self.tokens, start, key=lambda t: t.end)
        last = bisect_left(self.tokens, end, key=lambda t: t.start)
        return self.tokens[first:last]

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds this character, or the nearest one before it."""
        at = bisect_right(self.tokens, offset, key=lambda t: t.start) - 1
        return self.sentences[self.tokens[at].sentence] if at >= 0 else None
