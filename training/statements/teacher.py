"""What a trained network makes of articles, for a smaller one to learn from.

The shipped network is a cut-down copy of a teacher (every layer of a spread-out choice, and a
narrow reader of its own) that learns from three things at once: the gold, the teacher's states and
scores on the same articles, and on articles that nobody has marked. Method: Sanh et al. 2019 and
Sun et al. 2019, with the teacher's scores of tags in place of those of words.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer

from onrecord.language.encoding import Encoding, Floats, encode, read_roles
from onrecord.language.pieces import Numbers, Pieces, cut_pieces
from onrecord.statements.chains import Chain
from training.statements.data import Document, Example, Taught
from training.statements.model import Network

MAX_PIECES = 2_500  # of an unmarked article; longer ones are transcripts


class Teacher:
    """A network in torch behind the interface of the exported ones."""

    def __init__(self, network: Network) -> None:
        self.network = network.eval()
        self.settings: Mapping[str, Any] = {}

    def encode(self, ids: Numbers, signs: Numbers) -> tuple[Floats, Floats, Floats]:
        """States and scores of cue tags; nobody reads its states half-way up, so none are given."""
        with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
            states, cues = self.network.encoder(torch.from_numpy(ids), torch.from_numpy(signs))
        found = states.float().numpy()
        return found, cues.float().numpy(), np.zeros_like(found)

    def read_roles(self, states: Floats, distances: Numbers) -> Floats:
        """Scores of role tags."""
        with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
            roles = self.network.reader(torch.from_numpy(states), torch.from_numpy(distances))
        return np.asarray(roles.float().numpy())


def teach(teacher: Teacher, document: Document) -> Document:
    """The document with what the teacher makes of it."""
    seen = encode(teacher, document.pieces)
    roles = read_roles(teacher, seen.states, [e.cue for e in document.examples])
    return replace(document, taught=Taught(seen.states, seen.cues, tuple(roles)))


def mark(teacher: Teacher, pieces: Pieces) -> Document:
    """A document whose examples are what the teacher itself finds in it."""
    seen = encode(teacher, pieces)
    cues = list(_cues(teacher, seen))
    roles = read_roles(teacher, seen.states, cues)
    examples, kept = [], []
    for cue, (first, scores) in zip(cues, roles, strict=True):
        tags = _best(teacher.network.role_chain, scores)
        content = tuple(_runs(tags, 3, first))
        if content:
            examples.append(Example(cue, tuple(_runs(tags, 1, first)), content))
            kept.append((first, scores))
    taught = Taught(seen.states, seen.cues, tuple(kept))
    return Document(pieces, tuple(examples), frozenset(e.hull for e in examples), taught)


def _cues(teacher: Teacher, seen: Encoding) -> Iterator[tuple[int, int]]:
    yield from _runs(_best(teacher.network.cue_chain, seen.cues), 1, 0)


def _best(chain: Any, scores: Floats) -> Numbers:
    reads = Chain(chain.opens.detach().numpy(), chain.moves.detach().numpy())
    tags, _ = reads.best(scores[None], np.array([len(scores)]))
    return tags[0]


def _runs(tags: Numbers, begin: int, shift: int) -> Iterator[tuple[int, int]]:
    """Yield [first, end) of each run that opens with `begin` and goes on with the next tag."""
    start = None
    for place, tag in enumerate([*tags.tolist(), 0]):
        if start is not None and tag != begin + 1:
            yield start + shift, place + shift
            start = None
        if tag == begin:
            start = place


def read_unmarked(tokenizer: Tokenizer, path: Path, limit: int) -> Iterator[Pieces]:
    """Yield the pieces of `limit` articles of a gzipped JSON-lines file, spread over it."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["content_original"] for line in lines]
    spread = np.linspace(0, len(texts) - 1, min(limit, len(texts))).astype(int)
    for number in spread.tolist():
        pieces = cut_pieces(tokenizer, texts[number])
        if 64 < len(pieces) <= MAX_PIECES:
            yield pieces


def cut_down(teacher: Network, network: Network) -> None:
    """Give the smaller network the teacher's embeddings, heads, chains and some of its layers."""
    theirs, mine = teacher.encoder, network.encoder
    for name in ("words", "positions", "signs", "norm", "cues", "roles"):
        getattr(mine, name).load_state_dict(getattr(theirs, name).state_dict())
    chosen = np.linspace(0, len(theirs.layers) - 1, len(mine.layers)).round().astype(int)
    for layer, number in zip(mine.layers, chosen.tolist(), strict=True):
        layer.load_state_dict(theirs.layers[number].state_dict())
    network.cue_chain.load_state_dict(teacher.cue_chain.state_dict())
    network.role_chain.load_state_dict(teacher.role_chain.state_dict())
    network.reader.distances.weight.data.normal_(std=0.02)
