"""Names with their classes, by a small conditional random field over plain clues of tokens.

It needs a parse with syntax and entities, and adds to the parser's own labels what those do not
know: that a name is a political party's, and where a name of several words ends ("Harbour Party of
Arvenia"). Learnt by `training/actors/entities` on a few hundred sentences: see the model card in
`name_weights/`. Method: Lafferty, McCallum and Pereira 2001; decoding by Viterbi.
"""

from __future__ import annotations

import zipfile
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, get_args

import numpy as np
from numpy.typing import NDArray

from onrecord.errors import ModelUnreadable
from onrecord.language import clue_table
from onrecord.language.clue_table import REMEDY, ClueTable, Floats, read_checked
from onrecord.language.name_clues import clues_of
from onrecord.language.parse import Parse

NameLabel = Literal[
    "person", "politicalparty", "organisation", "country", "election", "event", "location", "misc"
]
LABELS: tuple[NameLabel, ...] = get_args(NameLabel)
TAGS = ("O", *(f"{mark}-{label}" for label in LABELS for mark in "BI"))
NEVER = -1e4
NAME_WEIGHTS = Path(__file__).with_name("name_weights")
FILE, SETTINGS = "names.npz", "names.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledName:
    """A name: tokens `[first, last)` of the parse, and its class.

    `chance` is the least probability of one of its tags, and of its end.
    """

    first: int
    last: int
    label: NameLabel
    chance: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class NameModel:
    """Which tags each clue speaks for, and how tags follow each other."""

    table: ClueTable
    moves: Floats

    def best(self, scores: Floats) -> list[int]:
        """The likeliest tags; an I stands only behind a B or I of its class."""
        total = scores[0] + OPENS
        came: list[NDArray[np.int64]] = []
        moves = self.moves + FORBIDDEN
        for row in scores[1:]:
            steps = total[:, None] + moves
            came.append(steps.argmax(0))
            total = steps.max(0) + row
        found = [int(total.argmax())]
        for before in reversed(came):
            found.append(int(before[found[-1]]))
        return found[::-1]

    def chances(self, scores: Floats) -> Floats:
        """The probability of each tag at each token [token, tag], by forward and backward sums."""
        # Each row is scaled to sum to 1, which leaves the probabilities as they are.
        moves = np.exp(np.float64(self.moves) + FORBIDDEN)
        here = np.exp(np.float64(scores) - scores.max(1, keepdims=True))
        forward, backward = np.empty_like(here), np.ones_like(here)
        forward[0] = here[0] * np.exp(OPENS)
        for at in range(1, len(here)):
            row = (forward[at - 1] / forward[at - 1].sum()) @ moves
            forward[at] = row * here[at]
        for at in range(len(here) - 2, -1, -1):
            row = moves @ (here[at + 1] * backward[at + 1])
            backward[at] = row / row.sum()
        both = forward * backward
        return np.asarray(both / both.sum(1, keepdims=True), np.float32)


OPENS = np.array([NEVER * tag.startswith("I-") for tag in TAGS], np.float32)
FORBIDDEN = np.array(
    [[NEVER * (b.startswith("I-") and a[1:] != b[1:]) for b in TAGS] for a in TAGS], np.float32
)


def label_names(
    parse: Parse,
    listed: Sequence[Collection[str]],
    model: NameModel | None = None,
    *,
    within: Collection[int] | None = None,
) -> tuple[LabelledName, ...]:
    """The names of an article with their classes, in text order; none without syntax.

    `listed` holds for every token of the parse what lists of names say of it; `within` are the
    indices of the sentences that are looked at, None for all. Raises ModelUnreadable.
    """
    if not parse.has_syntax:
        return ()
    model = model or load_name_model()
    found: list[LabelledName] = []
    for sentence in parse.sentences:
        if within is not None and sentence.i not in within:
            continue
        clues = clues_of(parse, sentence, listed[sentence.first : sentence.last])
        if not clues:
            continue
        scores = model.table.scores(clues)
        best = model.best(scores)
        names = read_tags([TAGS[n] for n in best])
        chances = model.chances(scores) if names else scores
        for name in names:
            found.append(
                LabelledName(
                    first=sentence.first + name.first,
                    last=sentence.first + name.last,
                    label=name.label,
                    chance=_chance(name, best, chances),
                )
            )
    return tuple(found)


def _chance(name: LabelledName, tags: Sequence[int], chances: Floats) -> float:
    """The least probability of a tag of the name, and that it ends where it ends."""
    held = [float(chances[at, tags[at]]) for at in range(name.first, name.last)]
    if name.last < len(chances):
        held.append(1.0 - float(chances[name.last, TAGS.index(f"I-{name.label}")]))
    return min(held)


def read_tags(tags: Sequence[str], first: int = 0) -> list[LabelledName]:
    """The names that these tags mark, the first of which stands at token `first`."""
    found: list[LabelledName] = []
    for at, tag in enumerate(tags, start=first):
        mark, _, name = tag.partition("-")
        if mark == "O":
            continue
        label = LABELS[LABELS.index(name)]  # ValueError if it is none of ours
        if mark == "I" and found and found[-1].last == at and found[-1].label == label:
            found[-1] = LabelledName(first=found[-1].first, last=at + 1, label=label)
        else:
            found.append(LabelledName(first=at, last=at + 1, label=label))
    return found


# --- the file ------------------------------------------------------------------------------------


def pack(
    weights: Mapping[str, Mapping[str, float]], moves: Mapping[tuple[str, str], float]
) -> bytes:
    """The bytes of a model: for each clue its weight for tags, and for pairs of tags theirs."""
    table = np.zeros((len(TAGS), len(TAGS)), np.float32)
    for (before, after), value in moves.items():
        table[TAGS.index(before), TAGS.index(after)] = value
    return clue_table.pack(weights, TAGS, moves=table)


def unpack(raw: bytes) -> NameModel:
    """The model of these bytes. Raises ValueError or KeyError if they are of another form."""
    table, beside = clue_table.unpack(raw, len(TAGS), "moves")
    if beside["moves"].shape != (len(TAGS), len(TAGS)):
        raise ValueError("arrays of sizes that do not fit each other")
    return NameModel(table=table, moves=beside["moves"])


@cache
def load_name_model(folder: Path = NAME_WEIGHTS) -> NameModel:
    """The model that ships with the package, loaded once per process. Raises ModelUnreadable."""
    raw, _ = read_checked(folder, FILE, SETTINGS)
    try:
        return unpack(raw)
    except (ValueError, KeyError, OSError, zipfile.BadZipFile) as error:
        raise ModelUnreadable(folder / FILE, f"cannot be loaded: {error}", REMEDY) from error
