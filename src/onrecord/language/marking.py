"""Where a sentence holds a position: the words of its matter, the act, the forms, the party.

A small network reads the encoder's states half-way up, one sentence at a time, and says of each
piece whether it belongs to the matter of a position; a second one takes each matter and says what
it is. Learnt by `training/positions`: see the model card in `weights/`.
"""

from __future__ import annotations

import json
import math
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import numpy as np

from onrecord.errors import ModelUnreadable
from onrecord.language.cropping import Crop, crop_of
from onrecord.language.encoding import Encoding, Floats
from onrecord.language.parse import Parse, Sentence
from onrecord.language.pieces import Pieces
from onrecord.language.weights import ENCODER, REMEDY, WEIGHTS, open_graph, read_settings
from onrecord.records import Act, Article, PositionMark, Span, identity

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

GATE, MARKS, MATTERS, SETTINGS = "gate.onnx", "marks.onnx", "matters.onnx", "marks.json"
ACTS: tuple[Act, ...] = get_args(Act)
FORMS = ("against", "conditional", "future", "hypothetical", "negated", "past")
NONE = len(ACTS)  # the class of a matter that is none
LEAST = 2  # pieces of a matter
# Pieces within a matter that the tags leave out. On the sentences kept apart, F1 of matters is .49
# with 0, .50 with 2, .51 with 4.
GAP = 4
LONGEST_PARTY = 40  # pieces
NUMBERS = ("gate", "lean", "least")  # settings that are one number
CHANCE = ("bias", "matter", "sentence", "tags")
SKIPPED = frozenset(("title", "heading", "dateline"))  # blocks that are no sentence of the text
EDGES = " \t\n\"'“”‘’«»,.;:!?()[]–—-"  # what no matter and no party begins or ends with


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class MarkModel:
    """The networks: the gate is asked first. `settings` are those of marks.json."""

    gate: InferenceSession
    marks: InferenceSession
    matters: InferenceSession
    settings: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Matter:
    """A matter in pieces of its crop, with all that the networks say of it."""

    first: int
    last: int
    chance: float
    acts: tuple[float, ...]  # sums to 1
    forms: tuple[float, ...]  # each by itself
    party: tuple[int, int] | None


def mark_positions(
    encoding: Encoding | None, article: Article, parse: Parse
) -> tuple[PositionMark, ...]:
    """The marks of all positions in the article's sentences, in the order of their matters.

    Sentences are read one by one: networks in 8 bits scale their numbers over a whole call. Those
    that the gate sees no chance in are not read further. None as encoding (light mode) gives no
    marks. Time grows linearly with the text. Raises ModelUnreadable.
    """
    if encoding is None:
        return ()
    model = load_mark_model()
    return tuple(
        mark
        for sentence in parse.sentences
        if article.blocks[sentence.block].kind not in SKIPPED
        for mark in _marks_of(model, encoding, article, parse, sentence)
    )


def _marks_of(
    model: MarkModel, encoding: Encoding, article: Article, parse: Parse, sentence: Sentence
) -> Iterator[PositionMark]:
    tokens = parse.tokens_of(sentence)
    if not tokens:
        return
    crop = crop_of(encoding.pieces, tokens[0].start, tokens[-1].end)
    if crop is None:
        return
    states = encoding.middle[crop.low : crop.high].astype(np.float32)
    before = 0
    for matter in read_matters(model, states, crop):
        span = _words(article, encoding.pieces, crop.low + matter.first, crop.low + matter.last)
        if span is None or span.start < before:  # the rest of a word that has been marked
            continue
        before = span.end
        party = matter.party and (crop.low + matter.party[0], crop.low + matter.party[1])
        act = int(np.argmax(matter.acts))
        yield PositionMark(
            id=identity("position mark", article.id, str(span.start), str(span.end)),
            article=article.id,
            span=span,
            party_span=_words(article, encoding.pieces, *party) if party else None,
            act=ACTS[act],
            chance=_short(matter.chance),
            act_chance=_short(matter.acts[act]),
            forms=tuple((n, _short(c)) for n, c in zip(FORMS, matter.forms, strict=True)),
        )


def _short(chance: float) -> float:
    """A chance to four places: further ones differ between processors."""
    return round(chance, 4)


def _words(article: Article, pieces: Pieces, first: int, last: int) -> Span | None:
    """The whole words of pieces `[first, last)`, without signs at their edges; None: no words."""
    while first > 0 and not pieces.begins[first]:
        first -= 1
    while last < len(pieces) and not pieces.begins[last]:
        last += 1
    start, end = int(pieces.starts[first]), int(pieces.ends[last - 1])
    while start < end and article.text[start] in EDGES:
        start += 1
    while start < end and article.text[end - 1] in EDGES:
        end -= 1
    return article.span(start, end) if start < end else None


# --- the networks --------------------------------------------------------------------------------


def read_matters(model: MarkModel, states: Floats, crop: Crop) -> list[Matter]:
    """The matters of one sentence, of at least the chance that the settings name, in order."""
    first, last = crop.first - crop.low, crop.last - crop.low
    (hint,) = model.gate.run(["score"], {"states": states[first:last]})
    if float(hint[0]) < model.settings["gate"]:
        return []
    inside = np.zeros((1, len(states)), np.int64)
    inside[0, first:last] = 1
    given = {"states": states[None], "inside": inside}
    tags, acts, hidden = model.marks.run(["tags", "acts", "hidden"], given)
    found = []
    for start, end in runs(_leant(tags[0], model.settings["lean"]), first, last):
        matter = _matter(model, tags[0], acts[0], hidden, inside, (start, end))
        if matter.chance >= model.settings["least"]:
            found.append(matter)
    return found


def _leant(tags: Floats, lean: float) -> list[int]:
    """The likeliest tags, that of no matter made less likely."""
    return [int(tag) for tag in (tags - np.array([lean, 0, 0], np.float32)).argmax(-1)]


def runs(tags: Sequence[int], first: int, last: int) -> list[tuple[int, int]]:
    """The matters `[first, last)` that tags say: 1 begins one, 2 goes on with it.

    An inside that nothing began begins one; a gap of a few pieces is part of the matter.
    """
    found: list[tuple[int, int]] = []
    for at in range(first, last):
        if tags[at] == 2 and found and at - found[-1][1] <= GAP:
            found[-1] = found[-1][0], at + 1
        elif tags[at]:
            found.append((at, at + 1))
    return [(start, end) for start, end in found if end - start >= LEAST]


def _matter(
    model: MarkModel,
    tags: Floats,
    sentence: Floats,
    hidden: Floats,
    inside: Any,
    at: tuple[int, int],
) -> Matter:
    span = np.zeros(inside.shape, np.float32)
    span[0, at[0] : at[1]] = 1
    given = {"hidden": hidden, "inside": inside, "span": span}
    acts, forms, begins, ends = model.matters.run(["acts", "forms", "begins", "ends"], given)
    raised = _softmax(acts[0])
    held = 1.0 - raised[NONE]
    weights = model.settings["chance"]
    chance = _sigmoid(
        weights["bias"]
        + weights["matter"] * _logit(held)
        + weights["sentence"] * float(sentence[NONE])
        + weights["tags"] * _logit(1.0 - float(np.mean(_softmax(tags)[at[0] : at[1], 0])))
    )
    return Matter(
        first=at[0],
        last=at[1],
        chance=chance,
        acts=tuple(float(x) for x in raised[:NONE] / max(held, 1e-9)),
        forms=tuple(_sigmoid(float(x)) for x in forms[0]),
        party=_party(begins[0], ends[0]),
    )


def _party(begins: Floats, ends: Floats) -> tuple[int, int] | None:
    """The likeliest pieces `[first, last)` of a party; None: the sentence does not name it.

    The first of each row is the score of a party that is not named.
    """
    if float(begins[0] + ends[0]) >= float(begins[1:].max() + ends[1:].max()):
        return None
    best = (-math.inf, 0, 0)
    for first in np.argsort(-begins[1:], kind="stable")[:8].tolist():
        near = ends[1 + first : 1 + first + LONGEST_PARTY]
        last = int(np.argmax(near))
        best = max(best, (float(begins[1 + first] + near[last]), -first, first + last + 1))
    if best[0] <= float(begins[0] + ends[0]):
        return None
    return -best[1], best[2]


def _softmax(scores: Floats) -> Floats:
    raised = np.exp(np.asarray(scores, np.float64) - scores.max(-1, keepdims=True))
    chances: Floats = raised / raised.sum(-1, keepdims=True)
    return chances


def _logit(chance: float) -> float:
    held = min(max(float(chance), 1e-4), 1 - 1e-4)
    return math.log(held / (1 - held))


def _sigmoid(score: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))


# --- the files -----------------------------------------------------------------------------------


@cache
def load_mark_model(folder: Path = WEIGHTS) -> MarkModel:
    """The model that ships with the package, loaded once per process. Raises ModelUnreadable."""
    settings = read_mark_settings(folder)
    if read_settings(folder)["files"][ENCODER] != settings["encoder"]:
        what = "was trained on another encoder than the one that is installed"
        raise ModelUnreadable(folder / MARKS, what, REMEDY)
    return MarkModel(
        gate=open_graph(folder / GATE, settings["files"][GATE]),
        marks=open_graph(folder / MARKS, settings["files"][MARKS]),
        matters=open_graph(folder / MATTERS, settings["files"][MATTERS]),
        settings=settings,
    )


def read_mark_settings(folder: Path = WEIGHTS) -> dict[str, Any]:
    """What marks.json says: hashes, the encoder it belongs to, and how scores are read.

    Raises ModelUnreadable.
    """
    path = folder / SETTINGS
    try:
        found = json.loads(path.read_bytes())
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else str(error)
        raise ModelUnreadable(path, f"cannot be read: {reason}", REMEDY) from error
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
    for name in (GATE, MARKS, MATTERS):
        if not isinstance(files, dict) or not isinstance(files.get(name), str):
            yield f"records no sha256 of {name}"
    if not isinstance(found.get("encoder"), str):
        yield f"records no sha256 of {ENCODER}"
    for name in NUMBERS:
        if not _is_number(found.get(name)):
            yield f"{name} is not a number"
    chance = found.get("chance")
    for name in CHANCE:
        if not isinstance(chance, Mapping) or not _is_number(chance.get(name)):
            yield f"chance.{name} is not a number"


def _is_number(given: Any) -> bool:
    return type(given) in (int, float) and abs(given) < 1e6
