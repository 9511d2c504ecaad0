"""The trained files that ship with the package, each checked against the hash recorded for it.

`weights/weights.json` names them; nothing is fetched, and nothing but ONNX graphs and JSON is read.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

from onrecord.errors import ModelUnreadable
from onrecord.language.encoding import CUE_TAGS, ROLE_TAGS, Encoding, Floats, encode
from onrecord.language.pieces import Numbers, cut_pieces
from onrecord.records import Article, Preference

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

WEIGHTS = Path(__file__).with_name("weights")
TOKENIZER, ENCODER, ROLES = "tokenizer.json", "encoder.onnx", "roles.onnx"
REMEDY = "install onrecord again, or read with --light, which needs no model"
Loaded = TypeVar("Loaded")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Model:
    """The tokenizer and both networks, loaded; `settings` is what weights.json says of them."""

    tokenizer: Tokenizer
    encoder: InferenceSession
    roles: InferenceSession
    settings: dict[str, Any]

    def encode(self, ids: Numbers, signs: Numbers) -> tuple[Floats, Floats]:
        """States and scores of cue tags; see `encoding.Networks`."""
        states, cues = self.encoder.run(["states", "cues"], {"ids": ids, "signs": signs})
        return np.asarray(states, np.float32), np.asarray(cues, np.float32)

    def read_roles(self, states: Floats, distances: Numbers) -> Floats:
        """Scores of role tags; see `encoding.Networks`."""
        (roles,) = self.roles.run(["roles"], {"states": states, "distances": distances})
        return np.asarray(roles, np.float32)


def encode_article(article: Article, prefer: Preference = "balance") -> Encoding:
    """The article as the encoder sees it. Raises ModelUnreadable."""
    model = load_model()
    return encode(model, cut_pieces(model.tokenizer, article.text), prefer)


@cache
def load_model(folder: Path = WEIGHTS) -> Model:
    """The model, loaded once per process (0.3 s, 150 MB). Raises ModelUnreadable."""
    settings = read_settings(folder)
    hashes = settings["files"]
    return Model(
        tokenizer=_loaded(folder / TOKENIZER, hashes[TOKENIZER], read_tokenizer),
        encoder=open_graph(folder / ENCODER, hashes[ENCODER]),
        roles=open_graph(folder / ROLES, hashes[ROLES]),
        settings=settings,
    )


def open_graph(path: Path, wanted: str, more: bytes = b"") -> InferenceSession:
    """The ONNX graph of a checked file, to be run on one thread; `more`: see `shown_too`.

    Raises ModelUnreadable.
    """
    from onnxruntime import (
        InferenceSession,
        SessionOptions,
    )  # heavy: only when a model is asked for

    options = SessionOptions()
    # One thread: other cores have other articles.
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3

    def session(raw: bytes) -> InferenceSession:
        return InferenceSession(raw + more, options, providers=["CPUExecutionProvider"])

    return _loaded(path, wanted, session)


def read_tokenizer(raw: bytes) -> Tokenizer:
    """The tokenizer that this JSON describes, set to read any text whole and as plain text."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_buffer(raw)
    tokenizer.no_padding()
    tokenizer.no_truncation()
    tokenizer.encode_special_tokens = True  # "[SEP]" in an article is its author's, not a sign
    return tokenizer


def shown_too(name: str) -> bytes:
    """What, put behind the bytes of an ONNX graph, makes this inner array one of its outputs.

    Two messages of protocol buffers one after the other are read as one, lists appended: this is a
    graph (field 7) with nothing but an output (12) of this name (1), whose type (2) is a tensor (1)
    of floats (element type 1). So the encoder stays the one file that it was.
    """
    output = _field(1, name.encode()) + _field(2, b"\x0a\x02\x08\x01")
    return _field(7, _field(12, output))


def _field(number: int, held: bytes) -> bytes:
    """A field of bytes; names and fields here are shorter than 128."""
    if len(held) > 127:
        raise ValueError(f"a field of {len(held)} bytes")
    return bytes([number << 3 | 2, len(held)]) + held


def _loaded(path: Path, wanted: str, load: Callable[[bytes], Loaded]) -> Loaded:
    """What `load` makes of a checked file. Raises ModelUnreadable."""
    raw = checked(path, wanted)
    try:
        return load(raw)
    except Exception as error:  # the libraries raise their own kinds, and plain Exception
        raise ModelUnreadable(path, f"cannot be loaded: {error}", REMEDY) from error


def checked(path: Path, wanted: str) -> bytes:
    """The file's bytes, if their SHA-256 is the recorded one. Raises ModelUnreadable."""
    raw = _bytes_of(path)
    found = hashlib.sha256(raw).hexdigest()
    if found != wanted:
        raise ModelUnreadable(path, f"is damaged: sha256 {found}, recorded is {wanted}", REMEDY)
    return raw


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else str(error)
        raise ModelUnreadable(path, f"cannot be read: {reason}", REMEDY) from error


# --- settings ------------------------------------------------------------------------------------


def read_settings(folder: Path = WEIGHTS) -> dict[str, Any]:
    """What weights.json says: hashes of the files, and what scores are read with.

    Hashes, chains and bounds are there and of the right form; `confidence` and `keep` may be
    missing, as they are fitted on what the other settings give. Raises ModelUnreadable.
    """
    path = folder / "weights.json"
    try:
        found = json.loads(_bytes_of(path))
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
    for name in (TOKENIZER, ENCODER, ROLES):
        if not isinstance(files, dict) or not isinstance(files.get(name), str):
            yield f"records no sha256 of {name}"
    for name, tags in (("cue_chain", CUE_TAGS), ("role_chain", ROLE_TAGS)):
        chain = found.get(name)
        for part, shape in (("opens", (tags,)), ("moves", (tags, tags))):
            if not _are_numbers(chain.get(part) if isinstance(chain, dict) else None, shape):
                yield f"{name}.{part} is not {' × '.join(map(str, shape))} numbers"
    for name in ("cue_from", "hinted_from"):
        if not _are_numbers(found.get(name), ()):
            yield f"{name} is not a number"
    for name in ("confidence", "keep"):
        held = found.get(name, {})
        if not isinstance(held, dict) or not all(_are_numbers(w, ()) for w in held.values()):
            yield f"{name} is not a number for each name"


def _are_numbers(given: Any, shape: tuple[int, ...]) -> bool:
    """Whether this is an array of numbers of that shape; NaN and numbers beyond 1e6 are none."""
    try:
        array = np.asarray(given)
    except ValueError:  # rows of several lengths
        return False
    return array.dtype.kind in "if" and array.shape == shape and bool((np.abs(array) < 1e6).all())
