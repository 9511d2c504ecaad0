"""The loop: what one stage learns, and what a network says of examples."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch.nn import functional as F  # noqa: N812

from training.acts.data import Example, batches, padded
from training.acts.model import PairNetwork

SMOOTHING = 0.05
WARM_UP = 0.1
HEADS = 5  # the rate of what begins from nothing, in rates of the layers

Variation = Callable[[Example, random.Random], Example]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """What is learnt at once: how often the examples are read, how they vary, and the rate."""

    name: str
    examples: Sequence[Example]
    rounds: int
    vary: Variation
    pieces: int  # of a batch
    rate: float = 3e-4
    seed: int = 1


def train(network: PairNetwork, stage: Stage) -> None:
    """Train in place, at a rate that rises at first and falls to nothing."""
    chance = random.Random(stage.seed)
    torch.manual_seed(stage.seed)
    plan = [
        batch
        for _ in range(stage.rounds)
        for batch in batches(stage.examples, stage.pieces, chance)
    ]
    layers, heads = [], []
    for name, parameter in network.named_parameters():
        (layers if name.startswith("layers.") else heads).append(parameter)
    optimizer = torch.optim.AdamW(
        [{"params": layers, "lr": stage.rate}, {"params": heads, "lr": HEADS * stage.rate}],
        weight_decay=0.01,
    )
    steps = len(plan)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min((s + 1) / (WARM_UP * steps), max(0.0, 1 - s / steps))
    )
    network.train()
    started, seen = time.monotonic(), 0.0
    for step, batch in enumerate(plan, start=1):
        varied = [stage.vary(example, chance) for example in batch]
        states, marks, present = padded(varied)
        with torch.autocast("cpu", torch.bfloat16):
            scores = network(states, marks, present)
        labels = torch.tensor([example.label for example in varied])
        loss = F.cross_entropy(scores.float(), labels, label_smoothing=SMOOTHING)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        seen = loss.item() if step == 1 else 0.98 * seen + 0.02 * loss.item()
        if step % 50 == 0 or step == steps:
            line = {"stage": stage.name, "step": step, "of": steps, "loss": round(seen, 3)}
            print(json.dumps(line | {"s": round(time.monotonic() - started)}), flush=True)
    network.eval()


def scores_of(network: PairNetwork, examples: Sequence[Example]) -> np.ndarray:
    """Scores [example, class], each example read alone."""
    network.eval()
    found = []
    with torch.no_grad():
        for example in examples:
            states, marks, _ = padded([example])
            found.append(network(states, marks)[0].numpy())
    return np.stack(found)
