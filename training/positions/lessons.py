"""Labelled sentences as candidates with their clues, each the matter of an act or of none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.evaluation.gold.positions import GoldPosition, GoldSentence
from onrecord.evaluation.gold.texts import article_of
from onrecord.language.english import parse_article
from onrecord.language.marking import MOST
from onrecord.language.matter_clues import Candidate, candidates_of, clues_of
from onrecord.language.parse import Token
from onrecord.records import Act

HELD_OUT = 6  # one article in so many is kept to measure on
SAME = 0.3  # share of common tokens from which the nearest candidate is taken for the matter
NEAR = 0.4  # from which another one is neither right nor wrong, and is not learnt from


@dataclass(frozen=True, slots=True, eq=False)
class Choice:
    """A candidate with its clues. `act` is that of the position whose matter it is, or None;
    `near` says that it shares much with a matter whose best candidate is another one.
    """

    candidate: Candidate
    clues: list[str]
    act: Act | None
    near: bool


@dataclass(frozen=True, slots=True, eq=False)
class Lesson:
    """A sentence: its tokens, its candidates, and the labelled positions with their tokens."""

    tokens: tuple[Token, ...]
    choices: tuple[Choice, ...]
    wanted: tuple[tuple[Act, frozenset[int]], ...]
    article: str

    @property
    def held_out(self) -> bool:
        """Whether it belongs to the articles that are kept to measure on."""
        return int(self.article[8:16], 16) % HELD_OUT == 0


def prepare(sentences: Iterable[GoldSentence]) -> Iterator[Lesson]:
    """Yield a lesson for each labelled sentence, parsed by itself."""
    for sentence in sentences:
        text = sentence.article.text[sentence.start : sentence.end]
        parse = parse_article(article_of("sentence", text))
        for part in parse.sentences:
            tokens = parse.tokens_of(part)
            if 0 < len(tokens) <= MOST:
                yield _lesson(sentence, tokens)


def _lesson(sentence: GoldSentence, tokens: tuple[Token, ...]) -> Lesson:
    wanted = [(p.act, _tokens_of(tokens, sentence, p)) for p in sentence.positions]
    wanted = [(act, words) for act, words in wanted if words]
    candidates = list(candidates_of(tokens))
    spans = [frozenset(range(one.first, one.last)) for one in candidates]
    acts: dict[int, Act] = {}
    for act, words in wanted:
        best = max(range(len(spans)), key=lambda n: _common(words, spans[n]), default=None)
        if best is not None and _common(words, spans[best]) >= SAME:
            acts[best] = act
    choices = (
        Choice(
            one,
            clues_of(tokens, one),
            acts.get(n),
            n not in acts and any(_common(words, spans[n]) > NEAR for _, words in wanted),
        )
        for n, one in enumerate(candidates)
    )
    return Lesson(tokens, tuple(choices), tuple(wanted), sentence.article.id)


def _tokens_of(
    tokens: Sequence[Token], sentence: GoldSentence, position: GoldPosition
) -> frozenset[int]:
    """The tokens of a position's matter, counted from the sentence's first."""
    start, end = (at - sentence.start for at in position.matter)
    return frozenset(n for n, t in enumerate(tokens) if t.start < end and start < t.end)


def _common(one: frozenset[int], other: frozenset[int]) -> float:
    return len(one & other) / len(one | other) if one | other else 0.0
