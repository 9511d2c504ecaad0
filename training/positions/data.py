"""Labelled sentences ready to be learnt from: states of their pieces, and what is marked there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

import numpy as np

from onrecord.evaluation.gold.positions import FORMS, GoldPosition, GoldSentence
from onrecord.language.cropping import Crop, crop_of, range_of
from onrecord.language.encoding import SHARED, WINDOW, States, encode
from onrecord.language.pieces import Pieces, cut_pieces
from onrecord.language.weights import Model, load_model
from onrecord.records import Act

ACTS: tuple[Act, ...] = get_args(Act)
FORM_NAMES = ("against", "conditional", "future", "hypothetical", "negated", "past")
HELD_OUT = 6  # one article in so many is kept to measure on
STEP = WINDOW - SHARED
EDGE = SHARED // 2

assert set(FORM_NAMES) == FORMS | {"against"}  # noqa: S101


@dataclass(frozen=True, slots=True)
class Marked:
    """One position: pieces of its matter and of its party, counted from the crop's first."""

    matter: tuple[int, int]
    party: tuple[int, int] | None
    act: int
    forms: tuple[float, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Example:
    """A sentence: states of the crop, which of its pieces are the sentence's, its positions."""

    states: np.ndarray
    first: int
    last: int
    marked: tuple[Marked, ...]
    article: str

    @property
    def held_out(self) -> bool:
        """Whether it belongs to the articles that are kept to measure on."""
        return int(self.article[8:16], 16) % HELD_OUT == 0


def prepare(sentences: Iterable[GoldSentence], kept: Path) -> Iterator[Example]:
    """Yield examples; states as the encoder that ships gives them, kept in the folder `kept`."""
    model = load_model()
    kept.mkdir(parents=True, exist_ok=True)
    known: tuple[str, Pieces] = ("", cut_pieces(model.tokenizer, ""))
    for sentence in sentences:
        article = sentence.article
        if known[0] != article.id:
            known = article.id, cut_pieces(model.tokenizer, article.text)
        crop = crop_of(known[1], sentence.start, sentence.end)
        if crop is None:
            continue
        path = kept / f"{article.id[:24]}-{sentence.start}-{crop.low}-{crop.high}.npy"
        if not path.exists():
            np.save(path, states_of(model, known[1], crop))
        found = (_marked(known[1], crop, position) for position in sentence.positions)
        yield Example(
            states=np.load(path),
            first=crop.first - crop.low,
            last=crop.last - crop.low,
            marked=tuple(m for m in found if m is not None),
            article=article.id,
        )


def states_of(model: Model, pieces: Pieces, crop: Crop) -> States:
    """The states half-way up of a crop, as the encoding of the whole article has them.

    Only the windows that these pieces keep their states from are read.
    """
    start = max(0, crop.low - EDGE) // STEP * STEP
    end = start + WINDOW
    while end - EDGE < crop.high:
        end += STEP
    part = slice(start, end)
    near = Pieces(
        ids=pieces.ids[part],
        signs=pieces.signs[part],
        starts=pieces.starts[part],
        ends=pieces.ends[part],
        begins=pieces.begins[part],
    )
    return encode(model, near).middle[crop.low - start : crop.high - start]


def _marked(pieces: Pieces, crop: Crop, position: GoldPosition) -> Marked | None:
    """A position in pieces; None where its matter lies behind what is read of a long sentence."""

    def place(span: tuple[int, int]) -> tuple[int, int] | None:
        first, last = range_of(pieces, *span)
        first, last = max(first, crop.first), min(last, crop.last)
        return (first - crop.low, last - crop.low) if first < last else None

    matter = place(position.matter)
    if matter is None:
        return None
    held = position.form | ({"against"} if position.against else set())
    return Marked(
        matter=matter,
        party=place(position.party) if position.party else None,
        act=ACTS.index(position.act),
        forms=tuple(float(name in held) for name in FORM_NAMES),
    )
