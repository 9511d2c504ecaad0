"""The networks: a few layers over the encoder's states half-way up, and heads on what they give.

The first says of each piece of a sentence whether it belongs to the matter of a position, and how
likely the sentence holds each act; the second takes one matter and says which act it is the matter
of, if any, in which form, and where the party stands.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

from training.positions.data import ACTS, FORM_NAMES
from training.statements.model import WIDTH, Drop, Layer

TAGS = 3  # out, begin, inside
NONE = len(ACTS)  # the class of a matter that is none
LAYERS = 4
AWAY = -10000.0


class Marker(nn.Module):
    """Scores of tags, scores of acts in the whole sentence, and states for the second network."""

    def __init__(self, layers: int = LAYERS, dropout: float = 0.15) -> None:
        super().__init__()
        self.inside = nn.Embedding(2, WIDTH)
        self.layers = nn.ModuleList(Layer(WIDTH, dropout) for _ in range(layers))
        self.tags = nn.Linear(WIDTH, TAGS)
        self.acts = nn.Linear(WIDTH, len(ACTS) + 1)  # the last: any act
        self.drop = Drop(dropout)
        nn.init.zeros_(self.inside.weight)

    def forward(
        self, states: Tensor, inside: Tensor, present: Tensor | None = None
    ) -> tuple[Tensor, Tensor, Tensor]:
        """(tags [sentence, piece, 3], acts [sentence, 13], states); `inside` is 1 in the sentence,
        `present` 0 where padding stands.
        """
        hidden = self.drop(states + self.inside(inside))
        mask = None if present is None else (1.0 - present[:, None, None, :].float()) * AWAY
        for layer in self.layers:
            hidden = layer(hidden, mask)
        within = inside.to(hidden.dtype)
        acts = self.acts(hidden) + (1.0 - within[:, :, None]) * AWAY
        return self.tags(hidden), torch.logsumexp(acts, 1), hidden


class Heads(nn.Module):
    """What one matter is: its act or none, its forms, and where its party begins and ends."""

    def __init__(self, dropout: float = 0.2) -> None:
        super().__init__()
        self.asks = nn.Linear(2 * WIDTH, WIDTH)
        self.answers = nn.Linear(WIDTH, WIDTH)
        self.joined = nn.Linear(3 * WIDTH, WIDTH)
        self.drop = nn.Dropout(dropout)
        self.acts = nn.Linear(WIDTH, len(ACTS) + 1)
        self.forms = nn.Linear(WIDTH, len(FORM_NAMES))
        self.seeks = nn.Linear(WIDTH, 2 * WIDTH)  # the party's beginning, its end
        self.begins, self.ends = nn.Linear(WIDTH, WIDTH), nn.Linear(WIDTH, WIDTH)
        self.unnamed = nn.Linear(WIDTH, 1)

    def forward(
        self, states: Tensor, inside: Tensor, span: Tensor
    ) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """(acts [matter, 13], forms [matter, 6], begins and ends [matter, 1 + piece]).

        `states` are those of the matter's sentence [matter, piece, width]; `inside` and `span` are
        1 in the sentence and in the matter. The first of begins and ends is the score of a party
        that the sentence does not name.
        """
        held = span.to(states.dtype)[:, :, None]
        away = (1.0 - inside.to(states.dtype)) * AWAY
        mean = (states * held).sum(1) / held.sum(1)
        most = (states + (1.0 - held) * AWAY).max(1).values
        own = torch.cat([mean, most], -1)
        scores = (self.answers(states) * self.asks(own)[:, None]).sum(-1) / WIDTH**0.5 + away
        around = (states * scores.softmax(-1)[:, :, None]).sum(1)
        read = self.drop(F.gelu(self.joined(torch.cat([own, around], -1))))
        first, last = self.seeks(read).chunk(2, -1)
        unnamed = self.unnamed(read)
        begins = (self.begins(states) * first[:, None]).sum(-1) / WIDTH**0.5 + away
        ends = (self.ends(states) * last[:, None]).sum(-1) / WIDTH**0.5 + away
        return (
            self.acts(read),
            self.forms(read),
            torch.cat([unnamed, begins], 1),
            torch.cat([unnamed, ends], 1),
        )


class Gate(nn.Module):
    """Whether a sentence is worth reading, by its states as they come: a hundredth of the work."""

    def __init__(self, width: int = 48, dropout: float = 0.2) -> None:
        super().__init__()
        self.seen = nn.Linear(WIDTH, width)
        self.drop = nn.Dropout(dropout)
        self.asks = nn.Linear(2 * width, 1)

    def forward(self, states: Tensor) -> Tensor:
        """The score of one sentence's states [piece, width]."""
        seen = self.seen(states).relu()
        return self.asks(self.drop(torch.cat([seen.max(0).values, seen.mean(0)])))


class Network(nn.Module):
    """All that is trained."""

    def __init__(self, layers: int = LAYERS, dropout: float = 0.15) -> None:
        super().__init__()
        self.marker = Marker(layers, dropout)
        self.heads = Heads()
        self.gate = Gate()
