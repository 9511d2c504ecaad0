"""What a sentence says that one does to another: a political act by PLOVER's root, and a stance.

Two small networks, of three and of four layers, read the encoder's states half-way up, with the
source's and the target's words marked: the lower half keeps what a verb means, the upper half is
about cues alone.
The roots are those of PLV's sentences, where YIELD holds PLOVER's CONCEDE and RETREAT, and ACCUSE
its DISAPPROVE and INVESTIGATE. Learnt by `training/acts`: see the model card in `act_weights/`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal

import numpy as np

from onrecord.errors import ModelUnreadable
from onrecord.language.encoding import CLOSE, OPEN, Floats
from onrecord.language.pieces import Numbers, cut_pieces
from onrecord.language.weights import (
    ENCODER,
    REMEDY,
    TOKENIZER,
    WEIGHTS,
    checked,
    open_graph,
    read_settings,
    read_tokenizer,
    shown_too,
)

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

ACT_WEIGHTS = Path(__file__).with_name("act_weights")
ACTS, LEANINGS_FILE, SETTINGS = "acts.onnx", "leanings.onnx", "acts.json"
ROOTS: Final = (
    "ACCUSE",
    "AGREE",
    "AID",
    "ASSAULT",
    "COERCE",
    "CONSULT",
    "COOPERATE",
    "MOBILIZE",
    "PROTEST",
    "REJECT",
    "REQUEST",
    "SANCTION",
    "SUPPORT",
    "THREATEN",
    "YIELD",
)
# Neither for nor against; the source for, the target for; the source against, the target against
# the other: the order of the classes in Park, Pan and Joo's sentences.
LEANINGS: Final = ("neutral", "for", "target for", "against", "target against")
SWAPPED: Final = (0, 2, 1, 4, 3)  # the same leanings with source and target exchanged
SOURCE, TARGET = 1, 2  # marks of a piece; one that is both has their sum
MOST = 160  # pieces that are read; the longest sentence it was trained on has 162
LEAD = 10  # pieces before the first mark, where a longer text is cut

Stance = Literal["for", "against", "neutral"]
Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A sentence, and where in it stand who acts and who is acted upon.

    Spans are half-open, in code points of the text; several where the name stands several times,
    none where nobody is named.
    """

    text: str
    source: Spans = ()
    target: Spans = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ActReading:
    """How likely each root of ROOTS is, and each leaning of LEANINGS; each row sums to 1."""

    roots: tuple[float, ...]
    leanings: tuple[float, ...]

    @property
    def root(self) -> str:
        """The likeliest root."""
        return ROOTS[int(np.argmax(self.roots))]

    @property
    def leaning(self) -> str:
        """The likeliest leaning, of either towards the other."""
        return LEANINGS[int(np.argmax(self.leanings))]

    @property
    def stances(self) -> Mapping[Stance, float]:
        """How likely the source is for, against, or neither for nor against the target."""
        ahead, against = self.leanings[1], self.leanings[3]
        return {"for": ahead, "against": against, "neutral": max(0.0, 1.0 - ahead - against)}

    @property
    def stance(self) -> Stance:
        """The likeliest stance of the source towards the target."""
        stances = self.stances
        return max(stances, key=lambda name: stances[name])


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LowerEncoder:
    """The tokenizer, and the encoder with its states half-way up: the array named `state`."""

    tokenizer: Tokenizer
    session: InferenceSession
    state: str

    def states(self, ids: Numbers, signs: Numbers) -> Floats:
        """States [piece, width] of one sentence."""
        (states,) = self.session.run([self.state], {"ids": ids[None], "signs": signs[None]})
        return np.asarray(states[0], np.float32)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ActModel:
    """The encoder's lower half and the two networks on it; `settings` are acts.json's."""

    lower: LowerEncoder
    acts: InferenceSession
    leanings: InferenceSession
    settings: dict[str, Any]


def read_acts(pairs: Sequence[Pair], model: ActModel | None = None) -> tuple[ActReading, ...]:
    """What each sentence says that its source does to its target, in the order given.

    Sentences are read one by one: networks in 8 bits scale their numbers over a whole call, and a
    sentence is to mean the same in any company. Pairs of one sentence that stand together share the
    encoder's work. Time is 20 ms for a sentence of 47 pieces on one core. Raises ModelUnreadable.
    """
    if not pairs:
        return ()
    model = model or load_act_model()
    found: list[ActReading] = []
    last: tuple[bytes, Floats] | None = None
    for pair in pairs:
        ids, signs, marks = marked(model.lower.tokenizer, pair)
        key = ids.tobytes() + signs.tobytes()
        if last is None or last[0] != key:
            last = key, model.lower.states(ids, signs)
        found.append(
            ActReading(
                roots=_chances(model.acts, last[1], marks, model.settings["roots_heat"]),
                leanings=_leanings(model, last[1], marks),
            )
        )
    return tuple(found)


def marked(tokenizer: Tokenizer, pair: Pair) -> tuple[Numbers, Numbers, Numbers]:
    """(ids, signs, marks) of the sentence's pieces, with the signs for start and end around them.

    Of a text of more than MOST pieces those around the marks are read.
    """
    pieces = cut_pieces(tokenizer, pair.text)
    marks = np.zeros(len(pieces), np.int64)
    for spans, mark in ((pair.source, SOURCE), (pair.target, TARGET)):
        inside = np.zeros(len(pieces), bool)
        for start, end in spans:
            inside |= (pieces.starts < end) & (pieces.ends > start)
        marks[inside] += mark
    low = 0
    if len(pieces) > MOST and marks.any() and np.flatnonzero(marks)[-1] >= MOST:
        first = int(np.flatnonzero(marks)[0])
        low = max(0, min(first - LEAD, len(pieces) - MOST))
    part = slice(low, low + MOST)
    ids = np.concatenate([[OPEN], pieces.ids[part], [CLOSE]]).astype(np.int64)
    signs = np.concatenate([[0], pieces.signs[part], [0]]).astype(np.int64)
    return ids, signs, np.concatenate([[0], marks[part], [0]]).astype(np.int64)


def exchanged(marks: Numbers) -> Numbers:
    """The marks with source and target exchanged."""
    return (marks & SOURCE) * TARGET + (marks & TARGET) // TARGET


def _leanings(model: ActModel, states: Floats, marks: Numbers) -> tuple[float, ...]:
    """Probabilities of leanings, asked for both ways round: exchanged names exchange the answer.

    On directed sentiment's dev part that is worth .007 of accuracy.
    """
    heat = model.settings["leanings_heat"]
    ahead = _chances(model.leanings, states, marks, heat)
    back = _chances(model.leanings, states, exchanged(marks), heat)
    return tuple((ahead[at] + back[other]) / 2 for at, other in enumerate(SWAPPED))


def _chances(
    network: InferenceSession, states: Floats, marks: Numbers, heat: float
) -> tuple[float, ...]:
    """Probabilities of one sentence's classes; scores are divided by the heat that makes them fit.

    Source: Guo et al. 2017, temperature scaling.
    """
    (scores,) = network.run(["scores"], {"states": states[None], "marks": marks[None]})
    row = np.asarray(scores[0], np.float64)
    raised = np.exp((row - row.max()) / heat)
    return tuple(float(chance) for chance in raised / raised.sum())


# --- the files -----------------------------------------------------------------------------------


@cache
def load_act_model(folder: Path = ACT_WEIGHTS, encoder: Path = WEIGHTS) -> ActModel:
    """The model that ships with the package, loaded once per process. Raises ModelUnreadable."""
    settings = read_act_settings(folder)
    if read_settings(encoder)["files"][ENCODER] != settings["encoder"]:
        what = "was trained on another encoder than the one that is installed"
        raise ModelUnreadable(folder / ACTS, what, REMEDY)
    return ActModel(
        lower=load_lower(settings["state"], encoder),
        acts=open_graph(folder / ACTS, settings["files"][ACTS]),
        leanings=open_graph(folder / LEANINGS_FILE, settings["files"][LEANINGS_FILE]),
        settings=settings,
    )


def load_lower(state: str, folder: Path = WEIGHTS) -> LowerEncoder:
    """The encoder with this inner array shown. Raises ModelUnreadable."""
    hashes = read_settings(folder)["files"]
    return LowerEncoder(
        tokenizer=read_tokenizer(checked(folder / TOKENIZER, hashes[TOKENIZER])),
        session=open_graph(folder / ENCODER, hashes[ENCODER], shown_too(state)),
        state=state,
    )


def read_act_settings(folder: Path = ACT_WEIGHTS) -> dict[str, Any]:
    """What acts.json says: hashes, the encoder it belongs to, and how sure scores are.

    Raises ModelUnreadable.
    """
    path = folder / SETTINGS
    try:
        found = json.loads(path.read_bytes())
    except OSError as error:
        raise ModelUnreadable(path, f"cannot be read: {error.strerror}", REMEDY) from error
    except (ValueError, RecursionError) as error:
        raise ModelUnreadable(path, f"is not JSON: {error}", REMEDY) from error
    for fault in _faults(found):
        raise ModelUnreadable(path, fault, REMEDY)
    return dict(found)


def _faults(found: Any) -> Iterator[str]:
    """Yield what is wrong with settings."""
    if not isinstance(found, dict):
        yield "holds no settings"
        return
    files = found.get("files")
    for name in (ACTS, LEANINGS_FILE):
        if not isinstance(files, dict) or not isinstance(files.get(name), str):
            yield f"records no sha256 of {name}"
    if not isinstance(found.get("encoder"), str):
        yield f"records no sha256 of {ENCODER}"
    state = found.get("state")
    if not isinstance(state, str) or not 0 < len(state.encode()) < 100:
        yield "does not name the states that it reads"
    for heat in ("roots_heat", "leanings_heat"):
        if not isinstance(found.get(heat), float) or not 0.01 < found[heat] < 100:
            yield f"{heat} is not a number above 0"
