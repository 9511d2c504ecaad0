"""What an article's readers hand each other: a reference to an actor, still being settled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from onrecord.language.parse import Parse, Token
from onrecord.records import ActorKind, Article

Form = Literal["name", "metonym", "demonym", "description", "pronoun", "collective", "unnamed"]


@dataclass(slots=True)
class Reference:
    """Tokens `[first, last)` that point at an actor; what is not known yet is None.

    `key` is the base's key where the base settles it. `rank` is the group of a title's head word
    ("leader", "envoy"), `possessor` the name of the person whose envoy or aide it is.
    """

    first: int
    last: int
    form: Form
    kind: ActorKind | None
    name: str | None
    method: str
    key: str | None = None
    role: str | None = None
    of: str | None = None
    rank: str | None = None
    former: bool = False
    plural: bool = False
    possessor: str | None = None
    gender: str | None = None


@dataclass(slots=True)
class Title:
    """A title or description: tokens `[first, last)`, its head noun, and what it says.

    `of` is the state or body it is named with; `adjective` an unknown one ("Arvenian"). `definite`
    is False for "a senior official", True for "the official" and for a bare title before a name.
    """

    first: int
    last: int
    head: int
    role: str
    rank: str
    speaks: bool
    plural: bool
    definite: bool
    former: bool
    of: str | None = None
    adjective: str | None = None
    possessor: int | None = None  # the token that ends the possessor's name
    body: Literal["", "government", "other"] = ""

    def indefinite_or_named(self) -> bool:
        """Whether it can stand before a comma and a name: "the head of the delegation, …"."""
        return self.first != self.head or self.last > self.head + 1


@dataclass(slots=True)
class Reader:
    """An article with its parse, and where its quotations and known names stand."""

    article: Article
    parse: Parse
    quoted: Sequence[bool]
    lower: Sequence[str]
    known: dict[int, Known] = field(default_factory=dict)  # token → the known surface that holds it
    lower_words: frozenset[str] = frozenset()  # words that the article writes in lower case
    capital_words: frozenset[str] = (
        frozenset()
    )  # words with a capital that their place is no reason for

    surnames: frozenset[str] = frozenset()  # words of the article that are known surnames
    second_words: frozenset[str] = frozenset()  # words behind another word with a capital
    bodies: dict[int, tuple[int, int]] = field(default_factory=dict)  # token → its ORG entity
    datelines: frozenset[int] = frozenset()  # tokens of a dateline's place, which acts in nothing

    def text(self, first: int, last: int) -> str:
        """The article's own characters of tokens `[first, last)`."""
        tokens = self.parse.tokens
        return self.article.text[tokens[first].start : tokens[last - 1].end]

    def block_kind(self, token: int) -> str:
        """The kind of block that a token stands in."""
        sentence = self.parse.sentences[self.parse.tokens[token].sentence]
        return self.article.blocks[sentence.block].kind

    def same_sentence(self, left: int, right: int) -> bool:
        """Whether both are tokens of one sentence."""
        tokens = self.parse.tokens
        return (
            0 <= left < len(tokens)
            and 0 <= right < len(tokens)
            and tokens[left].sentence == tokens[right].sentence
        )

    def touches(self, left: int) -> bool:
        """Whether the token is followed by the next one without white space."""
        tokens = self.parse.tokens
        return left + 1 < len(tokens) and tokens[left].end == tokens[left + 1].start

    def word(self, at: int) -> Token | None:
        """The token at this place, or None outside the text."""
        return self.parse.tokens[at] if 0 <= at < len(self.parse.tokens) else None


@dataclass(slots=True)
class Known:
    """A surface of the base found in the text: tokens `[first, last)` and what it can mean."""

    first: int
    last: int
    key: str
    name: str
    form: str
    kind: ActorKind
    ambiguous: bool = False


OPENING, CLOSING = "“«„", "”»"


def read_quotations(parse: Parse) -> list[bool]:
    """For every token whether it stands inside double quotation marks of its own block."""
    inside = False
    block = -1
    marks = []
    for token in parse.tokens:
        now = parse.sentences[token.sentence].block
        if now != block:
            inside, block = False, now
        if token.text in OPENING:
            inside = True
        marks.append(inside)
        if token.text in CLOSING:
            inside = False
        elif token.text in {'"', "``", "''"}:
            inside = not inside
    return marks
