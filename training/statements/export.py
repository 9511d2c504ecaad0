"""Trained networks as files that run without torch: two ONNX graphs of 8 bits, and settings."""

from __future__ import annotations

import hashlib
import json
import tempfile
import warnings
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from tokenizers import Tokenizer

from training.statements.model import WIDTH, Network

OPSET = 17
HINTED_FROM = 0.03  # the same where a rule sees a cue too
CUE_FROM = 0.3  # the chance from which a word is read as a cue; which ones stay, confidence says


def export(network: Network, tokenizer: Tokenizer, folder: Path) -> None:
    """Write encoder.onnx, roles.onnx, tokenizer.json and weights.json into the folder."""
    network.eval()
    folder.mkdir(parents=True, exist_ok=True)
    length, width = {0: "window", 1: "piece"}, {0: "cue", 1: "piece"}
    numbers = torch.ones(2, 8, dtype=torch.long)
    _write(
        network.encoder,
        (numbers, numbers),
        folder / "encoder.onnx",
        {"ids": length, "signs": length},
        {"states": length, "cues": length},
    )
    _write(
        network.reader,
        (torch.zeros(2, 8, WIDTH), numbers),
        folder / "roles.onnx",
        {"states": width, "distances": width},
        {"roles": width},
    )
    tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
    names = ("encoder.onnx", "roles.onnx", "tokenizer.json")
    settings = {
        "files": {n: hashlib.sha256((folder / n).read_bytes()).hexdigest() for n in names},
        "cue_chain": _chain(network.cue_chain),
        "role_chain": _chain(network.role_chain),
        "cue_from": CUE_FROM,
        "hinted_from": HINTED_FROM,
    }
    (folder / "weights.json").write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")


def _chain(chain: torch.nn.Module) -> dict[str, object]:
    opens, moves = chain.opens.detach(), chain.moves.detach()
    return {
        "opens": [round(x, 5) for x in opens.tolist()],
        "moves": [[round(x, 5) for x in row] for row in moves.tolist()],
    }


def _write(
    module: torch.nn.Module,
    example: tuple[torch.Tensor, ...],
    path: Path,
    inputs: dict[str, dict[int, str]],
    outputs: dict[str, dict[int, str]],
) -> None:
    with tempfile.TemporaryDirectory() as scratch, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the tracer's notes on shapes; dev's figures tell
        whole, ready = Path(scratch) / "whole.onnx", Path(scratch) / "ready.onnx"
        torch.onnx.export(
            module,
            example,
            str(whole),
            input_names=list(inputs),
            output_names=list(outputs),
            dynamic_axes={**inputs, **outputs},
            opset_version=OPSET,
            dynamo=False,
        )
        quant_pre_process(str(whole), str(ready), skip_symbolic_shape=True)
        quantize_dynamic(
            str(ready),
            str(path),
            weight_type=QuantType.QInt8,
            per_channel=True,
            op_types_to_quantize=["MatMul", "Gather"],
            # Seven bits: processors without VNNI add pairs in 16 bits and would overflow.
            reduce_range=True,
        )
