"""The trained networks as files that run without torch: ONNX graphs of 8 bits, and settings."""

from __future__ import annotations

import hashlib
import json
import tempfile
import warnings
from collections.abc import Mapping
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process

from onrecord.language.marking import GATE, MARKS, MATTERS, SETTINGS
from onrecord.language.weights import ENCODER, read_settings
from training.positions.model import WIDTH, Network

OPSET = 17
AXES = {"acts": {0: "sentence"}, "forms": {0: "sentence"}}  # all others: sentence, piece


def export(network: Network, judged: Mapping[str, object], folder: Path) -> None:
    """Write the three graphs and marks.json, which holds `judged`, into the folder."""
    network.eval()
    folder.mkdir(parents=True, exist_ok=True)
    inside = torch.ones(2, 8, dtype=torch.long)
    states = torch.zeros(2, 8, WIDTH)
    _write(
        network.marker,
        (states, inside),
        folder / MARKS,
        ("states", "inside"),
        ("tags", "acts", "hidden"),
    )
    _write(
        network.heads,
        (states, inside, torch.ones(2, 8)),
        folder / MATTERS,
        ("hidden", "inside", "span"),
        ("acts", "forms", "begins", "ends"),
    )
    _trace(network.gate, (torch.zeros(8, WIDTH),), folder / GATE, ("states",), ("score",))
    settings = {
        "files": {n: _hash(folder / n) for n in (GATE, MARKS, MATTERS)},
        "encoder": read_settings()["files"][ENCODER],
        **judged,
    }
    (folder / SETTINGS).write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _write(
    module: torch.nn.Module,
    example: tuple[torch.Tensor, ...],
    path: Path,
    inputs: tuple[str, ...],
    outputs: tuple[str, ...],
) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        whole, ready = Path(scratch) / "whole.onnx", Path(scratch) / "ready.onnx"
        _trace(module, example, whole, inputs, outputs)
        quant_pre_process(str(whole), str(ready), skip_symbolic_shape=True)
        quantize_dynamic(
            str(ready),
            str(path),
            weight_type=QuantType.QInt8,
            per_channel=True,
            op_types_to_quantize=["MatMul"],
            # Seven bits: processors without VNNI add pairs in 16 bits and would overflow.
            reduce_range=True,
        )


def _trace(
    module: torch.nn.Module,
    example: tuple[torch.Tensor, ...],
    path: Path,
    inputs: tuple[str, ...],
    outputs: tuple[str, ...],
) -> None:
    axes = {name: AXES.get(name, {0: "sentence", 1: "piece"}) for name in (*inputs, *outputs)}
    if path.name == GATE:
        axes = {"states": {0: "piece"}}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the tracer's notes on shapes; dev's figures tell
        torch.onnx.export(
            module,
            example,
            str(path),
            input_names=list(inputs),
            output_names=list(outputs),
            dynamic_axes=axes,
            opset_version=OPSET,
            dynamo=False,
        )
