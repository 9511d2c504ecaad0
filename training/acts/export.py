"""The trained networks as files that run without torch: ONNX in 8 bits, and settings."""

from __future__ import annotations

import hashlib
import json
import tempfile
import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process

from onrecord.language.acting import SETTINGS
from onrecord.language.encoding import WIDTH
from onrecord.language.weights import ENCODER, read_settings
from training.acts.model import PairNetwork

OPSET = 17
# The encoder's states behind its fourth layer of eight, as its graph names them.
STATE = "/layers.3/finished/LayerNormalization_output_0"


def export(networks: Mapping[str, PairNetwork], judged: dict[str, Any], folder: Path) -> None:
    """Write an .onnx file for each network, and acts.json, into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, network in networks.items():
        _write(network.eval(), folder / f"{name}.onnx")
    files = sorted(f"{name}.onnx" for name in networks)
    settings = {
        "files": {f: hashlib.sha256((folder / f).read_bytes()).hexdigest() for f in files},
        "encoder": read_settings()["files"][ENCODER],
        "state": STATE,
        **judged,
    }
    (folder / SETTINGS).write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")


def _write(network: PairNetwork, path: Path) -> None:
    axes = {0: "sentence", 1: "piece"}
    with tempfile.TemporaryDirectory() as scratch, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the tracer's notes on shapes; dev's figures tell
        whole, ready = Path(scratch) / "whole.onnx", Path(scratch) / "ready.onnx"
        torch.onnx.export(
            network,
            (torch.zeros(2, 8, WIDTH), torch.ones(2, 8, dtype=torch.long)),
            str(whole),
            input_names=["states", "marks"],
            output_names=["scores"],
            dynamic_axes={"states": axes, "marks": axes, "scores": {0: "sentence"}},
            opset_version=OPSET,
            dynamo=False,
        )
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
