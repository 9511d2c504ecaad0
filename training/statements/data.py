"""Training examples out of gold articles: pieces, cues, and the tags of what belongs to each."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor

from onrecord.evaluation.gold.polnear import GoldArticle, GoldStatement, Range
from onrecord.evaluation.matching import trim
from onrecord.language.encoding import (
    CLOSE,
    CUE_TAGS,
    OPEN,
    ROLE_TAGS,
    WIDTH,
    Floats,
    crop,
)
from onrecord.language.pieces import Pieces, cut_pieces

ALONE = 0.3  # of statements of at most SHORT pieces, in each epoch
SHORT = 64
LED, SMALL = 0.5, 0.5  # of statements alone, behind "that"; of their first capitals, made small
THAT = (2008, 8)  # the piece, and the sign of a small word after a gap
SHAKEN = 0.08  # of cues, at either edge


@dataclass(frozen=True, slots=True)
class Example:
    """A cue [first, last) in pieces, and the pieces of its source and content."""

    cue: Range
    source: tuple[Range, ...]
    content: tuple[Range, ...]

    @property
    def hull(self) -> Range:
        """From its first piece to its last."""
        ranges = (self.cue, *self.source, *self.content)
        return min(a for a, _ in ranges), max(b for _, b in ranges)


@dataclass(frozen=True, slots=True, eq=False)
class Taught:
    """What a teacher made of an article: a state and scores of cue tags for each piece.

    `roles` are, for each example, the first piece of its crop and scores of role tags from there.
    """

    states: NDArray[np.float16] | Floats
    cues: Floats
    roles: tuple[tuple[int, Floats], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """An article in pieces with its examples, in order of cues, and where each reaches."""

    pieces: Pieces
    examples: tuple[Example, ...]
    hulls: frozenset[Range]
    taught: Taught | None = None


Cut = tuple[Document, int, int]  # the document's pieces [first, end)


def prepare(tokenizer: Tokenizer, article: GoldArticle) -> Document:
    """The article in pieces; statements without a cue are left out."""
    text = article.article.text
    pieces = cut_pieces(tokenizer, text)
    found = [e for s in article.statements if (e := _example(text, pieces, s))]
    examples = tuple(sorted(found, key=lambda e: e.cue))
    return Document(pieces, examples, frozenset(e.hull for e in examples))


def _example(text: str, pieces: Pieces, statement: GoldStatement) -> Example | None:
    # Edges as they are scored: annotators differ on quotes and commas, and that is only noise.
    roles = [
        _in_pieces(pieces, trim(text, given) or given)
        for given in (statement.cue, statement.source, statement.content)
    ]
    if not roles[0] or not roles[2]:
        return None
    return Example((roles[0][0][0], roles[0][-1][1]), tuple(roles[1]), tuple(roles[2]))


def _in_pieces(pieces: Pieces, ranges: Sequence[Range]) -> list[Range]:
    found = []
    for start, end in ranges:
        first = int(np.searchsorted(pieces.ends, start, side="right"))
        last = int(np.searchsorted(pieces.starts, end, side="left"))
        if first < last:
            found.append((first, last))
    return found


@dataclass(frozen=True, slots=True, eq=False)
class Batch:
    """Windows padded to one length, and for each cue its crop of a window.

    `crops` are indices into the flattened windows (0 where padded), `distances` as the reader
    takes them, `tags` the roles of each piece of a crop. `goals` are what a teacher made of the
    same pieces, None where there is none.
    """

    ids: Tensor
    signs: Tensor
    present: Tensor
    cue_tags: Tensor
    any_roles: Tensor
    crops: Tensor
    distances: Tensor
    role_tags: Tensor
    goals: Goals | None


@dataclass(frozen=True, slots=True, eq=False)
class Goals:
    """A teacher's states, scores of cue tags and of role tags; 1 in `known` and `read` where any.

    `known` [window, piece] goes with `states` and `cues`, `read` [cue, piece] with `roles`.
    """

    states: Tensor
    cues: Tensor
    known: Tensor
    roles: Tensor
    read: Tensor


def batches(
    documents: Sequence[Document], size: int, windows: int, chance: random.Random
) -> Iterator[Batch]:
    """Yield the documents' windows of `size` pieces in random order, cut at random places.

    A batch has as many pieces as `windows` whole windows, however short its own are.

    Among them stand some statements by themselves, from their first to their last piece, half of
    them behind a "that": what is reported within a content is found by reading that content alone,
    so such short texts must not be new to the networks.
    """
    cuts: list[Cut] = []
    for document in documents:
        n = len(document.pieces)
        first = chance.randrange(min(size, max(n, 1)))
        places = sorted({0, *range(first, n, size), n})
        cuts.extend((document, a, b) for a, b in pairwise(places) if b - a > 8)
        for example in document.examples:
            first, last = example.hull
            if last - first <= SHORT and chance.random() < ALONE:
                cuts.append((document, first, last))
    chance.shuffle(cuts)
    pool = windows * 24
    for start in range(0, len(cuts), pool):
        near = sorted(cuts[start : start + pool], key=lambda c: c[2] - c[1])
        groups: list[list[Cut]] = [[]]
        for cut in near:  # the longest comes last, and all are padded to it
            if (len(groups[-1]) + 1) * (cut[2] - cut[1]) > windows * size:
                groups.append([])
            groups[-1].append(cut)
        chance.shuffle(groups)
        for group in groups:
            yield make_batch(group, chance)


def make_batch(cuts: Sequence[Cut], chance: random.Random) -> Batch:
    """The cuts as one batch, padded to the longest."""
    length = max(b - a for _, a, b in cuts) + 3
    ids = np.zeros((len(cuts), length), np.int64)
    signs = np.zeros_like(ids)
    present = np.zeros_like(ids)
    cue_tags = np.zeros_like(ids)
    any_roles = np.zeros_like(ids)
    crops: list[tuple[np.ndarray, np.ndarray, np.ndarray]] = []
    lessons: list[Lesson] = []
    for row, (document, a, b) in enumerate(cuts):
        alone = (a, b) in document.hulls
        led = alone and chance.random() < LED
        low = 1 + led  # where the first piece stands
        n = low + b - a
        ids[row, 0], ids[row, n] = OPEN, CLOSE
        ids[row, low:n] = document.pieces.ids[a:b]
        signs[row, low:n] = document.pieces.signs[a:b]
        if alone:  # it does not know that quotation marks are open around it
            signs[row, low:n] &= ~1
        if led:
            ids[row, 1], signs[row, 1] = THAT
            signs[row, 2] = _amid(int(signs[row, 2]), chance)
        present[row, : n + 1] = 1
        for number, example in enumerate(document.examples):
            first, last = example.cue
            if first < a or last > b:
                continue
            _tag(cue_tags[row], (example.cue,), 1, a - low, a, b)
            roles = np.zeros(length, np.int64)
            _tag(roles, example.source, 1, a - low, a, b)
            _tag(roles, example.content, 3, a - low, a, b)
            any_roles[row] = np.where(roles > 0, roles, any_roles[row])
            inside = all(a <= x and y <= b for x, y in (*example.source, *example.content))
            if inside:
                first, last = _shaken(first, last, chance)
                at = max(first - a, 0) + low, min(last - a + low, n)
                places, distances = crop(*at, 1, n)
                crops.append((row * length + places, distances, roles[places]))
                taught = None if alone or not document.taught else document.taught.roles[number]
                lessons.append((places + a - low, taught))
    widest = max((len(p) for p, _, _ in crops), default=1)
    tables = [np.zeros((max(len(crops), 1), widest), np.int64) for _ in range(3)]
    for row, columns in enumerate(crops):
        for table, column in zip(tables, columns, strict=True):
            table[row, : len(column)] = column
    made = (ids, signs, present, cue_tags, any_roles, *tables)
    goals = _goals(cuts, length, lessons, widest) if any(d.taught for d, _, _ in cuts) else None
    return Batch(*(torch.from_numpy(x) for x in made), goals)


# The pieces of a crop, and what the teacher read around the same cue.
Lesson = tuple[np.ndarray, tuple[int, Floats] | None]


def _goals(
    cuts: Sequence[Cut],
    length: int,
    lessons: Sequence[Lesson],
    widest: int,
) -> Goals:
    states = np.zeros((len(cuts), length, WIDTH), np.float32)
    cues = np.zeros((len(cuts), length, CUE_TAGS), np.float32)
    known = np.zeros((len(cuts), length), np.float32)
    for row, (document, a, b) in enumerate(cuts):
        # The teacher read whole articles: what it made of a text by itself is not known.
        if document.taught and (a, b) not in document.hulls:
            states[row, 1 : b - a + 1] = document.taught.states[a:b]
            cues[row, 1 : b - a + 1] = document.taught.cues[a:b]
            known[row, 1 : b - a + 1] = 1
    roles = np.zeros((max(len(lessons), 1), widest, ROLE_TAGS), np.float32)
    read = np.zeros(roles.shape[:2], np.float32)
    for row, (places, taught) in enumerate(lessons):
        if taught:
            at = places - taught[0]
            there = np.flatnonzero((at >= 0) & (at < len(taught[1])))
            roles[row, there] = taught[1][at[there]]
            read[row, there] = 1
    return Goals(*(torch.from_numpy(x) for x in (states, cues, known, roles, read)))


def _amid(sign: int, chance: random.Random) -> int:
    """A first word's sign as it may be behind "that": after a gap, and now and then small."""
    shape, opened = sign // 6, sign % 2
    if shape == 2 and chance.random() < SMALL:
        shape = 1
    return shape * 6 + 2 + opened


def _shaken(first: int, last: int, chance: random.Random) -> Range:
    """A cue that now and then begins or ends beside its place, as a found one will."""
    if chance.random() < SHAKEN:
        first += chance.choice((-1, 1)) if last - first > 1 else -1
    if chance.random() < SHAKEN:
        last += chance.choice((-1, 1)) if last - first > 1 else 1
    return first, last


def _tag(
    row: np.ndarray, ranges: Sequence[Range], tag: int, shift: int, low: int, high: int
) -> None:
    for start, end in ranges:
        first, last = max(start, low), min(end, high)
        if first < last:
            row[first - shift : last - shift] = tag + 1
            row[first - shift] = tag
