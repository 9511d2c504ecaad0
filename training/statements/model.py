"""The network: an encoder that finds cues, and a reader that finds what belongs to one cue.

The encoder reads a window of word pieces once. For each cue, the reader takes the encoder's states
around it, adds to each piece its distance from the cue, and reads them with two more layers: which
pieces are the source and which the content *of this cue*. So two statements may share a source,
and a content may be in several parts. Both end in a linear-chain conditional random field.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

from onrecord.language.encoding import AHEAD, BACK
from onrecord.language.pieces import SIGNS

WIDTH, VOCABULARY, POSITIONS = 384, 30522, 512
HEAD = 32  # numbers of a state that one head of attention reads
CUE_TAGS = 3  # out, begin, inside
ROLE_TAGS = 5  # out, begin source, inside source, begin content, inside content


@dataclass(frozen=True, slots=True)
class Shape:
    """How large a network is: the encoder's layers, and how wide its reader's two layers are."""

    layers: int
    reader: int


TEACHER, SHIPPED = Shape(12, WIDTH), Shape(8, WIDTH // 2)


class Drop(nn.Module):
    """Dropout of whole channels of a window: as good here, and a sixth of the time of single ones.

    Attention has none: with it, torch leaves its fast kernel, and a step takes three times as long.
    """

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share

    def forward(self, states: Tensor) -> Tensor:
        """The states with a share of channels at zero; unchanged outside training."""
        if not self.training:
            return states
        kept = torch.rand(states.shape[0], 1, states.shape[2]) >= self.share
        return states * (kept / (1 - self.share)).to(states.dtype)


class Layer(nn.Module):
    """One layer of BERT."""

    def __init__(self, width: int, dropout: float) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(width, width) for _ in range(4))
        self.inner, self.outer = nn.Linear(width, 4 * width), nn.Linear(4 * width, width)
        self.attended, self.finished = (nn.LayerNorm(width, eps=1e-12) for _ in range(2))
        self.drop = Drop(dropout)

    def forward(self, states: Tensor, mask: Tensor | None) -> Tensor:
        """The next states; `mask` is added to the attention's scores, None where all is there."""
        batch, length, width = states.shape

        def heads(x: Tensor) -> Tensor:
            return x.view(batch, length, width // HEAD, HEAD).permute(0, 2, 1, 3)

        q, k, v = heads(self.query(states)), heads(self.key(states)), heads(self.value(states))
        if torch.onnx.is_in_onnx_export():
            scores = torch.matmul(q, k.transpose(-1, -2)) / math.sqrt(HEAD)
            mixed = scores.softmax(-1) @ v
        else:
            given = None if mask is None else mask.to(q.dtype)
            mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=given)
        mixed = self.out(mixed.permute(0, 2, 1, 3).contiguous().view(batch, length, width))
        states = self.attended(states + self.drop(mixed))
        inner = self.outer(F.gelu(self.inner(states)))
        return self.finished(states + self.drop(inner))


class Encoder(nn.Module):
    """States of every piece of a window, and how well each tag of a cue fits it."""

    def __init__(self, layers: int, dropout: float) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.signs = nn.Embedding(SIGNS, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(WIDTH, dropout) for _ in range(layers))
        self.cues = nn.Linear(WIDTH, CUE_TAGS)
        self.roles = nn.Linear(WIDTH, ROLE_TAGS)  # of any cue; helps training, not exported
        self.drop = Drop(dropout)

    def forward(
        self, ids: Tensor, signs: Tensor, present: Tensor | None = None
    ) -> tuple[Tensor, Tensor]:
        """(states, scores of cue tags); `present` is 1 for pieces, 0 for padding."""
        places = torch.arange(ids.shape[1], device=ids.device)
        states = self.norm(self.words(ids) + self.positions(places) + self.signs(signs))
        states = self.drop(states)
        mask = None if present is None else (1.0 - present[:, None, None, :].float()) * -10000.0
        for layer in self.layers:
            states = layer(states, mask)
        return states, self.cues(states)


class Reader(nn.Module):
    """How well each tag of source and content fits each piece around one cue."""

    def __init__(self, width: int, dropout: float) -> None:
        super().__init__()
        self.narrow = nn.Identity() if width == WIDTH else nn.Linear(WIDTH, width)
        # Distance from the cue: 0 padding, 1 the cue itself, then one for each place.
        self.distances = nn.Embedding(2 + BACK + AHEAD, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(width, dropout) for _ in range(2))
        self.roles = nn.Linear(width, ROLE_TAGS)

    def forward(self, states: Tensor, distances: Tensor) -> Tensor:
        """Scores [cue, piece, tag] of crops of states [cue, piece, width]."""
        states = self.norm(self.narrow(states) + self.distances(distances))
        mask = (distances == 0).float()[:, None, None, :] * -10000.0
        for layer in self.layers:
            states = layer(states, mask)
        return self.roles(states)


class Chain(nn.Module):
    """A linear-chain conditional random field over scores of tags."""

    def __init__(self, tags: int) -> None:
        super().__init__()
        self.moves = nn.Parameter(torch.zeros(tags, tags))
        self.opens = nn.Parameter(torch.zeros(tags))

    def loss(self, scores: Tensor, tags: Tensor, present: Tensor) -> Tensor:
        """Negative log-likelihood of each row's tags; rows are padded at their end."""
        scores = scores.float()
        length = scores.shape[1]
        picked = scores.gather(2, tags[..., None])[..., 0]
        moved = self.moves[tags[:, :-1], tags[:, 1:]]
        right = (picked * present).sum(1) + (moved * present[:, 1:]).sum(1) + self.opens[tags[:, 0]]
        total = self.opens + scores[:, 0]
        for place in range(1, length):
            stepped = torch.logsumexp(total[:, :, None] + self.moves, 1) + scores[:, place]
            total = torch.where(present[:, place, None] > 0, stepped, total)
        return torch.logsumexp(total, 1) - right


class Network(nn.Module):
    """Encoder, reader and both chains, as they are trained."""

    def __init__(self, shape: Shape, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = Encoder(shape.layers, dropout)
        self.reader = Reader(shape.reader, dropout)
        self.cue_chain = Chain(CUE_TAGS)
        self.role_chain = Chain(ROLE_TAGS)
