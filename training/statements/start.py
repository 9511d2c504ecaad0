"""The weights that training starts from: bge-small, taken out of its published 8-bit file."""

from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from training.statements.model import Network

SHA256 = "68807e3ff2abb83cdd708d8243fd398246e397bfee2ba611c2bad728e27df743"
PARTS = ("query", "key", "value", "out", "inner", "outer")


def load_start(network: Network, path: Path) -> None:
    """Put the published weights into the network; raises ValueError if the file is another one."""
    raw = path.read_bytes()
    found = hashlib.sha256(raw).hexdigest()
    if found != SHA256:
        raise ValueError(f"{path}: sha256 is {found}, wanted {SHA256}")
    graph = onnx.load_from_string(raw).graph
    values = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    put = _Putter(values)
    encoder = network.encoder
    words = put.whole("embeddings.word_embeddings.weight")
    kinds = put.whole("embeddings.token_type_embeddings.weight")
    encoder.words.weight.data = words
    encoder.positions.weight.data = put.whole("embeddings.position_embeddings.weight") + kinds[0]
    encoder.signs.weight.data.zero_()
    put.norm(encoder.norm, "embeddings.LayerNorm")
    products = [
        n.input[1].removesuffix("_quantized")
        for n in graph.node
        if n.op_type == "MatMulInteger" and n.input[1] in values
    ]
    wanted = len(PARTS) * len(encoder.layers)
    if len(products) != wanted:
        raise ValueError(f"{path}: {len(products)} products, wanted {wanted}")
    for number, layer in enumerate(encoder.layers):
        at = f"encoder.layer.{number}."
        names = {
            "query": "attention.self.query",
            "key": "attention.self.key",
            "value": "attention.self.value",
            "out": "attention.output.dense",
            "inner": "intermediate.dense",
            "outer": "output.dense",
        }
        for part, product in zip(PARTS, products[6 * number : 6 * number + 6], strict=True):
            linear = getattr(layer, part)
            linear.weight.data = put.whole(product).T.contiguous()
            linear.bias.data = put.plain(at + names[part] + ".bias")
        put.norm(layer.attended, at + "attention.output.LayerNorm")
        put.norm(layer.finished, at + "output.LayerNorm")
    top = encoder.layers[-len(network.reader.layers) :]
    for mine, theirs in zip(network.reader.layers, top, strict=True):
        mine.load_state_dict(theirs.state_dict())
    network.reader.distances.weight.data.normal_(std=0.02)


class _Putter:
    def __init__(self, values: dict[str, np.ndarray]) -> None:
        self.values = values

    def plain(self, name: str) -> torch.Tensor:
        return torch.from_numpy(self.values[name].astype(np.float32))

    def whole(self, name: str) -> torch.Tensor:
        """A weight out of its 8 bits: (q - zero point) × scale, by column."""
        q = self.values[name + "_quantized"].astype(np.float32)
        zero = self.values[name + "_zero_point"].astype(np.float32)
        return torch.from_numpy((q - zero) * self.values[name + "_scale"])

    def norm(self, norm: torch.nn.LayerNorm, name: str) -> None:
        norm.weight.data = self.plain(name + ".weight")
        norm.bias.data = self.plain(name + ".bias")
