"""Training examples out of gold articles: pieces, cues, and the tags of what belongs to each."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from onrecord.evaluation.gold.polnear import GoldArticle, GoldStatement, Range
from onrecord.evaluation.matching import trim
from onrecord.language.encoding import CLOSE, OPEN, crop
from onrecord.language.pieces import Pieces, cut_pieces

ALONE = 0.2  # of statements, in each epoch
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
class Document:
    """An article in pieces with its examples, in order of cues, and where each reaches."""

    pieces: Pieces
    examples: tuple[Example, ...]
    hulls: frozenset[Range]


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
    takes them, `tags` the roles of each piece of a crop.
    """

    ids: Tensor
    signs: Tensor
    present: Tensor
    cue_tags: Tensor
    any_roles: Tensor
    crops: Tensor
    distances: Tensor
    role_tags: Tensor


def batches(
    documents: Sequence[Document], size: int, windows: int, chance: random.Random
) -> Iterator[Batch]:
    """Yield the documents' windows of `size` pieces in random order, cut at random places.

    A batch has as many pieces as `windows` whole windows, however short its own are.

    Among them stand some statements by themselves, from their first to their last piece: what is
    reported within a content is found by reading that content alone, so such short texts must not
    be new to the networks.
    """
    cuts: list[tuple[Document, int, int]] = []
    for document in documents:
        n = len(document.pieces)
        first = chance.randrange(min(size, max(n, 1)))
        places = sorted({0, *range(first, n, size), n})
        cuts.extend((document, a, b) for a, b in pairwise(places) if b - a > 8)
        for example in document.examples:
            first, last = example.hull
            if last - first <= size and chance.random() < ALONE:
                cuts.append((document, first, last))
    chance.shuffle(cuts)
    pool = windows * 24
    for start in range(0, len(cuts), pool):
        near = sorted(cuts[start : start + pool], key=lambda c: c[2] - c[1])
        groups: list[list[tuple[Document, int, int]]] = [[]]
        for cut in near:  # the longest comes last, and all are padded to it
            if (len(groups[-1]) + 1) * (cut[2] - cut[1]) > windows * size:
                groups.append([])
            groups[-1].append(cut)
        chance.shuffle(groups)
        for group in groups:
            yield _batch(group, chance)


def _batch(cuts: Sequence[tuple[Document, int, int]], chance: random.Random) -> Batch:
    length = max(b - a for _, a, b in cuts) + 2
    ids = np.zeros((len(cuts), length), np.int64)
    signs = np.zeros_like(ids)
    present = np.zeros_like(ids)
    cue_tags = np.zeros_like(ids)
    any_roles = np.zeros_like(ids)
    crops: list[tuple[np.ndarray, np.ndarray, np.ndarray]] = []
    for row, (document, a, b) in enumerate(cuts):
        n = b - a
        ids[row, 0], ids[row, n + 1] = OPEN, CLOSE
        ids[row, 1 : n + 1] = document.pieces.ids[a:b]
        # What stands alone does not know that quotation marks are open around it.
        within = document.pieces.signs[a:b]
        signs[row, 1 : n + 1] = within & ~1 if (a, b) in document.hulls else within
        present[row, : n + 2] = 1
        for example in document.examples:
            first, last = example.cue
            if first < a or last > b:
                continue
            _tag(cue_tags[row], (example.cue,), 1, a - 1, a, b)
            roles = np.zeros(length, np.int64)
            _tag(roles, example.source, 1, a - 1, a, b)
            _tag(roles, example.content, 3, a - 1, a, b)
            any_roles[row] = np.where(roles > 0, roles, any_roles[row])
            inside = all(a <= x and y <= b for x, y in (*example.source, *example.content))
            if inside:
                first, last = _shaken(first, last, chance)
                places, distances = crop(max(first - a, 0) + 1, min(last - a, n) + 1, 1, n + 1)
                crops.append((row * length + places, distances, roles[places]))
    widest = max((len(p) for p, _, _ in crops), default=1)
    tables = [np.zeros((max(len(crops), 1), widest), np.int64) for _ in range(3)]
    for row, columns in enumerate(crops):
        for table, column in zip(tables, columns, strict=True):
            table[row, : len(column)] = column
    made = (ids, signs, present, cue_tags, any_roles, *tables)
    return Batch(*(torch.from_numpy(x) for x in made))


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
