"""Sentences ready to be learnt from: states of their pieces, marks, and what is known of them."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch

from onrecord.evaluation.gold.directed_sentiment import read_directed_sentiment
from onrecord.evaluation.gold.plv import fold_of, read_plv
from onrecord.language.acting import (
    LEANINGS,
    ROOTS,
    SOURCE,
    SWAPPED,
    TARGET,
    LowerEncoder,
    Pair,
    exchanged,
    marked,
)
from onrecord.language.encoding import WIDTH
from training.acts.sentences import make_sentences

DROPPED = 0.03
POOL = 800  # sentences that are sorted by length before batches are cut
HELD_OUT = 20  # a part in so many of directed sentiment is kept to fit how sure it is


Labelled = tuple[Pair, int, int]  # a sentence, its class, its fold


@dataclass(frozen=True, slots=True, eq=False)
class Example:
    """A sentence's pieces, its class, and the fold it belongs to."""

    states: np.ndarray
    marks: np.ndarray
    label: int
    fold: int


def prepare(lower: LowerEncoder, labelled: Iterable[Labelled]) -> list[Example]:
    """Examples of sentences; states as the encoder that ships gives them."""
    found: list[Example] = []
    known: dict[bytes, np.ndarray] = {}
    for pair, label, fold in labelled:
        ids, signs, marks = marked(lower.tokenizer, pair)
        key = ids.tobytes() + signs.tobytes()
        if key not in known:
            known[key] = lower.states(ids, signs).astype(np.float16)
        found.append(Example(known[key], marks, label, fold))
    return found


def read_acts_of(gold: Path) -> Iterator[Labelled]:
    """Yield PLV's sentences with root and fold."""
    for case in read_plv(gold):
        yield case.pair, ROOTS.index(case.label), fold_of(case.pair.text)


def read_leanings(gold: Path) -> Iterator[Labelled]:
    """Yield directed sentiment's training sentences that its dev part does not hold as well.

    Of 3 in 100 of them the dev part asks about other names of the very same sentence. Fold 1 are
    the sentences to fit on how sure the network is, 0 all others.
    """
    asked = {case.pair.text for case in read_directed_sentiment(gold, "dev")}
    for case in read_directed_sentiment(gold, "train"):
        if case.pair.text not in asked:
            kept = fold_of(case.pair.text, HELD_OUT) == 0
            yield case.pair, LEANINGS.index(case.label), int(kept)


def read_made(count: int, seed: int) -> Iterator[Labelled]:
    """Yield made sentences with their roots, of no fold."""
    for pair, root in make_sentences(count, seed):
        yield pair, ROOTS.index(root), -1


# --- batches -------------------------------------------------------------------------------------


def batches(examples: Sequence[Example], pieces: int, chance: random.Random) -> list[list[Example]]:
    """Batches of examples of about one length, of at most so many pieces, in chance order."""
    order = list(examples)
    chance.shuffle(order)
    found: list[list[Example]] = []
    for first in range(0, len(order), POOL):
        batch: list[Example] = []
        for example in sorted(order[first : first + POOL], key=lambda e: len(e.marks)):
            if batch and (len(batch) + 1) * len(example.marks) > pieces:
                found.append(batch)
                batch = []
            batch.append(example)
        found.append(batch)
    chance.shuffle(found)
    return found


def with_mark_dropped(example: Example, chance: random.Random) -> Example:
    """The example with a mark gone at times, so that one may be missing."""
    marks = example.marks
    for mark in (SOURCE, TARGET):
        if chance.random() < DROPPED:
            marks = marks & ~mark
    return replace(example, marks=marks)


def with_names_swapped(example: Example, chance: random.Random) -> Example:
    """The example, at times with source and target exchanged, and who is for whom with them."""
    if chance.random() < 0.5:
        return example
    return replace(example, marks=exchanged(example.marks), label=SWAPPED[example.label])


def evened(examples: Sequence[Example]) -> list[Example]:
    """Half of the neutral sentences, and twice those whose target leans."""
    neutral = [e for e in examples if LEANINGS[e.label] == "neutral"]
    rare = [e for e in examples if LEANINGS[e.label].startswith("target")]
    return [e for e in examples if LEANINGS[e.label] != "neutral"] + neutral[::2] + rare


def padded(batch: Sequence[Example]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """(states, marks, present) of a batch."""
    longest = max(len(e.marks) for e in batch)
    states = np.zeros((len(batch), longest, WIDTH), np.float32)
    marks, present = (np.zeros((len(batch), longest), np.int64) for _ in range(2))
    for row, example in enumerate(batch):
        size = len(example.marks)
        states[row, :size], marks[row, :size] = example.states, example.marks
        present[row, :size] = 1
    return torch.from_numpy(states), torch.from_numpy(marks), torch.from_numpy(present)
