"""The loop: what is learnt from labelled sentences, at a rate that rises and falls."""

from __future__ import annotations

import copy
import json
import random
import time
from collections.abc import Callable, Iterator, Sequence

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812

from onrecord.language.marking import runs
from training.positions.data import ACTS, Example
from training.positions.model import NONE, Gate, Network

SEED = 1
BATCH = 16
POOL = 8 * BATCH  # sentences that are sorted by length before batches are cut
RATE, HEADS_RATE = 3e-4, 1e-3
WARM_UP = 0.1
GATE_EPOCHS, GATE_BATCH = 6, 64
BEGIN_WEIGHT = 2.0  # a beginning is rarer than what goes on
AVERAGED = 0.25  # the last part of the steps whose weights are averaged
WRONG_MOST = 2  # matters of a sentence that are none, from which the second network learns "none"
LEAN = 1.5  # by how much the tag of no matter is made less likely where those are looked for


def train(
    network: Network,
    examples: Sequence[Example],
    *,
    epochs: int,
    after: Callable[[int, Network], None] = lambda *_: None,
) -> Network:
    """The network trained in place; what is given back has the mean of its last weights."""
    chance = random.Random(SEED)
    torch.manual_seed(SEED)
    layers = [p for n, p in network.named_parameters() if n.startswith("marker.layers.")]
    heads = [
        p for n, p in network.named_parameters() if not n.startswith(("marker.layers.", "gate."))
    ]
    optimizer = torch.optim.AdamW(
        [{"params": layers, "lr": RATE}, {"params": heads, "lr": HEADS_RATE}], weight_decay=0.01
    )
    steps = epochs * len(list(batches(examples, random.Random(0))))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min((s + 1) / (WARM_UP * steps), max(0.05, 1 - s / steps))
    )
    mean, taken, step = copy.deepcopy(network), 0, 0
    for epoch in range(epochs):
        network.train()
        started, seen, count = time.monotonic(), 0.0, 0
        for batch in batches(examples, chance):
            loss = _loss(network, batch)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            seen, count, step = seen + loss.item(), count + 1, step + 1
            if step > steps * (1 - AVERAGED):
                taken += 1
                for ours, theirs in zip(mean.parameters(), network.parameters(), strict=True):
                    ours.data += (theirs.data - ours.data) / taken
        line = {"epoch": epoch, "loss": round(seen / count, 3)}
        print(json.dumps(line | {"s": round(time.monotonic() - started)}), flush=True)
        after(epoch, mean if taken else network)
    return mean.eval()


def batches(examples: Sequence[Example], chance: random.Random) -> Iterator[list[Example]]:
    """Yield all examples once, in batches of like length, in an order by chance."""
    order = list(examples)
    chance.shuffle(order)
    found = []
    for at in range(0, len(order), POOL):
        pool = sorted(order[at : at + POOL], key=lambda e: len(e.states))
        found += [pool[b : b + BATCH] for b in range(0, len(pool), BATCH)]
    chance.shuffle(found)
    yield from found


def padded(batch: Sequence[Example]) -> tuple[Tensor, Tensor, Tensor]:
    """(states, inside, present) of a batch; see `model.Marker`."""
    longest = max(len(e.states) for e in batch)
    states = np.zeros((len(batch), longest, batch[0].states.shape[1]), np.float32)
    inside = np.zeros((len(batch), longest), np.int64)
    present = np.zeros_like(inside)
    for row, example in enumerate(batch):
        states[row, : len(example.states)] = example.states
        inside[row, example.first : example.last] = 1
        present[row, : len(example.states)] = 1
    return torch.from_numpy(states), torch.from_numpy(inside), torch.from_numpy(present)


def _loss(network: Network, batch: Sequence[Example]) -> Tensor:
    states, inside, present = padded(batch)
    with torch.autocast("cpu", torch.bfloat16):
        tags, acts, hidden = network.marker(states, inside, present)
    tags, acts, hidden = tags.float(), acts.float(), hidden.float()
    gold, held = torch.zeros_like(inside), torch.zeros_like(acts)
    matters: list[tuple[int, tuple[int, int], int]] = []  # row, matter, which position or -1
    for row, example in enumerate(batch):
        for number, marked in enumerate(example.marked):
            first, last = marked.matter
            gold[row, first:last] = 2
            gold[row, first] = 1
            held[row, marked.act] = held[row, NONE] = 1
            matters.append((row, marked.matter, number))
        matters += [(row, span, -1) for span in _wrong(tags[row], example)]
    weight = torch.tensor([1.0, BEGIN_WEIGHT, 1.0])
    by_piece = F.cross_entropy(tags.transpose(1, 2), gold, reduction="none", weight=weight)
    loss = 4 * (by_piece * inside).sum() / inside.sum()
    loss = loss + F.binary_cross_entropy_with_logits(acts, held, reduction="none").sum(1).mean()
    if matters:
        loss = loss + _loss_of_matters(network, batch, matters, hidden, inside) / 4
    return loss


def train_gate(gate: Gate, examples: Sequence[Example]) -> None:
    """Train the gate in place."""
    chance = random.Random(SEED)
    torch.manual_seed(SEED)
    optimizer = torch.optim.AdamW(gate.parameters(), lr=2e-3, weight_decay=0.01)
    order = list(examples)
    gate.train()
    for _ in range(GATE_EPOCHS):
        chance.shuffle(order)
        for at in range(0, len(order), GATE_BATCH):
            batch = order[at : at + GATE_BATCH]
            scores = torch.cat([gate(own_states(e)) for e in batch])
            wanted = torch.tensor([float(bool(e.marked)) for e in batch])
            loss = F.binary_cross_entropy_with_logits(scores, wanted)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
    gate.eval()


def own_states(example: Example) -> Tensor:
    """The states of the sentence alone."""
    return torch.from_numpy(example.states[example.first : example.last].astype(np.float32))


def _wrong(tags: Tensor, example: Example) -> list[tuple[int, int]]:
    """Matters that the network itself might find in a sentence, where none stands."""
    leaning = tags.detach().clone()
    leaning[:, 0] -= LEAN
    found = []
    for first, last in runs(leaning.argmax(-1).tolist(), example.first, example.last):
        if not any(first < m.matter[1] and m.matter[0] < last for m in example.marked):
            found.append((first, last))
    return found[:WRONG_MOST]


def _loss_of_matters(
    network: Network,
    batch: Sequence[Example],
    matters: Sequence[tuple[int, tuple[int, int], int]],
    hidden: Tensor,
    inside: Tensor,
) -> Tensor:
    rows = torch.tensor([row for row, _, _ in matters])
    span = torch.zeros(len(matters), hidden.shape[1])
    for at, (_, (first, last), _) in enumerate(matters):
        span[at, first:last] = 1
    acts, forms, begins, ends = network.heads(hidden[rows], inside[rows], span)
    wanted = [batch[row].marked[n].act if n >= 0 else NONE for row, _, n in matters]
    loss = F.cross_entropy(acts, torch.tensor(wanted), reduction="sum", label_smoothing=0.05)
    for at, (row, _, number) in enumerate(matters):
        if number < 0:
            continue
        marked = batch[row].marked[number]
        loss = loss + F.binary_cross_entropy_with_logits(forms[at], torch.tensor(marked.forms))
        first, last = (0, 0) if marked.party is None else (marked.party[0] + 1, marked.party[1])
        wanted_at = torch.tensor([first, last])
        both = torch.stack([begins[at], ends[at]])
        loss = loss + 0.5 * F.cross_entropy(both, wanted_at, reduction="sum")
    return loss


assert len(ACTS) == NONE  # noqa: S101
