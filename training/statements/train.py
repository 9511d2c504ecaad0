"""Training: `python -m training.statements` runs this; see its help."""

from __future__ import annotations

import json
import math
import random
import time
from pathlib import Path

import torch
from torch.nn import functional as F  # noqa: N812

from onrecord.language.encoding import WINDOW, crop
from training.statements.data import Batch, Document, Goals, batches
from training.statements.model import Network

AUXILIARY = 0.3
STATES = 3.0
WARM_UP = 0.06
FALSE_FROM = 0.25  # how likely a word must look as a cue to be read as a false one


def descend(
    network: Network,
    optimizer: torch.optim.Optimizer,
    schedule: torch.optim.lr_scheduler.LambdaLR,
    parts: dict[str, torch.Tensor],
    step: int,
) -> None:
    """Take one step down the sum of these losses. Raises ValueError if it is not finite."""
    loss = torch.stack(list(parts.values())).sum()
    if not math.isfinite(loss.item()):
        raise ValueError(f"the loss is {loss.item()} at step {step}")
    optimizer.zero_grad()
    loss.backward()
    torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimizer.step()
    schedule.step()


def losses(network: Network, batch: Batch) -> dict[str, torch.Tensor]:
    """Loss of cues, of roles, of the helping task, and of each of a teacher's goals."""
    states, cue_scores = network.encoder(batch.ids, batch.signs, batch.present)
    count = max(int((batch.cue_tags == 1).sum()), 1)
    cues = network.cue_chain.loss(cue_scores, batch.cue_tags, batch.present).sum() / count
    helping = F.cross_entropy(
        network.encoder.roles(states).float()[batch.present > 0],
        batch.any_roles[batch.present > 0],
        reduction="sum",
    )
    places, distances, tags = _with_false(batch, cue_scores)
    crops = states.reshape(-1, states.shape[-1])[places]
    scores = network.reader(crops, distances)
    there = (distances > 0).long()
    roles = network.role_chain.loss(scores, tags, there).sum() / len(there)
    found = {"cues": cues, "roles": roles, "helping": AUXILIARY * helping / count}
    return found | _to_goals(batch.goals, states, cue_scores, scores, count)


def goal_losses(network: Network, batch: Batch) -> dict[str, torch.Tensor]:
    """Loss of each of a teacher's goals alone, for texts that nobody has marked."""
    states, cue_scores = network.encoder(batch.ids, batch.signs, batch.present)
    crops = states.reshape(-1, states.shape[-1])[batch.crops]
    scores = network.reader(crops, batch.distances)
    return _to_goals(batch.goals, states, cue_scores, scores, len(batch.crops))


def _to_goals(
    goals: Goals | None,
    states: torch.Tensor,
    cue_scores: torch.Tensor,
    scores: torch.Tensor,
    count: int,
) -> dict[str, torch.Tensor]:
    if goals is None:
        return {}
    known, read = goals.known > 0, goals.read > 0
    apart = (states.float()[known] - goals.states[known]).square().sum()
    given = _apart(scores[: len(read)][read], goals.roles[read])
    return {
        "states": STATES * apart / goals.states[known].square().sum().clamp(min=1),
        "taught cues": _apart(cue_scores[known], goals.cues[known]) / max(count, 1),
        "taught roles": given / max(int(read.any(1).sum()), 1),
    }


def _apart(scores: torch.Tensor, wanted: torch.Tensor) -> torch.Tensor:
    """How far scores of tags are from a teacher's: Kullback and Leibler's divergence, summed."""
    return F.kl_div(
        scores.float().log_softmax(-1), wanted.log_softmax(-1), reduction="sum", log_target=True
    )


def _with_false(batch: Batch, cue_scores: torch.Tensor) -> tuple[torch.Tensor, ...]:
    """The batch's crops and those around likely words that are no cue: nothing belongs to them."""
    with torch.no_grad():
        begins = cue_scores.float().softmax(-1)[..., 1]
        near = F.max_pool1d((batch.cue_tags > 0).float()[:, None], 5, 1, 2)[:, 0]
        wrong = ((begins > FALSE_FROM) & (near == 0) & (batch.present > 0)).nonzero().tolist()
    widest, length = batch.crops.shape[1], batch.ids.shape[1]
    rows = [batch.crops, batch.distances, batch.role_tags]
    for row, place in wrong[: len(batch.crops) // 4]:
        ends = int(batch.present[row].sum()) - 1
        if not 0 < place < ends:
            continue
        places, distances = (torch.from_numpy(x) for x in crop(place, place + 1, 1, ends))
        if len(places) > widest:
            continue
        padded = [F.pad(x, (0, widest - len(x)))[None] for x in (places + row * length, distances)]
        extra = (*padded, torch.zeros_like(padded[0]))
        rows = [torch.cat(pair) for pair in zip(rows, extra, strict=True)]
    return tuple(rows)


def train(
    network: Network,
    documents: list[Document],
    *,
    folder: Path,
    epochs: int,
    rate: float = 2e-4,
    windows: int = 9,
    size: int = WINDOW,
    seed: int = 1,
) -> None:
    """Train in place; a checkpoint after each epoch, from which a later call goes on."""
    folder.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(seed)
    plain, heads = [], []
    new = ["signs", "distances", "cues.", "roles.", "chain"]
    if not isinstance(network.reader.narrow, torch.nn.Identity):
        new.append("reader.")
    for name, parameter in network.named_parameters():
        fresh = any(w in name for w in new)
        (heads if fresh else plain).append(parameter)
    optimizer = torch.optim.AdamW(
        [{"params": plain, "lr": rate}, {"params": heads, "lr": 5 * rate}], weight_decay=0.01
    )
    steps = epochs * sum(1 for _ in batches(documents, size, windows, random.Random(seed)))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer,
        lambda s: min((s + 1) / (WARM_UP * steps), max(0.0, 1 - s / steps)),
    )
    average = {k: v.detach().clone() for k, v in network.state_dict().items()}
    first, step = 0, 0
    saved = folder / "checkpoint.pt"
    if saved.exists():
        state = torch.load(saved, weights_only=True)
        network.load_state_dict(state["network"])
        optimizer.load_state_dict(state["optimizer"])
        schedule.load_state_dict(state["schedule"])
        average, first, step = state["average"], state["epoch"], state["step"]
    started = time.monotonic()
    for epoch in range(first, epochs):
        network.train()
        chance = random.Random(seed * 1000 + epoch)
        seen: dict[str, float] = {}
        for batch in batches(documents, size, windows, chance):
            with torch.autocast("cpu", torch.bfloat16):
                parts = losses(network, batch)
            descend(network, optimizer, schedule, parts, step)
            step += 1
            with torch.no_grad():
                keep = min(0.995, step / (step + 10))
                for name, value in network.state_dict().items():
                    average[name].lerp_(value, 1 - keep)
            for part, value in parts.items():
                seen[part] = 0.98 * seen.get(part, value.item()) + 0.02 * value.item()
            if step % 20 == 0:
                line = {"step": step, "of": steps, "s": round(time.monotonic() - started)}
                line |= {part: round(value, 3) for part, value in seen.items()}
                print(json.dumps(line), flush=True)
        state = {"network": network.state_dict(), "optimizer": optimizer.state_dict()}
        state |= {
            "schedule": schedule.state_dict(),
            "average": average,
            "epoch": epoch + 1,
            "step": step,
        }
        torch.save(state, saved.with_suffix(".part"))
        saved.with_suffix(".part").replace(saved)
        torch.save(average, folder / f"average-{epoch + 1}.pt")
    network.load_state_dict(average)
