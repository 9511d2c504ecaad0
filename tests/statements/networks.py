"""Networks that read by the words alone, so that a test's text says what they find.

"said" is a cue, and "told" one that no text within quotation marks shows: it is found where what is
quoted is read by itself. "again" goes on with a cue; a word with a q is one, from its q on. What
stands before a cue, back to a full stop, is its source; before a comma and a cue it is content.
What follows a cue is content, up to a full stop; a name and a comma right behind it are its source.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import takewhile
from typing import Any, ClassVar

import numpy as np

from onrecord.language.encoding import (
    CUE_TAGS,
    ROLE_TAGS,
    WIDTH,
    Encoding,
    Floats,
    encode,
)
from onrecord.language.pieces import Numbers, cut_pieces
from onrecord.statements.chains import Chain
from onrecord.statements.linked import BEGIN, Decoder, Linked
from tests.language.tokenizing import small_tokenizer

TOKENIZER = small_tokenizer()
MARKS = frozenset('.,“”"')
NAMES = frozenset(("maren", "volk", "arvenia"))
FEATURES = ("bias", "cue", "roles", "source", "parts", "hinted")


class Wordly:
    """The stub; `calls` is how often it was asked, `widest` the largest crop that it was given."""

    settings: ClassVar[Mapping[str, Any]] = {
        "cue_chain": {"opens": [0, 0, -50], "moves": [[0, 0, -50], [0, 0, 0], [0, 0, 0]]},
        "role_chain": {"opens": [0] * 5, "moves": [[0] * 5] * 5},
        "cue_from": 0.5,
        "hinted_from": 0.5,
        "confidence": {name: float(name == "cue") for name in FEATURES},
        "keep": {"precision": 0.9, "balance": 0.0, "recall": 0.0},
    }

    def __init__(self) -> None:
        self.calls = self.widest = 0

    def encode(self, ids: Numbers, signs: Numbers) -> tuple[Floats, Floats]:
        """A state is the number of its piece; scores of cues by its word."""
        self.calls += 1
        states = np.zeros((*ids.shape, WIDTH), np.float32)
        states[..., 0] = ids
        cues = np.zeros((*ids.shape, CUE_TAGS), np.float32)
        for place, (piece, sign) in enumerate(zip(ids[0], signs[0], strict=True)):
            word = TOKENIZER.id_to_token(int(piece)) or ""
            if word in ("said", "##q") or (word == "told" and not sign % 2):
                cues[0, place, BEGIN] = 9
            else:
                cues[0, place] = (8, 0, 9) if word == "again" else (9, 0, 0)
        return states, cues

    def read_roles(self, states: Floats, distances: Numbers) -> Floats:
        """Scores of roles by the words on both sides of the cue, wherever the text goes on."""
        self.calls += 1
        self.widest = max(self.widest, states.shape[1])
        words = [TOKENIZER.id_to_token(int(piece)) or "" for piece in states[0, :, 0]]
        cue = np.flatnonzero(distances[0] == 1)
        roles = [""] * len(words)
        before = list(takewhile(lambda n: words[n] != ".", range(cue[0] - 1, -1, -1)))
        behind = list(takewhile(lambda n: words[n] != ".", range(cue[-1] + 1, len(words))))
        turned = bool(before) and words[before[0]] == ","
        for place in before:
            roles[place] = "content" if turned else "source"
        runs_on = [int(n) for n in cue if words[n] == "again"]  # it errs: that is the cue's
        for place in (*runs_on, *behind):
            roles[place] = "content"
        if len(behind) > 1 and words[behind[0]] in NAMES and words[behind[1]] == ",":
            roles[behind[0]] = "source"
        scores = np.zeros((1, len(words), ROLE_TAGS), np.float32)
        for place, (word, role) in enumerate(zip(words, roles, strict=True)):
            # A piece with a z gets no role: what is found is widened over it.
            free = not role or word in MARKS or "z" in word
            begins = place == 0 or roles[place - 1] != role
            tag = 0 if free else {"source": 1, "content": 3}[role] + (not begins)
            scores[0, place, tag] = 9
        return scores


def decoder() -> Decoder:
    """The decoder that goes with the stub."""
    chains = [
        Chain(opens=np.array(c["opens"], np.float32), moves=np.array(c["moves"], np.float32))
        for c in (Wordly.settings["cue_chain"], Wordly.settings["role_chain"])
    ]
    return Decoder(cue_chain=chains[0], role_chain=chains[1], cue_from=0.5)


def encoding_of(text: str, networks: Wordly | None = None) -> Encoding:
    """The text as the stub sees it."""
    return encode(networks or Wordly(), cut_pieces(TOKENIZER, text))


def shown(text: str, encoding: Encoding, linked: Linked) -> str:
    """A statement as "source | cue | content", the parts of each joined by an ellipsis."""
    pieces = encoding.pieces
    return " | ".join(
        " … ".join(text[pieces.starts[a] : pieces.ends[b - 1]] for a, b in role)
        for role in (linked.source, (linked.cue,), linked.content)
    )
