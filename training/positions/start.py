"""The weights that training starts from: the upper layers of the encoder that ships."""

from __future__ import annotations

import onnx
import torch
from onnx import numpy_helper

from onrecord.language.weights import ENCODER, WEIGHTS, checked, read_settings
from training.positions.model import Network

PARTS = ("query", "key", "value", "out", "inner", "outer")
LOWER = 4  # layers of the encoder below the states that the marker reads


def begin(network: Network) -> None:
    """Give the marker's layers the weights of the encoder's, out of their 8 bits."""
    raw = checked(WEIGHTS / ENCODER, read_settings()["files"][ENCODER])
    graph = onnx.load_from_string(raw).graph
    values = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    products = {n.name: n.input[1] for n in graph.node if n.op_type == "MatMulInteger"}

    def plain(name: str) -> torch.Tensor:
        return torch.from_numpy(values[name].astype("float32"))

    for number, layer in enumerate(network.marker.layers, start=LOWER):
        for part in PARTS:
            name = products[f"/layers.{number}/{part}/MatMul_quant"].removesuffix("_quantized")
            whole, zero = plain(f"{name}_quantized"), plain(f"{name}_zero_point")
            linear = getattr(layer, part)
            linear.weight.data = ((whole - zero) * plain(f"{name}_scale")).T.contiguous()
            linear.bias.data = plain(f"layers.{number}.{part}.bias")
        for norm in ("attended", "finished"):
            getattr(layer, norm).weight.data = plain(f"layers.{number}.{norm}.weight")
            getattr(layer, norm).bias.data = plain(f"layers.{number}.{norm}.bias")
