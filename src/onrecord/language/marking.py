"""Where a sentence holds a position: the words of its matter, and which act it is.

A linear model weighs plain clues of each part of a sentence that could be such a matter. Learnt by
`training/positions` from labelled sentences of news: see the model card in `mark_weights/`. Method:
logistic regression, for the act with several classes; of candidates that overlap the likelier.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import get_args

import numpy as np

from onrecord.errors import ModelUnreadable
from onrecord.language import clue_table
from onrecord.language.clue_table import REMEDY, ClueTable, Floats, read_checked
from onrecord.language.matter_clues import Candidate, candidates_of, clues_of
from onrecord.language.parse import Parse, Sentence, Token
from onrecord.records import Act, Article, PositionMark, Span, identity

MARK_WEIGHTS = Path(__file__).with_name("mark_weights")
FILE, SETTINGS = "marks.npz", "marks.json"
ACTS: tuple[Act, ...] = get_args(Act)
CLASSES = ("matter", *ACTS)
# The chance from which a mark is kept: a construction in a sentence without one counts for less
# (see positions/marked.py, where .05 and .15 are compared).
LEAST = 0.05
MOST = 250  # tokens of a sentence that is read: those longer are lists and tables
SKIPPED = frozenset(("title", "heading", "dateline"))  # blocks that are no sentence of the text
EDGES = " \t\n\"'“”‘’«»,.;:!?()[]–—-"  # what no matter begins or ends with


@dataclass(frozen=True, slots=True)
class Matter:
    """A candidate, the chance of its being the matter of a position, and those of its acts."""

    candidate: Candidate
    chance: float
    acts: tuple[float, ...]  # in the order of ACTS; sums to 1


def mark_positions(article: Article, parse: Parse) -> tuple[PositionMark, ...]:
    """The marks of all positions in the article's sentences, in the order of their matters.

    None without syntax (light mode). Time grows linearly with the text. Raises ModelUnreadable.
    """
    if not parse.has_syntax:
        return ()
    table = load_mark_table()
    return tuple(
        mark
        for sentence in parse.sentences
        if is_read(article, parse, sentence)
        for mark in _marks_of(table, article, parse.tokens_of(sentence))
    )


def is_read(article: Article, parse: Parse, sentence: Sentence) -> bool:
    """Whether the model reads this sentence at all."""
    short = sentence.last - sentence.first <= MOST
    return parse.has_syntax and short and article.blocks[sentence.block].kind not in SKIPPED


def _marks_of(
    table: ClueTable, article: Article, tokens: Sequence[Token]
) -> Iterator[PositionMark]:
    for matter in matters_of(table, tokens):
        first, last = matter.candidate.first, matter.candidate.last
        span = _trimmed(article, tokens[first].start, tokens[last - 1].end)
        if span is None:
            continue
        act = int(np.argmax(matter.acts))
        yield PositionMark(
            id=identity("position mark", article.id, str(span.start), str(span.end)),
            article=article.id,
            span=span,
            act=ACTS[act],
            chance=_short(matter.chance),
            act_chance=_short(matter.acts[act]),
        )


def matters_of(table: ClueTable, tokens: Sequence[Token]) -> list[Matter]:
    """The likeliest matters of a sentence that share no word, of at least LEAST, in text order."""
    candidates = list(candidates_of(tokens))
    if not candidates:
        return []
    scores = table.scores([clues_of(tokens, one) for one in candidates])
    chances = 1 / (1 + np.exp(-np.clip(scores[:, 0].astype(np.float64), -30, 30)))
    order = sorted(
        (at for at in range(len(candidates)) if chances[at] >= LEAST),
        key=lambda at: (-chances[at], candidates[at].first, candidates[at].last),
    )
    taken: list[int] = []
    for at in order:
        one = candidates[at]
        others = (candidates[other] for other in taken)
        if all(one.last <= other.first or other.last <= one.first for other in others):
            taken.append(at)
    found = [Matter(candidates[at], float(chances[at]), _acts(scores[at])) for at in taken]
    return sorted(found, key=lambda matter: matter.candidate.first)


def _acts(scores: Floats) -> tuple[float, ...]:
    raised = np.exp(scores[1:].astype(np.float64) - scores[1:].max())
    return tuple(float(chance) for chance in raised / raised.sum())


def _short(chance: float) -> float:
    """A chance to four places: further ones differ between processors."""
    return round(chance, 4)


def _trimmed(article: Article, start: int, end: int) -> Span | None:
    """The words without signs at their edges; None: no words."""
    while start < end and article.text[start] in EDGES:
        start += 1
    while start < end and article.text[end - 1] in EDGES:
        end -= 1
    return article.span(start, end) if start < end else None


@cache
def load_mark_table(folder: Path = MARK_WEIGHTS) -> ClueTable:
    """The model that ships with the package, loaded once per process. Raises ModelUnreadable."""
    raw, _ = read_checked(folder, FILE, SETTINGS)
    try:
        table, _ = clue_table.unpack(raw, len(CLASSES))
    except (ValueError, KeyError, OSError, zipfile.BadZipFile) as error:
        raise ModelUnreadable(folder / FILE, f"cannot be loaded: {error}", REMEDY) from error
    return table
