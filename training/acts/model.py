"""The networks: a few layers over the encoder's states half-way up, source and target marked."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from onrecord.language.acting import SOURCE, TARGET
from training.statements.model import WIDTH, Layer, Network, Shape


class PairNetwork(nn.Module):
    """Scores of classes, by what stands at the source, at the target, and elsewhere."""

    def __init__(self, layers: int, classes: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.marks = nn.Embedding(SOURCE + TARGET + 1, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(WIDTH, dropout) for _ in range(layers))
        self.asks = nn.Linear(WIDTH, 1)
        self.joined = nn.Linear(4 * WIDTH, WIDTH)
        self.scores = nn.Linear(WIDTH, classes)
        self.drop = nn.Dropout(dropout)
        nn.init.normal_(self.marks.weight, std=0.02)

    def forward(self, states: Tensor, marks: Tensor, present: Tensor | None = None) -> Tensor:
        """Scores of sentences [sentence, piece, width]; `present` is 0 where padding stands."""
        hidden = self.norm(states + self.marks(marks))
        away = None if present is None else (1.0 - present.float()) * -10000.0
        mask = None if away is None else away[:, None, None, :]
        for layer in self.layers:
            hidden = layer(hidden, mask)
        hidden = hidden.float()
        asked = self.asks(hidden)[..., 0].float()
        weights = (asked if away is None else asked + away).softmax(-1)
        source = (marks == SOURCE) | (marks == SOURCE + TARGET)
        target = (marks == TARGET) | (marks == SOURCE + TARGET)
        parts = [
            hidden[:, 0],
            _mean(hidden, source),
            _mean(hidden, target),
            (hidden * weights[..., None]).sum(1),
        ]
        joined = self.drop(torch.tanh(self.joined(self.drop(torch.cat(parts, -1)))))
        return self.scores(joined)


def _mean(hidden: Tensor, among: Tensor) -> Tensor:
    """The mean of the states there; zeros where nothing is marked."""
    weights = among.float()[..., None]
    return (hidden * weights).sum(1) / weights.sum(1).clamp(min=1.0)


def begin(network: PairNetwork, start: Network, numbers: tuple[int, ...]) -> None:
    """Put these layers of the published encoder into the network."""
    for layer, number in zip(network.layers, numbers, strict=True):
        layer.load_state_dict(start.encoder.layers[number].state_dict())


def published() -> Network:
    """A network of the published encoder's shape, to load its weights into."""
    return Network(Shape(12, WIDTH))
